// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <optional>
#include <span>

namespace rheobase {

/// The frequency in Hz at which a smooth neuron in this state goes on to oscillate without a spike under a current that lasts, without
/// noise: of upward crossings of the middle of its range. Empty where it fires, rests, or its swings fade or are below a hundredth of the
/// range of V.
std::optional<double> oscillationBelowLevel(const Experiment& experiment, std::span<const double> state, double I);

}
