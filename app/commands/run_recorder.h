// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output.h"
#include "spike_tally.h"
#include "trace.h"

namespace rheobase {

/// Sends the rows and spikes of a run where they are wanted, and keeps what a summary tells. Its memory does not grow with
/// the run, unless there is a trace to fill.
class RunRecorder : public Recorder {
public:
    /// What comes after the end of the window is left out. Each of the three may be null.
    RunRecorder(const MeasureWindow& window, Output* csv, Output* spikes, Trace* trace);

    void record(Mark mark, double time, double I, std::span<const double> state, std::span<const double> terms) override;
    /// Hands over what is still buffered.
    void finish();

    const SpikeTally& spikes() const { return m_spikes; }

private:
    void recordSpike(double time);

    SpikeTally m_spikes;
    Output *m_csv, *m_spikeFile;
    Trace* m_trace;
    QByteArray m_rows, m_times;
};

}
