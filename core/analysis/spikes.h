// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"
#include "trace.h"

#include <optional>
#include <span>

namespace rheobase {

/// The time between the last two spikes in ms; empty where there are fewer than two.
std::optional<double> lastInterval(std::span<const double> spikes);

/// Standard deviation over mean of the last inter-spike intervals, at most `most` of them (sample standard deviation); empty
/// where there are fewer than three.
std::optional<double> variationOfIntervals(std::span<const double> spikes, std::size_t most = 20);

/// The firing rate in Hz under a lasting current, in closed form: of linear models with a reset, for which it is
/// 1/(t_ref + T), T being the time from reset to threshold. 0 where the threshold is never reached; empty for other models.
std::optional<double> steadyRate(const Model& model, std::span<const double> parameters, double I);

/// The shape of a spike: peak potential less the least potential since the spike before; and the time that the potential
/// spends above the middle of the two. mV and ms.
struct SpikeShape {
    double amplitude, halfWidth;
    bool operator==(const SpikeShape&) const = default;
};

/// The shape of the last spike that has come down again, read from the recorded rows; empty where there is none, or where the rows
/// are too far apart to tell (fewer than five above the middle).
std::optional<SpikeShape> lastSpikeShape(const Trace& trace);

}
