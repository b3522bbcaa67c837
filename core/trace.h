// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "solver.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rheobase {

/// Recorded rows and spike times of one model's run. Columns: time (ms), I, then states, then terms, in the order of the
/// model's tables. At a jump there are two rows with one time: threshold reached, and the state after the reset.
class Trace : public Recorder {
public:
    /// Keeps at most `capacity` rows; beyond that the oldest tenth is given up at a time. Spikes are kept for ever.
    explicit Trace(const Model& model, std::size_t capacity = 4'000'000);

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override;
    void clear();

    const Model& model() const { return *m_model; }
    std::size_t rows() const { return m_columns.front().size(); }
    bool empty() const { return rows() == 0; }
    /// How many runs have begun in it: a restart clears it.
    std::size_t runs() const { return m_runs; }
    /// Rows given up so far because of the capacity.
    std::size_t dropped() const { return m_dropped; }

    std::size_t columns() const { return m_columns.size(); }
    /// Column 0 is time, 1 the injected current, then states, then terms.
    std::span<const double> column(std::size_t index) const { return m_columns[index]; }
    std::span<const double> time() const { return m_columns[0]; }
    std::span<const double> input() const { return m_columns[1]; }
    std::span<const double> state(std::size_t index) const { return m_columns[2 + index]; }
    std::span<const double> term(std::size_t index) const { return m_columns[2 + m_model->state.size() + index]; }
    /// What a column holds; column 0 is "t" in ms.
    const Quantity& quantity(std::size_t column) const;
    /// The column whose quantity has this identifier (V, I, m, I_Na …).
    std::optional<std::size_t> columnOf(std::string_view name) const;

    /// All spike times in ms: of resets for models that jump, of upward crossings of the spike level for the others.
    std::span<const double> spikes() const { return m_spikes; }
    /// The index of the first row at or after a time.
    std::size_t firstAt(double time) const;

private:
    void dropOldest();

    const Model* m_model;
    std::size_t m_capacity, m_dropped = 0, m_runs = 0;
    std::vector<std::vector<double>> m_columns;
    std::vector<double> m_spikes;
};

/// The header of a column in files: "time_ms", "V_mV", "I_nA", "I_Na_uA_per_cm2"; the symbol alone where there is no unit.
std::string columnName(const Quantity& quantity);

}
