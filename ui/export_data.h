// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <QString>

#include <cmath>

class QWidget;

namespace rheobase {

class PlotView;

/// FOLDER/leaky-integrate-and-fire-2026-11-22.png, in the folder of the last export.
QString proposedPath(const Model& model, const QString& ending);
void rememberFolder(const QString& path);

/// Asks for a file and writes the rows between two times (ms), as CSV or for NumPy; what takes long shows its progress and can be
/// cancelled. Says what went wrong.
void exportData(QWidget* parent, const Session& session, double from = -HUGE_VAL, double to = HUGE_VAL);
/// Asks for a file and writes the spike times as CSV; says what went wrong.
void exportSpikes(QWidget* parent, const Session& session);
/// Asks for a file and writes a view's table as CSV; the proposed file's name ends with the view's. As exportData() otherwise.
void exportTable(QWidget* parent, const Session& session, PlotView& view);

}
