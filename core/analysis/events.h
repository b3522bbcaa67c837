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

/// A level (mV) that begins an event where the potential passes it, once armed. It is armed where the potential stands at `armedAt` or
/// beyond, on the other side, so that noise about the level makes one event of a passage.
struct Trigger {
    double level, armedAt;
    bool rising = true;
};
/// A trigger that is armed as far beyond its level as the model's spikes are, or, where the potential has not reached so far of late, half
/// as far as it has.
Trigger trigger(const Model& model, double level, bool rising, const Extent& ofLate);

/// How far a trigger has followed a trace. Where a run begins it is armed.
struct Followed {
    std::size_t row = 0;
    bool isArmed = true;
};
/// The time (ms) of the next event from there on, interpolated between rows.
std::optional<double> nextEvent(const Trace& trace, const Trigger& trigger, Followed& followed);

/// The mean over stretches of a trace about some times (ms): `count` rows from `span.first` to `span.second` relative to each
/// of them, every column interpolated and averaged. The times have to lie where the trace has its rows.
Trace meanAbout(const Trace& trace, std::span<const double> times, std::pair<double, double> span, std::size_t count);

}
