// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_row.h"

#include "trace.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

const Quantity& quantity(const Model& model, std::size_t column)
{
    if (column == 1) return model.input;
    column -= 2;
    return column < model.state.size() ? model.state[column] : model.terms[column - model.state.size()];
}

bool isFraction(const Quantity& q) { return q.unit.empty() && q.min == 0 && q.max == 1; }

/// "sodium reversal" of "sodium reversal potential", "leak reversal" of "leak reversal potential (the battery)".
QString shortName(const Quantity& q)
{
    std::string_view name = q.meaning.substr(0, q.meaning.find(" ("));
    if (constexpr std::string_view kind = " potential"; name.ends_with(kind)) name.remove_suffix(kind.size());
    return spoken(name);
}

/// The colour, or where a curve has it already the first of the theme that none has.
QColor freshColour(const QColor& wanted, std::span<const Curve> curves, const Theme& theme)
{
    const auto isFree = [curves](const QColor& colour) { return std::ranges::find(curves, colour, &Curve::colour) == curves.end(); };
    if (isFree(wanted)) return wanted;
    const auto other = std::ranges::find_if(theme.traces, isFree);
    return other == std::end(theme.traces) ? wanted : *other;
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

/// True where two strands look the same, whatever they show.
bool isAlike(const Strand& a, const Strand& b)
{
    return a.colour == b.colour && a.opacity == b.opacity && a.width == b.width && a.name == b.name;
}

QColor guideColour(const Quantity& q, const Theme& theme)
{
    return q.symbol == "V_th" ? theme.threshold : q.symbol == "V_reset" ? theme.reset : theme.faint;
}

}

std::vector<Guide> potentialGuides(const Experiment& experiment, std::optional<double> rest, const Theme& theme)
{
    const Model& model = *experiment.model;
    const std::string_view unit = model.state[0].unit;
    std::vector<Guide> guides;
    bool restIsShown = false;
    for (std::size_t i = 0; i < model.parameters.size(); ++i) {
        const Quantity& q = model.parameters[i];
        if (q.unit != unit) continue;
        const double value = experiment.parameters[i];
        const bool isRest = rest && std::abs(value - *rest) < 1e-6;
        restIsShown |= isRest;
        const bool faint = !model.jumps && !isRest; // where nothing jumps the lines are background, and their letters say enough
        const QString name = isRest ? QCoreApplication::translate("Plot", "rest") : faint ? fromView(q.symbol) : shortName(q);
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
    std::vector<Curve> curves;
    for (const Strand& strand : strands) {
        const bool isMain = &strand == &strands.back();
        std::vector<Curve> own;
        for (const std::size_t column : m_row.columns) {
            const std::string_view symbol = quantity(*m_model, column).symbol;
            const QColor colour = strand.colour.isValid() ? strand.colour : freshColour(colourOf(symbol, theme), own, theme);
            const bool isNamed = isPotential() && !strand.name.isEmpty();
            own.push_back({isMain    ? fromView(symbol)
                           : isNamed ? strand.name
                                     : QString(),
                           faded(colour, strand.opacity), several && isMain, strand.width});
        }
        if (drawsSpikes()) own.push_back({{}, own.front().colour, false, strand.width});
        curves.insert(curves.end(), own.begin(), own.end());
    }
    m_strands.assign(strands.begin(), strands.end());
    m_tracks.resize(strands.size());
    for (Track& track : m_tracks) track.envelopes.resize(m_row.columns.size());
    plot.setTitle(m_row.title);
    plot.setCurves(std::move(curves));
}

void TraceRow::show(Plot& plot, std::span<const Strand> strands, Range window, double width)
{
    if (!std::ranges::equal(strands, m_strands, isAlike)) dress(plot, strands);
    std::size_t curve = 0;
    for (std::size_t s = 0; s < strands.size(); ++s) {
        const Strand& strand = strands[s];
        Track& track = m_tracks[s];
        if (strand.trace != track.trace || strand.trace->runs() != track.run)
            for (Envelope& envelope : track.envelopes) envelope.clear();
        track.trace = strand.trace;
        track.run = strand.trace->runs();
        const Range part{std::max(window.first - strand.shift, strand.span.first),
                         std::min(window.second - strand.shift, strand.span.second)};
        const auto put = [&](std::span<const QPointF> points) {
            m_points.clear();
            for (const QPointF& p : points)
                if (p.x() >= strand.span.first && p.x() <= strand.span.second) m_points.emplace_back(p.x() + strand.shift, p.y());
            plot.setPoints(curve++, m_points);
        };
        for (std::size_t i = 0; i < track.envelopes.size(); ++i) {
            track.envelopes[i].update(*strand.trace, m_row.columns[i], part, width);
            put(track.envelopes[i].points());
        }
        if (!drawsSpikes()) continue;
        findSpikes(track, part, width);
        put(track.spikes);
    }
}

void TraceRow::findSpikes(Track& track, Range part, double width) const
{
    const Trace& trace = *track.trace;
    track.spikes.clear();
    double column = -1;
    const auto spikes = trace.spikes();
    for (auto t = std::ranges::lower_bound(spikes, part.first); t != spikes.end() && *t <= part.second; ++t) {
        if (std::floor(*t / width) == column) continue;
        column = std::floor(*t / width);
        const std::size_t row = trace.firstAt(*t);
        if (row == trace.rows() || trace.time(row) != *t) continue;
        const double foot = trace.extent(2, row, row + 1).most;
        for (const double y : {foot, foot + spikeHeight, std::numeric_limits<double>::quiet_NaN()}) track.spikes.emplace_back(*t, y);
    }
}

Range TraceRow::extent(const Experiment& experiment, std::span<const Guide> guides) const
{
    double least = std::numeric_limits<double>::infinity(), most = -least;
    const auto include = [&](double y) {
        if (!std::isfinite(y)) return;
        least = std::min(least, y);
        most = std::max(most, y);
    };
    for (const Track& track : m_tracks) {
        if (track.trace != m_tracks.back().trace) continue;
        for (const Envelope& envelope : track.envelopes)
            for (const QPointF& p : envelope.points()) include(p.y());
        for (const QPointF& p : track.spikes) include(p.y());
    }
    for (const Guide& guide : guides) include(guide.value);
    if (isCurrent()) include(0);
    if (isPotential() && m_model->jumps) {
        const std::vector<double> state = start(experiment).state;
        include(state[0] - m_model->excess(state.data(), experiment.parameters.data()) + spikeHeight);
    }
    if (!(least <= most)) return {0, 1};
    if (!isPotential() && least > 0 && least < most / 2) least = 0;
    return {least, most};
}

Range TraceRow::fittingRange(const Experiment& experiment, std::span<const Guide> guides) const
{
    const auto fraction = [this](std::size_t column) { return isFraction(quantity(*m_model, column)); };
    if (std::ranges::all_of(m_row.columns, fraction)) return {-0.04, 1.04};
    const auto [least, most] = extent(experiment, guides);
    return niceRange(least, most);
}

int TraceRow::curveOf(int column) const
{
    const auto it = std::ranges::find(m_row.columns, static_cast<std::size_t>(std::max(0, column)));
    if (it == m_row.columns.end()) return -1;
    const std::size_t before = m_strands.empty() ? 0 : (m_strands.size() - 1) * curvesOfStrand();
    return static_cast<int>(before) + static_cast<int>(it - m_row.columns.begin());
}

}
