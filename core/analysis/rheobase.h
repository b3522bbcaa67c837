// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <optional>
#include <stop_token>

namespace rheobase {

/// The least lasting currents that make a neuron fire, in the model's current unit; NaN where none is found. Below 0: the neuron fires without
/// input, and these currents keep it from it.
struct Rheobase {
    double spike;          ///< at least one spike after a step from rest
    double sustained;      ///< firing that lasts
    bool isGraded = false; ///< there is none, as the response grows with the current instead of being all or none
    bool operator==(const Rheobase&) const = default;
};

/// The stable resting potential in mV without input (dV/dt = 0 and rising through it, gates at their steady state);
/// empty where there is none.
std::optional<double> restingPotential(const Model& model, std::span<const double> parameters);

/// The rheobase without a search, where the model states it as the derived quantity I_th.
std::optional<Rheobase> statedRheobase(const Model& model, std::span<const double> parameters);

/// The rheobase by bisection of current steps from rest; stops early (empty) when asked to. Steps last `duration` ms;
/// firing is sustained where a spike falls into the last third. Accurate to 2e-4 of the model's unit
/// for one spike, to 3e-4 for sustained firing.
std::optional<Rheobase> searchRheobase(const Experiment& experiment, std::stop_token stop, double duration = 600);

}
