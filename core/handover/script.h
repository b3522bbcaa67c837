// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "symbol.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rheobase {

/// amplitude·sin(omega·(t − from) + phase), from being where its segment begins; omega in rad/ms.
struct Wave {
    double amplitude, omega, phase;
};

/// What is given from one edge to the next, from ≤ t < to in ms: base + slope·(t − from) and waves.
struct Segment {
    double from, to, base = 0, slope = 0;
    std::vector<Wave> waves{};
};

/// A value at a time in ms.
struct Sample {
    double time, value;
};

/// What a script is to find, computed by the solver of reference quality. Where there are no spikes it is samples of the potential, and in
/// voltage clamp of the current.
struct Expected {
    std::vector<double> spikes; ///< ms, up to `until`
    std::vector<Sample> samples;
    double until = 0;            ///< ms; later spikes are too sensitive to rounding to be compared
    double tolerance = 0;        ///< ms of spikes, else in the samples' unit: how far another solver of high quality may be off
    double ownError = 0;         ///< how far the experiment's own solver is off at its own Δt
    std::size_t noisySpikes = 0; ///< how many the experiment's own solver finds with the noise, where there is some
    Sentence noFurther;          ///< why the solution does not reach the end of the run; empty where it does
    bool isEverySpike = true;    ///< every crossing of the spike level is a spike
};

/// All that a target needs of an experiment, derived once.
struct Script {
    Experiment experiment;
    std::vector<double> parameters; ///< those with which it runs
    std::vector<double> start;      ///< one a state
    std::vector<Equation> terms;    ///< those that rates, event, resets or clamp current need, each after what it needs itself
    std::vector<Symbol> rates;      ///< d(state)/dt per ms, one a state
    Symbol event;                   ///< rises through zero at a spike; empty of a model that does not jump
    std::vector<Equation> resets;
    std::optional<Symbol> threshold;       ///< of state[0], where the event is that it is reached
    std::optional<std::size_t> refractory; ///< the parameter that holds state[0] after a spike, in ms, where it is not 0
    Symbol clampCurrent;                   ///< that keeps V as it is; empty in current clamp
    std::vector<Segment> segments;         ///< of the injected current or the commanded potential, over the whole duration
    std::vector<double> restarts;          ///< of a clamped family: when each test potential's episode begins, at the start's state
    Expected expected;
    std::optional<Expected> published; ///< the same of a published script's own steps, where the experiment's solver is one
    std::string version, made;         ///< the program's version, and the command or the place that it was made by

    const Model& model() const { return *experiment.model; }
    bool isClamped() const { return rheobase::isClamped(experiment); }
    /// The states that the equations carry on: all, or all but a commanded V.
    std::size_t firstState() const { return isClamped() ? 1 : 0; }
};

/// The most segments that a script lists.
inline constexpr std::size_t mostSegments = 2000;

/// One sentence on why an experiment cannot be handed over at all, with its remedy; empty where it can.
Sentence handoverRefusal(const Experiment& experiment);

/// The script of an experiment that can be handed over; what it expects is of no use where it was stopped.
Script scriptOf(const Experiment& experiment, const std::stop_token& stop = {});

/// Two digits, rounded up.
double roundedUp(double x);

/// True of a clamp with several test potentials that no run goes through: a script has an episode for each.
inline bool isFamily(const Experiment& e) { return isClamped(e) && e.clamp.repeat == 0 && e.clamp.steps.size() > 1; }
/// True where the experiment's solver is the script of a paper.
bool isPublished(const Experiment& experiment);
/// What a published script gives, step by step.
Expected expectedOfPublished(const Experiment& experiment, const std::vector<Segment>& segments, const std::stop_token& stop);

/// What an experiment is to give, by the solver of reference quality.
Expected expectedOf(const Experiment& experiment, const std::vector<Segment>& segments, const std::stop_token& stop);

}
