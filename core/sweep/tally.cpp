// SPDX-License-Identifier: GPL-3.0-or-later
#include "tally.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

SpikeTally::SpikeTally(const Sweep& sweep)
    : m_partStart(sweep.settle * sweep.duration), m_end(sweep.duration), m_lastTime(sweep.duration + 1e-9 * sweep.experiment.dt)
{
    m_point.lowest = std::numeric_limits<double>::infinity();
    m_point.highest = -m_point.lowest;
}

void SpikeTally::addSpike(double t)
{
    if (t > m_lastTime) return;
    const bool inPart = t >= m_partStart;
    m_spikesInPart += inPart;
    if (m_point.spikes++ == 0) m_point.latency = t;
    else {
        const double interval = t - m_last;
        if (m_point.spikes == 2) m_point.firstInterval = interval;
        m_point.lastInterval = interval;
        if (inPart) {
            m_total += interval;
            m_longest = std::max(m_longest, interval);
            const double difference = interval - m_mean; // Welford, Technometrics 4:419 (1962)
            m_mean += difference / static_cast<double>(++m_intervals);
            m_squares += difference * (interval - m_mean);
        }
    }
    m_last = t;
}

void SpikeTally::addPotential(double V)
{
    m_point.lowest = std::min(m_point.lowest, V);
    m_point.highest = std::max(m_point.highest, V);
}

SweepPoint SpikeTally::point() const
{
    SweepPoint point = m_point;
    point.rate = rate();
    if (m_intervals >= 3) point.variation = std::sqrt(m_squares / static_cast<double>(m_intervals - 1)) / m_mean;
    return point;
}

double SpikeTally::rate() const
{
    if (m_spikesInPart == 0) return 0;
    if (m_intervals == 0) return std::numeric_limits<double>::quiet_NaN();
    if (m_end - m_last > 2 * m_longest) return 1000 * static_cast<double>(m_spikesInPart) / (m_end - m_partStart);
    return 1000 * static_cast<double>(m_intervals) / m_total;
}

}
