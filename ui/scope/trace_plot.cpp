// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_plot.h"

#include "readings.h"
#include "session.h"
#include "theme.h"
#include "usual_symbols.h"
#include "words.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double reach = 4;      // pixels around a guide within which the mouse takes it
constexpr double traceReach = 7; // the same of a trace
constexpr double zoomStep = 0.8; // a notch of the wheel

}

TracePlot::TracePlot(Session& session, TimeWindow& window, const PlotRow& row, const std::vector<Overlay*>& overlays)
    : m_session(session),
      m_window(window),
      m_traces(session.model(), row),
      m_overlays(overlays),
      m_return(new QPushButton(tr("Return to live"), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(row.title);
    m_clock.start();
    m_return->setObjectName("returnToLive");
    m_return->setToolTip(tr("Show the newest sample and follow it (End)"));
    m_return->setCursor(Qt::ArrowCursor);
    m_return->hide();
    connect(m_return, &QPushButton::clicked, this, &TracePlot::returnWanted);
    for (const auto anew : {&Session::modelChanged, &Session::restarted}) connect(&m_session, anew, this, [this] { m_calm.reset(); });
    keepDressed(this, [this] { restyle(), emit changed(); });
}

void TracePlot::restyle()
{
    setPlotStyle(styleOnScreen(font()));
    const Strand whole{.trace = m_session.sharedTrace()};
    m_traces.dress(*this, {&whole, 1});
}

void TracePlot::refresh(const TimeView& view)
{
    m_view = view;
    const double columns = std::max(50.0, axesWidth() * devicePixelRatioF() / 2); // two samples each
    m_traces.show(*this, view.strands, view.across, m_window.length() / columns);
    refreshGuides();
    if (m_fixed) setVerticalRange(*m_fixed);
    else if (m_drag != Drag::guide) // a line that is dragged must not move its own scale
        setVerticalRange(
            m_calm.update(m_traces.fittingRange(m_session.experiment(), guides()), static_cast<double>(m_clock.elapsed()) / 1000));
    showActive();
    refreshReadout();
}

/// Lines as far as a lesson leaves them.
std::vector<Guide> TracePlot::veiled(std::vector<Guide> lines) const
{
    const Veil& veil = m_session.veil();
    const auto nameOf = [&](const Guide& g) {
        const auto& table = m_session.model().parameters;
        return g.parameter < 0 ? std::string() : identifier(table[static_cast<std::size_t>(g.parameter)].symbol);
    };
    const auto isHidden = [&](const Guide& g) {
        return veil.hides(nameOf(g)) || (g.colour == theme().threshold && veil.hides("threshold-line"))
               || (g.colour == theme().rest && (veil.hides("rest") || veil.hides(usualSymbol(Part::restingPotential))));
    };
    std::erase_if(lines, isHidden);
    for (Guide& guide : lines)
        if (veil.isLocked(nameOf(guide))) guide.parameter = -1;
    return lines;
}

void TracePlot::refreshGuides()
{
    if (m_traces.isPotential()) setGuides(veiled(potentialGuides(m_session.experiment(), m_session.restingPotential(), theme())));
    if (!m_traces.isCurrent()) return;
    std::vector<CurrentMark> marks;
    if (m_session.veil().hides("rheobase-tick") || m_session.veil().hides("rheobase")) {
        // what is asked for must not stand there
    } else if (const auto pulse = m_session.pulseThreshold()) {
        marks.push_back({tr("threshold of %1").arg(shown(pulse->width, "ms", 3)), pulse->I});
    } else if (const auto rheobase = m_session.rheobase()) {
        marks.push_back({tr("rheobase"), rheobase->sustained});
        if (std::abs(rheobase->spike - rheobase->sustained) > 0.01 * std::abs(rheobase->sustained))
            marks.push_back({tr("one spike"), rheobase->spike});
    }
    setGuides(currentGuides(m_session.model(), marks, m_session.trace().latest(Columns::given), theme()));
}

std::optional<double> TracePlot::runTime(double t) const
{
    const Trace& trace = m_session.trace();
    for (auto strand = m_view.strands.rbegin(); strand != m_view.strands.rend() && !trace.empty(); ++strand) {
        const double time = t - strand->shift;
        const bool isThere =
            time >= std::max(strand->span.first, trace.startTime()) && time <= std::min(strand->span.second, trace.latestTime());
        if (strand->trace.get() == &trace && isThere) return time;
    }
    return std::nullopt;
}

std::optional<double> TracePlot::axisTime(double time) const
{
    for (auto strand = m_view.strands.rbegin(); strand != m_view.strands.rend(); ++strand)
        if (strand->trace.get() == &m_session.trace() && time >= strand->span.first && time <= strand->span.second)
            return time + strand->shift;
    return std::nullopt;
}

void TracePlot::refreshReadout()
{
    const auto t = m_pointer ? pointedTime() : m_crosshair;
    if (!t || m_drag == Drag::guide) return setReadout(std::nullopt);
    Readout readout{.x = *t, .pointer = m_pointer, .lines = {}, .avoided = {}};
    const Trace& trace = m_session.trace();
    if (const auto time = runTime(*t); m_pointer && time) {
        readout.lines << tr("t = %1").arg(moment(*t, m_window.length() / std::max(1.0, axesWidth())));
        for (const std::size_t column : m_traces.row().columns) {
            const Quantity& q = trace.quantity(column);
            readout.lines << QStringLiteral("%1 = %2").arg(fromView(q.symbol),
                                                           shown(trace.value(column, nearestRow(trace, *time)), q.unit));
        }
    }
    for (const Overlay* overlay : m_overlays)
        for (const QRectF& words : overlay->wordsIn(*this))
            if (!words.isNull()) readout.avoided.push_back(words);
    setReadout(readout);
}

void TracePlot::setFixedRange(std::optional<Range> range)
{
    if (range && !(range->first < range->second)) return;
    m_fixed = range;
    if (!range) m_calm.reset();
    emit fixedRangeChanged();
    emit changed();
}

void TracePlot::setHighlighted(int column)
{
    m_highlighted = column;
    emit changed();
}

void TracePlot::showActive()
{
    setActiveGuide(m_hoveredGuide >= 0 ? m_hoveredGuide : m_focusedGuide);
    setActiveCurve(m_traces.curveOf(m_highlighted >= 0 ? m_highlighted : m_hoveredColumn));
}

std::optional<double> TracePlot::pointedTime() const
{
    if (!m_pointer || m_pointer->x() < axes().left() || m_pointer->x() > axes().right()) return std::nullopt;
    return valueAt(*m_pointer).x();
}

void TracePlot::setReturnShown(bool on)
{
    if (on) {
        m_return->adjustSize();
        const QPoint corner = axes().bottomRight().toPoint() - QPoint(10, 10);
        m_return->move(corner - QPoint(m_return->width(), m_return->height()));
        m_return->raise();
    }
    m_return->setVisible(on);
}

void TracePlot::wheelEvent(QWheelEvent* event)
{
    const QPointF value = valueAt(event->position());
    const QPoint turn = event->angleDelta();
    const bool ofValues = event->modifiers().testFlag(Qt::ShiftModifier);
    const double notches = (turn.y() != 0 ? turn.y() : turn.x()) / 120.0;
    if (ofValues) zoomValues(std::pow(zoomStep, notches), value.y());
    else if (turn.y() == 0) m_window.pan(-notches * m_window.length() / 10);
    else if (isLive()) m_window.setLength(m_window.length() * std::pow(zoomStep, notches));
    else m_window.zoom(std::pow(zoomStep, notches), value.x());
    event->accept();
    emit changed();
}

void TracePlot::zoomValues(double factor, double about)
{
    const auto [least, most] = verticalRange();
    setFixedRange(Range(about - (about - least) * factor, about + (most - about) * factor));
}

int TracePlot::guideAt(QPointF position) const
{
    int nearest = -1;
    double distance = reach + 0.5;
    if (!axes().contains(position)) return nearest;
    for (std::size_t i = 0; i < guides().size(); ++i) {
        const double d = std::abs(pixelAt({0, guides()[i].value}).y() - position.y());
        if (guides()[i].parameter >= 0 && d < distance) nearest = static_cast<int>(i), distance = d;
    }
    return nearest;
}

void TracePlot::mousePressEvent(QMouseEvent* event)
{
    const auto taker = std::ranges::find_if(m_overlays.rbegin(), m_overlays.rend(), [&](Overlay* o) { return o->press(*this, *event); });
    const bool isTaken = taker != m_overlays.rend();
    if (event->button() != Qt::LeftButton) return isTaken ? emit changed() : event->ignore();
    m_held = isTaken ? *taker : nullptr;
    if (m_held) {
        m_drag = Drag::overlay;
        return emit changed();
    }
    m_hoveredGuide = guideAt(event->position());
    m_drag = m_hoveredGuide >= 0 ? Drag::guide : Drag::pan;
    m_dragged = event->position();
    m_gesture = {};
    if (m_drag == Drag::guide) m_dragged.ry() -= pixelAt({0, guides()[static_cast<std::size_t>(m_hoveredGuide)].value}).y();
    emit changed();
}

void TracePlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::guide) return dragGuide(event->position());
    if (m_drag == Drag::overlay) {
        m_held->move(*this, event->position());
        return emit changed();
    }
    if (m_drag == Drag::pan) pan(event->position() - m_dragged);
    m_dragged = event->position();
    hover(event->position());
}

void TracePlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    if (m_held) std::exchange(m_held, nullptr)->release(*this, event->position());
    m_drag = Drag::none;
    hover(event->position());
}

void TracePlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || guideAt(event->position()) >= 0) return mousePressEvent(event);
    setFixedRange(std::nullopt);
    emit automaticWanted();
}

void TracePlot::leaveEvent(QEvent*)
{
    m_pointer.reset();
    m_hoveredGuide = -1;
    if (std::exchange(m_hoveredColumn, -1) >= 0) emit traceHovered(-1);
    emit changed();
}

void TracePlot::hover(QPointF position)
{
    m_pointer = position;
    std::optional<Qt::CursorShape> shape;
    for (auto o = m_overlays.rbegin(); o != m_overlays.rend() && !shape && m_drag == Drag::none; ++o) shape = (*o)->hover(*this, position);
    m_hoveredGuide = m_drag == Drag::none && !shape ? guideAt(position) : -1;
    const int curve = m_hoveredGuide < 0 && m_drag == Drag::none ? curveNear(position, traceReach) : -1;
    const int column = m_traces.columnOf(curve);
    if (std::exchange(m_hoveredColumn, column) != column) emit traceHovered(column);
    const Qt::CursorShape usual = m_drag == Drag::pan ? Qt::ClosedHandCursor : m_hoveredGuide >= 0 ? Qt::SizeVerCursor : Qt::CrossCursor;
    setCursor(shape.value_or(usual));
    emit changed();
}

void TracePlot::dragGuide(QPointF position)
{
    const auto [least, most] = verticalRange();
    const double step = niceBelow((most - least) / std::max(1.0, axes().height()));
    const double wanted = std::clamp(valueAt({0, position.y() - m_dragged.y()}).y(), least, most);
    if (!m_gesture) m_gesture = m_session.beginGesture();
    moveGuide(static_cast<std::size_t>(m_hoveredGuide), roundTo(step, wanted), step);
}

/// Sets a guide's parameter, or as near to the value as the model allows.
void TracePlot::moveGuide(std::size_t guide, double value, double step)
{
    const auto parameter = static_cast<std::size_t>(guides()[guide].parameter);
    const auto [above, below] = orderLimits(m_session.model(), m_session.experiment().parameters, parameter);
    const Domain& domain = m_session.model().parameters[parameter].domain;
    value = std::max(std::min(value, below - step), above + step);
    m_session.setParameter(parameter, std::clamp(value, domain.least, domain.most), m_gesture);
}

void TracePlot::pan(QPointF by)
{
    if (m_fixed) {
        const double up = valueAt({0, 0}).y() - valueAt({0, by.y()}).y();
        setFixedRange(Range(m_fixed->first + up, m_fixed->second + up));
    }
    m_window.pan(valueAt({0, 0}).x() - valueAt({by.x(), 0}).x());
}

void TracePlot::keyPressEvent(QKeyEvent* event)
{
    if (std::ranges::any_of(m_overlays.rbegin(), m_overlays.rend(), [&](Overlay* o) { return o->key(*this, *event); }))
        return emit changed();
    const bool fine = event->modifiers().testFlag(Qt::ShiftModifier), coarse = event->modifiers().testFlag(Qt::ControlModifier);
    const double stride = m_window.length() * (coarse ? 1 : fine ? 0.01 : 0.1);
    const double middle = m_window.isFollowing() ? m_window.to() : m_window.from() + m_window.length() / 2;
    const auto move = [&](double direction) {
        const auto guide = static_cast<std::size_t>(m_focusedGuide);
        const double step = coarse ? 10 : fine ? 0.1 : 1;
        if (!event->isAutoRepeat() || !m_gesture) m_gesture = m_session.beginGesture();
        const double value = m_session.experiment().parameters[static_cast<std::size_t>(guides()[guide].parameter)];
        moveGuide(guide, roundTo(0.1, value + direction * step), 0.1);
    };
    const bool onGuide = m_focusedGuide >= 0 && m_focusedGuide < static_cast<int>(guides().size());
    switch (event->key()) {
    case Qt::Key_Left: m_window.pan(-stride); break;
    case Qt::Key_Right: m_window.pan(stride); break;
    case Qt::Key_PageUp: m_window.pan(-m_window.length()); break;
    case Qt::Key_PageDown: m_window.pan(m_window.length()); break;
    case Qt::Key_Home: m_window.toStart(); break;
    case Qt::Key_End: m_window.toEnd(); break;
    case Qt::Key_Plus: m_window.zoom(zoomStep, middle); break;
    case Qt::Key_Minus: m_window.zoom(1 / zoomStep, middle); break;
    case Qt::Key_Escape: focusGuide(-1); break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (onGuide) {
            move(event->key() == Qt::Key_Up ? 1 : -1);
            break;
        }
        [[fallthrough]];
    default: return Plot::keyPressEvent(event);
    }
    emit changed();
}

/// Gives the keyboard to a line; −1: to the plot.
void TracePlot::focusGuide(int guide)
{
    m_focusedGuide = guide;
    m_gesture = {};
    const QString title = m_traces.row().title;
    setAccessibleName(
        guide < 0 ? title : tr("%1: %2, move with the up and down arrow").arg(title, guides()[static_cast<std::size_t>(guide)].label));
    emit changed();
}

bool TracePlot::focusNextPrevChild(bool next)
{
    const int count = static_cast<int>(guides().size());
    int guide = m_focusedGuide + (next ? 1 : -1);
    while (guide >= 0 && guide < count && guides()[static_cast<std::size_t>(guide)].parameter < 0) guide += next ? 1 : -1;
    if (!hasFocus() || guide >= count || guide < -1) return Plot::focusNextPrevChild(next);
    focusGuide(guide);
    return true;
}

void TracePlot::focusInEvent(QFocusEvent* event)
{
    Plot::focusInEvent(event);
    update();
}

void TracePlot::focusOutEvent(QFocusEvent* event)
{
    Plot::focusOutEvent(event);
    focusGuide(-1);
    update();
}

void TracePlot::drawInside(QPainter& painter) const
{
    if (m_view.strands.empty()) return; // the stack is being built
    painter.save();
    painter.translate(-canvasOffset());
    for (const Overlay* overlay : m_overlays) overlay->paint(painter, *this);
    painter.restore();
}

void TracePlot::resizeEvent(QResizeEvent* event)
{
    Plot::resizeEvent(event);
    emit changed();
}

}
