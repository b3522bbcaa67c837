// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <functional>
#include <stop_token>

namespace rheobase {

/// A neuron in a step that its own solver takes, beside others that are carried side by side.
struct StepAlone {
    std::size_t lane;
    Neuron neuron;          ///< before the step, and then after it
    double lowest, highest; ///< of V so far, mV
    bool hasDiverged = false;
};

/// Takes the step. `spiked` is told of each spike: its time in ms, and the state after it where that jumps, else null.
void take(StepAlone& step, const Experiment& experiment, const std::function<void(double t, const double* state)>& spiked,
          const std::stop_token& stop);

}
