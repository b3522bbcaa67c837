// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data_file.h"
#include "session.h"

#include <QString>

#include <cmath>
#include <functional>

class QWidget;

namespace rheobase {

/// FOLDER/leaky-integrate-and-fire-2026-11-22.png, in the folder of the last export.
QString proposedPath(const Model& model, const QString& ending);
void rememberFolder(const QString& path);

/// Asks for a file and writes the rows between two times (ms), as CSV or for NumPy; what takes long shows its progress and can be
/// cancelled. Says what went wrong.
void exportData(QWidget* parent, const Session& session, double from = -HUGE_VAL, double to = HUGE_VAL);
/// Asks for a file and writes the spike times as CSV; says what went wrong.
void exportSpikes(QWidget* parent, const Session& session);
/// Asks for a file and writes the table that `table` makes as CSV; the proposed file's name ends with `name`. Null where it was given up.
/// As exportData() otherwise.
void exportTable(QWidget* parent, const Session& session, const QString& name, const std::function<QByteArray(const Progress&)>& table);

}
