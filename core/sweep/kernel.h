// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jump.h"
#include "pack.h"
#include "spike_rule.h"

#include <type_traits>

/// Instantiates the kernels of a model on one number type; included by one source file for each model and instruction set.
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
        lanes.listener.crossed(lanes.listener.self, lane + k, step, from, to, spedUp.at(k) > 0);
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

/// The phases of a pack of smooth neurons (see spike_rule.h), in registers.
template<class M, class R> struct SmoothPack {
    using X = StateArray<M, R>;
    R level, rearm, lastV, lastSlope, armed, spedUp;
    SmoothPack(const Lanes& lanes, std::size_t lane)
        : level(lanes.spikeLevel),
          rearm(lanes.rearm),
          lastV(R::load(lanes.lastV + lane)),
          lastSlope(R::load(lanes.lastSlope + lane)),
          armed(R::load(lanes.armed + lane)),
          spedUp(R::load(lanes.spedUp + lane))
    {}

    /// What the step before was; slopes are those without noise, by the current with which each step begins.
    template<class Method>
    void begin(const Lanes& lanes, const Method& method, const X& x, const R& I, const double* drive, const double* last)
    {
        R ending = method.slope(x, I), beginning = ending;
        if (lanes.hasNoise() || !lanes.isConstantInSteps()) {
            ending = method.slope(x, R::load(last));
            beginning = method.slope(x, R::load(drive));
        }
        spedUp = select(speedsUp(lastV, lastSlope, x[0], ending), R(1.0), spedUp);
        lastV = x[0];
        lastSlope = beginning;
    }
    void end(const Lanes& lanes, std::size_t lane, std::size_t step, const X& before, const X& x)
    {
        const auto crossed = (before[0] < level) & (x[0] >= level) & (armed > R(0.0));
        if (crossed.any()) [[unlikely]] {
            reportCrossings<M, R>(lanes, lane, step, crossed, before, x, spedUp);
            armed = select(crossed, R(0.0), armed);
        }
        const auto rearmed = x[0] < rearm;
        spedUp = select(rearmed & (armed < R(0.5)), R(0.0), spedUp);
        armed = select(rearmed, R(1.0), armed);
    }
    void store(const Lanes& lanes, std::size_t lane) const
    {
        lastV.store(lanes.lastV + lane);
        lastSlope.store(lanes.lastSlope + lane);
        armed.store(lanes.armed + lane);
        spedUp.store(lanes.spedUp + lane);
    }
};

/// What a pack of neurons is given in a step.
template<class R> struct Input {
    const double *drive, *last; ///< of this step, and of the one before
    const double* noise;
    Currents<R> currents(const Lanes& lanes, std::size_t lane) const
    {
        const R extra = lanes.noiseLane == 0 ? R(*noise) : R::load(noise + lane);
        return {R::load(drive) + extra, R::load(drive + lanes.driveStage) + extra, R::load(drive + 2 * lanes.driveStage) + extra};
    }
    void next(const Lanes& lanes)
    {
        last = drive;
        drive += lanes.driveStep;
        noise += lanes.noiseStep;
    }
};

/// What a pack of neurons may be spared.
enum class Spared {
    nothing,
    changes, ///< of currents, paces and thresholds
    all      ///< these, extremes, and what parameters do that are 0 or 1
};

/// Whether a parameter's default is a number with which sums or products are nothing to do.
constexpr bool isNeutral(const Quantity& parameter) { return parameter.value == 0 || parameter.value == 1; }

/// The parameters of a pack. Those that are spared are written as numbers, so that the compiler leaves out what they do; the threshold, too,
/// where rates are only of V that are below it.
template<class M, class R, Spared spared, bool isAhead>
typename M::template Parameters<R> parametersOf(const Lanes& lanes, std::size_t lane)
{
    std::array<R, parameterCount<M>> values;
    eachOf<parameterCount<M>>([&](auto i) {
        constexpr Quantity row = M::parameters[i];
        if constexpr (spared != Spared::nothing && !isAhead && i == thresholdRow<M>())
            values[i] = R(std::numeric_limits<double>::infinity());
        else if constexpr (spared == Spared::all && isNeutral(row)) values[i] = R(row.value);
        else values[i] = R::load(lanes.parameters + i * lanes.stride + lane);
    });
    return fromArray<typename M::template Parameters<R>>(values);
}

/// Carries one pack of neurons over all steps, its state in registers.
template<class M, class R, template<class, class> class Method, Spared spared>
[[gnu::flatten]] void carryPack(const Lanes& lanes, std::size_t lane)
{
    constexpr bool isPlain = spared != Spared::nothing;
    const auto parameters = parametersOf<M, R, spared, Method<M, R>::looksAhead>(lanes, lane);
    const R pace = isPlain ? R(1.0) : R::load(lanes.pace + lane);
    const R threshold = isPlain ? R::load(lanes.parameters + thresholdRow<M>() * lanes.stride + lane) : pace;
    const Method<M, R> method{{parameters}};

    StateArray<M, R> x = loadStates<M, R>(lanes.state + lane, lanes.stride);
    R lowest = R::load(lanes.lowest + lane), highest = R::load(lanes.highest + lane);
    std::conditional_t<Jumping<M>, JumpingPack<M, R>, SmoothPack<M, R>> pack(lanes, lane);
    Input<R> input{lanes.drive + lane, lanes.lastDrive + lane, lanes.noise};
    const Currents<R> same = input.currents(lanes, lane);
    if (lanes.first) method.begin(x, lanes.lengths[0], same.begin);
    auto inRange = pace - pace == R(0.0); // true of all
    for (std::size_t step = 0; step < lanes.steps; ++step) {
        const Currents<R> I = isPlain ? same : input.currents(lanes, lane);
        const StateArray<M, R> before = x;
        if constexpr (isPlain) {
            x = method.step(before, lanes.lengths[step], pace, I, {});
            if (anyAtLeast(x[0], threshold)) [[unlikely]]
                leaveAlone<M, R, Method>(lanes, lane, step, (x[0] >= threshold).bits(), before, x, pack.release);
        } else if constexpr (Jumping<M>) {
            const double number = lanes.firstStep + static_cast<double>(step);
            x = method.step(before, lanes.lengths[step], pace, I, pack.hold(number));
            R excess = excessOf<M, R>(x, parameters, pack.lowered);
            if (lanes.mostBend > 0) {
                const R straight = before[0] + pace * lanes.lengths[step] * method.slope(before, I.begin);
                excess = greater(excess, R(x[0] - straight - lanes.mostBend));
            }
            if (pack.leaves(excess, number)) [[unlikely]]
                leaveAlone<M, R, Method>(lanes, lane, step, pack.leaving(excess, number), before, x, pack.release);
        } else {
            pack.begin(lanes, method, before, I.begin, input.drive, input.last);
            x = method.step(before, lanes.lengths[step], pace, I, {});
            pack.end(lanes, lane, step, before, x);
            if constexpr (Method<M, R>::strays) inRange = inRange & isInRange<M, R>(x);
        }
        if constexpr (spared != Spared::all) {
            lowest = lesser(x[0], lowest);
            highest = greater(x[0], highest);
        }
        if constexpr (!isPlain) input.next(lanes);
    }
    inRange = inRange & isInRange<M, R>(x);
    if (lanes.last) method.end(x, lanes.lengths[lanes.steps - 1], same.begin);

    eachOf<stateCount<M>>([&](auto i) { x[i].store(lanes.state + i * lanes.stride + lane); });
    pack.store(lanes, lane);
    lesser(lowest, R::load(lanes.lowest + lane)).store(lanes.lowest + lane); // where single lanes left theirs
    greater(highest, R::load(lanes.highest + lane)).store(lanes.highest + lane);
    const unsigned well = inRange.bits();
    for (std::size_t k = 0; k < R::lanes; ++k) lanes.strayed[lane + k] = (well >> k & 1) == 0;
}

template<class M, class R, template<class, class> class Method, Spared spared> void carryPacks(const Lanes& lanes)
{
    for (std::size_t lane = 0; lane < lanes.lanes; lane += R::lanes) carryPack<M, R, Method, spared>(lanes, lane);
}

/// True where every parameter that may be spared is.
template<class M, class R> bool areNeutral(const Lanes& lanes)
{
    bool are = true;
    eachOf<parameterCount<M>>([&](auto i) {
        constexpr Quantity row = M::parameters[i];
        for (std::size_t k = 0; isNeutral(row) && k < lanes.lanes; ++k) are = are && lanes.parameters[i * lanes.stride + k] == row.value;
    });
    return are;
}

template<class M, class R, template<class, class> class Method> [[gnu::flatten]] void carry(const Lanes& lanes)
{
    if constexpr (Jumping<M> && !Holding<M> && thresholdRow<M>() < parameterCount<M>)
        if (lanes.isPlain && firesAtThreshold<M>()) {
            if constexpr (!Method<M, R>::looksAhead)
                if (!lanes.keepsExtremes && areNeutral<M, R>(lanes)) return carryPacks<M, R, Method, Spared::all>(lanes);
            return carryPacks<M, R, Method, Spared::changes>(lanes);
        }
    carryPacks<M, R, Method, Spared::nothing>(lanes);
}

/// How far (mV) the reset is below the threshold.
template<class M, class R> [[gnu::flatten]] double roomOf([[maybe_unused]] const double* parameters)
{
    using S = typename R::Single;
    if constexpr (Jumping<M>) {
        std::array<S, parameterCount<M>> values;
        eachOf<parameterCount<M>>([&](auto i) { values[i] = S(parameters[i]); });
        const auto p = fromArray<typename M::template Parameters<S>>(values);
        StateArray<M, S> x;
        eachOf<stateCount<M>>([&](auto i) { x[i] = S(0.0); });
        return -M::fires(M::reset(fromArray<typename M::template State<S>>(x), p), p).at(0);
    }
    return 0;
}

template<class M, class R, template<class, class> class Method> LaneKernel laneKernel()
{
    return {&carry<M, R, Method>, R::lanes, &roomOf<M, R>};
}

/// All kernels of a model.
template<class M, template<std::size_t> class Registers> ModelKernels modelKernels()
{
    // Where there is little to do in a step, more lanes at a time fill the time that each takes to be ready for the next one.
    constexpr std::size_t few = Registers<1>::lanes == 8 && Jumping<M> && stateCount<M> <= 2 ? 4 : 2;
    using R = Registers<2>;
    ModelKernels kernels{
        M::id, laneKernel<M, R, RungeKutta4Lanes>(), laneKernel<M, R, HeunLanes>(), laneKernel<M, Registers<few>, ForwardEulerLanes>(), {}};
    if constexpr (Spiking<M> && !Jumping<M>) kernels.staggered = laneKernel<M, R, StaggeredLanes>();
    return kernels;
}

}
