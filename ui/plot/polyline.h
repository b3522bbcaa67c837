// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QVector>

namespace rheobase {

/// The parts of a line inside a rectangle, with gaps between them (not every vector format knows clipping).
QVector<QPointF> clipped(const QVector<QPointF>& line, const QRectF& place);

/// The line without points that lie within `tolerance` of what it is without them.
QVector<QPointF> simplified(const QVector<QPointF>& line, double tolerance);

/// How often a line goes up or down its whole height.
double strokesOf(const QVector<QPointF>& line);

}
