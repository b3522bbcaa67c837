// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A leaky membrane with an exponential upstroke and an adaptation current w. C dV/dt = I − g_L (V − E_L)
/// + g_L Δ_T e^((V − V_T)/Δ_T) − w, τ_w dw/dt = a (V − E_L) − w; at V_th a spike, then V = V_reset and w grows by b.
/// Brette & Gerstner, J. Neurophysiol. 94:3637 (2005), and its defaults; Naud, Marcille, Clopath & Gerstner, Biol. Cybern. 99:335 (2008).
struct AdaptiveExponential {
    static constexpr std::string_view id = "adaptive-exponential", name = "Adaptive exponential (AdEx)",
                                      source = "Brette & Gerstner, J. Neurophysiol. 94:3637 (2005)";
    static constexpr Quantity input{"I", "pA", 800, -500, 2500, "injected current", Part::injectedCurrent};

    // clang-format off
    template<class R> struct Parameters { R C, g_L, E_L, V_T, Delta_T, a, tau_w, b, V_reset, V_th; };
    template<class R> struct State      { R V, w; };
    template<class R> struct Terms      { R I_L, Q; };
    template<class R> struct Derived    { R tau; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,       {"C",       "pF",   281,   10,  500, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::g_L,     {"g_L",     "nS",    30,    1,   60, "leak conductance", Part::conductance, Scale::linear, positive}},
        {&P::E_L,     {"E_L",     "mV", -70.6,  -90,  -50, "leak reversal potential", Part::reversal}},
        {&P::V_T,     Quantity{"V_T",     "mV", -50.4,  -65,  -40, "potential where the upstroke begins"}
             .doing("Higher: the upstroke begins further up, so that more current is needed.")},
        {&P::Delta_T, Quantity{"Δ_T",     "mV",     2,  0.5,   10, "sharpness of the upstroke", Part::none, Scale::linear, positive}
             .doing("Smaller: the upstroke is steeper, and the threshold sharper. Towards 0 the neuron becomes the leaky one.")},
        {&P::a,       Quantity{"a",       "nS",     4,  -20,   40, "adaptation below threshold"}
             .doing("More: w follows V below threshold too, pulls it back to rest and makes it overshoot. Below 0 it helps V up.")},
        {&P::tau_w,   Quantity{"τ_w",     "ms",   144,   10,  500, "adaptation time constant", Part::timeConstant, Scale::logarithmic, positive}
             .doing("Longer: w remembers spikes for longer, and the neuron recovers more slowly.")},
        {&P::b,       Quantity{"b",       "pA",  80.5,    0,  300, "growth of w at a spike"}
             .doing("More: each spike holds the next ones back further, so that the rate falls.")},
        {&P::V_reset, {"V_reset", "mV", -70.6,  -90,  -40, "reset potential", Part::reset}},
        {&P::V_th,    Quantity{"V_th",    "mV",    20,  -35,   40, "peak of a spike", Part::threshold}
             .doing("Where a spike is cut off. V is rising so fast there that it hardly matters when the spike comes.")},
    });
    static constexpr Order orders[] = {below<P>(&P::V_reset, &P::V_th), below<P>(&P::V_T, &P::V_th)};
    static constexpr auto state = table<X>({
        {&X::V, {"V", "mV", -70.6, -120,   40, "membrane potential", Part::membranePotential}},
        {&X::w, {"w", "pA",     0, -500, 1000, "adaptation current (outward)", Part::ionicCurrent}},
    });
    static constexpr auto terms = table<T>({
        {&T::I_L,   {"I_L",   "pA", 0, -2000, 6000, "leak current (outward)", Part::ionicCurrent}},
        {&T::Q,     {"Q",     "fC", 0, -5e4,   2e4, "charge on the membrane", Part::charge}},
    });
    static constexpr auto derived = table<D>({
        {&D::tau, {"τ", "ms", 9.4, 0, 1000, "membrane time constant", Part::timeConstant}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        return {.I_L = p.g_L * (x.V - p.E_L), .Q = p.C * x.V};
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        const R V = upTo(x.V, p.V_th);
        return {
            .V = (I - t.I_L + p.g_L * p.Delta_T * exp((V - p.V_T) / p.Delta_T) - x.w) / p.C,
            .w = (p.a * (V - p.E_L) - x.w) / p.tau_w,
        };
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.V - p.V_th; }
    template<class R> static State<R> reset(const State<R>& x, const Parameters<R>& p) { return {.V = p.V_reset, .w = x.w + p.b}; }
    template<class R> static Derived<R> derive(const Parameters<R>& p) { return {.tau = p.C / p.g_L}; }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.V = p.E_L, .w = 0}; }
};

}
