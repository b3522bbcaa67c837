// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A fast-spiking interneuron of the hippocampus, whose sodium activation follows V at once, so that it fires from nearly 0 to hundreds of
/// Hz. Wang & Buzsáki, J. Neurosci. 16:6402 (1996).
struct WangBuzsaki {
    static constexpr std::string_view id = "wang-buzsaki", name = "Wang–Buzsáki", source = "Wang & Buzsáki, J. Neurosci. 16:6402 (1996)";
    static constexpr Quantity input{"I", "µA/cm²", 1, -2, 10, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0;

    // clang-format off
    template<class R> struct Parameters { R C, g_Na, g_K, g_L, E_Na, E_K, E_L, phi; };
    template<class R> struct State      { R V, h, n; };
    template<class R> struct Terms      { R I_Na, I_K, I_L, alpha_m, beta_m, alpha_h, beta_h, alpha_n, beta_n, m_inf, h_inf, n_inf, tau_h, tau_n, Q; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,    {"C",    "µF/cm²",   1,  0.5,   5, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::g_Na, {"g_Na", "mS/cm²",  35,    0, 100, "sodium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_K,  {"g_K",  "mS/cm²",   9,    0,  40, "potassium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_L,  {"g_L",  "mS/cm²", 0.1,    0,   1, "leak conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::E_Na, {"E_Na", "mV",      55,    0, 100, "sodium reversal potential", Part::reversal}},
        {&P::E_K,  {"E_K",  "mV",     -90, -100, -40, "potassium reversal potential", Part::reversal}},
        {&P::E_L,  {"E_L",  "mV",     -65,  -80, -20, "leak reversal potential", Part::reversal}},
        {&P::phi,  Quantity{"φ",    "",         5,  0.5,  10, "speed of the gates", Part::none, Scale::linear, positive}
             .doing("Larger: the gates move faster, so that spikes are shorter and the neuron can fire faster.")},
    });
    static constexpr auto state = table<X>({
        {&X::V, {"V", "mV",    -64, -100, 60, "membrane potential", Part::membranePotential}},
        {&X::h, {"h", "",  0.78079,    0,  1, "sodium inactivation", Part::gate, Scale::linear, {0, 1}}},
        {&X::n, {"n", "",  0.08908,    0,  1, "potassium activation", Part::gate, Scale::linear, {0, 1}}},
    });
    static constexpr auto terms = table<T>({
        {&T::I_Na,    {"I_Na", "µA/cm²", 0, -1000,  200, "sodium current (outward)", Part::ionicCurrent}},
        {&T::I_K,     {"I_K",  "µA/cm²", 0,  -200, 1000, "potassium current (outward)", Part::ionicCurrent}},
        {&T::I_L,     {"I_L",  "µA/cm²", 0,  -100,  100, "leak current (outward)", Part::ionicCurrent}},
        {&T::alpha_m, {"α_m", "1/ms", 0, 0, 20, "opening rate of m", Part::rate}},
        {&T::beta_m,  {"β_m", "1/ms", 0, 0, 40, "closing rate of m", Part::rate}},
        {&T::alpha_h, {"α_h", "1/ms", 0, 0,  1, "opening rate of h, before φ", Part::rate}},
        {&T::beta_h,  {"β_h", "1/ms", 0, 0,  1, "closing rate of h, before φ", Part::rate}},
        {&T::alpha_n, {"α_n", "1/ms", 0, 0,  2, "opening rate of n, before φ", Part::rate}},
        {&T::beta_n,  {"β_n", "1/ms", 0, 0,  1, "closing rate of n, before φ", Part::rate}},
        {&T::m_inf,   {"m_∞", "", 0, 0, 1, "steady state of the sodium activation m", Part::steadyState}},
        {&T::h_inf,   {"h_∞", "", 0, 0, 1, "steady state of h", Part::steadyState}},
        {&T::n_inf,   {"n_∞", "", 0, 0, 1, "steady state of n", Part::steadyState}},
        {&T::tau_h,   {"τ_h", "ms", 0, 0, 10, "time constant of h", Part::timeConstant}},
        {&T::tau_n,   {"τ_n", "ms", 0, 0, 10, "time constant of n", Part::timeConstant}},
        {&T::Q,       {"Q", "nC/cm²", 0, -200, 200, "charge on the membrane", Part::charge}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        const Decaying<720, R> V(x.V);
        const R alpha_m = expLinear<10, 35>(V), beta_m = 4 * decay<18, 60>(V), m_inf = alpha_m / (alpha_m + beta_m);
        const R alpha_h = 0.07 * decay<20, 58>(V), beta_h = 1 / (1 + decay<10, 28>(V));
        const R alpha_n = 0.1 * expLinear<10, 34>(V), beta_n = 0.125 * decay<80, 44>(V);
        return {
            .I_Na = p.g_Na * power<3>(m_inf) * x.h * (x.V - p.E_Na),
            .I_K = p.g_K * power<4>(x.n) * (x.V - p.E_K),
            .I_L = p.g_L * (x.V - p.E_L),
            // clang-format off
            .alpha_m = alpha_m, .beta_m = beta_m, .alpha_h = alpha_h, .beta_h = beta_h, .alpha_n = alpha_n, .beta_n = beta_n,
            .m_inf = m_inf, .h_inf = alpha_h / (alpha_h + beta_h), .n_inf = alpha_n / (alpha_n + beta_n),
            .tau_h = 1 / (p.phi * (alpha_h + beta_h)), .tau_n = 1 / (p.phi * (alpha_n + beta_n)),
            .Q = p.C * x.V,
            // clang-format on
        };
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {
            .V = (I - t.I_Na - t.I_K - t.I_L) / p.C,
            .h = p.phi * (t.alpha_h * (1 - x.h) - t.beta_h * x.h),
            .n = p.phi * (t.alpha_n * (1 - x.n) - t.beta_n * x.n),
        };
    }
};

}
