// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

#include <array>

/// The methods of a sweep, over any number type: those of core/solver/methods.h by the same operations in the same order, so that each lane
/// gives the same bits.
namespace rheobase {

/// The states of a model over R.
template<class M, class R> using StateArray = std::array<R, stateCount<M>>;

/// The current at the beginning, in the middle and at the end of a step.
template<class R> struct Currents {
    R begin, middle, end;
};

/// Models whose V is held for a while after a spike.
template<class M> concept Holding = Jumping<M> && requires(typename M::template Parameters<double> p) { p.t_ref; };

/// Where V is held: a lane of a model that does so.
template<class M, class R> struct Hold {
    void apply(StateArray<M, R>&) const {}
};
template<Holding M, class R> struct Hold<M, R> {
    decltype(R() < R()) held;
    void apply(StateArray<M, R>& rate) const { rate[0] = select(held, R(0.0), rate[0]); }
};

template<class M, class R>
StateArray<M, R> rateOf(const StateArray<M, R>& x, const typename M::template Parameters<R>& parameters, const R& I, const Hold<M, R>& hold)
{
    auto f = toArray<R>(rateOfChange<M, R>(fromArray<typename M::template State<R>>(x), parameters, I));
    hold.apply(f);
    return f;
}
template<std::size_t n, class R> std::array<R, n> plusScaled(std::array<R, n> x, const R& h, const std::array<R, n>& f)
{
    eachOf<n>([&](auto i) { x[i] = x[i] + h * f[i]; });
    return x;
}

/// What the methods of one point in time share: nothing is to be done at the ends of a run.
template<class M, class R> struct PlainLanes {
    static constexpr bool strays = true;     ///< at too large a step, and perhaps not for ever
    static constexpr bool looksAhead = true; ///< at rates of states that a step may not come to
    using X = StateArray<M, R>;
    const typename M::template Parameters<R>& parameters;

    void begin(X&, double, const R&) const {}
    void end(X&, double, const R&) const {}
    /// dV/dt at x.
    R slope(const X& x, const R& I) const
    {
        return toArray<R>(rateOfChange<M, R>(fromArray<typename M::template State<R>>(x), parameters, I))[0];
    }
};

template<class M, class R> struct ForwardEulerLanes : PlainLanes<M, R> {
    static constexpr bool looksAhead = false;
    using X = StateArray<M, R>;
    X step(const X& x, double length, const R& pace, const Currents<R>& I, const Hold<M, R>& hold) const
    {
        return plusScaled(x, R(pace * length), rateOf<M, R>(x, this->parameters, I.begin, hold));
    }
};

template<class M, class R> struct HeunLanes : PlainLanes<M, R> {
    using X = StateArray<M, R>;
    X step(const X& x, double length, const R& pace, const Currents<R>& I, const Hold<M, R>& hold) const
    {
        const R half = pace * (length / 2);
        const X k1 = rateOf<M, R>(x, this->parameters, I.begin, hold);
        const X k2 = rateOf<M, R>(plusScaled(x, R(pace * length), k1), this->parameters, I.end, hold);
        return plusScaled(plusScaled(x, half, k1), half, k2);
    }
};

template<class M, class R> struct RungeKutta4Lanes : PlainLanes<M, R> {
    using X = StateArray<M, R>;
    X step(const X& x, double length, const R& pace, const Currents<R>& I, const Hold<M, R>& hold) const
    {
        const R half = pace * (length / 2), h = pace * length, sixth = pace * (length / 6);
        const auto rate = [&](const X& at, const R& current) { return rateOf<M, R>(at, this->parameters, current, hold); };
        const X k1 = rate(x, I.begin);
        const X k2 = rate(plusScaled(x, half, k1), I.middle);
        const X k3 = rate(plusScaled(x, half, k2), I.middle);
        const X k4 = rate(plusScaled(x, h, k3), I.end);
        X y = x;
        eachOf<stateCount<M>>([&](auto i) { y[i] = y[i] + sixth * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]); });
        return y;
    }
};

/// For models in the manner of Hodgkin & Huxley, whose every gate depends on itself, linearly, and on V: gates live half a step ahead
/// of V, and each state relaxes by its own rate J = ∂f/∂x with x ← x + h f/(1 − z/2 + z²/12), z = hJ, which is e^z to third order
/// and keeps gates within 0 and 1 at any step. One evaluation a step, order 2. Hines, Int. J. Biomed. Comput. 15:69 (1984).
template<class M, class R> struct StaggeredLanes {
    static constexpr bool strays = false, looksAhead = true;
    using X = StateArray<M, R>;
    const typename M::template Parameters<R>& parameters;

    X rate(const X& x, const typename M::template Terms<R>& terms, const R& I) const
    {
        return toArray<R>(M::derivative(fromArray<typename M::template State<R>>(x), terms, parameters, I));
    }
    typename M::template Terms<R> terms(const X& x) const { return M::evaluate(fromArray<typename M::template State<R>>(x), parameters); }
    static R relaxation(const R& z) { return 1.0 + z * (z * (1.0 / 12) - 0.5); }
    /// One division for all gates.
    void moveGates(X& x, const R& h, const R& I) const
    {
        constexpr std::size_t n = stateCount<M>;
        const auto shared = terms(x);
        X shifted = x;
        eachOf<n - 1>([&](auto i) { shifted[i + 1] = x[i + 1] + 1.0; });
        const X f = rate(x, shared, I), g = rate(shifted, shared, I);
        X divisor, before;
        R product(1.0);
        eachOf<n - 1>([&](auto i) {
            before[i + 1] = product;
            divisor[i + 1] = relaxation(h * (g[i + 1] - f[i + 1]));
            product = product * divisor[i + 1];
        });
        R inverse = h / product;
        eachOf<n - 1>([&](auto k) {
            constexpr std::size_t i = n - 1 - k;
            x[i] = x[i] + f[i] * (inverse * before[i]);
            inverse = inverse * divisor[i];
        });
    }
    void moveV(X& x, const R& h, const R& I) const
    {
        constexpr double apart = 0x1p-10; // mV; a power of two, so that the quotient is exact to rounding
        X shifted = x;
        shifted[0] = x[0] + apart;
        const R f = rate(x, terms(x), I)[0], g = rate(shifted, terms(shifted), I)[0];
        x[0] = x[0] + h * f / relaxation(h * (g - f) * (1 / apart));
    }
    void begin(X& x, double length, const R& I) const { moveGates(x, length / 2, I); }
    void end(X& x, double length, const R& I) const { moveGates(x, -length / 2, I); }
    R slope(const X& x, const R& I) const { return rate(x, terms(x), I)[0]; }
    X step(X x, double length, const R& pace, const Currents<R>& I, const Hold<M, R>&) const
    {
        const R h = pace * length;
        moveV(x, h, I.begin);
        moveGates(x, h, I.begin);
        return x;
    }
};

}
