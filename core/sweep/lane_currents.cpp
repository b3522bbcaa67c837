// SPDX-License-Identifier: GPL-3.0-or-later
#include "lane_currents.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

LaneCurrents::LaneCurrents(const Grid& grid, std::span<const std::size_t> indices, std::size_t stride)
    : m_grid(grid), m_noise(grid.sweep().experiment.noise), m_stride(stride), m_constant(stride)
{
    for (std::size_t k = 0; k < stride; ++k) {
        const std::size_t index = indices[std::min(k, indices.size() - 1)];
        if (grid.hasConstantStimulus()) m_constant[k] = grid.inputAt(index);
        else m_constant[k] = m_drives.emplace_back(grid.experimentAt(index).stimulus).constant();
    }
    m_last = m_constant;
    m_rows = m_constant.data();
}

bool LaneCurrents::passEdgeAt(std::size_t lane, double t)
{
    if (m_drives.empty() || m_drives[lane].nextEdge() > t + 1e-9 * m_grid.sweep().experiment.dt) return false;
    seek(lane, m_drives[lane].nextEdge());
    return true;
}

void LaneCurrents::seek(std::size_t lane, double t)
{
    if (m_drives.empty()) return;
    m_drives[lane].seek(t);
    m_constant[lane] = m_drives[lane].constant();
}

std::size_t LaneCurrents::stepsWithoutEdge(std::span<const double> times, std::size_t lanes) const
{
    double edge = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < lanes && !m_drives.empty(); ++k) edge = std::min(edge, m_drives[k].nextEdge());
    return static_cast<std::size_t>(std::ranges::upper_bound(times, edge) - times.begin()) - 1;
}

void LaneCurrents::prepare(std::span<const double> times, std::uint64_t first, std::size_t lanes)
{
    const Experiment& e = m_grid.sweep().experiment;
    const std::size_t steps = times.size() - 1;
    m_noiseBefore = m_lastNoise;
    if (m_noise.kind != Noise::Kind::none) {
        m_extra.resize(steps);
        for (std::size_t i = 0; i < steps; ++i) m_extra[i] = m_lastNoise = noiseAt(m_noise, e.dt, e.seed, first + i, m_lastNoise);
    }
    std::copy_n(m_rows + (m_table.empty() ? 0 : m_table.size() - m_step), m_stride, m_last.begin());
    const bool varies = std::any_of(m_drives.begin(), m_drives.begin() + static_cast<std::ptrdiff_t>(std::min(lanes, m_drives.size())),
                                    [](const Drive& drive) { return !drive.varying().empty(); });
    m_table.clear();
    m_step = m_stage = 0;
    m_rows = m_constant.data();
    if (varies) fill(times, lanes);
}

void LaneCurrents::fill(std::span<const double> times, std::size_t lanes)
{
    const std::size_t steps = times.size() - 1;
    m_stage = m_stride;
    m_step = 3 * m_stage;
    m_table.resize(steps * m_step);
    m_rows = m_table.data();
    for (std::size_t i = 0; i < steps; ++i) {
        const double t = times[i], h = times[i + 1] - t;
        double* const row = m_table.data() + i * m_step;
        fillRow(t, row, lanes);
        fillRow(t + h / 2, row + m_stage, lanes);
        fillRow(t + h, row + 2 * m_stage, lanes);
    }
}

/// Sines are those of the first lane where they are the same.
void LaneCurrents::fillRow(double t, double* row, std::size_t lanes)
{
    const auto sineOf = [t](const Piece& p) { return std::sin(p.omega * (t - p.from) + p.phase); };
    const std::span<const Piece> first = m_drives[0].varying();
    m_sines.resize(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) m_sines[i] = first[i].amplitude != 0 ? sineOf(first[i]) : 0;
    for (std::size_t k = 0; k < lanes; ++k) {
        double current = m_constant[k];
        const std::span<const Piece> pieces = m_drives[k].varying();
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const Piece& p = pieces[i];
            double value = p.base + p.slope * (t - p.from);
            const auto isSame = [&p](const Piece& q) {
                return q.amplitude != 0 && p.from == q.from && p.omega == q.omega && p.phase == q.phase;
            };
            if (p.amplitude != 0) value += p.amplitude * (i < first.size() && isSame(first[i]) ? m_sines[i] : sineOf(p));
            current += value;
        }
        row[k] = current;
    }
    std::fill(row + lanes, row + m_stride, lanes > 0 ? row[lanes - 1] : 0.0);
}

void LaneCurrents::tell(Lanes& steps) const
{
    steps.drive = m_rows;
    steps.driveStep = m_step;
    steps.driveStage = m_stage;
    steps.lastDrive = m_last.data();
    steps.noise = m_extra.data();
    steps.noiseStep = m_noise.kind == Noise::Kind::none ? 0 : 1;
    steps.noiseLane = 0;
}

void LaneCurrents::move(std::size_t from, std::size_t to)
{
    m_constant[to] = m_constant[from];
    for (std::size_t row = 0; row < m_table.size(); row += m_stride) m_table[row + to] = m_table[row + from];
    if (!m_drives.empty()) m_drives[to] = m_drives[from];
}

}
