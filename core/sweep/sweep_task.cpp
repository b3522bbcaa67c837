// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers.h"
#include "sweep.h"

#include <utility>

namespace rheobase {

SweepTask::SweepTask(std::function<void()> changed, unsigned threads, Urgency urgency)
    : m_changed(std::move(changed)), m_threads(threads), m_urgency(urgency), m_thread([this](const std::stop_token& stop) { work(stop); })
{}

SweepTask::~SweepTask()
{
    m_thread.request_stop();
    cancel();
}

std::uint64_t SweepTask::request(Sweep sweep)
{
    const std::size_t size = sizeOf(sweep);
    const std::lock_guard lock(m_mutex);
    m_current.request_stop();
    m_pending = sweep;
    m_results = {m_results.generation + 1, std::move(sweep), std::vector<SweepPoint>(size), std::vector<std::uint8_t>(size), 0};
    m_busy = true;
    m_requested.notify_one();
    return m_results.generation;
}

void SweepTask::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_current.request_stop();
    m_pending.reset();
    m_busy = false;
}

bool SweepTask::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_busy;
}

SweepResults SweepTask::results()
{
    const std::lock_guard lock(m_mutex);
    m_unread = false;
    return m_results;
}

void SweepTask::work(const std::stop_token& stop)
{
    giveWay(m_urgency); // the window's thread and the neuron's come first
    for (;;) {
        std::unique_lock lock(m_mutex);
        if (!m_requested.wait(lock, stop, [this] { return m_pending.has_value(); })) return;
        const Sweep sweep = *std::exchange(m_pending, std::nullopt);
        m_current = std::stop_source();
        const std::stop_token superseded = m_current.get_token();
        const std::uint64_t generation = m_results.generation;
        lock.unlock();
        std::vector<SweepPoint> answers(sizeOf(sweep));
        answer(Grid(sweep), coarseToFine(sweep), answers, superseded, m_threads,
               [&](std::span<const std::size_t> indices, std::span<const SweepPoint> points) { publish(generation, indices, points); });
        lock.lock();
        if (m_results.generation == generation) m_busy = false;
    }
}

/// On any of the threads.
void SweepTask::publish(std::uint64_t generation, std::span<const std::size_t> indices, std::span<const SweepPoint> points)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_results.generation != generation) return;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            m_results.points[indices[i]] = points[i];
            m_results.done[indices[i]] = 1;
        }
        m_results.doneCount += indices.size();
        if (m_results.finished()) m_busy = false;
        if (std::exchange(m_unread, true)) return;
    }
    const std::lock_guard lock(m_telling);
    if (m_changed) m_changed();
}

}
