// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A leaky membrane with a threshold: it forgets old input with τ = RC, and only a current above the rheobase
/// I_th = (V_th − E_L)/R makes it fire. C dV/dt = I − (V − E_L)/R; at V_th a spike, then V_reset for t_ref.
/// Lapicque, J. Physiol. Pathol. Gén. 9:620 (1907); Stein, Biophys. J. 5:173 (1965).
/// Defaults: exercises of Gerstner, Kistler, Naud & Paninski, Neuronal Dynamics (EPFL, 2014), section 1.3.
struct LeakyIntegrateAndFire {
    static constexpr std::string_view id = "leaky-integrate-and-fire", name = "Leaky integrate-and-fire", brief = "leaky",
                                      source = "Lapicque, J. Physiol. Pathol. Gén. 9:620 (1907); Stein, Biophys. J. 5:173 (1965)";
    static constexpr Quantity input{"I", "nA", 2.1, -1, 8, "injected current", Part::injectedCurrent};
    static constexpr bool linear = true;

    // clang-format off
    template<class R> struct Parameters { R C, R_, E_L, V_th, V_reset, t_ref; };
    template<class R> struct State      { R V; };
    template<class R> struct Terms      { R I_L, Q; };
    template<class R> struct Derived    { R tau, I_th, V_rest; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,       {"C",       "nF",  0.8, 0.05,   5, "capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::R_,      {"R",       "MΩ",   10,    1, 200, "resistance", Part::resistance, Scale::logarithmic, positive}},
        {&P::E_L,     {"E_L",     "mV",  -70, -100,   0, "leak reversal potential (battery)", Part::reversal}},
        {&P::V_th,    {"V_th",    "mV",  -50,  -70,  40, "threshold", Part::threshold}},
        {&P::V_reset, {"V_reset", "mV",  -65, -100,  30, "reset potential", Part::reset}},
        {&P::t_ref,   {"t_ref",   "ms",    2,    0,  20, "refractory period", Part::refractoryPeriod, Scale::linear, nonNegative}},
    });
    static constexpr Order orders[] = {below<P>(&P::V_reset, &P::V_th)};
    static constexpr auto state = table<X>({{&X::V, {"V", "mV", -70, -120, 40, "membrane potential", Part::membranePotential}}});
    static constexpr auto terms = table<T>({
        {&T::I_L, {"I_L", "nA", 0, -10, 10, "leak current (outward)", Part::ionicCurrent}},
        {&T::Q,   {"Q",   "pC", 0, -200, 200, "charge on the membrane", Part::charge}},
    });
    static constexpr auto derived = table<D>({
        {&D::tau,    {"τ",      "ms",   8,    0, 1000, "membrane time constant", Part::timeConstant}},
        {&D::I_th,   {"I_th",   "nA",   2, -100,  200, "rheobase: the least lasting current that makes the neuron fire", Part::rheobase}},
        {&D::V_rest, {"V_rest", "mV", -70, -120,   40, "resting potential", Part::restingPotential}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        return {.I_L = (x.V - p.E_L) / p.R_, .Q = p.C * x.V};
    }
    template<class R> static State<R> derivative(const State<R>&, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {.V = (I - t.I_L) / p.C};
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.V - p.V_th; }
    template<class R> static State<R> reset(const State<R>&, const Parameters<R>& p) { return {.V = p.V_reset}; }
    template<class R> static Derived<R> derive(const Parameters<R>& p)
    {
        return {.tau = p.R_ * p.C, .I_th = (p.V_th - p.E_L) / p.R_, .V_rest = p.E_L};
    }
    template<class R> static R interval(const Parameters<R>& p, const Derived<R>& d, const R& I)
    {
        return p.t_ref + d.tau * log((p.E_L + p.R_ * I - p.V_reset) / (p.E_L + p.R_ * I - p.V_th));
    }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.V = p.E_L}; }
};

}
