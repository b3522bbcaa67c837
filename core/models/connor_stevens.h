// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_of.h"

namespace rheobase {

/// A walking-leg axon of the crab, which can fire as slowly as one likes: a transient potassium current (A) holds V back between spikes.
/// Connor, Walter & McKown, Biophys. J. 18:81 (1977), in the form of Dayan & Abbott, Theoretical Neuroscience (2001), sections 6.1 and 6.2.
struct ConnorStevens {
    static constexpr std::string_view id = "connor-stevens", name = "Connor–Stevens",
                                      source = "Connor, Walter & McKown, Biophys. J. 18:81 (1977)";
    static constexpr Quantity input{"I", "µA/cm²", 10, -20, 40, "injected current", Part::injectedCurrent};
    static constexpr double spikeLevel = 0;

    // clang-format off
    template<class R> struct Parameters { R C, g_Na, g_K, g_A, g_L, E_Na, E_K, E_A, E_L; };
    template<class R> struct State      { R V, m, h, n, a, b; };
    template<class R> struct Terms      { R I_Na, I_K, I_A, I_L, alpha_m, beta_m, alpha_h, beta_h, alpha_n, beta_n, m_inf, h_inf, n_inf, a_inf, b_inf, tau_m, tau_h, tau_n, tau_a, tau_b, Q; };
    using P = Parameters<double>; using X = State<double>; using T = Terms<double>;

    static constexpr auto parameters = table<P>({
        {&P::C,    {"C",    "µF/cm²",    1,  0.5,   5, "membrane capacitance", Part::capacitance, Scale::logarithmic, positive}},
        {&P::g_Na, {"g_Na", "mS/cm²",  120,    0, 240, "sodium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_K,  {"g_K",  "mS/cm²",   20,    0,  80, "potassium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_A,  {"g_A",  "mS/cm²", 47.7,    0, 100, "A-type potassium conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::g_L,  {"g_L",  "mS/cm²",  0.3,    0,   2, "leak conductance", Part::conductance, Scale::linear, nonNegative}},
        {&P::E_Na, {"E_Na", "mV",       55,    0, 100, "sodium reversal potential", Part::reversal}},
        {&P::E_K,  {"E_K",  "mV",      -72, -100, -40, "potassium reversal potential", Part::reversal}},
        {&P::E_A,  {"E_A",  "mV",      -75, -100, -40, "A-type potassium reversal potential", Part::reversal}},
        {&P::E_L,  {"E_L",  "mV",      -17,  -80,   0, "leak reversal potential", Part::reversal}},
    });
    static constexpr auto state = table<X>({
        {&X::V, {"V", "mV",    -68, -100, 60, "membrane potential", Part::membranePotential}},
        {&X::m, {"m", "",  0.01007,    0,  1, "sodium activation", Part::gate, Scale::linear, {0, 1}}},
        {&X::h, {"h", "",  0.96591,    0,  1, "sodium inactivation", Part::gate, Scale::linear, {0, 1}}},
        {&X::n, {"n", "",  0.15586,    0,  1, "potassium activation", Part::gate, Scale::linear, {0, 1}}},
        {&X::a, {"a", "",  0.54042,    0,  1, "A-type activation", Part::gate, Scale::linear, {0, 1.02}}},
        {&X::b, {"b", "",  0.28867,    0,  1, "A-type inactivation", Part::gate, Scale::linear, {0, 1}}},
    });
    static constexpr auto terms = table<T>({
        {&T::I_Na,    {"I_Na", "µA/cm²", 0, -1500,  200, "sodium current (outward)", Part::ionicCurrent}},
        {&T::I_K,     {"I_K",  "µA/cm²", 0,  -200, 1500, "potassium current (outward)", Part::ionicCurrent}},
        {&T::I_A,     {"I_A",  "µA/cm²", 0,  -200, 1500, "A-type potassium current (outward)", Part::ionicCurrent}},
        {&T::I_L,     {"I_L",  "µA/cm²", 0,  -100,  100, "leak current (outward)", Part::ionicCurrent}},
        {&T::alpha_m, {"α_m", "1/ms", 0, 0, 60, "opening rate of m", Part::rate}},
        {&T::beta_m,  {"β_m", "1/ms", 0, 0, 200, "closing rate of m", Part::rate}},
        {&T::alpha_h, {"α_h", "1/ms", 0, 0,  5, "opening rate of h", Part::rate}},
        {&T::beta_h,  {"β_h", "1/ms", 0, 0,  5, "closing rate of h", Part::rate}},
        {&T::alpha_n, {"α_n", "1/ms", 0, 0,  5, "opening rate of n", Part::rate}},
        {&T::beta_n,  {"β_n", "1/ms", 0, 0,  1, "closing rate of n", Part::rate}},
        {&T::m_inf,   {"m_∞", "", 0, 0, 1, "steady state of m", Part::steadyState}},
        {&T::h_inf,   {"h_∞", "", 0, 0, 1, "steady state of h", Part::steadyState}},
        {&T::n_inf,   {"n_∞", "", 0, 0, 1, "steady state of n", Part::steadyState}},
        {&T::a_inf,   {"a_∞", "", 0, 0, 2, "steady state of a", Part::steadyState}},
        {&T::b_inf,   {"b_∞", "", 0, 0, 1, "steady state of b", Part::steadyState}},
        {&T::tau_m,   {"τ_m", "ms", 0, 0,  1, "time constant of m", Part::timeConstant}},
        {&T::tau_h,   {"τ_h", "ms", 0, 0, 10, "time constant of h", Part::timeConstant}},
        {&T::tau_n,   {"τ_n", "ms", 0, 0, 10, "time constant of n", Part::timeConstant}},
        {&T::tau_a,   {"τ_a", "ms", 0, 0,  2, "time constant of a", Part::timeConstant}},
        {&T::tau_b,   {"τ_b", "ms", 0, 0,  4, "time constant of b", Part::timeConstant}},
        {&T::Q,       {"Q", "nC/cm²", 0, -200, 200, "charge on the membrane", Part::charge}},
    });
    // clang-format on

    /// e^(−z) for z = (V + tenths/10)/k
    template<int k, int tenths, class R> static R fall(const Decaying<80, R>& x)
    {
        if constexpr (isSymbolic<R>) return exp(-(x.V + tenths / 10.0) / k);
        else {
            constexpr double factor = elementary::exp(-tenths / (10.0 * k));
            return factor * decay<k, 0>(x);
        }
    }
    /// z / (1 − e^−z)
    template<int k, int tenths, class R> static R rise(const Decaying<80, R>& x)
    {
        if constexpr (isSymbolic<R>) return expLinear((x.V + tenths / 10.0) / k);
        else return expLinear(R((x.V + tenths / 10.0) * (1.0 / k)), fall<k, tenths>(x));
    }
    template<class R> static Terms<R> evaluate(const State<R>& x, const Parameters<R>& p)
    {
        const R& V = x.V;
        const Decaying<80, R> falling(V);
        const R alpha_m = 3.8 * rise<10, 297>(falling), beta_m = 15.2 * exp(-0.0556 * (V + 54.7));
        const R alpha_h = 0.266 * fall<20, 480>(falling), beta_h = 3.8 / (1 + fall<10, 180>(falling));
        const R alpha_n = 0.2 * rise<10, 457>(falling), beta_n = 0.25 * fall<80, 557>(falling);
        return {
            .I_Na = p.g_Na * power<3>(x.m) * x.h * (V - p.E_Na),
            .I_K = p.g_K * power<4>(x.n) * (V - p.E_K),
            .I_A = p.g_A * power<3>(x.a) * x.b * (V - p.E_A),
            .I_L = p.g_L * (V - p.E_L),
            // clang-format off
            .alpha_m = alpha_m, .beta_m = beta_m, .alpha_h = alpha_h, .beta_h = beta_h, .alpha_n = alpha_n, .beta_n = beta_n,
            .m_inf = alpha_m / (alpha_m + beta_m), .h_inf = alpha_h / (alpha_h + beta_h), .n_inf = alpha_n / (alpha_n + beta_n),
            .a_inf = pow(0.0761 * exp(0.0314 * (V + 94.22)) / (1 + exp(0.0346 * (V + 1.17))), R(1.0 / 3)),
            .b_inf = power<4>(R(1 / (1 + exp(0.0688 * (V + 53.3))))),
            .tau_m = 1 / (alpha_m + beta_m), .tau_h = 1 / (alpha_h + beta_h), .tau_n = 1 / (alpha_n + beta_n),
            .tau_a = 0.3632 + 1.158 / (1 + exp(0.0497 * (V + 55.96))), .tau_b = 1.24 + 2.678 / (1 + exp(0.0624 * (V + 50))),
            .Q = p.C * V,
            // clang-format on
        };
    }
    template<class R> static State<R> derivative(const State<R>& x, const Terms<R>& t, const Parameters<R>& p, const R& I)
    {
        return {
            .V = (I - t.I_Na - t.I_K - t.I_A - t.I_L) / p.C,
            .m = t.alpha_m * (1 - x.m) - t.beta_m * x.m,
            .h = t.alpha_h * (1 - x.h) - t.beta_h * x.h,
            .n = t.alpha_n * (1 - x.n) - t.beta_n * x.n,
            .a = (t.a_inf - x.a) / t.tau_a,
            .b = (t.b_inf - x.b) / t.tau_b,
        };
    }
};

}
