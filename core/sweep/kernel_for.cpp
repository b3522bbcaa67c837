// SPDX-License-Identifier: GPL-3.0-or-later
#include "lane_run.h"

namespace rheobase {

/// Pieces of a stimulus up to which it pays to have a solver made anew for each step that an edge divides.
constexpr std::size_t mostPieces = 200;

LaneKernel kernelFor(const Grid& grid)
{
    if (!grid.hasConstantStimulus() && piecesOf(grid.experimentAt(0).stimulus).size() > mostPieces) return {};
    const Sweep& sweep = grid.sweep();
    const InstructionSet set = instructionSet();
    if (sweep.staggered && grid.hasConstantInput())
        if (const LaneKernel kernel = set.find(grid.model().id, LaneMethod::staggered); kernel.carry) return kernel;
    if (sweep.rateError > 0 && grid.hasConstantInput()) return set.find(grid.model().id, LaneMethod::rungeKutta4);
    switch (sweep.experiment.solver) {
    case SolverKind::rungeKutta4: return set.find(grid.model().id, LaneMethod::rungeKutta4);
    case SolverKind::heun: return set.find(grid.model().id, LaneMethod::heun);
    case SolverKind::forwardEuler: return set.find(grid.model().id, LaneMethod::forwardEuler);
    default: return {};
    }
}

}
