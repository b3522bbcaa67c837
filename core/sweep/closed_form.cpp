// SPDX-License-Identifier: GPL-3.0-or-later
#include "closed_form.h"

#include "alone.h"
#include "lanes.h"
#include "linear_neuron.h"
#include "solver.h"

#include <algorithm>

namespace rheobase {

namespace {

/// Neurons at a time, few enough for their rows to stay in the first-level cache; whole packs of every kernel.
constexpr std::size_t batch = 64;
using Row = std::array<double, batch>;

/// Linear neurons under constant currents: from its first spike on each is periodic.
class Courses {
public:
    explicit Courses(const Grid& grid)
        : m_grid(grid),
          m_varies(grid.variesParameters()),
          m_neuronOf(linearNeuronOf(grid.model().id)),
          m_kernel(instructionSet().course()),
          m_parameters(grid.model().parameters.size())
    {
        setNeuron(0);
        for (std::size_t k = 0; k < batch; ++k) setLane(k);
    }

    void answer(std::span<const std::size_t> indices, std::span<SweepPoint> points)
    {
        for (std::size_t k = 0; k < indices.size(); ++k) {
            if (m_varies) {
                setNeuron(indices[k]);
                setLane(k);
            }
            m_k[k] = m_neuron.b + m_neuron.c * m_grid.inputAt(indices[k]);
        }
        const Sweep& sweep = m_grid.sweep();
        const double dt = sweep.experiment.dt;
        m_kernel.follow({.lanes = wholePacks(indices.size(), m_kernel.width),
                         .a = m_a.data(),
                         .k = m_k.data(),
                         .start = m_start.data(),
                         .threshold = m_threshold.data(),
                         .reset = m_reset.data(),
                         .refractory = m_refractory.data(),
                         .end = sweep.experiment.duration,
                         .lastSpike = sweep.experiment.duration + 1e-9 * dt,
                         .partStart = sweep.settle * sweep.experiment.duration,
                         .spikes = m_spikes.data(),
                         .latency = m_latency.data(),
                         .interval = m_interval.data(),
                         .rate = m_rate.data(),
                         .variation = m_variation.data(),
                         .lowest = m_lowest.data(),
                         .highest = m_highest.data(),
                         .last = m_last.data()});
        for (std::size_t k = 0; k < points.size(); ++k) put(k, points[k]);
    }
    /// A lane that a run gives up.
    bool hasDiverged(std::size_t k) const
    {
        const bool isEndless = m_spikes[k] > FiringLimit::most && FiringLimit::isPassedAt(m_interval[k] * (1 - 1e-9));
        return isEndless
               || !(std::abs(m_lowest[k]) <= mostOfState && std::abs(m_highest[k]) <= mostOfState && std::abs(m_last[k]) <= mostOfState);
    }

private:
    void setNeuron(std::size_t index)
    {
        m_grid.parametersAt(index, m_parameters);
        m_neuron = m_neuronOf(m_parameters.data());
        m_neuron.start = m_grid.sweep().experiment.initial[0].value_or(m_neuron.start);
    }
    void setLane(std::size_t k)
    {
        m_a[k] = m_neuron.a;
        m_start[k] = m_neuron.start;
        m_threshold[k] = m_neuron.threshold;
        m_reset[k] = m_neuron.reset;
        m_refractory[k] = m_neuron.refractory;
    }
    void put(std::size_t k, SweepPoint& point) const
    {
        point.spikes = static_cast<std::size_t>(m_spikes[k]);
        point.latency = m_latency[k];
        point.rate = m_rate[k];
        point.firstInterval = point.lastInterval = m_interval[k];
        point.variation = m_variation[k];
        point.lowest = m_lowest[k];
        point.highest = m_highest[k];
        point.finalState[0] = m_last[k];
    }

    const Grid& m_grid;
    bool m_varies;
    LinearNeuronOf m_neuronOf;
    CourseKernel m_kernel;
    std::vector<double> m_parameters;
    LinearNeuron m_neuron;
    Row m_a, m_k{}, m_start, m_threshold, m_reset, m_refractory;
    Row m_spikes, m_latency, m_interval, m_rate, m_variation, m_lowest, m_highest, m_last;
};

void answer(const Grid& grid, std::span<const std::size_t> indices, std::span<SweepPoint> points, const std::stop_token& stop)
{
    Courses courses(grid);
    for (std::size_t i = 0; i < indices.size() && !stop.stop_requested(); i += batch) {
        const std::size_t count = std::min(batch, indices.size() - i);
        courses.answer(indices.subspan(i, count), points.subspan(i, count));
        for (std::size_t k = 0; k < count; ++k)
            if (courses.hasDiverged(k)) points[i + k] = answerAlone(grid, indices[i + k], stop); // which tells when it gave up
    }
}

}

ClosedForm closedFormOf(const Grid& grid)
{
    const bool isClosed = grid.model().linear && grid.sweep().experiment.solver == SolverKind::exact && grid.hasConstantInput();
    return isClosed ? &answer : nullptr;
}

}
