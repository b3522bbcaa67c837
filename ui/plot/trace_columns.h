// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extents.h"
#include "nice.h"

#include <QPointF>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rheobase {

class Trace;

/// A curve of a plot that is a column of a trace: a line from row to row.
struct TraceCurve {
    std::shared_ptr<const Trace> trace{};
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

/// Finds what curves show in columns of a plot's time. Those of the same rows cost less one after the other; traces must not
/// change meanwhile.
class Reducer {
public:
    /// The width of columns in ms.
    explicit Reducer(double width) : m_width(width) {}

    /// The least and the greatest value of the curve in each part of columns first …, `parts` equal parts a column; neighbours
    /// touch. In a column of many rows one part stands for all.
    void reduce(const TraceCurve& curve, TimeColumn first, int parts, std::span<Extent> out);

private:
    struct Column;
    void findRows(std::size_t columns);
    void band(const Column& column) const;
    void line(const Column& column);
    void includeSpikes(const Column& column) const;

    double m_width;
    TimeColumn m_first = 0;
    int m_parts = 1;
    TraceCurve m_curve;              // the last one; of its times is what follows
    std::vector<double> m_edges;     // of parts, in the trace's time
    std::vector<std::size_t> m_rows; // the first row of each column, and of the one behind them
    // Times and values of rows m_start …: of all columns where they are few, else of one.
    std::vector<double> m_times, m_values;
    std::size_t m_start = 0;
    bool m_areFew = false;
};

/// The last point of the curve up to a time of the plot.
std::optional<QPointF> lastPoint(const TraceCurve& curve, double until);

}
