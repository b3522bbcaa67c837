// SPDX-License-Identifier: GPL-3.0-or-later
#include "tally.h"

#include "events.h"

#include <algorithm>

namespace rheobase {

SweepTally::SweepTally(const Sweep& sweep, const Stimulus& stimulus)
    : m_stimulus(&stimulus), m_spikes(measureWindow(stimulus, 0, sweep.experiment.duration, sweep.settle, 1e-9 * sweep.experiment.dt))
{}

void SweepTally::addPotential(double V)
{
    m_lowest = std::min(m_lowest, V);
    m_highest = std::max(m_highest, V);
}

SweepPoint SweepTally::point(bool diverged) const
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    SweepPoint point;
    point.spikes = m_spikes.count();
    if (const auto spike = m_spikes.firstAnswer()) point.latency = *spike - lastOnset(*m_stimulus, m_spikes.window().from, *spike);
    const auto interval = m_spikes.intervals().mean();
    point.rate = interval ? 1000 / *interval : m_spikes.countInWindow() == 0 && !diverged ? 0 : none;
    point.diverged = diverged;
    point.firstInterval = m_spikes.firstInterval().value_or(none);
    point.lastInterval = m_spikes.lastInterval().value_or(none);
    point.variation = m_spikes.intervals().variation().value_or(none);
    point.lowest = m_lowest;
    point.highest = m_highest;
    return point;
}

}
