// SPDX-License-Identifier: GPL-3.0-or-later
#include "envelope.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

void Envelope::clear()
{
    m_points.clear();
    m_first = m_end = 0;
}

Envelope::Column Envelope::columnOf(double t) const { return static_cast<Column>(std::floor(t / m_width)); }

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

void Envelope::update(std::span<const double> time, std::span<const double> values, double from, double to, double width)
{
    if (width != m_width) clear();
    m_width = width;
    const auto rowAt = [time](double t) { return std::ranges::lower_bound(time, t) - time.begin(); };
    const auto rowOf = [this, time](Column c) {
        return std::ranges::lower_bound(time, c, {}, [this](double t) { return columnOf(t); }) - time.begin();
    };
    if (time.empty() || to < time.front()) return clear();
    const auto rows = static_cast<std::ptrdiff_t>(time.size());
    const Column first = columnOf(time[static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, rowAt(from) - 1))]);
    const Column last = columnOf(time[static_cast<std::size_t>(std::min(rows - 1, rowAt(to)))]);
    const auto reduced = [&](std::ptrdiff_t begin, std::ptrdiff_t end) {
        const auto count = static_cast<std::size_t>(end - begin);
        m_added.clear();
        reduce(time.subspan(static_cast<std::size_t>(begin), count), values.subspan(static_cast<std::size_t>(begin), count), m_width,
               m_added);
    };
    keep(first, last); // the last column may still grow
    if (m_points.empty()) m_first = m_end = last;
    if (first < m_first) {
        reduced(rowOf(first), rowOf(m_first));
        m_points.insert(m_points.begin(), m_added.begin(), m_added.end());
    }
    reduced(rowOf(m_end), rowOf(last + 1));
    m_points.insert(m_points.end(), m_added.begin(), m_added.end());
    m_first = first;
    m_end = last;
}

void Envelope::reduce(std::span<const double> time, std::span<const double> values, double width, std::vector<QPointF>& out)
{
    for (std::size_t i = 0; i < time.size();) {
        const double column = std::floor(time[i] / width);
        const auto isBefore = [=](double t) { return std::floor(t / width) <= column; };
        const auto end = static_cast<std::size_t>(std::ranges::partition_point(time.subspan(i), isBefore) - time.begin());
        std::size_t least = i, most = i;
        for (++i; i < end; ++i) {
            if (values[i] < values[least]) least = i;
            if (values[i] > values[most]) most = i;
        }
        const auto [a, b] = std::minmax(least, most);
        out.emplace_back(time[a], values[a]);
        if (b != a) out.emplace_back(time[b], values[b]);
    }
}

}
