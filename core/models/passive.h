// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// The membrane as a circuit: a capacitor, and a resistor in series with the battery that sets the resting potential.
/// C dV/dt = I − (V − E_L)/R, and Q = C·V. Hermann (1905), Beiträge zur Physiologie und Physik des Nerven;
/// Gerstner, Kistler, Naud & Paninski, Neuronal Dynamics (2014), section 1.3.
struct Passive {
    static constexpr std::string_view id = "passive", name = "Passive membrane", brief = "passive",
                                      source = "Gerstner, Kistler, Naud & Paninski, Neuronal Dynamics (2014), section 1.3";
    static constexpr Quantity input{"I", "nA", 1, -4, 4, "injected current", Part::injectedCurrent};
    static constexpr bool linear = true;

    // clang-format off
    template<class R> struct Parameters { R C, R_, E_L; };
    template<class R> struct State      { R V; };
    template<class R> struct Terms      { R I_L, Q; };
    template<class R> struct Derived    { R tau, V_rest; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,   {"C",   "nF",  0.8, 0.05,   5, "capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::R_,  {"R",   "MΩ",   10,    1, 200, "resistance", Part::resistance, Scale::logarithmic, positive}},
        {&P::E_L, {"E_L", "mV",  -70, -100,   0, "leak reversal potential (battery)", Part::reversal}},
    });
    static constexpr auto state = table<X>({{&X::V, {"V", "mV", -70, -120, 40, "membrane potential", Part::membranePotential}}});
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
    template<class R> static State<R> derivative(const State<R>&, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {.V = (I - t.I_L) / p.C};
    }
    template<class R> static Derived<R> derive(const Parameters<R>& p) { return {.tau = p.R_ * p.C, .V_rest = p.E_L}; }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.V = p.E_L}; }
};

}
