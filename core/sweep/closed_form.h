// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.h"

namespace rheobase {

/// Answers a point without a step; false where only a run can tell.
using ClosedForm = bool (*)(const Grid& grid, std::size_t index, SweepPoint& point);

/// The closed form of linear models under constant currents with the exact solver; null for other sweeps.
ClosedForm closedFormOf(const Grid& grid);

}
