// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace.h"

#include <optional>
#include <span>

namespace rheobase {

/// The shape of one spike as eFEL defines it (Blue Brain Project, eFeature descriptions), named there as said below. Peaks, troughs
/// and levels are found between rows: by a parabola through three, or a straight line. Empty is what the rows do not tell.
struct SpikeFeatures {
    /// A point of the trace: ms, mV.
    struct Point {
        double time, potential;
    };
    std::optional<Point> begin;      ///< AP_begin_time, AP_begin_voltage: where dV/dt begins to exceed a slope for three points of 0.1 ms
    std::optional<Point> peak;       ///< peak_time, peak_voltage: the greatest between the spike level's upward and downward crossing
    std::optional<Point> trough;     ///< min_AHP_values: the first least potential after the peak, not undercut for two points of 0.1 ms
    std::optional<double> halfWidth; ///< AP_duration_half_width: ms between the crossings of the middle of begin and peak
    std::optional<double> upstroke;  ///< AP_peak_upstroke: the greatest dV/dt from begin to peak, mV/ms (V/s)

    /// AP_amplitude in mV: the peak over the potential where the spike begins.
    std::optional<double> amplitude() const;
    /// After-hyperpolarisation depth in mV, fast_AHP: the potential where the spike begins over the trough.
    std::optional<double> ahpDepth() const;
};

/// The slope in mV/ms beyond which a spike has begun: eFEL's DerivativeThreshold.
constexpr double spikeSlope = 10;

/// The features of the spike that crosses its level upwards at the time `spike`, from rows (ms, mV) that reach from the spike before it
/// to the spike after it, as far as they are recorded. All is empty at a jump (two rows at the time of the spike: what fires is a rule,
/// not a shape); each feature where rows are missing or too far apart: fewer than five above a level, fewer than three in the upstroke.
SpikeFeatures spikeFeatures(std::span<const double> t, std::span<const double> V, double spike, double slope = spikeSlope);

/// The same of a spike of a trace, from the rows up to 50 ms around it. Tells whether the spike is over: its features will not change.
SpikeFeatures spikeFeatures(const Trace& trace, std::size_t spike, bool* isOver = nullptr);

}
