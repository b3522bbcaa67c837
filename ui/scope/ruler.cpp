// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruler.h"

#include "cursors.h"
#include "overlay_drawing.h"
#include "session.h"
#include "theme.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "words.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double leastDrag = 3; // pixels: less is a click

}

Ruler::Ruler(Session& session, TraceStack& stack, const Cursors& cursors, QObject* parent)
    : QObject(parent), m_session(session), m_stack(stack), m_cursors(cursors), m_action(tr("Ruler")), m_readout(stack, tr("Ruler"))
{
    m_action.setObjectName(QStringLiteral("ruler"));
    m_action.setCheckable(true);
    m_action.setShortcut(Qt::Key_M);
    m_action.setToolTip(tr("Measure a stretch by dragging over it (M; with Shift at any time). Return measures between the cursors"));
    for (const auto end : {&Session::modelChanged, &Session::restarted}) connect(&session, end, this, &Ruler::putAway);
    stack.addAction(&m_action);
    stack.addOverlay(*this);
}

void Ruler::lay(double from, double to, std::size_t column)
{
    const Trace& trace = m_session.trace();
    m_from = std::clamp(from, trace.startTime(), trace.latestTime());
    m_to = std::clamp(to, trace.startTime(), trace.latestTime());
    m_column = column;
    m_shown = m_from != m_to;
    m_measuredFor = {};
    m_stack.refresh();
}

void Ruler::putAway()
{
    m_shown = false;
    m_readout.clear();
    m_stack.refresh();
}

const Measurement& Ruler::measurement() const
{
    const Trace& trace = m_session.trace();
    const auto [from, to] = std::minmax(m_from, m_to);
    const std::array<double, 4> key{static_cast<double>(m_column), from, to, static_cast<double>(trace.serial())};
    if (std::exchange(m_measuredFor, key) != key) m_measurement = measure(trace, m_column, from, to);
    return m_measurement;
}

QStringList Ruler::lines() const
{
    if (!m_shown) return {};
    const Measurement& s = measurement();
    const Quantity& q = m_session.trace().quantity(m_column);
    const QString symbol = fromView(q.symbol);
    QString rate = tr("rate %1").arg(shown(s.rate(), "Hz"));
    if (s.intervalRate) rate += tr("   mean 1/ISI %1").arg(shown(*s.intervalRate, "Hz"));
    QStringList lines{tr("Duration %1").arg(shown(s.duration(), "ms", 5)), tr("Spikes %1   ").arg(s.spikes) + rate};
    if (s.extent.empty()) return lines;
    lines << tr("%1 from %2 to %3").arg(symbol, shown(s.extent.least, 4), shown(s.extent.most, q.unit));
    lines << (s.mean ? tr("mean %1 = %2").arg(symbol, shown(*s.mean, q.unit)) : tr("mean %1: rows have been thinned").arg(symbol));
    return lines;
}

QString Ruler::words() const
{
    if (!m_shown) return {};
    return tr("Ruler: ") + lines().join(QStringLiteral("; ")).replace(QStringLiteral("   "), QStringLiteral(", "));
}

bool Ruler::isWanted(Qt::KeyboardModifiers modifiers) const { return m_action.isChecked() || modifiers.testFlag(Qt::ShiftModifier); }

std::optional<Qt::CursorShape> Ruler::hover(const TracePlot& plot, QPointF position)
{
    const bool isWithin = plot.axes().contains(position) && isWanted(QGuiApplication::keyboardModifiers());
    return isWithin ? std::optional(Qt::IBeamCursor) : std::nullopt;
}

/// The curve of the plot nearest to the pointer is measured.
bool Ruler::press(TracePlot& plot, const QMouseEvent& event)
{
    const Trace& trace = m_session.trace();
    const QPointF at = event.position();
    if (event.button() != Qt::LeftButton || trace.empty() || !plot.axes().contains(at) || !isWanted(event.modifiers())) return false;
    if (!event.modifiers().testFlag(Qt::ShiftModifier) && m_cursors.takes(plot, at)) return false;
    const std::size_t row = nearestRow(trace, timeAt(plot, at.x()));
    const auto height = [&](std::size_t column) { return std::abs(plot.pixelAt({0, trace.value(column, row)}).y() - at.y()); };
    const double time = timeAt(plot, at.x());
    putAway();
    lay(time, time, *std::ranges::min_element(plot.row().columns, {}, height));
    return true;
}

void Ruler::move(TracePlot& plot, QPointF position)
{
    lay(m_from, timeAt(plot, std::clamp(position.x(), plot.axes().left(), plot.axes().right())), m_column);
}

void Ruler::release(TracePlot& plot, QPointF)
{
    if (std::abs(xOf(plot, m_to) - xOf(plot, m_from)) < leastDrag) putAway();
}

bool Ruler::key(TracePlot&, const QKeyEvent& event)
{
    const auto span = m_cursors.span();
    if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && span && span->first < span->second) {
        lay(span->first, span->second, m_cursors.place(m_cursors.active()).column);
        return true;
    }
    if (event.key() != Qt::Key_Escape || (!m_shown && !m_action.isChecked())) return false;
    if (!m_shown) m_action.setChecked(false);
    putAway();
    return true;
}

bool Ruler::isOver(const TracePlot& plot) const { return std::ranges::find(plot.row().columns, m_column) != plot.row().columns.end(); }

QRectF Ruler::band(const TracePlot& plot) const
{
    const auto [left, right] = std::minmax({xOf(plot, m_from), xOf(plot, m_to)});
    if (left < 0 && right < 0) return {};
    return QRectF(QPointF(left, plot.axes().top()), QPointF(right, plot.axes().bottom())) & plot.axes();
}

QRectF Ruler::readoutIn(const TracePlot& plot) const { return m_shown && isOver(plot) ? m_readout.place() : QRectF(); }

void Ruler::paint(QPainter& painter, const TracePlot& plot) const
{
    if (!m_shown) return;
    const Theme& theme = *plot.plotStyle().theme;
    QColor tint = theme.accent;
    tint.setAlphaF(isOver(plot) ? 0.16F : 0.07F);
    painter.fillRect(band(plot), tint);
    for (const double time : {m_from, m_to}) drawUpright(painter, plot, xOf(plot, time), theme.accent, 1);
    if (!isOver(plot)) return;
    const QRectF others[] = {m_stack.chip().placeIn(plot), m_cursors.readoutIn(plot)};
    m_readout.paint(painter, plot, lines(), others, {});
}

}
