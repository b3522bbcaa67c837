// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_recorder.h"

#include "csv.h"

#include <algorithm>
#include <cmath>

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

void Statistics::add(double value)
{
    const double before = value - m_mean;
    m_mean += before / static_cast<double>(++m_count);
    m_squares += before * (value - m_mean);
    m_least = std::min(m_least, value);
    m_most = std::max(m_most, value);
}

double Statistics::standardDeviation() const
{
    return m_count < 2 ? std::numeric_limits<double>::quiet_NaN() : std::sqrt(m_squares / static_cast<double>(m_count - 1));
}

RunRecorder::RunRecorder(double end, Output* csv, Output* spikes, Trace* trace)
    : m_end(end), m_csv(csv), m_spikeFile(spikes), m_trace(trace)
{}

void RunRecorder::record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms)
{
    if (time > m_end) return;
    if (m_trace) m_trace->record(mark, time, I, state, terms);
    if (mark == Mark::peak || mark == Mark::crossing) recordSpike(time);
    if (mark == Mark::crossing || !m_csv) return;
    appendCsvRow(m_rows, time, I, state, terms);
    writeFull(*m_csv, m_rows);
}

void RunRecorder::recordSpike(double time)
{
    if (m_spikes++ == 0) m_firstSpike = time;
    else m_intervals.add(time - m_lastSpike);
    m_lastSpike = time;
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
