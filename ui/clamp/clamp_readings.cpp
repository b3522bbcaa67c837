// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_readings.h"

#include "channels.h"
#include "polyline.h"
#include "trace.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct ClampReadings {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ClampReadings)
};

constexpr double rowsOfTest = 800;    // that a peak is read from
constexpr double transient = 0.5;     // what is left at the end of the test of a current that inactivates
constexpr double inactivates = 0.1;   // by so much less is left by the highest prepulse than by the lowest
constexpr std::size_t prepulses = 41; // over the range of V
constexpr std::size_t gaps = 36;
constexpr Range gapRange(0.3, 300); // ms

/// One of the currents: a term, or the whole.
struct Current {
    std::optional<std::size_t> term;
    const Quantity* quantity;
    std::vector<ClampPoint> dense, steps;
    QString symbol() const { return fromView(quantity->symbol); }
};

bool isTransient(const std::vector<ClampPoint>& points)
{
    double most = 0, last = 0;
    for (const ClampPoint& p : points) most = std::max(most, std::abs(p.greatest.value)), last = std::max(last, std::abs(p.steady));
    return last < transient * most;
}

/// As it is, but nothing before what is commanded, and so many rows a test.
Experiment prepared(Experiment experiment)
{
    experiment.clamp.before = 0;
    experiment.dt = experiment.clamp.width / rowsOfTest;
    return experiment;
}

/// About one test potential each mV over the range of V.
ClampFamily denseFamily(const Experiment& experiment, const std::vector<std::size_t>& terms, const std::stop_token& stop)
{
    const Quantity& V = experiment.model->state[0];
    const auto count = static_cast<std::size_t>(std::clamp(std::round(V.max - V.min), 60.0, 200.0)) + 1;
    return clampFamily(withSteps(experiment, V.min, V.max, count), {.interval = 0, .terms = terms, .solver = {}}, stop);
}

std::vector<Current> currentsOf(const ClampQuestion& question, const Experiment& experiment, const std::stop_token& stop)
{
    const Model& model = *experiment.model;
    const auto terms = gatedTerms(model);
    std::vector<Current> currents;
    if (question.isWhole || terms.empty()) currents.push_back({std::nullopt, &model.input, {}, {}});
    else
        for (const std::size_t term : terms) currents.push_back({term, &model.terms[term], {}, {}});
    const ClampFamily dense = denseFamily(experiment, terms, stop);
    const ClampFamily steps = clampFamily(experiment, {.interval = 0, .terms = terms, .solver = {}}, stop);
    if (stop.stop_requested()) return {};
    for (Current& current : currents) {
        current.dense = currentVoltage(dense, current.term);
        current.steps = currentVoltage(steps, current.term);
    }
    return currents;
}

template<class Read> QPolygonF pointsOf(const std::vector<ClampPoint>& points, Read read)
{
    QPolygonF line;
    for (const ClampPoint& p : points) line << QPointF(p.V, read(p));
    return line;
}

/// A line over the test potential, with its steps.
template<class Read>
ClampGraph::Line lineOf(const Current& current, const VoltageClamp& clamp, const QString& label, const char* column, Read read)
{
    ClampGraph::Line line{.label = label,
                          .column = std::string(column) + '_' + identifier(current.quantity->symbol),
                          .of = *current.quantity,
                          .curve = pointsOf(current.dense, read),
                          .dots = pointsOf(current.steps, read)};
    line.chosen = line.dots.value(static_cast<qsizetype>(clamp.chosen));
    return line;
}

ClampGraph overPotential(const Experiment& e, const QString& title, const Unit& unit)
{
    const Quantity& V = e.model->state[0];
    return {.title = title,
            .across = V.unit.empty() ? ClampReadings::tr("test potential") : ClampReadings::tr("test potential (%1)").arg(fromView(V.unit)),
            .acrossColumn = columnName(V),
            .range = {V.min, V.max},
            .acrossUnit = V.unit,
            .unit = unit,
            .chosen = e.clamp.steps[e.clamp.chosen]};
}

double peakValue(const ClampPoint& p) { return p.greatest.value; }
double inwardValue(const ClampPoint& p) { return p.inward.value; }
double steadyValue(const ClampPoint& p) { return p.steady; }

QString peakName(const Current& current) { return ClampReadings::tr("peak %1").arg(current.symbol()); }
QString steadyName(const Current& current, const VoltageClamp& clamp)
{
    return ClampReadings::tr("%1 after %2").arg(current.symbol(), shown(clamp.width, "ms", 3));
}

void addLines(ClampGraph& graph, const Current& current, const VoltageClamp& clamp)
{
    if (!current.term) {
        graph.lines.push_back(lineOf(current, clamp, ClampReadings::tr("inward peak"), "inward", inwardValue));
        graph.lines.push_back(lineOf(current, clamp, steadyName(current, clamp), "steady", steadyValue));
        graph.lines.back().isSecond = true;
        return;
    }
    if (!isTransient(current.dense))
        return graph.lines.push_back(lineOf(current, clamp, steadyName(current, clamp), "steady", steadyValue));
    graph.lines.push_back(lineOf(current, clamp, peakName(current), "peak", peakValue));
    if (const auto at = reversalOf(current.dense))
        graph.marks.push_back({{*at, 0}, ClampReadings::tr("reverses at %1").arg(shown(*at, graph.acrossUnit, 3)), *current.quantity});
}

QPolygonF polygon(const ClampCurve& curve)
{
    QPolygonF line;
    for (std::size_t i = 0; i < curve.x.size(); ++i) line << QPointF(curve.x[i], curve.share[i]);
    return line;
}

/// A green line for what is left to be opened, an orange or violet one for what opens.
std::optional<ClampGraph> activationGraph(const ClampQuestion& question, const Experiment& e, std::size_t term, const std::stop_token& stop)
{
    const Model& model = *e.model;
    const Quantity& I = model.terms[term];
    ClampGraph graph = overPotential(e, ClampReadings::tr("Activation and inactivation of %1").arg(fromView(I.symbol)), {});
    const std::vector<std::size_t> terms{term};
    const ClampCurve dense = activation(denseFamily(e, terms, stop), term);
    if (dense.x.empty() || stop.stop_requested()) return std::nullopt;
    ClampGraph::Line opens{.label = ClampReadings::tr("peak g"), .column = "activation", .of = I, .curve = polygon(dense)};
    const double greatest = *std::ranges::max_element(dense.share);
    for (const double V : question.experiment.clamp.steps)
        if (const double share = valueOn(opens.curve, V); std::isfinite(share)) opens.dots << QPointF(V, share);
    if (greatest > 0) graph.lines.push_back(std::move(opens));
    std::vector<double> potentials;
    for (std::size_t i = 0; i < prepulses; ++i)
        potentials.push_back(graph.range.first + (graph.range.second - graph.range.first) * static_cast<double>(i) / (prepulses - 1));
    const ClampCurve left = inactivation(e, term, potentials, stop);
    if (stop.stop_requested()) return std::nullopt;
    if (left.share.front() - left.share.back() > inactivates) {
        constexpr Quantity inactivated{"h", "", 0, 0, 1, "inactivation", Part::gate};
        graph.lines.push_back(
            {.label = ClampReadings::tr("left by a prepulse"), .column = "inactivation", .of = inactivated, .curve = polygon(left)});
    } else graph.title = ClampReadings::tr("Activation of %1").arg(fromView(I.symbol));
    fit(graph, true);
    return graph;
}

/// What is read at the chosen step.
void addReadings(ClampAnswer& answer, const Current& current)
{
    const VoltageClamp& clamp = answer.question.experiment.clamp;
    const ClampPoint& at = current.steps[clamp.chosen];
    const Unit& unit = current.quantity->unit;
    const ClampPeak& peak = current.term ? at.greatest : at.inward;
    const bool isPeak = current.term ? isTransient(current.dense) : peak.value < 0;
    if (isPeak)
        answer.readings.push_back({current.term ? peakName(current) : ClampReadings::tr("inward peak"),
                                   ClampReadings::tr("%1 after %2").arg(shown(peak.value, unit, 4), shown(peak.time, "ms", 2))});
    if (!current.term || !isPeak) answer.readings.push_back({steadyName(current, clamp), shown(at.steady, unit, 4)});
    if (const auto reversal = current.term && isPeak ? reversalOf(current.dense) : std::nullopt)
        answer.readings.push_back({ClampReadings::tr("%1 reverses at").arg(current.symbol()),
                                   shown(*reversal, answer.question.experiment.model->state[0].unit, 3)});
}

void addHeading(ClampAnswer& answer)
{
    const VoltageClamp& clamp = answer.question.experiment.clamp;
    answer.readings.push_back(
        {ClampReadings::tr("At %1").arg(shown(clamp.steps[clamp.chosen], answer.question.experiment.model->state[0].unit)), {}});
}

}

std::vector<std::size_t> gatedTerms(const Model& model)
{
    std::vector<std::size_t> terms;
    for (const Channel& channel : channelsOf(model))
        if (channel.gating) terms.push_back(channel.current);
    return terms;
}

std::optional<ClampAnswer> currentVoltageGraphs(const ClampQuestion& question, const std::stop_token& stop)
{
    const Experiment e = prepared(question.experiment);
    const auto currents = currentsOf(question, e, stop);
    if (stop.stop_requested() || currents.empty()) return std::nullopt;
    ClampAnswer answer{.question = question, .graphs = {}, .readings = {}};
    ClampGraph graph = overPotential(
        e, question.isWhole ? ClampReadings::tr("Whole current") : ClampReadings::tr("Current over test potential"), e.model->input.unit);
    addHeading(answer);
    for (const Current& current : currents) {
        addLines(graph, current, e.clamp);
        addReadings(answer, current);
    }
    fit(graph, false);
    graph.hasNamesInside = std::ranges::none_of(graph.lines, &ClampGraph::Line::isSecond);
    answer.graphs.push_back(std::move(graph));
    const auto terms = gatedTerms(*e.model);
    if (question.current < terms.size())
        if (auto second = activationGraph(question, e, terms[question.current], stop)) answer.graphs.push_back(*std::move(second));
    if (stop.stop_requested()) return std::nullopt;
    return answer;
}

std::optional<ClampAnswer> tailGraphs(const ClampQuestion& question, const std::stop_token& stop)
{
    const Experiment e = prepared(question.experiment);
    const auto currents = currentsOf(question, e, stop);
    if (stop.stop_requested() || currents.empty()) return std::nullopt;
    ClampAnswer answer{.question = question, .graphs = {}, .readings = {}};
    const double at = e.clamp.hasTail ? e.clamp.tail : e.clamp.hold;
    const Unit& V = e.model->state[0].unit;
    ClampGraph size = overPotential(e, ClampReadings::tr("Tail current at %1").arg(shown(at, V, 3)), e.model->input.unit);
    ClampGraph fall = overPotential(e, ClampReadings::tr("Time in which it falls to 1/e"), "ms");
    addHeading(answer);
    for (const Current& current : currents) {
        size.lines.push_back(lineOf(current, e.clamp, current.symbol(), "tail", [](const ClampPoint& p) { return p.tail; }));
        fall.lines.push_back(lineOf(current, e.clamp, current.symbol(), "tail_fall", [](const ClampPoint& p) { return p.tailTime; }));
        const ClampPoint& point = current.steps[e.clamp.chosen];
        answer.readings.push_back({ClampReadings::tr("Tail of %1").arg(current.symbol()), shown(point.tail, current.quantity->unit, 4)});
        if (std::isfinite(point.tailTime))
            answer.readings.push_back({ClampReadings::tr("falls to 1/e in"), shown(point.tailTime, "ms", 3)});
    }
    for (ClampGraph* graph : {&size, &fall}) {
        fit(*graph, false);
        answer.graphs.push_back(std::move(*graph));
    }
    return answer;
}

std::optional<ClampAnswer> recoveryGraphs(const ClampQuestion& question, const std::stop_token& stop)
{
    const Experiment e = prepared(question.experiment);
    const auto terms = gatedTerms(*e.model);
    ClampAnswer answer{.question = question, .graphs = {}, .readings = {}};
    if (question.current >= terms.size()) return answer;
    const Quantity& I = e.model->terms[terms[question.current]];
    std::vector<double> times;
    for (std::size_t i = 0; i < gaps; ++i)
        times.push_back(gapRange.first * std::pow(gapRange.second / gapRange.first, static_cast<double>(i) / (gaps - 1)));
    const ClampCurve curve = recovery(e, terms[question.current], times, stop);
    if (stop.stop_requested()) return std::nullopt;
    ClampGraph graph{.title = ClampReadings::tr("Second peak of %1, in parts of the first").arg(fromView(I.symbol)),
                     .across = ClampReadings::tr("time between two pulses (ms)"),
                     .acrossColumn = "gap_ms",
                     .range = gapRange,
                     .isLogarithmic = true,
                     .acrossUnit = "ms",
                     .unit = {}};
    graph.lines.push_back({.label = {}, .column = "recovery", .of = I, .curve = polygon(curve)});
    fit(graph, true);
    const auto& share = curve.share;
    graph.up.second = std::max(graph.up.second, 1.05 * *std::ranges::max_element(share));
    const double half = (share.front() + share.back()) / 2;
    const auto after = std::ranges::find_if(share, [half](double part) { return part >= half; });
    addHeading(answer);
    answer.readings.push_back({ClampReadings::tr("Found again after %1").arg(shown(times.front(), "ms", 2)),
                               shown(100 * share.front(), 3) + QStringLiteral(" %")});
    if (after != share.end() && after != share.begin())
        answer.readings.push_back(
            {ClampReadings::tr("half of the rest after"), shown(times[static_cast<std::size_t>(after - share.begin())], "ms", 2)});
    answer.graphs.push_back(std::move(graph));
    return answer;
}

}
