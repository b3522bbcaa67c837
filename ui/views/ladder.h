// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "nice.h"
#include "trace.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace rheobase {

/// A stimulus for neurons of different models: its shape, where 1 is the rheobase of each.
struct LadderProtocol {
    const char *id, *name, *meaning; ///< the last two for tr() in the context "Ladder"
    double strength;                 ///< the multiple of the rheobase to begin with
    double duration;                 ///< ms
    bool hasGap;                     ///< depends on the gap between pulses
    /// The stimulus of so many times `unit`.
    Stimulus (*stimulus)(double unit, double gap);
};

/// Two pulses, step, a step below and one above, pulse train.
std::span<const LadderProtocol> ladderProtocols();

/// A neuron of the ladder, as it is asked for.
struct LadderNeuron {
    const Model* model = nullptr;
    std::vector<double> parameters;
    bool isWithoutLeak = false; ///< of the leaky integrate-and-fire neuron: its leak is off
    bool operator==(const LadderNeuron&) const = default;
};

/// What a ladder is computed from.
struct LadderQuestion {
    std::vector<LadderNeuron> neurons; ///< top to bottom
    std::vector<double> leaky;         ///< parameters of the leaky neuron, whose rheobase serves those that have none
    std::size_t protocol = 0;
    double strength = 1, gap = 20; ///< in multiples of the rheobase; ms
    bool operator==(const LadderQuestion&) const = default;
};

/// A row of the ladder, computed.
struct LadderRung {
    LadderNeuron neuron;
    Experiment experiment;
    double unit;           ///< what is 1 on the axis of the stimulus, in the model's current unit
    bool isUnitOwn = true; ///< the neuron's own rheobase (of one spike); else the leaky neuron's, or the model's default current
    std::shared_ptr<const Trace> trace;
};

/// A whole ladder.
struct Ladder {
    LadderQuestion question;
    std::vector<LadderRung> rungs;
    double duration() const { return ladderProtocols()[question.protocol].duration; }
};

/// Computes ladders, and remembers rheobases.
class LadderMaker {
public:
    /// Empty where it is asked to stop.
    std::optional<Ladder> operator()(const LadderQuestion& question, const std::stop_token& stop);

private:
    struct Known {
        const Model* model;
        std::vector<double> parameters;
        double rheobase;
    };
    std::optional<double> rheobaseOf(const Model& model, const std::vector<double>& parameters, const std::stop_token& stop);
    std::optional<LadderRung> rung(const LadderNeuron& neuron, const LadderQuestion& question, const std::stop_token& stop);

    std::vector<Known> m_known;
};

}
