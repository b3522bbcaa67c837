// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase {

/// Tells whether a neuron fires periodically, by its last spikes, to an error of its rate.
class Periodicity {
public:
    /// A spike at t in ms with this state, to a relative error of intervals.
    void add(double t, const double* state, const Model& model, double relativeError)
    {
        const double interval = t - m_spike, off = std::abs(interval - m_intervals[0]), error = relativeError * interval;
        bool isAlike = true;
        for (std::size_t i = 0; i < model.state.size(); ++i) {
            isAlike &= std::abs(state[i] - m_state[i]) < irregular * (model.state[i].max - model.state[i].min);
            m_state[i] = state[i];
        }
        m_regular = isAlike && off < 0.1 * error ? m_regular + 1 : 0;
        m_alike = isAlike && off < error ? m_alike + 1 : 0;
        std::shift_right(m_intervals.begin(), m_intervals.end(), 1);
        m_intervals[0] = interval;
        m_spike = t;
        m_error = relativeError;
    }
    /// The interval in ms that it will go on with; 0 where it may not. Intervals that differ by their place on the grid of steps alone are
    /// equal in the mean.
    double period() const
    {
        if (m_regular >= enough) return m_intervals[0];
        if (m_alike < manyAlike) return 0;
        const double late = mean(0), early = mean(manyAlike / 2);
        return std::abs(late - early) < 0.1 * m_error * late ? late : 0;
    }
    /// The last spike, in ms.
    double lastSpike() const { return m_spike; }

private:
    /// By so much of its table's range a state may move from one spike to the next.
    static constexpr double irregular = 1e-3;
    /// Intervals in a row that equal the one before them to a tenth of the error; or to the error, if their means do to a tenth.
    static constexpr int enough = 3, manyAlike = 8;

    double mean(std::size_t from) const
    {
        return (m_intervals[from] + m_intervals[from + 1] + m_intervals[from + 2] + m_intervals[from + 3]) / 4;
    }

    double m_spike = 0, m_error = 0;
    std::array<double, manyAlike> m_intervals{}; // the latest first
    std::array<double, mostStates> m_state{};    // at the last spike
    int m_regular = 0, m_alike = 0;
};

}
