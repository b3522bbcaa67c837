// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace.h"

#include <optional>

namespace rheobase {

/// The row whose time is nearest to a time in ms; of two at a jump the first. The trace must not be empty.
std::size_t nearestRow(const Trace& trace, double time);

/// The next peak or trough of a column before (direction −1) or after (+1) a row: where the curve turns back by more than
/// `prominence`. Empty where there is none.
std::optional<std::size_t> nextExtremum(const Trace& trace, std::size_t column, std::size_t row, int direction, double prominence);

/// What a column does between two times in ms.
struct Measurement {
    double from, to;
    std::size_t spikes;                 ///< within, both ends included
    std::optional<double> intervalRate; ///< Hz, the mean of the inverses of the inter-spike intervals within
    std::optional<double> mean;         ///< over time; empty where there are no rows, or no longer
    Extent extent;
    double duration() const { return to - from; }
    double rate() const { return 1000 * static_cast<double>(spikes) / duration(); } ///< Hz
};

Measurement measure(const Trace& trace, std::size_t column, double from, double to);

}
