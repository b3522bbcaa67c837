// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measures.h"
#include "trace.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rheobase {

/// Stops what takes its token once `most` has passed, or the outer one is stopped.
class Deadline {
public:
    Deadline(std::chrono::milliseconds most, const std::stop_token& outer);
    std::stop_token token() const { return m_stop.get_token(); }
    bool isPassed() const { return m_stop.stop_requested(); }

private:
    struct Stop {
        std::stop_source& source;
        void operator()() const { source.request_stop(); }
    };
    std::stop_source m_stop;
    std::stop_callback<Stop> m_outer;
    std::mutex m_guard;
    std::condition_variable_any m_wake;
    std::jthread m_timer;
};

/// A run of an experiment from its start, beside the one that is seen.
struct ShadowRun {
    Trace trace; ///< empty where no rows were asked for
    Neuron end{};
    double ended = 0; ///< ms; before its duration where it diverged
    std::vector<double> spikes{};
    MeasuredRun measured = {{}, SpikeTally()}; ///< looks at the trace
};

/// Makes a run of `duration` ms; with rows only where they are needed. Null once it is asked to stop.
std::unique_ptr<ShadowRun> shadowRun(const Experiment& experiment, double duration, bool withRows, const std::stop_token& stop);

}
