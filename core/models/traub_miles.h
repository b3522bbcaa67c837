// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A cortical pyramidal cell as one compartment: the squid axon's equations with the rates of the hippocampus. Traub & Miles, Neuronal
/// Networks of the Hippocampus (1991), in the form of Brette et al., J. Comput. Neurosci. 23:349 (2007), benchmark 3 (PyNN's HH_cond_exp,
/// Brian's COBAHH); defaults: PyNN's.
struct TraubMiles {
    static constexpr std::string_view id = "traub-miles", name = "Traub–Miles (cortical Hodgkin–Huxley)",
                                      source = "Traub & Miles (1991); Brette et al., J. Comput. Neurosci. 23:349 (2007)";
    static constexpr Quantity input{"I", "µA/cm²", 1, -2, 20, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0;

    // clang-format off
    template<class R> struct Parameters { R C, g_Na, g_K, g_L, E_Na, E_K, V_T, E_L; };
    template<class R> struct State      { R V, m, h, n; };
    template<class R> struct Terms      { R I_Na, I_K, I_L, alpha_m, beta_m, alpha_h, beta_h, alpha_n, beta_n, m_inf, h_inf, n_inf, tau_m, tau_h, tau_n, Q; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,    {"C",    "µF/cm²",    1,  0.5,   5, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::g_Na, {"g_Na", "mS/cm²",  100,    0, 200, "sodium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_K,  {"g_K",  "mS/cm²",   30,    0,  80, "potassium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_L,  {"g_L",  "mS/cm²", 0.05,    0,   1, "leak conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::E_Na, {"E_Na", "mV",       50,    0, 100, "sodium reversal potential", Part::reversal}},
        {&P::E_K,  {"E_K",  "mV",      -90, -100, -40, "potassium reversal potential", Part::reversal}},
        {&P::V_T,  Quantity{"V_T",  "mV",      -63,  -75, -50, "potential that the rates are counted from"}
             .doing("Higher: all gates open further up, so that the threshold is higher.")},
        {&P::E_L,  {"E_L",  "mV",      -65,  -80, -40, "leak reversal potential", Part::reversal}},
    });
    static constexpr auto state = table<X>({
        {&X::V, {"V", "mV",    -65, -100, 60, "membrane potential", Part::membranePotential}},
        {&X::m, {"m", "",  0.01023,    0,  1, "sodium activation", Part::gate, Scale::linear, {0, 1}}},
        {&X::h, {"h", "",  0.99741,    0,  1, "sodium inactivation", Part::gate, Scale::linear, {0, 1}}},
        {&X::n, {"n", "",  0.02817,    0,  1, "potassium activation", Part::gate, Scale::linear, {0, 1}}},
    });
    static constexpr auto terms = table<T>({
        {&T::I_Na,    {"I_Na", "µA/cm²", 0, -2000,  200, "sodium current (outward)", Part::ionicCurrent}},
        {&T::I_K,     {"I_K",  "µA/cm²", 0,  -200, 2000, "potassium current (outward)", Part::ionicCurrent}},
        {&T::I_L,     {"I_L",  "µA/cm²", 0,  -100,  100, "leak current (outward)", Part::ionicCurrent}},
        {&T::alpha_m, {"α_m", "1/ms", 0, 0, 40, "opening rate of m", Part::rate}},
        {&T::beta_m,  {"β_m", "1/ms", 0, 0, 40, "closing rate of m", Part::rate}},
        {&T::alpha_h, {"α_h", "1/ms", 0, 0,  5, "opening rate of h", Part::rate}},
        {&T::beta_h,  {"β_h", "1/ms", 0, 0,  5, "closing rate of h", Part::rate}},
        {&T::alpha_n, {"α_n", "1/ms", 0, 0, 10, "opening rate of n", Part::rate}},
        {&T::beta_n,  {"β_n", "1/ms", 0, 0,  5, "closing rate of n", Part::rate}},
        {&T::m_inf,   {"m_∞", "", 0, 0, 1, "steady state of m", Part::steadyState}},
        {&T::h_inf,   {"h_∞", "", 0, 0, 1, "steady state of h", Part::steadyState}},
        {&T::n_inf,   {"n_∞", "", 0, 0, 1, "steady state of n", Part::steadyState}},
        {&T::tau_m,   {"τ_m", "ms", 0, 0,  1, "time constant of m", Part::timeConstant}},
        {&T::tau_h,   {"τ_h", "ms", 0, 0, 10, "time constant of h", Part::timeConstant}},
        {&T::tau_n,   {"τ_n", "ms", 0, 0, 10, "time constant of n", Part::timeConstant}},
        {&T::Q,       {"Q", "nC/cm²", 0, -200, 200, "charge on the membrane", Part::charge}},
    });
    // clang-format on

    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        const R v = x.V - p.V_T;
        const R alpha_m = 1.28 * expLinear((v - 13) / 4), beta_m = 1.4 * expLinear((40 - v) / 5);
        const R alpha_h = 0.128 * exp((17 - v) / 18), beta_h = 4 / (1 + exp((40 - v) / 5));
        const R alpha_n = 0.16 * expLinear((v - 15) / 5), beta_n = 0.5 * exp((10 - v) / 40);
        return {
            .I_Na = p.g_Na * power<3>(x.m) * x.h * (x.V - p.E_Na),
            .I_K = p.g_K * power<4>(x.n) * (x.V - p.E_K),
            .I_L = p.g_L * (x.V - p.E_L),
            // clang-format off
            .alpha_m = alpha_m, .beta_m = beta_m, .alpha_h = alpha_h, .beta_h = beta_h, .alpha_n = alpha_n, .beta_n = beta_n,
            .m_inf = alpha_m / (alpha_m + beta_m), .h_inf = alpha_h / (alpha_h + beta_h), .n_inf = alpha_n / (alpha_n + beta_n),
            .tau_m = 1 / (alpha_m + beta_m), .tau_h = 1 / (alpha_h + beta_h), .tau_n = 1 / (alpha_n + beta_n),
            .Q = p.C * x.V,
            // clang-format on
        };
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {
            .V = (I - t.I_Na - t.I_K - t.I_L) / p.C,
            .m = t.alpha_m * (1 - x.m) - t.beta_m * x.m,
            .h = t.alpha_h * (1 - x.h) - t.beta_h * x.h,
            .n = t.alpha_n * (1 - x.n) - t.beta_n * x.n,
        };
    }
};

}
