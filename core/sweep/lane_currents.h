// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.h"
#include "lanes.h"
#include "solver.h"

namespace rheobase {

/// The currents of neurons side by side, for some steps at a time that no edge of a stimulus divides; a step within which an edge lies is
/// one by itself.
class LaneCurrents {
public:
    /// Of the points of a grid, each in the lane of its place; `stride` lanes, of which those too many are like the last one.
    LaneCurrents(const Grid& grid, std::span<const std::size_t> indices, std::size_t stride);

    /// Takes in edges at a time in ms at which a step begins: true of a lane that has one there.
    bool passEdgeAt(std::size_t lane, double t);
    /// How many of the steps between these times (ms) have no edge within; 0 where the first one has one.
    std::size_t stepsWithoutEdge(std::span<const double> times, std::size_t lanes) const;
    /// True of a lane for which an edge comes before this time in ms; and false where its current stays for ever.
    bool hasEdgeBefore(std::size_t lane, double t) const { return !m_drives.empty() && m_drives[lane].nextEdge() < t; }
    bool changes(std::size_t lane, double end) const
    {
        return m_noise.kind != Noise::Kind::none
               || (!m_drives.empty() && (m_drives[lane].nextEdge() < end || !m_drives[lane].varying().empty()));
    }
    /// Goes beyond the edges of a lane up to a time in ms.
    void seek(std::size_t lane, double t);

    /// Prepares the steps between these times, of which the first has this number; and sets the rows of `steps` that tell of currents.
    void prepare(std::span<const double> times, std::uint64_t first, std::size_t lanes);
    void tell(Lanes& steps) const;
    /// The current of a lane at a time in ms within the steps that are prepared, without noise; the noise in one of them, and before it.
    double at(std::size_t lane, double t) const { return m_drives.empty() ? m_constant[lane] : m_drives[lane].at(t); }
    /// That with which the step before those that are prepared began.
    double lastAt(std::size_t lane) const { return m_last[lane]; }
    double noiseIn(std::size_t step) const { return m_noise.kind == Noise::Kind::none ? 0 : m_extra[step]; }
    double noiseBefore(std::size_t step) const { return step == 0 ? m_noiseBefore : m_extra[step - 1]; }
    /// Closes a gap.
    void move(std::size_t from, std::size_t to);

private:
    void fill(std::span<const double> times, std::size_t lanes);
    void fillRow(double t, double* row, std::size_t lanes);

    const Grid& m_grid;
    Noise m_noise;
    std::size_t m_stride, m_step = 0, m_stage = 0;
    std::vector<double> m_constant, m_last, m_table, m_extra{0.0};
    std::vector<Drive> m_drives; // empty where all currents are constant
    std::vector<double> m_sines; // of the first lane's pieces, at one time
    const double* m_rows;
    double m_noiseBefore = 0, m_lastNoise = 0;
};

}
