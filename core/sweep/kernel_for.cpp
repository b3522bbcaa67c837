// SPDX-License-Identifier: GPL-3.0-or-later
#include "lane_run.h"

namespace rheobase {

LaneKernel kernelFor(const Grid& grid)
{
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
