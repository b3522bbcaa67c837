// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps on several threads, superseded, cancelled and destroyed at any moment, for the thread sanitizer.
#include "catalogue.h"
#include "sweep.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace rheobase;

namespace {

Sweep sweepOf(std::string_view id, std::size_t count, double duration)
{
    Sweep sweep{.experiment = defaultExperiment(*findModel(id)), .axes = {{"I", 0, 20, count}}};
    sweep.experiment.duration = duration;
    return sweep;
}

void waitFor(const SweepTask& task)
{
    while (task.isBusy()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

bool finishes(SweepTask& task, const Sweep& sweep)
{
    task.request(sweep);
    waitFor(task);
    return task.results().finished();
}

}

int main()
{
    const Sweep squid = sweepOf("hodgkin-huxley", 100, 20), leaky = sweepOf("leaky-integrate-and-fire", 3000, 1000);
    Sweep stepped = leaky;
    stepped.experiment.noise = {Noise::Kind::white, 0.1};
    stepped.axes[0].count = 40;
    for (int i = 0; i < 40; ++i) {
        std::atomic<std::size_t> seen = 0;
        SweepTask task([&] { ++seen; }, 4);
        for (int k = 0; k < i % 8; ++k) {
            task.request(k % 3 == 0 ? squid : k % 3 == 1 ? leaky : stepped);
            if (k % 2) std::this_thread::sleep_for(std::chrono::microseconds(50 * i));
            if (task.results().points.empty()) return 1;
            if (k == 5) task.cancel();
        }
        if (i % 2 && !finishes(task, leaky)) {
            std::puts("a sweep did not finish");
            return 1;
        }
    }
    std::stop_source stop;
    std::jthread stopper([&] { stop.request_stop(); });
    run(squid, stop.get_token(), 4);
    std::size_t done = 0;
    if (run(squid, {}, 4, [&](std::size_t count) { done = count; }).size() != done) return 1;
    std::puts("done");
}
