// SPDX-License-Identifier: GPL-3.0-or-later
#include "firing_search.h"

#include "matrix.h"
#include "phase.h"
#include "solver.h"

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

}

FiringSearch::FiringSearch(const Experiment& experiment, std::stop_token stop, double duration)
    : m_experiment(defaultExperiment(*experiment.model)), m_stop(std::move(stop)), m_duration(duration)
{
    m_experiment.parameters = experiment.parameters;
    m_experiment.spikeLevel = experiment.spikeLevel;
    // Neither minds a long step; the quick one finds the squid axon's thresholds to 2e-5 µA/cm².
    m_experiment.solver = experiment.model->linear ? SolverKind::exact : SolverKind::quickDormandPrince;
    m_experiment.dt = 1;
    m_rest = start(m_experiment);
    if (auto point = restingPoint(*experiment.model, experiment.parameters, 0)) m_rest.state = std::move(point->state);
}

bool FiringSearch::firesAfter(double from, const Stimulus& stimulus, double steadyFrom)
{
    m_experiment.stimulus = stimulus;
    const auto solver = makeSolver(m_experiment, m_rest);
    SpikeWatch watch;
    constexpr std::uint64_t slice = 10, never = std::numeric_limits<std::uint64_t>::max();
    for (double t = 0; t < m_duration && !isStopped() && !solver->divergence();) {
        solver->advance(slice, never, watch, m_stop);
        t += static_cast<double>(slice) * m_experiment.dt;
        if (watch.last() > from) return true;
        const Neuron neuron = solver->neuron();
        if (hasLeft(neuron, t >= steadyFrom) || (t >= steadyFrom && isAtRest(neuron))) return false;
    }
    return false;
}

bool FiringSearch::firesAfter(double from, double I) { return firesAfter(from, {{stimulusShape("constant"), {I}}}); }

bool FiringSearch::hasLeft(const Neuron& neuron, bool isSteady) const
{
    constexpr double far = 50; // ranges of its table
    const Model& model = *neuron.model;
    const double V = neuron.state[0], range = model.state[0].max - model.state[0].min;
    if (model.jumps) return false;
    if (std::abs(V) > far * range) return true; // on its way there it has passed its spike level once for all
    if (!isSteady || V > potentialRange(model, neuron.parameters).first) return false;
    std::array<double, mostStates> rate;
    model.derivative(neuron.state.data(), neuron.parameters.data(), current(m_experiment.stimulus, neuron.time), rate.data());
    return rate[0] < 0; // below all batteries, where what still drives it up is closing
}

bool FiringSearch::isAtRest(const Neuron& neuron) const
{
    const Model& model = *neuron.model;
    if (neuron.heldUntil > neuron.time) return false;
    const double I = current(m_experiment.stimulus, neuron.time);
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
