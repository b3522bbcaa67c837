// SPDX-License-Identifier: GPL-3.0-or-later
#include "lane_run.h"

#include "hermite.h"
#include "lane_currents.h"
#include "lane_rows.h"
#include "periodicity.h"
#include "solver.h"
#include "step_alone.h"
#include "tally.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

/// Steps between two looks at what is settled. A prime, so that a neuron that repeats itself every few steps is not taken for one
/// that rests.
constexpr std::size_t stretch = 127, longStretch = 4093; // … where what is left out is but rest to the last bit

/// Where rates may have an error, by so much of its table's range a state may still move in a stretch at rest.
constexpr double restless = 5e-6;
/// There, too, by so much of its range V may bend upwards in a step; an upstroke that runs away is taken by shorter ones.
constexpr double bend = 2e-3;

/// Neurons side by side. One that is settled makes room, and the others close up.
class LaneRun {
public:
    LaneRun(const Grid& grid, const LaneKernel& kernel, double step, std::span<const std::size_t> indices, std::span<SweepPoint> points)
        : m_grid(grid),
          m_model(grid.model()),
          m_kernel(kernel),
          m_stepTimes(step),
          m_steps(grid.stepsOf(step)),
          m_stretch(grid.hasConstantInput() && grid.sweep().rateError == 0 ? longStretch : stretch),
          m_points(points),
          m_count(indices.size()),
          m_stride(wholePacks(indices.size(), kernel.width)),
          m_currents(grid, indices, m_stride),
          m_lanes(m_stride),
          m_rows(m_model.state.size(), m_model.parameters.size(), m_stride)
    {
        m_stimuli.reserve(m_stride);
        Neuron neuron = start(grid.experimentAt(indices[0]));
        for (std::size_t k = 0; k < m_stride; ++k) {
            const std::size_t at = std::min(k, m_count - 1);
            begin(k, at, indices[at], neuron);
        }
    }

    void carry(const std::stop_token& stop)
    {
        m_stop = stop;
        for (m_step = 0; m_step < m_steps && m_count > 0; m_step += m_lengths.size()) {
            if (stop.stop_requested()) return;
            carryStretch();
            const bool atEnd = m_step + m_lengths.size() == m_steps;
            for (std::size_t k = m_count; k-- > 0;)
                if (m_rows.strayed[k] || atEnd || isAnswered(k)) finish(k);
        }
    }

private:
    struct Lane {
        std::size_t answer = 0, index = 0; ///< in the answers and in the grid
        std::optional<SweepTally> tally = {};
        FiringLimit firing = {};
        bool isEndless = false; ///< its firing
        bool fired = false;     ///< in this stretch
        bool isAlone = false;   ///< its step is taken apart from the others
        Periodicity periodicity = {};
        std::size_t stretchesLeft = 0; ///< where whole periods were skipped
    };

    /// `neuron` is that of the lane before.
    void begin(std::size_t k, std::size_t answer, std::size_t index, Neuron& neuron)
    {
        const Experiment& e = m_grid.sweep().experiment;
        if (m_grid.variesParameters()) {
            std::vector<double> parameters(neuron.parameters.size());
            m_grid.parametersAt(index, parameters);
            // Where it rests takes as long to find as a hundred steps, and neighbours may differ in their current alone.
            if (k == 0 || parameters != neuron.parameters) neuron = start(m_grid.experimentAt(index));
        }
        if (!m_grid.hasConstantStimulus()) m_stimuli.push_back(m_grid.experimentAt(index).stimulus);
        const bool isLike = k > 0 && m_stimuli.empty();
        m_lanes[k] = {answer, index,
                      isLike ? *m_lanes[0].tally : SweepTally(m_grid.sweep(), m_stimuli.empty() ? e.stimulus : m_stimuli.back())};
        for (std::size_t i = 0; i < neuron.state.size(); ++i) m_rows.state[i * m_stride + k] = neuron.state[i];
        for (std::size_t i = 0; i < neuron.parameters.size(); ++i) m_rows.parameters[i * m_stride + k] = neuron.parameters[i];
        m_rows.lowest[k] = m_rows.highest[k] = m_rows.lastV[k] = neuron.state[0];
        m_rows.armed[k] = neuron.spike.isArmed;
        if (!m_model.jumps || e.noise.kind != Noise::Kind::white) return;
        const std::vector<double> origin(m_model.state.size());
        std::array<double, mostStates> with, without;
        m_model.derivative(origin.data(), neuron.parameters.data(), 1, with.data());
        m_model.derivative(origin.data(), neuron.parameters.data(), 0, without.data());
        m_rows.lowered[k] = thresholdLoweredBy(e.noise, e.dt, with[0] - without[0], m_kernel.room(neuron.parameters.data()));
    }

    /// As many steps as no edge divides, or one in which lanes with an edge go alone.
    void carryStretch()
    {
        const std::size_t most = std::min(m_stretch, m_steps - m_step);
        m_times.resize(most + 1);
        for (std::size_t i = 0; i <= most; ++i) m_times[i] = timeOf(m_step + i);
        for (std::size_t k = 0; k < m_stride; ++k)
            if (m_currents.passEdgeAt(k, m_times[0])) forgetSlope(k);
        const std::size_t whole = m_step == 0 && anyFiresAtOnce() ? 0 : m_currents.stepsWithoutEdge(m_times, m_count);
        m_times.resize(std::max<std::size_t>(whole, 1) + 1);
        m_lengths.resize(m_times.size() - 1);
        for (std::size_t i = 0; i < m_lengths.size(); ++i) m_lengths[i] = m_times[i + 1] - m_times[i];
        m_currents.prepare(m_times, m_step, m_count);
        m_rows.before = m_rows.state;
        for (Lane& lane : m_lanes) lane.fired = lane.isAlone = false;
        std::vector<StepAlone> apart;
        for (std::size_t k = 0; k < m_count && whole == 0; ++k)
            if (m_currents.hasEdgeBefore(k, m_times[1]) || (m_step == 0 && firesAtOnce(k))) apart.push_back(takeApart(k));
        carryLanes();
        for (const StepAlone& one : apart) putBack(one);
    }
    void carryLanes()
    {
        const Experiment& e = m_grid.sweep().experiment;
        Lanes steps{};
        m_rows.tell(steps);
        m_currents.tell(steps);
        steps.lanes = wholePacks(m_count, m_kernel.width);
        steps.times = m_times.data();
        steps.lengths = m_lengths.data();
        steps.steps = m_lengths.size();
        steps.firstStep = static_cast<double>(m_step);
        steps.first = m_step == 0;
        steps.last = m_step + m_lengths.size() == m_steps;
        steps.spikeLevel = e.spikeLevel;
        steps.rearm = rearmLevel(e);
        steps.mostBend = m_grid.sweep().rateError > 0 ? bend * rangeOf(0) : 0;
        steps.keepsExtremes = m_grid.sweep().extremes;
        steps.isPlain = steps.driveStep == 0 && steps.noiseStep == 0 && steps.mostBend == 0; // nor are periods skipped then
        steps.listener = listener();
        m_kernel.carry(steps);
    }
    LaneListener listener()
    {
        static constexpr auto self = [](void* run) { return static_cast<LaneRun*>(run); };
        return {this,
                [](void* run, std::size_t lane, std::size_t step, const double* before, const double* after, bool spedUp) {
                    self(run)->addEvent(lane, step, before, after, spedUp);
                },
                [](void* run, std::size_t lane, double t, const double* state) { return self(run)->addJump(lane, t, state); },
                [](void* run, double t) { return self(run)->releaseOf(t); },
                [](void* run, std::size_t lane, std::size_t step, double* state, double& lowest, double& highest, double& heldUntil) {
                    self(run)->doAlone(lane, step, state, lowest, highest, heldUntil);
                }};
    }

    StepAlone takeApart(std::size_t k)
    {
        finishSlope(k);
        StepAlone one{k, neuronAt(k, 0, m_rows.state.data() + k, m_stride), m_rows.lowest[k], m_rows.highest[k]};
        advance(one);
        m_lanes[k].isAlone = true;
        m_currents.seek(k, m_times[1]);
        return one;
    }
    void putBack(const StepAlone& one)
    {
        const std::size_t k = one.lane;
        for (std::size_t i = 0; i < m_model.state.size(); ++i) m_rows.state[i * m_stride + k] = one.neuron.state[i];
        m_rows.armed[k] = one.neuron.spike.isArmed;
        m_rows.spedUp[k] = one.neuron.spike.hasSpedUp;
        m_rows.lastV[k] = one.neuron.state[0];
        m_rows.heldUntil[k] = one.neuron.heldUntil;
        m_rows.release[k] = m_rows.heldUntil[k] > m_times[1] ? releaseOf(m_rows.heldUntil[k]) : -1;
        m_rows.lowest[k] = one.lowest;
        m_rows.highest[k] = one.highest;
        m_rows.strayed[k] = one.hasDiverged || m_lanes[k].isEndless;
        m_lanes[k].isAlone = false;
    }
    /// A lane at the beginning of one of the steps.
    Neuron neuronAt(std::size_t k, std::size_t step, const double* state, std::size_t stride) const
    {
        Neuron neuron;
        neuron.model = &m_model;
        neuron.time = m_times[step];
        neuron.step = m_step + step;
        neuron.heldUntil = m_rows.heldUntil[k];
        const auto parameters = parametersOf(k);
        neuron.parameters.assign(parameters.begin(), parameters.end());
        for (std::size_t i = 0; i < m_model.state.size(); ++i) neuron.state.push_back(state[i * stride]);
        neuron.noise = m_currents.noiseBefore(step);
        neuron.spike = {m_rows.armed[k] > 0, m_rows.armed[k] > 0 && m_rows.spedUp[k] > 0};
        return neuron;
    }
    void advance(StepAlone& one)
    {
        Experiment e = m_grid.experimentAt(m_lanes[one.lane].index);
        e.dt = m_stepTimes.at(1);
        if (m_grid.sweep().rateError > 0) e.solver = SolverKind::rungeKutta4;
        const auto spiked = [this, &one](double t, const double* state) {
            if (state) addJump(one.lane, t, state);
            else addSpike(one.lane, t);
        };
        take(one, e, spiked, m_stop);
    }
    /// The step of a lane that jumps, or is released, under a current that varies.
    void doAlone(std::size_t k, std::size_t step, double* state, double& lowest, double& highest, double& heldUntil)
    {
        if (m_lanes[k].isAlone || k >= m_count) return;
        StepAlone one{k, neuronAt(k, step, state, 1), lowest, highest};
        one.neuron.heldUntil = heldUntil;
        advance(one);
        for (std::size_t i = 0; i < m_model.state.size(); ++i)
            state[i] = one.hasDiverged || m_lanes[k].isEndless ? std::numeric_limits<double>::quiet_NaN() : one.neuron.state[i];
        lowest = one.lowest;
        highest = one.highest;
        heldUntil = one.neuron.heldUntil;
    }

    /// The last step is cut where the duration ends within it.
    double timeOf(std::size_t step) const
    {
        return std::min(m_stepTimes.at(static_cast<double>(step)), m_grid.sweep().experiment.duration);
    }
    double releaseOf(double t) const
    {
        if (!(t < timeOf(m_steps))) return static_cast<double>(m_steps);
        auto step = static_cast<std::size_t>(t / m_stepTimes.at(1));
        if (step > 0 && timeOf(step) > t) --step;
        while (timeOf(step + 1) <= t) ++step;
        return static_cast<double>(step);
    }
    bool anyFiresAtOnce() const
    {
        bool found = false;
        for (std::size_t k = 0; k < m_count; ++k) found |= firesAtOnce(k);
        return found;
    }
    bool firesAtOnce(std::size_t k) const
    {
        if (!m_model.jumps) return false;
        std::array<double, mostStates> x;
        for (std::size_t i = 0; i < m_model.state.size(); ++i) x[i] = m_rows.state[i * m_stride + k];
        return m_model.excess(x.data(), parametersOf(k).data()) + m_rows.lowered[k] >= 0;
    }

    /// As SolverOf::passEdge.
    void forgetSlope(std::size_t k)
    {
        m_rows.spedUp[k] = 0;
        m_rows.lastV[k] = m_rows.state[k];
    }
    /// What the kernel would find at the beginning of the next step.
    void finishSlope(std::size_t k)
    {
        if (!m_model.hasSpikeLevel()) return;
        const Neuron neuron = neuronAt(k, 0, m_rows.state.data() + k, m_stride);
        if (speedsUp(m_rows.lastV[k], m_rows.lastSlope[k], neuron.state[0], slope(k, neuron.state.data(), m_currents.lastAt(k))))
            m_rows.spedUp[k] = 1;
    }

    /// As FixedStep::crossing and SolverOf::follow.
    void addEvent(std::size_t lane, std::size_t step, const double* before, const double* after, bool spedUp)
    {
        if (lane >= m_count || m_lanes[lane].stretchesLeft > 0 || m_lanes[lane].isAlone) return;
        const double level = m_grid.sweep().experiment.spikeLevel, h = m_lengths[step], t0 = m_times[step];
        const double drive = m_currents.at(lane, t0), end = m_currents.at(lane, m_times[step + 1]), noise = m_currents.noiseIn(step);
        const double e0 = before[0] - level, e1 = after[0] - level;
        const double s0 = h * slope(lane, before, drive + noise), s1 = h * slope(lane, after, end + noise);
        if (!spedUp && !speedsUp(before[0], slope(lane, before, drive), after[0], slope(lane, after, drive))) return;
        if (!std::isfinite(e1 + s0 + s1)) return;
        const double part = partToZero(e0, e1, s0, s1);
        addSpike(lane, t0 + h * part);
        if (m_grid.sweep().rateError > 0) {
            std::array<double, mostStates> state;
            for (std::size_t i = 0; i < m_model.state.size(); ++i) state[i] = before[i] + part * (after[i] - before[i]);
            m_lanes[lane].periodicity.add(t0 + h * part, state.data(), m_model, m_grid.sweep().rateError);
        }
    }
    /// False where it fires without end.
    bool addJump(std::size_t k, double t, const double* state)
    {
        Lane& lane = m_lanes[k];
        if (k >= m_count || lane.stretchesLeft > 0 || lane.isAlone) return true;
        addSpike(k, t);
        if (m_grid.sweep().rateError > 0) lane.periodicity.add(t, state, m_model, m_grid.sweep().rateError);
        lane.isEndless |= lane.firing.isPassedBy(t);
        return !lane.isEndless;
    }
    void addSpike(std::size_t k, double t)
    {
        m_lanes[k].fired = true;
        m_lanes[k].tally->addSpike(t);
    }
    double rangeOf(std::size_t state) const { return m_model.state[state].max - m_model.state[state].min; }
    std::span<const double> parametersOf(std::size_t k) const
    {
        m_values.resize(m_model.parameters.size());
        for (std::size_t i = 0; i < m_values.size(); ++i) m_values[i] = m_rows.parameters[i * m_stride + k];
        return m_values;
    }
    double slope(std::size_t lane, const double* x, double I) const
    {
        std::array<double, mostStates> rate;
        m_model.derivative(x, parametersOf(lane).data(), I, rate.data());
        return rate[0];
    }

    /// At rest to the last bit: a step adds less than half of it to any state, and does so for ever. Or nearly so.
    bool isSettled(std::size_t k) const
    {
        const bool isWhole = m_lengths.size() == m_stretch, isHeld = m_rows.heldUntil[k] > timeOf(m_step + m_lengths.size());
        if (!isWhole || isHeld || m_lanes[k].fired) return false;
        const double tolerance = m_grid.sweep().rateError > 0 ? restless : 0;
        for (std::size_t i = 0; i < m_model.state.size(); ++i)
            if (!(std::abs(m_rows.state[i * m_stride + k] - m_rows.before[i * m_stride + k]) <= tolerance * rangeOf(i))) return false;
        return true;
    }

    /// True where a lane needs no more steps.
    bool isAnswered(std::size_t k)
    {
        Lane& lane = m_lanes[k];
        if (lane.stretchesLeft > 0) return --lane.stretchesLeft == 0;
        if (const double period = lane.periodicity.period(); period > 0 && skipPeriods(k, period)) return false;
        return !m_currents.changes(k, m_grid.sweep().experiment.duration) && isSettled(k);
    }
    /// Of a periodic lane: notes the spikes to come and leaves out whole periods, so that what is left, in slightly shorter steps that end
    /// with a stretch, leads to the final state.
    bool skipPeriods(std::size_t k, double period)
    {
        Lane& lane = m_lanes[k];
        const std::size_t now = m_step + m_lengths.size();
        const double left = std::fmod(timeOf(m_steps) - timeOf(now), period);
        std::size_t end = now + stretch, stretches = 1;
        for (; end <= m_steps && timeOf(end) - timeOf(now) < left; end += stretch) ++stretches;
        if (end > m_steps) return false;
        m_rows.pace[k] = left / (timeOf(end) - timeOf(now));
        lane.stretchesLeft = stretches;
        if (m_rows.heldUntil[k] > timeOf(now)) {
            m_rows.heldUntil[k] = timeOf(now) + (m_rows.heldUntil[k] - timeOf(now)) / m_rows.pace[k];
            m_rows.release[k] = releaseOf(m_rows.heldUntil[k]);
        }
        for (double t = lane.periodicity.lastSpike() + period; t < m_grid.sweep().experiment.duration && !m_stop.stop_requested();
             t += period)
            lane.tally->addSpike(t);
        return true;
    }

    void finish(std::size_t k)
    {
        const Lane& lane = m_lanes[k];
        SweepPoint& point = m_points[lane.answer];
        point = lane.tally->point(m_rows.strayed[k] || !(-m_rows.lowest[k] <= mostOfState && m_rows.highest[k] <= mostOfState));
        point.lowest = m_rows.lowest[k];
        point.highest = m_rows.highest[k];
        for (std::size_t i = 0; i < m_model.state.size(); ++i) point.finalState[i] = m_rows.state[i * m_stride + k];
        moveLane(--m_count, k);
    }
    void moveLane(std::size_t from, std::size_t to)
    {
        m_lanes[to] = m_lanes[from];
        m_rows.move(from, to);
        m_currents.move(from, to);
    }

    const Grid& m_grid;
    const Model& m_model;
    LaneKernel m_kernel;
    StepTimes m_stepTimes;
    std::size_t m_steps, m_stretch;
    std::span<SweepPoint> m_points;
    std::size_t m_count, m_stride, m_step = 0;
    LaneCurrents m_currents;
    std::vector<Stimulus> m_stimuli;
    std::vector<Lane> m_lanes;
    LaneRows m_rows;
    std::vector<double> m_times, m_lengths; // of the steps at hand, in ms
    mutable std::vector<double> m_values;   // the parameters of one lane
    std::stop_token m_stop;
};

}

void answerSideBySide(const Grid& grid, const LaneKernel& kernel, double step, std::span<const std::size_t> indices,
                      std::span<SweepPoint> points, const std::stop_token& stop)
{
    LaneRun(grid, kernel, step, indices, points).carry(stop);
}

}
