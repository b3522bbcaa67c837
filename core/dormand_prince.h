// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "methods.h"

namespace rheobase {

/// Runge–Kutta 5(4) with its own step and dense output of order 4. Dormand & Prince, J. Comput. Appl. Math. 6:19 (1980);
/// dense output and step control as in Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I (1993), II.4–6.
template<class M> class DormandPrince {
public:
    using X = typename Flow<M>::X;
    /// Absolute and relative error allowed in a step; states of order 1 (gates) to 100 (mV).
    static constexpr double tolerance = 1e-9;

    /// The shortest step in ms that it goes down to.
    static constexpr double shortest = 1e-5;

    void restart() { m_valid = false; }
    /// True once the tolerance would need steps below the shortest; it goes no further.
    bool isStuck() const { return m_stuck; }
    /// Makes sure that the present step covers t; returns how much of the way to `end` it covers.
    double reach(const Flow<M>& flow, const X& x, double t, double end)
    {
        if (!m_valid) begin(flow, x, t);
        while (m_to <= t && !m_stuck) takeStep(flow);
        return std::min(end, m_to);
    }
    X to(const Flow<M>&, const X&, double, double end) { return end == m_to ? m_end : dense(end); }
    std::optional<double> crossing(const Flow<M>& flow, const X& x, const X& after, double t, double end)
    {
        const double e0 = flow.excess(x), e1 = flow.excess(after);
        if (e0 >= 0) return Jumping<M> ? std::optional(t) : std::nullopt;
        if (!(e1 >= 0)) return std::nullopt;
        return zeroBetween(t, end, e0, e1, [&](double s) { return s == t ? e0 : s == end ? e1 : flow.excess(dense(s)); });
    }

private:
    void begin(const Flow<M>& flow, const X& x, double t)
    {
        m_valid = true;
        m_from = m_to = t;
        m_end = x;
        m_slope = flow.rate(x, t);
        if (m_step == 0) m_step = 0.01;
        takeStep(flow);
    }

    /// The slopes of one step of h from x, and where it ends.
    struct Stages {
        X k1, k3, k4, k5, k6, k7, end;
    };

    static Stages stages(const Flow<M>& flow, const X& x, const X& k1, double t, double h)
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
        X y = x;
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] += h * (35. / 384 * k1[i] + 500. / 1113 * k3[i] + 125. / 192 * k4[i] - 2187. / 6784 * k5[i] + 11. / 84 * k6[i]);
        return {k1, k3, k4, k5, k6, flow.rate(y, t + h), y};
    }

    /// The estimated error of a step, in tolerances.
    static double errorOf(const Stages& s, const X& x, double h)
    {
        double error = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double slope = 71. / 57600 * s.k1[i] - 71. / 16695 * s.k3[i] + 71. / 1920 * s.k4[i] - 17253. / 339200 * s.k5[i]
                                 + 22. / 525 * s.k6[i] - 1. / 40 * s.k7[i];
            const double e = h * slope / (tolerance * (1 + std::max(std::abs(x[i]), std::abs(s.end[i]))));
            error += e * e;
        }
        return std::sqrt(error / static_cast<double>(x.size()));
    }

    void takeStep(const Flow<M>& flow)
    {
        for (;;) {
            const double room = flow.horizon - m_to;
            const bool last = m_step >= room * (1 - 1e-12);
            const double h = last ? room : m_step;
            const Stages s = stages(flow, m_end, m_slope, m_to, h);
            const double error = errorOf(s, m_end, h);
            const bool finite = error - error == 0, accepted = finite && error <= 1;
            const double next = h * (finite ? std::clamp(0.9 * std::pow(std::max(error, 1e-10), -0.2), 0.2, 5.0) : 0.1);
            m_stuck = !accepted && h < shortest;
            // A step cut short by the horizon says little about the next one.
            m_step = std::min(longest, accepted && last ? std::max(next, m_step) : next);
            if (m_stuck) return;
            if (accepted) return keep(s, h, last ? flow.horizon : m_to + h);
        }
    }

    /// Goes to the end of a step and keeps what `dense` needs.
    void keep(const Stages& s, double h, double end)
    {
        for (std::size_t i = 0; i < m_end.size(); ++i) {
            const double difference = s.end[i] - m_end[i], bulge = h * s.k1[i] - difference;
            m_dense[0][i] = m_end[i];
            m_dense[1][i] = difference;
            m_dense[2][i] = bulge;
            m_dense[3][i] = difference - h * s.k7[i] - bulge;
            m_dense[4][i] =
                h
                * (-12715105075. / 11282082432 * s.k1[i] + 87487479700. / 32700410799 * s.k3[i] - 10690763975. / 1880347072 * s.k4[i]
                   + 701980252875. / 199316789632 * s.k5[i] - 1453857185. / 822651844 * s.k6[i] + 69997945. / 29380423 * s.k7[i]);
        }
        m_from = m_to;
        m_to = end;
        m_end = s.end;
        m_slope = s.k7;
    }

    X dense(double t) const
    {
        const double u = (t - m_from) / (m_to - m_from), w = 1 - u;
        X y;
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = m_dense[0][i] + u * (m_dense[1][i] + w * (m_dense[2][i] + u * (m_dense[3][i] + w * m_dense[4][i])));
        return y;
    }

    static constexpr double longest = 5; // ms
    bool m_valid = false, m_stuck = false;
    double m_from = 0, m_to = 0, m_step = 0;
    X m_end{}, m_slope{};
    std::array<X, 5> m_dense{};
};

}
