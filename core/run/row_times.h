// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

namespace rheobase {

/// The times of rows, which never decrease. Rows at equal distances cost nothing: a stretch of them is its start and its
/// step, and gives back the times it was given (to the last bit on a grid of whole nanoseconds, else to some of them).
class RowTimes {
public:
    void add(double time);
    void clear() { m_parts.clear(), m_size = 0; }

    std::size_t size() const { return m_size; }
    double at(std::size_t row) const;
    /// The first row at or after a time; size() where there is none.
    std::size_t firstAt(double time) const;
    /// The times of rows first … end − 1.
    std::vector<double> range(std::size_t first, std::size_t end) const;
    std::size_t bytes() const { return m_parts.size() * sizeof(EvenRows); }

private:
    struct EvenRows {
        std::size_t first;
        double start, step;
        double at(std::size_t row) const;
    };
    std::deque<EvenRows>::const_iterator of(std::size_t row) const;

    std::deque<EvenRows> m_parts; // some at each spike; a vector of millions takes long to grow
    std::size_t m_size = 0;
};

}
