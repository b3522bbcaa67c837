// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extents.h"
#include "nice.h"

#include <QPointF>

#include <cstdint>
#include <optional>
#include <span>

namespace rheobase {

class Trace;

/// A curve of a plot that is a column of a trace: a line from row to row.
struct TraceCurve {
    const Trace* trace = nullptr;
    std::size_t column = 2;
    double shift = 0; ///< ms, from the trace's time to the plot's
    Range span{-std::numeric_limits<double>::infinity(),
               std::numeric_limits<double>::infinity()}; ///< of the trace's time: the rest is not shown
    double spike = 0;                                    ///< how high a stroke stands on each spike; 0: none

    bool operator==(const TraceCurve&) const = default;
};

/// A column of a plot's time: column k of a width is k · width … (k + 1) · width ms, so that it stays what it is while time scrolls.
using TimeColumn = std::int64_t;

inline TimeColumn columnAt(double time, double width) { return static_cast<TimeColumn>(std::floor(time / width)); }

/// The least and the greatest value of the curve in each part of columns first …, `parts` equal parts a column; neighbours
/// touch. In a column of many rows one part stands for all.
void reduce(const TraceCurve& curve, double width, TimeColumn first, int parts, std::span<Extent> out);

/// The last point of the curve up to a time of the plot.
std::optional<QPointF> lastPoint(const TraceCurve& curve, double until);

}
