// SPDX-License-Identifier: GPL-3.0-or-later
#include "phase_picture.h"

#include "plot_label.h"
#include "polyline.h"
#include "theme.h"
#include "words.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr int bands = 20;        // of the fading tail
constexpr int piecesOfStep = 8;  // in figures
constexpr double wordSize = 0.9; // in em

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// The parts of a line within a place.
QPainterPath pathOf(const QVector<QPointF>& line, const QRectF& place, double tolerance)
{
    QPainterPath path;
    bool isDown = false;
    for (const QPointF& p : simplified(clipped(line, place), tolerance)) {
        const bool isPoint = std::isfinite(p.x()) && std::isfinite(p.y());
        if (isPoint && isDown) path.lineTo(p);
        else if (isPoint) path.moveTo(p);
        isDown = isPoint;
    }
    return path;
}

/// A trail with more steps between its own, on curves that bend as they do.
std::vector<PhaseStep> refined(const std::vector<PhaseStep>& trail)
{
    std::vector<PhaseStep> made;
    for (std::size_t begin = 0, end = 1; begin < trail.size(); begin = end++) {
        while (end < trail.size() && !trail[end].jumped) ++end;
        std::vector<QPointF> across, up, age;
        for (std::size_t i = begin; i < end; ++i) {
            const auto at = static_cast<double>(i);
            across.emplace_back(at, trail[i].at.x());
            up.emplace_back(at, trail[i].at.y());
            age.emplace_back(at, trail[i].age);
        }
        for (std::vector<QPointF>* line : {&across, &up, &age}) *line = smoothed(*line, 1.0 / piecesOfStep);
        for (std::size_t i = 0; i < across.size(); ++i)
            made.push_back({{across[i].y(), up[i].y()}, age[i].y(), i == 0 && trail[begin].jumped});
    }
    return made;
}

}

void PhasePicture::setScene(PhaseScene scene)
{
    m_scene = std::move(scene);
    if (!m_scene.model) return;
    setHorizontalRange(m_scene.across);
    setVerticalRange(m_scene.up);
    const auto& [across, up, rest, tail] = m_scene.choice;
    const auto zeroOf = [this](std::size_t state) { return tr("d%1/dt = 0").arg(fromView(m_scene.model->state[state].symbol)); };
    const QString name = up ? fromView(m_scene.model->state[*up].symbol) : axisLabel(*m_scene.model, up);
    std::vector<Curve> legend{
        {.symbol = up ? zeroOf(across) : axisLabel(*m_scene.model, up).section(u' ', 0, 0), .colour = colourOfAxis(across)}};
    if (up) legend.push_back({.symbol = zeroOf(*up), .colour = colourOfAxis(up), .style = Qt::DashLine});
    setTitle(up ? axisLabel(*m_scene.model, up) : name);
    setHorizontalLabel(axisLabel(*m_scene.model, across));
    setCurves(std::move(legend));
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
}

QColor PhasePicture::colourOfAxis(std::optional<std::size_t> state) const
{
    return colourOf(m_scene.model->state[state.value_or(0)], *plotStyle().theme);
}

void PhasePicture::drawInside(QPainter& painter) const
{
    if (!m_scene.model) return;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    drawLines(painter);
    drawField(painter);
    drawNullclines(painter);
    drawTrail(painter);
    drawReticle(painter);
    drawLineLabels(painter);
    drawMarks(painter);
    drawNow(painter);
    drawNote(painter);
    painter.restore();
}

/// Threshold, reset … of the potential, where it is an axis and they are within it.
std::vector<PhaseLine> PhasePicture::shownLines() const
{
    const Range range = isUpright() ? m_scene.across : m_scene.up;
    std::vector<PhaseLine> lines;
    if (m_scene.choice.across != 0 && m_scene.choice.up != 0u) return lines;
    for (const PhaseLine& line : m_scene.lines)
        if (line.value >= range.first && line.value <= range.second) lines.push_back(line);
    return lines;
}

void PhasePicture::drawLines(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const double zero = canvasPixel({0, 0}).y();
    painter.setPen(QPen(plotStyle().theme->faint, plotStyle().hairline));
    if (!m_scene.choice.up && zero > place.top() && zero < place.bottom())
        painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero));
    for (const PhaseLine& line : shownLines()) {
        const QPointF at = canvasPixel({line.value, line.value});
        QPen pen(colourOf(*line.parameter, *plotStyle().theme), plotStyle().hairline);
        pen.setDashPattern({5, 3.5});
        painter.setPen(pen);
        if (isUpright()) painter.drawLine(QPointF(at.x(), place.top()), QPointF(at.x(), place.bottom()));
        else painter.drawLine(QPointF(place.left(), at.y()), QPointF(place.right(), at.y()));
    }
}

/// Their names along them.
void PhasePicture::drawLineLabels(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const double em = plotStyle().em, height = QFontMetricsF(face(wordSize)).height();
    const bool atEnd = isUpright() && canvasPixel({0, 0}).y() > place.center().y(); // away from the line of rest
    for (const PhaseLine& line : shownLines()) {
        const QPointF at = canvasPixel({line.value, line.value});
        const double width = labelWidth(face(wordSize), line.label);
        painter.save();
        painter.translate(isUpright() ? QPointF(at.x(), place.bottom()) : QPointF(place.left(), at.y()));
        if (isUpright()) painter.rotate(-90);
        drawCard(painter, {atEnd ? place.height() - width - 0.6 * em : 0.6 * em, -height - 0.25 * em, width, height},
                 colourOf(*line.parameter, *plotStyle().theme), line.label);
        painter.restore();
    }
}

/// Words on a ground that lets them be read.
void PhasePicture::drawCard(QPainter& painter, const QRectF& box, const QColor& ink, const QString& label) const
{
    const double em = plotStyle().em;
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(plotStyle().theme->panel, 0.75));
    painter.drawRoundedRect(box.adjusted(-0.3 * em, 0, 0.3 * em, 0), 0.25 * em, 0.25 * em);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(ink);
    drawLabel(painter, {box.left(), box.bottom() - QFontMetricsF(face(wordSize)).descent()}, face(wordSize), label);
}

/// Short arrows of one length where states change fast, shorter ones where they change slowly.
void PhasePicture::drawField(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const double em = plotStyle().em, length = 0.95 * em;
    const double perX = place.width() / (m_scene.across.second - m_scene.across.first),
                 perY = place.height() / (m_scene.up.second - m_scene.up.first);
    painter.setPen(QPen(faded(plotStyle().theme->faint, 0.6), plotStyle().hairline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const auto& [at, rate] : m_scene.field) {
        const QPointF flow(rate.x() * perX, -rate.y() * perY);
        const double speed = std::hypot(flow.x(), flow.y());
        if (!(speed > 0) || !std::isfinite(speed)) continue;
        const QPointF ahead = flow / speed, aside(-ahead.y(), ahead.x()), half = ahead * length / 2 * (0.35 + 0.65 * speed / (speed + em));
        const QPointF middle = canvasPixel(at), tip = middle + half;
        if (!place.contains(tip) || !place.contains(middle - half)) continue;
        const double barb = 0.22 * em;
        painter.drawLine(middle - half, tip);
        painter.drawPolyline(QPolygonF({tip - (ahead - 0.7 * aside) * barb, tip, tip - (ahead + 0.7 * aside) * barb}));
    }
}

void PhasePicture::drawNullclines(QPainter& painter) const
{
    const double width = 1.15 * plotStyle().lineWidth;
    const auto draw = [&](const std::vector<Polyline>& lines, const QColor& colour, Qt::PenStyle style) {
        painter.setPen(QPen(colour, width, style, style == Qt::SolidLine ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin));
        for (const Polyline& line : lines) {
            QVector<QPointF> pixels;
            for (const QPointF& p : line) pixels << canvasPixel(p);
            painter.drawPath(pathOf(pixels, canvasAxes(), 0.5 * looseness(!plotStyle().interactive) * width));
        }
    };
    draw(m_scene.acrossNullcline, colourOfAxis(m_scene.choice.across), Qt::SolidLine);
    draw(m_scene.upNullcline, colourOfAxis(m_scene.choice.up), m_scene.choice.up ? Qt::DashLine : Qt::SolidLine);
}

void PhasePicture::drawTrail(QPainter& painter) const
{
    const QColor ink = plotStyle().theme->text;
    const double width = 1.15 * plotStyle().lineWidth;
    const auto& trail = plotStyle().interactive ? m_scene.trail : refined(m_scene.trail);
    const auto bandOf = [](const PhaseStep& step) { return std::min(bands - 1, static_cast<int>(step.age * bands)); };
    for (std::size_t i = 1; i < trail.size();) {
        const int band = bandOf(trail[i]);
        const double alpha = 0.07 + 0.83 * std::pow(1 - (band + 0.5) / bands, 1.6);
        if (trail[i].jumped) {
            painter.setPen(QPen(faded(ink, alpha), 0.8 * width, Qt::DotLine, Qt::FlatCap));
            painter.drawPath(pathOf({canvasPixel(trail[i - 1].at), canvasPixel(trail[i].at)}, canvasAxes(), 0));
            ++i;
            continue;
        }
        QVector<QPointF> line{canvasPixel(trail[i - 1].at)};
        for (; i < trail.size() && bandOf(trail[i]) == band && !trail[i].jumped; ++i) line << canvasPixel(trail[i].at);
        painter.setPen(QPen(faded(ink, alpha), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPath(pathOf(line, canvasAxes(), looseness(!plotStyle().interactive) * width));
    }
}

/// Where the neuron is now.
void PhasePicture::drawNow(QPainter& painter) const
{
    if (m_scene.trail.empty()) return;
    const QPointF now = canvasPixel(m_scene.trail.back().at);
    const double radius = 0.36 * plotStyle().em;
    if (!canvasAxes().adjusted(-1, -1, 1, 1).contains(now)) return;
    painter.setPen(QPen(plotStyle().theme->panel, 0.12 * plotStyle().em));
    painter.setBrush(plotStyle().theme->current);
    painter.drawEllipse(now, radius, radius);
    painter.setBrush(Qt::NoBrush);
}

void PhasePicture::drawMark(QPainter& painter, const PhaseMark& mark) const
{
    const double radius = 0.46 * plotStyle().em;
    const QColor ink = isStable(mark.stability) ? plotStyle().theme->rest : plotStyle().theme->threshold;
    const QPointF at = canvasPixel(mark.at);
    QPen pen(ink, 0.17 * plotStyle().em);
    if (mark.isVirtual) pen.setDashPattern({1.2, 1});
    const bool isFilled = isStable(mark.stability) && !mark.isVirtual,
               isSaddle = mark.stability == Stability::saddle || mark.stability == Stability::saddleFocus;
    painter.setPen(pen);
    painter.setBrush(isFilled ? ink : plotStyle().theme->panel);
    painter.drawEllipse(at, radius, radius);
    painter.setBrush(ink);
    if (isSaddle) painter.drawChord(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16);
    painter.setBrush(Qt::NoBrush);
}

void PhasePicture::drawMarks(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const double em = plotStyle().em;
    const QFontMetricsF metrics(face(wordSize));
    for (const PhaseMark& mark : m_scene.marks) {
        const QPointF at = canvasPixel(mark.at);
        if (!place.adjusted(-1, -1, 1, 1).contains(at)) continue;
        const double width = labelWidth(face(wordSize), mark.label);
        const bool isLeft = at.x() + em + width > place.right();
        QRectF box(isLeft ? at.x() - 0.9 * em - width : at.x() + 0.9 * em, at.y() - 0.6 * em - metrics.height(), width, metrics.height());
        if (box.top() < place.top()) box.moveTop(at.y() + 0.7 * em);
        drawCard(painter, box, plotStyle().theme->text, mark.label);
        drawMark(painter, mark);
    }
}

/// What the plane leaves out, in a corner at the right where the nullcline of the vertical state is not.
void PhasePicture::drawNote(QPainter& painter) const
{
    if (m_scene.note.isEmpty()) return;
    const double em = plotStyle().em, width = labelWidth(face(wordSize), m_scene.note), height = QFontMetricsF(face(wordSize)).height();
    const QRectF place = canvasAxes(), above(place.right() - width - 0.6 * em, place.top() + 0.3 * em, width, height);
    const auto isTaken = [&](const Polyline& line) {
        return std::ranges::any_of(line, [&](QPointF p) { return above.contains(canvasPixel(p)); });
    };
    const bool isBelow = std::ranges::any_of(m_scene.upNullcline, isTaken);
    drawCard(painter, isBelow ? above.translated(0, place.height() - height - 0.6 * em) : above, plotStyle().theme->faint, m_scene.note);
}

void PhasePicture::drawReticle(QPainter& painter) const
{
    if (!pointed()) return;
    const QRectF place = canvasAxes();
    const QPointF at = canvasPixel(*pointed());
    painter.setPen(QPen(faded(plotStyle().theme->accent, 0.8), plotStyle().hairline));
    if (at.x() >= place.left() && at.x() <= place.right()) painter.drawLine(QPointF(at.x(), place.top()), QPointF(at.x(), place.bottom()));
    if (at.y() >= place.top() && at.y() <= place.bottom()) painter.drawLine(QPointF(place.left(), at.y()), QPointF(place.right(), at.y()));
}

}
