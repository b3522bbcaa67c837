// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp_family.h"
#include "experiment_file.h"
#include "number_table.h"

#include <QByteArray>
#include <QLocale>

#include <span>

namespace rheobase {

/// Appends a number as short as reads back to the same double, or float, always with ".".
void appendNumber(QByteArray& out, double value);
void appendNumber(QByteArray& out, float value);

/// A component of a stimulus as the command line takes it: "step:start=20,end=120,amplitude=2.5".
QByteArray toArgument(const StimulusComponent& component);
/// Noise as the command line takes it: "white:sigma=0.1"; "none" without.
QByteArray toArgument(const Noise& noise, const Quantity& input);
/// What a voltage clamp commands, "hold:V=-65 + test:V=-40|-20,width=20".
QByteArray toArgument(const VoltageClamp& clamp);

/// The "# key: value" lines that tell the whole experiment. UTF-8, lines end with "\n".
QByteArray csvRemarks(const Experiment& experiment, std::span<const Change> changes = {});

/// Remarks, and the lines by which pandas, R, NumPy and Octave read the table; `more` remarks follow. They name no file, so that the same
/// experiment is the same file.
QByteArray withReaders(const QByteArray& remarks, qsizetype more = 0);

/// The columns of a run: time, membrane potential, what is given, the other states, then the terms, but for those that would tell what is
/// sealed.
std::vector<NumberColumn> runColumns(const Experiment& experiment);
/// Those of a clamped family: the test potential before them.
std::vector<NumberColumn> clampColumns(const Experiment& experiment);
/// "time_ms,V_mV,I_nA,…"
QByteArray headerOf(std::span<const NumberColumn> columns);

/// What stands before the rows of a table: the remarks and some more, with the lines by which it is read, then the
/// header of a run.
QByteArray csvHead(const Experiment& experiment, std::span<const Change> changes = {}, const QByteArray& remarks = {});

/// What stands above the rows of a clamped family, "step,time_ms,V_mV,I_nA,…".
QByteArray clampHeader(const Experiment& experiment);
/// Appends a row of a family under it, of a sweep with all its terms.
void appendClampRow(QByteArray& out, const ClampFamily& family, const ClampSweep& sweep, std::size_t row);

/// A table as a spreadsheet takes it from the clipboard: fields apart by tabs, numbers as a language writes them.
QString toSpreadsheet(const QByteArray& csv, const QLocale& locale);

/// Appends one row under that header.
void appendCsvRow(QByteArray& out, double time, double I, std::span<const double> state, std::span<const double> terms);

}
