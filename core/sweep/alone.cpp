// SPDX-License-Identifier: GPL-3.0-or-later
#include "alone.h"

#include "solver.h"
#include "tally.h"

#include <algorithm>

namespace rheobase {

namespace {

class TallyRecorder : public Recorder {
public:
    TallyRecorder(const Sweep& sweep, const Stimulus& stimulus) : tally(sweep, stimulus) {}
    void record(Mark mark, double time, double, std::span<const double> state, std::span<const double>) override
    {
        if (mark == Mark::peak || mark == Mark::crossing) tally.addSpike(time);
        if (mark != Mark::crossing) tally.addPotential(state[0]);
    }
    SweepTally tally;
};

}

SweepPoint answerAlone(const Grid& grid, std::size_t index, const std::stop_token& stop)
{
    constexpr std::uint64_t slice = 1000;
    const Experiment experiment = grid.experimentAt(index);
    TallyRecorder recorder(grid.sweep(), experiment.stimulus);
    const auto solver = makeSolver(experiment);
    solver->endAt(experiment.duration);
    solver->recordNow(Mark::start, recorder);
    for (std::uint64_t left = grid.stepsOf(grid.sweep().experiment.dt); left > 0 && !solver->divergence() && !stop.stop_requested();) {
        const std::uint64_t count = std::min(left, slice);
        solver->advance(count, 1, recorder, stop);
        left -= count;
    }
    SweepPoint point = recorder.tally.point(solver->divergence().has_value());
    std::ranges::copy(solver->neuron().state, point.finalState.begin());
    return point;
}

}
