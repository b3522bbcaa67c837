// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hermite.h"
#include "linear.h"
#include "model_of.h"
#include "stimulus.h"

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <array>
#include <cmath>
#include <complex>
#include <cstdint>
#include <optional>
#include <stop_token>

/// The numerical methods. Each carries a state x over an interval in which the input has no edge, and finds where in such an
/// interval the excess over threshold or spike level rises through zero.
namespace rheobase {

/// What a method integrates: a model with its parameters under a drive, V held or free.
template<class M> struct Flow {
    using X = std::array<double, stateCount<M>>;
    typename M::template Parameters<double> parameters, inRates; ///< with the threshold out of the way of methods that find their own steps
    Drive drive;
    double extra = 0;      ///< noise and injection, constant over a step
    double spikeLevel = 0; ///< mV; of models that do not jump
    double lowered = 0;    ///< mV; by so much the threshold of those that jump: see thresholdLoweredBy()
    double horizon = 0;    ///< ms; up to here the drive has no edge and `extra` stays
    bool held = false;     ///< in the refractory period, or as commanded: V stays
    double electrode = 0;  ///< 1/R_s of an electrode that commands the drive's potential; 0: there is none, and the drive is a current
    std::stop_token stop;  ///< of a search or step that may last

    bool isStopped() const { return stop.stop_requested(); }
    double current(double t) const { return drive.at(t) + extra; }
    /// What flows in at t, through the electrode too, where V may be of any number type.
    template<class R> R current(double t, const R& V) const { return electrode == 0 ? R(current(t)) : (drive.at(t) - V) * electrode; }
    [[gnu::flatten]] X rate(const X& x, double t) const // with what no slope needs, like a steady state, left out
    {
        X f = toArray<double>(rateOfChange<M, double>(stateFrom<M>(x.data()), inRates, current(t, x[0])));
        if (held) f[0] = 0;
        return f;
    }
    /// dV/dt at x without noise, under the stimulus at t.
    double drivenRate(const X& x, double t) const
    {
        return toArray<double>(rateOfChange<M, double>(stateFrom<M>(x.data()), inRates, drive.at(t)))[0];
    }
    double excess(const X& x) const
    {
        if constexpr (Jumping<M>) return M::fires(stateFrom<M>(x.data()), parameters) + lowered;
        else return x[0] - spikeLevel;
    }
};

/// A model's parameters without its threshold, where they are rates' alone: beyond it they go on as they are.
template<class M> typename M::template Parameters<double> withoutThreshold(const typename M::template Parameters<double>& parameters)
{
    auto p = toArray<double>(parameters);
    for (std::size_t i = 0; i < p.size(); ++i)
        if (M::parameters[i].part == Part::threshold) p[i] = 1e300;
    return parametersFrom<M>(p.data());
}

template<std::size_t n> std::array<double, n> plus(std::array<double, n> x, double h, const std::array<double, n>& f)
{
    eachOf<n>([&](auto i) { x[i] += h * f[i]; });
    return x;
}

/// Where a function that is negative at a and not at b is zero, to the last bit.
template<class F> double zeroBetween(double a, double b, double fa, double fb, F&& f)
{
    if (fb <= 0) return b;
    std::uintmax_t evaluations = 100;
    const auto [low, high] = boost::math::tools::toms748_solve(f, a, b, fa, fb, boost::math::tools::eps_tolerance<double>(52), evaluations);
    return 0.5 * (low + high);
}

/// How long V takes up to its threshold while the other states and the input stay as they are, which in the time that an upstroke takes to
/// run away they do: the integral of dV over its rate; infinity where V would stop on the way.
template<class M> double timeUpTo(const Flow<M>& flow, const typename Flow<M>::X& x, double t)
{
    bool rises = true;
    const auto perV = [&](double risen) {
        auto y = x;
        y[0] += risen;
        const double rate = flow.rate(y, t)[0];
        rises &= rate > 0;
        return 1 / rate;
    };
    const double time = boost::math::quadrature::gauss_kronrod<double, 15>::integrate(perV, 0.0, -flow.excess(x), 12, 1e-9);
    return rises ? time : std::numeric_limits<double>::infinity();
}

/// Methods of a fixed step; Step::step(flow, x, t, h) gives the state after h.
template<class M, class Step> struct FixedStep {
    using X = typename Flow<M>::X;
    void restart() {}
    bool isStuck() const { return false; }
    double reach(const Flow<M>&, const X&, double, double end) { return end; }
    X to(const Flow<M>& flow, const X& x, double t, double end) { return Step::template step<M>(flow, x, t, end - t); }

    /// By cubic Hermite interpolation: an error of order h⁴.
    std::optional<double> crossing(const Flow<M>& flow, const X& x, const X& after, double t, double end)
    {
        const double e0 = flow.excess(x), e1 = flow.excess(after), h = end - t;
        if (e0 >= 0) return Jumping<M> ? std::optional(t) : std::nullopt;
        if (!(e1 >= 0)) return std::nullopt;
        const double s0 = h * flow.rate(x, t)[0], s1 = h * flow.rate(after, end)[0];
        if (!std::isfinite(e1 + s0 + s1)) return std::nullopt; // the run diverges here
        return t + h * partToZero(e0, e1, s0, s1);
    }
};

/// x + h f(x): order 1. Euler (1768).
struct ForwardEuler {
    template<class M> static auto step(const Flow<M>& flow, const typename Flow<M>::X& x, double t, double h)
    {
        return plus(x, h, flow.rate(x, t));
    }
};

/// The mean of the slopes at both ends: order 2. Heun, Z. Math. Phys. 45:23 (1900).
struct Heun {
    template<class M> static auto step(const Flow<M>& flow, const typename Flow<M>::X& x, double t, double h)
    {
        const auto k1 = flow.rate(x, t);
        const auto k2 = flow.rate(plus(x, h, k1), t + h);
        return plus(plus(x, h / 2, k1), h / 2, k2);
    }
};

/// The classical Runge–Kutta method: order 4. Kutta, Z. Math. Phys. 46:435 (1901).
struct RungeKutta4 {
    template<class M> [[gnu::flatten]] static auto step(const Flow<M>& flow, const typename Flow<M>::X& x, double t, double h)
    {
        const auto k1 = flow.rate(x, t);
        const auto k2 = flow.rate(plus(x, h / 2, k1), t + h / 2);
        const auto k3 = flow.rate(plus(x, h / 2, k2), t + h / 2);
        const auto k4 = flow.rate(plus(x, h, k3), t + h);
        auto y = x;
        eachOf<stateCount<M>>([&](auto i) { y[i] += h / 6 * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]); });
        return y;
    }
};

/// Each variable relaxes exponentially with its own rate −∂f/∂x (from dual numbers): order 1, stable for gates at any step.
/// Rush & Larsen, IEEE Trans. Biomed. Eng. 25:389 (1978).
struct ExponentialEuler {
    template<class M> static auto step(const Flow<M>& flow, const typename Flow<M>::X& x, double t, double h)
    {
        constexpr std::size_t n = stateCount<M>;
        using D = Dual<n>;
        std::array<D, n> variables;
        for (std::size_t i = 0; i < n; ++i) variables[i] = D::variable(x[i], i);
        const auto p = toArray<double>(flow.inRates);
        std::array<D, parameterCount<M>> constants;
        std::ranges::copy(p, constants.begin());
        const auto f = toArray<D>(
            rateOfChange<M, D>(stateFrom<M>(variables.data()), parametersFrom<M>(constants.data()), flow.current(t, variables[0])));
        auto y = x;
        for (std::size_t i = flow.held ? 1 : 0; i < n; ++i) {
            const double z = std::min(h * f[i].slope[i], 40.0); // beyond that it runs away, and e^z would be no number
            y[i] += h * f[i].value * (std::abs(z) < 1e-8 ? 1 + z / 2 : std::expm1(z) / z);
        }
        return y;
    }
};

/// Models with one linear state, dV/dt = aV + b + cI: the closed solution under constants, ramps and sines; the time of a
/// spike in closed form under constant input, else as the zero of the closed solution. The solution is followed from the
/// last jump, edge or change, so that rounding does not add up from step to step.
template<class M> class Exact {
public:
    using X = typename Flow<M>::X;
    void restart() { m_line.reset(); }
    bool isStuck() const { return false; }
    double reach(const Flow<M>&, const X&, double, double end) { return end; }
    X to(const Flow<M>& flow, const X& x, double t, double end) { return flow.held ? x : X{line(flow, x, t).at(end)}; }

    std::optional<double> crossing(const Flow<M>& flow, const X& x, const X& after, double t, double end)
    {
        const Line& course = line(flow, x, t);
        if (course.pieces.empty()) return course.crossing <= end ? std::optional(std::max(t, course.crossing)) : std::nullopt;
        const auto excess = [&](double s) { return course.excess + (course.at(s) - course.v); };
        const auto slope = [&](double s) { return course.slopeAt(s); };
        double from = t, eFrom = flow.excess(x);
        if (eFrom > 0 || (eFrom == 0 && slope(t) > 0)) return t;
        const int parts = 1 + static_cast<int>(course.fastest() * (end - t) / 0.5); // at most one extremum in each
        for (int i = 1; i <= parts && !flow.isStopped(); ++i) {
            const double to = i == parts ? end : t + (end - t) * i / parts;
            const double eTo = i == parts ? flow.excess(after) : excess(to);
            if (eTo >= 0 && eFrom < 0) return zeroBetween(from, to, eFrom, eTo, excess);
            if (eTo < 0 && slope(from) > 0 && slope(to) < 0) {
                const double top = zeroBetween(from, to, -slope(from), -slope(to), [&](double s) { return -slope(s); });
                const double eTop = excess(top);
                if (eTop >= 0 && eFrom < 0) return zeroBetween(from, top, eFrom, eTop, excess);
            }
            from = to;
            eFrom = eTo;
        }
        return std::nullopt;
    }

private:
    /// V(t) from one point on.
    struct Line {
        double t0, v, excess;
        double a, c, k; // k: dV/dt at t0 by all but the sines
        std::span<const Piece> pieces;
        double crossing; // of the threshold; infinity where there is none or the input varies

        Line(const Flow<M>& flow, const X& x, double t)
            : t0(t), v(x[0]), excess(Spiking<M> ? flow.excess(x) : -1), pieces(flow.drive.varying())
        {
            static_assert(stateCount<M> == 1);
            const auto p = toArray<double>(flow.parameters);
            std::array<Dual<2>, parameterCount<M>> constants;
            std::ranges::copy(p, constants.begin());
            const Dual<2> zero = Dual<2>::variable(0, 0), input = Dual<2>::variable(0, 1);
            const auto f = toArray<Dual<2>>(rateOfChange<M, Dual<2>>(stateFrom<M>(&zero), parametersFrom<M>(constants.data()), input))[0];
            a = f.slope[0];
            c = f.slope[1];
            a -= c * flow.electrode;
            double I = flow.electrode == 0 ? flow.drive.constant() + flow.extra : flow.current(t, v);
            for (const Piece& piece : pieces) I += piece.base + piece.slope * (t - piece.from);
            k = toArray<double>(rateOfChange<M, double>(stateFrom<M>(&v), flow.parameters, I))[0];
            crossing = Spiking<M> ? t0 + linear::timeToThreshold(excess, a, k) : std::numeric_limits<double>::infinity();
        }
        double at(double t) const
        {
            const double s = t - t0;
            double y = v + k * s * linear::phi1(a * s);
            for (const Piece& p : pieces) {
                if (p.slope != 0) y += c * p.slope * s * s * phi2(a * s);
                if (p.amplitude != 0) y += c * p.amplitude * sineResponse(a, p.omega, p.omega * (t0 - p.from) + p.phase, s);
            }
            return y;
        }
        double slopeAt(double t) const
        {
            double f = k + a * (at(t) - v);
            for (const Piece& p : pieces) f += c * (p.slope * (t - t0) + p.amplitude * std::sin(p.omega * (t - p.from) + p.phase));
            return f;
        }
        double fastest() const
        {
            double omega = 0;
            for (const Piece& p : pieces) omega = std::max(omega, p.omega);
            return omega;
        }
    };

    const Line& line(const Flow<M>& flow, const X& x, double t)
    {
        if (!m_line) m_line.emplace(flow, x, t);
        return *m_line;
    }

    /// (e^z − 1 − z)/z²
    static double phi2(double z)
    {
        return std::abs(z) < 1e-2 ? 0.5 + z / 6 * (1 + z / 4 * (1 + z / 5 * (1 + z / 6 * (1 + z / 7)))) : (std::expm1(z) - z) / (z * z);
    }
    /// ∫₀ˢ e^{a(s−u)} sin(ωu + φ) du
    static double sineResponse(double a, double omega, double phase, double s)
    {
        const std::complex<double> z(-a * s, omega * s);
        const double half = std::sin(omega * s / 2);
        const std::complex<double> difference(-2 * half * half - std::expm1(a * s), std::sin(omega * s)); // e^iωs − e^as
        return (std::polar(1.0, phase) * (z == 0.0 ? s : s * difference / z)).imag();
    }

    std::optional<Line> m_line;
};

}
