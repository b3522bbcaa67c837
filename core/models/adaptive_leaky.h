// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A leaky integrate-and-fire neuron that tires: each spike leaves an adaptation current w behind. C dV/dt = I − (V − E_L)/R − w,
/// τ_w dw/dt = a (V − E_L) − w; at V_th a spike, then w grows by b, and V is V_reset for t_ref.
/// Treves, Network 4:259 (1993); Gerstner, Kistler, Naud & Paninski, Neuronal Dynamics (2014), section 6.1, with f(u) = −(u − u_rest).
struct AdaptiveLeaky {
    static constexpr std::string_view id = "adaptive-leaky", name = "Adaptive leaky integrate-and-fire",
                                      source = "Treves, Network 4:259 (1993)";
    static constexpr Quantity input{"I", "nA", 3, -1, 8, "injected current", Part::injectedCurrent};

    // clang-format off
    template<class R> struct Parameters { R C, R_, E_L, V_th, V_reset, t_ref, a, tau_w, b; };
    template<class R> struct State      { R V, w; };
    template<class R> struct Terms      { R I_L, Q; };
    template<class R> struct Derived    { R tau, V_rest; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,       {"C",       "nF",  0.8, 0.05,   5, "capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::R_,      {"R",       "MΩ",   10,    1, 200, "resistance", Part::resistance, Scale::logarithmic, positive}},
        {&P::E_L,     {"E_L",     "mV",  -70, -100,   0, "leak reversal potential (battery)", Part::reversal}},
        {&P::V_th,    {"V_th",    "mV",  -50,  -70,  40, "threshold", Part::threshold}},
        {&P::V_reset, {"V_reset", "mV",  -65, -100,  30, "reset potential", Part::reset}},
        {&P::t_ref,   {"t_ref",   "ms",    2,    0,  20, "refractory period", Part::refractoryPeriod, Scale::linear, nonNegative}},
        {&P::a,       Quantity{"a",       "µS",    0,    0,   1, "adaptation below threshold"}
             .doing("More: w follows V below threshold too, pulls it back to rest and makes it overshoot. Below 0 it helps V up.")},
        {&P::tau_w,   Quantity{"τ_w",     "ms",  100,   10, 500, "adaptation time constant", Part::timeConstant, Scale::logarithmic, positive}
             .doing("Longer: w remembers spikes for longer, and the neuron recovers more slowly.")},
        {&P::b,       Quantity{"b",       "nA",  0.2,    0,   2, "growth of w at a spike"}
             .doing("More: each spike holds the next ones back further, so that the rate falls.")},
    });
    static constexpr Order orders[] = {below<P>(&P::V_reset, &P::V_th)};
    static constexpr auto state = table<X>({
        {&X::V, {"V", "mV", -70, -120, 40, "membrane potential", Part::membranePotential}},
        {&X::w, {"w", "nA",   0,  -10, 10, "adaptation current (outward)", Part::ionicCurrent}},
    });
    static constexpr auto terms = table<T>({
        {&T::I_L, {"I_L", "nA", 0, -10, 10, "leak current (outward)", Part::ionicCurrent}},
        {&T::Q,   {"Q",   "pC", 0, -200, 200, "charge on the membrane", Part::charge}},
    });
    static constexpr auto derived = table<D>({
        {&D::tau,    {"τ",      "ms",   8,    0, 1000, "membrane time constant", Part::timeConstant}},
        {&D::V_rest, {"V_rest", "mV", -70, -120,   40, "resting potential", Part::restingPotential}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        return {.I_L = (x.V - p.E_L) / p.R_, .Q = p.C * x.V};
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {.V = (I - t.I_L - x.w) / p.C, .w = (p.a * (x.V - p.E_L) - x.w) / p.tau_w};
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.V - p.V_th; }
    template<class R> static State<R> reset(const State<R>& x, const Parameters<R>& p) { return {.V = p.V_reset, .w = x.w + p.b}; }
    template<class R> static Derived<R> derive(const Parameters<R>& p) { return {.tau = p.R_ * p.C, .V_rest = p.E_L}; }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.V = p.E_L, .w = 0}; }
};

}
