// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow_run.h"

namespace rheobase {

namespace {

constexpr std::size_t mostMemory = 64 << 20;
constexpr std::uint64_t slice = 2000; // steps

class ShadowRecorder : public Recorder {
public:
    ShadowRecorder(ShadowRun& run, bool withRows) : m_run(run), m_withRows(withRows) {}
    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override
    {
        if (mark == Mark::peak || mark == Mark::crossing) m_run.spikes.push_back(time);
        if (m_withRows) m_run.trace.record(mark, time, I, state, terms);
    }

private:
    ShadowRun& m_run;
    bool m_withRows;
};

}

Deadline::Deadline(std::chrono::milliseconds most, const std::stop_token& outer)
    : m_outer(outer, Stop{m_stop}), m_timer([this, most](const std::stop_token& done) {
          std::unique_lock lock(m_guard);
          m_wake.wait_for(lock, done, most, [] { return false; });
          if (!done.stop_requested()) m_stop.request_stop();
      })
{}

std::unique_ptr<ShadowRun> shadowRun(const Experiment& experiment, double duration, bool withRows, const std::stop_token& stop)
{
    auto run = std::make_unique<ShadowRun>(ShadowRun{Trace(*experiment.model, mostMemory)});
    ShadowRecorder recorder(*run, withRows);
    const auto solver = makeSolver(experiment);
    solver->endAt(duration);
    solver->recordNow(Mark::start, recorder);
    const std::uint64_t every = withRows ? 1 : slice;
    for (std::uint64_t left = stepsTo(duration, experiment.dt); left > 0 && !solver->divergence();) {
        const std::uint64_t count = std::min(left, slice);
        solver->advance(count, every, recorder, stop);
        if (stop.stop_requested()) return nullptr;
        left -= count;
    }
    run->end = solver->neuron();
    run->ended = solver->divergence() ? solver->divergence()->time : duration;
    const MeasureWindow window = measureWindow(experiment.stimulus, 0, duration, 0, 1e-9 * experiment.dt);
    run->measured = {experiment, SpikeTally(window), run->ended, withRows ? &run->trace : nullptr, run->end.state};
    for (const double t : run->spikes) run->measured.spikes.addSpike(t);
    return run;
}

}
