// SPDX-License-Identifier: GPL-3.0-or-later
#include "goal.h"

#include "measures.h"
#include "solver.h"
#include "sweep.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

const SweepAnswer* answerOf(std::string_view measure)
{
    const auto it = std::ranges::find(sweepAnswers(), measure, &SweepAnswer::measure);
    return it == sweepAnswers().end() ? nullptr : &*it;
}

bool isConstant(const Experiment& e)
{
    const auto lasts = [](const StimulusComponent& c) { return c.shape->id == "constant"; };
    return e.noise.kind == Noise::Kind::none && std::ranges::all_of(e.stimulus, lasts);
}

/// The answer of a sweep of this one experiment: the same to the bit as in any other.
double sweptAnswer(const Experiment& e, const SweepAnswer& answer, const std::stop_token& stop)
{
    const double R = e.parameters[0];
    const auto points = run({.experiment = e, .axes = {{identifier(e.model->parameters[0].symbol), R, R, 1}}}, stop, 1);
    return points.empty() ? none : answer.of(points[0]);
}

/// Of a run whose rows are kept.
double runAnswer(const Experiment& e, const Measure& measure, const std::stop_token& stop)
{
    Trace trace(*e.model);
    const auto solver = makeSolver(e);
    solver->endAt(e.duration);
    solver->recordNow(Mark::start, trace);
    solver->advance(stepsTo(e.duration, e.dt), 1, trace, stop);
    if (stop.stop_requested() || solver->divergence()) return none;
    return measure.ofRun(measured(trace, e, 0, e.duration, 0.5)).value_or(none);
}

}

std::optional<Quantity> goalQuantity(const Experiment& e, std::string_view what)
{
    if (const auto i = indexOf(e.model->derived, what)) return e.model->derived[*i];
    const Measure* const measure = findMeasure(what);
    if (!measure) return std::nullopt;
    return Quantity{.symbol = measure->id, .unit = Unit::read(unitOf(*measure, *e.model)).value_or(Unit()), .meaning = measure->meaning};
}

std::vector<std::string> goalNames(const Model& model)
{
    std::vector<std::string> names;
    for (const Quantity& q : model.derived) names.push_back(identifier(q.symbol));
    for (const Measure& measure : measures()) names.emplace_back(measure.id);
    return names;
}

Sentence problem(const Experiment& e, const Goal& goal)
{
    if (Sentence p = problem(e); !p.empty()) return p;
    if (isClamped(e)) return {"the potential is commanded, and solving needs a neuron that is free: switch to current clamp.", {}};
    if (!goalQuantity(e, goal.what))
        return {"nothing measured is called \"%1\"; the nearest is \"%2\".", {goal.what, nearest(goal.what, goalNames(*e.model))}};
    if (!std::isfinite(goal.value)) return {"%1 must become a finite number.", {goal.what}};
    if (!sweptQuantity(e, goal.by))
        return {"nothing to set is called \"%1\"; the nearest is \"%2\".", {goal.by, nearest(goal.by, sweepableNames(e))}};
    return {};
}

GoalCost costOf(const Experiment& e, std::string_view what)
{
    if (indexOf(e.model->derived, what)) return GoalCost::none;
    const Measure& m = measure(what);
    if (what == "rate" && e.model->interval() && isConstant(e)) return GoalCost::none;
    if (m.ofRun) return GoalCost::run;
    const bool isSearched = what == "chronaxie" || (what.starts_with("rheobase") && !statedRheobase(*e.model, e.parameters));
    return isSearched ? GoalCost::search : GoalCost::none;
}

double answerOf(const Experiment& e, std::string_view what, const std::stop_token& stop)
{
    if (const auto i = indexOf(e.model->derived, what)) return e.model->derivedFrom(e.parameters)[*i];
    const Measure& m = measure(what);
    if (m.ofExperiment) return m.ofExperiment(e, stop).value_or(none);
    if (what == "rate") // however slow it is
        if (const auto rate = measure("rate.formula").ofExperiment(e, stop)) return *rate;
    const SweepAnswer* const answer = answerOf(what);
    return answer ? sweptAnswer(e, *answer, stop) : runAnswer(e, m, stop);
}

}
