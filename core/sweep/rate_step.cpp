// SPDX-License-Identifier: GPL-3.0-or-later
#include "rate_step.h"

#include "lane_run.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double coarsest = 0.1;      // ms; the squid axon's Runge–Kutta 4 diverges beyond
constexpr double coarsestJump = 0.25; // ms, of neurons whose spikes have no shape
constexpr double finest = 0.01;       // ms, where the experiment's own is not finer still
constexpr double ratio = 1.25;        // of a step to the next that is tried
constexpr double probeDuration = 100; // ms, two spikes of a cold axon

/// Corners, middles of sides and centre of a grid.
std::vector<std::size_t> landmarks(const Sweep& sweep)
{
    const std::size_t columns = sweep.axes.back().count, rows = sizeOf(sweep) / columns;
    std::vector<std::size_t> found;
    const std::size_t across = sweep.axes.size() > 1 ? 3 : 8;
    for (const std::size_t row : {std::size_t{0}, rows / 2, rows - 1})
        for (std::size_t i = 0; i < across; ++i) found.push_back(row * columns + i * (columns - 1) / (across - 1));
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// Twice the relative error that order 4 leaves in what a rate is made of, or in the last V of a silent neuron, at the coarse step.
double errorOf(const SweepPoint& a, const SweepPoint& b, const Quantity& V)
{
    if (a.diverged || b.diverged || (a.spikes == 0) != (b.spikes == 0)) return std::numeric_limits<double>::infinity();
    const double whole = 2 / (1 - std::pow(ratio, -4));
    if (a.spikes > 1 && b.spikes > 1) return whole * std::abs(a.firstInterval / b.firstInterval - 1);
    if (a.spikes > 0) return whole * std::abs(a.latency / b.latency - 1);
    return whole * std::abs(a.finalState[0] - b.finalState[0]) / (V.max - V.min);
}

}

double stepForRates(const Grid& grid, const LaneKernel& kernel, const std::stop_token& stop)
{
    const double least = std::min(finest, grid.sweep().experiment.dt);
    Sweep probe = grid.sweep();
    probe.experiment.duration = std::min(probe.experiment.duration, probeDuration);
    const Grid probes(probe);
    const std::vector<std::size_t> indices = landmarks(probe);
    const auto runAt = [&](double step) {
        std::vector<SweepPoint> points(indices.size());
        answerSideBySide(probes, kernel, step, indices, points, stop);
        return points;
    };
    double step = grid.model().jumps ? coarsestJump : coarsest;
    std::vector<SweepPoint> coarse = runAt(step);
    for (; step > least && !stop.stop_requested(); step /= ratio) {
        const std::vector<SweepPoint> fine = runAt(step / ratio);
        double error = 0;
        for (std::size_t i = 0; i < fine.size(); ++i) error = std::max(error, errorOf(coarse[i], fine[i], grid.model().state[0]));
        if (error <= grid.sweep().rateError) return step;
        coarse = fine;
    }
    return least;
}

}
