// SPDX-License-Identifier: GPL-3.0-or-later
#include "circuit_symbols.h"

#include "theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace rheobase::circuit {

namespace {

double plateGap() { return exactly(5); }      // half the distance of a capacitor's plates
double chargePitch() { return exactly(7.5); } // from charge to charge

void setWidth(QPainter& painter, double width)
{
    QPen pen = painter.pen();
    pen.setWidthF(width);
    painter.setPen(pen);
}

/// A plus or a minus in a small disc.
void drawCharge(QPainter& painter, QPointF at, bool isPositive)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(isPositive ? theme().threshold : theme().potential);
    painter.drawEllipse(at, exactly(3), exactly(3));
    painter.setPen(QPen(theme().panel, exactly(1)));
    painter.drawLine(at - QPointF(exactly(1.7), 0), at + QPointF(exactly(1.7), 0));
    if (isPositive) painter.drawLine(at - QPointF(0, exactly(1.7)), at + QPointF(0, exactly(1.7)));
    painter.restore();
}

}

void drawResistor(QPainter& painter, double x, double top, double bottom, double halfWidth, bool isVariable)
{
    constexpr int corners = 6;
    const double step = (bottom - top) / corners;
    QPolygonF line{{x, top}};
    for (int i = 0; i < corners; ++i) line << QPointF(x + (i % 2 == 0 ? halfWidth : -halfWidth), top + (i + 0.5) * step);
    line << QPointF(x, bottom);
    painter.drawPolyline(line);
    if (!isVariable) return;
    painter.save();
    setWidth(painter, exactly(1.2));
    const QPointF tail(x - halfWidth - exactly(4), bottom - exactly(4)), head(x + halfWidth + exactly(4), top + exactly(4));
    const QPointF way = (head - tail) / std::hypot(head.x() - tail.x(), head.y() - tail.y()), across(-way.y(), way.x());
    painter.drawLine(tail, head);
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(QPolygonF{head, head - exactly(6) * way + exactly(2.5) * across, head - exactly(6) * way - exactly(2.5) * across});
    painter.restore();
}

void drawBattery(QPainter& painter, double x, double y, double halfWidth, bool isPositiveAbove)
{
    const double longer = y + (isPositiveAbove ? -1 : 1) * exactly(4), shorter = 2 * y - longer;
    painter.save();
    painter.drawLine(QPointF(x - halfWidth, longer), QPointF(x + halfWidth, longer));
    setWidth(painter, exactly(3.2));
    painter.drawLine(QPointF(x - halfWidth * 0.5, shorter), QPointF(x + halfWidth * 0.5, shorter));
    painter.restore();
}

void drawCapacitor(QPainter& painter, double x, double y, double halfWidth, int charges)
{
    painter.save();
    setWidth(painter, exactly(2.6));
    painter.drawLine(QPointF(x - halfWidth, y - plateGap()), QPointF(x + halfWidth, y - plateGap()));
    painter.drawLine(QPointF(x - halfWidth, y + plateGap()), QPointF(x + halfWidth, y + plateGap()));
    painter.restore();
    // Beside the wire, in pairs from the middle outwards; what does not fit on the plate makes a second row.
    const int perSide = std::max(1, static_cast<int>(halfWidth / chargePitch()));
    for (int i = 0; i < std::abs(charges); ++i) {
        const int side = i % 2 == 0 ? -1 : 1, place = i / 2 % perSide, row = i / 2 / perSide;
        const double dx = side * ((0.75 + place) * chargePitch()), dy = plateGap() + exactly(5.5) + row * chargePitch();
        drawCharge(painter, {x + dx, y - dy}, charges > 0);
        drawCharge(painter, {x + dx, y + dy}, charges < 0);
    }
}

void drawSource(QPainter& painter, double x, double y, double radius, const QColor& colour, double current, double strength)
{
    painter.drawEllipse(QPointF(x, y), radius, radius);
    if (strength < 0.02) return;
    painter.setPen(colour);
    drawArrow(painter, x, y, (current < 0 ? 1 : -1) * radius * (0.7 + 0.7 * strength), exactly(1.2 + 1.6 * strength));
}

void drawSwitch(QPainter& painter, double x, double top, double bottom, bool isClosed)
{
    painter.save();
    const QPointF hinge(x, bottom), contact(x, top);
    const double length = bottom - top;
    painter.drawLine(hinge, isClosed ? contact : hinge + QPointF(-0.5 * length, -0.82 * length));
    painter.setBrush(painter.pen().color());
    painter.drawEllipse(hinge, exactly(2.2), exactly(2.2));
    painter.drawEllipse(contact, exactly(2.2), exactly(2.2));
    painter.restore();
}

void drawArrow(QPainter& painter, double x, double y, double length, double thickness)
{
    const double direction = length < 0 ? -1 : 1, head = std::min(std::abs(length), exactly(4) + 2 * thickness),
                 half = exactly(2.5) + thickness;
    const double tip = y + length / 2, neck = tip - direction * head;
    painter.save();
    const QColor colour = painter.pen().color();
    painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, y - length / 2), QPointF(x, neck + direction * 0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{QPointF(x, tip), QPointF(x - half, neck), QPointF(x + half, neck)});
    painter.restore();
}

}
