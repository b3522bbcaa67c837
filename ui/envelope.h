// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <cstdint>
#include <span>
#include <vector>

namespace rheobase {

/// A trace reduced to what a display can show: the least and the greatest sample of each column of pixels, in the order
/// they came. Columns begin at multiples of their width, so that a scrolling trace does not flicker; columns that are
/// complete are kept from frame to frame.
class Envelope {
public:
    /// Brings points() to the samples from the last one before `from` to the first one after `to`; columns of `width` ms.
    void update(std::span<const double> time, std::span<const double> values, double from, double to, double width);
    /// Forgets everything: the samples have changed.
    void clear();
    /// Time and value, at most two a column.
    std::span<const QPointF> points() const { return m_points; }

private:
    using Column = std::int64_t;
    Column columnOf(double t) const;
    void keep(Column first, Column last);
    static void reduce(std::span<const double> time, std::span<const double> values, double width, std::vector<QPointF>& out);

    std::vector<QPointF> m_points, m_added;
    double m_width = 0;
    Column m_first = 0, m_end = 0; // columns that m_points has whole
};

}
