// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <span>
#include <vector>

namespace rheobase {

/// The states of a neuron whose V is fixed, from one moment on.
class Relaxation {
public:
    /// From the state x, in which V is what it is fixed at.
    Relaxation(const Model& model, std::span<const double> parameters, std::vector<double> x);

    /// The state at `time` ms after the start. Where it is not in closed form, times must rise from call to call.
    const std::vector<double>& at(double time);
    /// True where every state relaxes exponentially by itself, as gates do.
    bool isClosed() const { return m_isClosed; }

private:
    bool relaxesAlone();
    void integrate(double to);

    const Model& m_model;
    std::span<const double> m_parameters;
    std::vector<double> m_start, m_rates, m_slopes; // slopes: the Jacobian's diagonal
    std::vector<double> m_x;
    double m_time = 0, m_longest = 0; // where m_x is integrated to, and the longest step, in ms
    bool m_isClosed;
};

}
