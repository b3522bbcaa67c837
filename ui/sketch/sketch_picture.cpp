// SPDX-License-Identifier: GPL-3.0-or-later
// How a SketchPlot paints itself.
#include "sketch_plot.h"
#include "theme.h"
#include "words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double pencilWidth = 5, wordsReach = 16; // px
constexpr float washOpacity = 0.07F;

void lay(QPainter& painter, const QPolygonF& line, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, exactly(width), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

}

QPolygonF SketchPlot::pencilLine() const
{
    QPolygonF line;
    if (m_drawing.isEmpty()) return line;
    for (const Drawing::Point& part : m_drawing.smoothed()) line << pixelOf(part);
    return line;
}

void SketchPlot::drawInside(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF line = pencilLine();
    if (!m_isFrozen && m_sketch.isFunction()) drawWash(painter);
    painter.setClipRect(canvasAxes().adjusted(-exactly(4), -exactly(4), exactly(4), exactly(4)));
    lay(painter, line, pencilColour(), pencilWidth);
    const QColor colour = inkColour();
    for (const QPolygonF* curve : {&m_given, &m_run}) {
        QPolygonF pixels;
        for (const QPointF& point : *curve) pixels << canvasPixel(point);
        lay(painter, pixels, colour, 2);
    }
    painter.setClipping(false);
    if (!m_isFrozen) {
        if (m_sketch.givenY) {
            painter.setPen(QPen(colour, exactly(1.5)));
            painter.setBrush(theme().panel);
            painter.drawEllipse(canvasPixel({m_sketch.begin(), *m_sketch.givenY}), exactly(4.5), exactly(4.5));
        }
        drawWords(painter, line);
        if (m_bending) drawHandles(painter);
        drawTip(painter);
    }
    painter.restore();
}

/// What is not drawn yet, and on the axis how far the line has come.
void SketchPlot::drawWash(QPainter& painter) const
{
    const QRectF axes = canvasAxes();
    const double begin = pixelOf({m_sketch.across.part(m_sketch.begin()), 0}).x();
    const double x = m_drawing.isEmpty() ? begin : pixelOf({m_drawing.reached(), 0}).x();
    QColor wash = theme().pencil;
    wash.setAlphaF(washOpacity);
    painter.fillRect(QRectF(QPointF(x, axes.top()), axes.bottomRight()), wash);
    if (m_drawing.isEmpty()) return;
    if (!m_drawing.isComplete()) {
        painter.setPen(QPen(theme().pencil, exactly(1), Qt::DotLine));
        painter.drawLine(QPointF(x, axes.top()), QPointF(x, axes.bottom()));
    }
    painter.setPen(QPen(theme().pencil, exactly(4), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(begin, axes.bottom()), QPointF(x, axes.bottom()));
}

/// The heading and the help give way to the line; below the axis stands how far it has come.
void SketchPlot::drawWords(QPainter& painter, const QPolygonF& line) const
{
    const QRectF axes = canvasAxes();
    const double begin = pixelOf({m_sketch.across.part(m_sketch.begin()), 0}).x();
    painter.setFont(interfaceFont(9));
    painter.setPen(theme().faint);
    const double below = axes.bottom() + 2.6 * plotStyle().em;
    painter.drawText(QPointF(axes.left(), below), words());
    const QFont large = interfaceFont(16.5, QFont::DemiBold), small = interfaceFont(9.5);
    const QString heading = tr("Draw what you expect");
    const QString help = !m_sketch.isFunction() ? tr("Start at the ring. A new stroke goes on from the line.")
                         : m_sketch.givenY      ? tr("Start at the ring. Drawing over a part corrects it.")
                                                : tr("Start at the left edge. Drawing over a part corrects it.");
    const QFontMetricsF big(large), little(small);
    const double width = std::max(big.horizontalAdvance(heading), little.horizontalAdvance(help));
    const bool isHigh = m_sketch.givenY && m_sketch.up.part(*m_sketch.givenY) > 0.6;
    const double top = isHigh ? axes.bottom() - big.height() - little.height() - exactly(24) : axes.top() + exactly(12);
    const QRectF place(std::min(begin + exactly(40), axes.right() - width), top, width, big.height() + little.height() + exactly(4));
    const QRectF spared = place.adjusted(-wordsReach, -wordsReach, wordsReach, wordsReach);
    if (m_drawing.isComplete() || std::ranges::any_of(line, [&](QPointF p) { return spared.contains(p); })) return;
    painter.setFont(small);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom, help);
    painter.setFont(large);
    painter.setPen(theme().text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, heading);
}

/// The pencil, and what its tip is at.
void SketchPlot::drawTip(QPainter& painter) const
{
    if (!m_isDown || m_held >= 0 || !m_drawing.tip()) return;
    const QPointF tip = pixelOf(*m_drawing.tip());
    painter.setPen(QPen(theme().text, exactly(1.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme().panel);
    const auto at = [tip](double x, double y) { return tip + QPointF(exactly(x), exactly(-y)); };
    painter.drawPolygon(QPolygonF({at(0, 0), at(2, 8), at(25, 31), at(31, 25), at(8, 2)}));
    painter.drawLine(at(2, 8), at(8, 2));
    painter.setFont(interfaceFont(9.5));
    const QString words =
        QStringLiteral("%1,  %2").arg(shown(m_sketch.across.value(m_drawing.tip()->first), m_sketch.across.quantity.unit, 3),
                                      shown(m_sketch.up.value(m_drawing.tip()->second), m_sketch.up.quantity.unit, 3));
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(words), right = canvasAxes().right();
    const double x = tip.x() + exactly(14) + width > right ? tip.x() - width - exactly(14) : tip.x() + exactly(14);
    painter.drawText(QPointF(x, tip.y() + exactly(20) > canvasAxes().bottom() ? tip.y() - exactly(36) : tip.y() + exactly(20)), words);
}

void SketchPlot::drawHandles(QPainter& painter) const
{
    for (std::size_t i = 0; i < handleCount; ++i) {
        const auto there = m_drawing.at(handleX(i));
        if (!there) continue;
        const bool isChosen = static_cast<int>(i) == m_handle;
        painter.setPen(QPen(theme().accent, exactly(isChosen ? 2.5 : 1.5)));
        painter.setBrush(isChosen ? theme().accent : theme().panel);
        painter.drawEllipse(pixelOf({handleX(i), *there}), exactly(isChosen ? 7 : 5.5), exactly(isChosen ? 7 : 5.5));
    }
}

}
