// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A capacitor that is charged and never leaks, so that it never forgets old input. C dV/dt = I; at V_th a spike, then
/// V_reset for t_ref. Lapicque, J. Physiol. Pathol. Gén. 9:620 (1907), without his leak; Knight, J. Gen. Physiol. 59:734 (1972).
struct PerfectIntegrateAndFire {
    static constexpr std::string_view id = "perfect-integrate-and-fire", name = "Perfect integrate-and-fire", brief = "perfect",
                                      source = "Knight, J. Gen. Physiol. 59:734 (1972)";
    static constexpr Quantity input{"I", "nA", 0.5, -1, 4, "injected current", Part::injectedCurrent};
    static constexpr bool linear = true;

    // clang-format off
    template<class R> struct Parameters { R C, V_th, V_reset, t_ref; };
    template<class R> struct State      { R V; };
    template<class R> struct Terms      { R Q; };
    template<class R> struct Derived    { R Q_th, I_th; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,       {"C",       "nF",  0.8, 0.05,  5, "capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::V_th,    {"V_th",    "mV",  -50,  -70, 40, "threshold", Part::threshold}},
        {&P::V_reset, {"V_reset", "mV",  -65, -100, 30, "reset potential", Part::reset}},
        {&P::t_ref,   {"t_ref",   "ms",    2,    0, 20, "refractory period", Part::refractoryPeriod, Scale::linear, nonNegative}},
    });
    static constexpr Order orders[] = {below<P>(&P::V_reset, &P::V_th)};
    static constexpr auto state = table<X>({{&X::V, {"V", "mV", -65, -120, 40, "membrane potential", Part::membranePotential}}});
    static constexpr auto terms = table<T>({{&T::Q, {"Q", "pC", 0, -200, 200, "charge on the membrane", Part::charge}}});
    static constexpr auto derived = table<D>({
        {&D::Q_th, {"Q_th", "pC", 12,  0, 500, "charge for one spike"}},
        {&D::I_th, {"I_th", "nA",  0, -1,   1, "rheobase: any lasting current above it makes the neuron fire", Part::rheobase}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p) { return {.Q = p.C * x.V}; }
    template<class R> static State<R> derivative(const State<R>&, const Terms<R>&, const Parameters<R>& p, const R& I)
    {
        return {.V = I / p.C};
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.V - p.V_th; }
    template<class R> static State<R> reset(const State<R>&, const Parameters<R>& p) { return {.V = p.V_reset}; }
    template<class R> static Derived<R> derive(const Parameters<R>& p) { return {.Q_th = p.C * (p.V_th - p.V_reset), .I_th = 0}; }
    template<class R> static R interval(const Parameters<R>& p, const Derived<R>& d, const R& I) { return p.t_ref + d.Q_th / I; }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.V = p.V_reset}; }
};

}
