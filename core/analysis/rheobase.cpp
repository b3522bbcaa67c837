// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rheobase.h"

#include "analysis/phase.h"
#include "solver.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double accuracy = 1e-3;

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

/// Steps of current from rest into one neuron.
class StepSearch {
public:
    StepSearch(const Experiment& experiment, std::stop_token stop, double duration)
        : m_experiment(defaultExperiment(*experiment.model)), m_stop(std::move(stop)), m_duration(duration)
    {
        m_experiment.parameters = experiment.parameters;
        m_experiment.spikeLevel = experiment.spikeLevel;
        m_experiment.solver = experiment.model->linear ? SolverKind::exact : SolverKind::dormandPrince; // neither minds a long step
        m_experiment.dt = 1;
        m_rest = start(m_experiment);
        if (auto point = restingPoint(*experiment.model, experiment.parameters, 0)) m_rest.state = std::move(point->state);
    }

    bool isStopped() const { return m_stop.stop_requested(); }
    /// True where a current step at time 0 makes a spike after `from` ms. Ends as soon as there is one, or as the neuron
    /// has come to rest.
    bool firesAfter(double from, double I)
    {
        m_experiment.stimulus[0].values[0] = I;
        const auto solver = makeSolver(m_experiment, m_rest);
        SpikeWatch watch;
        constexpr std::uint64_t slice = 10, never = std::numeric_limits<std::uint64_t>::max();
        for (double t = 0; t < m_duration && !isStopped() && !solver->divergence(); t += static_cast<double>(slice) * m_experiment.dt) {
            solver->advance(slice, never, watch);
            if (watch.last() > from) return true;
            if (isAtRest(solver->neuron(), I)) return false;
        }
        return false;
    }

private:
    bool isAtRest(const Neuron& neuron, double I) const
    {
        const Model& model = *neuron.model;
        if (neuron.heldUntil > neuron.time) return false;
        std::vector<double> rate(neuron.state.size());
        model.derivative(neuron.state.data(), neuron.parameters.data(), I, rate.data());
        for (std::size_t i = 0; i < rate.size(); ++i)
            if (std::abs(rate[i]) > 1e-6 * (model.state[i].max - model.state[i].min)) return false;
        return true;
    }

    Experiment m_experiment;
    std::stop_token m_stop;
    double m_duration;
    Neuron m_rest;
};

/// Halves an interval at whose upper end, and not at whose lower end, `fires` is true.
template<class F> double bisected(double low, double high, const StepSearch& search, F&& fires)
{
    while (high - low > accuracy && !search.isStopped()) {
        const double middle = (low + high) / 2;
        (fires(middle) ? high : low) = middle;
    }
    return high;
}

}

std::optional<double> restingPotential(const Model& model, std::span<const double> parameters)
{
    const auto point = restingPoint(model, parameters, 0);
    return point ? std::optional(point->state[0]) : std::nullopt;
}

std::optional<Rheobase> statedRheobase(const Model& model, std::span<const double> parameters)
{
    const auto index = indexOf(model.derived, "I_th");
    if (!index) return std::nullopt;
    const double I = model.derivedFrom(parameters)[*index];
    return Rheobase{I, I};
}

std::optional<Rheobase> searchRheobase(const Experiment& experiment, std::stop_token stop, double duration)
{
    StepSearch search(experiment, std::move(stop), duration);
    const Quantity& input = experiment.model->input;
    const auto fires = [&](double I) { return search.firesAfter(0, I); };
    const auto keepsFiring = [&](double I) { return search.firesAfter(duration * 2 / 3, I); };
    Rheobase found{none, none};
    if (!fires(input.min) && fires(input.max)) {
        found.spike = bisected(input.min, input.max, search, fires);
        // Too strong a current may block firing, so the first current that keeps it up is looked for from below.
        constexpr int parts = 8;
        double below = found.spike;
        for (int i = 0; i <= parts && std::isnan(found.sustained) && !search.isStopped(); ++i) {
            const double I = found.spike + (input.max - found.spike) * i * i / (parts * parts);
            if (keepsFiring(I)) found.sustained = i == 0 ? I : bisected(below, I, search, keepsFiring);
            below = I;
        }
    }
    if (search.isStopped()) return std::nullopt;
    return found;
}

}
