// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_alone.h"

#include "solver.h"

#include <algorithm>

namespace rheobase {

namespace {

using Spiked = std::function<void(double t, const double* state)>;

class Events : public Recorder {
public:
    Events(StepAlone& step, const Spiked& spiked) : m_step(step), m_spiked(spiked) {}
    void record(Mark mark, double time, double, std::span<const double> state, std::span<const double>) override
    {
        if (mark == Mark::crossing) return m_spiked(time, nullptr);
        if (mark == Mark::reset) m_spiked(time, state.data());
        m_step.lowest = std::min(m_step.lowest, state[0]);
        m_step.highest = std::max(m_step.highest, state[0]);
    }

private:
    StepAlone& m_step;
    const Spiked& m_spiked;
};

}

void take(StepAlone& step, const Experiment& experiment, const Spiked& spiked, const std::stop_token& stop)
{
    Events events(step, spiked);
    const auto solver = makeSolver(experiment, step.neuron);
    solver->endAt(experiment.duration);
    solver->advance(1, 1, events, stop);
    step.neuron = solver->neuron();
    step.hasDiverged = solver->divergence().has_value();
}

}
