// SPDX-License-Identifier: GPL-3.0-or-later
// What cursors say and how they look.
#include "cursors.h"
#include "overlay_drawing.h"
#include "plot_label.h"
#include "readings.h"
#include "session.h"
#include "theme.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t mostRows = 4000; // of a fit: more would tell no more

QString letter(Cursors::Name name) { return name == Cursors::A ? QStringLiteral("A") : QStringLiteral("B"); }

}

/// As the time axis has it: since the trigger, or the run's.
double Cursors::readTime(Name name) const
{
    const auto plots = m_stack.shownPlots();
    const double time = m_places[name].time;
    return plots.empty() ? time : plots.front()->axisTime(time).value_or(time);
}

QString Cursors::lineOf(Name name) const
{
    const Place& place = m_places[name];
    const Quantity& q = trace().quantity(place.column);
    const QString time = QStringLiteral("%1   t = %2").arg(letter(name), moment(readTime(name), 0.001));
    const auto row = rowOf(name);
    if (!row) return time + tr("   not recorded");
    return time + QStringLiteral("   %1 = %2").arg(fromView(q.symbol), shown(trace().value(place.column, *row), q.unit, 5));
}

QString Cursors::differences() const
{
    const double dt = readTime(B) - readTime(A);
    QString line = QStringLiteral("Δt = %1").arg(shown(dt, "ms", 5));
    if (dt != 0) line += QStringLiteral("   1/Δt = %1").arg(shown(1000 / std::abs(dt), "Hz"));
    const auto a = rowOf(A), b = rowOf(B);
    const std::size_t column = m_places[A].column;
    if (!a || !b || column != m_places[B].column) return line;
    const Quantity& q = trace().quantity(column);
    const double by = static_cast<double>(trace().value(column, *b)) - static_cast<double>(trace().value(column, *a));
    return line + QStringLiteral("   Δ%1 = %2").arg(fromView(q.symbol), shown(by, q.unit));
}

ExponentialFit Cursors::fitted() const
{
    ExponentialFit fit;
    const auto a = rowOf(A), b = rowOf(B);
    const std::size_t column = m_places[A].column;
    if (!a || !b) fit.problem = {"It is not recorded: put both cursors where there is a trace.", {}};
    else if (column != m_places[B].column) fit.problem = {"A and B are on two curves: put them on one.", {}};
    if (!fit.problem.empty()) return fit;
    const auto [first, last] = std::minmax(*a, *b);
    const auto spikes = trace().spikes();
    const auto spike = std::ranges::upper_bound(spikes, trace().time(first));
    const bool jumps = last > first && (trace().time(first) == trace().time(first + 1) || trace().time(last) == trace().time(last - 1));
    if (jumps || (spike != spikes.end() && *spike < trace().time(last)))
        fit.problem = {"A spike lies between A and B: take a part without.", {}};
    else if (first < trace().rawFrom(column)) fit.problem = {"Its rows have been thinned: take a later part.", {}};
    if (!fit.problem.empty()) return fit;
    const std::size_t count = std::min(last - first + 1, mostRows);
    std::vector<double> t, y;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = count < 2 ? first : first + i * (last - first) / (count - 1);
        t.push_back(trace().time(row));
        y.push_back(trace().value(column, row));
    }
    return fitExponential(t, y);
}

const ExponentialFit& Cursors::fit() const
{
    const std::array<std::size_t, 5> key{trace().serial(), rowOf(A).value_or(SIZE_MAX), rowOf(B).value_or(SIZE_MAX), m_places[A].column,
                                         m_places[B].column};
    if (std::exchange(m_fitted, key) != key) m_fit = fitted();
    return m_fit;
}

QString Cursors::timeConstant() const
{
    if (fit().problem.empty()) return tr("τ = %1 (fit, R² = %2)").arg(shown(fit().tau, "ms"), shown(fit().rSquared, 4));
    return tr("τ: no meaningful fit. %1").arg(spoken(fit().problem));
}

QStringList Cursors::lines() const
{
    if (!isShown()) return {};
    return {lineOf(A), lineOf(B), differences(), timeConstant()};
}

QString Cursors::words() const
{
    if (!isShown()) return {};
    const QString said = lines().join(QStringLiteral("; ")).replace(QStringLiteral("   "), QStringLiteral(", "));
    return tr("Cursor %1 is active. ").arg(letter(m_active)) + said;
}

/// Where a cursor's letter stands in the plot of its curve: at the top, or at the foot where the top is taken by the curve.
QRectF Cursors::tagIn(const TracePlot& plot, Name name) const
{
    const double em = plot.plotStyle().em, x = xOf(plot, m_places[name].time);
    const QRectF axes = plot.axes();
    if (plotOf(m_places[name].column) != &plot || x < axes.left() || x > axes.right()) return {};
    QRectF tag(x - 0.75 * em, axes.top(), 1.5 * em, 1.5 * em);
    if (coversCurves(plot, tag)) tag.moveBottom(axes.bottom());
    return tag;
}

std::vector<QRectF> Cursors::wordsIn(const TracePlot& plot) const
{
    if (!isShown()) return {};
    return {tagIn(plot, A), tagIn(plot, B), readoutIn(plot)};
}

QRectF Cursors::readoutIn(const TracePlot& plot) const
{
    return isShown() && &plot == plotOf(m_places[m_active].column) ? m_readout.place() : QRectF();
}

void Cursors::paint(QPainter& painter, const TracePlot& plot) const
{
    if (!isShown()) return;
    if (plotOf(m_places[A].column) == &plot) paintFit(painter, plot);
    for (const Name name : {A, B}) paintCursor(painter, plot, name);
    if (plotOf(m_places[m_active].column) == &plot) paintReadout(painter, plot);
}

/// A's line is solid, B's dashed; the active one is stronger. In the plot of its curve it has a ring and its letter.
void Cursors::paintCursor(QPainter& painter, const TracePlot& plot, Name name) const
{
    const Place& place = m_places[name];
    const Theme& theme = *plot.plotStyle().theme;
    const double x = xOf(plot, place.time), em = plot.plotStyle().em;
    const QRectF axes = plot.axes();
    if (x < axes.left() || x > axes.right()) return;
    const bool isActive = name == m_active;
    drawUpright(painter, plot, x, isActive ? theme.accent : theme.faint, isActive ? 2 : 1, name == A ? Qt::SolidLine : Qt::DashLine);
    if (plotOf(place.column) != &plot) return;
    painter.setPen(QPen(isActive ? theme.accent : theme.text, 1.5));
    painter.setBrush(theme.panel);
    if (const auto row = rowOf(name)) {
        const double y = plot.pixelAt({0, trace().value(place.column, *row)}).y();
        if (y >= axes.top() && y <= axes.bottom()) painter.drawEllipse(QPointF(x, y), 0.35 * em, 0.35 * em);
    }
    const QRectF tag = tagIn(plot, name);
    painter.setBrush(isActive ? theme.accent : theme.panel);
    painter.drawRoundedRect(tag, 0.3 * em, 0.3 * em);
    painter.setPen(isActive ? theme.onAccent : theme.text);
    const Face font = overlayFont(plot, 0.95, true);
    drawLabel(painter, {x - labelWidth(font, letter(name)) / 2, tag.bottom() - 0.42 * em}, font, letter(name));
}

void Cursors::paintFit(QPainter& painter, const TracePlot& plot) const
{
    if (!fit().problem.empty()) return;
    const auto [from, to] = *span();
    QPolygonF curve;
    constexpr int pieces = 100;
    for (int i = 0; i <= pieces; ++i) {
        const double t = from + i * (to - from) / pieces;
        curve << QPointF(xOf(plot, t), plot.pixelAt({0, fit().at(t)}).y());
    }
    painter.save();
    painter.setClipRect(plot.axes());
    painter.setPen(QPen(plot.plotStyle().theme->text, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);
    painter.restore();
}

void Cursors::paintReadout(QPainter& painter, const TracePlot& plot) const
{
    const double em = plot.plotStyle().em;
    std::vector<QRectF> spared;
    for (const Place& place : m_places) spared.emplace_back(xOf(plot, place.time) - em, plot.axes().top(), 2 * em, plot.axes().height());
    std::vector<QRectF> taken{m_stack.chip().placeIn(plot), tagIn(plot, A), tagIn(plot, B)};
    std::erase_if(taken, &QRectF::isNull);
    m_readout.paint(painter, plot, lines(), taken, spared);
}

}
