// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "methods.h"

namespace rheobase {

/// Runge–Kutta 5(4) with its own step and dense output of order 4. Dormand & Prince, J. Comput. Appl. Math. 6:19 (1980);
/// dense output and step control (by the present error and the one before, as stiffness would make it alternate) as in Hairer, Nørsett
/// & Wanner, Solving Ordinary Differential Equations I (1993), II.4–6, II (1996), IV.2. In a step it allows an error of
/// one `accuracy`-th of half the range of each state's table, or of the state itself where it is beyond.
template<class M, int accuracy> class DormandPrince {
public:
    using X = typename Flow<M>::X;
    /// Its rates know no threshold, where they would bend.
    static constexpr bool looksBeyond = true;
    /// The shortest step in ms that it goes down to.
    static constexpr double shortest = 1e-5;

    void restart() { m_valid = false; }
    /// True once the tolerance would need steps below the shortest, or it was stopped; it goes no further.
    bool isStuck() const { return m_stuck; }
    /// Makes sure that the present step covers t; returns how much of the way to `end` it covers.
    double reach(const Flow<M>& flow, const X& x, double t, double end)
    {
        if (!m_valid) begin(flow, x, t);
        while (m_to <= t && !m_stuck) takeStep(flow);
        return std::min(end, m_to);
    }
    X to(const Flow<M>&, const X&, double, double end) { return end == m_to ? m_stages.end : dense(end); }
    std::optional<double> crossing(const Flow<M>& flow, const X& x, const X& after, double t, double end)
    {
        const double e0 = flow.excess(x), e1 = flow.excess(after);
        if (e0 >= 0) return Jumping<M> ? std::optional(t) : std::nullopt;
        if (!(e1 >= 0)) return std::nullopt;
        return zeroBetween(t, end, e0, e1, [&](double s) { return s == t ? e0 : s == end ? e1 : flow.excess(dense(s)); });
    }

private:
    static constexpr std::size_t n = stateCount<M>;

    void begin(const Flow<M>& flow, const X& x, double t)
    {
        m_valid = true;
        m_from = m_to = t;
        m_stages.end = x;
        m_stages.k7 = flow.rate(x, t);
        if (m_step == 0) m_step = first;
        takeStep(flow);
    }

    /// The slopes of a step from x, and where it ends.
    struct Stages {
        X x, k1, k3, k4, k5, k6, k7, end;
    };

    /// Makes a step of h from x; the square of its estimated error, in tolerances. Numbers stay in registers as long as may be.
    [[gnu::flatten]] static double attempt(Stages& stages, const Flow<M>& flow, const X& x, const X& k1, double t, double h)
    {
        const auto slope = [&](double c, auto... pairs) {
            X y = x;
            ((y = plus(y, h * pairs.first, *pairs.second)), ...);
            return flow.rate(y, t + c * h);
        };
        const auto of = [](double a, const X& k) { return std::pair(a, &k); };
        const X k2 = slope(1. / 5, of(1. / 5, k1));
        const X k3 = slope(3. / 10, of(3. / 40, k1), of(9. / 40, k2));
        const X k4 = slope(4. / 5, of(44. / 45, k1), of(-56. / 15, k2), of(32. / 9, k3));
        const X k5 = slope(8. / 9, of(19372. / 6561, k1), of(-25360. / 2187, k2), of(64448. / 6561, k3), of(-212. / 729, k4));
        const X k6 = slope(1, of(9017. / 3168, k1), of(-355. / 33, k2), of(46732. / 5247, k3), of(49. / 176, k4), of(-5103. / 18656, k5));
        X end = x;
        eachOf<n>([&](auto i) {
            end[i] += h * (35. / 384 * k1[i] + 500. / 1113 * k3[i] + 125. / 192 * k4[i] - 2187. / 6784 * k5[i] + 11. / 84 * k6[i]);
        });
        const X k7 = flow.rate(end, t + h);
        double error = 0;
        eachOf<n>([&](auto i) {
            constexpr double half = (M::state[i].max - M::state[i].min) / 2;
            const double e = 71. / 57600 * k1[i] - 71. / 16695 * k3[i] + 71. / 1920 * k4[i] - 17253. / 339200 * k5[i] + 22. / 525 * k6[i]
                             - 1. / 40 * k7[i];
            const double relative = e / std::max(half, std::abs(end[i]));
            error += relative * relative;
        });
        eachOf<n>([&](auto i) {
            stages.x[i] = x[i], stages.k1[i] = k1[i], stages.k3[i] = k3[i], stages.k4[i] = k4[i];
            stages.k5[i] = k5[i], stages.k6[i] = k6[i], stages.k7[i] = k7[i], stages.end[i] = end[i];
        });
        return error * (h * h * (static_cast<double>(accuracy) * accuracy / n));
    }

    void takeStep(const Flow<M>& flow)
    {
        const X x = m_stages.end, k1 = m_stages.k7;
        for (double most = 5;; most = 1) {
            const double room = flow.horizon - m_to;
            const bool last = m_step >= room * (1 - 1e-12);
            const double h = last ? room : m_step;
            const double error = attempt(m_stages, flow, x, k1, m_to, h);
            const bool finite = error - error == 0, accepted = finite && error <= 1;
            const double next = h * (finite ? std::clamp(0.9 * m_memory * power(error, -0.07), 0.2, most) : 0.1);
            const double least = flow.electrode > 0 ? shortest / 1000 : shortest; // an electrode may be far faster than the membrane
            m_stuck = (!(accepted && last) && h < least) || flow.isStopped();     // its own steps may be as short as they like
            // A step cut short by the horizon says little about the next one.
            m_step = std::min(longest, accepted && last ? std::max(next, m_step) : next);
            if constexpr (Jumping<M>)
                if (m_stuck && !flow.isStopped() && runsUp(flow, x, k1, room)) return;
            if (m_stuck) return;
            if (!accepted) continue;
            if (!last) m_memory = power(error, 0.04);
            m_length = h;
            m_isDense = false;
            m_from = m_to;
            m_to = last ? flow.horizon : m_to + h;
            return;
        }
    }
    /// Where an upstroke runs away so fast that it leads no step to the threshold, one along a straight line does; false elsewhere.
    bool runsUp(const Flow<M>& flow, const X& x, const X& slope, double room)
    {
        constexpr double most = 100 * shortest; // ms; so long the other states keep their slopes
        const double time = slope[0] > 0 && flow.excess(x) < 0 ? timeUpTo(flow, x, m_to) : most;
        if (!(time < most)) return false;
        X k = slope;
        k[0] = -flow.excess(x) / time;
        m_length = std::min(time, room);
        m_stages = {x, k, k, k, k, k, k, plus(x, m_length, k)};
        for (double more = 0; time <= room && flow.excess(m_stages.end) < 0; more += 1e-12) // rounding keeps it just below
            m_stages.end[0] += more - flow.excess(m_stages.end);
        m_isDense = m_stuck = false;
        m_step = first;
        m_from = m_to;
        m_to = time < room ? std::max(m_to + time, std::nextafter(m_to, 1e300)) : flow.horizon;
        return true;
    }

    /// Step lengths need no more than a float.
    static double power(double error, double exponent)
    {
        return std::pow(std::max(static_cast<float>(error), 1e-8f), static_cast<float>(exponent));
    }

    void makeDense()
    {
        const Stages& s = m_stages;
        const double h = m_length;
        for (std::size_t i = 0; i < n; ++i) {
            const double difference = s.end[i] - s.x[i], bulge = h * s.k1[i] - difference;
            m_dense[0][i] = s.x[i];
            m_dense[1][i] = difference;
            m_dense[2][i] = bulge;
            m_dense[3][i] = difference - h * s.k7[i] - bulge;
            m_dense[4][i] =
                h
                * (-12715105075. / 11282082432 * s.k1[i] + 87487479700. / 32700410799 * s.k3[i] - 10690763975. / 1880347072 * s.k4[i]
                   + 701980252875. / 199316789632 * s.k5[i] - 1453857185. / 822651844 * s.k6[i] + 69997945. / 29380423 * s.k7[i]);
        }
        m_isDense = true;
    }
    X dense(double t)
    {
        if (!m_isDense) makeDense();
        const double u = (t - m_from) / (m_to - m_from), w = 1 - u;
        X y;
        for (std::size_t i = 0; i < n; ++i)
            y[i] = m_dense[0][i] + u * (m_dense[1][i] + w * (m_dense[2][i] + u * (m_dense[3][i] + w * m_dense[4][i])));
        return y;
    }

    static constexpr double first = 0.01, longest = 5; // ms
    bool m_valid = false, m_stuck = false, m_isDense = false;
    double m_from = 0, m_to = 0, m_step = 0, m_length = 0, m_memory = 1;
    Stages m_stages{};
    std::array<X, 5> m_dense{};
};

}
