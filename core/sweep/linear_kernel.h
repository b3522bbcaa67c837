// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lanes.h"
#include "linear.h"
#include "pack.h"

#include <bit>
#include <limits>

/// The kernels of neurons of one linear state, over any number type; included by one source file for each instruction set.
namespace rheobase {

/// The whole part of a number that is not negative.
template<class R> R whole(const R& x)
{
    constexpr double integers = 0x1p52;
    const R nearest = (x + integers) - integers;
    return select(x < integers, R(select(x < nearest, R(nearest - 1.0), nearest)), x);
}
template<class R> R ceiling(const R& x)
{
    const R below = whole(x);
    return select(below < x, R(below + 1.0), below);
}

/// A pack of linear neurons under constant currents.
template<class R> class Course {
public:
    Course(const CourseLanes& lanes, std::size_t lane)
        : m_a(R::load(lanes.a + lane)),
          m_k(R::load(lanes.k + lane)),
          m_start(R::load(lanes.start + lane)),
          m_threshold(R::load(lanes.threshold + lane)),
          m_reset(R::load(lanes.reset + lane)),
          m_refractory(R::load(lanes.refractory + lane)),
          m_first(rise(m_start)),
          m_period(select(m_first < never, R(m_refractory + rise(m_reset)), R(never)))
    {}

    void answer(const CourseLanes& lanes, std::size_t lane) const
    {
        const R spikes = spikesBy(lanes.lastSpike), none = R(0.0);
        const R begun = select(m_first < lanes.partStart, max<R>(1.0, ceiling<R>((lanes.partStart - m_first) / m_period)), none);
        const R inPart = spikes - min(spikes, begun), interval = select(spikes > 1.0, m_period, R(undefined));
        spikes.store(lanes.spikes + lane);
        select(spikes > none, m_first, R(undefined)).store(lanes.latency + lane);
        interval.store(lanes.interval + lane);
        select(inPart == none, none, R(1000.0 / interval)).store(lanes.rate + lane);
        select(min<R>(inPart, spikes - 1.0) >= 3.0, none, R(undefined)).store(lanes.variation + lane);
        answerPotentials(lanes, lane);
    }

private:
    static constexpr double never = std::numeric_limits<double>::infinity(), undefined = std::numeric_limits<double>::quiet_NaN();

    R slope(const R& V) const { return m_a * V + m_k; }
    R rise(const R& V) const { return linear::timeToThreshold<R>(V - m_threshold, m_a, slope(V)); }
    R spikesBy(const R& t) const { return select(t >= m_first, R(1.0 + whole<R>(max<R>(0.0, (t - m_first) / m_period))), R(0.0)); }

    /// Between start, spikes, resets and end V goes one way.
    void answerPotentials(const CourseLanes& lanes, std::size_t lane) const
    {
        const R spikes = spikesBy(lanes.end);
        const auto fired = spikes > 0.0;
        const R since = lanes.end - m_first - select(spikes > 1.0, R((spikes - 1.0) * m_period), R(0.0));
        const R from = select(fired, m_reset, m_start), time = select(fired, max<R>(0.0, since - m_refractory), R(lanes.end));
        const R last = from + slope(from) * time * linear::phi1<R>(m_a * time);
        const R low = min(m_start, last), high = max(m_start, last);
        last.store(lanes.last + lane);
        select(fired, min(low, m_reset), low).store(lanes.lowest + lane);
        select(fired, max(high, m_threshold), high).store(lanes.highest + lane);
    }

    R m_a, m_k, m_start, m_threshold, m_reset, m_refractory, m_first, m_period;
};

template<class R> [[gnu::flatten]] void followCourses(const CourseLanes& lanes)
{
    for (std::size_t lane = 0; lane < lanes.lanes; lane += R::lanes) Course<R>(lanes, lane).answer(lanes, lane);
}

template<class R> CourseKernel courseKernel() { return {&followCourses<R>, R::lanes}; }

/// A pack of linear neurons under noise, in registers.
template<class R> struct LinearPack {
    R V, decay, drift, gain, release;

    /// Frees the lanes whose refractory period ends in this step.
    void free(const LinearLanes& lanes, std::size_t lane, double step, double noise)
    {
        const auto at = [&](const double* row) { return R::load(row + lane); };
        const auto due = R(step) >= release;
        V = select(due, R(at(lanes.base) + at(lanes.slope) * noise), V);
        decay = select(due, at(lanes.freeDecay), decay);
        drift = select(due, at(lanes.freeDrift), drift);
        gain = select(due, at(lanes.freeGain), gain);
        release = select(due, R(std::numeric_limits<double>::infinity()), release);
    }
    /// Notes the lanes that crossed the threshold in this step, and holds them.
    void hold(const LinearLanes& lanes, std::size_t lane, const typename R::Mask& crossed, std::size_t step, const R& before)
    {
        double was[R::lanes];
        before.store(was);
        for (unsigned left = crossed.bits(); left != 0; left &= left - 1) {
            const auto k = static_cast<unsigned>(std::countr_zero(left));
            lanes.crossings[(*lanes.crossingCount)++] = {lane + k, step, was[k]};
        }
        V = select(crossed, R::load(lanes.reset + lane), V);
        decay = select(crossed, R(1.0), decay);
        drift = select(crossed, R(0.0), drift);
        gain = select(crossed, R(0.0), gain);
    }
};

/// Carries one pack of linear neurons over all steps.
template<class R> [[gnu::flatten]] void carryLinearPack(const LinearLanes& lanes, std::size_t lane)
{
    const auto at = [&](const double* row) { return R::load(row + lane); };
    LinearPack<R> pack{at(lanes.V), at(lanes.decay), at(lanes.drift), at(lanes.gain), at(lanes.release)};
    R lowest = at(lanes.lowest), highest = at(lanes.highest);
    const R threshold = at(lanes.threshold);
    const double *noise = lanes.noise, *const end = noise + lanes.steps;
    double step = lanes.first, next = leastOf(pack.release);
    for (; noise != end; ++noise, step += 1) {
        const R before = pack.V;
        pack.V = pack.decay * pack.V + (pack.drift + pack.gain * *noise);
        if (step >= next) [[unlikely]] {
            pack.free(lanes, lane, step, *noise);
            next = leastOf(pack.release);
        }
        const auto crossed = pack.V >= threshold;
        if (crossed.any()) [[unlikely]] {
            pack.hold(lanes, lane, crossed, static_cast<std::size_t>(noise - lanes.noise), before);
            highest = select(crossed, max(highest, threshold), highest);
        }
        lowest = min(lowest, pack.V);
        highest = max(highest, pack.V);
    }
    pack.V.store(lanes.V + lane);
    pack.decay.store(lanes.decay + lane);
    pack.drift.store(lanes.drift + lane);
    pack.gain.store(lanes.gain + lane);
    pack.release.store(lanes.release + lane);
    lowest.store(lanes.lowest + lane);
    highest.store(lanes.highest + lane);
}

template<class R> void carryLinear(const LinearLanes& lanes)
{
    for (std::size_t lane = 0; lane < lanes.lanes; lane += R::lanes) carryLinearPack<R>(lanes, lane);
}

template<class R> [[gnu::flatten]] void riseOf(std::size_t count, const double* excess, const double* a, const double* rate, double* time)
{
    for (std::size_t i = 0; i < count; i += R::lanes)
        linear::timeToThreshold<R>(R::load(excess + i), R::load(a + i), R::load(rate + i)).store(time + i);
}
template<class R> [[gnu::flatten]] void reachOf(std::size_t count, const double* a, const double* time, double* reach)
{
    for (std::size_t i = 0; i < count; i += R::lanes) {
        const R t = R::load(time + i);
        R(t * linear::phi1<R>(R::load(a + i) * t)).store(reach + i);
    }
}

template<class R> LinearKernel linearKernel() { return {&carryLinear<R>, &riseOf<R>, &reachOf<R>, R::lanes}; }

}
