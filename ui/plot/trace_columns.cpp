// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_columns.h"

#include "trace.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t manyRows = 32;  // of a column: its parts are not looked at one by one
constexpr std::size_t manyBlocks = 2; // of a column: one more does not show

Extent single(double value) { return {static_cast<float>(value), static_cast<float>(value)}; }

/// The size of the greatest blocks of which this many rows have many; 1: there are none.
std::size_t blockFor(std::size_t rows)
{
    std::size_t block = 1;
    for (std::size_t level = 0; level < Extents::levels && rows >= manyBlocks * Extents::blockOf(level); ++level)
        block = Extents::blockOf(level);
    return block;
}

}

/// A column that has rows.
struct Reducer::Column {
    const double* edges;            // of its parts
    std::size_t before, first, end; // the row before its first, which is this, and the one behind its last
    std::span<Extent> out;
};

void Reducer::reduce(const TraceCurve& curve, TimeColumn first, int parts, std::span<Extent> out)
{
    std::ranges::fill(out, Extent());
    const Trace& trace = *curve.trace;
    if (trace.empty()) return;
    const std::size_t each = static_cast<std::size_t>(parts), columns = out.size() / each;
    const bool isKnown = m_curve.trace == curve.trace && m_curve.shift == curve.shift && m_curve.span == curve.span && m_first == first
                         && m_parts == parts && m_rows.size() == columns + 1;
    m_curve = curve;
    m_first = first;
    m_parts = parts;
    if (!isKnown) findRows(columns);
    if (m_areFew) m_values = trace.values(curve.column, m_start, m_start + m_times.size());
    for (std::size_t i = 0; i < columns; ++i) {
        const double* edges = m_edges.data() + i * each;
        const std::size_t from = m_rows[i], end = m_rows[i + 1];
        if (!(edges[0] < edges[parts]) || from == trace.rows() || end == trace.oldest()) continue;
        const Column column{edges, std::max(from, trace.oldest() + 1) - 1, from, end, out.subspan(i * each, each)};
        if (column.before < trace.rawFrom(curve.column))
            std::ranges::fill(column.out, trace.extent(curve.column, column.before, std::min(end + 1, trace.rows())));
        else if (end - from > manyRows) band(column);
        else line(column);
        if (curve.spike != 0) includeSpikes(column);
    }
}

/// The edges and the rows of the columns, and the times of the rows.
void Reducer::findRows(std::size_t columns)
{
    const Trace& trace = *m_curve.trace;
    const auto parts = static_cast<std::size_t>(m_parts);
    m_edges.resize(columns * parts + 1);
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const auto part = static_cast<double>(m_first * m_parts + static_cast<TimeColumn>(i));
        m_edges[i] = std::clamp(part * (m_width / m_parts) - m_curve.shift, m_curve.span.first, m_curve.span.second);
    }
    m_rows.resize(columns + 1);
    for (std::size_t i = 0; i <= columns; ++i) {
        const bool isSame = i > 0 && m_edges[i * parts] == m_edges[(i - 1) * parts];
        m_rows[i] = isSame ? m_rows[i - 1] : std::max(trace.firstAt(m_edges[i * parts]), trace.oldest());
    }
    m_start = std::max(m_rows.front(), trace.oldest() + 1) - 1;
    const std::size_t end = std::min(m_rows.back() + 1, trace.rows());
    m_areFew = end <= m_start + columns * manyRows;
    if (m_areFew) m_times = trace.times(m_start, end);
}

/// Many rows: all of them in the middle of the column, and on both sides a value that the neighbour has, too.
void Reducer::band(const Column& column) const
{
    const auto& [edges, before, first, end, out] = column;
    const Trace& trace = *m_curve.trace;
    const auto middle = out.begin() + m_parts / 2;
    const std::size_t block = blockFor(end - before), rows = trace.rows();
    const auto valueAt = [&](std::size_t row) { // of a whole block where there is one
        const std::size_t from = row / block * block;
        const Extent extent =
            from + block <= rows ? trace.extent(m_curve.column, from, from + block) : trace.extent(m_curve.column, row, row + 1);
        return Extent{0.5F * (extent.least + extent.most), 0.5F * (extent.least + extent.most)};
    };
    std::fill(out.begin(), middle, valueAt(before));
    std::fill(middle, out.end(), valueAt(end - 1));
    const std::size_t from = before / block * block, to = (end - 1) / block * block + block;
    *middle = trace.extent(m_curve.column, from, to <= rows ? to : end);
}

/// Few rows: the line between them.
void Reducer::line(const Column& column)
{
    const Trace& trace = *m_curve.trace;
    if (!m_areFew) {
        const std::size_t end = std::min(column.end + 1, trace.rows());
        m_start = column.before;
        m_times = trace.times(m_start, end);
        m_values = trace.values(m_curve.column, m_start, end);
    }
    std::size_t i = column.first - m_start;
    const std::size_t count = m_times.size();
    const auto at = [&](double time) -> Extent {
        if (i == count || (i == 0 && m_times[i] != time)) return {};
        if (m_times[i] == time) return single(m_values[i]);
        return single(m_values[i - 1] + (time - m_times[i - 1]) / (m_times[i] - m_times[i - 1]) * (m_values[i] - m_values[i - 1]));
    };
    const double* edge = column.edges;
    Extent here = at(*edge);
    for (Extent& part : column.out) {
        const double from = *edge++;
        if (!(from < *edge)) continue;
        part = here;
        for (; i < count && m_times[i] < *edge; ++i) part.include(static_cast<float>(m_values[i]));
        here = at(*edge);
        part.include(here);
    }
}

/// One in a part is enough.
void Reducer::includeSpikes(const Column& column) const
{
    const Trace& trace = *m_curve.trace;
    const auto spikes = trace.spikes();
    auto spike = std::ranges::lower_bound(spikes, column.edges[0]);
    const double* edge = column.edges;
    for (Extent& part : column.out) {
        const double to = *++edge;
        if (spike == spikes.end() || *spike >= column.edges[m_parts]) return;
        if (*spike >= to) continue;
        const std::size_t row = trace.firstAt(*spike);
        const float foot = row < trace.rows() ? trace.extent(m_curve.column, row, row + 1).most : std::numeric_limits<float>::quiet_NaN();
        part.include(foot);
        part.include(foot + static_cast<float>(m_curve.spike));
        while (spike != spikes.end() && *spike < to) ++spike;
    }
}

std::optional<QPointF> lastPoint(const TraceCurve& curve, double until)
{
    const Trace& trace = *curve.trace;
    const double time = std::min({until - curve.shift, curve.span.second, trace.latestTime()});
    if (trace.empty() || time < std::max(trace.startTime(), curve.span.first)) return std::nullopt;
    const std::size_t after = trace.firstAt(time), row = after < trace.rows() && trace.time(after) == time ? after : after - 1;
    const Extent extent = trace.extent(curve.column, row, row + 1);
    return QPointF(time + curve.shift, 0.5 * (extent.least + extent.most));
}

}
