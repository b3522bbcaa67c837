// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_picture.h"

#include "plot_label.h"
#include "plot_rows.h"
#include "polyline.h"
#include "theme.h"
#include "words.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double smoothPoints = 400;              // of a sweep that is seen in part
constexpr double wordSize = 0.9;                  // in em
constexpr double reach = 7, ringReach = 14;       // pixels around a line or a ring that mean it
constexpr double chosenWidth = 1.3, usual = 0.75; // of curves, in widths of the style's lines
constexpr double lightest = 0.42;                 // of the hue, of the lowest step

QColor mixed(const QColor& ground, const QColor& ink, double part)
{
    const auto mix = [part](double a, double b) { return static_cast<float>(a + part * (b - a)); };
    return QColor::fromRgbF(mix(ground.redF(), ink.redF()), mix(ground.greenF(), ink.greenF()), mix(ground.blueF(), ink.blueF()));
}

double distanceTo(QPointF p, QPointF a, QPointF b)
{
    const QPointF ab = b - a;
    const double length = QPointF::dotProduct(ab, ab);
    const double along = length > 0 ? std::clamp(QPointF::dotProduct(p - a, ab) / length, 0.0, 1.0) : 0;
    const QPointF off = p - a - along * ab;
    return std::hypot(off.x(), off.y());
}

}

void ClampPicture::makeInteractive()
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ClampPicture::setScene(const ClampScene& scene, std::size_t row, bool hasNumbers)
{
    m_index = row;
    const Range held = m_row.up;
    m_row = scene.rows[row];
    if (m_grip != Grip::none) m_row.up = held; // a line that is dragged must not move its own scale
    m_clamp = scene.clamp;
    m_test = scene.test();
    m_potentialUnit = scene.model->state[0].unit;
    m_order = scene.order();
    const Theme& t = *plotStyle().theme;
    setTitle(titleOf(m_row.of));
    setHorizontalLabel(hasNumbers ? tr("time (ms)") : QString());
    setHorizontalRange(m_row.across);
    setVerticalRange(m_row.up);
    std::vector<Curve> curves;
    for (const std::size_t step : m_order) {
        const bool isChosen = step == m_clamp.chosen;
        const QColor hue = mixed(t.panel, t.potential, lightest + (1 - lightest) * scene.rank(step));
        curves.push_back({.symbol = {}, .colour = isChosen ? t.current : hue, .width = isChosen ? chosenWidth : usual});
    }
    setCurves(std::move(curves));
    for (std::size_t i = 0; i < m_order.size(); ++i)
        if (m_order[i] < m_row.sweeps.size()) setPoints(i, pointsOf(m_row.sweeps[m_order[i]]));
}

/// What is seen of a sweep; where that is a small part of it, as smooth as it is between its rows.
std::vector<QPointF> ClampPicture::pointsOf(const QPolygonF& sweep) const
{
    const double span = m_row.across.second - m_row.across.first;
    if (span > 0.7 * lengthOf(m_clamp)) return {sweep.begin(), sweep.end()};
    auto from = std::ranges::lower_bound(sweep, m_row.across.first, {}, &QPointF::x),
         to = std::ranges::lower_bound(sweep, m_row.across.second, {}, &QPointF::x);
    if (from != sweep.begin()) --from;
    if (to != sweep.end()) ++to;
    return smoothed(std::span(&*from, static_cast<std::size_t>(to - from)), span / smoothPoints);
}

void ClampPicture::drawInside(QPainter& painter) const
{
    if (m_row.sweeps.empty()) return;
    if (!isCommand()) {
        const QRectF place = canvasAxes();
        const double zero = canvasPixel({0, 0}).y();
        painter.setPen(QPen(plotStyle().theme->faint, plotStyle().hairline));
        if (zero > place.top() && zero < place.bottom()) painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero));
        if (m_index == 1) drawNames(painter);
        drawPeak(painter);
        return;
    }
    drawHolding(painter);
    drawHandle(painter);
}

/// In the middle of the chosen step, in the canvas.
QPointF ClampPicture::handle() const { return canvasPixel({(m_test.first + m_test.second) / 2, chosenPotential()}); }

QPointF ClampPicture::ring() const { return handle() + canvasOffset(); }

/// At the right of the axes, as wide as its longest number.
QRectF ClampPicture::number() const
{
    const double em = plotStyle().em, width = labelWidth(face(1, true), shown(-100.5, m_potentialUnit)) + em;
    const double y = std::clamp(handle().y(), canvasAxes().top(), canvasAxes().bottom());
    return {canvasAxes().right() + 0.5 * em, y - 0.9 * em, width, 1.8 * em};
}

int ClampPicture::roomAtRight() const
{
    return isCommand() ? static_cast<int>(std::ceil(number().width() + plotStyle().em)) : wantedRightMargin();
}

QString ClampPicture::holdingWords(bool isShort) const
{
    const QString value = shown(m_clamp.hold, m_potentialUnit, 3);
    return (plotStyle().interactive ? QStringLiteral("⇕ ") : QString()) + (isShort ? value : tr("holding %1").arg(value));
}

/// Above the line at the end where there is room, else right of the axes, apart from the number.
QRectF ClampPicture::holding() const
{
    const double em = plotStyle().em, height = QFontMetricsF(face(wordSize)).height();
    const double width = labelWidth(face(wordSize), holdingWords(false)), y = canvasPixel({0, m_clamp.hold}).y();
    const double room = canvasAxes().right() - canvasPixel({lengthOf(m_clamp) - m_clamp.after, 0}).x();
    if (width + 0.6 * em < room && y - height - 0.1 * em > canvasAxes().top())
        return {canvasAxes().right() - width - 0.3 * em, y - height - 0.15 * em, width, height};
    QRectF beside(canvasAxes().right() + em, y - height / 2, labelWidth(face(wordSize), holdingWords(true)), height);
    const QRectF box = number().adjusted(0, -0.2 * em, 0, 0.2 * em);
    if (beside.intersects(box)) y > handle().y() ? beside.moveTop(box.bottom()) : beside.moveBottom(box.top());
    return beside;
}

/// From the step to its number, a ring to take it by.
void ClampPicture::drawHandle(QPainter& painter) const
{
    const Theme& t = *plotStyle().theme;
    const double em = plotStyle().em, radius = 0.75 * em;
    const QPointF at = handle();
    const QRectF box = number();
    QPen dashed(t.current, plotStyle().hairline);
    dashed.setDashPattern({2.5, 2.5});
    painter.setPen(dashed);
    painter.drawLine(QPointF(canvasPixel({m_test.second, 0}).x(), at.y()), QPointF(box.left(), at.y()));
    painter.setPen(QPen(t.current, 0.15 * em));
    painter.setBrush(t.panel);
    painter.drawRoundedRect(box, 0.4 * em, 0.4 * em);
    painter.setPen(t.current);
    const QString words = shown(chosenPotential(), m_potentialUnit);
    drawLabel(painter, {box.center().x() - labelWidth(face(1, true), words) / 2, box.center().y() + 0.36 * em}, face(1, true), words);
    if (!plotStyle().interactive) return;
    painter.setPen(QPen(t.current, 0.15 * em));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(t.current, 0.12 * em, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at - QPointF(0, 0.42 * em), at + QPointF(0, 0.42 * em));
    for (const double way : {-1.0, 1.0})
        for (const double side : {-1.0, 1.0})
            painter.drawLine(at + QPointF(0, way * 0.42 * em), at + QPointF(side * 0.2 * em, way * 0.2 * em));
}

void ClampPicture::drawHolding(QPainter& painter) const
{
    painter.setPen(plotStyle().theme->faint);
    const QRectF place = holding();
    drawLabel(painter, {place.left(), place.bottom() - QFontMetricsF(face(wordSize)).descent()}, face(wordSize),
              holdingWords(place.left() > canvasAxes().right()));
}

/// The test potentials where the curves end, as far as there is room between them; that of the chosen one in any case.
void ClampPicture::drawNames(QPainter& painter) const
{
    const double em = plotStyle().em, apart = 1.2 * em, left = canvasPixel({m_test.second, 0}).x() + 0.4 * em;
    const Face usualFace = face(wordSize), boldFace = face(wordSize, true);
    if (left + labelWidth(usualFace, QStringLiteral("−40 mV")) > canvasAxes().right()) return;
    std::vector<double> taken;
    const Range tails = whereTailsBegin();
    for (auto it = m_order.rbegin(); it != m_order.rend(); ++it) {
        const QPolygonF& sweep = m_row.sweeps[*it];
        const auto end = std::ranges::lower_bound(sweep, m_test.second * (1 - 1e-9), {}, &QPointF::x);
        if (end == sweep.begin() || end == sweep.end()) continue;
        const double y = canvasPixel(*(end - 1)).y();
        if (std::ranges::any_of(taken, [&](double other) { return std::abs(other - y) < apart; })) continue;
        const bool isChosen = *it == m_clamp.chosen;
        if (!isChosen && y > tails.first - 0.7 * em && y < tails.second + 0.7 * em) continue;
        taken.push_back(y);
        const Face& font = isChosen ? boldFace : usualFace;
        const QString name = shown(m_clamp.steps[*it], m_potentialUnit, 3);
        QColor ground = plotStyle().theme->panel;
        ground.setAlphaF(0.75F);
        if (isChosen) painter.fillRect(QRectF(left, y - 0.6 * em, labelWidth(font, name), 1.2 * em), ground); // among tails
        painter.setPen(isChosen ? plotStyle().theme->current : plotStyle().theme->faint);
        drawLabel(painter, {left, y + 0.33 * em}, font, name);
    }
}

/// From the highest to the lowest pixel of the curves right after the test.
Range ClampPicture::whereTailsBegin() const
{
    Range found(INFINITY, -INFINITY);
    for (const std::size_t step : m_order) {
        const QPolygonF& sweep = m_row.sweeps[step];
        const auto after = std::ranges::lower_bound(sweep, m_test.second + 1e-9, {}, &QPointF::x);
        if (after == sweep.end()) continue;
        const double y = canvasPixel(*after).y();
        found = {std::min(found.first, y), std::max(found.second, y)};
    }
    return found;
}

/// How much, and when since the test began.
void ClampPicture::drawPeak(QPainter& painter) const
{
    if (!m_row.peak) return;
    const Theme& t = *plotStyle().theme;
    const double em = plotStyle().em;
    const QPointF at = canvasPixel(*m_row.peak);
    painter.setPen(QPen(t.current, 0.13 * em));
    painter.setBrush(t.panel);
    painter.drawEllipse(at, 0.36 * em, 0.36 * em);
    const QString value = shown(m_row.peak->y(), 4), when = shown(m_row.peak->x() - m_test.first, "ms", 2);
    const QString words =
        m_index == 1 && m_row.peak->y() < 0 ? tr("inward peak %1 at %2").arg(value, when) : tr("%1 at %2").arg(value, when);
    const double width = labelWidth(face(wordSize), words);
    const double left = std::min(at.x() + 0.8 * em, canvasAxes().right() - width);
    painter.setPen(t.text);
    drawLabel(painter, {left, at.y() + (m_row.peak->y() < 0 ? 0.6 : -0.3) * em}, face(wordSize), words);
}

ClampPicture::Grip ClampPicture::gripAt(QPointF pixel) const
{
    if (!isCommand()) return Grip::none;
    const QPointF away = pixel - ring();
    if (std::hypot(away.x(), away.y()) <= ringReach || numberPlace().contains(pixel)) return Grip::step;
    const double x = valueAt(pixel).x();
    const auto isOn = [&](double V) { return std::abs(pixelAt({0, V}).y() - pixel.y()) <= reach; };
    if (x > m_test.first && x < m_test.second) return isOn(chosenPotential()) ? Grip::step : Grip::none;
    const bool isHeld = axes().contains(pixel) && (x < m_clamp.before || x > lengthOf(m_clamp) - m_clamp.after);
    return holdingPlace().contains(pixel) || (isHeld && isOn(m_clamp.hold)) ? Grip::hold : Grip::none;
}

/// The step whose curve is nearest, within reach.
std::optional<std::size_t> ClampPicture::stepAt(QPointF pixel) const
{
    std::optional<std::size_t> found;
    double least = reach;
    for (const std::size_t step : m_order) {
        const QPolygonF& sweep = m_row.sweeps[step];
        const double from = valueAt(pixel - QPointF(reach, 0)).x(), to = valueAt(pixel + QPointF(reach, 0)).x();
        auto p = std::ranges::lower_bound(sweep, from, {}, &QPointF::x);
        if (p != sweep.begin()) --p;
        for (; p + 1 < sweep.end() && p->x() <= to; ++p)
            if (const double d = distanceTo(pixel, pixelAt(*p), pixelAt(*(p + 1))); d < least) least = d, found = step;
    }
    return found;
}

void ClampPicture::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_row.sweeps.empty()) return Plot::mousePressEvent(event);
    m_grip = gripAt(event->position());
    const double V = m_grip == Grip::hold ? m_clamp.hold : chosenPotential();
    m_offset = V - valueAt(event->position()).y();
    if (m_grip != Grip::none) emit dragStarted();
    else if (const auto step = stepAt(event->position())) emit stepChosen(*step);
}

void ClampPicture::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip == Grip::none) {
        if (m_row.sweeps.empty()) return;
        const bool isStep = gripAt(event->position()) != Grip::none;
        setCursor(isStep ? Qt::SizeVerCursor : stepAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const double V = valueAt(event->position()).y() + m_offset;
    if (m_grip == Grip::step) emit stepDragged(V);
    else emit holdDragged(V);
}

void ClampPicture::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(m_grip, Grip::none) != Grip::none) emit dragStarted(); // what comes is another gesture, on a scale that fits
}

void ClampPicture::keyPressEvent(QKeyEvent* event)
{
    const int way = (event->key() == Qt::Key_Up) - (event->key() == Qt::Key_Down);
    if (way == 0) return Plot::keyPressEvent(event);
    if (event->modifiers().testFlag(Qt::AltModifier)) emit nudged(way, event->modifiers().testFlag(Qt::ShiftModifier));
    else emit nextWanted(way);
}

void align(std::span<ClampPicture* const> pictures)
{
    int left = 0, right = 0;
    for (const ClampPicture* picture : pictures) {
        left = std::max(left, picture->wantedLeftMargin());
        right = std::max(right, picture->roomAtRight());
    }
    for (ClampPicture* picture : pictures) picture->setSideMargins(left, right);
}

}
