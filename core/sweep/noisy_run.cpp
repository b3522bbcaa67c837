// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep/noisy_run.h"

#include "methods.h"
#include "solver.h"
#include "sweep/alone.h"
#include "sweep/lanes.h"
#include "sweep/tally.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::size_t stretch = 256; // steps between two looks at the stop token

/// Neurons of one linear state side by side. The kernel carries them over whole steps in which nothing happens; spikes, resets
/// and ends of refractory periods are followed here, in closed form, as by SolverOf and Exact.
template<class M> class NoisyRun {
public:
    NoisyRun(const Grid& grid, std::span<const std::size_t> indices)
        : m_grid(grid),
          m_kernel(instructionSet().linear()),
          m_times(grid.sweep().experiment.dt),
          m_indices(indices),
          m_stride((indices.size() + m_kernel.width - 1) / m_kernel.width * m_kernel.width),
          m_neurons(m_stride)
    {
        for (auto* row : {&m_V, &m_decay, &m_drift, &m_gain, &m_level, &m_lowest, &m_highest}) row->resize(m_stride);
        m_quietUntil.assign(m_stride, -never); // the first step is looked into
        for (std::size_t k = 0; k < m_stride; ++k) begin(k, indices[std::min(k, indices.size() - 1)]);
    }

    void carry(std::span<SweepPoint> points, const std::stop_token& stop)
    {
        const std::size_t all = m_grid.stepsOf(m_grid.sweep().experiment.dt);
        for (m_step = 0; m_step < all; m_step += m_end.size()) {
            if (stop.stop_requested()) return;
            carryStretch(std::min(stretch, all - m_step));
        }
        for (std::size_t k = 0; k < points.size(); ++k) points[k] = answer(k, stop);
    }

private:
    struct LinearNeuron {
        typename M::template Parameters<double> parameters;
        std::optional<SpikeTally> tally;
        double input, a, b, c; // dV/dt = aV + b + cI
        double decay, drift, gain, threshold = never;
        double heldUntil = -never;
        bool isEndless = false;
    };

    void begin(std::size_t k, std::size_t index)
    {
        std::array<double, parameterCount<M>> p;
        m_grid.parametersAt(index, p);
        LinearNeuron& n = m_neurons[k];
        n.parameters = parametersFrom<M>(p.data());
        n.tally.emplace(m_grid.sweep());
        n.input = m_grid.inputAt(index);
        double& V = m_V[k];
        detail::start<M>(p.data(), &V);
        V = m_grid.sweep().experiment.initial[0].value_or(V);
        findCoefficients(n, p.data());
        m_lowest[k] = m_highest[k] = V;
        constexpr double near = 1e-6; // mV and relative: more than rounding can miss
        m_level[k] = n.threshold < never ? n.threshold - near * (1 + std::abs(n.threshold)) : never;
        release(k);
    }
    void findCoefficients(LinearNeuron& n, const double* p) const
    {
        constexpr double zero = 0;
        const auto slope = [&](double I) { return toArray<double>(rateOfChange<M, double>(stateFrom<M>(&zero), n.parameters, I))[0]; };
        detail::jacobian<M>(&zero, p, 0, &n.a);
        n.b = slope(0);
        n.c = slope(1) - n.b;
        const double h = m_grid.sweep().experiment.dt, reach = h * linear::phi1(n.a * h);
        n.decay = 1 + n.a * reach;
        n.drift = (n.b + n.c * n.input) * reach;
        n.gain = n.c * reach;
        if constexpr (Jumping<M>) n.threshold = -M::fires(stateFrom<M>(&zero), n.parameters);
    }

    void release(std::size_t k)
    {
        const LinearNeuron& n = m_neurons[k];
        m_quietUntil[k] = never;
        m_decay[k] = n.decay;
        m_drift[k] = n.drift;
        m_gain[k] = n.gain;
    }
    void hold(std::size_t k)
    {
        m_quietUntil[k] = m_neurons[k].heldUntil;
        m_decay[k] = 1;
        m_drift[k] = m_gain[k] = 0;
    }

    void carryStretch(std::size_t steps)
    {
        const Experiment& e = m_grid.sweep().experiment;
        m_noise.resize(steps);
        m_end.resize(steps);
        for (std::size_t i = 0; i < steps; ++i) {
            m_noise[i] = m_lastNoise = noiseAt(e.noise, e.dt, e.seed, m_step + i, m_lastNoise);
            m_end[i] = m_times.at(static_cast<double>(m_step + i + 1));
        }
        m_kernel.carry({.lanes = m_stride,
                        .V = m_V.data(),
                        .decay = m_decay.data(),
                        .drift = m_drift.data(),
                        .gain = m_gain.data(),
                        .level = m_level.data(),
                        .quietUntil = m_quietUntil.data(),
                        .noise = m_noise.data(),
                        .end = m_end.data(),
                        .steps = steps,
                        .lowest = m_lowest.data(),
                        .highest = m_highest.data(),
                        .look = [](void* self, std::size_t lane, std::size_t step,
                                   double before) { static_cast<NoisyRun*>(self)->look(lane, step, before); },
                        .listener = this});
    }

    /// One step from V, with all that happens in it.
    [[gnu::flatten]] void look(std::size_t k, std::size_t step, double V)
    {
        LinearNeuron& n = m_neurons[k];
        const double end = m_end[step], input = n.input + m_noise[step];
        const double begin = step > 0 ? m_end[step - 1] : m_times.at(static_cast<double>(m_step));
        double t = begin;
        for (int spikes = 0; t < end && !n.isEndless; n.isEndless = spikes > mostSpikes) {
            if (t < n.heldUntil) {
                t = std::min(end, n.heldUntil);
                continue;
            }
            const bool isUntouched = t == begin && spikes == 0 && m_gain[k] != 0; // as the kernel took it
            const double rate = n.a * V + (n.b + n.c * input), ahead = end - t;
            const double after = isUntouched ? m_V[k] : V + rate * ahead * linear::phi1(n.a * ahead);
            const bool isFar = std::max(V, after) < m_level[k];
            const double spike = isFar ? never : t + linear::timeToThreshold(V - n.threshold, n.a, rate);
            V = spike > end ? after : spikeAt(k, spike, std::max(V, n.threshold));
            t = std::min(spike, end);
            ++spikes;
        }
        m_V[k] = V;
        if (n.heldUntil > end) hold(k);
        else release(k);
    }

    /// Notes a spike; V after it.
    double spikeAt(std::size_t k, double t, double V)
    {
        LinearNeuron& n = m_neurons[k];
        n.tally->addSpike(t);
        m_highest[k] = std::max(m_highest[k], V);
        if constexpr (Jumping<M>) V = toArray<double>(M::reset(stateFrom<M>(&V), n.parameters))[0];
        if constexpr (requires { n.parameters.t_ref; })
            if (n.parameters.t_ref > 0) n.heldUntil = t + n.parameters.t_ref;
        m_lowest[k] = std::min(m_lowest[k], V);
        return V;
    }

    SweepPoint answer(std::size_t k, const std::stop_token& stop) const
    {
        const LinearNeuron& n = m_neurons[k];
        if (n.isEndless || !std::isfinite(m_V[k])) return answerAlone(m_grid, m_indices[k], stop); // which tells when it diverged
        SweepPoint point = n.tally->point();
        point.lowest = m_lowest[k];
        point.highest = m_highest[k];
        point.finalState[0] = m_V[k];
        return point;
    }

    static constexpr int mostSpikes = 10'000;

    const Grid& m_grid;
    LinearKernel m_kernel;
    StepTimes m_times;
    std::span<const std::size_t> m_indices;
    std::size_t m_stride, m_step = 0;
    std::vector<LinearNeuron> m_neurons;
    std::vector<double> m_V, m_decay, m_drift, m_gain, m_level, m_quietUntil, m_lowest, m_highest, m_noise, m_end;
    double m_lastNoise = 0;
};

template<class M>
void answer(const Grid& grid, std::span<const std::size_t> indices, std::span<SweepPoint> points, const std::stop_token& stop)
{
    NoisyRun<M>(grid, indices).carry(points, stop);
}

}

ClosedForm noisyRunOf(const Grid& grid)
{
    if (grid.sweep().experiment.solver != SolverKind::exact || grid.hasConstantInput() || !grid.hasConstantStimulus()) return nullptr;
    return ofLinearModel(grid.model().id, Models(), []<class M>(M*) -> ClosedForm { return &answer<M>; });
}

}
