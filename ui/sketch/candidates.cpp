// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates.h"

#include "theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Candidates)
};

constexpr QSize pictureSize{64, 34};
constexpr int grain = 24;

/// A function of 0 … 1 from one height to another, between two places.
template<class F> Stroke shape(double left, double right, double from, double to, F f)
{
    Stroke made;
    for (int i = 0; i <= grain; ++i) {
        const double x = static_cast<double>(i) / grain;
        made.emplace_back(std::lerp(left, right, x), std::lerp(from, to, f(x)));
    }
    return made;
}

double approach(double x) { return (1 - std::exp(-5 * x)) / (1 - std::exp(-5)); }

std::vector<Candidate> overTime(double begin, double from)
{
    const double to = from > 0.5 ? from - 0.7 * from : from + 0.75 * (1 - from), half = begin + 0.55 * (1 - begin);
    Stroke jump{{begin + 0.01, to}, {half, to}, {half + 0.01, from}, {1, from}};
    Stroke ramp{{half, to}, {1, to}};
    return {{ramp, Words::tr("at the same speed, then level")},
            {shape(begin, 1, from, to, approach), Words::tr("fast at first, then ever slower")},
            {shape(begin, 1, from, to, [](double x) { return x * x * x; }), Words::tr("slowly at first, then ever faster")},
            {jump, Words::tr("at once, and back")}};
}

std::vector<Candidate> overCurrent(double zero)
{
    const double top = 0.85;
    Stroke late = shape(0.25, 1, zero, top, [](double x) { return std::sqrt(x); }),
           jump = shape(0.26, 1, 0.45, top, [](double x) { return x; });
    late.insert(late.begin(), {0, zero});
    jump.insert(jump.begin(), {{0, zero}, {0.25, zero}});
    return {{{{0, zero}, {1, top}}, Words::tr("straight from the left edge")},
            {shape(0, 1, zero, top, approach), Words::tr("from the left edge, then ever less steep")},
            {late, Words::tr("zero, then from zero on")},
            {jump, Words::tr("zero, then a jump")}};
}

std::vector<Candidate> inPlane(Drawing::Point from)
{
    const auto [x, y] = from;
    const double right = 0.88, left = 0.12, up = 0.8, down = 0.15;
    return {{{from, {right, y}, {right, up}, {left, up}, {left, y}}, Words::tr("right, up, left, down")},
            {{from, {left, y}, {left, up}, {right, up}, {right, down}}, Words::tr("left, up, right, down")},
            {{from, {x, up}, {right, up}, {right, down}}, Words::tr("up, right, down")},
            {{from, {std::lerp(x, 0.5, 0.9), std::lerp(y, 0.5, 0.9)}}, Words::tr("straight to the middle")}};
}

}

std::vector<Candidate> candidatesOf(const Sketch& sketch)
{
    std::vector<Candidate> made;
    for (const Sketch::Candidate& candidate : sketch.candidates) {
        if (made.size() == mostCandidates) break;
        Stroke parts;
        for (const auto& [x, y] : candidate.points) parts.emplace_back(sketch.across.part(x), sketch.up.part(y));
        made.push_back({parts, Words::tr("Curve %1").arg(made.size() + 1)});
    }
    if (!made.empty()) return made;
    const double begin = sketch.across.part(sketch.begin()), y = sketch.givenY ? sketch.up.part(*sketch.givenY) : 0.5;
    if (sketch.plane == Sketch::Plane::phase) return inPlane({begin, y});
    return sketch.plane == Sketch::Plane::rate ? overCurrent(sketch.up.part(0)) : overTime(begin, y);
}

QIcon pictureOf(const Sketch& sketch, const Candidate& candidate, int digit)
{
    constexpr double ratio = 2;
    QPixmap pixmap(scaled(pictureSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().faint, exactly(1.8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF place = QRectF(QPointF(), QSizeF(scaled(pictureSize))).adjusted(exactly(3), exactly(4), -exactly(3), -exactly(4));
    QPolygonF line;
    const double begin = sketch.across.part(sketch.begin());
    if (sketch.givenY && sketch.isFunction())
        line << QPointF(0, sketch.up.part(*sketch.givenY)) << QPointF(begin, sketch.up.part(*sketch.givenY));
    for (const auto& [x, y] : candidate.parts) line << QPointF(x, y);
    for (QPointF& p : line) p = {place.left() + p.x() * place.width(), place.bottom() - p.y() * place.height()};
    painter.drawPolyline(line);
    const QRectF key(place.center().x() - exactly(7), place.bottom() - exactly(12), exactly(14), exactly(15));
    painter.setPen(QPen(theme().border, exactly(1)));
    painter.setBrush(theme().window);
    painter.drawRoundedRect(key, exactly(3), exactly(3));
    painter.setPen(theme().text);
    painter.setFont(interfaceFont(8.5));
    painter.drawText(key, Qt::AlignCenter, QString::number(digit));
    return pixmap;
}

}
