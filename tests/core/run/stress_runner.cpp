// SPDX-License-Identifier: GPL-3.0-or-later
// Runners under the thread sanitizer, which needs plain C++: every command from one thread while the simulation runs in the other,
// rings that are full, runners that come and go. Ends with 1 and a sentence where a run breaks its promises.
#include "catalogue.h"
#include "runner.h"

#include <cmath>
#include <cstdio>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>

using namespace rheobase;
using namespace std::chrono_literals;

namespace {

constexpr double fullSpeed = std::numeric_limits<double>::infinity();
constexpr std::uint64_t mostEvery = 5; // where it changes, two rows may lie nearly twice as far apart

void require(bool holds, const std::string& sentence)
{
    if (!holds) throw std::runtime_error(sentence);
}

/// Waits for a condition of the simulation; gives up only where it hangs.
template<class Condition> void await(const char* what, Condition&& holds)
{
    const auto from = std::chrono::steady_clock::now();
    while (!holds()) {
        require(std::chrono::steady_clock::now() - from < 120s, std::string("Waited in vain for ") + what + '.');
        std::this_thread::sleep_for(1ms);
    }
}

/// Rows as they arrive: in order, without a gap, all numbers.
class OrderedRows : public Recorder {
public:
    explicit OrderedRows(double longestGap) : m_longestGap(longestGap) {}

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override
    {
        for (const auto values : {state, terms})
            for (const double value : values) require(std::isfinite(value), "A row at " + std::to_string(time) + " ms holds no number.");
        require(std::isfinite(I), "The current at " + std::to_string(time) + " ms is no number.");
        if (mark == Mark::crossing) return;
        if (mark == Mark::start) m_last = 0;
        require(time >= m_last, "Time went back from " + std::to_string(m_last) + " to " + std::to_string(time) + " ms.");
        require(time - m_last <= m_longestGap * (1 + 1e-6),
                "Rows are missing between " + std::to_string(m_last) + " and " + std::to_string(time) + " ms.");
        m_last = time;
        ++m_rows;
    }
    double last() const { return m_last; }
    std::size_t rows() const { return m_rows; }

private:
    double m_longestGap, m_last = 0;
    std::size_t m_rows = 0;
};

/// A runner with the hand that commands it and the eye that reads it, both in this thread.
class Stressed {
public:
    Stressed(const Experiment& experiment, double speed)
        : m_experiment(experiment), m_rows(2 * mostEvery * experiment.dt), m_runner(experiment, 1)
    {
        post(command::SetSpeed{speed});
        post(command::Run{});
    }

    void post(Command command) { m_posted = m_runner.post(std::move(command)); }

    void look()
    {
        m_runner.drain(m_rows, 20'000); // a run at full speed would never end
        require(!m_runner.status().divergence, "A run with sensible values diverged.");
        for (const Applied& applied : m_runner.takeApplied()) {
            require(applied.serial == ++m_applied, "Commands were lost or overtook each other.");
            require(std::isfinite(applied.time) && applied.time >= 0, "A command took effect at no model time.");
            require(std::abs(applied.time - static_cast<double>(applied.step) * m_experiment.dt) < 1e-6 * (1 + applied.time),
                    "A command took effect between two steps, at " + std::to_string(applied.time) + " ms.");
        }
    }

    void postAnything(std::mt19937& random)
    {
        const auto below = [&](unsigned count) { return static_cast<unsigned>(random() % count); };
        switch (below(9)) {
        case 0: post(command::Pause{}); break;
        case 1: post(command::Restart{}); break;
        case 2: post(command::SingleStep{1 + below(5)}); break;
        case 3: post(command::SetState{{start(m_experiment).state[0]}}); break;
        case 4: post(command::Inject{below(2) == 0}); break;
        case 5: post(command::RecordEvery{1 + below(mostEvery)}); break;
        case 6: changeSomething(random); break;
        default: post(command::Run{});
        }
    }

    /// All commands have taken effect, and every row up to the present has arrived.
    void settle()
    {
        post(command::Pause{});
        post(command::SingleStep{});
        await("the last command", [this] { return look(), m_applied == m_posted; });
        await("the end of the run", [this] { return look(), m_rows.last() == m_runner.status().time; });
        require(m_rows.rows() > 1, "Nothing was recorded.");
    }

private:
    void changeSomething(std::mt19937& random)
    {
        Experiment next = m_experiment;
        const double factor = 0.9 + 0.2 * static_cast<double>(random() % 1000) / 1000;
        next.parameters[0] *= factor;
        next.stimulus[0].values[0] *= factor;
        next.noise = {Noise::Kind::white, next.model->input.max / 50};
        const auto solvers = solversFor(*next.model);
        if (random() % 4 == 0) next.solver = solvers[random() % solvers.size()];
        post(command::Apply{next});
    }

    Experiment m_experiment;
    OrderedRows m_rows;
    std::uint64_t m_posted = 0, m_applied = 0;
    Runner m_runner;
};

Experiment driven(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.stimulus[0].values[0] = model.input.max / 8;
    return e;
}

void everyCommand(const Model& model, double speed)
{
    std::mt19937 random(1);
    Stressed stressed(driven(model), speed);
    for (int i = 0; i < 150; ++i) {
        stressed.postAnything(random);
        if (i % 3 == 0) stressed.look();
        if (i % 50 == 0) std::this_thread::sleep_for(1ms); // let it run in between
    }
    stressed.settle();
}

/// Nobody reads: model time stands still, commands still arrive, and no row is missing afterwards.
void fullRing(const Model& model)
{
    Runner runner(driven(model), 1);
    OrderedRows rows(driven(model).dt);
    runner.post(command::SetSpeed{fullSpeed});
    runner.post(command::Run{});
    double before = -1;
    await("a full ring", [&] {
        std::this_thread::sleep_for(20ms);
        const double now = runner.status().time;
        return std::exchange(before, now) == now && now > 0;
    });
    const auto paused = runner.post(command::Pause{});
    await("a pause before a full ring", [&] {
        const auto applied = runner.takeApplied();
        return !applied.empty() && applied.back().serial == paused;
    });
    runner.drain(rows);
    require(rows.last() == runner.status().time, "The rows of a full ring end before the run does.");
    runner.post(command::Run{});
    const double wanted = 1.5 * rows.last();
    await("a run that goes on", [&] { return runner.drain(rows, 1000), rows.last() > wanted; });
}

/// Runners are thrown away in every condition: just begun, running, before a full ring, with commands waiting.
void comeAndGo()
{
    std::vector<std::unique_ptr<Runner>> runners;
    for (std::size_t i = 0; i < 40; ++i) {
        const Experiment e = driven(catalogue()[i % catalogue().size()]);
        runners.push_back(std::make_unique<Runner>(e, 1));
        if (i % 4 != 0) runners.back()->post(command::Run{});
        if (i % 4 > 1) runners.back()->post(command::SetSpeed{fullSpeed});
        if (i % 5 == 0) runners.back()->post(command::SingleStep{5000});
        if (i >= 20) runners[i - 20].reset();
    }
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([] {
            for (int k = 0; k < 20; ++k) Runner(driven(catalogue().front())).post(command::Run{});
        });
}

}

int main()
try {
    for (const Model& model : catalogue()) {
        everyCommand(model, fullSpeed);
        everyCommand(model, 200);
        fullRing(model);
    }
    comeAndGo();
    std::puts("Runners keep their promises.");
    return 0;
} catch (const std::exception& broken) {
    std::fprintf(stderr, "%s\n", broken.what());
    return 1;
}
