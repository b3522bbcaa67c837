// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// What a name stands for among all that can be set of an experiment: a parameter by its symbol, a value of its stimulus ("two-pulses.gap"; "I"
/// is the first amplitude), "noise.sigma", "noise.tau" or "seed", and while it is in voltage clamp "clamp.V_hold" and the like. Empty where it has none of that name.
std::optional<Quantity> settingOf(const Experiment& experiment, std::string_view name);
/// Its value, of a name that is there.
double valueOf(const Experiment& experiment, std::string_view name);
void setValue(Experiment& experiment, std::string_view name, double value);
/// The one name in settingNames() of what may have two: a blocked conductance is also called by its blocker ("clamp.TTX").
std::string usualName(const Experiment& experiment, std::string_view name);
/// All names.
std::vector<std::string> settingNames(const Experiment& experiment);

}
