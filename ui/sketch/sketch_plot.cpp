// SPDX-License-Identifier: GPL-3.0-or-later
#include "sketch_plot.h"

#include "plot_rows.h"
#include "theme.h"
#include "words.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double pencilWidth = 5; // px
constexpr float pencilOpacity = 0.8F, washOpacity = 0.07F;
constexpr double handReach = 14, wordsReach = 16; // px

Drawing drawingFor(const Sketch& sketch)
{
    const auto y = sketch.givenY ? std::optional(sketch.up.part(*sketch.givenY)) : std::nullopt;
    return {sketch.isFunction() ? Drawing::Kind::function : Drawing::Kind::path, sketch.across.part(sketch.begin()), y};
}

QString labelOf(const SketchAxis& axis)
{
    if (axis.name == "t") return SketchPlot::tr("time (%1)").arg(fromView(axis.quantity.unit));
    const QString unit = axis.quantity.unit.empty() ? QString() : QStringLiteral(" (%1)").arg(fromView(axis.quantity.unit));
    return spoken(axis.quantity.meaning) + u' ' + fromView(axis.quantity.symbol) + unit;
}

void lay(QPainter& painter, const QPolygonF& line, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, exactly(width), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

}

SketchPlot::SketchPlot(const Sketch& sketch, QWidget* parent) : Plot(parent), m_sketch(sketch), m_drawing(drawingFor(sketch))
{
    setObjectName(QStringLiteral("sketchPlot"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setCursor(Qt::CrossCursor);
    setTitle(sketch.plane == Sketch::Plane::rate ? tr("Firing rate (Hz)") : titleOf(sketch.up.quantity));
    setHorizontalLabel(labelOf(sketch.across));
    setHorizontalRange({sketch.across.least, sketch.across.most});
    setVerticalRange({sketch.up.least, sketch.up.most});
    keepDressed(this, [this] { restyle(); });
    tell();
}

void SketchPlot::restyle()
{
    setPlotStyle(styleOnScreen(font()));
    setMinimumHeight(scaled(180));
    name();
    setSideMargins(std::max(m_leastLeft, wantedLeftMargin()), std::max(scaled(14), wantedRightMargin()));
    replot();
}

void SketchPlot::setLeastLeftMargin(int margin)
{
    m_leastLeft = margin;
    restyle();
}

QColor SketchPlot::inkColour() const
{
    return m_sketch.plane == Sketch::Plane::trace ? colourOf(m_sketch.up.quantity, *plotStyle().theme) : plotStyle().theme->potential;
}

QColor SketchPlot::pencilColour() const
{
    QColor pencil = plotStyle().theme->pencil;
    pencil.setAlphaF(pencilOpacity);
    return pencil;
}

/// The lines are drawn here; their names stand in the legend.
void SketchPlot::name()
{
    std::vector<Curve> curves;
    if (!m_given.isEmpty() && m_run.isEmpty()) curves.push_back({.symbol = tr("given"), .colour = inkColour()});
    if (!m_run.isEmpty()) curves.push_back({.symbol = tr("the run"), .colour = inkColour()});
    curves.push_back({.symbol = tr("your prediction"), .colour = pencilColour(), .width = 2.2});
    setCurves(std::move(curves));
}

void SketchPlot::draw(QPainter& painter, QSize size, const PlotStyle& style)
{
    setPlotStyle(style);
    name();
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
    render(painter, size);
}

Stroke SketchPlot::stroke() const
{
    if (m_drawing.isEmpty()) return {};
    Stroke made = m_drawing.smoothed();
    for (auto& [x, y] : made) x = m_sketch.across.value(x), y = m_sketch.up.value(y);
    return made;
}

void SketchPlot::take(const Stroke& parts)
{
    if (m_isFrozen || parts.empty()) return;
    m_drawing.take(parts);
    tell();
}

void SketchPlot::setStroke(const Stroke& stroke)
{
    Stroke parts;
    for (const auto& [x, y] : stroke) // a report may hold anything
        parts.emplace_back(std::clamp(m_sketch.across.part(x), 0.0, 1.0), std::clamp(m_sketch.up.part(y), 0.0, 1.0));
    take(parts);
}

void SketchPlot::undo()
{
    m_drawing.undo();
    tell();
}

void SketchPlot::clear()
{
    m_drawing.clear();
    m_bending = false;
    tell();
}

double SketchPlot::handleX(std::size_t handle) const
{
    static constexpr double places[handleCount] = {1.0 / 12, 1.0 / 3, 0.75};
    const double begin = m_sketch.across.part(m_sketch.begin());
    const double value = m_sketch.across.value(begin + (1 - begin) * places[handle]);
    return m_sketch.across.part(roundTo(niceAtMost(m_sketch.across.length() / 20), value));
}

std::optional<double> SketchPlot::handleValue(std::size_t handle) const
{
    const auto there = m_drawing.at(handleX(handle));
    return there ? std::optional(m_sketch.up.value(*there)) : std::nullopt;
}

void SketchPlot::setHandleValue(std::size_t handle, double value)
{
    if (m_isFrozen) return;
    const double x = handleX(handle), y = std::clamp(m_sketch.up.part(value), 0.0, 1.0);
    if (m_drawing.at(x)) {
        const double begin = m_sketch.across.part(m_sketch.begin());
        const double left = handle > 0 ? handleX(handle - 1) : begin, right = handle + 1 < handleCount ? handleX(handle + 1) : 1;
        m_drawing.bend(x, y, std::max(x - left, right - x));
    } else {
        m_drawing.begin({x, y});
        if (handle + 1 == handleCount) m_drawing.moveTo({1, y});
    }
    tell();
}

void SketchPlot::setBending(bool on)
{
    m_bending = on && m_sketch.isFunction() && !m_isFrozen;
    tell();
}

void SketchPlot::freeze()
{
    m_isFrozen = true;
    m_isDown = m_bending = false;
    setCursor(Qt::ArrowCursor);
    tell();
}

void SketchPlot::setGiven(const QPolygonF& curve)
{
    m_given = curve;
    restyle();
}

void SketchPlot::setRun(const QPolygonF& curve)
{
    const bool isOther = m_run.isEmpty() != curve.isEmpty();
    m_run = curve;
    if (isOther) restyle();
    else replot();
}

QString SketchPlot::words() const
{
    if (m_drawing.isEmpty()) return tr("nothing drawn yet");
    if (!m_sketch.isFunction()) return tr("a path is drawn");
    const std::string_view unit = m_sketch.across.quantity.unit;
    const QString drawn =
        m_drawing.isComplete()
            ? tr("drawn to the end")
            : tr("drawn to %1 of %2").arg(shown(m_sketch.across.value(m_drawing.reached()), unit, 3), shown(m_sketch.across.most, unit, 3));
    if (!m_bending) return drawn;
    const auto handle = static_cast<std::size_t>(m_handle);
    return tr("Handle %1 of %2: %3 at %4")
        .arg(m_handle + 1)
        .arg(handleCount)
        .arg(shown(handleValue(handle).value_or(0), m_sketch.up.quantity.unit, 3), shown(m_sketch.across.value(handleX(handle)), unit, 3));
}

void SketchPlot::tell()
{
    setAccessibleName(m_isFrozen ? tr("Your prediction, frozen") : tr("Draw what you expect"));
    setAccessibleDescription(words());
    replot();
    emit drawn();
}

// By hand ---------------------------------------------------------------------------------------------------------------

Drawing::Point SketchPlot::partAt(QPointF position) const
{
    const QPointF value = valueAt(position);
    const double x = std::clamp(m_sketch.across.part(value.x()), 0.0, 1.0), y = std::clamp(m_sketch.up.part(value.y()), 0.0, 1.0);
    return {m_sketch.isFunction() ? std::max(x, m_sketch.across.part(m_sketch.begin())) : x, y};
}

QPointF SketchPlot::pixelOf(Drawing::Point part) const
{
    return canvasPixel({m_sketch.across.value(part.first), m_sketch.up.value(part.second)});
}

void SketchPlot::penDown(QPointF position)
{
    if (m_isFrozen) return;
    m_held = m_bending ? handleAt(position) : -1;
    m_isDown = true;
    if (m_held >= 0) return void(m_handle = m_held);
    m_bending = false;
    m_drawing.begin(partAt(position));
    tell();
}

void SketchPlot::penMoved(QPointF position)
{
    if (!m_isDown) return;
    if (m_held >= 0) return setHandleValue(static_cast<std::size_t>(m_held), m_sketch.up.value(partAt(position).second));
    m_drawing.moveTo(partAt(position));
    tell();
}

void SketchPlot::penUp()
{
    if (!std::exchange(m_isDown, false)) return;
    m_held = -1;
    tell();
}

int SketchPlot::handleAt(QPointF position) const
{
    for (std::size_t i = 0; i < handleCount; ++i) {
        const auto there = m_drawing.at(handleX(i));
        const QPointF away = there ? pixelOf({handleX(i), *there}) + canvasOffset() - position : QPointF(1e3, 0);
        if (std::hypot(away.x(), away.y()) < exactly(handReach)) return static_cast<int>(i);
    }
    return -1;
}

void SketchPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) penDown(event->position());
}
void SketchPlot::mouseMoveEvent(QMouseEvent* event) { penMoved(event->position()); }
void SketchPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) penUp();
}

/// A pen is finer than the mouse that Qt would make of it.
void SketchPlot::tabletEvent(QTabletEvent* event)
{
    if (event->type() == QEvent::TabletPress) penDown(event->position());
    else if (event->type() == QEvent::TabletMove) penMoved(event->position());
    else penUp();
    event->accept();
}

bool SketchPlot::event(QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::ShortcutOverride) { // digits and letters are the window's elsewhere
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isOurs = (key >= Qt::Key_1 && key <= Qt::Key_4) || key == Qt::Key_Backspace || key == Qt::Key_Return;
        if (isOurs && !m_isFrozen) event->accept();
    }
    if (type != QEvent::TouchBegin && type != QEvent::TouchUpdate && type != QEvent::TouchEnd && type != QEvent::TouchCancel)
        return Plot::event(event);
    const auto& points = static_cast<QTouchEvent*>(event)->points();
    if (type == QEvent::TouchEnd || type == QEvent::TouchCancel || points.isEmpty()) penUp();
    else type == QEvent::TouchBegin ? penDown(points.first().position()) : penMoved(points.first().position());
    event->accept();
    return true;
}

void SketchPlot::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key(), digit = key - Qt::Key_1;
    const double step = (event->modifiers() & Qt::ShiftModifier ? 0.005 : 0.02) * m_sketch.up.length();
    const auto handle = static_cast<std::size_t>(m_handle);
    const bool isArrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (m_isFrozen) return Plot::keyPressEvent(event);
    if (digit >= 0 && digit < 4) return emit candidateWanted(digit);
    if (key == Qt::Key_Backspace) return undo();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) return emit wanted();
    if (!isArrow || !m_sketch.isFunction() || !m_drawing.isComplete()) return Plot::keyPressEvent(event);
    if (!m_bending) return setBending(true);
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        m_handle = std::clamp(m_handle + (key == Qt::Key_Left ? -1 : 1), 0, static_cast<int>(handleCount) - 1);
        return tell();
    }
    setHandleValue(handle, *handleValue(handle) + (key == Qt::Key_Up ? step : -step));
}

void SketchPlot::focusInEvent(QFocusEvent* event)
{
    Plot::focusInEvent(event);
    update();
}

void SketchPlot::focusOutEvent(QFocusEvent* event)
{
    Plot::focusOutEvent(event);
    update();
}

void SketchPlot::resizeEvent(QResizeEvent* event)
{
    Plot::resizeEvent(event);
    replot();
}

// Pictures ----------------------------------------------------------------------------------------------------------------

QPolygonF SketchPlot::pencilLine() const
{
    QPolygonF line;
    if (m_drawing.isEmpty()) return line;
    for (const Drawing::Point& part : m_drawing.smoothed()) line << pixelOf(part);
    return line;
}

void SketchPlot::drawInside(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF line = pencilLine();
    if (!m_isFrozen && m_sketch.isFunction()) drawWash(painter);
    painter.setClipRect(canvasAxes().adjusted(-exactly(4), -exactly(4), exactly(4), exactly(4)));
    lay(painter, line, pencilColour(), pencilWidth);
    const QColor colour = inkColour();
    for (const QPolygonF* curve : {&m_given, &m_run}) {
        QPolygonF pixels;
        for (const QPointF& point : *curve) pixels << canvasPixel(point);
        lay(painter, pixels, colour, 2);
    }
    painter.setClipping(false);
    if (!m_isFrozen) {
        if (m_sketch.givenY) {
            painter.setPen(QPen(colour, exactly(1.5)));
            painter.setBrush(theme().panel);
            painter.drawEllipse(canvasPixel({m_sketch.begin(), *m_sketch.givenY}), exactly(4.5), exactly(4.5));
        }
        drawWords(painter, line);
        if (m_bending) drawHandles(painter);
        drawTip(painter);
    }
    painter.restore();
}

/// What is not drawn yet, and on the axis how far the line has come.
void SketchPlot::drawWash(QPainter& painter) const
{
    const QRectF axes = canvasAxes();
    const double begin = pixelOf({m_sketch.across.part(m_sketch.begin()), 0}).x();
    const double x = m_drawing.isEmpty() ? begin : pixelOf({m_drawing.reached(), 0}).x();
    QColor wash = theme().pencil;
    wash.setAlphaF(washOpacity);
    painter.fillRect(QRectF(QPointF(x, axes.top()), axes.bottomRight()), wash);
    if (m_drawing.isEmpty()) return;
    if (!m_drawing.isComplete()) {
        painter.setPen(QPen(theme().pencil, exactly(1), Qt::DotLine));
        painter.drawLine(QPointF(x, axes.top()), QPointF(x, axes.bottom()));
    }
    painter.setPen(QPen(theme().pencil, exactly(4), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(begin, axes.bottom()), QPointF(x, axes.bottom()));
}

/// The heading and the help give way to the line; below the axis stands how far it has come.
void SketchPlot::drawWords(QPainter& painter, const QPolygonF& line) const
{
    const QRectF axes = canvasAxes();
    const double begin = pixelOf({m_sketch.across.part(m_sketch.begin()), 0}).x();
    painter.setFont(interfaceFont(9));
    painter.setPen(theme().faint);
    const double below = axes.bottom() + 2.6 * plotStyle().em;
    painter.drawText(QPointF(axes.left(), below), words());
    const QFont large = interfaceFont(16.5, QFont::DemiBold), small = interfaceFont(9.5);
    const QString heading = tr("Draw what you expect");
    const QString help = !m_sketch.isFunction() ? tr("Start at the ring. A new stroke goes on from the line.")
                         : m_sketch.givenY      ? tr("Start at the ring. Drawing over a part corrects it.")
                                                : tr("Start at the left edge. Drawing over a part corrects it.");
    const QFontMetricsF big(large), little(small);
    const double width = std::max(big.horizontalAdvance(heading), little.horizontalAdvance(help));
    const bool isHigh = m_sketch.givenY && m_sketch.up.part(*m_sketch.givenY) > 0.6;
    const double top = isHigh ? axes.bottom() - big.height() - little.height() - exactly(24) : axes.top() + exactly(12);
    const QRectF place(std::min(begin + exactly(40), axes.right() - width), top, width, big.height() + little.height() + exactly(4));
    const QRectF spared = place.adjusted(-wordsReach, -wordsReach, wordsReach, wordsReach);
    if (m_drawing.isComplete() || std::ranges::any_of(line, [&](QPointF p) { return spared.contains(p); })) return;
    painter.setFont(small);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom, help);
    painter.setFont(large);
    painter.setPen(theme().text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, heading);
}

/// The pencil, and what its tip is at.
void SketchPlot::drawTip(QPainter& painter) const
{
    if (!m_isDown || m_held >= 0 || !m_drawing.tip()) return;
    const QPointF tip = pixelOf(*m_drawing.tip());
    painter.setPen(QPen(theme().text, exactly(1.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme().panel);
    const auto at = [tip](double x, double y) { return tip + QPointF(exactly(x), exactly(-y)); };
    painter.drawPolygon(QPolygonF({at(0, 0), at(2, 8), at(25, 31), at(31, 25), at(8, 2)}));
    painter.drawLine(at(2, 8), at(8, 2));
    painter.setFont(interfaceFont(9.5));
    const QString words =
        QStringLiteral("%1,  %2").arg(shown(m_sketch.across.value(m_drawing.tip()->first), m_sketch.across.quantity.unit, 3),
                                      shown(m_sketch.up.value(m_drawing.tip()->second), m_sketch.up.quantity.unit, 3));
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(words), right = canvasAxes().right();
    const double x = tip.x() + exactly(14) + width > right ? tip.x() - width - exactly(14) : tip.x() + exactly(14);
    painter.drawText(QPointF(x, tip.y() + exactly(20) > canvasAxes().bottom() ? tip.y() - exactly(36) : tip.y() + exactly(20)), words);
}

void SketchPlot::drawHandles(QPainter& painter) const
{
    for (std::size_t i = 0; i < handleCount; ++i) {
        const auto there = m_drawing.at(handleX(i));
        if (!there) continue;
        const bool isChosen = static_cast<int>(i) == m_handle;
        painter.setPen(QPen(theme().accent, exactly(isChosen ? 2.5 : 1.5)));
        painter.setBrush(isChosen ? theme().accent : theme().panel);
        painter.drawEllipse(pixelOf({handleX(i), *there}), exactly(isChosen ? 7 : 5.5), exactly(isChosen ? 7 : 5.5));
    }
}

}
