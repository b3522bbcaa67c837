// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <optional>
#include <span>

namespace rheobase {

/// The firing rate in Hz under a lasting current, from the closed form of the inter-spike interval that a model has; 0 at or below its
/// rheobase; empty for other models.
std::optional<double> steadyRate(const Model& model, std::span<const double> parameters, double I);

}
