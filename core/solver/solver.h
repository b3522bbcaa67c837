// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <cmath>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace rheobase {

/// What a recorded row is: the first of a run (what was recorded before is past); a sample of the grid; the two sides of a
/// jump (threshold reached, state after the reset); the moment a smooth model's potential crosses its spike level, which
/// is a time and not a row.
enum class Mark : int { start, sample, peak, reset, crossing };

/// Where a solver puts what it computes. Called on the solver's thread.
class Recorder {
public:
    virtual ~Recorder() = default;
    /// time in ms, the whole injected current I, states and terms in the order of the model's tables.
    virtual void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) = 0;
};

/// When steps of Δt end: on whole milliseconds exactly, where Δt divides them.
class StepTimes {
public:
    StepTimes() = default;
    explicit StepTimes(double dt) : m_dt(dt), m_perMs(std::round(1 / dt))
    {
        if (!(std::abs(m_perMs * dt - 1) < 1e-12)) m_perMs = 0;
    }
    /// The time in ms after `count` steps.
    double at(double count) const { return m_perMs > 0 ? count / m_perMs : count * m_dt; }

private:
    double m_dt = 1, m_perMs = 1;
};

/// Tells a neuron that fires without end, by one rule for every Δt: more than 10,000 spikes that lead to a reset, within a millisecond.
class FiringLimit {
public:
    static constexpr int most = 10'000;
    /// Takes in a spike at t in ms; true once there were too many.
    bool isPassedBy(double t)
    {
        if (!(t < m_from + 1)) {
            m_from = t;
            m_count = 0;
        }
        return ++m_count > most;
    }
    /// The same of spikes at equal intervals in ms.
    static bool isPassedAt(double interval) { return interval * most < 1; }

private:
    double m_from = -std::numeric_limits<double>::infinity();
    int m_count = 0;
};

/// How many steps reach a time, the last one perhaps cut; all in ms.
inline std::uint64_t stepsTo(double time, double dt) { return static_cast<std::uint64_t>(std::ceil(time / dt - 1e-9)); }

/// Why and where a run could not go on.
struct Divergence {
    double time; ///< ms
    Sentence reason, remedy;
};

/// Advances one neuron, step by step. What it computes depends on the experiment alone: not on how many steps are asked
/// for at a time, nor on what is recorded.
class Solver {
public:
    virtual ~Solver() = default;
    /// Advances by `count` steps of Δt, or until the run diverges. Every `every`-th step (counted from the start), each
    /// spike and each reset is recorded. Once asked to stop it returns at once, perhaps from within a step, which is given up: then the
    /// solver is of no more use.
    virtual void advance(std::uint64_t count, std::uint64_t every, Recorder& recorder, const std::stop_token& stop = {}) = 0;
    /// The run ends at a time in ms, where the step that would lead beyond it is cut; after it nothing advances.
    virtual void endAt(double time) = 0;
    /// Takes over what changed in an experiment with the same model and solver; the state is kept.
    virtual void apply(const Experiment& experiment) = 0;
    /// A current added from now on, besides stimulus and noise (the held inject button).
    virtual void inject(double current) = 0;
    /// Records the present state.
    virtual void recordNow(Mark mark, Recorder& recorder) = 0;
    /// The neuron as it is now.
    virtual Neuron neuron() const = 0;
    /// Set once the run cannot go on.
    virtual const std::optional<Divergence>& divergence() const = 0;
};

/// The solver that an experiment asks for, its neuron at the start.
std::unique_ptr<Solver> makeSolver(const Experiment& experiment);
/// The same, going on from a neuron.
std::unique_ptr<Solver> makeSolver(const Experiment& experiment, const Neuron& neuron);

}
