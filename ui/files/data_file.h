// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change.h"
#include "experiment.h"
#include "file_format.h"
#include "trace.h"

#include <QString>

#include <functional>
#include <span>

namespace rheobase {

/// Told the part that is done, 0 … 1; where it answers false the export is given up.
using Progress = std::function<bool(double)>;

/// Writes the rows between two times, also while the run goes on (up to its time at the call): in the format that the name
/// ends with, else as CSV. What the trace has given up is left empty, and a remark says so. A file appears whole or not at all; then false
/// and one sentence. Given up by `progress`: false and an empty sentence.
bool saveData(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
              std::span<const Change> changes = {}, const Progress& progress = {});
/// The same as CSV: a column each for the time, the membrane potential, the current, the other states and the terms.
bool saveCsv(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes = {}, const Progress& progress = {});
/// The same for NumPy: these columns as arrays (the time in doubles, the others in floats, as the trace keeps them), spikes_ms, and the
/// document of the experiment as a string.
bool saveNpz(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes = {}, const Progress& progress = {});

/// The same for MATLAB, Octave and SciPy, in doubles.
bool saveMat(const QString& path, const Trace& trace, const Experiment& experiment, double from, double to, QString* error,
             std::span<const Change> changes = {}, const Progress& progress = {});

/// A format of data: what it is called (a text of the context Export), and what writes it.
struct DataFormat : FileFormat {
    const char* name;
    decltype(&saveCsv) save;
};
/// Every one, the usual one first.
inline constexpr DataFormat dataFormats[] = {
    {{"csv", "text/csv"}, QT_TRANSLATE_NOOP("Export", "Table"), saveCsv},
    {{"npz", "application/octet-stream"}, QT_TRANSLATE_NOOP("Export", "NumPy arrays"), saveNpz},
    {{"mat", "application/x-matlab-data"}, QT_TRANSLATE_NOOP("Export", "MATLAB, Octave and SciPy"), saveMat},
};

}
