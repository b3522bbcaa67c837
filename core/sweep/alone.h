// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.h"

namespace rheobase {

/// The answer at a point of any sweep, from a run of its experiment; meaningless where it was stopped.
SweepPoint answerAlone(const Grid& grid, std::size_t index, const std::stop_token& stop);

}
