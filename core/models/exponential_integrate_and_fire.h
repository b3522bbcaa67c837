// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A leaky membrane whose upstroke is exponential, as sodium channels make it. C dV/dt = I − g_L (V − E_L)
/// + g_L Δ_T e^((V − V_T)/Δ_T); at V_th, the peak, a spike, then V_reset for t_ref.
/// Fourcaud-Trocmé, Hansel, van Vreeswijk & Brunel, J. Neurosci. 23:11628 (2003), and its defaults.
struct ExponentialIntegrateAndFire {
    static constexpr std::string_view id = "exponential-integrate-and-fire", name = "Exponential integrate-and-fire",
                                      source = "Fourcaud-Trocmé, Hansel, van Vreeswijk & Brunel, J. Neurosci. 23:11628 (2003)";
    static constexpr Quantity input{"I", "µA/cm²", 0.5, -1, 4, "injected current", Part::injectedCurrent};

    // clang-format off
    template<class R> struct Parameters { R C, g_L, E_L, V_T, Delta_T, V_th, V_reset, t_ref; };
    template<class R> struct State      { R V; };
    template<class R> struct Terms      { R I_L, Q; };
    template<class R> struct Derived    { R tau, I_th; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>; using D = Derived<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,       {"C",       "µF/cm²",    1,  0.5,    5, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::g_L,     {"g_L",     "mS/cm²",  0.1, 0.02,    1, "leak conductance", Part::conductance, Scale::logarithmic, positive}},
        {&P::E_L,     {"E_L",     "mV",      -65, -100,  -50, "leak reversal potential", Part::reversal}},
        {&P::V_T,     Quantity{"V_T",     "mV",    -59.9,  -65,  -40, "potential where the upstroke begins"}
             .doing("Higher: the upstroke begins further up, so that more current is needed.")},
        {&P::Delta_T, Quantity{"Δ_T",     "mV",     3.48,  0.5,   10, "sharpness of the upstroke", Part::none, Scale::linear, positive}
             .doing("Smaller: the upstroke is steeper, and the threshold sharper. Towards 0 the neuron becomes the leaky one.")},
        {&P::V_th,    Quantity{"V_th",    "mV",        0,  -35,   40, "peak of a spike", Part::threshold}
             .doing("Where a spike is cut off. V is rising so fast there that it hardly matters when the spike comes.")},
        {&P::V_reset, {"V_reset", "mV",      -68, -100,  -50, "reset potential", Part::reset}},
        {&P::t_ref,   {"t_ref",   "ms",      1.7,    0,   20, "refractory period", Part::refractoryPeriod, Scale::linear, nonNegative}},
    });
    static constexpr Order orders[] = {below<P>(&P::V_reset, &P::V_th), below<P>(&P::V_T, &P::V_th)};
    static constexpr auto state = table<X>({{&X::V, {"V", "mV", -65, -120, 40, "membrane potential", Part::membranePotential}}});
    static constexpr auto terms = table<T>({
        {&T::I_L, {"I_L", "µA/cm²", 0,  -20,  20, "leak current (outward)", Part::ionicCurrent}},
        {&T::Q,   {"Q",   "nC/cm²", 0, -200, 200, "charge on the membrane", Part::charge}},
    });
    static constexpr auto derived = table<D>({
        {&D::tau,  {"τ",    "ms",        10,    0, 1000, "membrane time constant", Part::timeConstant}},
        {&D::I_th, {"I_th", "µA/cm²", 0.162, -100,  200, "rheobase: the least lasting current that makes the neuron fire", Part::rheobase}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        return {.I_L = p.g_L * (x.V - p.E_L), .Q = p.C * x.V};
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        const R V = upTo(x.V, p.V_th);
        return {.V = (I - t.I_L + p.g_L * p.Delta_T * exp((V - p.V_T) / p.Delta_T)) / p.C};
    }
    template<class R> static R fires(const State<R>& x, const Parameters<R>& p) { return x.V - p.V_th; }
    template<class R> static State<R> reset(const State<R>&, const Parameters<R>& p) { return {.V = p.V_reset}; }
    template<class R> static Derived<R> derive(const Parameters<R>& p)
    {
        return {.tau = p.C / p.g_L, .I_th = p.g_L * (p.V_T - p.E_L - p.Delta_T)};
    }
    template<class R> static State<R> start(const Parameters<R>& p) { return {.V = p.E_L}; }
};

}
