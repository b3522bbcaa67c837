// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder.h"

#include "catalogue.h"
#include "rheobase.h"
#include "solver.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double begin = 10, pulseWidth = 2; // ms
constexpr double stepEnd = 160;
constexpr double rowSpacing = 0.05;   // ms
constexpr std::size_t mostKnown = 64; // rheobases that are remembered
constexpr double justBelow = 0.95, justAbove = 1.05;

StimulusComponent shape(const char* id, std::vector<double> values) { return {stimulusShape(id), std::move(values)}; }

Stimulus twoPulses(double unit, double gap) { return {shape("two-pulses", {begin, pulseWidth, gap, unit, unit})}; }
Stimulus step(double unit, double) { return {shape("step", {begin, stepEnd, unit})}; }
Stimulus belowAndAbove(double unit, double)
{
    return {shape("step", {begin, 90, justBelow * unit}), shape("step", {110, 190, justAbove * unit})};
}
Stimulus pulseTrain(double unit, double gap) { return {shape("pulse-train", {begin, pulseWidth, pulseWidth + gap, 8, unit})}; }

constexpr LadderProtocol protocols[] = {
    {"two-pulses", QT_TRANSLATE_NOOP("Ladder", "Two pulses"), QT_TRANSLATE_NOOP("Ladder", "Who remembers the first pulse?"), 2.8, 120, true,
     twoPulses},
    {"step", QT_TRANSLATE_NOOP("Ladder", "Step"), QT_TRANSLATE_NOOP("Ladder", "Who fires under a lasting current, and how fast?"), 1.2, 200,
     false, step},
    {"below-and-above", QT_TRANSLATE_NOOP("Ladder", "Step below, step above"),
     QT_TRANSLATE_NOOP("Ladder", "Who tells 0.95 from 1.05 times the rheobase?"), 1, 200, false, belowAndAbove},
    {"pulse-train", QT_TRANSLATE_NOOP("Ladder", "Pulse train"), QT_TRANSLATE_NOOP("Ladder", "Who adds up eight pulses?"), 1.5, 200, true,
     pulseTrain},
};

const Model& leakyModel() { return *findModel("leaky-integrate-and-fire"); }

double parameter(const LadderNeuron& neuron, const char* name) { return neuron.parameters[*indexOf(neuron.model->parameters, name)]; }

/// The experiment of a neuron at rest. Without its leak the leaky neuron is the perfect one that starts where the leak would hold it.
Experiment experimentOf(const LadderNeuron& neuron)
{
    const Model& model = neuron.isWithoutLeak ? *findModel("perfect-integrate-and-fire") : *neuron.model;
    Experiment experiment = defaultExperiment(model);
    if (!neuron.isWithoutLeak) experiment.parameters = neuron.parameters;
    else {
        for (std::size_t i = 0; i < model.parameters.size(); ++i)
            experiment.parameters[i] = parameter(neuron, identifier(model.parameters[i].symbol).c_str());
        experiment.initial[0] = neuron.parameters[*indexOf(neuron.model->parameters, Part::reversal)];
    }
    return experiment;
}

}

std::span<const LadderProtocol> ladderProtocols() { return protocols; }

/// NaN where there is none; empty where it was asked to stop.
std::optional<double> LadderMaker::rheobaseOf(const Model& model, const std::vector<double>& parameters, const std::stop_token& stop)
{
    if (!model.fires()) return std::numeric_limits<double>::quiet_NaN();
    if (const auto stated = statedRheobase(model, parameters)) return stated->spike;
    const auto known = std::ranges::find_if(m_known, [&](const Known& k) { return k.model == &model && k.parameters == parameters; });
    if (known != m_known.end()) return known->rheobase;
    Experiment experiment = defaultExperiment(model);
    experiment.parameters = parameters;
    const auto found = searchRheobase(experiment, stop);
    if (!found) return std::nullopt;
    if (m_known.size() == mostKnown) m_known.erase(m_known.begin());
    m_known.push_back({&model, parameters, found->spike});
    return found->spike;
}

std::optional<LadderRung> LadderMaker::rung(const LadderNeuron& neuron, const LadderQuestion& question, const std::stop_token& stop)
{
    Experiment experiment = experimentOf(neuron);
    const auto own = rheobaseOf(*experiment.model, experiment.parameters, stop);
    if (!own) return std::nullopt;
    const bool isOwn = *own > 0;
    double unit = *own;
    if (!isOwn) {
        const bool isAlike = injected(experiment).unit == leakyModel().input.unit;
        const auto leaky = rheobaseOf(leakyModel(), neuron.isWithoutLeak ? neuron.parameters : question.leaky, stop);
        unit = isAlike && leaky && *leaky > 0 ? *leaky : injected(experiment).value;
    }
    const LadderProtocol& protocol = protocols[question.protocol];
    experiment.stimulus = protocol.stimulus(question.strength * unit, question.gap);
    const auto trace = std::make_shared<Trace>(*experiment.model);
    const auto solver = makeSolver(experiment);
    solver->endAt(protocol.duration);
    solver->recordNow(Mark::start, *trace);
    const auto every = static_cast<std::uint64_t>(std::max(1.0, std::round(rowSpacing / experiment.dt)));
    solver->advance(stepsTo(protocol.duration, experiment.dt), every, *trace);
    return LadderRung{neuron, experiment, unit, isOwn, trace};
}

std::optional<Ladder> LadderMaker::operator()(const LadderQuestion& question, const std::stop_token& stop)
{
    Ladder ladder{question, {}};
    for (const LadderNeuron& neuron : question.neurons) {
        auto made = rung(neuron, question, stop);
        if (!made || stop.stop_requested()) return std::nullopt;
        ladder.rungs.push_back(*std::move(made));
    }
    return ladder;
}

}
