// SPDX-License-Identifier: GPL-3.0-or-later
#include "firing_search.h"

#include "phase.h"
#include "solver.h"

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
        solver->advance(slice, never, watch);
        t += static_cast<double>(slice) * m_experiment.dt;
        if (watch.last() > from) return true;
        if (t >= steadyFrom && isAtRest(solver->neuron())) return false;
    }
    return false;
}

bool FiringSearch::firesAfter(double from, double I) { return firesAfter(from, {{stimulusShape("constant"), {I}}}); }

bool FiringSearch::isAtRest(const Neuron& neuron) const
{
    const Model& model = *neuron.model;
    if (neuron.heldUntil > neuron.time) return false;
    std::vector<double> rate(neuron.state.size());
    model.derivative(neuron.state.data(), neuron.parameters.data(), current(m_experiment.stimulus, neuron.time), rate.data());
    for (std::size_t i = 0; i < rate.size(); ++i)
        if (std::abs(rate[i]) > 1e-6 * (model.state[i].max - model.state[i].min)) return false;
    return true;
}

}
