// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.h"
#include "lanes.h"

namespace rheobase {

/// The kernel for a sweep by a method that lanes have; without `carry` for other sweeps.
LaneKernel kernelFor(const Grid& grid);

/// Answers these points side by side, at this step in ms; not all of them where it was stopped. One that diverged says only that.
void answerSideBySide(const Grid& grid, const LaneKernel& kernel, double step, std::span<const std::size_t> indices,
                      std::span<SweepPoint> points, const std::stop_token& stop);

}
