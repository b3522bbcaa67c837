// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "all.h"
#include "lane_methods.h"
#include "lanes.h"
#include "pack.h"
#include "spike_rule.h"

/// Instantiates every kernel on one number type; included by one source file for each instruction set.
namespace rheobase {

template<class M, class R> StateArray<M, R> loadStates(const double* from, std::size_t stride)
{
    StateArray<M, R> x;
    eachOf<stateCount<M>>([&](auto i) { x[i] = R::load(from + i * stride); });
    return x;
}

template<class M, class R>
[[gnu::noinline, gnu::cold]] void reportCrossings(const Lanes& lanes, std::size_t lane, std::size_t step, const typename R::Mask& crossed,
                                                  const StateArray<M, R>& before, const StateArray<M, R>& after, const R& spedUp)
{
    for (std::size_t k = 0; k < R::lanes; ++k) {
        if (!crossed.at(k)) continue;
        double from[stateCount<M>], to[stateCount<M>];
        for (std::size_t i = 0; i < stateCount<M>; ++i) {
            from[i] = before[i].at(k);
            to[i] = after[i].at(k);
        }
        lanes.crossed(lanes.listener, lane + k, step, from, to, spedUp.at(k) > 0);
    }
}

/// Where every state is within its physical range.
template<class M, class R> auto isInRange(const StateArray<M, R>& x)
{
    auto holds = R(mostOfState * mostOfState) >= R(x[0] * x[0]);
    eachOf<stateCount<M>>([&](auto i) {
        constexpr Domain range = M::state[i].domain;
        if constexpr (range == anyReal) holds = holds & (R(mostOfState * mostOfState) >= R(x[i] * x[i]));
        else holds = holds & (x[i] >= R(range.least - leeway)) & (R(range.most + leeway) >= x[i]);
    });
    return holds;
}

/// Carries one pack of neurons over all steps, its state in registers.
template<class M, class R, template<class, class> class Method> [[gnu::flatten]] void carryPack(const Lanes& lanes, std::size_t lane)
{
    using P = typename M::template Parameters<R>;
    std::array<R, parameterCount<M>> values;
    eachOf<parameterCount<M>>([&](auto i) { values[i] = R::load(lanes.parameters + i * lanes.stride + lane); });
    const P parameters = fromArray<P>(values);
    const R input = R::load(lanes.input + lane), pace = R::load(lanes.pace + lane), level(lanes.spikeLevel);
    const Method<M, R> method{parameters, input};

    StateArray<M, R> x = loadStates<M, R>(lanes.state + lane, lanes.stride);
    R lowest = R::load(lanes.lowest + lane), highest = R::load(lanes.highest + lane);
    R lastV = R::load(lanes.lastV + lane), lastSlope = R::load(lanes.lastSlope + lane);
    R armed = R::load(lanes.armed + lane), spedUp = R::load(lanes.spedUp + lane);
    const R rearm(lanes.rearm);
    if (lanes.first) method.begin(x, lanes.lengths[0]);
    auto inRange = level - R(lanes.spikeLevel) == R(0.0); // true of all
    for (std::size_t step = 0; step < lanes.steps; ++step) {
        const StateArray<M, R> before = x;
        const R slope = method.slope(before);
        spedUp = select(speedsUp(lastV, lastSlope, before[0], slope), R(1.0), spedUp);
        lastV = before[0];
        lastSlope = slope;
        x = method.step(before, lanes.lengths[step], pace);
        const auto crossed = (before[0] < level) & (x[0] >= level) & (armed > R(0.0));
        if (crossed.any()) [[unlikely]] {
            reportCrossings<M, R>(lanes, lane, step, crossed, before, x, spedUp);
            armed = select(crossed, R(0.0), armed);
        }
        const auto rearmed = x[0] < rearm;
        spedUp = select(rearmed & (armed < R(0.5)), R(0.0), spedUp);
        armed = select(rearmed, R(1.0), armed);
        lowest = select(x[0] < lowest, x[0], lowest);
        highest = select(x[0] > highest, x[0], highest);
        if constexpr (Method<M, R>::strays) inRange = inRange & isInRange<M, R>(x);
    }
    inRange = inRange & isInRange<M, R>(x);
    if (lanes.last) method.end(x, lanes.lengths[lanes.steps - 1]);

    eachOf<stateCount<M>>([&](auto i) { x[i].store(lanes.state + i * lanes.stride + lane); });
    lastV.store(lanes.lastV + lane);
    lastSlope.store(lanes.lastSlope + lane);
    armed.store(lanes.armed + lane);
    spedUp.store(lanes.spedUp + lane);
    lowest.store(lanes.lowest + lane);
    highest.store(lanes.highest + lane);
    for (std::size_t k = 0; k < R::lanes; ++k) lanes.strayed[lane + k] = !inRange.at(k);
}

template<class M, class R, template<class, class> class Method> void carry(const Lanes& lanes)
{
    for (std::size_t lane = 0; lane < lanes.lanes; lane += R::lanes) carryPack<M, R, Method>(lanes, lane);
}

/// The kernels of the models that are smooth and spike.
template<class R, class M> bool matches(std::string_view id, LaneMethod method, LaneKernel& found)
{
    if constexpr (Spiking<M> && !Jumping<M>) {
        if (id != M::id) return false;
        found = {method == LaneMethod::staggered ? &carry<M, R, StaggeredLanes> : &carry<M, R, RungeKutta4Lanes>, R::lanes};
        return true;
    } else return false;
}

template<class R, class... M> LaneKernel findKernel(std::string_view id, LaneMethod method, ModelList<M...>)
{
    LaneKernel found;
    (matches<R, M>(id, method, found) || ...);
    return found;
}

}
