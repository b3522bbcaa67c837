// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.h"

namespace rheobase {

/// Answers points without a step.
using ClosedForm = void (*)(const Grid& grid, std::span<const std::size_t> indices, std::span<SweepPoint> points,
                            const std::stop_token& stop);

/// The closed form of linear models under constant currents with the exact solver; null for other sweeps.
ClosedForm closedFormOf(const Grid& grid);

}
