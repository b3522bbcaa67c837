// SPDX-License-Identifier: GPL-3.0-or-later
#include "spike_features.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rheobase {

namespace {

using Point = SpikeFeatures::Point;

constexpr double around = 50; // ms: further from a spike nothing belongs to it
constexpr std::size_t fewestRows = 5, fewestSlopes = 3;
constexpr double window = 0.2 * (1 - 1e-9); // ms: eFEL looks at three points (DerivativeWindow) 0.1 ms apart (interp_step)

/// The vertex of the parabola through three points; the middle one where they lie on a line.
Point vertex(Point a, Point b, Point c)
{
    const double first = (b.potential - a.potential) / (b.time - a.time), second = (c.potential - b.potential) / (c.time - b.time);
    const double bend = (second - first) / (c.time - a.time), t = (a.time + b.time) / 2 - first / (2 * bend);
    if (!(t >= a.time && t <= c.time)) return b;
    return {t, a.potential + (t - a.time) * (first + bend * (t - b.time))};
}

/// The rows of a trace around one spike.
class Rows {
public:
    Rows(std::span<const double> t, std::span<const double> V) : m_t(t), m_V(V) {}

    std::size_t size() const { return m_t.size(); }
    Point at(std::size_t i) const { return {m_t[i], m_V[i]}; }
    std::size_t firstAt(double time) const { return static_cast<std::size_t>(std::ranges::lower_bound(m_t, time) - m_t.begin()); }
    double potentialAt(double time) const
    {
        const std::size_t i = std::clamp<std::size_t>(firstAt(time), 1, size() - 1);
        return m_V[i - 1] + (time - m_t[i - 1]) * slope(i - 1).potential;
    }
    /// dV/dt between a row and the next, at the time in the middle: exact to the second order, however the rows lie.
    Point slope(std::size_t i) const { return {(m_t[i] + m_t[i + 1]) / 2, (m_V[i + 1] - m_V[i]) / (m_t[i + 1] - m_t[i])}; }
    /// The extremum near a row.
    Point turn(std::size_t i) const { return i == 0 || i + 1 == size() ? at(i) : vertex(at(i - 1), at(i), at(i + 1)); }
    /// The time at which the line from a row to the next has a potential.
    double passing(std::size_t i, double potential) const { return m_t[i] + (potential - m_V[i]) / slope(i).potential; }
    double potential(std::size_t i) const { return m_V[i]; }
    double time(std::size_t i) const { return m_t[i]; }

private:
    std::span<const double> m_t, m_V;
};

/// The greatest row while the potential stays above that at the spike's time; empty where it has not come down yet.
std::optional<std::size_t> peakOf(const Rows& rows, double spike)
{
    const std::size_t first = rows.firstAt(spike);
    if (first == 0 || first + 1 >= rows.size() || rows.time(first) == rows.time(first + 1)) return std::nullopt;
    const double level = rows.potentialAt(spike);
    std::size_t peak = first, i = first;
    for (; i < rows.size() && rows.potential(i) >= level; ++i)
        if (rows.potential(i) > rows.potential(peak)) peak = i;
    return i < rows.size() && i - first >= fewestRows ? std::optional(peak) : std::nullopt;
}

/// The first and the last of the slopes that make up the upstroke: the last ones before the peak that stay above `slope` long enough.
std::optional<std::pair<std::size_t, std::size_t>> upstrokeOf(const Rows& rows, std::size_t peak, double slope)
{
    const auto isSteep = [&](std::size_t i) { return rows.slope(i).potential > slope; };
    for (std::size_t end = peak; end > 0;) {
        while (end > 0 && !isSteep(end - 1)) --end;
        std::size_t first = end;
        while (first > 0 && isSteep(first - 1)) --first;
        if (first == 0) return std::nullopt; // it began before the rows
        if (end - first >= fewestSlopes && rows.slope(end - 1).time - rows.slope(first).time >= window) return std::pair(first, end - 1);
        end = first;
    }
    return std::nullopt;
}

/// Where dV/dt passes a value between the slope before `first` and that one.
Point beginOf(const Rows& rows, std::size_t first, double slope)
{
    const Point before = rows.slope(first - 1), after = rows.slope(first);
    if (!std::isfinite(before.potential)) return rows.at(first);
    const double part = (slope - before.potential) / (after.potential - before.potential);
    const double time = before.time + part * (after.time - before.time);
    return {time, rows.potentialAt(time)};
}

/// The greatest of the slopes from one to another, mV/ms.
double greatestSlope(const Rows& rows, std::size_t first, std::size_t last)
{
    std::size_t most = first;
    for (std::size_t i = first; i <= last; ++i)
        if (rows.slope(i).potential > rows.slope(most).potential) most = i;
    return vertex(rows.slope(most - 1), rows.slope(most), rows.slope(most + 1)).potential;
}

std::optional<Point> troughOf(const Rows& rows, std::size_t peak)
{
    std::size_t least = peak;
    for (std::size_t i = peak + 1; i < rows.size(); ++i) {
        if (rows.potential(i) < rows.potential(least)) least = i;
        else if (rows.time(i) - rows.time(least) >= window) return rows.turn(least);
    }
    return std::nullopt;
}

std::optional<double> widthAt(const Rows& rows, std::size_t peak, double level)
{
    std::size_t rise = peak, fall = peak;
    while (rise > 0 && rows.potential(rise - 1) >= level) --rise;
    while (fall < rows.size() && rows.potential(fall) >= level) ++fall;
    if (rise == 0 || fall == rows.size() || fall - rise < fewestRows) return std::nullopt;
    return rows.passing(fall - 1, level) - rows.passing(rise - 1, level);
}

}

std::optional<double> SpikeFeatures::amplitude() const
{
    return begin && peak ? std::optional(peak->potential - begin->potential) : std::nullopt;
}

std::optional<double> SpikeFeatures::ahpDepth() const
{
    return begin && trough ? std::optional(begin->potential - trough->potential) : std::nullopt;
}

SpikeFeatures spikeFeatures(std::span<const double> t, std::span<const double> V, double spike, double slope)
{
    const Rows rows(t, V);
    SpikeFeatures features;
    const auto peak = peakOf(rows, spike);
    if (!peak) return features;
    features.peak = rows.turn(*peak);
    features.trough = troughOf(rows, *peak);
    if (const auto upstroke = upstrokeOf(rows, *peak, slope)) {
        features.begin = beginOf(rows, upstroke->first, slope);
        features.upstroke = greatestSlope(rows, upstroke->first, upstroke->second);
        features.halfWidth = widthAt(rows, *peak, (features.begin->potential + features.peak->potential) / 2);
    }
    return features;
}

SpikeFeatures spikeFeatures(const Trace& trace, std::size_t spike, bool* isOver)
{
    const auto spikes = trace.spikes();
    const bool isLast = spike + 1 == spikes.size();
    const double time = spikes[spike], from = spike > 0 ? std::max(time - around, spikes[spike - 1]) : time - around;
    const double to = isLast ? time + around : std::min(time + around, spikes[spike + 1]);
    SpikeFeatures features;
    const std::size_t first = std::max(trace.firstAt(from), trace.rawFrom(Columns::potential)), end = trace.firstAt(to);
    if (first < end && !trace.model().jumps)
        features = spikeFeatures(trace.times(first, end), trace.values(Columns::potential, first, end), time);
    if (isOver) *isOver = !isLast || features.trough || trace.model().jumps || trace.latestTime() > to;
    return features;
}

}
