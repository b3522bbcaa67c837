// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "system.h"

#include <array>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace rheobase {

/// A value that a sweep varies: a parameter by its identifier ("R"); "I", the amplitude of the stimulus's first component, or of
/// a constant current where there is no stimulus; or "SHAPE.KEY" of the first component with this shape ("step.start").
struct SweepAxis {
    std::string name;
    double from = 0, to = 1;
    std::size_t count = 2;
    bool logarithmic = false;
    /// The value at position i of `count`; both ends exactly.
    double at(std::size_t i) const;
    bool operator==(const SweepAxis&) const = default;
};

/// A grid of neurons: the experiment, for its duration, with one or two of its values varied. In grid order the last axis runs fastest.
struct Sweep {
    Experiment experiment;
    std::vector<SweepAxis> axes;
    double settle = 0.5; ///< rate and variation leave out this first part of the time the stimulus is on
    /// Smooth models under a constant current: by the staggered method of order 2 instead of the experiment's solver, at twice the
    /// speed and stable at any step: rates of the squid axon are off by up to 2e-4 at Δt = 0.01 ms, 7e-3 at 0.05 ms.
    bool staggered = false;
    /// Under a constant current: where it is greater than 0, by Runge–Kutta 4 at a step that is chosen to keep rates within this relative
    /// error, instead of the experiment's solver and Δt: at 1e-4 the squid axon takes an eighth of the steps. Upstrokes that run away to a
    /// threshold are taken by shorter ones. Of a neuron whose intervals and states repeat, to a tenth of this error, whole periods are left
    /// out; one that hardly moves any more is not run on. At 3e-8 steps are about 0.01 ms, and answers differ from the whole run's by 1e-7,
    /// save extremes, which are read at other steps, and the final state, which has the error of the last spike's time. Where firing just
    /// begins or ceases, an answer may be the other one.
    double rateError = 0;
    bool extremes = true; ///< whether the lowest and highest V are asked for, which takes a tenth of a simple neuron's time
    bool operator==(const Sweep&) const = default;
};

/// The error of rates that no eye sees in a picture.
constexpr double previewError = 1e-4;

/// One neuron's answer: measures, in their units; NaN where something is undefined.
struct SweepPoint {
    std::size_t spikes = 0;
    double latency = std::numeric_limits<double>::quiet_NaN();
    double rate = latency; ///< 0 where no spike falls into the settled part of the time the stimulus is on, which was reached
    double firstInterval = latency, lastInterval = latency, variation = latency;
    double lowest = latency, highest = latency;  ///< over all steps, peaks and resets; NaN where they are not asked for
    std::array<double, mostStates> finalState{}; ///< as many as the model has
    bool diverged = false;                       ///< the run ended early; the rest tells of what came before
    double oscillation = latency;                ///< Hz: of a smooth neuron that at the end swings without spikes, under a constant current
};

/// A measure that every neuron of a sweep answers, what tables call it, and the answer.
struct SweepAnswer {
    std::string_view measure, column;
    double (*of)(const SweepPoint& point);
};
/// All of them.
std::span<const SweepAnswer> sweepAnswers();
/// The answer of a measure that every neuron of a sweep answers.
const SweepAnswer& sweepAnswer(std::string_view measure);
/// "rate_Hz", "lowest_V_mV": the header of an answer in a table.
std::string columnName(const SweepAnswer& answer, const Model& model);

/// What a name of an axis stands for in this experiment: symbol, unit, range; empty where it names nothing.
std::optional<Quantity> sweptQuantity(const Experiment& experiment, std::string_view name);
/// The value that it has there; 0 of a current without a stimulus.
double sweptValue(const Experiment& experiment, std::string_view name);
/// Every name that an axis may have for this experiment.
std::vector<std::string> sweepableNames(const Experiment& experiment);

/// One sentence on what makes the sweep impossible, with its remedy; empty where it can run.
Sentence problem(const Sweep& sweep);

/// Neurons in the grid. This and what follows needs a sweep without problem().
std::size_t sizeOf(const Sweep& sweep);
/// The experiment at a point of the grid.
Experiment experimentAt(const Sweep& sweep, std::size_t index);
/// The order of a grid's points in which a picture of it is first coarse, then ever finer.
std::vector<std::size_t> coarseToFine(const Sweep& sweep);

/// Every neuron's answer in grid order; empty where it was stopped. Each is what a run of the experiment at that point gives: to the
/// bit, also where neurons are carried side by side, as they are by every method of fixed steps but the exponential Euler; save for linear
/// models with the exact solver under constant currents, which are solved in closed form and cost what their spikes cost, and with noise,
/// which are carried side by side (both to 1e-9 relative). All points have the experiment's seed.
/// `threads` 0: as many as the machine has. `progress` is told the number of points done, now and then, by one thread at a time.
std::vector<SweepPoint> run(const Sweep& sweep, std::stop_token stop = {}, unsigned threads = 0,
                            const std::function<void(std::size_t done)>& progress = {});
/// The same of some points of the grid, in the order of `indices`.
std::vector<SweepPoint> run(const Sweep& sweep, std::span<const std::size_t> indices, std::stop_token stop = {}, unsigned threads = 0,
                            const std::function<void(std::size_t done)>& progress = {});

/// A sweep so far.
struct SweepResults {
    std::uint64_t generation = 0; ///< the number of the request; 0: there was none
    Sweep sweep;
    std::vector<SweepPoint> points; ///< in grid order
    std::vector<std::uint8_t> done; ///< 1 where there is an answer
    std::size_t doneCount = 0;
    bool finished() const { return doneCount == points.size(); }
};

/// Sweeps in the background, coarse to fine. The newest request supersedes the one before; no call waits for a computation,
/// except for the destructor, which waits some milliseconds at most.
class SweepTask {
public:
    /// `changed` is called on the worker threads, one at a time, when there is something new; not again before results() was called.
    explicit SweepTask(std::function<void()> changed = {}, unsigned threads = 0, Urgency urgency = Urgency::soon);
    ~SweepTask();
    SweepTask(const SweepTask&) = delete;
    SweepTask& operator=(const SweepTask&) = delete;

    /// Computes this instead of what is being computed. The sweep has no problem(). Returns its generation.
    std::uint64_t request(Sweep sweep);
    /// Leaves the present sweep as far as it is.
    void cancel();
    /// True while there is something to compute.
    bool isBusy() const;
    /// A copy of what there is of the newest request.
    SweepResults results();

private:
    void work(const std::stop_token& stop);
    void publish(std::uint64_t generation, std::span<const std::size_t> indices, std::span<const SweepPoint> points);

    std::function<void()> m_changed;
    unsigned m_threads;
    Urgency m_urgency;
    mutable std::mutex m_mutex, m_telling;
    std::condition_variable_any m_requested;
    std::optional<Sweep> m_pending;
    std::stop_source m_current;
    SweepResults m_results;
    bool m_busy = false, m_unread = false;
    std::jthread m_thread;
};

}
