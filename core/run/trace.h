// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "columns.h"
#include "extents.h"
#include "row_times.h"
#include "solver.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

namespace rheobase {

/// Recorded rows and spike times of one model's run, with their columns. At a jump there are two rows with one time: threshold reached, and the state after the reset. Rows are
/// counted from the start of the run. Values are kept as floats, and as the least and greatest of blocks of rows; where
/// memory ends, the oldest rows are given up and their blocks stay.
class Trace : public Recorder {
public:
    /// Uses at most about `memory` bytes; spikes are kept whatever they need.
    explicit Trace(const Model& model, std::size_t memory = std::numeric_limits<std::size_t>::max());

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override;
    /// The same of a whole row, in the order of columns().
    void recordRow(Mark mark, std::span<const double> row);
    void clear();

    const Model& model() const { return *m_model; }
    /// How many rows the run has so far.
    std::size_t rows() const { return m_times.size(); }
    bool empty() const { return rows() == 0; }
    /// How many runs have begun in it: a restart clears it.
    std::size_t runs() const { return m_runs; }
    /// A number that no other run has, of this trace or of another; a copy has its original's.
    std::uint64_t serial() const { return m_serial; }
    /// The first row of which a column still has the value: terms go before states and the current.
    std::size_t rawFrom(std::size_t column) const { return bankOf(column).first; }
    /// The first row of which anything is left.
    std::size_t oldest() const { return m_oldest; }

    double time(std::size_t row) const { return m_times.at(row); } ///< ms
    /// The times of the first row of which anything is left, and of the last; 0 of an empty trace.
    double startTime() const { return empty() ? 0 : time(m_oldest); }
    double latestTime() const { return m_latest[0]; }
    /// The times of rows first … end − 1 in ms.
    std::vector<double> times(std::size_t first, std::size_t end) const { return m_times.range(first, end); }
    /// The index of the first row at or after a time.
    std::size_t firstAt(double time) const { return m_times.firstAt(time); }
    /// The index of the first row after a time.
    std::size_t firstAfter(double time) const;

    const Columns& columns() const { return m_columns; }
    /// A value of column 1 … ; not a number where its row has been given up.
    float value(std::size_t column, std::size_t row) const;
    /// The values of rows first … end − 1.
    std::vector<double> values(std::size_t column, std::size_t first, std::size_t end) const;
    /// The last row's value, as precisely as it was recorded.
    double latest(std::size_t column) const { return m_latest[column]; }
    /// Least and greatest value of rows first … end − 1; where rows have been given up, of the blocks that hold them.
    Extent extent(std::size_t column, std::size_t first, std::size_t end) const;
    const Quantity& quantity(std::size_t column) const { return m_columns[column].quantity; }
    /// The last row's states; empty of an empty trace.
    std::vector<double> latestState() const;

    /// All spike times in ms: of resets for models that jump, of upward crossings of the spike level for the others.
    std::span<const double> spikes() const { return m_spikes; }
    /// The rows and spikes between two times, and the row on either side: what a figure of that window needs, while the run
    /// goes on.
    Trace excerpt(double from, double to) const;
    /// Memory in use.
    std::size_t bytes() const;

private:
    /// Columns whose rows are given up together.
    struct Bank {
        std::size_t begin = 0, width = 0;      // the columns begin … begin + width − 1
        std::size_t first = 0;                 // row
        std::deque<std::vector<float>> chunks; // of rows, column by column
        std::size_t bytes() const;
        void dropOldest();
    };
    static constexpr std::size_t chunkRows = 4096;

    const Bank& bankOf(std::size_t column) const { return m_banks[column < m_banks[1].begin ? 0 : 1]; }
    void append(Bank& bank, std::span<const double> values);
    void stayWithin();
    void thinOldest();
    std::size_t includeBlock(std::size_t column, std::size_t row, std::size_t end, bool isWhole, Extent& found) const;

    const Model* m_model;
    Columns m_columns;
    std::size_t m_memory, m_oldest = 0, m_runs = 0;
    std::uint64_t m_serial;
    RowTimes m_times;
    Bank m_banks[2];                // current and states; terms
    std::vector<Extents> m_extents; // one a column, from column 1
    std::vector<double> m_latest, m_spikes;
};

}
