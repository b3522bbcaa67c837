// SPDX-License-Identifier: GPL-3.0-or-later
#include "rate_picture.h"

#include "plot_label.h"
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

constexpr double wordSize = 0.9; // in em
constexpr double grip = 14;      // pixels beside the operating point that take hold of it

/// Curves of the legend: the closed form, then the ghosts, then the live curve over them.
constexpr Qt::PenStyle ghostStyles[] = {Qt::DashDotLine, Qt::DotLine, Qt::DashDotDotLine};

}

double rateAt(const QPolygonF& curve, double I)
{
    const auto after = std::ranges::lower_bound(curve, I, {}, &QPointF::x);
    if (after == curve.end() || (after == curve.begin() && after->x() != I)) return std::numeric_limits<double>::quiet_NaN();
    if (after->x() == I) return after->y();
    const QPointF before = *(after - 1);
    return before.y() + (after->y() - before.y()) * (I - before.x()) / (after->x() - before.x());
}

double currentAt(const QPolygonF& curve, double rate, double I)
{
    double best = std::numeric_limits<double>::quiet_NaN(), miss = std::numeric_limits<double>::infinity();
    const auto offer = [&](double at, double difference) {
        const bool isBetter = difference < miss || (difference == miss && std::abs(at - I) < std::abs(best - I));
        if (isBetter) best = at, miss = difference;
    };
    for (qsizetype i = 0; i < curve.size(); ++i) {
        const QPointF p = curve[i], q = curve[std::min(i + 1, curve.size() - 1)];
        if (!std::isfinite(p.y())) continue;
        offer(p.x(), std::abs(p.y() - rate));
        const bool isCrossed = std::isfinite(q.y()) && (p.y() - rate) * (q.y() - rate) < 0;
        const bool isJump = (p.y() == 0) != (q.y() == 0); // firing begins or ceases between two points: how is not known
        if (isCrossed && !isJump) offer(p.x() + (q.x() - p.x()) * (rate - p.y()) / (q.y() - p.y()), 0);
    }
    return best;
}

QByteArray rateTable(const RateScene& scene)
{
    const Quantity& input = scene.model->input;
    QByteArray table = "series," + QStringLiteral("%1_%2").arg(fromView(input.symbol), fromView(input.unit)).toUtf8() + ",rate_Hz\n";
    const auto add = [&](QString series, const QPolygonF& curve) {
        for (const QPointF& p : curve)
            table += '"' + series.replace(u'"', u'\'').toUtf8() + "\"," + QByteArray::number(p.x(), 'g', 17) + ','
                     + QByteArray::number(p.y(), 'g', 17) + '\n';
    };
    add(QStringLiteral("computed"), scene.curve);
    add(QStringLiteral("closed form"), scene.formula);
    add(QStringLiteral("oscillation below the spike level"), scene.oscillation);
    for (const auto& ghost : scene.ghosts) add(ghost.label, ghost.curve);
    return table;
}

void RatePicture::setScene(RateScene scene)
{
    m_scene = std::move(scene);
    setHorizontalRange(m_scene.across);
    setVerticalRange(m_scene.up);
    const Theme& t = *plotStyle().theme;
    std::vector<Curve> curves;
    std::vector<const QPolygonF*> points;
    const auto add = [&](const Curve& curve, const QPolygonF& line) {
        curves.push_back(curve);
        points.push_back(&line);
    };
    if (!m_scene.formula.isEmpty())
        add({.symbol = tr("closed form"), .colour = t.threshold, .width = 2.4, .style = Qt::DotLine}, m_scene.formula);
    for (std::size_t i = 0; i < m_scene.ghosts.size(); ++i)
        add({.symbol = m_scene.ghosts[i].label, .colour = t.ghost, .style = ghostStyles[i % std::size(ghostStyles)]},
            m_scene.ghosts[i].curve);
    if (!m_scene.oscillation.isEmpty())
        add({.symbol = tr("oscillation below the spike level"), .colour = t.potential, .style = Qt::DashLine}, m_scene.oscillation);
    add({.symbol = tr("live"), .colour = t.potential}, m_scene.curve);
    const bool isAlone = curves.size() == 1;
    if (isAlone) curves[0].symbol.clear();
    setTitle(tr("Firing rate (Hz)"));
    setHorizontalLabel(tr("injected current I (%1)").arg(fromView(m_scene.model->input.unit)));
    setCurves(std::move(curves));
    for (std::size_t i = 0; i < points.size(); ++i) setPoints(i, *points[i]);
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
}

void RatePicture::drawInside(QPainter& painter) const
{
    if (!m_scene.model) return;
    painter.save();
    painter.setClipRect(canvasAxes().adjusted(-1, -plotStyle().em, plotStyle().em, 1));
    drawRheobase(painter);
    drawOperating(painter);
    drawOnset(painter);
    painter.restore();
}

void RatePicture::drawRheobase(QPainter& painter) const
{
    if (!m_scene.rheobase) return;
    const double spike = m_scene.rheobase->spike, sustained = m_scene.rheobase->sustained;
    const auto labelled = [&](const QString& name, double I) { return tr("%1 %2").arg(name, shown(I, m_scene.model->input.unit)); };
    if (spike == sustained || !std::isfinite(sustained)) return drawUpright(painter, spike, labelled(tr("rheobase"), spike));
    const QString first = labelled(tr("one spike"), spike);
    const double em = plotStyle().em;
    const bool isClose = std::abs(canvasPixel({sustained, 0}).x() - canvasPixel({spike, 0}).x()) < 2.5 * em;
    drawUpright(painter, spike, first);
    drawUpright(painter, sustained, labelled(tr("lasting firing"), sustained), isClose ? labelWidth(face(wordSize), first) + em : 0);
}

/// A dashed line at a current, its name along it, so many pixels below the top; to the right where there is no room at the left.
void RatePicture::drawUpright(QPainter& painter, double I, const QString& label, double below) const
{
    if (!(I >= m_scene.across.first && I <= m_scene.across.second)) return;
    const QRectF place = canvasAxes();
    const double em = plotStyle().em;
    QPen pen(plotStyle().theme->threshold, plotStyle().hairline);
    pen.setDashPattern({5, 3.5});
    painter.save();
    const double x = canvasPixel({I, 0}).x(), baseline = (x - place.left() > 1.3 * em ? -0.4 : 1.05) * em;
    painter.translate(x, place.bottom());
    painter.rotate(-90);
    painter.setPen(pen);
    painter.drawLine(QPointF(0, 0), QPointF(place.height(), 0));
    const double width = labelWidth(face(wordSize), label);
    drawLabel(painter, {place.height() - below - width - 0.6 * em, baseline}, face(wordSize), label);
    painter.restore();
}

QString RatePicture::assumption() const
{
    if (!m_scene.operating || m_scene.isLive) return {};
    return tr("if %1 lasted").arg(shown(m_scene.operating->x(), m_scene.model->input.unit));
}

/// Beside the point, on the side where there is room.
void RatePicture::drawAssumption(QPainter& painter, QPointF at) const
{
    const double em = plotStyle().em, width = labelWidth(face(wordSize), assumption());
    const bool isRight = at.x() + 0.9 * em + width <= canvasAxes().right();
    const QPointF baseline(isRight ? at.x() + 0.9 * em : at.x() - 0.9 * em - width,
                           std::min(at.y() + 1.5 * em, canvasAxes().bottom() - 0.5 * em));
    QColor ground = plotStyle().theme->panel;
    ground.setAlphaF(0.8f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(baseline.x() - 0.2 * em, baseline.y() - em, width + 0.4 * em, 1.35 * em), 0.3 * em, 0.3 * em);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(plotStyle().theme->text);
    drawLabel(painter, baseline, face(wordSize), assumption());
}

/// A point on the curve, a line down to its current. It glows, or it is a ring with what it assumes.
void RatePicture::drawOperating(QPainter& painter) const
{
    if (!m_scene.operating) return;
    const QPointF at = canvasPixel(*m_scene.operating);
    const double em = plotStyle().em;
    QColor ink = plotStyle().theme->current;
    painter.setPen(QPen(ink, plotStyle().hairline, m_scene.isLive ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(QPointF(at.x(), canvasAxes().bottom()), at);
    if (!m_scene.isLive) {
        drawAssumption(painter, at);
        painter.setPen(QPen(ink, 0.16 * em));
        painter.setBrush(plotStyle().theme->panel);
        painter.drawEllipse(at, 0.42 * em, 0.42 * em);
        return painter.setBrush(Qt::NoBrush);
    }
    painter.setPen(Qt::NoPen);
    const bool isHeld = m_dragging || (plotStyle().interactive && hasFocus());
    for (const double size : {1.25, 0.85}) {
        ink.setAlphaF(isHeld ? 0.3f : 0.18f);
        painter.setBrush(ink);
        painter.drawEllipse(at, size * em, size * em);
    }
    ink.setAlphaF(1);
    painter.setBrush(ink);
    painter.setPen(QPen(plotStyle().theme->panel, 0.14 * em));
    painter.drawEllipse(at, 0.48 * em, 0.48 * em);
    painter.setBrush(Qt::NoBrush);
}

/// In the lower right corner, where a rising curve is not.
void RatePicture::drawOnset(QPainter& painter) const
{
    if (m_scene.onset.isEmpty()) return;
    const double em = plotStyle().em, width = labelWidth(face(wordSize), m_scene.onset);
    const QFontMetricsF metrics(face(wordSize));
    const QRectF place = canvasAxes(),
                 box(place.right() - width - 0.8 * em, place.bottom() - metrics.height() - 0.7 * em, width, metrics.height());
    QColor ground = plotStyle().theme->panel;
    ground.setAlphaF(0.8f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(-0.4 * em, -0.1 * em, 0.4 * em, 0.1 * em), 0.3 * em, 0.3 * em);
    painter.setPen(plotStyle().theme->text);
    drawLabel(painter, {box.left(), box.bottom() - metrics.descent()}, face(wordSize), m_scene.onset);
}

bool RatePicture::isNearOperating(QPointF pixel) const
{
    return m_scene.operating && axes().adjusted(0, -grip, 0, grip).contains(pixel)
           && std::abs(pixelAt(*m_scene.operating).x() - pixel.x()) < grip;
}

bool RatePicture::isOnOperating(QPointF pixel) const
{
    const QPointF off = m_scene.operating ? pixelAt(*m_scene.operating) - pixel : QPointF();
    return m_scene.operating && std::hypot(off.x(), off.y()) < grip;
}

void RatePicture::read()
{
    setReadout(std::nullopt);
    if (!pointed() || !m_scene.model) return; // nothing is to be seen yet
    const double I = pointed()->x(), rate = rateAt(m_scene.curve, I);
    Readout readout{.x = I, .pointer = pixelAt(*pointed()), .lines = {tr("I = %1").arg(shown(I, m_scene.model->input.unit))}};
    if (std::isfinite(rate)) readout.lines << tr("rate = %1").arg(shown(rate, "Hz"));
    setReadout(readout);
}

/// The point goes there at once; the curve follows.
void RatePicture::moveTo(double I)
{
    I = std::clamp(I, m_scene.across.first, m_scene.across.second);
    m_scene.operating = QPointF(I, rateAt(m_scene.curve, I));
    emit dragged(I);
}

void RatePicture::moveToRate(double rate)
{
    rate = std::clamp(rate, 0.0, m_scene.up.second);
    const double I = m_scene.operating ? currentAt(m_scene.curve, rate, m_scene.operating->x()) : std::numeric_limits<double>::quiet_NaN();
    if (!std::isfinite(I)) return;
    m_scene.operating = QPointF(I, rateAt(m_scene.curve, I));
    emit draggedToRate(rate, I);
}

void RatePicture::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !isNearOperating(event->position())) return event->ignore();
    m_dragging = true;
    m_way = isOnOperating(event->position()) ? Way::undecided : Way::along;
    m_pressed = event->position();
    m_offset = m_scene.operating->y() - valueAt(m_pressed).y();
    emit dragStarted();
}

/// From the point itself either way, as the hand begins; from beside it along the current.
void RatePicture::drag(QPointF pixel)
{
    constexpr double decided = 4; // pixels
    const QPointF way = pixel - m_pressed;
    if (m_way == Way::undecided && way.manhattanLength() < decided) return;
    if (m_way == Way::undecided) m_way = std::abs(way.y()) > std::abs(way.x()) ? Way::up : Way::along;
    setCursor(m_way == Way::up ? Qt::SizeVerCursor : Qt::SizeHorCursor);
    if (m_way == Way::up) moveToRate(valueAt(pixel).y() + m_offset);
    else moveTo(valueAt(pixel).x());
}

void RatePicture::showGrip(QPointF pixel)
{
    setCursor(isOnOperating(pixel) ? Qt::SizeAllCursor : isNearOperating(pixel) ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void RatePicture::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        setReadout(std::nullopt);
        return drag(event->position());
    }
    showGrip(event->position());
    PointedPlot::mouseMoveEvent(event);
}

void RatePicture::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    emit changed();
}

void RatePicture::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key(), direction = (key == Qt::Key_Right || key == Qt::Key_Up) - (key == Qt::Key_Left || key == Qt::Key_Down);
    if (direction == 0 || !m_scene.operating) return Plot::keyPressEvent(event);
    const bool isUp = key == Qt::Key_Up || key == Qt::Key_Down;
    const double part = event->modifiers().testFlag(Qt::ShiftModifier)     ? 0.001
                        : event->modifiers().testFlag(Qt::ControlModifier) ? 0.1
                                                                           : 0.01;
    const auto [low, high] = isUp ? m_scene.up : m_scene.across;
    const double step = niceAtLeast(part * (high - low) * 0.99);
    emit dragStarted();
    if (isUp) moveToRate(roundTo(step, m_scene.operating->y() + direction * step));
    else moveTo(roundTo(step, m_scene.operating->x() + direction * step));
}

}
