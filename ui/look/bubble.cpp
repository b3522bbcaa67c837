// SPDX-License-Identifier: GPL-3.0-or-later
#include "bubble.h"

#include "theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rheobase {

namespace {

constexpr double rounding = 8, overlap = 2; // px at 100 %; the second of the pointer with the body

QPolygonF pointerOf(const QRectF& body, Pointer pointer, QPoint tip)
{
    const double length = pointerLength(), far = scaled(rounding) + length;
    const double x = std::clamp<double>(tip.x(), body.left() + far, std::max(body.left() + far, body.right() - far)),
                 y = std::clamp<double>(tip.y(), body.top() + far, std::max(body.top() + far, body.bottom() - far));
    const bool isUpright = pointer == Pointer::top || pointer == Pointer::bottom;
    const double out = pointer == Pointer::left ? -1 : pointer == Pointer::right ? 1 : pointer == Pointer::top ? -1 : 1;
    const double edge = pointer == Pointer::left    ? body.left()
                        : pointer == Pointer::right ? body.right()
                        : pointer == Pointer::top   ? body.top()
                                                    : body.bottom();
    const auto at = [&](double along, double across) {
        return isUpright ? QPointF(x + along, edge + out * across) : QPointF(edge + out * across, y + along);
    };
    return QPolygonF({at(-length, -overlap), at(0, length), at(length, -overlap)});
}

}

int bubbleMargin() { return scaled(18); }
int pointerLength() { return scaled(10); }

void drawBubble(QPainter& painter, const QRectF& body, Pointer pointer, QPoint tip)
{
    const double corner = exactly(rounding);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgbF(0, 0, 0, theme().dark ? 0.035f : 0.012f));
    for (int i = 0; i < bubbleMargin() - 4; i += 2) painter.drawRoundedRect(body.adjusted(-i, -i + 3, i, i + 3), corner + i, corner + i);
    QPainterPath shape, pointed;
    shape.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    if (pointer != Pointer::none) pointed.addPolygon(pointerOf(body, pointer, tip));
    pointed.closeSubpath();
    painter.setPen(QPen(theme().border, exactly(1)));
    painter.setBrush(theme().panel);
    painter.drawPath(shape.united(pointed));
}

}
