// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph_picture.h"

#include "csv.h"
#include "plot_label.h"
#include "polyline.h"
#include "theme.h"
#include "trace.h"
#include "words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double wordSize = 0.9; // in em
constexpr double high = 0.25;    // of the greatest value of a line: where its name may stand

}

void fit(ClampGraph& graph, bool isShare)
{
    if (isShare) {
        graph.up = {-0.03, 1.03};
        return;
    }
    double least = 0, most = 0;
    for (const ClampGraph::Line& line : graph.lines)
        for (const QPolygonF* points : {&line.curve, &line.dots})
            for (const QPointF& p : *points)
                if (std::isfinite(p.y())) least = std::min(least, p.y()), most = std::max(most, p.y());
    graph.up = most > least ? niceRange(least, most) : Range(-1, 1);
}

QByteArray graphTable(const std::vector<ClampGraph>& graphs)
{
    QByteArray table;
    for (const ClampGraph& graph : graphs) {
        if (!table.isEmpty()) table += '\n';
        table += "series," + QByteArray::fromStdString(graph.acrossColumn) + ",value,unit\n";
        const auto add = [&](const std::string& series, const QPolygonF& points) {
            for (const QPointF& p : points) {
                table += QByteArray::fromStdString(series);
                appendNumber(table += ',', p.x());
                appendNumber(table += ',', p.y());
                table += ',' + QByteArray::fromStdString(std::string(graph.unit)) + '\n';
            }
        };
        for (const ClampGraph::Line& line : graph.lines) {
            add(line.column, line.curve);
            add(line.column + " of steps", line.dots);
        }
    }
    return table;
}

void GraphPicture::setGraph(ClampGraph graph)
{
    m_graph = std::move(graph);
    m_graph.hasNamesInside |= !hasRoomForLegend();
    const Theme& t = *plotStyle().theme;
    const QString unit = fromView(m_graph.unit);
    setTitle(unit.isEmpty() ? m_graph.title : QStringLiteral("%1 (%2)").arg(m_graph.title, unit));
    setHorizontalLabel(m_graph.across);
    setHorizontalScale(m_graph.isLogarithmic ? Scale::logarithmic : Scale::linear);
    setHorizontalRange(m_graph.range);
    setVerticalRange(m_graph.up);
    std::vector<Curve> curves;
    for (const ClampGraph::Line& line : m_graph.lines) {
        const QColor colour = colourOf(line.of, t);
        const bool isSecond = line.isSecond || std::ranges::find(curves, colour, &Curve::colour) != curves.end();
        curves.push_back({.symbol = m_graph.hasNamesInside ? QString() : line.label,
                          .colour = colour,
                          .width = 1.15,
                          .style = isSecond ? Qt::DashLine : Qt::SolidLine});
    }
    setCurves(std::move(curves));
    for (std::size_t i = 0; i < m_graph.lines.size(); ++i) setPoints(i, m_graph.lines[i].curve);
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
    read();
}

void GraphPicture::drawInside(QPainter& painter) const
{
    const Theme& t = *plotStyle().theme;
    const QRectF place = canvasAxes();
    const double em = plotStyle().em;
    painter.setClipRect(place.adjusted(-em, -em, em, em));
    const double zero = canvasPixel({0, 0}).y();
    if (m_graph.up.first < 0 && zero < place.bottom()) {
        painter.setPen(QPen(t.faint, plotStyle().hairline));
        painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero));
    }
    if (m_graph.chosen) {
        const double x = canvasPixel({*m_graph.chosen, 0}).x();
        painter.setPen(QPen(t.current, 1.5 * plotStyle().hairline));
        if (x >= place.left() && x <= place.right()) painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
    }
    for (const ClampGraph::Line& line : m_graph.lines) {
        const QColor colour = colourOf(line.of, t);
        for (const QPointF& p : line.dots) drawDot(painter, p, 0.28 * em, colour, false);
        if (line.chosen) drawDot(painter, *line.chosen, 0.42 * em, colour, true);
    }
    std::vector<QRectF> taken;
    for (const ClampGraph::Mark& mark : m_graph.marks) taken.push_back(drawMark(painter, mark));
    if (m_graph.hasNamesInside) drawNames(painter, std::move(taken));
}

/// Beside the title, as a legend needs it.
bool GraphPicture::hasRoomForLegend() const
{
    const double em = plotStyle().em, besides = 2.8 * em; // of a name: its stroke and what is between
    double needed = labelWidth(face(1, true), m_graph.title) + 2 * em;
    for (const ClampGraph::Line& line : m_graph.lines)
        if (!line.label.isEmpty()) needed += labelWidth(face(0.95), line.label) + besides;
    return needed < canvasAxes().right();
}

/// Beside each line, where it is far from the others.
void GraphPicture::drawNames(QPainter& painter, std::vector<QRectF> taken) const
{
    for (const ClampGraph::Line& line : m_graph.lines) {
        const auto place = placeOf(line, taken);
        if (!place) continue;
        taken.push_back(*place);
        painter.setPen(colourOf(line.of, *plotStyle().theme));
        drawLabel(painter, {place->left(), place->bottom() - 0.35 * plotStyle().em}, face(wordSize), line.label);
    }
}

/// Left or right of a point of the line where it is high, from the middle outwards.
std::optional<QRectF> GraphPicture::placeOf(const ClampGraph::Line& line, const std::vector<QRectF>& taken) const
{
    const double em = plotStyle().em;
    const QSizeF size(labelWidth(face(wordSize), line.label), 1.3 * em);
    const qsizetype count = line.curve.size();
    double most = 0;
    for (const QPointF& p : line.curve) most = std::max(most, std::abs(p.y()));
    std::optional<QRectF> crowded; // better than none
    for (qsizetype i = 0; i < count; ++i) {
        const QPointF value = line.curve[std::clamp<qsizetype>(count / 2 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2), 0, count - 1)];
        if (!(std::abs(value.y()) > high * most)) continue;
        const QPointF at = canvasPixel(value);
        for (const double away : {0.8, 1.6})
            for (const QPointF corner : {QPointF(-away * em - size.width(), -size.height()), QPointF(-away * em - size.width(), 0),
                                         QPointF(away * em, 0), QPointF(away * em, -size.height())})
                if (const QRectF place(at + corner, size); isFree(place, taken)) return place;
                else if (!crowded && canvasAxes().contains(place)) crowded = place;
    }
    return crowded;
}

bool GraphPicture::isFree(const QRectF& place, const std::vector<QRectF>& taken) const
{
    const double em = plotStyle().em;
    const QRectF around = place.adjusted(-0.3 * em, -0.2 * em, 0.3 * em, 0.2 * em);
    const auto meets = [&](const QRectF& other) { return other.intersects(around); };
    if (!canvasAxes().contains(place) || std::ranges::any_of(taken, meets)) return false;
    const double x = m_graph.chosen ? canvasPixel({*m_graph.chosen, 0}).x() : around.left();
    if (x > around.left() && x < around.right()) return false;
    const auto isHit = [&](const QPointF& p) { return around.contains(canvasPixel(p)); };
    return std::ranges::none_of(m_graph.lines, [&](const ClampGraph::Line& line) { return std::ranges::any_of(line.curve, isHit); });
}

void GraphPicture::drawDot(QPainter& painter, QPointF value, double radius, const QColor& colour, bool isFilled) const
{
    const QPointF at = canvasPixel(value);
    if (!std::isfinite(at.x() + at.y())) return;
    painter.setPen(QPen(colour, 0.13 * plotStyle().em));
    painter.setBrush(isFilled ? colour : plotStyle().theme->panel);
    painter.drawEllipse(at, radius, radius);
    painter.setBrush(Qt::NoBrush);
}

/// Its name at the left, where it is further from the rise of what follows.
QRectF GraphPicture::drawMark(QPainter& painter, const ClampGraph::Mark& mark) const
{
    drawDot(painter, mark.at, 0.4 * plotStyle().em, colourOf(mark.of, *plotStyle().theme), false);
    const QPointF at = canvasPixel(mark.at);
    const double em = plotStyle().em, width = labelWidth(face(wordSize), mark.label);
    const QPointF baseline(std::max(canvasAxes().left(), at.x() - 0.6 * em - width), at.y() - 0.55 * em);
    QColor ground = plotStyle().theme->panel;
    ground.setAlphaF(0.75F);
    painter.fillRect(QRectF(baseline.x(), baseline.y() - em, width, 1.2 * em), ground);
    painter.setPen(plotStyle().theme->text);
    drawLabel(painter, baseline, face(wordSize), mark.label);
    return {baseline.x(), baseline.y() - em, width, 1.3 * em};
}

QStringList GraphPicture::linesAt(double x) const
{
    QStringList lines{shown(x, m_graph.acrossUnit, 3)};
    for (const ClampGraph::Line& line : m_graph.lines) {
        const double y = valueOn(line.curve, x);
        if (std::isfinite(y)) lines << QStringLiteral("%1: %2").arg(line.label, shown(y, m_graph.unit, 3));
    }
    return lines;
}

void GraphPicture::read()
{
    setReadout(std::nullopt);
    if (!pointed()) return;
    setReadout(Readout{.x = pointed()->x(), .pointer = pixelAt(*pointed()), .lines = linesAt(pointed()->x())});
}

}
