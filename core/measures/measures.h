// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rheobase.h"
#include "spike_tally.h"
#include "trace.h"

#include <span>
#include <stop_token>

namespace rheobase {

/// A run as far as it has come, which measures are taken from: its spikes in their window, and its rows where they are kept.
struct MeasuredRun {
    Experiment experiment;        ///< as it has been since the last change
    SpikeTally spikes;            ///< of the run so far
    double now = 0;               ///< ms: how far the run has come
    const Trace* trace = nullptr; ///< null: no rows are kept, and so there are no shapes and extremes
    std::vector<double> state{};  ///< at `now`; empty: not known
};

/// Stands for the unit of the model's current.
inline constexpr std::string_view currentUnit = "I";
/// Stands for the unit of the model's impedance.
inline constexpr std::string_view resistanceUnit = "R";

/// A number that the program measures: what it is, and how it is had of a run or of an experiment. Empty where there is none.
struct Measure {
    std::string_view id;         ///< in commands and files
    std::string_view meaning;    ///< its name on screen
    std::string_view unit;       ///< currentUnit, resistanceUnit: those of the model; mV: that of its potential
    std::string_view definition; ///< a sentence, with eFEL's name for it where it has one
    std::optional<double> (*ofRun)(const MeasuredRun& run) = nullptr; ///< null of what is measured of an experiment
    /// What does not take a run of the experiment itself, but of its neuron at rest, or none; also empty after a stop.
    std::optional<double> (*ofExperiment)(const Experiment& experiment, const std::stop_token& stop) = nullptr;
};

/// All of them.
std::span<const Measure> measures();
/// The measure with an id; null where there is none.
const Measure* findMeasure(std::string_view id);
/// The same of an id that is known.
const Measure& measure(std::string_view id);
/// The unit of a measure for a model.
std::string_view unitOf(const Measure& measure, const Model& model);

/// What the stimulus being on means, which definitions speak of: a sentence.
extern const std::string_view windowDefinition;

/// A recorded run up to `end` (ms) that was changed last at `since`, without the first part `settle` of the time the stimulus is on.
MeasuredRun measured(const Trace& trace, const Experiment& experiment, double since = 0, double end = MeasureWindow::endless,
                     double settle = 0);

/// The measures of a run that goes on, at the cost of the new spikes alone.
class LiveMeasures {
public:
    /// Takes in what is new; begins anew where the run, the experiment or the time of its last change (ms) is another.
    void update(const Trace& trace, const Experiment& experiment, double since);
    /// The value of a measure of runs.
    std::optional<double> value(const Measure& measure) const { return measure.ofRun(m_run); }
    std::optional<double> value(std::string_view id) const { return value(measure(id)); }
    const MeasuredRun& run() const { return m_run; }

private:
    MeasuredRun m_run;
    std::uint64_t m_serial = 0;
    std::size_t m_taken = 0; // of the trace's spikes
};

/// The rheobase of a neuron: stated by its model, or searched; empty of one that never fires, and where it was asked to stop.
std::optional<Rheobase> rheobaseOf(const Experiment& experiment, const std::stop_token& stop = {});

/// The rate in Hz that an interval tells of: its inverse; empty once silence has lasted more than twice as long. Times in ms.
std::optional<double> rateAfter(double interval, double silence);

}
