// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measures.h"
#include "run_order.h"
#include "run_recorder.h"

#include <QByteArray>

namespace rheobase {

/// What is known of a neuron without running it: its resting potential (mV) and its rheobase, where it has them.
struct Landmarks {
    std::optional<double> rest;
    std::optional<Rheobase> rheobase;
};
Landmarks landmarksOf(const Experiment& experiment, const std::stop_token& stop);

/// What a run came to.
struct RunResult {
    const RunOrder* order;
    const RunRecorder* recorder;
    Neuron end;
    std::optional<Divergence> divergence;
};

/// A few aligned lines for people.
QByteArray summaryText(const RunResult& result, const Landmarks& landmarks);
/// The same and more for programs: one JSON object.
QByteArray summaryJson(const RunResult& result, const Landmarks& landmarks);

}
