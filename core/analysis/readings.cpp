// SPDX-License-Identifier: GPL-3.0-or-later
#include "readings.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

/// The mean over time of a column's rows, by the trapezium rule.
std::optional<double> meanOf(const Trace& trace, std::size_t column, std::size_t first, std::size_t end)
{
    if (first >= end || first < trace.rawFrom(column)) return std::nullopt;
    const auto t = trace.times(first, end), y = trace.values(column, first, end);
    double area = 0;
    for (std::size_t i = 1; i < t.size(); ++i) area += (t[i] - t[i - 1]) * (y[i] + y[i - 1]) / 2;
    return t.back() > t.front() ? area / (t.back() - t.front()) : y.front();
}

}

std::size_t nearestRow(const Trace& trace, double time)
{
    const std::size_t row = std::min(trace.firstAt(time), trace.rows() - 1);
    if (row == trace.oldest() || time - trace.time(row - 1) >= trace.time(row) - time) return std::max(row, trace.oldest());
    return trace.firstAt(trace.time(row - 1));
}

std::optional<std::size_t> nextExtremum(const Trace& trace, std::size_t column, std::size_t row, int direction, double prominence)
{
    float highest = trace.value(column, row), lowest = highest;
    std::size_t high = row, low = row;
    const std::size_t oldest = trace.rawFrom(column);
    for (std::size_t i = row; direction > 0 ? i + 1 < trace.rows() : i > oldest;) {
        i = direction > 0 ? i + 1 : i - 1;
        const float value = trace.value(column, i);
        if (value > highest) highest = value, high = i;
        if (value < lowest) lowest = value, low = i;
        if (high != row && highest - value > prominence) return high;
        if (low != row && value - lowest > prominence) return low;
    }
    return std::nullopt;
}

Measurement measure(const Trace& trace, std::size_t column, double from, double to)
{
    const auto spikes = trace.spikes();
    const auto first = std::ranges::lower_bound(spikes, from), end = std::ranges::upper_bound(spikes, to);
    Measurement found{.from = from,
                      .to = to,
                      .spikes = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, end - first)),
                      .intervalRate = {},
                      .mean = {},
                      .extent = {}};
    if (found.spikes > 1) {
        double sum = 0;
        for (auto spike = first + 1; spike != end; ++spike) sum += 1000 / (*spike - *(spike - 1));
        found.intervalRate = sum / static_cast<double>(found.spikes - 1);
    }
    std::size_t row = trace.firstAt(from), past = trace.firstAt(to);
    while (past < trace.rows() && trace.time(past) <= to) ++past;
    row = std::max(row, trace.oldest());
    if (row >= past) return found;
    found.mean = meanOf(trace, column, row, past);
    found.extent = trace.extent(column, row, past);
    return found;
}

}
