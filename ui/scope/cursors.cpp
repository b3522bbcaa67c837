// SPDX-License-Identifier: GPL-3.0-or-later
#include "cursors.h"

#include "overlay_drawing.h"
#include "readings.h"
#include "session.h"
#include "trace_plot.h"
#include "trace_stack.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double reach = 6;         // pixels around a line within which the mouse takes it
constexpr double snapping = 9;      // the same of a peak that a dragged one goes to
constexpr double prominence = 0.01; // of the visible values, that a peak or a trough has at least

}

Cursors::Cursors(Session& session, TraceStack& stack, QObject* parent)
    : QObject(parent), m_session(session), m_stack(stack), m_action(tr("Cursors")), m_readout(stack, tr("Cursors"))
{
    m_action.setObjectName(QStringLiteral("cursors"));
    m_action.setCheckable(true);
    m_action.setShortcut(Qt::Key_C);
    m_action.setToolTip(tr("Measure with two cursors (C). In a plot: A, B choose one; ← → move it, with Ctrl to the next peak or trough; "
                           "↑ ↓ change the curve"));
    connect(&m_action, &QAction::toggled, this, &Cursors::setShown);
    connect(&session, &Session::samplesArrived, this, &Cursors::follow);
    connect(&stack.timebase(), &Timebase::changed, this, &Cursors::follow);
    connect(&session, &Session::modelChanged, &m_action, [this] { m_action.setChecked(false); });
    stack.addAction(&m_action);
    stack.addOverlay(*this);
}

const Trace& Cursors::trace() const { return m_session.trace(); }

void Cursors::setShown(bool on)
{
    m_readout.clear();
    const auto plots = m_stack.shownPlots();
    if (on && (trace().empty() || plots.empty())) return m_action.setChecked(false);
    if (on) {
        const auto [from, to] = timesOfLastSweep(*plots.front());
        for (const Name name : {A, B}) put(name, from + (name == A ? 1 : 2) * (to - from) / 3, plots.front()->row().columns.front());
        m_stack.currentPlot()->setFocus();
    }
    choose(A);
}

void Cursors::choose(Name name)
{
    m_active = name;
    m_stack.refresh();
}

void Cursors::put(Name name, double time, std::size_t column)
{
    m_sinceEvent[name].reset();
    place(name, time, column);
}

/// Puts both under the newest sweep that has come by both, where a trigger makes sweeps.
void Cursors::follow()
{
    const Timebase& base = m_stack.timebase();
    if (!isShown() || !base.isTriggered() || !m_stack.isFollowing()) return m_sinceEvent.fill(std::nullopt);
    if (base.sweeps().empty()) return;
    const double length = m_stack.windowLength();
    double last = 0;
    for (const Name name : {A, B}) {
        auto& since = m_sinceEvent[name];
        if (!since) since = base.sinceEvent(m_places[name].time);
        if (!since) since = ((name == A ? 1 : 2) / 3.0 - Timebase::eventAt) * length; // it was in no sweep
        last = std::max(last, *since);
    }
    const auto has = [&](double event) { return event + last <= trace().latestTime(); };
    const auto newest = std::ranges::find_if(base.sweeps().rbegin(), base.sweeps().rend(), has);
    if (newest == base.sweeps().rend()) return;
    for (const Name name : {A, B}) place(name, *newest + *m_sinceEvent[name], m_places[name].column);
}

void Cursors::place(Name name, double time, std::size_t column)
{
    if (trace().empty()) return;
    const std::size_t row = nearestRow(trace(), time);
    const Place was = std::exchange(m_places[name], {trace().time(row), row, column});
    if (was.time != m_places[name].time || was.column != column) m_stack.refresh();
}

std::optional<Range> Cursors::span() const
{
    if (!isShown()) return std::nullopt;
    return std::minmax({m_places[A].time, m_places[B].time});
}

/// Its row while the trace has it; after a restart the one at the same time.
std::optional<std::size_t> Cursors::rowOf(Name name) const
{
    const Place& place = m_places[name];
    if (trace().empty() || place.time < trace().startTime() || place.time > trace().latestTime()) return std::nullopt;
    if (place.row >= trace().oldest() && place.row < trace().rows() && trace().time(place.row) == place.time) return place.row;
    return nearestRow(trace(), place.time);
}

TracePlot* Cursors::plotOf(std::size_t column) const
{
    const auto plots = m_stack.shownPlots();
    const auto has = [column](const TracePlot* p) { return std::ranges::find(p->row().columns, column) != p->row().columns.end(); };
    const auto it = std::ranges::find_if(plots, has);
    return it != plots.end() ? *it : plots.empty() ? nullptr : plots.front();
}

std::optional<Cursors::Name> Cursors::cursorAt(const TracePlot& plot, QPointF position) const
{
    if (!isShown() || !plot.axes().contains(position)) return std::nullopt;
    const auto distance = [&](Name name) { return std::abs(xOf(plot, m_places[name].time) - position.x()); };
    const Name nearest = distance(B) < distance(A) || (distance(A) == distance(B) && m_active == B) ? B : A;
    return distance(nearest) <= reach ? std::optional(nearest) : std::nullopt;
}

std::optional<Qt::CursorShape> Cursors::hover(const TracePlot& plot, QPointF position)
{
    return cursorAt(plot, position) ? std::optional(Qt::SplitHCursor) : std::nullopt;
}

bool Cursors::press(TracePlot& plot, const QMouseEvent& event)
{
    const auto taken = event.button() == Qt::LeftButton ? cursorAt(plot, event.position()) : std::nullopt;
    if (!taken) return false;
    m_grip = xOf(plot, m_places[*taken].time) - event.position().x();
    plot.setFocus();
    choose(*taken);
    return true;
}

/// The curve of a plot nearest in height to the pointer takes the cursor.
void Cursors::move(TracePlot& plot, QPointF position)
{
    if (trace().empty()) return;
    position.rx() = std::clamp(position.x() + m_grip, plot.axes().left(), plot.axes().right());
    const std::size_t row = nearestRow(trace(), timeAt(plot, position.x()));
    const auto height = [&](std::size_t column) { return std::abs(plot.pixelAt({0, trace().value(column, row)}).y() - position.y()); };
    const std::size_t column = *std::ranges::min_element(plot.row().columns, {}, height);
    const bool isFree = QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier);
    moveTo(isFree ? row : snapped(plot, position, column), column);
}

void Cursors::release(TracePlot&, QPointF)
{
    m_readout.look(); // there may be room in the plot now
    m_stack.refresh();
}

/// The peak, trough or threshold crossing near a point, else the sample.
std::size_t Cursors::snapped(const TracePlot& plot, QPointF position, std::size_t column) const
{
    const double time = timeAt(plot, position.x());
    const std::size_t row = nearestRow(trace(), time),
                      first = std::max(trace().firstAt(timeAt(plot, position.x() - snapping)), trace().rawFrom(column));
    const std::size_t end = std::min(trace().firstAt(timeAt(plot, position.x() + snapping)) + 1, trace().rows());
    std::vector<std::size_t> events;
    if (first + 2 < end) {
        const auto values = trace().values(column, first, end);
        const auto [low, high] = std::ranges::minmax_element(values);
        for (const auto& it : {low, high})
            if (it != values.begin() && it + 1 != values.end() && *low < *high)
                events.push_back(first + static_cast<std::size_t>(it - values.begin()));
    }
    const auto spikes = trace().spikes();
    for (auto spike = std::ranges::lower_bound(spikes, timeAt(plot, position.x() - snapping)); column == 2 && spike != spikes.end();
         ++spike) {
        if (*spike > timeAt(plot, position.x() + snapping)) break;
        events.push_back(nearestRow(trace(), *spike));
    }
    const auto distance = [&](std::size_t event) {
        const QPointF off = plot.pixelAt({0, trace().value(column, event)}) - position;
        return std::abs(xOf(plot, trace().time(event)) - position.x()) + 0.1 * std::abs(off.y());
    };
    const auto nearest = std::ranges::min_element(events, {}, distance);
    return nearest == events.end() ? row : *nearest;
}

bool Cursors::key(TracePlot& plot, const QKeyEvent& event)
{
    if (!isShown() || event.modifiers() & (Qt::AltModifier | Qt::ShiftModifier)) return false;
    const bool toExtremum = event.modifiers().testFlag(Qt::ControlModifier);
    const bool isLine = plot.isOnGuide() && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down || event.key() == Qt::Key_Escape);
    if (isLine || (toExtremum && event.key() != Qt::Key_Left && event.key() != Qt::Key_Right)) return false;
    switch (event.key()) {
    case Qt::Key_Left: step(plot, -1, toExtremum); break;
    case Qt::Key_Right: step(plot, 1, toExtremum); break;
    case Qt::Key_Up: changeCurve(-1); break;
    case Qt::Key_Down: changeCurve(1); break;
    case Qt::Key_A: choose(A); break;
    case Qt::Key_B: choose(B); break;
    case Qt::Key_Escape: m_action.setChecked(false); break;
    default: return false;
    }
    return true;
}

void Cursors::step(const TracePlot& plot, int direction, bool toExtremum)
{
    const auto row = rowOf(m_active);
    if (!row) return;
    const std::size_t column = m_places[m_active].column;
    const TracePlot* own = plotOf(column);
    const auto [least, most] = (own ? *own : plot).verticalRange();
    const auto next = toExtremum      ? nextExtremum(trace(), column, *row, direction, prominence * (most - least))
                      : direction < 0 ? (*row > trace().oldest() ? std::optional(*row - 1) : std::nullopt)
                                      : (*row + 1 < trace().rows() ? std::optional(*row + 1) : std::nullopt);
    if (next) moveTo(*next, column);
    m_stack.reveal(m_places[m_active].time);
}

/// To the next curve above (−1) or below (+1) as they stand at this time, in this plot or the next.
void Cursors::changeCurve(int direction)
{
    const auto row = rowOf(m_active);
    if (!row) return;
    std::vector<std::pair<TracePlot*, std::size_t>> curves;
    for (TracePlot* plot : m_stack.shownPlots()) {
        auto columns = plot->row().columns;
        std::ranges::stable_sort(columns, std::greater(), [&](std::size_t column) { return trace().value(column, *row); });
        for (const std::size_t column : columns) curves.emplace_back(plot, column);
    }
    const auto now = std::ranges::find(curves, m_places[m_active].column, [](const auto& curve) { return curve.second; });
    const auto next = now - curves.begin() + direction;
    if (now == curves.end() || next < 0 || next >= std::ssize(curves)) return;
    const auto [plot, column] = curves[static_cast<std::size_t>(next)];
    moveTo(*row, column);
    plot->setFocus();
}

void Cursors::moveTo(std::size_t row, std::size_t column)
{
    m_sinceEvent[m_active].reset();
    m_places[m_active] = {trace().time(row), row, column};
    m_stack.refresh();
}

}
