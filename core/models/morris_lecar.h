// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// The barnacle's giant muscle fibre: calcium that follows V at once, and potassium that follows slowly. Its two equations show every way
/// into firing. Morris & Lecar, Biophys. J. 35:193 (1981); defaults: Rinzel & Ermentrout, in Methods in Neuronal Modeling (1998), the set
/// with a Hopf bifurcation.
struct MorrisLecar {
    static constexpr std::string_view id = "morris-lecar", name = "Morris–Lecar", source = "Morris & Lecar, Biophys. J. 35:193 (1981)";
    static constexpr Quantity input{"I", "µA/cm²", 120, -50, 250, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0, spikeRearm = 5;

    // clang-format off
    template<class R> struct Parameters { R C, g_Ca, g_K, g_L, E_Ca, E_K, E_L, V1, V2, V3, V4, phi; };
    template<class R> struct State      { R V, w; };
    template<class R> struct Terms      { R I_Ca, I_K, I_L, m_inf, w_inf, tau_w, Q; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,    {"C",    "µF/cm²",   20,    5,  50, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::g_Ca, {"g_Ca", "mS/cm²",  4.4,    0,   8, "calcium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_K,  {"g_K",  "mS/cm²",    8,    0,  16, "potassium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_L,  {"g_L",  "mS/cm²",    2,    0,   4, "leak conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::E_Ca, {"E_Ca", "mV",      120,   50, 150, "calcium reversal potential", Part::reversal}},
        {&P::E_K,  {"E_K",  "mV",      -84, -100, -50, "potassium reversal potential", Part::reversal}},
        {&P::E_L,  {"E_L",  "mV",      -60,  -80, -20, "leak reversal potential", Part::reversal}},
        {&P::V1,   Quantity{"V1",   "mV",     -1.2,  -20,  20, "where half the calcium channels are open"}
             .doing("Higher: calcium channels open later, so that more current is needed.")},
        {&P::V2,   Quantity{"V2",   "mV",       18,    5,  40, "spread of their opening", Part::none, Scale::linear, positive}
             .doing("Smaller: calcium channels open all at once, and the upstroke is steeper.")},
        {&P::V3,   Quantity{"V3",   "mV",        2,  -20,  20, "where half the potassium channels are open"}
             .doing("Higher: potassium channels open later, so that V climbs and stays up more easily.")},
        {&P::V4,   Quantity{"V4",   "mV",       30,    5,  40, "spread of their opening, and of its rate", Part::none, Scale::linear, positive}
             .doing("Smaller: potassium channels open all at once. It decides how firing begins.")},
        {&P::phi,  Quantity{"φ",    "1/ms",   0.04, 0.01,   1, "rate of the potassium channels", Part::rate, Scale::logarithmic, positive}
             .doing("Larger: potassium follows V faster, so that spikes are shorter, and lower.")},
    });
    static constexpr auto state = table<X>({
        {&X::V, {"V", "mV",   -61, -100, 80, "membrane potential", Part::membranePotential}},
        {&X::w, {"w", "",   0.015,    0,  1, "potassium activation", Part::gate, Scale::linear, {0, 1}}},
    });
    static constexpr auto terms = table<T>({
        {&T::I_Ca,  {"I_Ca", "µA/cm²", 0, -2000,  500, "calcium current (outward)", Part::ionicCurrent}},
        {&T::I_K,   {"I_K",  "µA/cm²", 0,  -500, 2000, "potassium current (outward)", Part::ionicCurrent}},
        {&T::I_L,   {"I_L",  "µA/cm²", 0,  -500,  500, "leak current (outward)", Part::ionicCurrent}},
        {&T::m_inf, {"m_∞",  "", 0, 0,   1, "steady state of the calcium activation m", Part::steadyState}},
        {&T::w_inf, {"w_∞",  "", 0, 0,   1, "steady state of w", Part::steadyState}},
        {&T::tau_w, {"τ_w",  "ms", 0, 0, 100, "time constant of w", Part::timeConstant}},
        {&T::Q,     {"Q",    "nC/cm²", 0, -5000, 5000, "charge on the membrane", Part::charge}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        const R m_inf = (1 + tanh((x.V - p.V1) / p.V2)) / 2;
        return {
            .I_Ca = p.g_Ca * m_inf * (x.V - p.E_Ca),
            .I_K = p.g_K * x.w * (x.V - p.E_K),
            .I_L = p.g_L * (x.V - p.E_L),
            .m_inf = m_inf,
            .w_inf = (1 + tanh((x.V - p.V3) / p.V4)) / 2,
            .tau_w = 1 / (p.phi * cosh((x.V - p.V3) / (2 * p.V4))),
            .Q = p.C * x.V,
        };
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {.V = (I - t.I_Ca - t.I_K - t.I_L) / p.C, .w = (t.w_inf - x.w) / t.tau_w};
    }
};

}
