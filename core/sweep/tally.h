// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sweep.h"

namespace rheobase {

/// Makes a neuron's answer of its spikes and potentials as they come.
class SpikeTally {
public:
    /// Spikes after the sweep's duration are left out, save for Δt's rounding.
    explicit SpikeTally(const Sweep& sweep);

    /// A spike at t in ms, not before the one before.
    void addSpike(double t);
    void addPotential(double V);
    /// All but the final state.
    SweepPoint point() const;

private:
    double rate() const;

    double m_partStart, m_end, m_lastTime;
    SweepPoint m_point;
    double m_last = 0;
    std::size_t m_spikesInPart = 0, m_intervals = 0; // that end in the last part
    double m_total = 0, m_longest = 0, m_mean = 0, m_squares = 0;
};

}
