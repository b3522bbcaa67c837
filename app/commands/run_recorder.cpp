// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_recorder.h"

#include "csv.h"

namespace rheobase {

RunRecorder::RunRecorder(const MeasureWindow& window, TableFiles* table, Output* spikes, Trace* trace)
    : m_spikes(window), m_table(table), m_spikeFile(spikes), m_trace(trace)
{}

void RunRecorder::record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms)
{
    if (time > m_spikes.window().end) return;
    if (m_trace) m_trace->record(mark, time, I, state, terms);
    if (mark == Mark::peak || mark == Mark::crossing) recordSpike(time);
    if (mark == Mark::crossing || !m_table) return;
    m_row.assign({time, state[0], I});
    m_row.insert(m_row.end(), state.begin() + 1, state.end());
    m_row.insert(m_row.end(), terms.begin(), terms.end());
    m_table->add(m_row);
}

void RunRecorder::recordSpike(double time)
{
    constexpr qsizetype blockSize = 1 << 16; // of text before it is written
    m_spikes.addSpike(time);
    if (m_table) m_table->addSpike(time);
    if (!m_spikeFile) return;
    appendNumber(m_times, time);
    m_times += '\n';
    if (m_times.size() < blockSize) return;
    m_spikeFile->write(m_times);
    m_times.resize(0); // keeps its memory
}

void RunRecorder::finish()
{
    if (m_table) m_table->finish();
    if (m_spikeFile) m_spikeFile->write(m_times);
    m_times.clear();
}

}
