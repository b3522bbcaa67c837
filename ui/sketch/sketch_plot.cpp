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

constexpr float pencilOpacity = 0.8F;
constexpr double handReach = 14; // px

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

}
