// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"

#include "alone.h"
#include "closed_form.h"
#include "lane_run.h"
#include "noisy_run.h"
#include "oscillation.h"
#include "rate_step.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace rheobase {

namespace {

/// So many packs of a preview are carried by a thread in one block.
constexpr std::size_t mostAtOnce = 16;

/// Blocks of points, taken by whichever thread is free.
class Queue {
public:
    Queue(const Grid& grid, std::span<const std::size_t> order, std::span<SweepPoint> points, const std::stop_token& stop, unsigned threads,
          const Answered& answered)
        : m_grid(grid),
          m_order(order),
          m_points(points),
          m_stop(stop),
          m_answered(answered),
          m_closedForm(closedFormOf(grid)),
          m_kernel(kernelFor(grid)),
          m_step(grid.sweep().experiment.dt)
    {
        if (!m_closedForm) m_closedForm = noisyRunOf(grid);
        const std::size_t shared = order.size() / (std::size_t{4} * threads); // a few blocks for each thread
        if (m_kernel.carry && grid.sweep().rateError > 0) m_step = stepForRates(grid, m_kernel, stop);
        if (m_closedForm) m_block = std::clamp<std::size_t>(shared, 64, 1024);
        else if (m_kernel.carry) {
            const std::size_t packs = order.size() / (m_kernel.width * threads) + 1; // those of a thread
            // Lanes that are answered make room: the fewer blocks, the fewer packs that a slow lane carries alone.
            const bool closesUp = grid.sweep().rateError > 0 && packs <= mostAtOnce;
            m_block = (closesUp ? packs : std::clamp<std::size_t>(shared / m_kernel.width, 1, 4)) * m_kernel.width;
        }
    }

    void work()
    {
        while (!m_stop.stop_requested()) {
            const std::size_t from = m_next.fetch_add(m_block);
            if (from >= m_order.size()) return;
            const std::size_t count = std::min(m_block, m_order.size() - from);
            const auto indices = m_order.subspan(from, count);
            const auto points = m_points.subspan(from, count);
            answerBlock(indices, points);
            lookForOscillations(indices, points);
            if (!m_grid.sweep().extremes)
                for (SweepPoint& point : points) point.lowest = point.highest = std::numeric_limits<double>::quiet_NaN();
            if (!m_stop.stop_requested()) m_answered(indices, points);
        }
    }

private:
    void answerBlock(std::span<const std::size_t> indices, std::span<SweepPoint> points) const
    {
        if (m_closedForm) return m_closedForm(m_grid, indices, points, m_stop);
        if (m_kernel.carry) answerSideBySide(m_grid, m_kernel, m_step, indices, points, m_stop);
        for (std::size_t i = 0; i < indices.size() && !m_stop.stop_requested(); ++i)
            if (!m_kernel.carry || (points[i].diverged && !m_grid.sweep().staggered)) points[i] = answerAlone(m_grid, indices[i], m_stop);
    }

    /// Of what is silent and yet not at rest.
    void lookForOscillations(std::span<const std::size_t> indices, std::span<SweepPoint> points) const
    {
        const Model& model = m_grid.model();
        if (!model.hasSpikeLevel() || !m_grid.hasConstantInput()) return;
        for (std::size_t i = 0; i < indices.size() && !m_stop.stop_requested(); ++i) {
            SweepPoint& point = points[i];
            if (point.diverged || point.rate > 0) continue;
            const Experiment e = m_grid.experimentAt(indices[i]);
            const double I = m_grid.inputAt(indices[i]);
            std::array<double, mostStates> rate;
            model.derivative(point.finalState.data(), e.parameters.data(), I, rate.data());
            const Quantity& V = model.state[0];
            if (std::abs(rate[0]) < 1e-5 * (V.max - V.min)) continue;
            const auto found = oscillationBelowLevel(e, {point.finalState.data(), model.state.size()}, I);
            if (found) point.oscillation = *found;
        }
    }

    const Grid& m_grid;
    std::span<const std::size_t> m_order;
    std::span<SweepPoint> m_points;
    const std::stop_token& m_stop;
    const Answered& m_answered;
    ClosedForm m_closedForm;
    LaneKernel m_kernel;
    double m_step; // ms
    std::size_t m_block = 1;
    std::atomic<std::size_t> m_next = 0;
};

}

void answer(const Grid& grid, std::span<const std::size_t> order, std::span<SweepPoint> points, const std::stop_token& stop,
            unsigned threads, const Answered& answered)
{
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    Queue queue(grid, order, points, stop, threads, answered);
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::min<std::size_t>(threads, order.size()); ++i) others.emplace_back([&queue] { queue.work(); });
    queue.work();
}

}
