// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "failure.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

class QCommandLineOption;
class QCommandLineParser;

namespace rheobase {

/// Throws the Failure of a wrong command line.
[[noreturn]] void refuse(const QString& sentence);
/// Refuses a name that is none of `names`, with the nearest of them. `complaint` stands before it: "passive has no parameter".
[[noreturn]] void refuseName(const QString& complaint, const QString& name, std::span<const std::string> names);

/// Reads the options of a command; refuses an unknown one with the nearest, and one without its value.
void parse(QCommandLineParser& parser, const QList<QCommandLineOption>& options, const QStringList& arguments);

/// What --help prints.
QString helpText(const QCommandLineParser& parser);

/// The identifiers of a table.
std::vector<std::string> identifiers(std::span<const Quantity> table);

/// A quantity as it is typed: a number with ".", then perhaps a unit of its dimension ("10", "10MΩ", "0.01 GOhm"), which
/// converts. Refuses units of another dimension, and values outside physics. `name` stands for it in what is said.
double valueFrom(const QString& text, const Quantity& quantity, const QString& name);
/// A whole number of at least `least`.
std::uint64_t countFrom(const QString& text, std::uint64_t least, const QString& name);

/// NAME=VALUE, where `table` has NAME: its index and its value. `complaint` as in refuseName.
std::pair<std::size_t, double> assignmentFrom(const QString& text, std::span<const Quantity> table, const QString& complaint);
/// SHAPE[:KEY=VALUE,…]; what is not given is the shape's default.
StimulusComponent stimulusFrom(const QString& text, const Quantity& input);
/// KIND[:KEY=VALUE,…]; "ou" is short for "ornstein-uhlenbeck".
Noise noiseFrom(const QString& text, const Quantity& input);
/// The solver with this id.
SolverKind solverFrom(const QString& text);
/// WxHmm, in millimetres.
QSizeF sizeFrom(const QString& text);

}
