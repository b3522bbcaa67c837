// SPDX-License-Identifier: GPL-3.0-or-later
#include "lane_run.h"

#include "methods.h"
#include "solver.h"
#include "tally.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace rheobase {

namespace {

/// Steps between two looks at what is settled. A prime, so that a neuron that repeats itself every few steps is not taken for one
/// that rests.
constexpr std::size_t stretch = 127;

/// Where rates may have an error, by so much of its table's range a state may still move in a stretch at rest, or from one spike to the
/// next where firing is periodic.
constexpr double restless = 5e-6, irregular = 1e-3;
/// Intervals in a row that equal the one before them, to a tenth of the error of rates, in a neuron that is periodic.
constexpr int enough = 3;

/// Neurons side by side. One that is settled makes room, and the others close up.
class LaneRun {
public:
    LaneRun(const Grid& grid, const LaneKernel& kernel, double step, std::span<const std::size_t> indices, std::span<SweepPoint> points)
        : m_grid(grid),
          m_model(grid.model()),
          m_kernel(kernel),
          m_times(step),
          m_steps(grid.stepsOf(step)),
          m_points(points),
          m_count(indices.size()),
          m_stride(wholePacks(indices.size(), kernel.width)),
          m_lanes(m_stride),
          m_state(m_model.state.size() * m_stride),
          m_parameters(m_model.parameters.size() * m_stride),
          m_input(m_stride),
          m_pace(m_stride, 1),
          m_lowest(m_stride),
          m_highest(m_stride),
          m_lastV(m_stride),
          m_lastSlope(m_stride),
          m_armed(m_stride),
          m_spedUp(m_stride),
          m_strayed(std::make_unique<bool[]>(m_stride))
    {
        Neuron neuron = start(grid.sweep().experiment);
        for (std::size_t k = 0; k < m_stride; ++k) {
            const std::size_t at = std::min(k, m_count - 1), index = indices[at];
            m_lanes[k] = {at, SweepTally(grid.sweep(), grid.sweep().experiment.stimulus)};
            if (grid.variesParameters()) {
                std::vector<double> parameters(neuron.parameters.size());
                grid.parametersAt(index, parameters);
                // Where it rests takes as long to find as a hundred steps, and neighbours may differ in their current alone.
                if (k == 0 || parameters != neuron.parameters) neuron = start(grid.experimentAt(index));
            }
            for (std::size_t i = 0; i < neuron.state.size(); ++i) m_state[i * m_stride + k] = neuron.state[i];
            for (std::size_t i = 0; i < neuron.parameters.size(); ++i) m_parameters[i * m_stride + k] = neuron.parameters[i];
            m_input[k] = grid.inputAt(index);
            m_lowest[k] = m_highest[k] = m_lastV[k] = neuron.state[0];
            m_armed[k] = neuron.spike.isArmed;
        }
    }

    void carry(const std::stop_token& stop)
    {
        m_stop = stop;
        for (m_step = 0; m_step < m_steps && m_count > 0; m_step += m_lengths.size()) {
            if (stop.stop_requested()) return;
            carryStretch(std::min(stretch, m_steps - m_step));
            const bool atEnd = m_step + m_lengths.size() == m_steps;
            for (std::size_t k = m_count; k-- > 0;)
                if (m_strayed[k] || atEnd || isAnswered(k)) finish(k);
        }
    }

private:
    struct Lane {
        std::size_t answer = 0; ///< in the answers
        std::optional<SweepTally> tally = {};
        bool fired = false;                          ///< in this stretch
        double spike = 0, interval = 0;              ///< the last ones, in ms
        std::array<double, mostStates> stateAt = {}; ///< at the last spike
        int regular = 0;                             ///< intervals in a row that equal the one before
        std::size_t stretchesLeft = 0;               ///< where whole periods were skipped
    };

    void carryStretch(std::size_t steps)
    {
        m_lengths.resize(steps);
        for (std::size_t i = 0; i < steps; ++i) m_lengths[i] = timeOf(m_step + i + 1) - timeOf(m_step + i);
        m_before = m_state;
        for (Lane& lane : m_lanes) lane.fired = false;
        m_kernel.carry({.stride = m_stride,
                        .lanes = wholePacks(m_count, m_kernel.width),
                        .state = m_state.data(),
                        .parameters = m_parameters.data(),
                        .input = m_input.data(),
                        .lengths = m_lengths.data(),
                        .pace = m_pace.data(),
                        .steps = steps,
                        .first = m_step == 0,
                        .last = m_step + steps == m_steps,
                        .spikeLevel = m_grid.sweep().experiment.spikeLevel,
                        .rearm = rearmLevel(m_grid.sweep().experiment),
                        .lastV = m_lastV.data(),
                        .lastSlope = m_lastSlope.data(),
                        .armed = m_armed.data(),
                        .spedUp = m_spedUp.data(),
                        .lowest = m_lowest.data(),
                        .highest = m_highest.data(),
                        .strayed = m_strayed.get(),
                        .crossed = [](void* self, std::size_t lane, std::size_t step, const double* before, const double* after,
                                      bool spedUp) { static_cast<LaneRun*>(self)->addEvent(lane, step, before, after, spedUp); },
                        .listener = this});
    }

    /// The last step is cut where the duration ends within it.
    double timeOf(std::size_t step) const { return std::min(m_times.at(static_cast<double>(step)), m_grid.sweep().experiment.duration); }

    /// As FixedStep::crossing and SolverOf::follow.
    void addEvent(std::size_t lane, std::size_t step, const double* before, const double* after, bool spedUp)
    {
        if (lane >= m_count || m_lanes[lane].stretchesLeft > 0) return;
        const double level = m_grid.sweep().experiment.spikeLevel, h = m_lengths[step];
        const double f0 = slope(lane, before), f1 = slope(lane, after);
        const double e0 = before[0] - level, e1 = after[0] - level, s0 = h * f0, s1 = h * f1;
        if (!spedUp && !speedsUp(before[0], f0, after[0], f1)) return;
        if (!std::isfinite(e1 + s0 + s1)) return;
        const double part = hermiteZero(e0, e1, s0, s1), t = timeOf(m_step + step) + h * part;
        m_lanes[lane].fired = true;
        m_lanes[lane].tally->addSpike(t);
        if (m_grid.sweep().rateError > 0) compareWithLast(m_lanes[lane], t, before, after, part);
    }
    /// Of a spike in a part of a step.
    void compareWithLast(Lane& lane, double t, const double* before, const double* after, double part) const
    {
        const double interval = t - lane.spike;
        bool isAlike = std::abs(interval - lane.interval) < 0.1 * m_grid.sweep().rateError * interval;
        for (std::size_t i = 0; i < m_model.state.size(); ++i) {
            const double x = before[i] + part * (after[i] - before[i]);
            isAlike &= std::abs(x - lane.stateAt[i]) < irregular * rangeOf(i);
            lane.stateAt[i] = x;
        }
        lane.regular = isAlike ? lane.regular + 1 : 0;
        lane.interval = interval;
        lane.spike = t;
    }
    double rangeOf(std::size_t state) const { return m_model.state[state].max - m_model.state[state].min; }
    double slope(std::size_t lane, const double* x) const
    {
        std::array<double, mostStates> rate;
        std::vector<double> p(m_model.parameters.size());
        for (std::size_t i = 0; i < p.size(); ++i) p[i] = m_parameters[i * m_stride + lane];
        m_model.derivative(x, p.data(), m_input[lane], rate.data());
        return rate[0];
    }

    /// At rest to the last bit: a step adds less than half of it to any state, and does so for ever. Or nearly so.
    bool isSettled(std::size_t k) const
    {
        if (m_lanes[k].fired) return false;
        const double tolerance = m_grid.sweep().rateError > 0 ? restless : 0;
        for (std::size_t i = 0; i < m_model.state.size(); ++i)
            if (!(std::abs(m_state[i * m_stride + k] - m_before[i * m_stride + k]) <= tolerance * rangeOf(i))) return false;
        return true;
    }

    /// True where a lane needs no more steps.
    bool isAnswered(std::size_t k)
    {
        Lane& lane = m_lanes[k];
        if (lane.stretchesLeft > 0) return --lane.stretchesLeft == 0;
        if (lane.regular >= enough && skipPeriods(k)) return false;
        return isSettled(k);
    }
    /// Of a periodic lane: notes the spikes to come and leaves out whole periods, so that what is left, in slightly shorter steps that end
    /// with a stretch, leads to the final state.
    bool skipPeriods(std::size_t k)
    {
        Lane& lane = m_lanes[k];
        const std::size_t now = m_step + m_lengths.size();
        const double left = std::fmod(timeOf(m_steps) - timeOf(now), lane.interval);
        std::size_t end = now + stretch, stretches = 1;
        for (; end <= m_steps && timeOf(end) - timeOf(now) < left; end += stretch) ++stretches;
        if (end > m_steps) return false;
        m_pace[k] = left / (timeOf(end) - timeOf(now));
        lane.stretchesLeft = stretches;
        for (double t = lane.spike + lane.interval; t < m_grid.sweep().experiment.duration && !m_stop.stop_requested(); t += lane.interval)
            lane.tally->addSpike(t);
        return true;
    }

    void finish(std::size_t k)
    {
        const Lane& lane = m_lanes[k];
        SweepPoint& point = m_points[lane.answer];
        point = lane.tally->point(m_strayed[k] || !(-m_lowest[k] <= mostOfState && m_highest[k] <= mostOfState));
        point.lowest = m_lowest[k];
        point.highest = m_highest[k];
        for (std::size_t i = 0; i < m_model.state.size(); ++i) point.finalState[i] = m_state[i * m_stride + k];
        moveLane(--m_count, k);
    }
    void moveLane(std::size_t from, std::size_t to)
    {
        m_lanes[to] = m_lanes[from];
        for (auto* values :
             {&m_state, &m_before, &m_parameters, &m_input, &m_pace, &m_lowest, &m_highest, &m_lastV, &m_lastSlope, &m_armed, &m_spedUp})
            for (std::size_t row = 0; row < values->size(); row += m_stride) (*values)[row + to] = (*values)[row + from];
        m_strayed[to] = m_strayed[from];
    }

    const Grid& m_grid;
    const Model& m_model;
    LaneKernel m_kernel;
    StepTimes m_times;
    std::size_t m_steps;
    std::span<SweepPoint> m_points;
    std::size_t m_count, m_stride, m_step = 0;
    std::vector<Lane> m_lanes;
    std::vector<double> m_state, m_before, m_parameters, m_input, m_pace, m_lowest, m_highest, m_lastV, m_lastSlope, m_armed, m_spedUp,
        m_lengths;
    std::unique_ptr<bool[]> m_strayed;
    std::stop_token m_stop;
};

}

LaneKernel kernelFor(const Grid& grid)
{
    const Sweep& sweep = grid.sweep();
    const bool isOwn = !sweep.staggered && sweep.rateError == 0;
    if (!grid.hasConstantInput() || (isOwn && sweep.experiment.solver != SolverKind::rungeKutta4)) return {};
    return instructionSet().find(grid.model().id, sweep.staggered ? LaneMethod::staggered : LaneMethod::rungeKutta4);
}

void answerSideBySide(const Grid& grid, const LaneKernel& kernel, double step, std::span<const std::size_t> indices,
                      std::span<SweepPoint> points, const std::stop_token& stop)
{
    LaneRun(grid, kernel, step, indices, points).carry(stop);
}

}
