// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <functional>
#include <stop_token>

namespace rheobase {

class Recorder;

/// Asks again and again whether one neuron at rest (without a rest: at its start) fires under a stimulus. The solver is exact or adaptive.
class FiringSearch {
public:
    /// Runs last `duration` ms at most; all answers are false once it is asked to stop.
    FiringSearch(const Experiment& experiment, std::stop_token stop, double duration);

    bool isStopped() const { return m_stop.stop_requested(); }
    double duration() const { return m_duration; }
    /// True where there is a spike after `from` ms. The stimulus does not change after `steadyFrom` ms. Ends as soon as there is a spike,
    /// or as the neuron has come to rest or been driven beyond all potentials.
    bool firesAfter(double from, const Stimulus& stimulus, double steadyFrom = 0) const;
    /// The same for a lasting current from time 0 on.
    bool firesAfter(double from, double I) const;

    /// True where the response to a current about `I` is all or none: where V's peak over rest grows at least ten times as fast as the current,
    /// in parts of each. A threshold of anything else is only the level that was chosen: the response is graded. `stimulus` makes one of a
    /// current, and does not change after `steadyFrom` ms.
    bool isAllOrNone(double I, const std::function<Stimulus(double I)>& stimulus, double steadyFrom = 0) const;

private:
    template<class F>
    void run(const Stimulus& stimulus, double steadyFrom, double dt, std::uint64_t every, Recorder& recorder, F&& isDone) const;
    double peakOver(const Stimulus& stimulus, double steadyFrom) const;
    bool hasLeft(const Neuron& neuron, double I, bool isSteady) const;
    bool isAtRest(const Neuron& neuron, const Stimulus& stimulus) const;

    Experiment m_experiment;
    std::stop_token m_stop;
    double m_duration;
    Neuron m_rest;
};

}
