// SPDX-License-Identifier: GPL-3.0-or-later
#include "envelope.h"

#include "trace.h"

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

}

void Envelope::clear()
{
    m_points.clear();
    m_first = m_end = 0;
}

Envelope::Column Envelope::columnOf(double t) const { return static_cast<Column>(std::floor(t / m_width)); }

/// The first row of a column or of those after it.
std::size_t Envelope::rowOf(const Trace& trace, Column column) const
{
    std::size_t row = trace.firstAt(static_cast<double>(column) * m_width);
    while (row > 0 && columnOf(trace.time(row - 1)) >= column) --row;
    while (row < trace.rows() && columnOf(trace.time(row)) < column) ++row;
    return row;
}

/// Keeps the points of the whole columns first … last − 1.
void Envelope::keep(Column first, Column last)
{
    m_first = std::max(m_first, first);
    m_end = std::min(m_end, last);
    if (m_first >= m_end) return clear();
    const auto column = [this](const QPointF& p) { return columnOf(p.x()); };
    m_points.erase(std::ranges::lower_bound(m_points, m_end, {}, column), m_points.end());
    m_points.erase(m_points.begin(), std::ranges::lower_bound(m_points, m_first, {}, column));
}

void Envelope::update(const Trace& trace, std::size_t column, Range window, double width)
{
    if (width != m_width) clear();
    m_width = width;
    if (trace.empty() || window.second < trace.startTime()) return clear();
    const std::size_t from = trace.firstAt(window.first), to = std::min(trace.rows() - 1, trace.firstAt(window.second));
    const Column first = columnOf(trace.time(std::max(trace.oldest() + 1, from) - 1)), last = columnOf(trace.time(to));
    keep(first, last); // the last column may still grow
    if (m_points.empty()) m_first = m_end = last;
    if (first < m_first) {
        reduce(trace, column, rowOf(trace, first), rowOf(trace, m_first));
        m_points.insert(m_points.begin(), m_added.begin(), m_added.end());
    }
    reduce(trace, column, rowOf(trace, m_end), rowOf(trace, last + 1));
    m_points.insert(m_points.end(), m_added.begin(), m_added.end());
    m_first = first;
    m_end = last;
}

void Envelope::reduce(const Trace& trace, std::size_t column, std::size_t row, std::size_t end)
{
    m_added.clear();
    for (std::size_t next; row < end; row = next) {
        const Column now = columnOf(trace.time(row));
        next = std::min(end, rowOf(trace, now + 1));
        if (row >= trace.rawFrom(column) && next - row <= fewRows) addRows(trace, column, row, next, m_added);
        else addExtent(trace, column, row, next, (static_cast<double>(now) + 0.5) * m_width, m_added);
    }
}

}
