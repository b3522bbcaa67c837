// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QVector>

#include <span>
#include <vector>

namespace rheobase {

/// The parts of a line inside a rectangle, with gaps between them (not every vector format knows clipping).
QVector<QPointF> clipped(const QVector<QPointF>& line, const QRectF& place);

/// The line without points that lie within `tolerance` of what it is without them.
QVector<QPointF> simplified(const QVector<QPointF>& line, double tolerance);

/// The line with more points between its own, no further apart than `spacing` across: on a curve that bends as they do and goes beyond none of
/// them (monotone cubic; Fritsch & Butland, SIAM J. Sci. Stat. Comput. 5:300 (1984)). Where two points have one x it breaks.
std::vector<QPointF> smoothed(std::span<const QPointF> line, double spacing);

/// What simplified() may leave out, as a part of a line's width: on screen, and in figures, where no corner may be seen at 600 dpi.
constexpr double looseness(bool isFigure) { return isFigure ? 0.004 : 0.06; }

/// The value of a line at x, straight between its points; NaN outside of them.
double valueOn(std::span<const QPointF> line, double x);

/// How often a line goes up or down its whole height.
double strokesOf(const QVector<QPointF>& line);

}
