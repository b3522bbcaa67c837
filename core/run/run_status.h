// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "solver.h"

#include <limits>
#include <optional>
#include <string_view>

namespace rheobase {

/// The lowest and the highest finite speed, in model ms per wall second.
inline constexpr Quantity runSpeed{"speed", "ms/s", 50, 0.1, 1e6, "model time per wall second", Part::none, Scale::logarithmic, positive};

/// What the state that is set by hand is called where settings have names.
inline constexpr std::string_view stateName = "state";

/// What is known of a run besides its rows.
struct RunStatus {
    bool running = false;
    double time = 0;          ///< model time in ms
    double achievedSpeed = 0; ///< model ms per wall second, over the last half second
    std::optional<Divergence> divergence;
    double heldUntil = -std::numeric_limits<double>::infinity(); ///< ms; end of the last refractory period, by the t_ref of its spike
};

}
