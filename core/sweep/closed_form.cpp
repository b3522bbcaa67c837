// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep/closed_form.h"

#include "methods.h"
#include "models/all.h"
#include "solver.h"
#include "sweep/alone.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// One linear neuron under a constant current. From its first spike on it is periodic.
template<class M> class Course {
public:
    Course(const Grid& grid, std::size_t index) : m_input(grid.inputAt(index))
    {
        std::array<double, parameterCount<M>> p;
        grid.parametersAt(index, p);
        m_parameters = parametersFrom<M>(p.data());
        detail::start<M>(p.data(), &m_start);
        m_start = grid.sweep().experiment.initial[0].value_or(m_start);
        detail::jacobian<M>(&m_start, p.data(), m_input, &m_a);
        if constexpr (Jumping<M>) findSpikes();
    }

    /// True of spikes so dense that a run gives up.
    bool isEndless(double dt) const { return m_first < never && m_period * 1e4 < 2 * dt; }

    void answer(SweepPoint& point, const Sweep& sweep, double end) const
    {
        const double part = sweep.settle * sweep.duration;
        point.spikes = spikesBy(sweep.duration + 1e-9 * sweep.experiment.dt);
        const std::size_t before =
            m_first < part ? std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil((part - m_first) / m_period))) : 0;
        const std::size_t inPart = point.spikes - std::min(point.spikes, before);
        if (point.spikes > 0) point.latency = m_first;
        if (point.spikes > 1) point.firstInterval = point.lastInterval = m_period;
        if (inPart == 0) point.rate = 0;
        else if (point.spikes > 1) point.rate = 1000 / m_period;
        if (std::min(inPart, point.spikes - 1) >= 3 && point.spikes > 0) point.variation = 0;
        finish(point, end);
    }

private:
    double slope(double V) const { return toArray<double>(rateOfChange<M, double>(stateFrom<M>(&V), m_parameters, m_input))[0]; }
    double relaxed(double V, double time) const { return V + slope(V) * time * linear::phi1(m_a * time); }

    void findSpikes()
    {
        const auto rise = [this](double V) { return linear::timeToThreshold(M::fires(stateFrom<M>(&V), m_parameters), m_a, slope(V)); };
        m_first = rise(m_start);
        if (m_first == never) return;
        m_reset = toArray<double>(M::reset(stateFrom<M>(&m_start), m_parameters))[0];
        if constexpr (requires { m_parameters.t_ref; }) m_held = m_parameters.t_ref;
        m_period = m_held + rise(m_reset);
    }
    std::size_t spikesBy(double t) const
    {
        if (!(m_first <= t)) return 0;
        return 1 + (m_period < never ? static_cast<std::size_t>((t - m_first) / m_period) : 0);
    }
    /// Extremes and final state; between start, spikes, resets and end V goes one way.
    void finish(SweepPoint& point, double end) const
    {
        double last;
        const std::size_t spikes = spikesBy(end);
        if (spikes == 0) last = relaxed(m_start, end);
        else {
            const double since = end - m_first - (spikes > 1 ? static_cast<double>(spikes - 1) * m_period : 0);
            last = relaxed(m_reset, std::max(0.0, since - m_held));
        }
        point.lowest = std::min(m_start, last);
        point.highest = std::max(m_start, last);
        if constexpr (Jumping<M>)
            if (spikes > 0) {
                point.lowest = std::min(point.lowest, m_reset);
                point.highest = std::max(point.highest, m_start - M::fires(stateFrom<M>(&m_start), m_parameters));
            }
        point.finalState[0] = last;
    }

    typename M::template Parameters<double> m_parameters;
    double m_input, m_start, m_a, m_first = never, m_period = never, m_reset = 0, m_held = 0;
};

template<class M> [[gnu::flatten]] void answer(const Grid& grid, std::span<const std::size_t> indices, std::span<SweepPoint> points,
                                               const std::stop_token& stop)
{
    const Sweep& sweep = grid.sweep();
    const double dt = sweep.experiment.dt, end = StepTimes(dt).at(static_cast<double>(grid.steps()));
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const Course<M> course(grid, indices[i]);
        if (course.isEndless(dt)) points[i] = answerAlone(grid, indices[i], stop); // which tells when it gave up
        else course.answer(points[i], sweep, end);
    }
}

template<class... M> ClosedForm find(std::string_view id, ModelList<M...>)
{
    ClosedForm found = nullptr;
    const auto look = [&]<class Candidate>(Candidate*) {
        if constexpr (detail::isLinear<Candidate>())
            if (Candidate::id == id) found = &answer<Candidate>;
    };
    (look(static_cast<M*>(nullptr)), ...);
    return found;
}

}

ClosedForm closedFormOf(const Grid& grid)
{
    if (grid.sweep().experiment.solver != SolverKind::exact || !grid.hasConstantInput()) return nullptr;
    return find(grid.model().id, Models());
}

}
