// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace rheobase {

struct Experiment;
struct NumberTable;

/// What a command prints for --json: the version of the program, the experiment where there is one, and what it found. Its keys are those
/// of resources/json.md and stay.
QByteArray jsonDocument(QJsonObject found, const Experiment* experiment = nullptr);

/// JSON knows no NaN and no infinity.
QJsonValue orNull(double value);
QJsonValue orNull(const std::optional<double>& value);

/// Columns by their names, each a list of its numbers.
QJsonObject columnsOf(const NumberTable& table);

}
