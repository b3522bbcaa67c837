// SPDX-License-Identifier: GPL-3.0-or-later
#include "oscillation.h"

#include "solver.h"

#include <algorithm>
#include <vector>

namespace rheobase {

namespace {

constexpr double spacing = 0.1, half = 150; // ms: of the rows, and each of two stretches that are compared

/// Keeps V at every row, and notes whether there was a spike.
class Watch : public Recorder {
public:
    void record(Mark mark, double, double, std::span<const double> state, std::span<const double>) override
    {
        if (mark == Mark::sample) m_V.push_back(state[0]);
        else m_fired |= mark == Mark::peak || mark == Mark::crossing;
    }
    bool hasFired() const { return m_fired; }
    std::span<const double> rows() const { return m_V; }

private:
    std::vector<double> m_V;
    bool m_fired = false;
};

double swingOf(std::span<const double> V)
{
    const auto [low, high] = std::ranges::minmax(V);
    return high - low;
}

/// 1000 over the mean time between upward crossings of the middle; empty of fewer than three.
std::optional<double> frequencyOf(std::span<const double> V)
{
    const auto [low, high] = std::ranges::minmax(V);
    const double middle = (low + high) / 2;
    std::vector<double> crossings;
    for (std::size_t i = 1; i < V.size(); ++i)
        if (V[i - 1] < middle && V[i] >= middle)
            crossings.push_back(spacing * (static_cast<double>(i) - (V[i] - middle) / (V[i] - V[i - 1])));
    if (crossings.size() < 3) return std::nullopt;
    return 1000 * static_cast<double>(crossings.size() - 1) / (crossings.back() - crossings.front());
}

}

std::optional<double> oscillationBelowLevel(const Experiment& experiment, std::span<const double> state, double I)
{
    const Model& model = *experiment.model;
    if (!model.hasSpikeLevel()) return std::nullopt;
    Experiment e = sameNeuron(experiment);
    e.stimulus = {{stimulusShape("constant"), {I}}};
    e.solver = SolverKind::quickDormandPrince;
    e.dt = spacing;
    Neuron neuron = start(e);
    std::ranges::copy(state, neuron.state.begin());
    neuron.spike.isArmed = state[0] < e.spikeLevel;
    const auto solver = makeSolver(e, neuron);
    Watch watch;
    const std::uint64_t rows = stepsTo(half, spacing);
    solver->advance(2 * rows, 1, watch);
    if (solver->divergence() || watch.hasFired() || watch.rows().size() < 2 * rows) return std::nullopt;
    const double before = swingOf(watch.rows().first(rows)), after = swingOf(watch.rows().last(rows));
    const Quantity& V = model.state[0];
    return after > 0.01 * (V.max - V.min) && after > before / 2 ? frequencyOf(watch.rows().last(rows)) : std::nullopt;
}

}
