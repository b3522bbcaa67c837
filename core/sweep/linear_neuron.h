// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace rheobase {

/// A neuron of one linear state: dV/dt = aV + b + cI up to the threshold, where it fires; then V stays at its reset for the refractory
/// period. In mV, ms and the model's unit of current; the threshold of a membrane that does not fire is infinite.
struct LinearNeuron {
    double a, b, c, start, threshold, reset = 0, refractory = 0;
};

/// Makes one of a model's parameters.
using LinearNeuronOf = LinearNeuron (*)(const double* parameters);

/// That of the model with this id; null where it is not linear.
LinearNeuronOf linearNeuronOf(std::string_view model);

}
