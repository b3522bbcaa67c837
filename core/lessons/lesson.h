// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask.h"
#include "clause.h"

#include <map>
#include <variant>

namespace rheobase {

/// What the window shows in a step: all that the lesson has said so far.
struct Scene {
    /// Which controls can be seen and not moved.
    struct Lock {
        bool allBut = false;
        std::vector<std::string> names{};
        /// True of a setting that is named, or whose stimulus shape is.
        bool holds(std::string_view setting) const;
    };
    std::vector<std::string> show{}; ///< plots and views, in order; empty: as they are
    std::vector<std::string> hide{}; ///< settings, derived quantities, measures, plots, views, parts of the window
    Lock lock{};
    std::string trigger{};          ///< one of triggers(); empty: as it is
    std::optional<double> window{}; ///< ms
    std::optional<double> speed{};  ///< model ms per wall second
};
/// The names of time bases.
std::span<const std::string_view> triggers();

/// What a teacher says when a step may be seen.
struct Gate {
    std::string word{}; ///< empty in a student's file
    std::string hash{}; ///< in a student's file
    bool operator==(const Gate&) const = default;
};

/// How a step begins.
struct Start {
    std::size_t line = 0;
    std::optional<Gate> gate{};
    const Model* model = nullptr; ///< with `preset`: the experiment is a new one
    std::string preset{};
    std::optional<Stimulus> stimulus{};
    std::optional<Noise> noise{};
    std::optional<Mode> mode{};
    std::optional<std::vector<double>> steps{}; ///< the test potentials of its voltage clamp
    std::vector<std::pair<std::string, double>> set{};
    std::vector<std::string> sealed{}; ///< settings that are drawn for each student
    bool clearsGhosts = false;
    std::optional<double> minutes{}; ///< of free play
};

struct Prose {
    std::string markdown; ///< with {names} of live values
    std::size_t line;
};
/// Help in rungs, from a nudge to nearly all.
struct Hint {
    std::vector<std::string> rungs;
    std::size_t line;
};
/// What comes when the step is solved.
struct Show {
    std::string say{};
    std::string ghost{}; ///< "start", "prediction", "solution"
    std::vector<std::string> reveal{}, figures{};
    std::size_t line = 0;
};
/// A quantity that each student has another value of.
struct SealedRange {
    std::string name;
    /// How near an estimate must be: so far, or so many per cent.
    struct Tolerance {
        double by = 0;
        bool isShare = false;
    };
    double least = 0, most = 0, step = 0;
    Tolerance fine{}, coarse{}; ///< for 2 points, for 1
    std::size_t line = 0;
};
using StepPart = std::variant<Prose, Ask, Check, Hint, Show, SealedRange>;

/// A step of a lesson.
struct Step {
    std::string id, title;
    std::size_t line = 0;
    Start start{};
    Scene scene{};
    Experiment experiment{}; ///< at its beginning, for who has changed nothing
    std::vector<StepPart> parts{};
};

/// Its experiment at the beginning, for who comes with this one.
Experiment begun(const Step& step, const Experiment& present);

/// What a teacher says of a check: settings that solve it, or a mistake with the tag of its feedback.
struct Trial {
    std::string check, tag{}; ///< no tag: a solution
    std::string text{};
    Experiment experiment{};
    std::map<std::string, std::string> answers{};
    std::size_t line = 0;
    bool isSolution() const { return tag.empty(); }
};

/// A lesson, read from its file.
struct Lesson {
    std::string id, title, goal, asks{}, leavesOut{}, level{}, language = "en"; ///< asks: the question of a list of lessons
    int minutes = 0;
    bool isDrawnByChance = false; ///< what is sealed; else by class word and name, if they are told
    std::vector<std::string> courses{};
    std::vector<const Model*> models{};
    std::string intro{};
    std::vector<Step> steps{};
    std::string notes{}; ///< the teacher's
    std::vector<Trial> trials{};
    std::string hash{}; ///< of the file
};

/// The experiment that a step comes to: that of its first solution, or as it begins.
const Experiment& cameTo(const Lesson& lesson, const Step& step);

/// Reads a file. What is wrong is one sentence with its line.
std::variant<Lesson, Refusal> readLesson(std::string_view file, const Stage& stage);

/// All parts of a kind, with their steps: eachPart<Check>(lesson, f) calls f(step, check).
template<class P, class L, class F> void eachPart(L& lesson, F&& f)
{
    for (auto& step : lesson.steps)
        for (auto& part : step.parts)
            if (auto* found = std::get_if<P>(&part)) f(step, *found);
}

}
