// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_image.h"

#include "trace.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace rheobase {

namespace {

constexpr int linePixels = 16; // a line of the cache; with an even number of them a row, a column would fill few of its places

/// A column of pixels is drawn in so many parts: as fine as the eye wants, and some seven of them across the pen.
int partsOf(const InkedCurve& inked, const ImageView& view)
{
    int parts = view.ratio < 1.75 ? 4 : 2;
    while (parts < 16 && parts * inked.width < 6.5) parts *= 2;
    return parts;
}

}

TraceImage::Drawn TraceImage::drawn(const InkedCurve& inked)
{
    const TraceCurve& curve = inked.curve;
    const Trace* trace = curve.trace.get();
    Drawn now{inked, trace->serial(), {}};
    now.curve.curve.span = {};     // what of it changes, the ends tell
    now.curve.curve.trace.reset(); // the run tells which it was
    if (trace->empty()) return now;
    const std::size_t raw = std::min(trace->rawFrom(curve.column), trace->rows() - 1);
    const std::array<double, 3> times{trace->startTime(), trace->time(raw), trace->latestTime()};
    std::ranges::transform(times, now.ends.begin(),
                           [&](double t) { return std::clamp(t, curve.span.first, curve.span.second) + curve.shift; });
    return now;
}

/// Where a column is in the ring.
int TraceImage::place(TimeColumn column) const
{
    const TimeColumn ring = m_view.size.width();
    return static_cast<int>((column % ring + ring) % ring);
}

void TraceImage::markStale(TimeColumn first, TimeColumn end)
{
    first = std::max(first - m_view.first, TimeColumn{0});
    end = std::min<TimeColumn>(end - m_view.first, m_view.size.width());
    if (first < end) std::fill(m_stale.begin() + first, m_stale.begin() + end, true);
}

/// The columns that looked at what has come or gone at the ends of a curve.
void TraceImage::markChanges(const Drawn& before, const Drawn& now)
{
    const TimeColumn first = m_view.first, last = first + m_view.size.width();
    const auto columnOf = [&](double t) {
        return columnAt(std::clamp(t, static_cast<double>(first - 99) * m_view.column, static_cast<double>(last + 99) * m_view.column),
                        m_view.column);
    };
    const int reach = m_inks[static_cast<std::size_t>(&now - m_curves.data())].reach() + 1;
    for (std::size_t i = 0; i < now.ends.size(); ++i) {
        if (now.ends[i] == before.ends[i]) continue;
        const auto [a, b] = std::minmax(before.ends[i], now.ends[i]);
        markStale(columnOf(a) - reach, columnOf(b) + reach + 1);
    }
}

/// Moves to another view of the same columns, or starts anew.
void TraceImage::begin(const ImageView& view)
{
    ImageView moved = view;
    moved.first = m_view.first;
    const bool isSame = moved == m_view;
    const TimeColumn by = view.first - m_view.first, width = view.size.width();
    m_view = view;
    m_stale.assign(static_cast<std::size_t>(width), false);
    const QSize ring(linePixels * ((view.size.width() / linePixels + 1) | 1), view.size.height());
    if (m_ring.size() != ring) m_ring = QImage(ring, QImage::Format_ARGB32_Premultiplied);
    if (!isSame) return markAll();
    if (by > 0) markStale(view.first + width - by, view.first + width);
    if (by < 0) markStale(view.first, view.first - by);
}

/// Takes another ground. Of lines, only those that come or go are drawn.
void TraceImage::stand(const Ground& ground)
{
    const Ground before = std::exchange(m_ground, ground);
    if (ground.rows != before.rows || ground.paper != before.paper || ground.line != before.line) return markAll();
    std::vector<TimeColumn> changes;
    std::ranges::set_symmetric_difference(before.lines, ground.lines, std::back_inserter(changes));
    for (const TimeColumn column : changes) markStale(column, column + 1);
}

int TraceImage::update(std::span<const InkedCurve> curves, const ImageView& view, const Ground& ground)
{
    if (view.size.isEmpty()) return 0;
    begin(view);
    stand(ground);
    const std::vector<Drawn> before = std::exchange(m_curves, {});
    std::ranges::transform(curves, std::back_inserter(m_curves), drawn);
    const auto isSame = [](const Drawn& a, const Drawn& b) { return a.curve == b.curve && a.run == b.run; };
    if (!std::ranges::equal(before, m_curves, isSame)) {
        m_inks.clear();
        m_parts.clear();
        for (const InkedCurve& inked : curves) {
            m_parts.push_back(partsOf(inked, view));
            m_inks.emplace_back(inked.colour, inked.width, m_parts.back());
        }
        markAll();
    } else
        for (std::size_t i = 0; i < m_curves.size(); ++i) markChanges(before[i], m_curves[i]);
    int count = 0;
    for (auto from = std::ranges::find(m_stale, true); from != m_stale.end();) {
        const auto to = std::find(from, m_stale.end(), false);
        const TimeColumn first = view.first + (from - m_stale.begin()), end = view.first + (to - m_stale.begin());
        findRuns(curves, first, end);
        draw(first, end);
        count += static_cast<int>(end - first);
        from = std::find(to, m_stale.end(), true);
    }
    return count;
}

/// What the curves cover without their width.
void TraceImage::findRuns(std::span<const InkedCurve> curves, TimeColumn first, TimeColumn end)
{
    const double scale = m_view.size.height() / (m_view.values.second - m_view.values.first);
    const auto y = [&](float value) { return static_cast<float>((m_view.values.second - value) * scale); };
    Reducer reducer(m_view.column);
    m_runs.resize(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const int parts = m_parts[i], reach = m_inks[i].reach();
        m_extents.resize(static_cast<std::size_t>(end - first + 2 * reach) * static_cast<std::size_t>(parts));
        reducer.reduce(curves[i].curve, first - reach, parts, m_extents);
        m_runs[i].resize(m_extents.size());
        std::ranges::transform(m_extents, m_runs[i].begin(), [&](const Extent& e) { return Run{y(e.most), y(e.least)}; });
    }
}

/// The ground under columns.
void TraceImage::clearBlock(TimeColumn column, int count)
{
    const auto& [rows, lines, paper, line] = m_ground;
    const auto first = std::ranges::lower_bound(lines, column), end = std::ranges::lower_bound(lines, column + count);
    auto* pixels = reinterpret_cast<QRgb*>(m_block.bits());
    for (int y = 0; y < m_block.height(); ++y, pixels += Ink::block) {
        const QRgb colour = rows.empty() ? 0 : rows[static_cast<std::size_t>(y)];
        std::fill_n(pixels, count, colour);
        if (colour == paper)
            for (auto at = first; at != end; ++at) pixels[*at - column] = line;
    }
}

/// Block by block, all curves, while it is at hand.
void TraceImage::draw(TimeColumn first, TimeColumn end)
{
    const QSize block(Ink::block, m_view.size.height());
    if (m_block.size() != block) m_block = QImage(block, m_ring.format());
    const int ring = m_ring.width();
    for (TimeColumn column = first; column < end;) {
        const int x = place(column), room = std::min(Ink::block, m_view.size.width() - x);
        const int count = static_cast<int>(std::min<TimeColumn>(end - column, room));
        clearBlock(column, count);
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            const auto from = static_cast<std::size_t>(column - first) * static_cast<std::size_t>(m_parts[i]);
            m_inks[i].draw(m_block, count, std::span(m_runs[i]).subspan(from));
        }
        const auto* from = reinterpret_cast<const QRgb*>(m_block.constBits());
        auto* to = reinterpret_cast<QRgb*>(m_ring.bits()) + x;
        for (int y = 0; y < block.height(); ++y, from += Ink::block, to += ring) std::copy_n(from, count, to);
        column += count;
    }
}

void TraceImage::paint(QPainter& painter, const QRect& axes) const
{
    const QSize size = m_view.size.boundedTo(axes.size());
    if (m_ring.isNull() || size.isEmpty()) return;
    const QImage plain(m_ring.constBits(), m_ring.width(), m_ring.height(), m_ring.bytesPerLine(), QImage::Format_RGB32);
    const int first = place(m_view.first), split = std::min(size.width(), m_view.size.width() - first);
    painter.drawImage(axes.topLeft(), plain, QRect(first, 0, split, size.height()));
    if (split == size.width()) return;
    painter.drawImage(axes.topLeft() + QPoint(split, 0), plain, QRect(0, 0, size.width() - split, size.height()));
}

QImage TraceImage::image() const
{
    QImage copy(m_view.size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < copy.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(m_ring.constScanLine(y));
        std::rotate_copy(row, row + place(m_view.first), row + copy.width(), reinterpret_cast<QRgb*>(copy.scanLine(y)));
    }
    return copy;
}

}
