// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dormand_prince.h"
#include "published.h"
#include "solver.h"

namespace rheobase {

/// All of a run that does not depend on the method: the grid of steps, edges of the input, noise, the refractory period,
/// spikes and resets, divergence, recording.
template<class M, class Method> class SolverOf final : public Solver {
public:
    SolverOf(const Experiment& experiment, const Neuron& neuron)
        : m_experiment(experiment),
          m_step(neuron.step),
          m_time(neuron.time),
          m_origin(0),
          m_stepAtOrigin(0),
          m_heldUntil(neuron.heldUntil),
          m_noise(neuron.noise)
    {
        std::ranges::copy(neuron.state, m_x.begin());
        apply(experiment);
        m_spike = neuron.spike;
        if (timeOf(m_step) == m_time) return; // else its steps were not all of this Δt
        m_origin = m_time;
        m_stepAtOrigin = m_step;
    }

    void apply(const Experiment& experiment) override
    {
        if (experiment.dt != m_experiment.dt && m_step != m_stepAtOrigin) {
            m_origin = m_time;
            m_stepAtOrigin = m_step;
        }
        if (experiment.noise.kind != m_experiment.noise.kind) m_noise = 0;
        if (experiment.stimulus != m_experiment.stimulus) m_spike.hasSpedUp = false;
        if (experiment.mode != m_experiment.mode) m_spike = {m_x[0] < experiment.spikeLevel, false};
        m_experiment = experiment;
        m_times = StepTimes(experiment.dt);
        m_flow.parameters = m_flow.inRates = parametersFrom<M>(effectiveParameters(experiment).data());
        if constexpr (requires { Method::looksBeyond; }) m_flow.inRates = withoutThreshold<M>(m_flow.parameters);
        m_flow.spikeLevel = experiment.spikeLevel;
        m_flow.lowered = loweredBy(experiment);
        const bool isClamped = rheobase::isClamped(experiment);
        m_flow.drive = isClamped ? drivenBy(experiment.clamp) : Drive(experiment.stimulus);
        m_flow.electrode = isClamped ? electrodeOf(experiment.clamp.seriesResistance) : 0;
        m_flow.drive.seek(m_time);
        passEdgeAt(m_time);
        followCommand(m_time);
        m_rearm = rearmLevel(experiment);
        m_flow.extra = isClamped ? 0 : m_injected;
        m_method.restart();
    }

    void inject(double current) override
    {
        if (!isClamped(m_experiment)) m_flow.extra += current - m_injected;
        m_injected = current;
        m_spike.hasSpedUp = false;
        m_method.restart();
    }

    void advance(std::uint64_t count, std::uint64_t every, Recorder& recorder, const std::stop_token& stop) override
    {
        m_flow.stop = stop;
        for (; count > 0 && !m_divergence && !stop.stop_requested(); --count) {
            if (!step(recorder)) return;
            if (m_step % every == 0) recordNow(Mark::sample, recorder);
        }
    }

    void endAt(double time) override { m_end = time; }

    void recordNow(Mark mark, Recorder& recorder) override { record(mark, m_time, recorder); }

    Neuron neuron() const override
    {
        return {m_experiment.model, m_experiment.parameters, {m_x.begin(), m_x.end()}, m_time, m_step, m_heldUntil, m_noise, m_spike};
    }

    const std::optional<Divergence>& divergence() const override { return m_divergence; }

private:
    using X = typename Flow<M>::X;
    static constexpr bool isScript = requires { Method::script; };

    static double loweredBy(const Experiment& e)
    {
        if constexpr (Jumping<M>) {
            const auto p = parametersFrom<M>(e.parameters.data());
            const auto x = stateFrom<M>(X{}.data());
            const auto slope = [&](double I) { return toArray<double>(rateOfChange<M, double>(x, p, I))[0]; };
            return thresholdLoweredBy(e.noise, e.dt, slope(1) - slope(0), -M::fires(M::reset(x, p), p));
        }
        return 0;
    }

    double timeOf(std::uint64_t step) const { return m_origin + m_times.at(static_cast<double>(step - m_stepAtOrigin)); }

    /// False where it diverged or was stopped, and where the run is at its end.
    bool step(Recorder& recorder)
    {
        double end = timeOf(m_step + 1);
        if (end > m_end) [[unlikely]] {
            if (m_time >= m_end) return false;
            end = m_end;
        }
        drawNoise();
        const X before = m_x;
        if (!(isScript ? followScript(end, recorder) : follow(end, recorder))) {
            if (!strayed().empty()) m_x = before; // where it got stuck there may be no number
            return false;
        }
        if (const Sentence reason = strayed(); !reason.empty()) {
            m_x = before;
            return diverge(m_time, reason, remedy());
        }
        ++m_step;
        m_time = end;
        passEdgeAt(end);
        return true;
    }

    /// Goes to `end` from edge to edge and spike to spike; false where it diverged or was stopped.
    bool follow(double end, Recorder& recorder)
    {
        if constexpr (!isScript)
            for (double t = m_time; t < end;) {
                const double held = m_heldUntil;
                if ((m_flow.held = t < held || commandsV()) != m_wasHeld) m_method.restart();
                m_wasHeld = m_flow.held;
                double until = std::min(end, m_flow.drive.nextEdge());
                if (t < held) until = std::min(until, held);
                if (m_flow.electrode > 0) until = std::min(until, t + shortOf(t, end));
                m_flow.horizon = m_experiment.noise.kind == Noise::Kind::none ? m_flow.drive.nextEdge() : end;
                if (t < held) m_flow.horizon = std::min(m_flow.horizon, held);
                const bool spiked = pass(t, until, recorder);
                if (m_method.isStuck() && m_flow.isStopped()) return false;
                if (m_method.isStuck()) return diverge(t, {"the adaptive step fell below 10⁻⁵ ms", {}}, remedy());
                if (spiked && m_firing.isPassedBy(t)) return firesWithoutEnd(t);
                if (t >= m_flow.drive.nextEdge()) {
                    m_flow.drive.seek(t);
                    passEdge();
                    followCommand(t);
                    if (m_flow.isStopped()) return false; // there may be many in a step
                }
            }
        return true;
    }

    /// Goes over a whole step as a published script does. That of 2003 counts its steps from 1, books and resets what the step before led
    /// beyond the peak, and then steps; that of 2004 counts from 0, steps, and then books and resets.
    bool followScript(double end, Recorder& recorder)
    {
        if constexpr (isScript) {
            constexpr bool isEarly = Method::script == SolverKind::published2003;
            const double t = isEarly ? end : m_time;
            const ScriptStep<M> step(m_flow, m_flow.drive.within(t, 1e-9 * m_experiment.dt) + m_flow.extra);
            bool spikes = isEarly && m_flow.excess(m_x) >= 0;
            if (spikes) jump(t, recorder);
            m_x = isEarly ? step.of2003(m_x, end - m_time) : step.of2004(m_x, end - m_time);
            if (!isEarly && (spikes = m_flow.excess(m_x) > 0)) jump(t, recorder);
            while (m_flow.drive.nextEdge() < end) m_flow.drive.seek(m_flow.drive.nextEdge());
            if (spikes && m_firing.isPassedBy(t)) return firesWithoutEnd(t);
        }
        return true;
    }

    /// An edge that misses the grid by rounding alone belongs to the grid.
    void passEdgeAt(double t)
    {
        if (m_flow.drive.nextEdge() > t + 1e-9 * m_experiment.dt) return;
        m_flow.drive.seek(m_flow.drive.nextEdge());
        passEdge();
        followCommand(t);
    }
    void passEdge()
    {
        m_spike.hasSpedUp = false;
        m_method.restart();
    }

    /// V is what is commanded; with a series resistance it follows.
    bool commandsV() const { return isClamped(m_experiment) && m_flow.electrode == 0; }

    /// Takes V from t on to where it is commanded, at once; its charge flows within one Δt.
    void followCommand(double t)
    {
        if (!commandsV()) return;
        const double V = m_flow.drive.constant();
        if (V == m_x[0]) return;
        m_jump = V - m_x[0];
        m_jumpEnd = t + m_experiment.dt * (1 - 1e-6);
        m_x[0] = V;
    }

    /// Its conductance; 0 of one so good that V takes less than 0.1 µs to follow.
    double electrodeOf(double seriesResistance) const
    {
        constexpr double atOnce = 1e-4; // ms
        return seriesResistance > atOnce * chargedBy(m_x).slope[0] ? 1 / seriesResistance : 0;
    }

    /// How far a step goes from t so that V follows the command through the series resistance smoothly, in ms; a thousandth of what is left,
    /// at least.
    double shortOf(double t, double end) const
    {
        const double tau = 1 / (chargedBy(m_x).slope[0] * m_flow.electrode);
        return isAdaptive(m_experiment.solver) ? end - t : std::max(tau / 4, (end - t) / 1000);
    }

    /// dV/dt without current, and its slope by the current, 1/C.
    Dual<1> chargedBy(const X& x) const
    {
        using D = Dual<1>;
        std::array<D, stateCount<M>> states;
        std::array<D, parameterCount<M>> constants;
        std::ranges::copy(x, states.begin());
        std::ranges::copy(toArray<double>(m_flow.parameters), constants.begin());
        return toArray<D>(rateOfChange<M, D>(stateFrom<M>(states.data()), parametersFrom<M>(constants.data()), D::variable(0, 0)))[0];
    }

    /// The current that is recorded at t: what is injected, or what the clamp takes.
    double recordedCurrent(double t) const
    {
        if (!isClamped(m_experiment)) return m_flow.current(t);
        if (m_flow.electrode > 0 && m_experiment.clamp.isCapacitive) return m_flow.current(t, m_x[0]);
        const Dual<1> rate = chargedBy(m_x);
        const double ionic = -rate.value / rate.slope[0];
        const bool isJumping = m_experiment.clamp.isCapacitive && t < m_jumpEnd;
        return isJumping ? ionic + m_jump / (rate.slope[0] * m_experiment.dt) : ionic;
    }

    /// Goes from t towards `until`, as far as a spike with a reset if there is one (then true).
    bool pass(double& t, double until, Recorder& recorder)
    {
        until = m_method.reach(m_flow, m_x, t, until);
        if (m_method.isStuck()) return false;
        const X after = m_method.to(m_flow, m_x, t, until);
        const auto spike =
            m_flow.held || !Spiking<M> || isClamped(m_experiment) ? std::nullopt : m_method.crossing(m_flow, m_x, after, t, until);
        if constexpr (Spiking<M> && !Jumping<M>)
            if (!isClamped(m_experiment)) watch(t, after, spike, recorder);
        if (!spike || !Jumping<M>) {
            m_x = after;
            t = until;
            return false;
        }
        if (*spike > t) m_x = m_method.to(m_flow, m_x, t, *spike);
        t = *spike;
        if (!std::ranges::all_of(m_x, [](double x) { return std::isfinite(x); })) {
            t = until; // it diverges here
            return false;
        }
        jump(t, recorder);
        m_method.restart();
        return true;
    }

    /// Books the spike and resets the state.
    void jump(double t, Recorder& recorder)
    {
        if constexpr (Jumping<M>) {
            if (m_flow.lowered > 0 || !detail::isLinear<M>()) m_x[0] -= m_flow.excess(m_x) - m_flow.lowered; // it is at its threshold
            record(Mark::peak, t, recorder);
            m_x = toArray<double>(M::reset(stateFrom<M>(m_x.data()), m_flow.parameters));
            if constexpr (requires { m_flow.parameters.t_ref; })
                if (m_flow.parameters.t_ref > 0) m_heldUntil = t + m_flow.parameters.t_ref;
            record(Mark::reset, t, recorder);
        }
    }

    /// Takes the smooth neuron's state from t into what begins and ends spikes; `crossing` is when V rose through the level.
    void watch(double t, const X& after, std::optional<double> crossing, Recorder& recorder)
    {
        if (m_spike.isArmed && !m_spike.hasSpedUp && after[0] > m_x[0])
            m_spike.hasSpedUp = speedsUp(m_x[0], m_flow.drivenRate(m_x, t), after[0], m_flow.drivenRate(after, t));
        if (crossing && m_spike.isArmed) {
            if (m_spike.hasSpedUp) record(Mark::crossing, *crossing, recorder);
            m_spike = {false, false};
        }
        m_spike.isArmed |= after[0] < m_rearm;
    }

    /// What tells that the numbers are no longer those of the model; empty where all is well. An unstable method can keep
    /// V finite for ever, but its gates do not stay between 0 and 1.
    Sentence strayed() const
    {
        for (std::size_t i = 0; i < m_x.size(); ++i) {
            const Domain& range = M::state[i].domain;
            const bool isFree = range == anyReal;
            if (isFree ? std::abs(m_x[i]) <= mostOfState : m_x[i] >= range.least - leeway && m_x[i] <= range.most + leeway) continue;
            const std::string symbol(M::state[i].symbol);
            if (isFree) return {"%1 grew beyond all bounds", {symbol}};
            return {"%1 left its range %2…%3", {symbol, shortest(range.least), shortest(range.most)}};
        }
        return {};
    }

    void drawNoise()
    {
        const Experiment& e = m_experiment;
        if (e.noise.kind == Noise::Kind::none || isClamped(e)) return;
        m_noise = noiseAt(e.noise, e.dt, e.seed, m_step, m_noise);
        m_flow.extra = m_noise + m_injected;
        m_method.restart();
    }

    void record(Mark mark, double t, Recorder& recorder) const
    {
        const auto terms = toArray<double>(M::evaluate(stateFrom<M>(m_x.data()), m_flow.parameters));
        recorder.record(mark, t, recordedCurrent(t), m_x, terms);
    }

    bool firesWithoutEnd(double t)
    {
        return diverge(t, {"it fires without end: more than 10,000 times in a millisecond", {}},
                       {"Lower the current, or set a refractory period.", {}});
    }

    /// False, for a step that ends here.
    bool diverge(double t, Sentence reason, Sentence what)
    {
        m_divergence = Divergence{t, std::move(reason), std::move(what)};
        return false;
    }

    Sentence remedy() const
    {
        if (m_experiment.solver == SolverKind::exact || isAdaptive(m_experiment.solver))
            return {"Bring the parameters back towards their defaults, then restart.", {}};
        if (m_experiment.solver == SolverKind::exponentialEuler) return {"Use a smaller step size, then restart.", {}};
        return {"Use a smaller step size or the exponential Euler solver, then restart.", {}};
    }

    Experiment m_experiment;
    Flow<M> m_flow;
    Method m_method;
    X m_x;
    std::uint64_t m_step;
    double m_time, m_origin, m_end = std::numeric_limits<double>::infinity();
    std::uint64_t m_stepAtOrigin;
    StepTimes m_times;
    double m_heldUntil, m_noise, m_injected = 0;
    double m_jump = 0, m_jumpEnd = -std::numeric_limits<double>::infinity(); // of V, as commanded
    SpikePhase m_spike;
    double m_rearm = 0;
    bool m_wasHeld = false;
    FiringLimit m_firing;
    std::optional<Divergence> m_divergence;
};

template<class M> std::unique_ptr<Solver> makeSolverOf(const Experiment& experiment, const Neuron& neuron)
{
    const auto fixed = [&]<class Step>(Step) -> std::unique_ptr<Solver> {
        return std::make_unique<SolverOf<M, FixedStep<M, Step>>>(experiment, neuron);
    };
    switch (experiment.solver) {
    case SolverKind::exact:
        if constexpr (detail::isLinear<M>()) return std::make_unique<SolverOf<M, Exact<M>>>(experiment, neuron);
        else return nullptr;
    case SolverKind::forwardEuler: return fixed(ForwardEuler{});
    case SolverKind::heun: return fixed(Heun{});
    case SolverKind::rungeKutta4: return fixed(RungeKutta4{});
    case SolverKind::exponentialEuler: return fixed(ExponentialEuler{});
    case SolverKind::dormandPrince: return std::make_unique<SolverOf<M, DormandPrince<M, 1'000'000'000>>>(experiment, neuron);
    case SolverKind::quickDormandPrince: return std::make_unique<SolverOf<M, DormandPrince<M, 300'000>>>(experiment, neuron);
    case SolverKind::published2003:
        if constexpr (isPublished<M>) return std::make_unique<SolverOf<M, Published<M, SolverKind::published2003>>>(experiment, neuron);
        else return nullptr;
    case SolverKind::published2004:
        if constexpr (isPublished<M>) return std::make_unique<SolverOf<M, Published<M, SolverKind::published2004>>>(experiment, neuron);
        else return nullptr;
    }
    return nullptr;
}

}
