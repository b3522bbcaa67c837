// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_columns.h"

#include "trace.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t manyRows = 32; // of a column: its parts are not looked at one by one

Extent single(double value) { return {static_cast<float>(value), static_cast<float>(value)}; }

/// Goes along a curve, column by column; times are the trace's.
class Reducer {
public:
    Reducer(const TraceCurve& curve, double width, int parts) : m_curve(curve), m_trace(*curve.trace), m_part(width / parts), m_parts(parts)
    {}

    /// The parts of the next column.
    void reduce(TimeColumn column, std::span<Extent> out)
    {
        const double from = edge(column * m_parts), to = edge((column + 1) * m_parts);
        if (!(from < to)) return;
        const std::size_t first = from == m_to ? m_end : rowAt(from);
        m_end = rowAt(to);
        m_to = to;
        if (first == m_trace.rows() || m_end == m_trace.oldest()) return;
        const std::size_t before = std::max(first, m_trace.oldest() + 1) - 1;
        if (before < m_trace.rawFrom(m_curve.column)) std::ranges::fill(out, extent(before, std::min(m_end + 1, m_trace.rows())));
        else if (m_end - first > manyRows) band(before, out);
        else line(column, from, first, before, out);
        if (m_curve.spike != 0) includeSpikes(column, from, out);
    }

private:
    double edge(TimeColumn part) const
    {
        return std::clamp(static_cast<double>(part) * m_part - m_curve.shift, m_curve.span.first, m_curve.span.second);
    }
    std::size_t rowAt(double time) const { return std::max(m_trace.firstAt(time), m_trace.oldest()); }
    Extent extent(std::size_t first, std::size_t end) const { return m_trace.extent(m_curve.column, first, end); }

    /// Many rows: all of them in the middle of the column.
    void band(std::size_t before, std::span<Extent> out) const
    {
        const auto middle = out.begin() + m_parts / 2;
        std::fill(out.begin(), middle, single(m_trace.value(m_curve.column, before)));
        std::fill(middle, out.end(), single(m_trace.value(m_curve.column, m_end - 1)));
        constexpr std::size_t block = Extents::firstBlock;
        if (m_end - before < 16 * block) *middle = extent(before, m_end);
        else // whole blocks, with one more than needed so that neighbours touch
            *middle = extent((std::max(before, block) / block - 1) * block, m_end < m_trace.rows() ? m_end / block * block : m_end);
    }

    /// Few rows: the line between them.
    void line(TimeColumn column, double from, std::size_t first, std::size_t before, std::span<Extent> out) const
    {
        const std::size_t end = std::min(m_end + 1, m_trace.rows());
        const auto times = m_trace.times(before, end), values = m_trace.values(m_curve.column, before, end);
        std::size_t i = first - before;
        const auto at = [&](double time) -> Extent {
            if (i == times.size() || (i == 0 && times[i] != time)) return {};
            if (times[i] == time) return single(values[i]);
            return single(values[i - 1] + (time - times[i - 1]) / (times[i] - times[i - 1]) * (values[i] - values[i - 1]));
        };
        Extent here = at(from);
        for (double place = from; Extent & part : out) {
            const double to = edge(column * m_parts + (&part - out.data()) + 1);
            if (!(place < to)) continue;
            part = here;
            for (; i < times.size() && times[i] < to; ++i) part.include(static_cast<float>(values[i]));
            here = at(to);
            part.include(here);
            place = to;
        }
    }

    /// One in a part is enough.
    void includeSpikes(TimeColumn column, double from, std::span<Extent> out) const
    {
        const auto spikes = m_trace.spikes();
        auto spike = std::ranges::lower_bound(spikes, from);
        for (Extent& part : out) {
            const double to = edge(column * m_parts + (&part - out.data()) + 1);
            if (spike == spikes.end() || *spike >= m_to) return;
            if (*spike >= to) continue;
            const std::size_t row = m_trace.firstAt(*spike);
            const float foot = row < m_trace.rows() ? extent(row, row + 1).most : std::numeric_limits<float>::quiet_NaN();
            part.include(foot);
            part.include(foot + static_cast<float>(m_curve.spike));
            while (spike != spikes.end() && *spike < to) ++spike;
        }
    }

    const TraceCurve& m_curve;
    const Trace& m_trace;
    double m_part; // of a column, in ms
    int m_parts;
    double m_to = std::numeric_limits<double>::quiet_NaN(); // the end of the last column
    std::size_t m_end = 0;                                  // the first row at or after it
};

}

void reduce(const TraceCurve& curve, double width, TimeColumn first, int parts, std::span<Extent> out)
{
    std::ranges::fill(out, Extent());
    if (curve.trace->empty()) return;
    Reducer reducer(curve, width, parts);
    const auto each = static_cast<std::size_t>(parts);
    for (std::size_t i = 0; i < out.size(); i += each) reducer.reduce(first++, out.subspan(i, each));
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
