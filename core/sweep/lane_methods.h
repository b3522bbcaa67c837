// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

#include <array>

/// The methods of a sweep, over any number type.
namespace rheobase {

/// The states of a model over R.
template<class M, class R> using StateArray = std::array<R, stateCount<M>>;

/// RungeKutta4 of core/methods.h: the same operations in the same order, so that each lane gives the same bits.
template<class M, class R> struct RungeKutta4Lanes {
    static constexpr bool strays = true; ///< at too large a step, and perhaps not for ever
    using X = StateArray<M, R>;
    const typename M::template Parameters<R>& parameters;
    const R& input;

    X rate(const X& x) const { return toArray<R>(rateOfChange<M, R>(fromArray<typename M::template State<R>>(x), parameters, input)); }
    static X plus(X x, const R& h, const X& f)
    {
        eachOf<stateCount<M>>([&](auto i) { x[i] = x[i] + h * f[i]; });
        return x;
    }
    void begin(X&, double) const {}
    void end(X&, double) const {}
    /// dV/dt, with which the step begins.
    R slope(const X& x) const { return rate(x)[0]; }
    X step(const X& x, double length, const R& pace) const
    {
        const R half = pace * (length / 2), h = pace * length, sixth = pace * (length / 6);
        const X k1 = rate(x);
        const X k2 = rate(plus(x, half, k1));
        const X k3 = rate(plus(x, half, k2));
        const X k4 = rate(plus(x, h, k3));
        X y = x;
        eachOf<stateCount<M>>([&](auto i) { y[i] = y[i] + sixth * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]); });
        return y;
    }
};

/// For models in the manner of Hodgkin & Huxley, whose every gate depends on itself, linearly, and on V: gates live half a step ahead
/// of V, and each state relaxes by its own rate J = ∂f/∂x with x ← x + h f/(1 − z/2 + z²/12), z = hJ, which is e^z to third order
/// and keeps gates within 0 and 1 at any step. One evaluation a step, order 2. Hines, Int. J. Biomed. Comput. 15:69 (1984).
template<class M, class R> struct StaggeredLanes {
    static constexpr bool strays = false;
    using X = StateArray<M, R>;
    const typename M::template Parameters<R>& parameters;
    const R& input;

    X rate(const X& x, const typename M::template Terms<R>& terms) const
    {
        return toArray<R>(M::derivative(fromArray<typename M::template State<R>>(x), terms, parameters, input));
    }
    typename M::template Terms<R> terms(const X& x) const { return M::evaluate(fromArray<typename M::template State<R>>(x), parameters); }
    static R relaxation(const R& z) { return 1.0 + z * (z * (1.0 / 12) - 0.5); }
    /// One division for all gates.
    void moveGates(X& x, const R& h) const
    {
        constexpr std::size_t n = stateCount<M>;
        const auto shared = terms(x);
        X shifted = x;
        eachOf<n - 1>([&](auto i) { shifted[i + 1] = x[i + 1] + 1.0; });
        const X f = rate(x, shared), g = rate(shifted, shared);
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
    void moveV(X& x, const R& h) const
    {
        constexpr double apart = 0x1p-10; // mV; a power of two, so that the quotient is exact to rounding
        X shifted = x;
        shifted[0] = x[0] + apart;
        const R f = rate(x, terms(x))[0], g = rate(shifted, terms(shifted))[0];
        x[0] = x[0] + h * f / relaxation(h * (g - f) * (1 / apart));
    }
    void begin(X& x, double length) const { moveGates(x, length / 2); }
    void end(X& x, double length) const { moveGates(x, -length / 2); }
    R slope(const X& x) const { return rate(x, terms(x))[0]; }
    X step(X x, double length, const R& pace) const
    {
        const R h = pace * length;
        moveV(x, h);
        moveGates(x, h);
        return x;
    }
};

}
