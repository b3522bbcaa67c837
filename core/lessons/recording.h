// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// A block `start` that sets an experiment: what an author records instead of writing. `show` are plots and views.
std::string startBlock(const Experiment& experiment, const std::vector<std::string>& show = {});

/// A block `check` that waits for a quantity to be as it is now, within `tolerance`; `run` ms of a shadow run, or none where it is 0.
std::string checkBlock(std::string_view id, std::string_view quantity, double value, double tolerance, std::string_view unit, double run);

/// A teacher's line by which an experiment differs from the one that a step begins with: "set R = 18 MΩ; stimulus …"; empty where it does not.
std::string actionsFrom(const Experiment& begin, const Experiment& experiment);

}
