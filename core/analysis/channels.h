// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"
#include "symbol.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rheobase {

/// An ionic current as its factors, read off the model's own equation: I = maximal · gating · driving, such as g_Na · m³h · (V − E_Na).
struct Channel {
    std::size_t current;                    ///< its term
    std::optional<std::size_t> conductance; ///< its parameter, where it has one that is a conductance
    std::optional<std::size_t> reversal;    ///< its parameter, where the driving force is V minus one
    Symbol maximal;                         ///< of parameters and numbers alone; empty: 1
    Symbol gating;                          ///< what changes with the state; empty: 1, as in a leak
    Symbol driving;                         ///< in mV; empty where the current is no conductance times a driving force
};

/// Every ionic current of a model, in the order of its terms.
std::vector<Channel> channelsOf(const Model& model);

/// The name of a gate that a quantity tells of: "m" of the state m, of m_∞, τ_m, α_m and β_m.
std::string_view gateOf(const Quantity& quantity);

}
