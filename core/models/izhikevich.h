// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// Two equations that fire in every pattern of the cortex. dv/dt = k2 v² + k1 v + k0 − u + I, du/dt = a (b (v − v_0) − e u); at V_th
/// a spike, then v = c and u grows by d. Izhikevich, IEEE Trans. Neural Netw. 14:1569 (2003) and 15:1063 (2004), whose v_0 = 0 and
/// e = 1; accommodation there has u follow v alone, with v_0 = −65 and e = 0. The current is one per capacitance.
struct Izhikevich {
    static constexpr std::string_view id = "izhikevich", name = "Izhikevich",
                                      source = "Izhikevich, IEEE Trans. Neural Netw. 14:1569 (2003); 15:1063 (2004)";
    static constexpr Quantity input{"I", "mV/ms", 10, -20, 100, "injected current", Part::injectedCurrent};
    static constexpr bool published = true;

    // clang-format off
    template<class R> struct Parameters { R a, b, c, d, V_th, k2, k1, k0, v_0, e; };
    template<class R> struct State      { R v, u; };
    template<class R> struct Terms      { };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::a,    Quantity{"a",    "1/ms",       0.02, -0.05,    1, "how fast u follows v"}
             .doing("Larger: u follows v faster, so that the neuron recovers sooner and adapts less.")},
        {&P::b,    Quantity{"b",    "1/ms",        0.2,    -1,    1, "how strongly u follows v"}
             .doing("Larger: u follows v more closely below threshold, which makes v ring and rebound.")},
        {&P::c,    {"c",    "mV",          -65,   -80,  -30, "reset potential", Part::reset}},
        {&P::d,    Quantity{"d",    "mV/ms",         8,   -25,   20, "growth of u at a spike"}
             .doing("Larger: each spike holds the next ones back further, so that the rate falls.")},
        {&P::V_th, Quantity{"V_th", "mV",           30,     0,   60, "peak of a spike", Part::threshold}
             .doing("Where a spike is cut off. V is rising so fast there that it hardly matters when the spike comes.")},
        {&P::k2,   Quantity{"k2",   "ms⁻¹·mV⁻¹",  0.04,  0.01, 0.08, "curvature of the spike-generating current", Part::none, Scale::linear,
                            positive}
             .doing("Larger: v runs away sooner and faster, so that less current is needed.")},
        {&P::k1,   Quantity{"k1",   "1/ms",          5,     3,    6, "slope of the spike-generating current"}
             .doing("Larger: v falls back harder below threshold and rises faster above it.")},
        {&P::k0,   Quantity{"k0",   "mV/ms",       140,   100,  160, "spike-generating current at 0 mV"}
             .doing("The same as more lasting current: v rests nearer to its threshold.")},
        {&P::v_0,  Quantity{"v_0",  "mV",            0,   -80,   20, "potential that u is driven from"}
             .doing("Where b no longer drives u: higher, and u is lower, as by more lasting current.")},
        {&P::e,    Quantity{"e",    "",              1,     0,    1, "decay of u by itself"}
             .doing("At 0 u only adds up what v does, and never comes to rest by itself.")},
    });
    static constexpr Order orders[] = {below<P>(&P::c, &P::V_th)};
    static constexpr auto state = table<X>({
        {&X::v, {"v", "mV",    -65, -100, 60, "membrane potential", Part::membranePotential}},
        {&X::u, {"u", "mV/ms", -13,  -40, 40, "recovery variable"}},
    });
    static constexpr auto terms = emptyTable;
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>&, const Parameters<R>&) { return {}; }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>&, const Parameters<R>& p, const R& I)
    {
        const R v = upTo(x.v, p.V_th);
        // k2 v times v, as the scripts of 2003 and 2004 compute it: their bursts tell the last bit.
        return {.v = p.k2 * v * v + p.k1 * v + p.k0 - x.u + I, .u = p.a * (p.b * (v - p.v_0) - p.e * x.u)};
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.v - p.V_th; }
    template<class R> static State<R> reset(const State<R>& x, const Parameters<R>& p) { return {.v = p.c, .u = x.u + p.d}; }
};

}
