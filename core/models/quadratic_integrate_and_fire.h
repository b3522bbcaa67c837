// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// The least equation with a spike: V falls back to V_rest below the threshold V_c, and runs away above it. τ dV/dt = a0 (V − V_rest)
/// (V − V_c) + R I; at V_th, the peak, a spike, then V_reset. The normal form of every neuron that can fire as slowly as one likes.
/// Latham et al., J. Neurophysiol. 83:808 (2000); defaults: Gerstner, Kistler, Naud & Paninski, Neuronal Dynamics (2014), section 5.3.
struct QuadraticIntegrateAndFire {
    static constexpr std::string_view id = "quadratic-integrate-and-fire", name = "Quadratic integrate-and-fire",
                                      source = "Latham, Richmond, Nelson & Nirenberg, J. Neurophysiol. 83:808 (2000)";
    static constexpr Quantity input{"I", "nA", 1, -1, 4, "injected current", Part::injectedCurrent};

    // clang-format off
    template<class R> struct Parameters { R tau, a0, V_rest, V_c, R_, V_th, V_reset; };
    template<class R> struct State      { R V; };
    template<class R> struct Terms      { };
    template<class R> struct Derived    { R I_th; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::tau,     Quantity{"τ",       "ms",    10,    1, 100, "membrane time constant", Part::timeConstant, Scale::logarithmic, positive}
             .doing("Longer: V moves more slowly, and spikes are further apart.")},
        {&P::a0,      Quantity{"a0",      "1/mV", 0.1, 0.01,   1, "curvature", Part::none, Scale::logarithmic, positive}
             .doing("More: V is driven harder away from between rest and threshold, so that more current is needed.")},
        {&P::V_rest,  Quantity{"V_rest",  "mV",   -70,  -90, -60, "resting potential", Part::restingPotential}
             .doing("Where V rests without current: higher, and it is nearer to its threshold.")},
        {&P::V_c,     Quantity{"V_c",     "mV",   -55,  -60, -45, "threshold of a short pulse"}
             .doing("Beyond it V runs away by itself: higher, and a pulse must be stronger.")},
        {&P::R_,      {"R",       "MΩ",    10,    1, 100, "resistance", Part::resistance, Scale::logarithmic, positive}},
        {&P::V_th,    Quantity{"V_th",    "mV",   -40,  -44,  40, "peak of a spike", Part::threshold}
             .doing("Where a spike is cut off. V is rising so fast there that it hardly matters when the spike comes.")},
        {&P::V_reset, {"V_reset", "mV",   -60,  -90, -45, "reset potential", Part::reset}},
    });
    static constexpr Order orders[] = {below<P>(&P::V_reset, &P::V_th)};
    static constexpr auto state = table<X>({{&X::V, {"V", "mV", -70, -120, 40, "membrane potential", Part::membranePotential}}});
    static constexpr auto terms = emptyTable;
    static constexpr auto derived = table<D>({
        {&D::I_th, {"I_th", "nA", 0.5625, -100, 200, "rheobase: the least lasting current that makes the neuron fire", Part::rheobase}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>&, const Parameters<R>&) { return {}; }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>&, const Parameters<R>& p, const R& I)
    {
        const R V = upTo(x.V, p.V_th);
        return {.V = (p.a0 * (V - p.V_rest) * (V - p.V_c) + p.R_ * I) / p.tau};
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.V - p.V_th; }
    template<class R> static State<R> reset(const State<R>&, const Parameters<R>& p) { return {.V = p.V_reset}; }
    template<class R> static Derived<R> derive(const Parameters<R>& p)
    {
        return {.I_th = p.a0 * power<2>(R(p.V_c - p.V_rest)) / (4 * p.R_)};
    }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.V = p.V_rest}; }
};

}
