// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_scene.h"

#include "channels.h"
#include "clamp_measures.h"
#include "csv.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rheobase {

namespace {

constexpr double unsettled = 0.08; // of the greatest current of the family
constexpr double transient = 0.25; // of it, what is left of a current that is soon over

/// Where a current comes to a peak within the test, in ms of the episode, and it: the greatest, or of an inward current the least. What it
/// begins with and what it stays at is none.
std::optional<QPointF> peakOf(const ClampFamily& chosen, std::optional<std::size_t> term, bool isInward)
{
    const auto points = currentVoltage(chosen, term);
    if (points.empty()) return std::nullopt;
    const ClampPeak& peak = isInward ? points[0].inward : points[0].greatest;
    const VoltageClamp& clamp = chosen.experiment.clamp;
    const double row = chosen.times.size() > 1 ? chosen.times[1] : 0, size = isInward ? -peak.value : std::abs(peak.value);
    if (!(size > 0) || peak.time <= row || peak.time >= clamp.width - 2 * row) return std::nullopt;
    if (std::abs(peak.value - points[0].steady) < 0.01 * size) return std::nullopt;
    return QPointF(testStart(clamp) + peak.time, peak.value);
}

/// A current that is soon over is shown while it lasts: from shortly before the test until it has settled.
Range whileItLasts(const std::vector<QPolygonF>& sweeps, const VoltageClamp& clamp)
{
    const Range all(0, lengthOf(clamp)), test(testStart(clamp), testStart(clamp) + clamp.width);
    if (clamp.hasTail) return all;
    double most = 0, left = 0, settled = 0;
    for (const QPolygonF& sweep : sweeps)
        for (const QPointF& p : sweep) most = std::max(most, std::abs(p.y()));
    for (const QPolygonF& sweep : sweeps) {
        const auto end = std::ranges::lower_bound(sweep, test.second * (1 - 1e-9), {}, &QPointF::x);
        if (end == sweep.begin()) return all;
        const double last = (end - 1)->y();
        left = std::max(left, std::abs(last));
        for (auto p = end; p != sweep.begin() && (p - 1)->x() > test.first; --p)
            if (std::abs((p - 1)->y() - last) > unsettled * most) {
                settled = std::max(settled, (p - 1)->x() - test.first);
                break;
            }
    }
    const double span = std::ceil(1.3 * std::max(settled, clamp.width / 20));
    return settled > 0 && left < transient * most && span < 0.6 * clamp.width
               ? Range(std::max(0.0, test.first - span / 10), test.first + span)
               : all;
}

Range fitting(const std::vector<QPolygonF>& sweeps, bool hasZero)
{
    double least = hasZero ? 0 : INFINITY, most = hasZero ? 0 : -INFINITY;
    for (const QPolygonF& sweep : sweeps)
        for (const QPointF& p : sweep)
            if (std::isfinite(p.y())) least = std::min(least, p.y()), most = std::max(most, p.y());
    return least <= most && most - least > 0 ? niceRange(least, most) : Range(least - 1, most + 1);
}

/// What is commanded, with upright edges.
QPolygonF commandLine(const VoltageClamp& clamp, double test)
{
    QPolygonF line;
    for (const Piece& piece : commandOf(clamp, test))
        line << QPointF(piece.from, piece.base) << QPointF(std::min(piece.to, lengthOf(clamp)), piece.base);
    return line;
}

QPolygonF sweepOf(const std::vector<double>& times, const std::vector<double>& values)
{
    QPolygonF sweep;
    sweep.reserve(static_cast<qsizetype>(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i) sweep << QPointF(times[i], values[i]);
    return sweep;
}

}

std::vector<std::size_t> ClampScene::order() const
{
    if (isAlone) return {clamp.chosen};
    std::vector<std::size_t> all(clamp.steps.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::ranges::stable_sort(all, {}, [this](std::size_t i) { return i == clamp.chosen ? INFINITY : clamp.steps[i]; });
    return all;
}

double ClampScene::rank(std::size_t step) const
{
    const auto below = std::ranges::count_if(clamp.steps, [&](double other) { return other < clamp.steps[step]; });
    return clamp.steps.size() < 2 ? 1 : static_cast<double>(below) / static_cast<double>(clamp.steps.size() - 1);
}

std::vector<std::size_t> clampedTerms(const Model& model)
{
    std::vector<Channel> channels = channelsOf(model);
    std::stable_partition(channels.begin(), channels.end(), [](const Channel& channel) { return static_cast<bool>(channel.gating); });
    std::vector<std::size_t> terms;
    for (const Channel& channel : channels) terms.push_back(channel.current);
    return terms;
}

ClampScene clampScene(const ClampFamily& family, const ClampFamily& chosen)
{
    const Model& model = *family.experiment.model;
    ClampScene scene{.model = &model, .clamp = family.experiment.clamp};
    const auto add = [&](const Quantity& of, std::optional<std::size_t> term) {
        ClampCurves curves{.of = of, .sweeps = {}};
        for (const ClampSweep& sweep : family.sweeps) curves.sweeps.push_back(sweepOf(family.times, term ? sweep.terms[*term] : sweep.I));
        curves.peak = peakOf(chosen, term, !term);
        curves.across = scene.rows.size() > 1 ? whileItLasts(curves.sweeps, scene.clamp) : Range(0, lengthOf(scene.clamp));
        curves.up = fitting(curves.sweeps, true);
        scene.rows.push_back(std::move(curves));
    };
    scene.rows.push_back({.of = given(family.experiment), .sweeps = std::vector<QPolygonF>(scene.clamp.steps.size())});
    recommand(scene, scene.clamp);
    add(recordedCurrent(family.experiment), std::nullopt);
    for (const std::size_t term : clampedTerms(model)) add(model.terms[term], term);
    return scene;
}

void recommand(ClampScene& scene, const VoltageClamp& clamp)
{
    if (scene.rows.empty() || clamp.steps.size() != scene.clamp.steps.size()) return;
    scene.clamp = clamp;
    ClampCurves& command = scene.rows.front();
    for (std::size_t i = 0; i < clamp.steps.size(); ++i) command.sweeps[i] = commandLine(clamp, clamp.steps[i]);
    command.up = fitting(command.sweeps, false);
    command.across = {0, lengthOf(clamp)};
}

QByteArray clampTable(const ClampFamily& family)
{
    QByteArray table = clampHeader(family.experiment);
    for (const ClampSweep& sweep : family.sweeps)
        for (std::size_t row = 0; row < family.times.size(); ++row) appendClampRow(table, family, sweep, row);
    return table;
}

}
