// SPDX-License-Identifier: GPL-3.0-or-later
#include "rheobase.h"

#include "solver.h"

#include <boost/math/tools/toms748_solve.hpp>

#include <cmath>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double accuracy = 1e-3; // of the model's current unit
constexpr double pause = 10;      // ms between looks at the stop token

/// Keeps only the time of the last spike.
class LastSpike : public Recorder {
public:
    void record(Mark mark, double time, double, std::span<const double>, std::span<const double>) override
    {
        if (mark == Mark::crossing || mark == Mark::peak) last = time;
    }
    double last = -1; // ms; before the first one
};

/// Current steps from rest, one neuron after the other.
class Search {
public:
    Search(const Experiment& experiment, std::stop_token stop, double duration) : m_experiment(experiment), m_stop(std::move(stop)), m_duration(duration)
    {
        const auto rest = restingPotential(*experiment.model, experiment.parameters);
        m_experiment.initial.assign(experiment.initial.size(), std::nullopt);
        m_experiment.initial[0] = rest;
        m_experiment.stimulus = {component(*stimulusShape("constant"), experiment.model->input)};
        m_experiment.noise = {};
        m_experiment.solver = experiment.model->linear ? SolverKind::exact : SolverKind::dormandPrince;
        m_experiment.dt = 0.5;
    }

    bool stopped() const { return m_stop.stop_requested(); }

    /// Does a step of this size make the neuron fire at least once, or on and on?
    bool fires(double current, bool sustained)
    {
        m_experiment.stimulus[0].values[0] = current;
        const auto solver = makeSolver(m_experiment);
        LastSpike spike;
        for (double t = 0; t < m_duration && !stopped() && !solver->divergence(); t += pause) {
            solver->advance(static_cast<std::uint64_t>(pause / m_experiment.dt), UINT64_MAX, spike);
            if (spike.last >= (sustained ? 2 * m_duration / 3 : 0)) return true;
        }
        return false;
    }

    /// The threshold between a current that does not and one that does.
    double between(double quiet, double firing, bool sustained)
    {
        while (firing - quiet > accuracy / 2 && !stopped()) {
            const double middle = (quiet + firing) / 2;
            (fires(middle, sustained) ? firing : quiet) = middle;
        }
        return (quiet + firing) / 2;
    }

private:
    Experiment m_experiment;
    std::stop_token m_stop;
    double m_duration;
};

}

std::optional<double> restingPotential(const Model& model, std::span<const double> parameters)
{
    const auto drift = [&](double v) {
        std::vector<double> x(model.state.size()), rate(x.size());
        for (std::size_t i = 0; i < x.size(); ++i) x[i] = model.state[i].value;
        x[0] = v;
        x = steadyState(model, parameters, x);
        model.derivative(x.data(), parameters.data(), 0, rate.data());
        return rate[0];
    };
    const Quantity& potential = model.state[0];
    const double span = potential.max - potential.min, from = potential.min - span, to = potential.max + span;
    constexpr int parts = 400;
    double v = from, f = drift(v);
    for (int i = 1; i <= parts; ++i) {
        const double next = from + i * (to - from) / parts, fNext = drift(next);
        if (f > 0 && fNext <= 0) {
            if (fNext == 0) return next;
            std::uintmax_t evaluations = 100;
            const auto [low, high] = boost::math::tools::toms748_solve(drift, v, next, f, fNext, boost::math::tools::eps_tolerance<double>(50), evaluations);
            return (low + high) / 2;
        }
        v = next;
        f = fNext;
    }
    return std::nullopt;
}

std::optional<Rheobase> statedRheobase(const Model& model, std::span<const double> parameters)
{
    if (const auto index = indexOf(model.derived, "I_th")) {
        const double stated = model.derivedFrom(parameters)[*index];
        return Rheobase{stated, stated};
    }
    if (!model.jumps && !std::isfinite(model.spikeLevel)) return Rheobase{none, none}; // no spikes at all
    return std::nullopt;
}

std::optional<Rheobase> searchRheobase(const Experiment& experiment, std::stop_token stop, double duration)
{
    const Quantity& input = experiment.model->input;
    Search search(experiment, stop, duration);
    Rheobase found{none, none};
    if (search.fires(input.max, false) && !search.fires(input.min, false)) {
        found.spike = search.between(input.min, input.max, false);
        const double growth = std::max(std::abs(found.spike) / 4, (input.max - input.min) / 100);
        double quiet = found.spike, firing = found.spike + accuracy;
        while (firing <= input.max && !search.stopped() && !search.fires(firing, true)) {
            quiet = firing;
            firing += growth;
        }
        if (firing == found.spike + accuracy) found.sustained = found.spike;
        else if (firing <= input.max) found.sustained = search.between(quiet, firing, true);
    }
    if (search.stopped()) return std::nullopt;
    return found;
}

}
