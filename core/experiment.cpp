// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment.h"

#include "solver.h"

#include <cmath>

namespace rheobase {

namespace {

std::string problemOf(const StimulusComponent& component, const Quantity& input)
{
    const auto rows = quantities(*component.shape, input);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (const std::string p = problem(rows[i], component.values[i]); !p.empty())
            return "stimulus " + std::string(component.shape->id) + ": " + p;
    const auto start = indexOf(rows, "start"), end = indexOf(rows, "end");
    if (start && end && !(component.values[*start] < component.values[*end]))
        return "stimulus " + std::string(component.shape->id) + ": end must be after start (" + shortest(component.values[*start])
               + " ms).";
    const auto width = indexOf(rows, "width"), period = indexOf(rows, "period");
    if (width && period && component.values[*width] > component.values[*period])
        return "stimulus " + std::string(component.shape->id) + ": width must be at most the period (" + shortest(component.values[*period])
               + " ms).";
    return {};
}

}

std::string problem(const Quantity& quantity, double value)
{
    const Domain& domain = quantity.domain;
    if (domain.contains(value)) return {};
    const std::string name = identifier(quantity.symbol), unit = quantity.unit.empty() ? "" : " " + std::string(quantity.unit);
    if (!std::isfinite(value)) return name + " must be a finite number.";
    const bool below = value <= domain.least;
    return name + " must be " + (below ? (domain.open ? "greater than " : "at least ") : "at most ")
           + shortest(below ? domain.least : domain.most) + unit + ".";
}

Experiment defaultExperiment(const Model& model)
{
    Experiment e;
    e.model = &model;
    e.parameters = model.defaults();
    e.initial.resize(model.state.size());
    e.stimulus = {component(*stimulusShape("constant"), model.input)};
    e.injection = model.input.max / 2;
    e.solver = model.solver;
    e.dt = model.step;
    if (!model.jumps && std::isfinite(model.spikeLevel)) e.spikeLevel = model.spikeLevel;
    return e;
}

Neuron start(const Experiment& experiment)
{
    const Model& model = *experiment.model;
    Neuron neuron{.model = &model, .parameters = experiment.parameters, .state = std::vector<double>(model.state.size())};
    model.start(experiment.parameters.data(), neuron.state.data());
    if (experiment.initial[0]) neuron.state[0] = *experiment.initial[0];
    neuron.state = steadyState(model, experiment.parameters, neuron.state);
    for (std::size_t i = 1; i < neuron.state.size(); ++i)
        if (experiment.initial[i]) neuron.state[i] = *experiment.initial[i];
    return neuron;
}

std::string problem(const Experiment& experiment)
{
    const Model& model = *experiment.model;
    for (std::size_t i = 0; i < model.parameters.size(); ++i)
        if (const std::string p = problem(model.parameters[i], experiment.parameters[i]); !p.empty()) return p;
    if (const Order* broken = brokenOrder(model, experiment.parameters))
        return identifier(model.parameters[broken->lower].symbol) + " must be below " + identifier(model.parameters[broken->upper].symbol)
               + " (" + shortest(experiment.parameters[broken->upper]) + " " + std::string(model.parameters[broken->upper].unit) + ").";
    for (std::size_t i = 0; i < model.state.size(); ++i)
        if (experiment.initial[i])
            if (const std::string p = problem(model.state[i], *experiment.initial[i]); !p.empty()) return "initial " + p;
    if (!std::isfinite(experiment.spikeLevel)) return "spike level must be a finite number.";
    if (!std::isfinite(experiment.injection)) return "injection must be a finite number.";
    for (const StimulusComponent& c : experiment.stimulus)
        if (const std::string p = problemOf(c, model.input); !p.empty()) return p;
    const auto rows = noiseQuantities(experiment.noise.kind, model.input);
    const double values[] = {experiment.noise.sigma, experiment.noise.tau};
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (const std::string p = problem(rows[i], values[i]); !p.empty()) return "noise: " + p;
    Quantity dt = stepSize;
    dt.symbol = "dt"; // as it is typed
    if (const std::string p = problem(dt, experiment.dt); !p.empty()) return p;
    if (experiment.solver == SolverKind::exact && !model.linear)
        return "The exact solver needs a linear model; " + std::string(model.name) + " can use rk4.";
    return {};
}

std::unique_ptr<Solver> makeSolver(const Experiment& experiment) { return makeSolver(experiment, start(experiment)); }

std::unique_ptr<Solver> makeSolver(const Experiment& experiment, const Neuron& neuron)
{
    return experiment.model->makeSolver(experiment, neuron);
}

}
