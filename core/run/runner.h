// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run_status.h"
#include "sample_ring.h"
#include "trace.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <variant>
#include <vector>

namespace rheobase {

/// Commands to a Runner. Each takes effect at a step boundary.
// clang-format off
namespace command {
struct Run {};
struct Pause {};
struct SingleStep { std::uint64_t count = 1; };   ///< advances while paused
struct ToNextSpike { double atMost; };             ///< the same until one, for so long (ms)
struct Restart {};                                 ///< the state and time of the start
struct Apply { Experiment experiment; };           ///< the same model; the state is kept
struct SetState { std::vector<std::optional<double>> state; }; ///< what is not given stays
struct Inject { bool on; };
struct SetSpeed { double value; };                 ///< model ms per wall second; infinity: as fast as it goes
struct RecordEvery { std::uint64_t steps; };
}
// clang-format on
using Command = std::variant<command::Run, command::Pause, command::SingleStep, command::ToNextSpike, command::Restart, command::Apply,
                             command::SetState, command::Inject, command::SetSpeed, command::RecordEvery>;

/// What a Runner tells besides rows: which command took effect, and when.
struct Applied {
    std::uint64_t serial; ///< what post() returned
    double time;          ///< model time in ms
    std::uint64_t step;
};

/// Owns the simulation thread of one model: commands in, rows out.
class Runner {
public:
    /// Starts the thread, paused at time 0, with the first sample recorded.
    explicit Runner(const Experiment& experiment, std::size_t ringRows = 1 << 16);
    /// Stops and joins the thread.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// Queues a command; returns its serial number. Never waits for the simulation.
    std::uint64_t post(Command command);
    /// Takes rows out of the ring, in order, into the recorder: at most `most` of them. Returns how many.
    std::size_t drain(Recorder& recorder, std::size_t most = SIZE_MAX);
    /// The commands that took effect since the last call.
    std::vector<Applied> takeApplied();

    RunStatus status() const;

private:
    class RingRecorder;
    struct Posted {
        std::uint64_t serial;
        Command command;
    };

    void work(const std::stop_token& stop);
    void runCommands(RingRecorder& recorder);
    void execute(const Command& command, RingRecorder& recorder);
    void stepToSpike(double atMost, RingRecorder& recorder);
    void adopt(const Neuron& neuron);
    void waitForCommand(const std::stop_token& stop, std::chrono::nanoseconds most);
    void advance(std::uint64_t steps, RingRecorder& recorder, const std::stop_token& stop);
    void publish();

    // Of the thread alone.
    Experiment m_experiment;
    std::unique_ptr<Solver> m_solver;
    bool m_running = false, m_injecting = false;
    double m_speed = runSpeed.value;
    std::uint64_t m_every = 1, m_slice = 16;
    double m_measuredFrom = 0, m_achieved = 0;
    std::chrono::steady_clock::time_point m_measuredAt;

    // Between the threads.
    SampleRing m_ring;
    mutable std::mutex m_guard;
    std::condition_variable_any m_wake;
    std::deque<Posted> m_commands;
    std::atomic<bool> m_hasCommands = false;
    std::vector<Applied> m_applied;
    RunStatus m_status;
    std::uint64_t m_serial = 0;

    std::jthread m_thread; // last, so that it is joined before anything it uses goes
};

}
