// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.h"

namespace rheobase {

/// Is told that some points are answered, on any of the threads, by several at once.
using Answered = std::function<void(std::span<const std::size_t> indices, std::span<const SweepPoint> points)>;

/// Answers these points of a grid, in this order, into `points`, on so many threads (0: as many as the machine has) and the fastest way
/// that gives what a run gives. Returns when all are answered, or soon after a stop.
void answer(const Grid& grid, std::span<const std::size_t> order, std::span<SweepPoint> points, const std::stop_token& stop,
            unsigned threads, const Answered& answered);

}
