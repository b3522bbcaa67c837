// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hermite.h"
#include "lane_methods.h"
#include "lanes.h"

#include <bit>
#include <cmath>
#include <limits>

/// Jumps within a step, lane by lane: the same operations as SolverOf's in the same order.
namespace rheobase {

/// How far past its threshold, which may be lowered, a neuron is, in mV.
template<class M, class R> R excessOf(const StateArray<M, R>& x, const typename M::template Parameters<R>& parameters, const R& lowered)
{
    return M::fires(fromArray<typename M::template State<R>>(x), parameters) + lowered;
}

/// One neuron through one step under a constant current; S is a Single, and with it the code that of one instruction set.
template<class M, class S, template<class, class> class Method> struct JumpingStep {
    using X = StateArray<M, S>;
    static constexpr int mostJumps = 1000;
    const Lanes& lanes;
    std::size_t lane;
    typename M::template Parameters<S> parameters;
    S I, lowered, pace;
    X x;
    double lowest, highest, heldUntil;
    int jumps = 0;

    X stepOf(double length, bool held) const
    {
        Hold<M, S> hold;
        if constexpr (Holding<M>) hold.held = S(held ? 1.0 : 0.0) > S(0.0);
        return Method<M, S>{{parameters}}.step(x, length, pace, {I, I, I}, hold);
    }
    double excess(const X& at) const { return excessOf<M, S>(at, parameters, lowered).at(0); }
    double slope(const X& at) const { return Method<M, S>{{parameters}}.slope(at, I).at(0); }
    void note()
    {
        lowest = x[0].at(0) < lowest ? x[0].at(0) : lowest;
        highest = x[0].at(0) > highest ? x[0].at(0) : highest;
    }
    /// FixedStep::crossing, as a time; infinity without.
    double crossing(const X& after, double t, double until) const
    {
        constexpr double never = std::numeric_limits<double>::infinity();
        const double e0 = excess(x), e1 = excess(after), h = pace.at(0) * (until - t);
        if (e0 >= 0) return t;
        if (!(e1 >= 0)) return never;
        const double s0 = h * slope(x), s1 = h * slope(after);
        return std::isfinite(e1 + s0 + s1) ? t + (until - t) * hermiteZero(e0, e1, s0, s1) : never;
    }
    /// False where it fires without end.
    bool jump(double t)
    {
        if (lowered.at(0) > 0) x[0] = x[0] - (excessOf<M, S>(x, parameters, lowered) - lowered);
        note();
        x = toArray<S>(M::reset(fromArray<typename M::template State<S>>(x), parameters));
        note();
        if constexpr (Holding<M>)
            if (parameters.t_ref.at(0) > 0) heldUntil = t + parameters.t_ref.at(0) / pace.at(0);
        double state[stateCount<M>];
        for (std::size_t i = 0; i < stateCount<M>; ++i) state[i] = x[i].at(0);
        return ++jumps < mostJumps && lanes.listener.jumped(lanes.listener.self, lane, t, state);
    }
    /// False of what is not a step of these numbers.
    bool pass(double t, double end)
    {
        while (t < end) {
            const bool held = t < heldUntil;
            const double until = held && heldUntil < end ? heldUntil : end;
            const X after = stepOf(until - t, held);
            const double spike = held ? std::numeric_limits<double>::infinity() : crossing(after, t, until);
            if (!(spike <= until)) {
                x = after;
                t = until;
                continue;
            }
            if (spike > t) x = stepOf(spike - t, false);
            t = spike;
            if (!jump(t)) return false;
        }
        return heldUntil > end || excess(x) < 0;
    }
};

/// The lanes of a pack of neurons that jump, in registers.
template<class M, class R, template<class, class> class Method> struct JumpingPack {
    using Mask = decltype(R() < R());
    using X = StateArray<M, R>;
    R lowered, release;
    JumpingPack(const Lanes& lanes, std::size_t lane)
        : lowered(R::load(lanes.lowered + lane)), release(Holding<M> ? R::load(lanes.release + lane) : R(0.0))
    {}

    Hold<M, R> hold(double step) const
    {
        if constexpr (Holding<M>) return {R(step) < release};
        else return {};
    }
    /// The lanes that do not simply go through this step.
    Mask leave(const X& after, const typename M::template Parameters<R>& parameters, double step) const
    {
        const auto crossed = excessOf<M, R>(after, parameters, lowered) >= R(0.0);
        if constexpr (Holding<M>) return (crossed & (R(step) >= release)) | (R(step) == release);
        else return crossed;
    }
    void store(const Lanes& lanes, std::size_t lane) const
    {
        if constexpr (Holding<M>) release.store(lanes.release + lane);
    }
};

/// What becomes of lanes in a step that they do not simply go through.
template<class M, class R> struct Left {
    StateArray<M, R> before, after;
    R lowest, highest, release;
    unsigned lanes; ///< bit k tells of lane k
};

/// Takes these lanes through a step one by one. A lane that fires without end becomes no number, so that it strays.
template<class M, class R, template<class, class> class Method>
[[gnu::noinline, gnu::flatten]] void passAlone(const Lanes& lanes, std::size_t lane, std::size_t step, Left<M, R>& left)
{
    using S = typename R::Single;
    for (unsigned rest = left.lanes; rest != 0; rest &= rest - 1) {
        const auto k = static_cast<unsigned>(std::countr_zero(rest));
        const std::size_t at = lane + k;
        double x[stateCount<M>], lowest = left.lowest.at(k), highest = left.highest.at(k), heldUntil = lanes.heldUntil[at];
        for (std::size_t i = 0; i < stateCount<M>; ++i) x[i] = left.before[i].at(k);
        if (lanes.isConstantInSteps()) {
            std::array<S, parameterCount<M>> values;
            eachOf<parameterCount<M>>([&](auto i) { values[i] = S(lanes.parameters[i * lanes.stride + at]); });
            const double I = lanes.drive[step * lanes.driveStep + at] + lanes.noise[step * lanes.noiseStep + at * lanes.noiseLane];
            JumpingStep<M, S, Method> single{lanes,
                                             at,
                                             fromArray<typename M::template Parameters<S>>(values),
                                             S(I),
                                             S(lanes.lowered[at]),
                                             S(lanes.pace[at]),
                                             {},
                                             lowest,
                                             highest,
                                             heldUntil};
            eachOf<stateCount<M>>([&](auto i) { single.x[i] = S(x[i]); });
            const bool isWell = single.pass(lanes.times[step], lanes.times[step + 1]);
            eachOf<stateCount<M>>([&](auto i) { x[i] = isWell ? single.x[i].at(0) : std::numeric_limits<double>::quiet_NaN(); });
            lowest = single.lowest;
            highest = single.highest;
            heldUntil = single.heldUntil;
        } else lanes.listener.doAlone(lanes.listener.self, at, step, x, lowest, highest, heldUntil);
        eachOf<stateCount<M>>([&](auto i) { left.after[i].set(k, x[i]); });
        left.lowest.set(k, lowest);
        left.highest.set(k, highest);
        if constexpr (Holding<M>) {
            lanes.heldUntil[at] = heldUntil;
            const bool isHeld = heldUntil > lanes.times[step + 1];
            left.release.set(k, isHeld ? lanes.listener.releaseOf(lanes.listener.self, heldUntil) : -1.0);
        }
    }
}

}
