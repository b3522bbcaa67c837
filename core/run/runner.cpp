// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rheobase {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// How long the thread may compute before it looks for commands again.
constexpr auto sliceTime = 1ms;
/// The longest backlog that is worked off; what is older is given up, never caught up with.
constexpr std::chrono::duration<double> longestBacklog = 50ms;
/// The shortest sleep: a display needs no finer pace.
constexpr auto shortestSleep = 2ms;
/// Rows that are kept free in the ring for the jumps of one slice.
constexpr std::size_t spareRows = 256;
/// The most steps of a slice; a ring has room for all of them.
constexpr std::uint64_t mostSteps = 1 << 14;

template<class... F> struct Overloaded : F... {
    using F::operator()...;
};
template<class... F> Overloaded(F...) -> Overloaded<F...>;

}

/// Puts rows into the ring; a full ring makes the simulation wait, so that no row is lost.
class Runner::RingRecorder : public Recorder {
public:
    RingRecorder(SampleRing& ring, const std::stop_token& stop) : m_ring(ring), m_stop(stop) {}

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override
    {
        while (!m_ring.hasRoom(1)) {
            if (m_stop.stop_requested()) return;
            std::this_thread::sleep_for(500us);
        }
        m_ring.push(mark, time, I, state, terms);
        m_spikes += mark == Mark::peak || mark == Mark::crossing;
    }
    /// Recorded so far.
    std::uint64_t spikes() const { return m_spikes; }
    const std::stop_token& stop() const { return m_stop; }
    bool hasRoom(std::size_t rows) const { return m_ring.hasRoom(rows); }

private:
    SampleRing& m_ring;
    const std::stop_token& m_stop;
    std::uint64_t m_spikes = 0;
};

Runner::Runner(const Experiment& experiment, std::size_t ringRows)
    : m_experiment(experiment),
      m_ring(experiment.model->state.size(), experiment.model->terms.size(), std::max(ringRows, spareRows + mostSteps)),
      m_thread([this](const std::stop_token& stop) { work(stop); })
{}

Runner::~Runner() = default;

std::uint64_t Runner::post(Command command)
{
    std::uint64_t serial;
    {
        const std::scoped_lock lock(m_guard);
        serial = ++m_serial;
        Posted& posted = m_commands.emplace_back();
        posted.serial = serial;
        posted.command = std::move(command);
        m_hasCommands = true;
    }
    m_wake.notify_one();
    return serial;
}

std::size_t Runner::drain(Recorder& recorder, std::size_t most)
{
    std::size_t count = 0;
    while (count < most && m_ring.pop(recorder)) ++count;
    return count;
}

std::vector<Applied> Runner::takeApplied()
{
    const std::scoped_lock lock(m_guard);
    return std::exchange(m_applied, {});
}

RunStatus Runner::status() const
{
    const std::scoped_lock lock(m_guard);
    return m_status;
}

void Runner::work(const std::stop_token& stop)
{
    RingRecorder recorder(m_ring, stop);
    adopt(start(m_experiment));
    m_solver->recordNow(Mark::start, recorder);
    m_measuredAt = Clock::now();
    double owed = 0; // steps
    auto last = Clock::now();
    while (!stop.stop_requested()) {
        const bool wasRunning = m_running;
        runCommands(recorder);
        publish();
        const auto now = Clock::now();
        if (!m_running) {
            waitForCommand(stop, std::chrono::nanoseconds::max());
            owed = 0;
            continue;
        }
        const std::chrono::duration<double> elapsed = wasRunning ? now - last : Clock::duration::zero();
        last = now;
        if (!std::isfinite(m_speed)) {
            advance(m_slice, recorder, stop);
            owed = 0;
            continue;
        }
        const double perSecond = m_speed / m_experiment.dt;
        owed = std::min(owed + elapsed.count() * perSecond, std::max(1.0, longestBacklog.count() * perSecond));
        const auto before = m_solver->neuron().step;
        advance(static_cast<std::uint64_t>(owed), recorder, stop);
        owed -= static_cast<double>(m_solver->neuron().step - before);
        if (m_hasCommands || !m_running) continue;
        const std::chrono::duration<double> untilNext((1 - std::min(owed, 1.0)) / perSecond);
        const auto sleep = std::clamp<std::chrono::duration<double>>(untilNext, shortestSleep, 1h);
        waitForCommand(stop, std::chrono::duration_cast<std::chrono::nanoseconds>(sleep));
    }
}

/// In slices, so that a command waits for about a millisecond at most; ends early for a command or a full ring.
void Runner::advance(std::uint64_t steps, RingRecorder& recorder, const std::stop_token& stop)
{
    const auto from = Clock::now();
    while (steps > 0 && !stop.stop_requested()) {
        const std::uint64_t slice = std::min(steps, m_slice);
        if (!recorder.hasRoom(spareRows + slice / m_every)) {
            waitForCommand(stop, 1ms);
            return;
        }
        const auto before = Clock::now();
        m_solver->advance(slice, m_every, recorder, stop);
        const auto took = Clock::now() - before;
        if (slice == m_slice)
            m_slice = took < sliceTime / 2 ? std::min(2 * m_slice, mostSteps)
                      : took > sliceTime   ? std::max<std::uint64_t>(1, m_slice / 2)
                                           : m_slice;
        steps -= slice;
        if (m_solver->divergence()) m_running = false;
        if (m_hasCommands || !m_running || Clock::now() - from > longestBacklog) return;
    }
}

void Runner::waitForCommand(const std::stop_token& stop, std::chrono::nanoseconds most)
{
    std::unique_lock lock(m_guard);
    const auto posted = [this] { return !m_commands.empty(); };
    if (most == std::chrono::nanoseconds::max()) m_wake.wait(lock, stop, posted);
    else m_wake.wait_for(lock, stop, most, posted);
}

void Runner::runCommands(RingRecorder& recorder)
{
    if (!m_hasCommands) return;
    std::deque<Posted> commands;
    {
        const std::scoped_lock lock(m_guard);
        commands.swap(m_commands);
        m_hasCommands = false;
    }
    for (const auto& [serial, command] : commands) {
        execute(command, recorder);
        const Neuron now = m_solver->neuron();
        const std::scoped_lock lock(m_guard);
        m_applied.push_back({serial, now.time, now.step});
    }
}

void Runner::execute(const Command& command, RingRecorder& recorder)
{
    std::visit(Overloaded{
                   [&](const command::Run&) { m_running = !m_solver->divergence(); },
                   [&](const command::Pause&) { m_running = false; },
                   [&](const command::SingleStep& step) { m_solver->advance(step.count, 1, recorder, recorder.stop()); },
                   [&](const command::ToNextSpike& next) { stepToSpike(next.atMost, recorder); },
                   [&](const command::Restart&) {
                       adopt(start(m_experiment));
                       m_solver->recordNow(Mark::start, recorder);
                   },
                   [&](const command::Apply& apply) {
                       const bool sameSolver = apply.experiment.solver == m_experiment.solver;
                       m_experiment = apply.experiment;
                       if (sameSolver) m_solver->apply(m_experiment);
                       else adopt(m_solver->neuron());
                       m_solver->inject(m_injecting ? m_experiment.injection : 0);
                   },
                   [&](const command::SetState& set) {
                       Neuron neuron = m_solver->neuron();
                       for (std::size_t i = 0; i < set.state.size(); ++i) neuron.state[i] = set.state[i].value_or(neuron.state[i]);
                       adopt(neuron);
                       m_solver->recordNow(Mark::sample, recorder);
                   },
                   [&](const command::Inject& inject) {
                       m_injecting = inject.on;
                       m_solver->inject(inject.on ? m_experiment.injection : 0);
                   },
                   [&](const command::SetSpeed& speed) { m_speed = speed.value; },
                   [&](const command::RecordEvery& every) { m_every = std::max<std::uint64_t>(1, every.steps); },
               },
               command);
}

/// Ends with the step that has the spike, with what makes the neuron diverge, and for the next command.
void Runner::stepToSpike(double atMost, RingRecorder& recorder)
{
    const std::uint64_t before = recorder.spikes();
    const double until = m_solver->neuron().time + atMost;
    while (recorder.spikes() == before && m_solver->neuron().time < until && !m_solver->divergence() && !m_hasCommands
           && !recorder.stop().stop_requested())
        m_solver->advance(1, m_every, recorder, recorder.stop());
    if (!m_solver->divergence() && m_solver->neuron().step % m_every != 0) m_solver->recordNow(Mark::sample, recorder);
}

void Runner::adopt(const Neuron& neuron)
{
    m_solver = makeSolver(m_experiment, neuron);
    m_solver->inject(m_injecting ? m_experiment.injection : 0);
    if (neuron.step == 0) m_measuredFrom = 0;
}

void Runner::publish()
{
    const Neuron neuron = m_solver->neuron();
    const double time = neuron.time;
    const std::chrono::duration<double> span = Clock::now() - m_measuredAt;
    if (span > 500ms || !m_running) {
        m_achieved = m_running ? (time - m_measuredFrom) / span.count() : 0;
        m_measuredAt = Clock::now();
        m_measuredFrom = time;
    }
    const std::scoped_lock lock(m_guard);
    m_status = {m_running, time, m_achieved, m_solver->divergence(), neuron.heldUntil};
}

}
