// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spike_tally.h"
#include "sweep.h"

namespace rheobase {

/// Makes a neuron's answer of its spikes and potentials as they come.
class SweepTally {
public:
    /// Of a neuron of the sweep under this stimulus, which has to live as long. Spikes after the sweep's duration are left out, save for
    /// Δt's rounding.
    SweepTally(const Sweep& sweep, const Stimulus& stimulus);

    /// A spike at t in ms, not before the one before.
    void addSpike(double t) { m_spikes.addSpike(t); }
    void addPotential(double V);
    /// All but the final state. A run that ended early says nothing of a rate in the part that it did not reach.
    SweepPoint point(bool diverged = false) const;

private:
    const Stimulus* m_stimulus;
    SpikeTally m_spikes;
    double m_lowest = std::numeric_limits<double>::infinity(), m_highest = -m_lowest;
};

}
