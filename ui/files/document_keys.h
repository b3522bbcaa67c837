// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QString>

namespace rheobase {

/// What those who read documents and those who write them agree upon.

/// Every integer up to here is a double of its own, so that any reader of JSON keeps it.
constexpr std::uint64_t mostExact = std::uint64_t{1} << 53;

/// The key of a quantity.
inline QString key(const Quantity& quantity) { return QString::fromStdString(identifier(quantity.symbol)); }

/// What a noise may have, whatever its kind: values that its present kind ignores are kept too.
inline std::vector<Quantity> allNoiseQuantities(const Model& model) { return noiseQuantities(Noise::Kind::ornsteinUhlenbeck, model.input); }

/// The spike level of an experiment with this model.
inline Quantity spikeLevelOf(const Model& model)
{
    return {"spikeLevel", model.state[0].unit, 0, model.state[0].min, model.state[0].max, "spike level"};
}

/// The level below which a spike is armed anew.
inline Quantity spikeRearmOf(const Model& model)
{
    return {"spikeRearm", model.state[0].unit, 0, model.state[0].min, model.state[0].max, "level below which another spike can begin"};
}

/// The current that a key injects.
inline Quantity injectionOf(const Model& model)
{
    Quantity quantity = model.input;
    quantity.symbol = injectionName;
    return quantity;
}

}
