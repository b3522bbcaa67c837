// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_row.h"

#include "envelope.h"
#include "polyline.h"
#include "sealed.h"
#include "theme.h"
#include "trace.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t injectedCurrent = 1; // its column
constexpr double mostOfEach = 16;          // rows a column of pixels of which a figure has each
constexpr double piecesOfColumn = 8;       // of a smooth curve

/// "sodium reversal" of "sodium reversal potential", "leak reversal" of "leak reversal potential (the battery)".
QString shortName(const Quantity& q)
{
    std::string_view name = q.meaning.substr(0, q.meaning.find(" ("));
    if (constexpr std::string_view kind = " potential"; name.ends_with(kind)) name.remove_suffix(kind.size());
    return spoken(name);
}

/// A symbol as drawLabel() takes it: "V_3" of "V3".
QString labelled(std::string_view symbol)
{
    const auto [base, below] = setApart(symbol);
    return below.empty() ? fromView(base) : fromView(base) + u'_' + fromView(below);
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

/// True where two strands look the same, whatever they show.
bool isAlike(const Strand& a, const Strand& b)
{
    return a.hue == b.hue && a.opacity == b.opacity && a.width == b.width && a.name == b.name;
}

/// True of a parameter that is a potential, and no spread: a spread is positive. Where potentials are pure numbers, its part tells.
bool isPotential(const Quantity& q, const Quantity& V)
{
    if (q.unit != V.unit || q.domain.least >= 0) return false;
    return !V.unit.empty() || q.part == Part::threshold || q.part == Part::reset || q.part == Part::reversal;
}

QColor guideColour(const Quantity& q, const Theme& theme)
{
    return q.part == Part::threshold ? theme.threshold : q.part == Part::reset ? theme.reset : theme.faint;
}

}

QColor freshColour(const QColor& wanted, std::span<const Curve> curves, const Theme& theme)
{
    const auto isFree = [curves](const QColor& colour) { return std::ranges::find(curves, colour, &Curve::colour) == curves.end(); };
    if (isFree(wanted)) return wanted;
    const auto other = std::ranges::find_if(theme.traces, isFree);
    return other == std::end(theme.traces) ? wanted : *other;
}

std::vector<Guide> potentialGuides(const Experiment& experiment, std::optional<double> rest, const Theme& theme)
{
    const Model& model = *experiment.model;
    const std::string_view unit = model.state[0].unit;
    std::vector<Guide> guides;
    bool restIsShown = false;
    for (std::size_t i = 0; i < model.parameters.size(); ++i) {
        const Quantity& q = model.parameters[i];
        if (!isPotential(q, model.state[0]) || isSealed(experiment, q)) continue;
        const double value = experiment.parameters[i];
        const bool isRest = rest && std::abs(value - *rest) < 1e-6;
        restIsShown |= isRest;
        // Where nothing jumps, and of what has no part, the lines are background, and their letters say enough.
        const bool faint = !isRest && (!model.jumps || q.part == Part::none);
        const QString name = isRest ? QCoreApplication::translate("Plot", "rest") : faint ? labelled(q.symbol) : shortName(q);
        const QColor colour = isRest ? theme.rest : guideColour(q, theme);
        guides.push_back({.value = value,
                          .label = QStringLiteral("%1 %2").arg(name, shown(value, unit)),
                          .colour = colour,
                          .faint = faint,
                          .parameter = static_cast<int>(i)});
    }
    if (rest && !restIsShown)
        guides.push_back(
            {.value = *rest, .label = QCoreApplication::translate("Plot", "rest %1").arg(shown(*rest, unit)), .colour = theme.rest});
    return guides;
}

std::vector<Guide> currentGuides(const Model& model, std::span<const CurrentMark> marks, double now, const Theme& theme)
{
    std::vector<Guide> guides;
    for (const CurrentMark& mark : marks)
        if (std::isfinite(mark.value))
            guides.push_back({.value = mark.value,
                              .label = QStringLiteral("%1 %2").arg(mark.name, shown(mark.value, model.input.unit)),
                              .colour = theme.threshold,
                              .labelBelow = now > mark.value});
    return guides;
}

void TraceRow::dress(Plot& plot, std::span<const Strand> strands)
{
    const Theme& theme = *plot.plotStyle().theme;
    const bool several = m_row.columns.size() > 1;
    m_isLive = plot.plotStyle().interactive;
    std::vector<Curve> curves;
    for (const Strand& strand : strands) {
        const bool isMain = &strand == &strands.back();
        std::vector<Curve> own;
        for (const std::size_t column : m_row.columns) {
            const Quantity& quantity = m_columns[column].quantity;
            const QColor colour = strand.hue == Strand::own ? freshColour(colourOf(quantity, theme), own, theme) : strand.colourIn(theme);
            const bool isNamed = isPotential() && !strand.name.isEmpty();
            own.push_back({isMain    ? fromView(quantity.symbol)
                           : isNamed ? strand.name
                                     : QString(),
                           faded(colour, strand.opacity), several && isMain, strand.width});
        }
        if (drawsSpikes() && !m_isLive) own.push_back({{}, own.front().colour, false, strand.width});
        curves.insert(curves.end(), own.begin(), own.end());
    }
    m_strands.assign(strands.begin(), strands.end());
    plot.setTitle(m_row.title);
    plot.setCurves(std::move(curves));
}

void TraceRow::show(Plot& plot, std::span<const Strand> strands, Range window, double width)
{
    if (!std::ranges::equal(strands, m_strands, isAlike)) dress(plot, strands);
    m_strands.assign(strands.begin(), strands.end());
    m_window = window;
    if (m_isLive) showTraces(plot);
    else showPoints(plot, width);
}

void TraceRow::showTraces(Plot& plot) const
{
    std::vector<TraceCurve> curves;
    for (const Strand& strand : m_strands)
        for (const std::size_t column : m_row.columns)
            curves.push_back({.trace = strand.trace,
                              .column = column,
                              .shift = strand.shift,
                              .span = strand.span,
                              .spike = drawsSpikes() ? spikeHeight : 0});
    plot.setTraces(std::move(curves));
}

void TraceRow::showPoints(Plot& plot, double width) const
{
    std::size_t curve = 0;
    std::vector<QPointF> shown;
    for (const Strand& strand : m_strands) {
        const auto put = [&](std::span<const QPointF> points) {
            shown.clear();
            for (const QPointF& p : points)
                if (p.x() >= strand.span.first && p.x() <= strand.span.second) shown.emplace_back(p.x() + strand.shift, p.y());
            plot.setPoints(curve++, shown);
        };
        const Range part = shownPart(strand);
        const std::size_t rows = strand.trace->firstAt(part.second) - strand.trace->firstAt(part.first);
        const bool areFew = static_cast<double>(rows) * width < mostOfEach * (part.second - part.first);
        for (const std::size_t column : m_row.columns) {
            const auto points = envelope(*strand.trace, column, part, areFew ? width / mostOfEach : width);
            put(column == injectedCurrent || !areFew ? points : smoothed(points, width / piecesOfColumn)); // its edges are edges
        }
        if (drawsSpikes()) put(spikes(strand, width));
    }
}

/// The part of a strand's trace that is shown, in its own time.
Range TraceRow::shownPart(const Strand& strand) const
{
    return {std::max(m_window.first - strand.shift, strand.span.first), std::min(m_window.second - strand.shift, strand.span.second)};
}

std::vector<QPointF> TraceRow::spikes(const Strand& strand, double width) const
{
    const Trace& trace = *strand.trace;
    const Range part = shownPart(strand);
    std::vector<QPointF> strokes;
    double column = -1;
    const auto times = trace.spikes();
    for (auto t = std::ranges::lower_bound(times, part.first); t != times.end() && *t <= part.second; ++t) {
        if (std::floor(*t / width) == column) continue;
        column = std::floor(*t / width);
        const std::size_t row = trace.firstAt(*t);
        if (row == trace.rows() || trace.time(row) != *t) continue;
        const double foot = trace.extent(Columns::potential, row, row + 1).most;
        for (const double y : {foot, foot + spikeHeight, std::numeric_limits<double>::quiet_NaN()}) strokes.emplace_back(*t, y);
    }
    return strokes;
}

Range TraceRow::extent(const Experiment& experiment, std::span<const Guide> guides) const
{
    double least = std::numeric_limits<double>::infinity(), most = -least;
    const auto include = [&](double y) {
        if (!std::isfinite(y)) return;
        least = std::min(least, y);
        most = std::max(most, y);
    };
    for (const Strand& strand : m_strands) {
        const Trace& trace = *strand.trace;
        const auto [from, to] = shownPart(strand);
        if (strand.trace != m_strands.back().trace || trace.empty() || from > to || from > trace.latestTime() || to < trace.startTime())
            continue;
        const std::size_t first = trace.firstAt(from), end = std::min(trace.rows(), trace.firstAt(to) + 1);
        Extent shown;
        for (const std::size_t column : m_row.columns) shown.include(trace.extent(column, std::max<std::size_t>(1, first) - 1, end));
        include(shown.least);
        include(shown.most);
        const auto spike = std::ranges::lower_bound(trace.spikes(), from);
        if (drawsSpikes() && spike != trace.spikes().end() && *spike <= to) include(shown.most + spikeHeight);
    }
    for (const Guide& guide : guides) include(guide.value);
    if (isCurrent()) include(0);
    if (isPotential() && m_model->jumps) {                                                 // its threshold, and what is drawn above
        const Experiment told = isSealed(experiment) ? disguised(experiment) : experiment; // an axis must not tell
        const std::vector<double> state = start(told).state;
        include(state[0] - m_model->excess(state.data(), told.parameters.data()) + (drawsSpikes() ? spikeHeight : 0));
    }
    if (!(least <= most)) {
        const Quantity q = m_columns[m_row.columns.front()].quantity;
        return {q.min, q.max};
    }
    if (!isPotential() && least > 0 && least < most / 2) least = 0;
    return {least, most};
}

Range TraceRow::fittingRange(const Experiment& experiment, std::span<const Guide> guides) const
{
    const auto fraction = [this](std::size_t column) { return isFraction(m_columns[column].quantity); };
    if (std::ranges::all_of(m_row.columns, fraction)) return {-0.04, 1.04};
    const auto [least, most] = extent(experiment, guides);
    const Quantity& q = m_columns[m_row.columns.front()].quantity;
    const double little = 0.05 * (q.max - q.min); // nothing but nought gives no scale
    return least == 0 && most == 0 ? niceRange(-little, little) : niceRange(least, most);
}

std::size_t TraceRow::curvesBeforeMain() const
{
    const std::size_t each = m_row.columns.size() + (drawsSpikes() && !m_isLive ? 1 : 0);
    return m_strands.empty() ? 0 : (m_strands.size() - 1) * each;
}

int TraceRow::curveOf(int column) const
{
    const auto it = std::ranges::find(m_row.columns, static_cast<std::size_t>(std::max(0, column)));
    return it == m_row.columns.end() ? -1 : static_cast<int>(curvesBeforeMain()) + static_cast<int>(it - m_row.columns.begin());
}

int TraceRow::columnOf(int curve) const
{
    const auto index = static_cast<std::size_t>(curve) - curvesBeforeMain();
    return curve >= 0 && index < m_row.columns.size() ? static_cast<int>(m_row.columns[index]) : -1;
}

}
