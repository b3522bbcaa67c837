// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_measures.h"

#include "channels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

const std::vector<double>& columnOf(const ClampSweep& sweep, std::optional<std::size_t> term)
{
    return term ? sweep.terms[*term] : sweep.I;
}

/// The rows first … end − 1 between two times; a row at `to` belongs to what comes after it.
struct Rows {
    std::size_t first, end;
};
Rows rowsBetween(const std::vector<double>& times, double from, double to)
{
    constexpr double dust = 1e-9; // ms
    const auto at = [&](double t) { return static_cast<std::size_t>(std::ranges::lower_bound(times, t - dust) - times.begin()); };
    return {at(from), at(to)};
}

Rows testOf(const ClampFamily& family)
{
    const VoltageClamp& c = family.experiment.clamp;
    const double from = testStart(c), to = from + c.width;
    Rows rows = rowsBetween(family.times, from, to);
    if (!c.hasTail && c.after == 0) rows.end = family.times.size(); // there is nothing after it
    return rows;
}

/// The extreme value among rows by the parabola through it and its neighbours, as it lies between rows.
template<class Less> ClampPeak extreme(const std::vector<double>& times, const std::vector<double>& values, Rows rows, Less less)
{
    if (rows.first >= rows.end) return {none, none};
    const auto begin = values.begin();
    const auto it = std::max_element(begin + static_cast<std::ptrdiff_t>(rows.first), begin + static_cast<std::ptrdiff_t>(rows.end), less);
    const auto i = static_cast<std::size_t>(it - begin);
    ClampPeak peak{values[i], times[i] - times[rows.first]};
    if (i == rows.first || i + 1 >= rows.end) return peak;
    const double before = values[i - 1] - values[i], after = values[i + 1] - values[i], curvature = before + after;
    if (curvature == 0) return peak;
    const double shift = (before - after) / (2 * curvature); // in rows
    if (!(std::abs(shift) <= 1)) return peak;
    peak.time += shift * (times[i + 1] - times[i]);
    peak.value -= curvature * shift * shift / 2;
    return peak;
}

ClampPeak greatestOf(const std::vector<double>& times, const std::vector<double>& values, Rows rows)
{
    return extreme(times, values, rows, [](double a, double b) { return std::abs(a) < std::abs(b); });
}

/// The time in which a current falls to 1/e of its way, from row to row of its tail.
double fallTime(const std::vector<double>& times, const std::vector<double>& values, Rows rows)
{
    if (rows.end < rows.first + 3) return none;
    const double last = values[rows.end - 1], way = values[rows.first] - last;
    if (!(std::abs(way) > 1e-9 * std::abs(values[rows.first]))) return none;
    for (std::size_t i = rows.first + 1; i < rows.end; ++i) {
        const double left = (values[i] - last) / way, before = (values[i - 1] - last) / way, e = std::exp(-1);
        if (left > e) continue;
        const double part = before > left ? (before - e) / (before - left) : 0;
        return times[i - 1] + part * (times[i] - times[i - 1]) - times[rows.first];
    }
    return none;
}

/// One greatest current of an experiment with a single test, and that of its prepulse.
struct TwoPeaks {
    double prepulse, test;
};
TwoPeaks peaksOf(const Experiment& experiment, std::size_t term, const std::stop_token& stop)
{
    Experiment e = experiment;
    e.clamp.steps = {experiment.clamp.steps[experiment.clamp.chosen]};
    e.clamp.chosen = 0;
    e.clamp.after = 0;
    e.clamp.hasTail = false;
    const ClampFamily family = clampFamily(e, {.interval = 0, .terms = std::vector{term}, .solver = {}}, stop);
    if (family.sweeps.empty()) return {none, none};
    const auto& values = columnOf(family.sweeps[0], term);
    const VoltageClamp& c = e.clamp;
    return {greatestOf(family.times, values, rowsBetween(family.times, c.before, c.before + c.prepulseWidth)).value,
            greatestOf(family.times, values, testOf(family)).value};
}

void divideByGreatest(std::vector<double>& values)
{
    double most = 0;
    for (const double value : values) most = std::max(most, std::abs(value)); // leaves out what is no number
    for (double& value : values) value = most > 0 ? std::abs(value) / most : none;
}

}

std::vector<ClampPoint> currentVoltage(const ClampFamily& family, std::optional<std::size_t> term)
{
    const auto& times = family.times;
    const Rows test = testOf(family);
    const VoltageClamp& c = family.experiment.clamp;
    const double after = testStart(c) + c.width;
    const Rows tail = test.end == times.size() ? Rows{0, 0} : rowsBetween(times, after, after + (c.hasTail ? c.tailWidth : c.after));
    std::vector<ClampPoint> points;
    for (const ClampSweep& sweep : family.sweeps) {
        const auto& I = columnOf(sweep, term);
        points.push_back({.V = sweep.step,
                          .greatest = greatestOf(times, I, test),
                          .inward = extreme(times, I, test, std::greater<>()),
                          .steady = test.first < test.end ? I[test.end - 1] : none,
                          .tail = tail.first < tail.end ? I[tail.first] : none,
                          .tailTime = fallTime(times, I, tail)});
    }
    return points;
}

std::optional<double> reversalOf(std::span<const ClampPoint> points)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double a = points[i - 1].greatest.value, b = points[i].greatest.value;
        if (b == 0) return points[i].V;
        if (a < 0 && b > 0) return points[i - 1].V + (points[i].V - points[i - 1].V) * a / (a - b);
    }
    return std::nullopt;
}

ClampCurve activation(const ClampFamily& family, std::size_t term)
{
    const Model& model = *family.experiment.model;
    const auto channels = channelsOf(model);
    const auto channel = std::ranges::find(channels, term, &Channel::current);
    if (channel == channels.end() || !channel->reversal) return {};
    const double E = family.experiment.parameters[*channel->reversal];
    const Rows test = testOf(family);
    ClampCurve curve;
    for (const ClampSweep& sweep : family.sweeps) {
        const auto& I = columnOf(sweep, term);
        std::vector<double> g(I.size());
        for (std::size_t i = 0; i < I.size(); ++i) g[i] = I[i] / (sweep.V[i] - E);
        curve.x.push_back(sweep.step);
        curve.share.push_back(greatestOf(family.times, g, test).value);
    }
    divideByGreatest(curve.share);
    return curve;
}

ClampCurve inactivation(const Experiment& experiment, std::size_t term, std::span<const double> prepulses, const std::stop_token& stop)
{
    Experiment e = experiment;
    e.clamp.hasPrepulse = true;
    e.clamp.before = 0;
    e.clamp.gap = 0;
    ClampCurve curve;
    for (const double V : prepulses) {
        e.clamp.prepulse = V;
        curve.x.push_back(V);
        curve.share.push_back(peaksOf(e, term, stop).test);
    }
    divideByGreatest(curve.share);
    return curve;
}

ClampCurve recovery(const Experiment& experiment, std::size_t term, std::span<const double> gaps, const std::stop_token& stop)
{
    Experiment e = experiment;
    e.clamp.hasPrepulse = true;
    e.clamp.before = 0;
    e.clamp.prepulse = e.clamp.steps[e.clamp.chosen];
    e.clamp.prepulseWidth = e.clamp.width;
    ClampCurve curve;
    for (const double gap : gaps) {
        e.clamp.gap = gap;
        const TwoPeaks peaks = peaksOf(e, term, stop);
        curve.x.push_back(gap);
        curve.share.push_back(peaks.test / peaks.prepulse);
    }
    return curve;
}

}
