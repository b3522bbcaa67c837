// SPDX-License-Identifier: GPL-3.0-or-later
#include "envelope.h"

#include "trace.h"
#include "trace_columns.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t fewRows = 48; // of a column: looked at one by one

/// The least and the greatest of some rows, in the order they came.
void addRows(const Trace& trace, std::size_t column, std::size_t row, std::size_t end, std::vector<QPointF>& out)
{
    std::size_t least = row, most = row;
    for (std::size_t i = row + 1; i < end; ++i) {
        if (trace.value(column, i) < trace.value(column, least)) least = i;
        if (trace.value(column, i) > trace.value(column, most)) most = i;
    }
    const auto [a, b] = std::minmax(least, most);
    out.emplace_back(trace.time(a), trace.value(column, a));
    if (b != a) out.emplace_back(trace.time(b), trace.value(column, b));
}

/// The least and the greatest of many rows, the one nearer to the row before first.
void addExtent(const Trace& trace, std::size_t column, std::size_t row, std::size_t end, double time, std::vector<QPointF>& out)
{
    const Extent extent = trace.extent(column, row, end);
    if (extent.empty()) return;
    const double before = row > 0 ? trace.extent(column, row - 1, row).most : extent.least;
    const bool rises = !(std::abs(before - extent.least) > std::abs(before - extent.most));
    out.emplace_back(time, rises ? extent.least : extent.most);
    out.emplace_back(time, rises ? extent.most : extent.least);
}

/// The first row of a column or of those after it.
std::size_t firstRow(const Trace& trace, TimeColumn column, double width)
{
    std::size_t row = trace.firstAt(static_cast<double>(column) * width);
    while (row > 0 && columnAt(trace.time(row - 1), width) >= column) --row;
    while (row < trace.rows() && columnAt(trace.time(row), width) < column) ++row;
    return row;
}

}

std::vector<QPointF> envelope(const Trace& trace, std::size_t column, Range window, double width)
{
    std::vector<QPointF> points;
    if (trace.empty() || window.second < trace.startTime()) return points;
    const std::size_t from = trace.firstAt(window.first), to = std::min(trace.rows() - 1, trace.firstAt(window.second));
    const TimeColumn first = columnAt(trace.time(std::max(trace.oldest() + 1, from) - 1), width);
    const std::size_t end = firstRow(trace, columnAt(trace.time(to), width) + 1, width);
    for (std::size_t row = firstRow(trace, first, width), next; row < end; row = next) {
        const TimeColumn now = columnAt(trace.time(row), width);
        next = firstRow(trace, now + 1, width);
        if (row >= trace.rawFrom(column) && next - row <= fewRows) addRows(trace, column, row, next, points);
        else addExtent(trace, column, row, next, (static_cast<double>(now) + 0.5) * width, points);
    }
    return points;
}

}
