// SPDX-License-Identifier: GPL-3.0-or-later
#include "phase_scene.h"

#include "csv.h"
#include "theme.h"
#include "trace.h"
#include "trace_row.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PhasePlot)
};

constexpr std::size_t mostSteps = 2000, columns = 16, rows = 12, curvePoints = 200;
constexpr double slowest = 8; // ms in which the rate at the edge of its axis crosses the potential's axis, at least

double along(Range range, double part) { return std::lerp(range.first, range.second, part); }

void include(Range& range, double value)
{
    if (!std::isfinite(value)) return;
    range.first = std::min(range.first, value);
    range.second = std::max(range.second, value);
}

/// dV/dt where V alone moves, or the rest with it.
std::vector<QPointF> rateCurve(PhasePlane plane, Range across)
{
    std::vector<QPointF> curve;
    for (std::size_t i = 0; i <= curvePoints; ++i) {
        const double V = along(across, static_cast<double>(i) / curvePoints);
        curve.emplace_back(V, plane.rates({V, V})[0]);
    }
    return curve;
}

Polyline asPolyline(const PhasePlane::Line& line)
{
    Polyline points;
    for (const auto& [x, y] : line) points.emplace_back(x, y);
    return points;
}

/// A membrane without further states is shown where it lives; others over the ranges of their tables.
Range rangeOfLonePotential(const PhaseScene& scene, std::span<const FixedPoint> points)
{
    const Quantity& V = scene.model->state[0];
    const double first = !scene.trail.empty() ? scene.trail.back().at.x() : V.value, least = 0.1 * (V.max - V.min);
    Range range(first, first);
    for (const PhaseStep& step : scene.trail) include(range, step.at.x());
    for (const PhaseLine& line : scene.lines) include(range, line.value);
    const double room = (range.second - range.first) / 2;
    for (const FixedPoint& point : points)
        if (!point.isVirtual || std::abs(point.state[0] - std::lerp(range.first, range.second, 0.5)) < 2 * room)
            include(range, point.state[0]);
    const double missing = std::max(0.0, least - (range.second - range.first)) / 2;
    return niceRange(range.first - missing, range.second + missing);
}

Range rangeOfState(const PhaseScene& scene, std::size_t state, bool isUp)
{
    const Quantity& q = scene.model->state[state];
    if (isFraction(q)) return {-0.04, 1.04};
    Range range(q.min, q.max);
    for (const PhaseStep& step : scene.trail) include(range, isUp ? step.at.y() : step.at.x());
    if (state == 0)
        for (const PhaseLine& line : scene.lines) include(range, line.value);
    return range;
}

Range rangeOfRate(const PhaseScene& scene, Range across, const Experiment& experiment, double I)
{
    Range range(0, 0);
    for (const PhaseStep& step : scene.trail) include(range, step.at.y());
    for (const double V : {across.first, across.second}) {
        double rate = (V == across.first ? -1 : 1) * (across.second - across.first) / slowest;
        if (scene.model->state.size() == 1) scene.model->derivative(&V, experiment.parameters.data(), I, &rate);
        include(range, rate);
    }
    return niceRange(range.first, std::max(range.second, range.first + 1e-6));
}

QString noteOn(const Model& model, const PhaseChoice& choice)
{
    QStringList others;
    for (std::size_t i = 0; i < model.state.size(); ++i)
        if (i != choice.across && i != choice.up) others << fromView(model.state[i].symbol);
    if (others.isEmpty()) return {};
    const QString names = others.join(QStringLiteral(", "));
    return choice.rest == Rest::held ? Words::tr("projection: %1 as they are now").arg(names)
                                     : Words::tr("projection: %1 at their steady state").arg(names);
}

}

PhaseChoice usualChoice(const Model& model)
{
    PhaseChoice choice;
    if (model.state.size() > 1) choice.up = model.state.size() - 1;
    return choice;
}

/// dV/dt is what was recorded, not what the present parameters would make of it.
std::vector<PhaseStep> phaseTrail(const Trace& trace, const PhaseChoice& choice)
{
    std::vector<PhaseStep> trail;
    if (trace.empty()) return trail;
    const std::size_t end = trace.rows(),
                      begin = std::max(trace.rawFrom(Columns::potential), trace.firstAt(trace.latestTime() - choice.tail));
    const std::size_t before = begin > trace.rawFrom(Columns::potential) ? begin - 1 : begin; // a rate needs two rows
    const auto time = trace.times(before, end), across = trace.values(trace.columns().of(Role::state, choice.across), before, end),
               up = choice.up ? trace.values(trace.columns().of(Role::state, *choice.up), before, end) : std::vector<double>();
    const std::size_t last = time.size() - 1, stride = 1 + time.size() / mostSteps;
    bool jumped = false;
    for (std::size_t i = choice.up ? begin - before : 1; i <= last; ++i) {
        const bool jumps = i > 0 && time[i] == time[i - 1];
        jumped |= jumps;
        const bool isNeeded = (before + i) % stride == 0 || i == last || jumps || time[i + 1] == time[i];
        if (!isNeeded || (!choice.up && jumps)) continue; // no rate across a jump
        const double slope = choice.up ? 0 : (across[i] - across[i - 1]) / (time[i] - time[i - 1]);
        const QPointF at = choice.up ? QPointF(across[i], up[i]) : QPointF((across[i] + across[i - 1]) / 2, slope);
        trail.push_back({at, (time[last] - time[i]) / choice.tail, jumped});
        jumped = false;
    }
    return trail;
}

std::vector<PhaseLine> phaseLines(const Experiment& experiment, std::optional<double> rest)
{
    std::vector<PhaseLine> lines;
    if (!experiment.model->jumps) return lines;
    for (const Guide& guide : potentialGuides(experiment, rest, theme()))
        if (guide.parameter >= 0)
            lines.push_back({guide.value, &experiment.model->parameters[static_cast<std::size_t>(guide.parameter)], guide.label});
    return lines;
}

std::pair<Range, Range> phaseRanges(const PhaseScene& scene, std::span<const FixedPoint> points, const Experiment& experiment, double I)
{
    const Range across =
        scene.model->state.size() == 1 ? rangeOfLonePotential(scene, points) : rangeOfState(scene, scene.choice.across, false);
    return {across, scene.choice.up ? rangeOfState(scene, *scene.choice.up, true) : rangeOfRate(scene, across, experiment, I)};
}

void addFlow(PhaseScene& scene, const Experiment& experiment, std::vector<double> state, double I)
{
    const PhaseChoice& choice = scene.choice;
    const std::size_t up = choice.up.value_or(choice.across);
    PhasePlane plane(*scene.model, experiment.parameters, I, std::move(state), {choice.across, scene.across.first, scene.across.second},
                     {up, scene.up.first, scene.up.second}, choice.rest);
    scene.note = noteOn(*scene.model, choice);
    if (!choice.up) {
        scene.upNullcline = {rateCurve(plane, scene.across)};
        for (std::size_t i = 0; i < columns; ++i) {
            const double V = along(scene.across, (0.5 + static_cast<double>(i)) / columns);
            scene.field.push_back({{V, 0}, {plane.rates({V, V})[0], 0}});
        }
        return;
    }
    const auto nullclines = plane.nullclines();
    std::ranges::transform(nullclines.across, std::back_inserter(scene.acrossNullcline), asPolyline);
    std::ranges::transform(nullclines.up, std::back_inserter(scene.upNullcline), asPolyline);
    for (std::size_t i = 0; i < columns; ++i)
        for (std::size_t j = 0; j < rows; ++j) {
            const QPointF at(along(scene.across, (0.5 + static_cast<double>(i)) / columns),
                             along(scene.up, (0.5 + static_cast<double>(j)) / rows));
            const auto rates = plane.rates({at.x(), at.y()});
            scene.field.push_back({at, {rates[0], rates[1]}});
        }
}

std::vector<PhaseMark> phaseMarks(const PhaseChoice& choice, std::span<const FixedPoint> points)
{
    std::vector<PhaseMark> marks;
    for (const FixedPoint& point : points) {
        const QString name = wordsFor(point.stability);
        marks.push_back({{point.state[choice.across], choice.up ? point.state[*choice.up] : 0},
                         point.stability,
                         point.isVirtual,
                         point.isVirtual ? Words::tr("%1, beyond threshold").arg(name) : name});
    }
    return marks;
}

QString wordsFor(Stability stability)
{
    switch (stability) {
    case Stability::stableNode: return Words::tr("stable node");
    case Stability::stableFocus: return Words::tr("stable focus");
    case Stability::saddle: return Words::tr("saddle");
    case Stability::saddleFocus: return Words::tr("saddle-focus");
    case Stability::unstableNode: return Words::tr("unstable node");
    case Stability::unstableFocus: return Words::tr("unstable focus");
    case Stability::marginal: return Words::tr("marginal");
    }
    return {};
}

QString axisLabel(const Model& model, std::optional<std::size_t> state)
{
    const Quantity& q = model.state[state.value_or(0)];
    const QString symbol = state ? fromView(q.symbol) : QStringLiteral("d%1/dt").arg(fromView(q.symbol));
    const QString unit = state ? fromView(q.unit) : QString::fromStdString(perTime(q.unit));
    return unit.isEmpty() ? symbol : QStringLiteral("%1 (%2)").arg(symbol, unit);
}

QByteArray phaseTable(const PhaseScene& scene)
{
    const auto header = [&](std::optional<std::size_t> state) {
        if (state) return QByteArray::fromStdString(columnName(scene.model->state[*state]));
        const Quantity& V = scene.model->state[0];
        return QByteArray::fromStdString("d" + identifier(V.symbol) + "_dt_" + identifier(perTime(V.unit)));
    };
    const auto nameOf = [&](std::optional<std::size_t> state) { return fromView(scene.model->state[state.value_or(0)].symbol).toUtf8(); };
    QByteArray table = "series,part," + header(scene.choice.across) + ',' + header(scene.choice.up) + '\n';
    const auto add = [&](const QByteArray& series, std::size_t part, QPointF at) {
        table += series + ',' + QByteArray::number(static_cast<qulonglong>(part)) + ',';
        appendNumber(table, at.x());
        appendNumber(table += ',', at.y());
        table += '\n';
    };
    std::size_t part = 0;
    for (const PhaseStep& step : scene.trail) add("trajectory", part += step.jumped, step.at);
    const auto addLines = [&](const QByteArray& series, const std::vector<Polyline>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (const QPointF& at : lines[i]) add(series, i, at);
    };
    addLines(nameOf(scene.choice.across) + " nullcline", scene.acrossNullcline);
    addLines(scene.choice.up ? nameOf(scene.choice.up) + " nullcline" : QByteArray("rate"), scene.upNullcline);
    for (std::size_t i = 0; i < scene.marks.size(); ++i)
        add(QByteArray(rheobase::nameOf(scene.marks[i].stability).data()), i, scene.marks[i].at);
    return table;
}

}
