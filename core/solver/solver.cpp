// SPDX-License-Identifier: GPL-3.0-or-later
#include "solver.h"

namespace rheobase {

std::unique_ptr<Solver> makeSolver(const Experiment& experiment) { return makeSolver(experiment, start(experiment)); }

std::unique_ptr<Solver> makeSolver(const Experiment& experiment, const Neuron& neuron)
{
    return experiment.model->makeSolver(experiment, neuron);
}

}
