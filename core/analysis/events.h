// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stimulus.h"
#include "trace.h"

#include <optional>
#include <span>

namespace rheobase {

/// The first edge of a stimulus at or after a time (ms) at which its current grows in magnitude or begins to vary; a current that
/// lasts has none.
std::optional<double> nextOnset(const Stimulus& stimulus, double since);
/// The last such edge after `since` and not after `until` (ms); `since` itself where there is none.
double lastOnset(const Stimulus& stimulus, double since, double until);

/// The first time (ms) from row `row` on at which the potential passes a level (mV), upwards or downwards, interpolated
/// between rows. `row` moves on to where the search may be resumed.
std::optional<double> nextCrossing(const Trace& trace, double level, bool rising, std::size_t& row);

/// The mean over stretches of a trace about some times (ms): `count` rows from `span.first` to `span.second` relative to each
/// of them, every column interpolated and averaged. The times have to lie where the trace has its rows.
Trace meanAbout(const Trace& trace, std::span<const double> times, std::pair<double, double> span, std::size_t count);

}
