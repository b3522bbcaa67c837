// SPDX-License-Identifier: GPL-3.0-or-later
#include "events.h"

#include "nice.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

/// A column at a time between two rows; of two rows with one time the earlier one.
double interpolated(const Trace& trace, std::size_t column, double time)
{
    const std::size_t after = std::min(trace.firstAt(time), trace.rows() - 1), before = after > trace.rawFrom(column) ? after - 1 : after;
    const double t0 = trace.time(before), t1 = trace.time(after), v0 = trace.value(column, before), v1 = trace.value(column, after);
    return t1 > t0 ? v0 + (v1 - v0) * std::clamp((time - t0) / (t1 - t0), 0.0, 1.0) : v1;
}

/// Moves over the next edge, `edge`: true where the current grows there in magnitude, or begins to vary.
bool passesOnset(Drive& drive, double edge)
{
    const double before = drive.at(edge);
    const bool varied = !drive.varying().empty();
    drive.seek(edge);
    return std::abs(drive.at(edge)) > std::abs(before) + 1e-12 || (!varied && !drive.varying().empty());
}

}

std::optional<double> nextOnset(const Stimulus& stimulus, double since)
{
    Drive drive(stimulus);
    drive.seek(std::nextafter(since, -1.0));
    const double last = stimulus.repeat > 0 ? since + 2 * stimulus.repeat : std::numeric_limits<double>::infinity();
    for (double edge = drive.nextEdge(); edge < last; edge = drive.nextEdge())
        if (passesOnset(drive, edge) && edge >= since) return edge;
    return std::nullopt;
}

double lastOnset(const Stimulus& stimulus, double since, double until)
{
    Drive drive(stimulus);
    drive.seek(stimulus.repeat > 0 ? std::max(since, until - 2 * stimulus.repeat) : since); // every episode has the same onsets
    double last = since;
    for (double edge = drive.nextEdge(); edge <= until; edge = drive.nextEdge())
        if (passesOnset(drive, edge)) last = edge;
    return last;
}

Trigger trigger(const Model& model, double level, bool rising, const Extent& ofLate)
{
    const double reached = ofLate.empty() ? 0 : rising ? level - ofLate.least : ofLate.most - level;
    const double distance = std::clamp(reached / 2, 0.0, model.spikeRearm);
    return {level, rising ? level - distance : level + distance, rising};
}

std::optional<double> nextEvent(const Trace& trace, const Trigger& trigger, Followed& followed)
{
    const double sign = trigger.rising ? 1 : -1;
    const auto isBelow = [=](double V, double level) { return sign * V < sign * level; };
    auto& [row, isArmed] = followed;
    row = std::max(row, trace.rawFrom(Columns::potential));
    for (; row + 1 < trace.rows(); ++row) {
        const double a = trace.value(Columns::potential, row), b = trace.value(Columns::potential, row + 1);
        isArmed = isArmed || (isBelow(a, trigger.level) && !isBelow(trigger.armedAt, a));
        if (!isArmed || !isBelow(a, trigger.level) || isBelow(b, trigger.level)) continue;
        isArmed = false;
        const double t0 = trace.time(row), t1 = trace.time(++row);
        return t0 + (t1 - t0) * (trigger.level - a) / (b - a);
    }
    return std::nullopt;
}

Trace meanAbout(const Trace& trace, std::span<const double> times, std::pair<double, double> span, std::size_t count)
{
    Trace mean(trace.model());
    std::vector<double> sums(trace.columns().size());
    for (std::size_t i = 0; i < count; ++i) {
        const double at = evenly(span.first, span.second, i, count);
        for (std::size_t column = 1; column < sums.size(); ++column) {
            sums[column] = 0;
            for (const double time : times) sums[column] += interpolated(trace, column, time + at) / static_cast<double>(times.size());
        }
        sums[Columns::time] = at;
        mean.recordRow(i == 0 ? Mark::start : Mark::sample, sums);
    }
    return mean;
}

}
