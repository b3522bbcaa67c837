// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_scene.h"
#include "figure.h"

#include <stop_token>

namespace rheobase {

/// Of the height of a clamped family: the command, the whole current, those of the membrane.
inline constexpr double clampShares[] = {0.24, 0.45, 0.31};
/// The most currents of the membrane that stand beside each other.
inline constexpr std::size_t mostClampCurrents = 2;

/// Computes all that a clamped membrane shows, with rows so far apart (ms), and closer ones of the chosen step. Empty once it is stopped.
std::optional<ClampScene> clampScene(const Experiment& experiment, double interval, std::optional<SolverKind> solver = {},
                                     const std::stop_token& stop = {});

/// A figure of these rows of a scene, as they stand in the stage.
ViewFigure clampFigure(const Experiment& experiment, ClampScene scene, std::vector<std::size_t> rows);

}
