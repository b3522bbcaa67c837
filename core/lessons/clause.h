// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "refusal.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rheobase {

struct Measure;
struct Clause;

/// What a clause speaks of.
struct Subject {
    enum class Kind {
        setting,      ///< of the experiment: "C", "two-pulses.gap"
        derived,      ///< that follows from the parameters: "tau"
        measure,      ///< of the table of measures: "spikes", "rheobase"
        at,           ///< a column of the trace at a time: "V(120 ms)"
        end,          ///< the same where a run ends: "end(V)"
        spikesInLast, ///< "spikes in last 200 ms"
        interval,     ///< the n-th between spikes: "isi(1)"
        stablePoint,  ///< "fixed-point.stable": whether V can stay where it does not change under the lasting current
        answer,       ///< "answer(guess)"
        // of the window
        reading,   ///< "cursor.A", "cursor.dt", "cursor.dV", "fit.tau", "fit.r2", "changes"
        ghosts,    ///< how many traces are kept
        ghostWith, ///< one is kept of whose experiment a clause holds
        view,      ///< is it shown?
        tried,     ///< how many values of a setting have been run
    };
    Kind kind = Kind::setting;
    std::string text{};               ///< as it is written
    std::string name{};               ///< of the setting, the derived quantity, the column, the ask, the reading, the view
    const Measure* measure = nullptr; ///< of the table
    double argument = 0;              ///< ms, or which interval
    Unit unit{};
    std::shared_ptr<const Clause> with{}; ///< about the ghost
};

/// One condition: "run 200 ms: spikes = 1", "C = 0.8 nF", "cursor.dV = -8.4 mV ± 0.4 mV".
struct Clause {
    enum class Relation { equal, less, atMost, greater, atLeast };
    enum class Since { nothing, start, change };
    std::string text;                 ///< as it is written
    std::optional<double> run;        ///< ms that a shadow run of the experiment lasts, from its start
    std::vector<std::uint64_t> seeds; ///< that it is run with, and its subject averaged over; empty: the experiment's own
    Since since = Since::nothing;     ///< of the running trace: since the start of the step, or the last change
    Subject subject;
    Relation relation = Relation::equal;
    double value = 0, tolerance = 0; ///< in the subject's unit
    std::string word;                ///< of an answer that is none of numbers, the option; "right": as its ask judges it
};

/// What a step waits for: all clauses hold, and, with `edge`, no longer so where a setting is changed by a little.
struct Check {
    /// A setting, and how far it is moved.
    struct Edge {
        std::string name;
        double by;
    };
    /// A typical mistake: where all its clauses hold, the student hears the feedback. The tag is its name in reports.
    struct Otherwise {
        std::vector<Clause> clauses;
        std::string tag, feedback;
        std::size_t line;
    };
    std::string id;
    bool isLive = false;  ///< looks at the window, too
    bool isQuiet = false; ///< does not say what was measured
    std::vector<Clause> clauses;
    std::optional<Edge> edge;
    std::vector<Otherwise> otherwise;
    std::size_t line = 0;
};

/// What a name may stand for where a clause is read.
struct Vocabulary {
    const Experiment& experiment;
    std::vector<std::string> answers; ///< ids of asks
    std::vector<std::string> views;
    bool isLive = false;
};

/// The longest shadow run, in ms of model time, and the most seeds of one.
inline constexpr double longestRun = 1e5;
inline constexpr std::size_t mostSeeds = 16;

/// Reads one clause; throws a Refusal of names and units that do not fit.
Clause clauseFrom(std::string_view text, std::size_t line, const Vocabulary& vocabulary);
/// Reads one line of a check into it: a clause, "just two-pulses.gap + 0.2 ms", or "else … -> tag: feedback".
void addToCheck(Check& check, std::string_view text, std::size_t line, const Vocabulary& vocabulary);

/// A number with its unit, perhaps with "± tolerance", which may be in %; throws a Refusal.
std::pair<double, double> valueFrom(std::string_view text, std::size_t line, const Quantity& quantity);

}
