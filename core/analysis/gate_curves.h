// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rheobase {

/// What a gate, or another state besides V, does at each held potential.
struct GateCurve {
    std::string_view symbol;                         ///< "m"
    std::optional<std::size_t> state;                ///< none of a gate that follows V at once
    std::vector<std::size_t> rateTerms;              ///< the model's own rates of it (α_m, β_m)
    std::optional<std::size_t> steadyTerm, timeTerm; ///< the model's own m_∞ and τ_m
    std::vector<double> steadyState;                 ///< x∞, in the state's unit
    std::vector<double> timeConstant;                ///< τ in ms; not a number where it does not relax; empty if it follows at once
    std::vector<double> opening, closing;            ///< α = x∞/τ and β = (1 − x∞)/τ per ms; of gates between 0 and 1
    std::vector<std::vector<double>> rates;          ///< one for each of rateTerms
};

/// What an ionic current does at each potential, with all gates at their steady state.
struct ChannelCurve {
    Channel channel;
    std::vector<double> gating;       ///< m³h and the like, between 0 and 1; empty: not gated
    std::vector<double> conductance;  ///< maximal · gating; empty where there is no driving force
    std::vector<double> drivingForce; ///< V − E in mV
    std::vector<double> current;
};

/// The curves of a model over V.
struct GateCurves {
    std::vector<double> potentials; ///< mV
    std::vector<GateCurve> gates;
    std::vector<ChannelCurve> channels;
};

/// The gate curves of a model with these parameters at `count` ≥ 2 potentials from … to; by the model's own terms where it has them,
/// else by its Jacobian.
GateCurves gateCurves(const Model& model, std::span<const double> parameters, double from, double to, std::size_t count = 201);

}
