// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_picture.h"

#include "channels.h"
#include "plot_label.h"
#include "polyline.h"
#include "theme.h"
#include "words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

/// A gate has the colour that it has among the traces; what is of no gate has its own.
std::vector<QColor> coloursOf(std::span<const GateLine> lines, const Model& model, const Theme& theme)
{
    std::vector<Curve> gates;
    for (const Quantity& q : model.state)
        if (q.part == Part::gate) gates.push_back({.symbol = fromView(q.symbol), .colour = freshColour(colourOf(q, theme), gates, theme)});
    std::vector<QColor> colours;
    for (const GateLine& line : lines) {
        const auto gate = std::ranges::find(gates, fromView(gateOf(line.of)), &Curve::symbol);
        colours.push_back(gate == gates.end() ? colourOf(line.of, theme) : gate->colour);
    }
    return colours;
}

}

void GatePicture::setScene(const GateScene& scene, std::size_t card, bool isLowest)
{
    m_card = scene.cards[card];
    m_potential = scene.potential;
    const Theme& theme = *plotStyle().theme;
    const QString unit = fromView(m_card.unit);
    setTitle(unit.isEmpty() ? m_card.title : QStringLiteral("%1 (%2)").arg(m_card.title, unit));
    const Quantity& V = m_across = scene.model->state[0];
    const QString across = tr("membrane potential %1").arg(fromView(V.symbol));
    const QString withUnit = V.unit.empty() ? across : QStringLiteral("%1 (%2)").arg(across, fromView(V.unit));
    setHorizontalLabel(isLowest ? withUnit : QString());
    setHorizontalRange(scene.across);
    setVerticalScale(m_card.isLogarithmic ? Scale::logarithmic : Scale::linear);
    setVerticalRange(m_card.up);
    std::vector<Curve> curves;
    m_colours = coloursOf(m_card.lines, *scene.model, theme);
    for (std::size_t i = 0; i < m_card.lines.size(); ++i) {
        const GateLine& line = m_card.lines[i];
        curves.push_back({.symbol = line.symbol,
                          .colour = m_colours[i],
                          .named = true,
                          .width = 1.15,
                          .style = line.isSecond ? Qt::DashLine : Qt::SolidLine});
    }
    setCurves(std::move(curves));
    for (std::size_t i = 0; i < m_card.lines.size(); ++i) setPoints(i, m_card.lines[i].points);
}

QStringList GatePicture::linesAt(double V) const
{
    QStringList lines{QStringLiteral("%1 = %2").arg(fromView(m_across.symbol), shown(V, m_across.unit, 3))};
    for (const GateLine& line : m_card.lines)
        lines << QStringLiteral("%1 = %2").arg(line.symbol, shown(rheobase::valueOn(line.points, V), m_card.unit, 3));
    return lines;
}

void GatePicture::drawInside(QPainter& painter) const
{
    painter.save();
    const QRectF place = canvasAxes();
    painter.setClipRect(place.adjusted(-plotStyle().em, -plotStyle().em, plotStyle().em, plotStyle().em));
    if (m_card.kind == GateKind::drivingForce) {
        const double zero = canvasPixel({0, 0}).y();
        painter.setPen(QPen(plotStyle().theme->faint, plotStyle().hairline));
        painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero));
    }
    drawNow(painter);
    painter.restore();
}

/// The present potential in its colour, a ring on each curve, and a dot where a gate is instead.
void GatePicture::drawNow(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const Theme& theme = *plotStyle().theme;
    const double x = canvasPixel({m_potential, 0}).x();
    if (!(x >= place.left() && x <= place.right())) return;
    painter.setPen(QPen(theme.potential, plotStyle().hairline));
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
    for (std::size_t i = 0; i < m_card.lines.size(); ++i) {
        const GateLine& line = m_card.lines[i];
        const QColor& colour = m_colours[i];
        const QPointF at = canvasPixel({m_potential, line.now});
        if (!std::isfinite(at.y()) || !place.adjusted(-1, -1, 1, 1).contains(at)) continue;
        drawDot(painter, at, colour, false);
        if (line.actual) drawDot(painter, canvasPixel({m_potential, *line.actual}), colour, true);
    }
}

void GatePicture::drawDot(QPainter& painter, QPointF at, const QColor& colour, bool isFilled) const
{
    const double radius = 0.33 * plotStyle().em;
    painter.setPen(QPen(isFilled ? plotStyle().theme->panel : colour, 0.13 * plotStyle().em));
    painter.setBrush(isFilled ? colour : plotStyle().theme->panel);
    painter.drawEllipse(at, radius, radius);
    painter.setBrush(Qt::NoBrush);
}

void align(std::span<GatePicture* const> pictures)
{
    int left = 0, right = 0;
    for (const GatePicture* picture : pictures) {
        left = std::max(left, picture->wantedLeftMargin());
        right = std::max(right, picture->wantedRightMargin());
    }
    for (GatePicture* picture : pictures) picture->setSideMargins(left, right);
}

}
