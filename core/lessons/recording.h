// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"
#include "measures.h"

#include <string>

namespace rheobase {

/// What an author records instead of writing it.

/// The block `start` by which a step begins with an experiment and what the window shows.
std::string startBlock(const Experiment& experiment, const Scene& scene, const Stage& stage);
/// False where a lesson cannot say all of an experiment: its solver, Δt, where it starts, what counts as a spike.
bool isSayable(const Experiment& experiment, const Stage& stage);

/// The actions of a teacher's line that make one experiment another: "set R = 18 MΩ; noise none"; empty where nothing need be done.
std::string actionsBetween(const Experiment& from, const Experiment& to, const Stage& stage);

/// A measure of a run of an experiment as a clause, "run 200 ms: spikes = 1", with 5 % to either side of what is no count. Empty where there
/// is none.
std::string clauseOf(const Measure& measure, const MeasuredRun& run, double duration);
/// "cursor.dV = -8.4 mV ± 0.42 mV": a reading of the window as a clause, so wide (in the unit).
std::string clauseOf(std::string_view reading, double value, double tolerance, std::string_view unit);
/// By what a kept trace is known among others: "ghost.exists with R = 20 MΩ"; the whole clause is about one setting. Empty where all are as
/// they are now.
std::string ghostClause(const Experiment& ghost, const Experiment& present);

/// A block `check` of clauses.
std::string checkBlock(std::string_view id, const std::vector<std::string>& clauses, bool isLive);

/// The text of a lesson with the teacher's line "solution CHECK: …" in it.
std::string withSolution(std::string text, std::string_view check, std::string_view actions);

}
