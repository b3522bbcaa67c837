// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_sweep.h"

#include <optional>

namespace rheobase {

class Session;

/// What the views of many neurons have in common: each neuron starts at rest and lives under a lasting current.

/// The experiment from rest under a lasting current for so long (ms) instead of its stimulus: that of operatingCurrent, else 0.
Experiment underConstant(Experiment experiment, double duration = 500);
/// The current that the stimulus's first component has for its amplitude; 0 where there is no stimulus.
std::optional<double> operatingCurrent(const Experiment& experiment);
/// True while the run is under just that current, and nothing varies it: only then does it do what such a view shows there.
bool isUnderOperatingCurrent(const Session& session);
/// The experiment with one value, by its name in a sweep, set; as it is where it has no such value.
Experiment with(const Experiment& experiment, const std::string& name, double value);

}
