// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask.h"
#include "clause.h"
#include "measures.h"

#include <functional>
#include <map>
#include <stop_token>

namespace rheobase {

/// What a student has on the screen, as a value that another thread may look at.
struct Bench {
    std::map<std::string, double, std::less<>> readings{};  ///< "cursor.A", "cursor.dt", "cursor.dV", "fit.tau", "fit.r2", "changes"
    std::vector<Experiment> ghosts{};                       ///< of which traces are kept
    std::vector<Experiment> tried{};                        ///< that have been run since the step began
    std::vector<std::string> views{};                       ///< that are shown
    std::optional<MeasuredRun> sinceStart{}, sinceChange{}; ///< of the running trace
};

/// All that a check is judged by.
struct Situation {
    Experiment experiment;
    std::map<std::string, Reply, std::less<>> answers{}; ///< by ask
    std::optional<Bench> bench{};
};

/// Something is not known yet; it is known, and not so; it is so.
enum class Verdict { notYet, no, yes };

/// What became of a clause.
struct Finding {
    Clause clause;
    Verdict verdict = Verdict::notYet;
    std::optional<double> value{}; ///< in the subject's unit; empty where there is none
};

/// A check, judged.
struct Judgement {
    Verdict verdict = Verdict::notYet;
    std::string tag{}, feedback{};  ///< of the typical mistake that it is
    std::optional<Finding> unmet{}; ///< the first clause that does not hold
    Sentence sentence{};            ///< what was measured and what is wanted
};

/// How long all runs of a check may take, in ms of wall time.
inline constexpr int patience = 2000;

/// Judges a check by shadow runs of the experiment from its start: the same on any machine that is fast enough. May be called on any thread;
/// once it is stopped, and after 2 s, nothing is known.
Judgement judge(const Check& check, const Situation& situation, const std::stop_token& stop = {});

}
