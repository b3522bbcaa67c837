// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_times.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>

namespace rheobase {

namespace {

constexpr double perMs = 1e6; // the grid on which times are exact

/// The nearest whole number, of one below 2^52; std::round() takes many times as long.
double whole(double value) { return static_cast<double>(static_cast<std::int64_t>(value + std::copysign(0.5, value))); }

bool isOnGrid(double time) { return std::abs(time) < 4e9 && whole(time * perMs) / perMs == time; }

/// Equal but for the rounding of a sum.
bool isSame(double a, double b) { return std::abs(a - b) <= 4e-16 * std::abs(b); }

/// Times at equal distances that may be on the grid.
struct Grid {
    double start = 0, step = 0;
    bool holds = false;

    Grid(double first, double distance)
    {
        if (!isOnGrid(first) || !(distance > 0) || distance > 4e9) return;
        start = whole(first * perMs);
        step = whole(distance * perMs);
        holds = step > 0 && isSame(step / perMs, distance);
    }
    double at(double count) const { return (start + count * step) / perMs; }
};

}

double RowTimes::EvenRows::at(std::size_t row) const
{
    const double count = static_cast<double>(row - first);
    if (row == first) return start;
    if (const Grid grid(start, step); grid.holds) return grid.at(count);
    return start + count * step;
}

void RowTimes::add(double time)
{
    const std::size_t row = m_size++;
    if (!m_parts.empty()) {
        EvenRows& last = m_parts.back();
        if (row == last.first + 1) {
            last.step = time - last.start;
            if (isOnGrid(time) && isOnGrid(last.start)) last.step = std::round(last.step * perMs) / perMs;
        }
        const double expected = last.at(row);
        if (expected == time || (!isOnGrid(time) && isSame(expected, time))) return;
        if (row == last.first + 1) last.step = 0;
    }
    m_parts.push_back({row, time, 0});
}

std::deque<RowTimes::EvenRows>::const_iterator RowTimes::of(std::size_t row) const
{
    return std::prev(std::ranges::upper_bound(m_parts, row, {}, &EvenRows::first));
}

double RowTimes::at(std::size_t row) const { return of(row)->at(row); }

std::size_t RowTimes::firstAt(double time) const
{
    const auto next = std::ranges::lower_bound(m_parts, time, {}, &EvenRows::start);
    if (next == m_parts.begin()) return 0;
    const EvenRows& s = *std::prev(next);
    const std::size_t end = next == m_parts.end() ? m_size : next->first;
    if (!(s.step > 0)) return end; // it starts before the time
    const double steps = std::floor((time - s.start) / s.step);
    std::size_t row = s.first + static_cast<std::size_t>(std::min(steps, static_cast<double>(end - s.first)));
    if (row > s.first) --row; // the quotient may be rounded up
    while (row < end && s.at(row) < time) ++row;
    return row;
}

std::vector<double> RowTimes::range(std::size_t first, std::size_t end) const
{
    std::vector<double> times;
    if (first >= end) return times;
    times.reserve(end - first);
    for (auto s = of(first); first < end; ++s) {
        const std::size_t until = std::next(s) == m_parts.end() ? end : std::min(end, std::next(s)->first);
        const Grid grid(s->start, s->step);
        for (; first < until; ++first) times.push_back(grid.holds ? grid.at(static_cast<double>(first - s->first)) : s->at(first));
    }
    return times;
}

}
