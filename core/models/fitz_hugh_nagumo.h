// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// Excitability in two variables, one fast, one slow: dv/dt = v − v³/3 − w + I, dw/dt = (v + a − b w)/τ. All but time are pure numbers.
/// FitzHugh, Biophys. J. 1:445 (1961); Nagumo, Arimoto & Yoshizawa, Proc. IRE 50:2061 (1962). With FitzHugh's own x, y, z and c:
/// v = −x, w = y, I = −z, τ = c², and time counts c times as fast.
struct FitzHughNagumo {
    static constexpr std::string_view id = "fitzhugh-nagumo", name = "FitzHugh–Nagumo",
                                      source = "FitzHugh, Biophys. J. 1:445 (1961); Nagumo, Arimoto & Yoshizawa, Proc. IRE 50:2061 (1962)";
    static constexpr Quantity input{"I", "", 0.5, -1, 2, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0, spikeRearm = 0.5;

    // clang-format off
    template<class R> struct Parameters { R a, b, tau; };
    template<class R> struct State      { R v, w; };
    template<class R> struct Terms      { R f; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::a,   Quantity{"a", "",    0.7, -1,   2, "excitability"}
             .doing("Larger: rest lies further from firing, so that more current is needed.")},
        {&P::b,   Quantity{"b", "",    0.8,  0,   2, "how far w recovers by itself"}
             .doing("Larger: w recovers sooner and follows v less; above 1 there may be three fixed points.")},
        {&P::tau, Quantity{"τ", "ms", 12.5,  1, 100, "recovery time constant", Part::timeConstant, Scale::logarithmic, positive}
             .doing("Longer: w is slower, so that spikes are broader and sharper cornered.")},
    });
    static constexpr auto state = table<X>({
        {&X::v, {"v", "", -1.2, -3, 3, "membrane potential", Part::membranePotential}},
        {&X::w, {"w", "", -0.6, -2, 3, "recovery variable"}},
    });
    static constexpr auto terms = table<T>({{&T::f, {"f", "", 0, -3, 3, "fast current (inward)"}}});
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>&) { return {.f = x.v - power<3>(x.v) / 3}; }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {.v = t.f - x.w + I, .w = (x.v + p.a - p.b * x.w) / p.tau};
    }
};

}
