// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output.h"
#include "trace.h"

#include <limits>

namespace rheobase {

/// Number, mean, spread and extremes of values that come one by one. Welford, Technometrics 4:419 (1962).
class Statistics {
public:
    void add(double value);
    std::uint64_t count() const { return m_count; }
    double mean() const { return m_mean; }
    double standardDeviation() const;
    double least() const { return m_least; }
    double most() const { return m_most; }

private:
    std::uint64_t m_count = 0;
    double m_mean = 0, m_squares = 0;
    double m_least = std::numeric_limits<double>::infinity(), m_most = -std::numeric_limits<double>::infinity();
};

/// Sends the rows and spikes of a run where they are wanted, and keeps what a summary tells. Its memory does not grow with
/// the run, unless there is a trace to fill.
class RunRecorder : public Recorder {
public:
    /// What comes after `end` (ms) is left out. Each of the three may be null.
    RunRecorder(double end, Output* csv, Output* spikes, Trace* trace);

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override;
    /// Hands over what is still buffered.
    void finish();

    std::uint64_t spikes() const { return m_spikes; }
    double firstSpike() const { return m_firstSpike; }          ///< ms; NaN without
    double lastSpike() const { return m_lastSpike; }            ///< ms; NaN without
    const Statistics& intervals() const { return m_intervals; } ///< ms

private:
    void recordSpike(double time);

    double m_end;
    Output *m_csv, *m_spikeFile;
    Trace* m_trace;
    QByteArray m_rows, m_times;
    std::uint64_t m_spikes = 0;
    double m_firstSpike = std::numeric_limits<double>::quiet_NaN(), m_lastSpike = m_firstSpike;
    Statistics m_intervals;
};

}
