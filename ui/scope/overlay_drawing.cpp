// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay_drawing.h"

#include "plot_label.h"
#include "theme.h"
#include "trace.h"
#include "trace_plot.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double lineStep = 1.4; // from baseline to baseline, in em
constexpr double nowhere = -1e6; // a place that no plot has

/// The strand of the present sweep; none before a plot is drawn for the first time.
Strand lastOf(const TracePlot& plot) { return plot.view().strands.empty() ? Strand() : plot.view().strands.back(); }

/// The times of the run that a plot shows of a strand.
Range partOf(const TracePlot& plot, const Strand& strand)
{
    const Range across = plot.view().across;
    if (!strand.trace) return {0, 0};
    const double from = std::max({across.first - strand.shift, strand.span.first, strand.trace->startTime()});
    return {from, std::max(from, std::min({across.second - strand.shift, strand.span.second, strand.trace->latestTime()}))};
}

/// Where the words of guides stand, and the way back to the newest sample.
std::vector<QRectF> wordsOf(const TracePlot& plot)
{
    const double em = plot.plotStyle().em;
    const QRectF axes = plot.axes();
    std::vector<QRectF> places{{axes.right() - 11 * em, axes.bottom() - 4 * em, 11 * em, 4 * em}};
    for (const Guide& guide : plot.guides()) {
        const double y = plot.pixelAt({0, guide.value}).y(), width = labelWidth(plot.wordFont(), guide.label) + 3 * em;
        places.emplace_back(axes.left(), y - 1.5 * em, width, 3 * em);
    }
    return places;
}

bool isFree(const TracePlot& plot, const QRectF& place, std::span<const QRectF> taken)
{
    const auto meets = [&](const QRectF& other) { return other.intersects(place); };
    return std::ranges::none_of(taken, meets) && !coversCurves(plot, place);
}

QRectF within(const QRectF& room, QSizeF size, double x, double y)
{
    return {QPointF(room.left() + x * (room.width() - size.width()), room.top() + y * (room.height() - size.height())), size};
}

}

double timeAt(const TracePlot& plot, double x)
{
    const double t = plot.valueAt({x, 0}).x();
    const Strand last = lastOf(plot);
    return plot.runTime(t).value_or(std::clamp(t - last.shift, last.span.first, std::max(last.span.first, last.span.second)));
}

double xOf(const TracePlot& plot, double time)
{
    const auto t = plot.axisTime(time);
    return t ? plot.pixelAt({*t, 0}).x() : nowhere;
}

Range timesOfLastSweep(const TracePlot& plot) { return partOf(plot, lastOf(plot)); }

Range shownTimes(const TracePlot& plot)
{
    Range times = timesOfLastSweep(plot);
    for (const Strand& strand : plot.view().strands) {
        if (strand.trace != lastOf(plot).trace) continue;
        const Range part = partOf(plot, strand);
        times = {std::min(times.first, part.first), std::max(times.second, part.second)};
    }
    return times;
}

Face overlayFont(const TracePlot& plot, double size, bool bold)
{
    QFont font = interfaceFont(9, bold ? QFont::DemiBold : QFont::Normal);
    const PlotStyle& style = plot.plotStyle();
    font.setPixelSize(std::max(style.leastText, qRound(size * style.em)));
    return {font, style.leastText};
}

bool coversCurves(const TracePlot& plot, const QRectF& place)
{
    const double line = plot.plotStyle().lineWidth;
    const auto covers = [&](const Strand& strand) {
        if (!strand.trace || strand.trace->empty()) return false;
        const Trace& trace = *strand.trace;
        const double from = std::max(plot.valueAt({place.left() - line, 0}).x() - strand.shift, strand.span.first);
        const double to = std::min(plot.valueAt({place.right() + line, 0}).x() - strand.shift, strand.span.second);
        if (from > to || to < trace.startTime() || from > trace.latestTime()) return false;
        const std::size_t first = std::max(trace.firstAt(from), trace.oldest() + 1) - 1,
                          end = std::min(trace.firstAt(to) + 2, trace.rows());
        const auto spikes = trace.spikes();
        const auto spike = std::ranges::lower_bound(spikes, from);
        const bool drawsSpike = plot.traces().isPotential() && trace.model().spikesAreDrawn() && spike != spikes.end() && *spike <= to;
        return std::ranges::any_of(plot.row().columns, [&](std::size_t column) {
            const Extent extent = trace.extent(column, first, end);
            const double top = plot.pixelAt({0, extent.most + (drawsSpike ? spikeHeight : 0)}).y() - line;
            return !extent.empty() && top < place.bottom() && plot.pixelAt({0, extent.least}).y() + line > place.top();
        });
    };
    return std::ranges::any_of(plot.view().strands, covers);
}

QRectF freePlace(const TracePlot& plot, QSizeF size, const QRectF& before, std::span<const QRectF> taken, std::span<const QRectF> spared)
{
    const double margin = 0.6 * plot.plotStyle().em;
    const QRectF room = plot.axes().adjusted(margin, margin, -margin, -margin);
    if (size.width() > room.width() || size.height() > room.height()) return {};
    QRectF kept(before.topLeft(), size);
    if (before.center().x() > room.center().x()) kept.moveRight(before.right());
    if (!before.isNull() && room.contains(kept) && isFree(plot, kept, taken)) return kept;
    std::vector<QRectF> all = wordsOf(plot);
    all.insert(all.end(), spared.begin(), spared.end());
    all.insert(all.end(), taken.begin(), taken.end());
    for (const std::span<const QRectF> avoided : {std::span<const QRectF>(all), taken})
        for (const double y : {0.0, 1.0, 0.5, 0.25, 0.75, 0.12, 0.88})
            for (const double x : {1.0, 0.0, 0.5, 0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4})
                if (const QRectF place = within(room, size, x, y); isFree(plot, place, avoided)) return place;
    return {};
}

QSizeF boxSize(const TracePlot& plot, const QStringList& lines)
{
    const double em = plot.plotStyle().em;
    qreal width = 0;
    for (const QString& line : lines) width = std::max(width, labelWidth(overlayFont(plot, 0.95), line));
    return {std::ceil(width + 1.2 * em), std::ceil(lineStep * em * static_cast<double>(lines.size()) + 0.7 * em)};
}

void drawBox(QPainter& painter, const TracePlot& plot, const QRectF& place, const QStringList& lines)
{
    const double em = plot.plotStyle().em;
    const Theme& theme = *plot.plotStyle().theme;
    QColor ground = theme.raised;
    ground.setAlphaF(0.94F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, plot.plotStyle().hairline));
    painter.setBrush(ground);
    painter.drawRoundedRect(place, 0.4 * em, 0.4 * em);
    painter.setPen(theme.text);
    QPointF baseline = place.topLeft() + QPointF(0.6, 0.02) * em;
    for (const QString& line : lines) drawLabel(painter, baseline += QPointF(0, lineStep * em), overlayFont(plot, 0.95), line);
}

void drawUpright(QPainter& painter, const TracePlot& plot, double x, const QColor& colour, double width, Qt::PenStyle style)
{
    const QRectF axes = plot.axes();
    if (x < axes.left() || x > axes.right()) return;
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (style != Qt::SolidLine) pen.setDashPattern(style == Qt::DotLine ? QList<qreal>{1, 4} : QList<qreal>{5, 4});
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    painter.drawLine(QPointF(x, axes.top()), QPointF(x, axes.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
}

QStringList inLines(const QString& sentence, qsizetype letters)
{
    QStringList lines{{}};
    for (const QString& word : sentence.split(u' ')) {
        if (!lines.last().isEmpty() && lines.last().size() + word.size() >= letters) lines << QString();
        lines.last() += (lines.last().isEmpty() ? "" : " ") + word;
    }
    return lines;
}

}
