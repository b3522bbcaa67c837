// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hermite.h"
#include "lane_methods.h"
#include "lanes.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

/// Jumps within a step, lane by lane: the same operations as SolverOf's in the same order.
namespace rheobase {

/// How far past its threshold a neuron is, in mV; past the lowered one.
template<class M, class R> R excessOf(const StateArray<M, R>& x, const typename M::template Parameters<R>& parameters)
{
    return M::fires(fromArray<typename M::template State<R>>(x), parameters);
}
template<class M, class R> R excessOf(const StateArray<M, R>& x, const typename M::template Parameters<R>& parameters, const R& lowered)
{
    return excessOf<M, R>(x, parameters) + lowered;
}

/// What is left of `fires` where it is V less one parameter: their places, so that a comparison of the two does for the difference.
struct Difference {
    int of = -1, less = -1;
    friend Difference operator-(const Difference& a, const Difference& b) { return {a.of, b.of}; }
};
/// The parameter that is a threshold; as many as there are where none is.
template<class M> constexpr std::size_t thresholdRow()
{
    std::size_t row = 0;
    while (row < parameterCount<M> && M::parameters[row].part != Part::threshold) ++row;
    return row;
}
/// True where a neuron fires when V is its threshold, as simply as that, and is not held after it.
template<class M> bool firesAtThreshold()
{
    constexpr int states = static_cast<int>(stateCount<M>), row = static_cast<int>(thresholdRow<M>());
    if constexpr (!Holding<M> && requires(typename M::template State<Difference> x, typename M::template Parameters<Difference> p) {
                      M::fires(x, p);
                  }) {
        StateArray<M, Difference> x;
        std::array<Difference, parameterCount<M>> p;
        eachOf<stateCount<M>>([&](auto i) { x[i] = {static_cast<int>(i)}; });
        eachOf<parameterCount<M>>([&](auto i) { p[i] = {states + static_cast<int>(i)}; });
        const auto found =
            M::fires(fromArray<typename M::template State<Difference>>(x), fromArray<typename M::template Parameters<Difference>>(p));
        return found.of == 0 && found.less == states + row;
    }
    return false;
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
    bool isFinite() const
    {
        bool is = true;
        for (const S& value : x) is &= std::isfinite(value.at(0));
        return is;
    }
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
        return std::isfinite(e1 + s0 + s1) ? t + (until - t) * partToZero(e0, e1, s0, s1) : never;
    }
    /// False where it fires without end.
    bool jump(double t)
    {
        if (lowered.at(0) > 0 || !detail::isLinear<M>()) x[0] = x[0] - (excessOf<M, S>(x, parameters, lowered) - lowered);
        note();
        x = toArray<S>(M::reset(fromArray<typename M::template State<S>>(x), parameters));
        note();
        if constexpr (Holding<M>)
            if (parameters.t_ref.at(0) > 0) heldUntil = t + parameters.t_ref.at(0) / pace.at(0);
        double state[stateCount<M>];
        for (std::size_t i = 0; i < stateCount<M>; ++i) state[i] = x[i].at(0);
        return ++jumps < mostJumps && lanes.listener.jumped(lanes.listener.self, lane, t, state);
    }
    /// False of what is not a step of these numbers. `whole` is the state after the whole step if there is no hold.
    bool pass(double t, double end, const X& whole)
    {
        const double shortest = lanes.mostBend > 0 ? (end - t) * 0x1p-8 : end;
        double length = end - t;
        for (bool isWhole = !(t < heldUntil); t < end; isWhole = false) {
            const bool held = t < heldUntil;
            const double next = held && heldUntil < end ? heldUntil : end, until = t + length < next ? t + length : next;
            const X after = isWhole ? whole : stepOf(until - t, held);
            if (until - t > shortest && !held && (excess(after) >= 0 || bends(after, until - t))) {
                length = 0.5 * (until - t);
                continue;
            }
            length = lanes.mostBend > 0 ? 2 * length : end - t;
            const double spike = held ? std::numeric_limits<double>::infinity() : crossing(after, t, until);
            if (!(spike <= until)) {
                x = after;
                t = until;
                continue;
            }
            if (spike > t) x = stepOf(spike - t, false);
            t = spike;
            if (!isFinite() || !jump(t)) return false;
        }
        return heldUntil > end || excess(x) < 0;
    }
    bool bends(const X& after, double length) const
    {
        const double bend = after[0].at(0) - x[0].at(0) - pace.at(0) * length * slope(x);
        return bend > lanes.mostBend;
    }
};

/// The lanes of a pack of neurons that jump, in registers.
template<class M, class R> struct JumpingPack {
    R lowered, release;
    JumpingPack(const Lanes& lanes, std::size_t lane)
        : lowered(R::load(lanes.lowered + lane)), release(Holding<M> ? R::load(lanes.release + lane) : R(0.0))
    {}

    Hold<M, R> hold(double step) const
    {
        if constexpr (Holding<M>) return {R(step) < release};
        else return {};
    }
    /// Whether any lane does not simply go through this step; and which ones.
    bool leaves(const R& excess, double step) const
    {
        if constexpr (Holding<M>) return leaving(excess, step) != 0;
        else return anyAtLeast(excess, R(0.0));
    }
    unsigned leaving(const R& excess, double step) const
    {
        const auto crossed = excess >= R(0.0);
        if constexpr (Holding<M>) return ((crossed & (R(step) >= release)) | (R(step) == release)).bits();
        else return crossed.bits();
    }
    void store(const Lanes& lanes, std::size_t lane) const
    {
        if constexpr (Holding<M>) release.store(lanes.release + lane);
    }
};

/// Takes a lane through a step by itself, from the state x to `after`, which is that after a whole step; it becomes no number where it fires without end, so that it strays.
template<class M, class S, template<class, class> class Method>
[[gnu::noinline, gnu::flatten]] void passAlone(const Lanes& lanes, std::size_t lane, std::size_t step, const double* x, double* after)
{
    double &lowest = lanes.lowest[lane], &highest = lanes.highest[lane], &heldUntil = lanes.heldUntil[lane];
    if (!lanes.isConstantInSteps()) {
        std::copy_n(x, stateCount<M>, after);
        return lanes.listener.doAlone(lanes.listener.self, lane, step, after, lowest, highest, heldUntil);
    }
    std::array<S, parameterCount<M>> values;
    eachOf<parameterCount<M>>([&](auto i) { values[i] = S(lanes.parameters[i * lanes.stride + lane]); });
    const double I = lanes.drive[step * lanes.driveStep + lane] + lanes.noise[step * lanes.noiseStep + lane * lanes.noiseLane];
    JumpingStep<M, S, Method> single{lanes,
                                     lane,
                                     fromArray<typename M::template Parameters<S>>(values),
                                     S(I),
                                     S(lanes.lowered[lane]),
                                     S(lanes.pace[lane]),
                                     {},
                                     lowest,
                                     highest,
                                     heldUntil};
    StateArray<M, S> whole;
    eachOf<stateCount<M>>([&](auto i) {
        single.x[i] = S(x[i]);
        whole[i] = S(after[i]);
    });
    const bool isWell = single.pass(lanes.times[step], lanes.times[step + 1], whole);
    eachOf<stateCount<M>>([&](auto i) { after[i] = isWell ? single.x[i].at(0) : std::numeric_limits<double>::quiet_NaN(); });
    lowest = single.lowest;
    highest = single.highest;
    heldUntil = single.heldUntil;
}

/// Takes those lanes of a pack that do not simply go through a step through it one by one.
template<class M, class R, template<class, class> class Method> void leaveAlone(const Lanes& lanes, std::size_t lane, std::size_t step,
                                                                                unsigned leaving, const StateArray<M, R>& before,
                                                                                StateArray<M, R>& after, R& release)
{
    double from[stateCount<M>][R::lanes], to[stateCount<M>][R::lanes];
    eachOf<stateCount<M>>([&](auto i) {
        before[i].store(from[i]);
        after[i].store(to[i]);
    });
    for (; leaving != 0; leaving &= leaving - 1) {
        const auto k = static_cast<unsigned>(std::countr_zero(leaving));
        double x[stateCount<M>], y[stateCount<M>];
        eachOf<stateCount<M>>([&](auto i) {
            x[i] = from[i][k];
            y[i] = to[i][k];
        });
        passAlone<M, typename R::Single, Method>(lanes, lane + k, step, x, y);
        const auto that = R::Mask::of(k);
        eachOf<stateCount<M>>([&](auto i) { after[i] = select(that, R(y[i]), after[i]); });
        if constexpr (Holding<M>) {
            const double heldUntil = lanes.heldUntil[lane + k];
            const bool isHeld = heldUntil > lanes.times[step + 1];
            release = select(that, R(isHeld ? lanes.listener.releaseOf(lanes.listener.self, heldUntil) : -1.0), release);
        }
    }
}

}
