// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_image.h"

#include "trace.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

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

int TraceImage::place(TimeColumn column) const
{
    const TimeColumn width = m_view.size.width();
    return static_cast<int>((column % width + width) % width);
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
    if (m_image.size() != view.size) m_image = QImage(view.size, QImage::Format_ARGB32_Premultiplied);
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
        for (const InkedCurve& inked : curves) m_inks.emplace_back(inked.colour, inked.width, partsOf(inked, view));
        markAll();
    } else
        for (std::size_t i = 0; i < m_curves.size(); ++i) markChanges(before[i], m_curves[i]);
    int count = 0;
    for (auto from = std::ranges::find(m_stale, true); from != m_stale.end();) {
        const auto to = std::find(from, m_stale.end(), false);
        const TimeColumn first = view.first + (from - m_stale.begin()), end = view.first + (to - m_stale.begin());
        clear(first, end);
        for (std::size_t i = 0; i < curves.size(); ++i) draw(curves[i], m_inks[i], first, end);
        count += static_cast<int>(end - first);
        from = std::find(to, m_stale.end(), true);
    }
    return count;
}

void TraceImage::clear(TimeColumn first, TimeColumn end)
{
    if (end - first == m_view.size.width()) return m_image.fill(0);
    const int x = place(first), columns = static_cast<int>(end - first), right = std::min(columns, m_view.size.width() - x);
    for (int y = 0; y < m_view.size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
        std::fill_n(line + x, right, 0);
        std::fill_n(line, columns - right, 0);
    }
}

void TraceImage::draw(const InkedCurve& inked, Ink& ink, TimeColumn first, TimeColumn end)
{
    const int parts = partsOf(inked, m_view), columns = static_cast<int>(end - first);
    m_extents.resize(static_cast<std::size_t>(columns + 2 * ink.reach()) * static_cast<std::size_t>(parts));
    reduce(inked.curve, m_view.column, first - ink.reach(), parts, m_extents);
    const double scale = m_view.size.height() / (m_view.values.second - m_view.values.first);
    const auto y = [&](float value) { return static_cast<float>((m_view.values.second - value) * scale); };
    m_runs.resize(m_extents.size());
    std::ranges::transform(m_extents, m_runs.begin(), [&](const Extent& e) { return Run{y(e.most), y(e.least)}; });
    const int x = place(first), right = std::min(columns, m_view.size.width() - x);
    const std::span<const Run> runs(m_runs);
    ink.draw(m_image, x, right, runs);
    if (right < columns)
        ink.draw(m_image, 0, columns - right, runs.subspan(static_cast<std::size_t>(right) * static_cast<std::size_t>(parts)));
}

void TraceImage::paint(QPainter& painter, QPointF corner) const
{
    if (m_image.isNull()) return;
    const int start = place(m_view.first), width = m_image.width(), height = m_image.height();
    painter.save();
    painter.translate(corner);
    painter.scale(1 / m_view.ratio, 1 / m_view.ratio); // pixels are pixels
    painter.drawImage(QPoint(0, 0), m_image, QRect(start, 0, width - start, height));
    painter.drawImage(QPoint(width - start, 0), m_image, QRect(0, 0, start, height));
    painter.restore();
}

QImage TraceImage::image() const
{
    QImage copy(m_image.size(), m_image.format());
    copy.fill(0);
    QPainter painter(&copy);
    painter.scale(m_view.ratio, m_view.ratio);
    paint(painter, {0, 0});
    return copy;
}

}
