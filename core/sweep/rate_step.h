// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.h"
#include "lanes.h"

namespace rheobase {

/// The step of Runge–Kutta 4, in ms, that keeps the rates of a grid's neurons within its sweep's rate error: from short runs of some of
/// them at one step and at half of it, whose difference is that of an order of 4. Not below 0.01 ms or the experiment's own step.
double stepForRates(const Grid& grid, const LaneKernel& kernel, const std::stop_token& stop);

}
