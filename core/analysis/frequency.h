// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "trace.h"

#include <complex>
#include <optional>
#include <string_view>

namespace rheobase {

/// The unit of an impedance of this model: MΩ for mV and nA, kΩ·cm² for mV and µA/cm²; empty where the model has no units.
Unit impedanceUnit(const Model& model);

/// How V answers a small sine current around a fixed point: Z(f) = e_V·(iω − J)⁻¹·∂(dx/dt)/∂I with ω = 2πf, in impedanceUnit(); its argument
/// is the phase by which V leads the current.
class Impedance {
public:
    /// Around the state x under the current I, which should be a fixed point (any state does for a linear model).
    Impedance(const Model& model, std::span<const double> parameters, double I, std::vector<double> x);
    /// At a frequency in Hz.
    std::complex<double> at(double frequency) const;

private:
    std::size_t m_size;
    std::vector<double> m_jacobian, m_byCurrent;
};

/// The impedance of the neuron where it can stay under a lasting current; empty where it cannot (it fires, or has no rest).
std::optional<Impedance> impedanceAtRest(const Model& model, std::span<const double> parameters, double I);

/// R/(1 + 2πifτ), for models with a resistance R and a derived time constant τ; empty for the others.
std::optional<std::complex<double>> membraneImpedance(const Model& model, std::span<const double> parameters, double frequency);

/// The frequency in Hz between two at which |Z| is greatest, where that is not at an end: the resonance.
std::optional<double> resonance(const Impedance& impedance, double from, double to);

/// The frequency in Hz between two above which |Z| stays below |Z(0)|/√2, where that is not at an end: the cut-off.
std::optional<double> cutoff(const Impedance& impedance, double from, double to);

/// The current around which a stimulus swings at t (ms): all of it but its sines.
double holdingCurrent(const Stimulus& stimulus, double t);

/// The first sine of a stimulus that is on at t (ms).
std::optional<Piece> sineAt(const Stimulus& stimulus, double t);

/// V over I at a frequency in Hz: of sines fitted to the last whole periods of a run (at most `periods`) from `since` ms on; empty
/// where less than one is recorded, where a spike falls into them, or where I does not swing so.
std::optional<std::complex<double>> measuredImpedance(const Trace& trace, double frequency, double since = 0, int periods = 4);

}
