// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <stop_token>

namespace rheobase {

/// Asks again and again whether one neuron at rest (without a rest: at its start) fires under a stimulus. The solver is exact or adaptive.
class FiringSearch {
public:
    /// Runs last `duration` ms at most; all answers are false once it is asked to stop.
    FiringSearch(const Experiment& experiment, std::stop_token stop, double duration);

    bool isStopped() const { return m_stop.stop_requested(); }
    double duration() const { return m_duration; }
    /// True where there is a spike after `from` ms. The stimulus does not change after `steadyFrom` ms. Ends as soon as there is a spike,
    /// or as the neuron has come to rest or been driven beyond all potentials.
    bool firesAfter(double from, const Stimulus& stimulus, double steadyFrom = 0);
    /// The same for a lasting current from time 0 on.
    bool firesAfter(double from, double I);

private:
    bool hasLeft(const Neuron& neuron, bool isSteady) const;
    bool isAtRest(const Neuron& neuron) const;

    Experiment m_experiment;
    std::stop_token m_stop;
    double m_duration;
    Neuron m_rest;
};

}
