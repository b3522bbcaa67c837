// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spike_tally.h"
#include "table_files.h"
#include "trace.h"

namespace rheobase {

/// Sends the rows and spikes of a run where they are wanted, and keeps what a summary tells. Its memory does not grow with
/// the run, unless there is a trace to fill.
class RunRecorder : public Recorder {
public:
    /// What comes after the end of the window is left out. Each of the three may be null.
    RunRecorder(const MeasureWindow& window, TableFiles* table, Output* spikes, Trace* trace);

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override;
    /// Hands over what is still buffered.
    void finish();

    const SpikeTally& spikes() const { return m_spikes; }

private:
    void recordSpike(double time);

    SpikeTally m_spikes;
    TableFiles* m_table;
    Output* m_spikeFile;
    Trace* m_trace;
    std::vector<double> m_row;
    QByteArray m_times;
};

}
