// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_recorder.h"

#include "csv.h"

namespace rheobase {

namespace {

/// How much text is gathered before it is written.
constexpr qsizetype blockSize = 1 << 16;

void writeFull(Output& output, QByteArray& text)
{
    if (text.size() < blockSize) return;
    output.write(text);
    text.resize(0); // keeps its memory
}

}

RunRecorder::RunRecorder(const MeasureWindow& window, Output* csv, Output* spikes, Trace* trace)
    : m_spikes(window), m_csv(csv), m_spikeFile(spikes), m_trace(trace)
{}

void RunRecorder::record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms)
{
    if (time > m_spikes.window().end) return;
    if (m_trace) m_trace->record(mark, time, I, state, terms);
    if (mark == Mark::peak || mark == Mark::crossing) recordSpike(time);
    if (mark == Mark::crossing || !m_csv) return;
    appendCsvRow(m_rows, time, I, state, terms);
    writeFull(*m_csv, m_rows);
}

void RunRecorder::recordSpike(double time)
{
    m_spikes.addSpike(time);
    if (!m_spikeFile) return;
    appendNumber(m_times, time);
    m_times += '\n';
    writeFull(*m_spikeFile, m_times);
}

void RunRecorder::finish()
{
    if (m_csv) m_csv->write(m_rows);
    if (m_spikeFile) m_spikeFile->write(m_times);
    m_rows.clear();
    m_times.clear();
}

}
