// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "goal.h"

namespace rheobase {

/// How near one value of an experiment brings it to a goal, within the value's range.
struct Solution {
    double value = 0, reached = 0; ///< of what is set; what that gives
    bool isReached = false;        ///< to a thousandth
    Sentence reason{};             ///< why it comes no nearer, where it is not
};

/// The value that reaches a goal without problem(), the nearest to the present one where several do; else the one that comes nearest. The
/// range is that of the quantity's table, as far as other quantities allow it, and the present value. Empty where it was stopped.
std::optional<Solution> solve(const Experiment& experiment, const Goal& goal, const std::stop_token& stop = {});

}
