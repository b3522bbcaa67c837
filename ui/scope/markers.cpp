// SPDX-License-Identifier: GPL-3.0-or-later
#include "markers.h"

#include "confirm.h"
#include "cursors.h"
#include "overlay_drawing.h"
#include "plot_label.h"
#include "session.h"
#include "theme.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcut>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double reach = 5;     // pixels around a tick within which the mouse takes it
constexpr double numbers = 1.5; // height of the axis' numbers, in em: labels stand below

/// Where labels are: below the numbers of the axis.
QRectF labelRow(const TracePlot& plot)
{
    const double em = plot.plotStyle().em;
    return {plot.axes().left(), plot.axes().bottom() + numbers * em, plot.axes().width(), 1.4 * em};
}

/// Below its line; where words are in the way, beside them.
std::vector<QRectF> placesOfMarker(const QRectF& row, double x, double em)
{
    const QRectF below(x - 0.7 * em, row.top(), 1.4 * em, row.height());
    std::vector<QRectF> places{below};
    for (double off = 0.5; off < 5; off += 0.5)
        places.insert(places.end(), {below.translated(off * em, 0), below.translated(-off * em, 0)});
    return places;
}

/// To the right of its line, or to the left.
std::vector<QRectF> placesOfChange(const QRectF& row, double x, double em, double words)
{
    const QRectF right(x - 0.5 * em, row.top(), words + 1.3 * em, row.height());
    return {right, right.translated(em - right.width(), 0)};
}

bool isMarkerFirst(const Markers::Tick& a, const Markers::Tick& b)
{
    return (a.marker > 0) != (b.marker > 0) ? a.marker > 0 : a.time > b.time;
}

}

Markers::Markers(Session& session, TraceStack& stack, const Cursors& cursors, QObject* parent)
    : QObject(parent), m_session(session), m_stack(stack), m_cursors(cursors)
{
    for (const auto end : {&Session::modelChanged, &Session::restarted}) connect(&session, end, this, &Markers::clear);
    for (int number = 1; number <= 9; ++number) {
        auto* key = new QShortcut(Qt::Key_0 + number, &stack);
        key->setContext(Qt::WidgetWithChildrenShortcut); // elsewhere digits are meant for something else
        connect(key, &QShortcut::activated, this, [this, number] { drop(number); });
    }
    stack.addOverlay(*this, true);
}

void Markers::clear()
{
    m_times = {};
    m_last = m_under = 0;
    m_stack.refresh();
}

void Markers::put(int number, std::optional<double> time)
{
    m_times[static_cast<std::size_t>(number - 1)] = time;
    m_last = time ? number : 0;
    m_stack.refresh();
}

void Markers::drop(int number)
{
    if (m_session.trace().empty()) return;
    put(number, wantedTime());
    confirm(tr("Marker %1 at %2; Delete takes it away").arg(number).arg(moment(*time(number))));
}

void Markers::remove(int number) { put(number, std::nullopt); }

double Markers::wantedTime() const
{
    const Trace& trace = m_session.trace();
    double time = trace.latestTime();
    if (m_cursors.isShown()) time = m_cursors.place(m_cursors.active()).time;
    else
        for (const TracePlot* plot : m_stack.shownPlots())
            if (const auto pointed = plot->pointedTime()) time = timeAt(*plot, plot->pixelAt({*pointed, 0}).x());
    return std::clamp(time, trace.startTime(), trace.latestTime());
}

/// Markers first, then changes, the newest first.
std::vector<Markers::Tick> Markers::ticksWithin(double from, double to) const
{
    std::vector<Tick> found;
    for (int number = 1; number <= 9; ++number)
        if (const auto t = time(number); t && *t >= from && *t <= to)
            found.push_back({*t, number, QString::number(number), tr("Marker %1 at %2").arg(number).arg(moment(*t))});
    const auto changes = m_session.changes();
    for (auto change = std::ranges::lower_bound(changes, from, {}, &Change::time); change != changes.end() && change->time <= to;
         ++change) {
        const auto next = change + 1;
        if (next != changes.end() && change->gesture && next->gesture == change->gesture) continue;
        found.push_back({change->time, 0, change->label, tr("%1 at %2").arg(change->text, moment(change->time))});
    }
    std::ranges::stable_sort(found, isMarkerFirst);
    return found;
}

std::vector<Markers::Tick> Markers::ticks(const TracePlot& plot) const
{
    const auto [from, to] = shownTimes(plot);
    std::vector<Tick> found = ticksWithin(from, to);
    std::erase_if(
        found, [&](const Tick& tick) { return xOf(plot, tick.time) < plot.axes().left() || xOf(plot, tick.time) > plot.axes().right(); });
    const auto plots = m_stack.shownPlots();
    if (plots.empty() || plots.back() != &plot) return found;
    const double em = plot.plotStyle().em;
    const QRectF row = labelRow(plot), room(0, row.top(), plot.width(), row.height());
    const double axis = labelWidth(plot.wordFont(), plot.horizontalLabel()) + em;
    std::vector<QRectF> taken{{row.center().x() - axis / 2, row.top(), axis, row.height()}};
    const auto fits = [&](const QRectF& place) {
        return room.contains(place) && std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(place); });
    };
    for (Tick& tick : found) {
        const std::vector<QRectF> places = tick.marker > 0
                                               ? placesOfMarker(row, xOf(plot, tick.time), em)
                                               : placesOfChange(row, xOf(plot, tick.time), em, labelWidth(plot.wordFont(), tick.label));
        const auto place = std::ranges::find_if(places, fits);
        if (place == places.end()) continue;
        tick.place = *place;
        taken.push_back(*place);
    }
    return found;
}

void Markers::paint(QPainter& painter, const TracePlot& plot) const
{
    const auto shownTicks = ticks(plot);
    for (const Tick& tick : shownTicks) paintTick(painter, plot, tick);
}

/// A marker's line is thin, a change's dotted; below stand the number in a frame, a triangle and words.
void Markers::paintTick(QPainter& painter, const TracePlot& plot, const Tick& tick) const
{
    const Theme& theme = *plot.plotStyle().theme;
    const double em = plot.plotStyle().em, x = xOf(plot, tick.time), bottom = plot.axes().bottom();
    const bool isMarker = tick.marker > 0;
    QColor colour = isMarker ? theme.text : theme.faint;
    colour.setAlphaF(0.5F);
    drawUpright(painter, plot, x, colour, 1, isMarker ? Qt::SolidLine : Qt::DotLine);
    painter.setPen(QPen(isMarker ? theme.text : theme.faint, 1.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, bottom - 0.3 * em), QPointF(x, bottom + 0.3 * em));
    if (!tick.place.isEmpty()) paintLabel(painter, plot, tick);
}

void Markers::paintLabel(QPainter& painter, const TracePlot& plot, const Tick& tick) const
{
    const Theme& theme = *plot.plotStyle().theme;
    const double em = plot.plotStyle().em, x = xOf(plot, tick.time), baseline = tick.place.bottom() - 0.4 * em;
    if (tick.marker > 0) {
        const Face font = overlayFont(plot, 0.9, true);
        painter.setPen(QPen(theme.text, 1));
        painter.setBrush(tick.marker == m_under ? theme.raised : theme.panel);
        painter.drawRoundedRect(tick.place.adjusted(0.1 * em, 0, -0.1 * em, 0), 0.3 * em, 0.3 * em);
        return drawLabel(painter, {tick.place.center().x() - labelWidth(font, tick.label) / 2, baseline}, font, tick.label);
    }
    const double middle = tick.place.center().y();
    const bool isLeft = tick.place.center().x() < x;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.faint);
    painter.drawPolygon(QPolygonF({{x, middle - 0.35 * em}, {x - 0.35 * em, middle + 0.25 * em}, {x + 0.35 * em, middle + 0.25 * em}}));
    painter.setPen(theme.faint);
    drawLabel(painter, {tick.place.left() + (isLeft ? 0.1 : 1.1) * em, baseline}, plot.wordFont(), tick.label);
}

/// The tick near a point of the time axis or of its labels.
std::optional<Markers::Tick> Markers::tickAt(const TracePlot& plot, QPointF position) const
{
    const auto near = [&](const Tick& tick) {
        return tick.place.contains(position) || std::abs(xOf(plot, tick.time) - position.x()) <= reach;
    };
    if (position.y() < plot.axes().top()) return std::nullopt;
    const auto all = ticks(plot);
    const auto found = std::ranges::find_if(all, near);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Qt::CursorShape> Markers::hover(const TracePlot& plot, QPointF position)
{
    const auto tick = tickAt(plot, position);
    m_under = tick ? tick->marker : 0;
    if (!tick || position.y() < plot.axes().bottom() - reach) return std::nullopt;
    const QRectF around(position - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    QToolTip::showText(plot.mapToGlobal(position.toPoint()), tick->text, const_cast<TracePlot*>(&plot), around.toRect());
    return tick->marker > 0 ? Qt::SizeHorCursor : Qt::ArrowCursor;
}

bool Markers::press(TracePlot& plot, const QMouseEvent& event)
{
    const auto tick = tickAt(plot, event.position());
    if (!tick || tick->marker == 0) return false;
    if (event.button() == Qt::RightButton) {
        remove(tick->marker);
        return true;
    }
    if (event.button() != Qt::LeftButton || event.position().y() < plot.axes().bottom()) return false;
    m_last = tick->marker;
    return true;
}

void Markers::move(TracePlot& plot, QPointF position)
{
    const Trace& trace = m_session.trace();
    const double time = timeAt(plot, std::clamp(position.x(), plot.axes().left(), plot.axes().right()));
    if (!trace.empty() && m_last > 0) put(m_last, std::clamp(time, trace.startTime(), trace.latestTime()));
}

/// Delete takes away the marker below the pointer, else the one that was put last.
bool Markers::key(TracePlot&, const QKeyEvent& event)
{
    const int number = m_under > 0 && time(m_under) ? m_under : m_last;
    if (event.key() != Qt::Key_Delete || number == 0) return false;
    remove(number);
    return true;
}

QString Markers::words() const
{
    QStringList words;
    for (int number = 1; number <= 9; ++number)
        if (const auto t = time(number)) words << tr("marker %1 at %2").arg(number).arg(moment(*t));
    return words.join(QStringLiteral(", "));
}

}
