// SPDX-License-Identifier: GPL-3.0-or-later
#include "polyline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rheobase {

namespace {
double cross(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }

double steepness(QPointF a, QPointF b) { return (b.y() - a.y()) / (b.x() - a.x()); }

/// The slope at a point between two chords: 0 where they turn, else their harmonic mean by length.
double slopeBetween(QPointF before, QPointF at, QPointF after)
{
    const double a = steepness(before, at), b = steepness(at, after), h = at.x() - before.x(), k = after.x() - at.x();
    return a * b > 0 ? 3 * (h + k) / ((2 * k + h) / a + (k + 2 * h) / b) : 0;
}

/// The slope where a line begins or ends, by the two chords next to it; of the first one's sign, and no steeper than thrice it.
double slopeAtEnd(QPointF at, QPointF next, QPointF afterNext)
{
    const double a = steepness(at, next), b = steepness(next, afterNext), h = next.x() - at.x(), k = afterNext.x() - next.x();
    const double slope = ((2 * h + k) * a - h * b) / (h + k);
    if (slope * a <= 0) return 0;
    return std::abs(slope) > 3 * std::abs(a) ? 3 * a : slope;
}

/// Adds what lies between the points of a part without breaks, and the points.
void addSmoothed(std::span<const QPointF> part, double spacing, std::vector<QPointF>& out)
{
    const std::size_t last = part.size() - 1;
    const auto slope = [&](std::size_t i) {
        if (last < 2) return steepness(part[0], part[last]);
        if (i == 0) return slopeAtEnd(part[0], part[1], part[2]);
        return i == last ? slopeAtEnd(part[last], part[last - 1], part[last - 2]) : slopeBetween(part[i - 1], part[i], part[i + 1]);
    };
    out.push_back(part[0]);
    for (std::size_t i = 0; i < last; ++i) {
        const QPointF from = part[i], to = part[i + 1];
        const double length = to.x() - from.x();
        const int pieces = static_cast<int>(std::min(64.0, std::ceil(length / spacing)));
        const double a = pieces > 1 ? length * slope(i) : 0, b = pieces > 1 ? length * slope(i + 1) : 0, rise = to.y() - from.y();
        for (int k = 1; k < pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            out.emplace_back(from.x() + t * length, from.y() + t * (a + t * (3 * rise - 2 * a - b + t * (a + b - 2 * rise))));
        }
        out.push_back(to);
    }
}
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

std::vector<QPointF> smoothed(std::span<const QPointF> line, double spacing)
{
    std::vector<QPointF> result;
    for (std::size_t begin = 0, end = 1; end <= line.size(); ++end)
        if (end == line.size() || !(line[end].x() > line[end - 1].x()) || std::isnan(line[end].y()) || std::isnan(line[end - 1].y())) {
            addSmoothed(line.subspan(begin, end - begin), spacing, result);
            begin = end;
        }
    return result;
}

double valueOn(std::span<const QPointF> line, double x)
{
    const auto after = std::ranges::lower_bound(line, x, {}, &QPointF::x);
    if (after == line.end() || (after == line.begin() && after->x() != x)) return std::numeric_limits<double>::quiet_NaN();
    if (after->x() == x) return after->y();
    const QPointF before = *(after - 1);
    return before.y() + (after->y() - before.y()) * (x - before.x()) / (after->x() - before.x());
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
