// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// The squid giant axon's membrane: sodium and potassium channels whose gates open and close with voltage.
/// Hodgkin & Huxley, J. Physiol. 117:500 (1952), in the modern convention: V_modern = −65 mV − V_1952.
/// Q10 = 3 on all six rates, conductances independent of temperature.
struct HodgkinHuxley {
    static constexpr std::string_view id = "hodgkin-huxley", name = "Hodgkin–Huxley", brief = "squid axon",
                                      source = "Hodgkin & Huxley, J. Physiol. 117:500 (1952)";
    static constexpr Quantity input{"I", "µA/cm²", 10, -20, 50, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0;

    // clang-format off
    template<class R> struct Parameters { R C, g_Na, g_K, g_L, E_Na, E_K, E_L, T; };
    template<class R> struct State      { R V, m, h, n; };
    template<class R> struct Terms      { R I_Na, I_K, I_L, alpha_m, beta_m, alpha_h, beta_h, alpha_n, beta_n, m_inf, h_inf, n_inf, tau_m, tau_h, tau_n, phi, Q; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,    {"C",    "µF/cm²",       1,  0.5,    5, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::g_Na, {"g_Na", "mS/cm²",     120,    0,  240, "sodium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_K,  {"g_K",  "mS/cm²",      36,    0,   80, "potassium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_L,  {"g_L",  "mS/cm²",     0.3,    0,    2, "leak conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::E_Na, {"E_Na", "mV",          50,    0,  100, "sodium reversal potential", Part::reversal}},
        {&P::E_K,  {"E_K",  "mV",         -77, -100,  -40, "potassium reversal potential", Part::reversal}},
        {&P::E_L,  {"E_L",  "mV",     -54.387,  -80,  -20, "leak reversal potential", Part::reversal}},
        {&P::T,    {"T",    "°C",         6.3,    0,   25, "temperature", Part::temperature, Scale::linear, {-20, 60}}},
    });
    static constexpr auto state = table<X>({
        {&X::V, {"V", "mV",    -65, -100, 60, "membrane potential", Part::membranePotential}},
        {&X::m, {"m", "",  0.05293,    0,  1, "sodium activation", Part::gate, Scale::linear, {0, 1}}},
        {&X::h, {"h", "",  0.59612,    0,  1, "sodium inactivation", Part::gate, Scale::linear, {0, 1}}},
        {&X::n, {"n", "",  0.31768,    0,  1, "potassium activation", Part::gate, Scale::linear, {0, 1}}},
    });
    static constexpr auto terms = table<T>({
        {&T::I_Na,    {"I_Na", "µA/cm²", 0, -1000,  200, "sodium current (outward)", Part::ionicCurrent}},
        {&T::I_K,     {"I_K",  "µA/cm²", 0,  -200, 1000, "potassium current (outward)", Part::ionicCurrent}},
        {&T::I_L,     {"I_L",  "µA/cm²", 0,  -100,  100, "leak current (outward)", Part::ionicCurrent}},
        {&T::alpha_m, {"α_m", "1/ms", 0, 0, 20, "opening rate of m at 6.3 °C", Part::rate}},
        {&T::beta_m,  {"β_m", "1/ms", 0, 0, 40, "closing rate of m at 6.3 °C", Part::rate}},
        {&T::alpha_h, {"α_h", "1/ms", 0, 0,  1, "opening rate of h at 6.3 °C", Part::rate}},
        {&T::beta_h,  {"β_h", "1/ms", 0, 0,  1, "closing rate of h at 6.3 °C", Part::rate}},
        {&T::alpha_n, {"α_n", "1/ms", 0, 0,  2, "opening rate of n at 6.3 °C", Part::rate}},
        {&T::beta_n,  {"β_n", "1/ms", 0, 0,  1, "closing rate of n at 6.3 °C", Part::rate}},
        {&T::m_inf,   {"m_∞", "", 0, 0, 1, "steady state of m", Part::steadyState}},
        {&T::h_inf,   {"h_∞", "", 0, 0, 1, "steady state of h", Part::steadyState}},
        {&T::n_inf,   {"n_∞", "", 0, 0, 1, "steady state of n", Part::steadyState}},
        {&T::tau_m,   {"τ_m", "ms", 0, 0,  1, "time constant of m", Part::timeConstant}},
        {&T::tau_h,   {"τ_h", "ms", 0, 0, 10, "time constant of h", Part::timeConstant}},
        {&T::tau_n,   {"τ_n", "ms", 0, 0, 10, "time constant of n", Part::timeConstant}},
        {&T::phi,     {"φ", "", 1, 0, 100, "temperature factor of the rates"}},
        {&T::Q,       {"Q", "nC/cm²", 0, -200, 200, "charge on the membrane", Part::charge}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        const Decaying<720, R> V(x.V);
        const R alpha_m = expLinear<10, 40>(V), beta_m = 4 * decay<18, 65>(V);
        const R alpha_h = 0.07 * decay<20, 65>(V), beta_h = 1 / (1 + decay<10, 35>(V));
        const R alpha_n = 0.1 * expLinear<10, 55>(V), beta_n = 0.125 * decay<80, 65>(V);
        const R phi = raised<3>((p.T - 6.3) / 10);
        return {
            .I_Na = p.g_Na * power<3>(x.m) * x.h * (x.V - p.E_Na),
            .I_K = p.g_K * power<4>(x.n) * (x.V - p.E_K),
            .I_L = p.g_L * (x.V - p.E_L),
            // clang-format off
            .alpha_m = alpha_m, .beta_m = beta_m, .alpha_h = alpha_h, .beta_h = beta_h, .alpha_n = alpha_n, .beta_n = beta_n,
            .m_inf = alpha_m / (alpha_m + beta_m), .h_inf = alpha_h / (alpha_h + beta_h), .n_inf = alpha_n / (alpha_n + beta_n),
            .tau_m = 1 / (phi * (alpha_m + beta_m)), .tau_h = 1 / (phi * (alpha_h + beta_h)), .tau_n = 1 / (phi * (alpha_n + beta_n)),
            .phi = phi, .Q = p.C * x.V,
            // clang-format on
        };
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {
            .V = (I - t.I_Na - t.I_K - t.I_L) / p.C,
            .m = t.phi * (t.alpha_m * (1 - x.m) - t.beta_m * x.m),
            .h = t.phi * (t.alpha_h * (1 - x.h) - t.beta_h * x.h),
            .n = t.phi * (t.alpha_n * (1 - x.n) - t.beta_n * x.n),
        };
    }
};

}
