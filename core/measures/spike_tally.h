// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measure_window.h"
#include "statistics.h"

namespace rheobase {

/// What measures tell of spikes that come one by one: counted since the last change of the experiment, and in a window. Times in ms.
class SpikeTally {
public:
    explicit SpikeTally(const MeasureWindow& window = {}) : m_window(window) {}

    /// A spike at t, not before the one before.
    void addSpike(double t);

    const MeasureWindow& window() const { return m_window; }
    /// Spikes since the last change; how many of them in the settled part of the window.
    std::size_t count() const { return m_count; }
    std::size_t countInWindow() const { return m_inWindow; }
    /// The first and the last spike since the last change; empty without.
    std::optional<double> first() const { return m_count > 0 ? std::optional(m_first) : std::nullopt; }
    std::optional<double> last() const { return m_count > 0 ? std::optional(m_last) : std::nullopt; }
    /// The first spike since the stimulus came on, and the first and last interval since then.
    std::optional<double> firstAnswer() const { return m_sinceOn > 0 ? std::optional(m_answer) : std::nullopt; }
    std::optional<double> firstInterval() const { return m_sinceOn > 1 ? std::optional(m_firstInterval) : std::nullopt; }
    std::optional<double> lastInterval() const { return m_sinceOn > 1 ? std::optional(m_lastInterval) : std::nullopt; }
    /// The intervals since the stimulus came on that end in the settled part of the window.
    const Statistics& intervals() const { return m_intervals; }

private:
    MeasureWindow m_window;
    std::size_t m_count = 0, m_inWindow = 0, m_sinceOn = 0;
    double m_first = 0, m_last = 0, m_answer = 0, m_firstInterval = 0, m_lastInterval = 0;
    Statistics m_intervals;
};

}
