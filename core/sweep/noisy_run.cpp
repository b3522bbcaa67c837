// SPDX-License-Identifier: GPL-3.0-or-later
#include "noisy_run.h"

#include "alone.h"
#include "lanes.h"
#include "linear.h"
#include "linear_neuron.h"
#include "solver.h"
#include "tally.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::size_t longest = 256; // steps between two looks at the stop token

/// Neurons of one linear state side by side. The kernel carries them over steps within which no refractory period both begins and
/// ends; the spikes of these steps are then followed here, in closed form, as by SolverOf and Exact.
class NoisyRun {
public:
    NoisyRun(const Grid& grid, std::span<const std::size_t> indices)
        : m_grid(grid),
          m_kernel(instructionSet().linear()),
          m_times(grid.sweep().experiment.dt),
          m_indices(indices),
          m_stepsPerMs(1 / grid.sweep().experiment.dt),
          m_stride(wholePacks(indices.size(), m_kernel.width)),
          m_neurons(m_stride),
          m_tallies(m_stride, SweepTally(grid.sweep(), grid.sweep().experiment.stimulus)),
          m_crossings(m_stride)
    {
        for (auto* row :
             {&m_V,        &m_decay,  &m_drift,   &m_gain, &m_threshold, &m_reset,  &m_base, &m_slope, &m_freeDecay, &m_freeDrift,
              &m_freeGain, &m_lowest, &m_highest, &m_time, &m_a,         &m_excess, &m_rate, &m_rise,  &m_left,      &m_reach})
            row->resize(m_stride);
        m_release.assign(m_stride, never);
        const LinearNeuronOf neuronOf = linearNeuronOf(grid.model().id);
        std::vector<double> parameters(grid.model().parameters.size());
        for (std::size_t k = 0; k < m_stride; ++k) {
            const std::size_t index = indices[std::min(k, indices.size() - 1)];
            grid.parametersAt(index, parameters);
            begin(k, neuronOf(parameters.data()), grid.inputAt(index));
        }
        m_decay = m_freeDecay;
        m_drift = m_freeDrift;
        m_gain = m_freeGain;
        m_highest = m_lowest = m_V;
    }

    void carry(std::span<SweepPoint> points, const std::stop_token& stop)
    {
        m_stop = stop;
        const std::size_t all = m_grid.stepsOf(m_grid.sweep().experiment.dt);
        for (m_step = 0; m_step < all; m_step += m_noise.size()) {
            if (stop.stop_requested()) return;
            carryStretch(m_step == 0 ? 1 : std::min(m_stretch, all - m_step));
        }
        for (std::size_t k = 0; k < points.size(); ++k) points[k] = answer(k, stop);
    }

private:
    struct Lane {
        LinearNeuron neuron;
        double k = 0;         ///< dV/dt at V = 0 without noise
        double threshold = 0; ///< that of the neuron, which is lowered, as V tells it
        bool hasFired = false;
        double heldUntil = -never;
        FiringLimit firing = {};
        bool isEndless = false;
    };

    void begin(std::size_t k, const LinearNeuron& n, double input)
    {
        const double h = m_grid.sweep().experiment.dt, reach = h * linear::phi1(n.a * h);
        Lane& lane = m_neurons[k];
        lane.neuron = n;
        lane.k = n.b + n.c * input;
        m_V[k] = m_grid.sweep().experiment.initial[0].value_or(n.start);
        lane.threshold = n.threshold;
        m_threshold[k] = lane.neuron.threshold -= thresholdLoweredBy(m_grid.sweep().experiment.noise, h, n.c, n.threshold - n.reset);
        m_reset[k] = n.reset;
        m_freeDecay[k] = 1 + n.a * reach;
        m_freeDrift[k] = lane.k * reach;
        m_freeGain[k] = n.c * reach;
        const double stretch = std::clamp(std::floor(n.refractory / h * (1 + 1e-12)), 1.0, static_cast<double>(longest));
        if (n.threshold < never) m_stretch = std::min(m_stretch, static_cast<std::size_t>(stretch));
    }

    void carryStretch(std::size_t steps)
    {
        const Experiment& e = m_grid.sweep().experiment;
        m_noise.resize(steps);
        m_edges.resize(steps + 1);
        for (std::size_t i = 0; i <= steps; ++i) m_edges[i] = timeOf(m_step + i);
        for (std::size_t i = 0; i < steps; ++i) m_noise[i] = m_lastNoise = noiseAt(e.noise, e.dt, e.seed, m_step + i, m_lastNoise);
        std::size_t count = m_step == 0 ? holdWhatFiresAtOnce() : 0;
        m_kernel.carry({.lanes = m_stride,
                        .V = m_V.data(),
                        .decay = m_decay.data(),
                        .drift = m_drift.data(),
                        .gain = m_gain.data(),
                        .release = m_release.data(),
                        .threshold = m_threshold.data(),
                        .reset = m_reset.data(),
                        .base = m_base.data(),
                        .slope = m_slope.data(),
                        .freeDecay = m_freeDecay.data(),
                        .freeDrift = m_freeDrift.data(),
                        .freeGain = m_freeGain.data(),
                        .noise = m_noise.data(),
                        .first = static_cast<double>(m_step),
                        .steps = steps,
                        .lowest = m_lowest.data(),
                        .highest = m_highest.data(),
                        .crossings = m_crossings.data(),
                        .crossingCount = &count});
        follow({m_crossings.data(), count});
    }

    /// Lanes that begin above the threshold, even if the first step leads below it; how many there are.
    std::size_t holdWhatFiresAtOnce()
    {
        std::size_t count = 0;
        for (std::size_t k = 0; k < m_stride; ++k) {
            const LinearNeuron& n = m_neurons[k].neuron;
            const double slope = m_neurons[k].k;
            if (!(m_V[k] >= n.threshold)) continue;
            if (linear::timeToThreshold(m_V[k] - n.threshold, n.a, n.a * m_V[k] + slope + n.c * m_noise[0]) > 0) continue;
            m_crossings[count++] = {k, 0, m_V[k]};
            m_V[k] = n.reset;
            m_decay[k] = 1;
            m_drift[k] = m_gain[k] = 0;
        }
        return count;
    }

    double timeOf(std::size_t step) const { return m_times.at(static_cast<double>(step)); }

    /// Notes the spikes of some crossings and finds when their lanes are free again; side by side, as nearly all do the same.
    void follow(std::span<const Crossing> crossings)
    {
        for (std::size_t i = 0; i < crossings.size(); ++i) {
            const auto& [k, step, before] = crossings[i];
            const Lane& lane = m_neurons[k];
            const LinearNeuron& n = lane.neuron;
            const double begin = m_edges[step], V = lane.heldUntil > begin ? n.reset : before;
            m_time[i] = std::max(begin, lane.heldUntil);
            m_a[i] = n.a;
            m_excess[i] = V - n.threshold;
            m_rate[i] = n.a * V + (lane.k + n.c * m_noise[step]);
        }
        const std::size_t count = wholePacks(crossings.size(), m_kernel.width);
        m_kernel.rise(count, m_excess.data(), m_a.data(), m_rate.data(), m_rise.data());
        for (std::size_t i = 0; i < crossings.size(); ++i) {
            const auto& [k, step, before] = crossings[i];
            m_left[i] = spikeAt(k, m_time[i] + m_rise[i], step);
        }
        m_kernel.reach(count, m_a.data(), m_left.data(), m_reach.data());
        for (std::size_t i = 0; i < crossings.size(); ++i) {
            const std::size_t k = crossings[i].lane;
            const LinearNeuron& n = m_neurons[k].neuron;
            m_base[k] = n.reset + (n.a * n.reset + m_neurons[k].k) * m_reach[i];
            m_slope[k] = n.c * m_reach[i];
        }
    }
    /// Notes a spike in a step; what is left, in ms, of the step in which the lane is free again.
    double spikeAt(std::size_t k, double t, std::size_t step)
    {
        Lane& lane = m_neurons[k];
        const double end = m_edges[step + 1];
        t = std::min(t, end); // by rounding
        addSpike(k, t);
        if (lane.heldUntil < end && !isHeldAfter(k, step, end)) return 0;
        return releaseFrom(k, m_step + step + 1);
    }
    /// Follows what a lane does that is free again within a step. False where it then is free, and where it fires without end.
    bool isHeldAfter(std::size_t k, std::size_t step, double end)
    {
        Lane& lane = m_neurons[k];
        const LinearNeuron& n = lane.neuron;
        const double rate = n.a * n.reset + (lane.k + n.c * m_noise[step]),
                     rise = linear::timeToThreshold(n.reset - n.threshold, n.a, rate);
        while (!lane.isEndless && !m_stop.stop_requested()) {
            const double ahead = end - lane.heldUntil, after = n.reset + rate * ahead * linear::phi1(n.a * ahead);
            if (after < n.threshold) {
                free(k, after);
                return false;
            }
            const double t = std::min(lane.heldUntil + rise, end);
            addSpike(k, t);
            if (lane.heldUntil >= end) return true;
        }
        return false;
    }
    void addSpike(std::size_t k, double t)
    {
        Lane& lane = m_neurons[k];
        m_tallies[k].addSpike(t);
        lane.hasFired = true;
        lane.isEndless |= lane.firing.isPassedBy(t);
        lane.heldUntil = t + lane.neuron.refractory;
    }
    /// Has a lane released when it is held no more, in this step or a later one; what is left of that step, in ms.
    double releaseFrom(std::size_t k, std::size_t earliest)
    {
        const double t = m_neurons[k].heldUntil;
        std::size_t step = std::max(earliest, static_cast<std::size_t>(std::min(t * m_stepsPerMs, 1e15)));
        if (step > earliest && timeOf(step) > t) --step;
        while (timeOf(step + 1) <= t) ++step;
        m_release[k] = static_cast<double>(step);
        return timeOf(step + 1) - t;
    }
    void free(std::size_t k, double V)
    {
        m_V[k] = V;
        m_decay[k] = m_freeDecay[k];
        m_drift[k] = m_freeDrift[k];
        m_gain[k] = m_freeGain[k];
    }

    SweepPoint answer(std::size_t k, const std::stop_token& stop) const
    {
        const Lane& lane = m_neurons[k];
        const bool isFinite = std::max({std::abs(m_V[k]), std::abs(m_lowest[k]), std::abs(m_highest[k])}) <= mostOfState;
        if (lane.isEndless || !isFinite) return answerAlone(m_grid, m_indices[k], stop); // which tells when it diverged
        SweepPoint point = m_tallies[k].point();
        point.lowest = m_lowest[k];
        point.highest = lane.hasFired ? std::max(m_highest[k], lane.threshold) : m_highest[k];
        point.finalState[0] = m_V[k];
        return point;
    }

    const Grid& m_grid;
    LinearKernel m_kernel;
    StepTimes m_times;
    std::span<const std::size_t> m_indices;
    double m_stepsPerMs;
    std::size_t m_stride, m_step = 0, m_stretch = longest;
    std::vector<Lane> m_neurons;
    std::vector<SweepTally> m_tallies;
    std::vector<Crossing> m_crossings;
    std::vector<double> m_V, m_decay, m_drift, m_gain, m_release, m_threshold, m_reset, m_base, m_slope, m_freeDecay, m_freeDrift,
        m_freeGain;
    std::vector<double> m_lowest, m_highest, m_noise, m_edges;                  // … edges of steps, in ms
    std::vector<double> m_time, m_a, m_excess, m_rate, m_rise, m_left, m_reach; // of crossings
    double m_lastNoise = 0;
    std::stop_token m_stop;
};

void answer(const Grid& grid, std::span<const std::size_t> indices, std::span<SweepPoint> points, const std::stop_token& stop)
{
    NoisyRun(grid, indices).carry(points, stop);
}

}

ClosedForm noisyRunOf(const Grid& grid)
{
    const Experiment& e = grid.sweep().experiment;
    const bool isLinear = grid.model().linear && e.solver == SolverKind::exact;
    const bool isWhole = StepTimes(e.dt).at(static_cast<double>(grid.stepsOf(e.dt))) <= e.duration * (1 + 1e-12); // no step is cut
    return isLinear && isWhole && grid.hasConstantStimulus() && !grid.hasConstantInput() ? &answer : nullptr;
}

}
