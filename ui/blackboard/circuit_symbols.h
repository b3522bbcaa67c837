// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QColor;
class QPainter;

namespace rheobase::circuit {

/// Symbols of a circuit diagram, standing on a vertical wire at x, in the painter's pen.

/// A zigzag from top to bottom; with a slanting arrow where its resistance varies.
void drawResistor(QPainter& painter, double x, double top, double bottom, double halfWidth, bool isVariable);
/// A battery around y: the longer plate is its positive pole.
void drawBattery(QPainter& painter, double x, double y, double halfWidth, bool isPositiveAbove);
/// Two plates around y, with so many charges on each (negative: minus above).
void drawCapacitor(QPainter& painter, double x, double y, double halfWidth, int charges);
/// A current source: a circle with an arrow in a colour, upwards (inwards) for a positive current, of a strength from 0 to 1.
void drawSource(QPainter& painter, double x, double y, double radius, const QColor& colour, double current, double strength);
/// A switch from top to bottom, open or closed.
void drawSwitch(QPainter& painter, double x, double top, double bottom, bool isClosed);
/// An arrow on the wire around y, of this length (positive: downwards) and thickness.
void drawArrow(QPainter& painter, double x, double y, double length, double thickness);

}
