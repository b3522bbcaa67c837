// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"

#include <QPointF>

#include <cstdint>
#include <span>
#include <vector>

namespace rheobase {

class Trace;

/// A column of a trace reduced to what a figure can show: the least and the greatest sample of each column of pixels, in the
/// order they came. Columns begin at multiples of their width, so that a scrolling trace does not flicker; columns that are
/// complete are kept from frame to frame.
class Envelope {
public:
    /// Brings points() to the samples from the last one before the window to the first one after it; columns of `width` ms.
    void update(const Trace& trace, std::size_t column, Range window, double width);
    /// Forgets everything: the samples have changed.
    void clear();
    /// Time and value, at most two a column.
    std::span<const QPointF> points() const { return m_points; }

private:
    using Column = std::int64_t;
    Column columnOf(double t) const;
    std::size_t rowOf(const Trace& trace, Column column) const;
    void keep(Column first, Column last);
    void reduce(const Trace& trace, std::size_t column, std::size_t row, std::size_t end);

    std::vector<QPointF> m_points, m_added;
    double m_width = 0;
    Column m_first = 0, m_end = 0; // columns that m_points has whole
};

}
