// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace rheobase {

/// Tells whether a neuron fires periodically, by its last spikes, to an error of its rate.
class Periodicity {
public:
    /// A spike at t in ms with this state, to a relative error of intervals.
    void add(double t, const double* state, const Model& model, double relativeError)
    {
        const double interval = t - m_spike, off = std::abs(interval - m_intervals[0]), error = relativeError * interval;
        double moved = 0;
        for (std::size_t i = 0; i < model.state.size(); ++i) {
            moved = std::max(moved, std::abs(state[i] - m_state[i]) / (model.state[i].max - model.state[i].min));
            m_state[i] = state[i];
        }
        m_regular = moved < irregular && off < 0.1 * error ? m_regular + 1 : 0;
        m_alike = moved < 2 * irregular && off < error ? m_alike + 1 : 0;
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
        for (int count = fewest; 2 * count <= std::min(m_alike, mostIntervals); ++count) {
            const double late = mean(0, count), early = mean(count, count);
            if (std::abs(late - early) < drift * count * m_error * late) return (late + early) / 2;
        }
        return 0;
    }
    /// The last spike, in ms.
    double lastSpike() const { return m_spike; }

private:
    /// By so much of its table's range a state may move from one spike to the next.
    static constexpr double irregular = 1e-3;
    /// Intervals in a row that equal the one before them to a tenth of the error; or as many twice that equal it to the error, if on the
    /// average they drift by less than such a part of the error from one to the next.
    static constexpr int enough = 3, fewest = 3, mostIntervals = 16;
    static constexpr double drift = 0.025;

    double mean(int from, int count) const
    {
        return std::accumulate(m_intervals.begin() + from, m_intervals.begin() + from + count, 0.0) / count;
    }

    double m_spike = 0, m_error = 0;
    std::array<double, mostIntervals> m_intervals{}; // the latest first
    std::array<double, mostStates> m_state{};        // at the last spike
    int m_regular = 0, m_alike = 0;
};

}
