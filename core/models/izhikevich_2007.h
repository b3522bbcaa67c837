// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// The Izhikevich neuron with dimensions. C dv/dt = k (v − v_r)(v − v_t) − u + I, du/dt = a (b (v − v_r) + b3 max(v − v_b, 0)³ − u); at
/// V_th, the book's v_peak, a spike, then v = c and u grows by d. Izhikevich, Dynamical Systems in Neuroscience (MIT Press, 2007),
/// eqs. 8.5 and 8.6; b3 is that of its fast-spiking cell (Fig. 8.27). Defaults: regular spiking, Fig. 8.12.
struct Izhikevich2007 {
    static constexpr std::string_view id = "izhikevich-2007", name = "Izhikevich 2007 (with dimensions)",
                                      source = "Izhikevich, Dynamical Systems in Neuroscience (MIT Press, 2007), section 8.2";
    static constexpr Quantity input{"I", "pA", 100, -200, 800, "injected current", Part::injectedCurrent};

    // clang-format off
    template<class R> struct Parameters { R C, k, v_r, v_t, a, b, c, d, V_th, b3, v_b; };
    template<class R> struct State      { R v, u; };
    template<class R> struct Terms      { R Q; };
    template<class R> struct Derived    { R V_rest; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,    {"C",    "pF",     100,   10,  300, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::k,    Quantity{"k",    "nS/mV",  0.7,  0.1,    3, "curvature of the spike-generating current", Part::none, Scale::linear, positive}
             .doing("Larger: v runs away faster, and more current is needed to start it.")},
        {&P::v_r,  Quantity{"v_r",  "mV",     -60,  -85,  -50, "resting potential", Part::restingPotential}
             .doing("Where v rests without current: higher, and it is nearer to its threshold.")},
        {&P::v_t,  Quantity{"v_t",  "mV",     -40,  -49,  -30, "threshold of a short pulse"}
             .doing("Beyond it v runs away by itself: higher, and a pulse must be stronger.")},
        {&P::a,    Quantity{"a",    "1/ms",  0.03, 0.005, 0.3, "how fast u follows v", Part::none, Scale::logarithmic, positive}
             .doing("Larger: u follows v faster, so that the neuron recovers sooner and adapts less.")},
        {&P::b,    Quantity{"b",    "nS",      -2,  -10,   20, "how strongly u follows v"}
             .doing("Above 0 u resists v, which rings; below 0 u amplifies it, and the neuron integrates.")},
        {&P::c,    {"c",    "mV",     -50,  -80,  -35, "reset potential", Part::reset}},
        {&P::d,    Quantity{"d",    "pA",     100,    0,  300, "growth of u at a spike"}
             .doing("Larger: each spike holds the next ones back further, so that the rate falls.")},
        {&P::V_th, Quantity{"V_th", "mV",      35,    0,   60, "peak of a spike", Part::threshold}
             .doing("Where a spike is cut off. V is rising so fast there that it hardly matters when the spike comes.")},
        {&P::b3,   Quantity{"b3",   "nS/mV²",   0,    0, 0.05, "how strongly u follows v above v_b"}
             .doing("Larger: u follows high v steeply, so that spikes are held back at once and do not adapt.")},
        {&P::v_b,  Quantity{"v_b",  "mV",     -55,  -80,  -40, "where u begins to follow v by b3"}
             .doing("Lower: u begins to follow v by b3 sooner, and holds it back more.")},
    });
    static constexpr Order orders[] = {below<P>(&P::c, &P::V_th)};
    static constexpr auto state = table<X>({
        {&X::v, {"v", "mV", -60, -120,   60, "membrane potential", Part::membranePotential}},
        {&X::u, {"u", "pA",   0, -500, 1000, "recovery current (outward)", Part::ionicCurrent}},
    });
    static constexpr auto terms = table<T>({{&T::Q, {"Q", "fC", 0, -5e4, 5e4, "charge on the membrane", Part::charge}}});
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p) { return {.Q = p.C * x.v}; }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>&, const Parameters<R>& p, const R& I)
    {
        const R v = upTo(x.v, p.V_th), above = max(R(v - p.v_b), R(0));
        return {
            .v = (p.k * (v - p.v_r) * (v - p.v_t) - x.u + I) / p.C,
            .u = p.a * (p.b * (v - p.v_r) + p.b3 * power<3>(above) - x.u),
        };
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.v - p.V_th; }
    template<class R> static State<R> reset(const State<R>& x, const Parameters<R>& p) { return {.v = p.c, .u = x.u + p.d}; }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.v = p.v_r, .u = 0}; }
};

}
