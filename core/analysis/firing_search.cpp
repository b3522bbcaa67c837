// SPDX-License-Identifier: GPL-3.0-or-later
#include "firing_search.h"

#include "fixed_points.h"
#include "matrix.h"
#include "solver.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase {

namespace {

/// Notes when spikes come.
class SpikeWatch : public Recorder {
public:
    void record(Mark mark, double time, double, std::span<const double>, std::span<const double>) override
    {
        if (mark == Mark::peak || mark == Mark::crossing) m_last = time;
    }
    double last() const { return m_last; }

private:
    double m_last = -1;
};

constexpr double peakSpacing = 0.05; // ms

/// Keeps the highest potential.
class PeakWatch : public Recorder {
public:
    void record(Mark mark, double, double, std::span<const double> state, std::span<const double>) override
    {
        if (mark != Mark::crossing) m_peak = std::max(m_peak, state[0]);
    }
    double peak() const { return m_peak; }

private:
    double m_peak = -std::numeric_limits<double>::infinity();
};

}

FiringSearch::FiringSearch(const Experiment& experiment, std::stop_token stop, double duration)
    : m_experiment(sameNeuron(experiment)), m_stop(std::move(stop)), m_duration(duration)
{
    // Neither minds a long step; the quick one finds the squid axon's thresholds to 2e-5 µA/cm².
    m_experiment.solver = experiment.model->linear ? SolverKind::exact : SolverKind::quickDormandPrince;
    m_experiment.dt = 1;
    m_rest = start(m_experiment);
    if (auto point = restingPoint(*experiment.model, experiment.parameters, 0)) m_rest.state = std::move(point->state);
}

/// Runs the neuron from rest, in slices of 10 ms, until `isDone` says so of its state, or nothing more will come.
template<class F>
void FiringSearch::run(const Stimulus& stimulus, double steadyFrom, double dt, std::uint64_t every, Recorder& recorder, F&& isDone) const
{
    constexpr double slice = 10;
    Experiment experiment = m_experiment;
    experiment.stimulus = stimulus;
    experiment.dt = dt;
    const auto solver = makeSolver(experiment, m_rest);
    for (double t = 0; t < m_duration && !isStopped() && !solver->divergence(); t += slice) {
        solver->advance(stepsTo(slice, dt), every, recorder, m_stop);
        const Neuron neuron = solver->neuron();
        const bool isSteady = t + slice >= steadyFrom;
        if (isDone(neuron) || hasLeft(neuron, current(stimulus, neuron.time), isSteady) || (isSteady && isAtRest(neuron, stimulus))) return;
    }
}

bool FiringSearch::firesAfter(double from, const Stimulus& stimulus, double steadyFrom) const
{
    SpikeWatch watch;
    constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();
    run(stimulus, steadyFrom, m_experiment.dt, never, watch, [&](const Neuron&) { return watch.last() > from; });
    return watch.last() > from;
}

bool FiringSearch::firesAfter(double from, double I) const { return firesAfter(from, {{stimulusShape("constant"), {I}}}); }

/// The highest potential above rest, in mV; ends once a spike has passed its peak.
double FiringSearch::peakOver(const Stimulus& stimulus, double steadyFrom) const
{
    PeakWatch watch;
    run(stimulus, steadyFrom, peakSpacing, 1, watch,
        [&](const Neuron& neuron) { return watch.peak() > m_experiment.spikeLevel && neuron.state[0] < rearmLevel(m_experiment); });
    return watch.peak() - m_rest.state[0];
}

bool FiringSearch::isAllOrNone(double I, const std::function<Stimulus(double I)>& stimulus, double steadyFrom) const
{
    if (m_experiment.model->jumps) return true;
    const Quantity& input = injected(m_experiment);
    const double part = 1e-3, least = 10, apart = part * std::max(std::abs(I), 0.01 * (input.max - input.min));
    const double below = peakOver(stimulus(I - apart), steadyFrom), above = peakOver(stimulus(I + apart), steadyFrom);
    return (above - below) / ((above + below) / 2) >= least * 2 * part;
}

bool FiringSearch::hasLeft(const Neuron& neuron, double I, bool isSteady) const
{
    constexpr double far = 50; // ranges of its table
    const Model& model = *neuron.model;
    const double V = neuron.state[0], range = model.state[0].max - model.state[0].min;
    if (model.jumps) return false;
    if (std::abs(V) > far * range) return true; // on its way there it has passed its spike level once for all
    if (!isSteady || V > potentialRange(model, neuron.parameters).first) return false;
    std::array<double, mostStates> rate;
    model.derivative(neuron.state.data(), neuron.parameters.data(), I, rate.data());
    return rate[0] < 0; // below all batteries, where what still drives it up is closing
}

bool FiringSearch::isAtRest(const Neuron& neuron, const Stimulus& stimulus) const
{
    const Model& model = *neuron.model;
    if (neuron.heldUntil > neuron.time) return false;
    const double I = current(stimulus, neuron.time);
    const std::size_t n = neuron.state.size();
    std::array<double, mostStates> rate;
    model.derivative(neuron.state.data(), neuron.parameters.data(), I, rate.data());
    const auto isNear = [&](double most) {
        for (std::size_t i = 0; i < n; ++i)
            if (!(std::abs(rate[i]) <= most * (model.state[i].max - model.state[i].min))) return false;
        return true;
    };
    if (isNear(1e-6)) return true;
    if (model.jumps) return false; // its solution is exact
    // A stiff neuron's rates are those of the solver's tolerance, so it is asked how far its fixed point is, and whether that is stable.
    std::array<double, mostStates * mostStates> jacobian;
    model.jacobian(neuron.state.data(), neuron.parameters.data(), I, jacobian.data());
    LinearSystem<double> system;
    system.factor(jacobian.data(), n, n);
    system.solve({rate.data(), n});
    return isNear(2e-5) && isStable(classified(eigenvaluesAt(model, neuron.parameters, I, neuron.state)));
}

}
