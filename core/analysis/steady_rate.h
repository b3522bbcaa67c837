// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <optional>
#include <span>

namespace rheobase {

/// The firing rate in Hz under a lasting current, in closed form: of linear models with a reset, for which it is
/// 1/(t_ref + T), T being the time from reset to threshold. 0 where the threshold is never reached; empty for other models.
std::optional<double> steadyRate(const Model& model, std::span<const double> parameters, double I);

}
