// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment.h"

#include "fixed_points.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::size_t mostShapes = 100;
constexpr double mostPieces = 1e5;

/// The sentence of a quantity within a larger thing, whose name it then begins with.
Sentence within(const std::string& whole, Sentence sentence)
{
    sentence.parts[0].insert(0, whole);
    return sentence;
}

bool isFinite(double x) { return std::isfinite(x); }

std::string withUnit(double value, std::string_view unit) { return shortest(value) + (unit.empty() ? "" : " " + std::string(unit)); }

Sentence problemOf(const StimulusComponent& component, const Quantity& input)
{
    const std::string name = "stimulus " + std::string(component.shape->id);
    const auto rows = quantities(*component.shape, input);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (const Sentence p = problem(rows[i], component.values[i]); !p.empty()) return within(name + ": ", p);
    const auto start = indexOf(rows, Part::onset), end = indexOf(rows, Part::end);
    if (start && end && !(component.values[*start] < component.values[*end]))
        return {"%1: end must be after start (%2).", {name, withUnit(component.values[*start], "ms")}};
    const auto width = indexOf(rows, Part::width), period = indexOf(rows, Part::period);
    if (width && period && component.values[*width] > component.values[*period])
        return {"%1: width must be at most the period (%2).", {name, withUnit(component.values[*period], "ms")}};
    return {};
}

/// The state x with all besides V at rest, or as it is where they have none.
std::vector<double> settled(const Model& model, std::span<const double> parameters, const std::vector<double>& x)
{
    auto rest = steadyState(model, parameters, x);
    return std::ranges::all_of(rest, [](double value) { return std::isfinite(value); }) ? rest : x;
}

/// How many pieces of current a shape makes, without making the many of a train.
double pieces(const StimulusComponent& component)
{
    const auto pulses = indexOf(component.shape->values, "count");
    return pulses ? component.values[*pulses] : static_cast<double>(component.shape->pieces(component.values).size());
}

/// A stimulus that would not fit where it is shown, or into memory. It has been checked by itself.
Sentence tooLarge(const Stimulus& stimulus)
{
    if (stimulus.size() > mostShapes)
        return {"The stimulus is larger than any experiment: %1 shapes, of which %2 are possible; leave some out.",
                {std::to_string(stimulus.size()), std::to_string(mostShapes)}};
    double sum = 0;
    for (const StimulusComponent& component : stimulus) sum += pieces(component);
    if (sum > mostPieces)
        return {"The stimulus is larger than any experiment: %1 pulses and other pieces, of which %2 are possible; leave some out.",
                {shortest(sum), shortest(mostPieces)}};
    return {};
}

/// Of a stimulus whose shapes are possible.
Sentence problemOfRepetition(const Stimulus& stimulus)
{
    if (stimulus.repeat == 0) return {};
    if (const Sentence p = problem(repetition, stimulus.repeat); !p.empty()) return p;
    const auto end = endOf(stimulus);
    if (!end) return {"%1: a stimulus that does not end has nothing to repeat; set it to 0, or choose a shape that ends.", {"repeat"}};
    if (stimulus.repeat <= *end)
        return {"%1 must be longer than the stimulus, which ends at %2.", {"repeat", withUnit(*end, repetition.unit)}};
    return {};
}

}

Sentence problem(const Quantity& quantity, double value, std::string_view called)
{
    const Domain& domain = quantity.domain;
    if (domain.contains(value)) return {};
    const std::string name = called.empty() ? identifier(quantity.symbol) : std::string(called);
    if (!std::isfinite(value)) return {"%1 must be a finite number.", {name}};
    if (value >= domain.leastAllowed() && value <= domain.most && domain.whole) return {"%1 must be a whole number.", {name}};
    if (value > domain.most) return {"%1 must be at most %2.", {name, withUnit(domain.most, quantity.unit)}};
    const bool isOutside = domain.open && value <= domain.least;
    return {isOutside ? "%1 must be greater than %2." : "%1 must be at least %2.",
            {name, withUnit(isOutside ? domain.least : domain.leastAllowed(), quantity.unit)}};
}

Quantity given(const Experiment& experiment)
{
    if (!isClamped(experiment)) return injected(experiment);
    Quantity command = experiment.model->state[0];
    command.meaning = "commanded potential";
    return command;
}

Quantity recordedCurrent(const Experiment& experiment)
{
    Quantity current = injected(experiment);
    if (isClamped(experiment)) current.meaning = "membrane current";
    return current;
}

std::vector<double> effectiveParameters(const Experiment& experiment)
{
    return isClamped(experiment) ? withBlocked(*experiment.model, experiment.parameters, experiment.clamp) : experiment.parameters;
}

double rearmLevel(const Experiment& experiment)
{
    return experiment.spikeRearm.value_or(experiment.spikeLevel - experiment.model->spikeRearm);
}

Experiment defaultExperiment(const Model& model)
{
    Experiment e;
    e.model = &model;
    e.parameters = model.defaults();
    e.initial.resize(model.state.size());
    e.stimulus = {component(*stimulusShape("constant"), model.input)};
    e.injection = model.input.max / 2;
    e.clamp = defaultClamp(model);
    e.solver = model.solver;
    e.dt = model.step;
    if (model.hasSpikeLevel()) e.spikeLevel = model.spikeLevel;
    return e;
}

Experiment sameNeuron(const Experiment& experiment)
{
    Experiment e = defaultExperiment(*experiment.model);
    e.parameters = experiment.parameters;
    e.spikeLevel = experiment.spikeLevel;
    e.spikeRearm = experiment.spikeRearm;
    return e;
}

Neuron start(const Experiment& experiment)
{
    const Model& model = *experiment.model;
    Neuron neuron{.model = &model, .parameters = experiment.parameters, .state = std::vector<double>(model.state.size()), .spike = {}};
    model.start(experiment.parameters.data(), neuron.state.data());
    if (experiment.initial[0]) neuron.state[0] = *experiment.initial[0];
    if (isClamped(experiment)) {
        neuron.state[0] = experiment.clamp.hold;
        neuron.state = settled(model, effectiveParameters(experiment), neuron.state);
    } else if (auto rest = experiment.initial[0] ? std::nullopt : restingPoint(model, experiment.parameters, 0))
        neuron.state = std::move(rest->state);
    else neuron.state = settled(model, experiment.parameters, neuron.state);
    for (std::size_t i = 1; i < neuron.state.size(); ++i)
        if (experiment.initial[i]) neuron.state[i] = *experiment.initial[i];
    neuron.spike.isArmed = neuron.state[0] < experiment.spikeLevel;
    return neuron;
}

Sentence problem(const Experiment& experiment)
{
    const Model& model = *experiment.model;
    for (std::size_t i = 0; i < model.parameters.size(); ++i)
        if (const Sentence p = problem(model.parameters[i], experiment.parameters[i]); !p.empty()) return p;
    if (const Order* broken = brokenOrder(model, experiment.parameters)) {
        const Quantity &lower = model.parameters[broken->lower], &upper = model.parameters[broken->upper];
        return {"%1 must be below %2 (%3).",
                {identifier(lower.symbol), identifier(upper.symbol), withUnit(experiment.parameters[broken->upper], upper.unit)}};
    }
    for (std::size_t i = 0; i < model.state.size(); ++i)
        if (experiment.initial[i])
            if (const Sentence p = problem(model.state[i], *experiment.initial[i]); !p.empty()) return within("initial ", p);
    if (const Sentence p = problem(model.state[0], experiment.spikeLevel, "spike level"); !p.empty()) return p;
    if (experiment.spikeRearm) {
        if (const Sentence p = problem(model.state[0], *experiment.spikeRearm, "spike rearm"); !p.empty()) return p;
        if (*experiment.spikeRearm > experiment.spikeLevel)
            return {"%1 must be at most %2.", {"spike rearm", "the spike level, " + withUnit(experiment.spikeLevel, model.state[0].unit)}};
    }
    if (const Sentence p = problem(injected(experiment), experiment.injection, injectionName); !p.empty()) return p;
    for (const StimulusComponent& c : experiment.stimulus)
        if (const Sentence p = problemOf(c, injected(experiment)); !p.empty()) return p;
    if (const Sentence p = tooLarge(experiment.stimulus); !p.empty()) return p;
    if (const Sentence p = problemOfRepetition(experiment.stimulus); !p.empty()) return p;
    const auto rows = noiseQuantities(experiment.noise.kind, injected(experiment));
    const double values[] = {experiment.noise.sigma, experiment.noise.tau};
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (const Sentence p = problem(rows[i], values[i]); !p.empty()) return within("noise: ", p);
    Quantity dt = stepSize;
    dt.symbol = "dt"; // as it is typed
    if (const Sentence p = problem(dt, experiment.dt); !p.empty()) return p;
    if (const Sentence p = problem(runDuration, experiment.duration); !p.empty()) return p;
    if (isClamped(experiment))
        if (const Sentence p = problem(experiment.clamp, model); !p.empty()) return p;
    if (experiment.solver == SolverKind::exact && !model.linear)
        return {"The exact solver needs a linear model; %1 can use rk4.", {std::string(model.name)}};
    if (!canRun(model, experiment.solver))
        return {"The scripts of 2003 and 2004 are of another model; %1 can use rk4.", {std::string(model.name)}};
    return {};
}

}
