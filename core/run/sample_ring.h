// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "solver.h"

#include <boost/lockfree/spsc_queue.hpp>

#include <array>

namespace rheobase {

/// Rows from the simulation to the display: one producer, one consumer, no locks. A row is mark, time, I, states, terms.
class SampleRing {
public:
    SampleRing(std::size_t states, std::size_t terms, std::size_t rows)
        : m_states(states), m_width(3 + states + terms), m_queue(rows * m_width)
    {}

    /// Room for `rows` more rows? (producer)
    bool hasRoom(std::size_t rows) const { return m_queue.write_available() >= rows * m_width; }

    /// Puts one row; there must be room. (producer)
    void push(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms)
    {
        std::array<double, mostColumns> row;
        auto end = row.begin();
        *end++ = static_cast<double>(mark);
        *end++ = time;
        *end++ = I;
        end = std::ranges::copy(state, end).out;
        end = std::ranges::copy(terms, end).out;
        m_queue.push(row.data(), m_width);
    }

    /// Takes one row into the recorder; false where there is none. (consumer)
    bool pop(Recorder& recorder)
    {
        if (m_queue.read_available() < m_width) return false;
        std::array<double, mostColumns> row;
        m_queue.pop(row.data(), m_width);
        const std::span<const double> values(row.data(), m_width);
        recorder.record(static_cast<Mark>(static_cast<int>(row[0])), row[1], row[2], values.subspan(3, m_states),
                        values.subspan(3 + m_states));
        return true;
    }

private:
    static constexpr std::size_t mostColumns = 3 + mostStates + mostTerms;
    std::size_t m_states, m_width;
    boost::lockfree::spsc_queue<double> m_queue;
};

}
