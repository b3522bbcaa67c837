// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_image.h"

#include "trace.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int stripRows = 16; // painted at a time

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
    const Trace* trace = curve.trace;
    Drawn now{inked, trace->serial(), {}};
    now.curve.curve.span = {}; // what of it changes, the ends tell
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
    const TimeColumn ring = m_tiles.height() / m_view.size.height() * Ink::block;
    return static_cast<int>((column % ring + ring) % ring);
}

/// The row of the tiles in which row y of a column is.
std::size_t TraceImage::rowOf(TimeColumn column, int y) const
{
    return static_cast<std::size_t>(place(column) / Ink::block * m_view.size.height() + y);
}

const QRgb* TraceImage::pixel(TimeColumn column, int y) const
{
    return reinterpret_cast<const QRgb*>(m_tiles.constScanLine(static_cast<int>(rowOf(column, y)))) + place(column) % Ink::block;
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
    const QSize ring(Ink::block, (view.size.width() + Ink::block - 1) / Ink::block * view.size.height());
    if (m_tiles.size() != ring) {
        m_tiles = QImage(ring, QImage::Format_ARGB32_Premultiplied);
        m_tiles.fill(0);
        m_inked.assign(static_cast<std::size_t>(ring.height()), 0);
    }
    if (!isSame) return markAll();
    if (by > 0) markStale(view.first + width - by, view.first + width);
    if (by < 0) markStale(view.first, view.first - by);
}

int TraceImage::update(std::span<const InkedCurve> curves, const ImageView& view)
{
    if (view.size.isEmpty()) return 0;
    begin(view);
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

/// Tile by tile, all curves, while it is at hand.
void TraceImage::draw(TimeColumn first, TimeColumn end)
{
    const int height = m_view.size.height();
    for (TimeColumn column = first; column < end; column += untilNextTile(column)) {
        const int x = place(column) % Ink::block, count = static_cast<int>(std::min<TimeColumn>(end - column, untilNextTile(column)));
        const std::size_t row = rowOf(column, 0);
        QImage tile(m_tiles.scanLine(static_cast<int>(row)), Ink::block, height, m_tiles.bytesPerLine(), m_tiles.format());
        const std::span inked = std::span(m_inked).subspan(row, static_cast<std::size_t>(height));
        const std::uint64_t here = ~std::uint64_t{0} >> (Ink::block - count) << x;
        auto* pixels = reinterpret_cast<QRgb*>(tile.bits()) + x;
        for (std::uint64_t& bits : inked) {
            if (bits & here) std::fill_n(pixels, count, 0);
            bits &= ~here;
            pixels += Ink::block;
        }
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            const auto from = static_cast<std::size_t>(column - first) * static_cast<std::size_t>(m_parts[i]);
            const auto [top, bottom] = m_inks[i].draw(tile, x, count, std::span(m_runs[i]).subspan(from));
            for (int y = top; y < bottom; ++y) inked[static_cast<std::size_t>(y)] |= here;
        }
    }
}

void TraceImage::paint(QPainter& painter, QPoint corner, const Ground& ground) const
{
    const QSize size = m_view.size.boundedTo(ground.size());
    if (size.isEmpty()) return;
    QImage strip(size.width(), stripRows, QImage::Format_RGB32); // small enough to stay at hand
    auto* pixels = reinterpret_cast<QRgb*>(strip.bits());
    for (int top = 0; top < size.height(); top += stripRows) {
        const int rows = std::min(stripRows, size.height() - top);
        for (int x = 0, end = 0; x < size.width(); x = end) {
            const TimeColumn column = m_view.first + x;
            end = std::min(size.width(), x + untilNextTile(column));
            const QRgb* ink = pixel(column, top);
            const std::uint64_t* inked = &m_inked[rowOf(column, top)];
            for (int row = 0; row < rows; ++row, ink += Ink::block)
                ground.carry(*inked++ ? ink : nullptr, x, end, top + row, pixels + row * size.width());
        }
        painter.drawImage(corner + QPoint(0, top), strip, QRect(0, 0, size.width(), rows));
    }
}

QImage TraceImage::image() const
{
    QImage copy(m_view.size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < copy.height(); ++y)
        for (int x = 0; x < copy.width(); ++x) reinterpret_cast<QRgb*>(copy.scanLine(y))[x] = *pixel(m_view.first + x, y);
    return copy;
}

}
