// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge.h"
#include "lesson.h"

namespace rheobase {

/// A lesson tried out before students do.
struct Rehearsal {
    std::vector<Refusal> complaints; ///< by line; empty: the lesson is sound
    std::size_t checks = 0, live = 0, trials = 0, answers = 0;
};

/// The curve that a sketch asks for: the run's as the step begins; as its solution leaves it, where the first one lacks a feature.
Stroke expected(const Lesson& lesson, const Step& step, const Sketch& sketch, const Strokes& others = {}, const std::stop_token& stop = {});

/// Tries everything: no check is solved at its start, each has a solution, which solves it, each mistake gets the feedback that is meant, and
/// each feedback belongs to a mistake; right answers are right, cases get theirs; no hint holds an answer; sealed values, of which several are drawn, get the points that are meant. Checks that look at the window
/// are only counted. Ends early once it is stopped.
Rehearsal rehearse(const Lesson& lesson, const Stage& stage, const std::stop_token& stop = {});

}
