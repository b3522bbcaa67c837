// SPDX-License-Identifier: GPL-3.0-or-later
#include "polyline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rheobase {

namespace {
double cross(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }
}

QVector<QPointF> clipped(const QVector<QPointF>& line, const QRectF& place)
{
    QVector<QPointF> result;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1], step = line[i] - a;
        double from = 0, to = 1;
        const auto cut = [&](double start, double length, double least, double most) {
            if (length == 0 && (start < least || start > most)) to = -1;
            if (length == 0) return;
            const auto [enter, leave] = std::minmax({(least - start) / length, (most - start) / length});
            from = std::max(from, enter);
            to = std::min(to, leave);
        };
        cut(a.x(), step.x(), place.left(), place.right());
        cut(a.y(), step.y(), place.top(), place.bottom());
        if (!(from <= to) || std::isnan(step.y())) continue;
        const QPointF begin = a + from * step, end = to == 1 ? line[i] : a + to * step;
        const bool goesOn = !result.isEmpty() && result.last() == begin;
        if (!goesOn && !result.isEmpty()) result.append({begin.x(), std::numeric_limits<double>::quiet_NaN()});
        if (!goesOn) result.append(begin);
        result.append(end);
    }
    return result;
}

/// A sector of directions from the last point kept narrows from point to point.
QVector<QPointF> simplified(const QVector<QPointF>& line, double tolerance)
{
    QVector<QPointF> result;
    QPointF anchor, last, lower, upper;
    bool isOpen = false; // a sector from the anchor is known
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF v = line[i] - anchor, before = last - anchor;
        const bool isGap = std::isnan(line[i].y()), starts = result.isEmpty() || std::isnan(last.y());
        const bool turns = QPointF::dotProduct(v - before, before) < 0 || (isOpen && (cross(lower, v) < 0 || cross(v, upper) < 0));
        if (!starts && (isGap || turns) && result.last() != last) result.append(last);
        if (starts || isGap) result.append(line[i]);
        if (starts || isGap || turns) anchor = starts || isGap ? line[i] : last, isOpen = false;
        last = line[i];
        const QPointF way = line[i] - anchor;
        const double length = std::hypot(way.x(), way.y());
        if (!(length > tolerance)) continue;
        const QPointF side = QPointF(-way.y(), way.x()) * (tolerance / length);
        if (!isOpen || cross(lower, way - side) > 0) lower = way - side;
        if (!isOpen || cross(way + side, upper) > 0) upper = way + side;
        isOpen = true;
    }
    if (!line.isEmpty() && result.last() != last && !std::isnan(last.y())) result.append(last);
    return result;
}

double strokesOf(const QVector<QPointF>& line)
{
    double length = 0, least = std::numeric_limits<double>::infinity(), most = -least;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (std::isnan(line[i].y())) continue;
        least = std::min(least, line[i].y());
        most = std::max(most, line[i].y());
        if (i > 0 && !std::isnan(line[i - 1].y())) length += std::abs(line[i].y() - line[i - 1].y());
    }
    return length / std::max(1.0, most - least);
}

}
