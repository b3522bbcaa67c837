// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace rheobase {

/// What is kept of a family.
struct ClampRows {
    double interval = 0;                           ///< ms from row to row; 0: the experiment's Δt
    std::optional<std::vector<std::size_t>> terms; ///< those whose columns are filled; without it all
    std::optional<SolverKind> solver;              ///< steps are computed by it, of the experiment's Δt; without it in closed form
};

/// The rows of one test potential, column by column. A row at the time of a step is what comes after it.
struct ClampSweep {
    double step = 0;                                ///< the test potential, in mV
    std::vector<double> V, I;                       ///< I: the current that the clamp takes
    std::vector<std::vector<double>> states, terms; ///< states besides V; terms that are not kept are empty
};

/// What a clamped membrane does at each test potential.
struct ClampFamily {
    Experiment experiment;
    std::vector<double> times; ///< ms from the start of an episode, the same for all
    std::vector<ClampSweep> sweeps;
};

/// The family of an experiment, whatever its mode; problem(experiment.clamp, model) is empty. At a fixed V every state relaxes by its closed
/// form; where a state depends on itself or on others otherwise, it is integrated by Runge–Kutta 4 in steps far below its time constants; with a
/// series resistance V is no longer fixed, and all is solved by the adaptive method. Leak subtraction (P/4, Bezanilla & Armstrong, J. Gen.
/// Physiol. 70:549, 1977): from I is taken four times the current that changes with a step of a quarter, from `subtractFrom`.
/// Where stopped, the sweeps so far.
ClampFamily clampFamily(const Experiment& experiment, const ClampRows& rows = {}, const std::stop_token& stop = {});

/// The same clamp with `count` test potentials from … to, one in the middle chosen.
Experiment withSteps(Experiment experiment, double from, double to, std::size_t count);

}
