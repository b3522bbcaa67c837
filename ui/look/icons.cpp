// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace rheobase {

namespace {

/// A sign on a square of 16 units: filled where it is a surface, stroked where it is a line.
struct Shape {
    QPainterPath filled, stroked;
};

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

/// An arrow that turns back to the left, as in undo and restart: an arc and its head.
Shape turning(qreal from, qreal sweep, QPointF tip)
{
    Shape shape;
    const QRectF circle(3, 3.5, 10, 10);
    shape.stroked.arcMoveTo(circle, from);
    shape.stroked.arcTo(circle, from, sweep);
    shape.filled = polygon({tip + QPointF(-3.2, 0), tip + QPointF(1.6, -3.4), tip + QPointF(1.6, 3.4)});
    return shape;
}

Shape undoArrow()
{
    Shape shape;
    shape.stroked.moveTo(4, 6);
    shape.stroked.lineTo(10, 6);
    shape.stroked.cubicTo(14, 6, 14, 12.5, 10, 12.5);
    shape.stroked.lineTo(6, 12.5);
    shape.filled = polygon({{2, 6}, {6.2, 2.8}, {6.2, 9.2}});
    return shape;
}

Shape lines()
{
    Shape shape;
    for (const qreal y : {4.0, 8.0, 12.0}) {
        shape.stroked.moveTo(2.5, y);
        shape.stroked.lineTo(13.5, y);
    }
    return shape;
}

Shape shapeOf(Sign sign)
{
    Shape shape;
    switch (sign) {
    case Sign::run: shape.filled = polygon({{4, 2.5}, {13.5, 8}, {4, 13.5}}); break;
    case Sign::pause:
        shape.filled.addRect(3.5, 3, 3, 10);
        shape.filled.addRect(9.5, 3, 3, 10);
        break;
    case Sign::restart: return turning(100, -300, {6.6, 3.5});
    case Sign::step:
        shape.filled = polygon({{2.5, 2.5}, {10, 8}, {2.5, 13.5}});
        shape.filled.addRect(11, 2.5, 2.5, 11);
        break;
    case Sign::inject: shape.filled = polygon({{9.5, 1}, {3, 9.2}, {7.2, 9.2}, {6, 15}, {13, 6.4}, {8.6, 6.4}}); break;
    case Sign::undo:
    case Sign::redo: return undoArrow();
    case Sign::menu: return lines();
    case Sign::plots:
        shape.stroked.addRect(2.5, 2.5, 11, 6);
        shape.stroked.addRect(2.5, 10.5, 11, 3);
        break;
    case Sign::keep: // a curve and its ghost
        shape.stroked.moveTo(2, 13.5);
        shape.stroked.cubicTo(5, 13.5, 4, 2.5, 7, 2.5);
        shape.stroked.cubicTo(8.5, 2.5, 8, 13.5, 14, 13.5);
        shape.filled.addEllipse(QPointF(12, 4.5), 2.4, 2.4);
        break;
    case Sign::cursors:
        for (const qreal x : {4.5, 11.5}) {
            shape.stroked.moveTo(x, 2);
            shape.stroked.lineTo(x, 14);
        }
        shape.filled = polygon({{4.5, 5.5}, {7, 8}, {4.5, 10.5}, {11.5, 10.5}, {9, 8}, {11.5, 5.5}});
        break;
    case Sign::ruler:
        shape.stroked.addRect(1.5, 5, 13, 6);
        for (const qreal x : {4.5, 8.0, 11.5}) {
            shape.stroked.moveTo(x, 5);
            shape.stroked.lineTo(x, 8);
        }
        break;
    case Sign::lock:
        shape.filled.addRoundedRect(3, 7, 10, 7, 1.2, 1.2);
        shape.stroked.moveTo(5, 7);
        shape.stroked.cubicTo(5, 1, 11, 1, 11, 7);
        break;
    case Sign::mean:
        for (const qreal y : {4.0, 12.0}) {
            shape.stroked.moveTo(2.5, y);
            shape.stroked.cubicTo(6, y - 2.5, 10, y + 2.5, 13.5, y);
        }
        shape.filled.addRect(2.5, 7, 11, 2);
        break;
    case Sign::cards:
        for (const qreal x : {2.5, 9.0})
            for (const qreal y : {2.5, 9.0}) shape.stroked.addRoundedRect(x, y, 4.5, 4.5, 1, 1);
        break;
    case Sign::eye:
        shape.stroked.moveTo(1.5, 8);
        shape.stroked.cubicTo(4.5, 3, 11.5, 3, 14.5, 8);
        shape.stroked.cubicTo(11.5, 13, 4.5, 13, 1.5, 8);
        shape.filled.addEllipse(QPointF(8, 8), 2, 2);
        break;
    case Sign::find:
        shape.stroked.addEllipse(QPointF(7, 7), 4.5, 4.5);
        shape.stroked.moveTo(10.4, 10.4);
        shape.stroked.lineTo(14, 14);
        break;
    case Sign::arm:
        shape.stroked.addEllipse(QPointF(8, 8), 5, 5);
        shape.filled.addEllipse(QPointF(8, 8), 2.2, 2.2);
        break;
    case Sign::pin:
        shape.filled = polygon({{5, 1.5}, {11, 1.5}, {10.2, 6}, {12.5, 9}, {3.5, 9}, {5.8, 6}});
        shape.stroked.moveTo(8, 9);
        shape.stroked.lineTo(8, 14.5);
        break;
    case Sign::help:
        shape.stroked.moveTo(4.8, 5.2);
        shape.stroked.cubicTo(4.8, 1, 11.4, 1, 11.2, 5);
        shape.stroked.cubicTo(11.1, 7.4, 8, 7.4, 8, 10);
        shape.filled.addEllipse(QPointF(8, 13.6), 1.2, 1.2);
        break;
    case Sign::back:
        shape.stroked.moveTo(9.5, 4);
        shape.stroked.lineTo(5.5, 8);
        shape.stroked.lineTo(9.5, 12);
        break;
    case Sign::learn: // an open book
        shape.stroked.moveTo(8, 4);
        shape.stroked.cubicTo(6, 2.5, 4, 2.5, 2, 3);
        shape.stroked.lineTo(2, 12.5);
        shape.stroked.cubicTo(4, 12, 6, 12, 8, 13.5);
        shape.stroked.cubicTo(10, 12, 12, 12, 14, 12.5);
        shape.stroked.lineTo(14, 3);
        shape.stroked.cubicTo(12, 2.5, 10, 2.5, 8, 4);
        shape.stroked.lineTo(8, 13.5);
        break;
    case Sign::done:
        shape.stroked.moveTo(3, 8.5);
        shape.stroked.lineTo(6.5, 12);
        shape.stroked.lineTo(13, 4.5);
        break;
    case Sign::folder:
        shape.stroked.moveTo(2, 13);
        shape.stroked.lineTo(2, 3.5);
        shape.stroked.lineTo(6, 3.5);
        shape.stroked.lineTo(7.5, 5.5);
        shape.stroked.lineTo(14, 5.5);
        shape.stroked.lineTo(14, 13);
        shape.stroked.lineTo(2, 13);
        break;
    case Sign::pencil:
        shape.stroked = polygon({{2.5, 13.5}, {3.3, 10}, {10.8, 2.5}, {13.5, 5.2}, {6, 12.7}});
        shape.stroked.moveTo(9, 4.3);
        shape.stroked.lineTo(11.7, 7);
        break;
    case Sign::exported: // out of a tray
        shape.stroked.moveTo(2.5, 9);
        shape.stroked.lineTo(2.5, 13.5);
        shape.stroked.lineTo(13.5, 13.5);
        shape.stroked.lineTo(13.5, 9);
        shape.stroked.moveTo(8, 10);
        shape.stroked.lineTo(8, 5);
        shape.filled = polygon({{8, 1.5}, {4.5, 5.5}, {11.5, 5.5}});
        break;
    }
    return shape;
}

class SignEngine : public QIconEngine {
public:
    SignEngine(Sign sign, const QColor& colour) : m_sign(sign), m_colour(colour) {}
    QIconEngine* clone() const override { return new SignEngine(m_sign, m_colour); }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixels(size);
        if (pixels.isNull()) return pixels; // a button that has no room
        pixels.fill(Qt::transparent);
        QPainter painter(&pixels);
        paint(&painter, QRect({}, size), mode, state);
        return pixels;
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor colour = m_colour;
        if (mode == QIcon::Disabled) colour.setAlphaF(0.35f);
        const qreal side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.center() + QPointF(0.5, 0.5) - QPointF(side, side) / 2);
        painter->scale(side / 16, side / 16);
        if (m_sign == Sign::redo) {
            painter->translate(16, 0);
            painter->scale(-1, 1);
        }
        const Shape shape = shapeOf(m_sign);
        painter->fillPath(shape.filled, colour);
        painter->strokePath(shape.stroked, QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }

private:
    Sign m_sign;
    QColor m_colour;
};

}

QIcon icon(Sign sign, const QColor& colour) { return QIcon(new SignEngine(sign, colour)); }

}
