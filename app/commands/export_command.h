// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

namespace rheobase {

class Interruption;

/// `rheobase export MODEL … --to TARGET`: hands an experiment over as a script. Throws a Failure.
QList<QCommandLineOption> exportOptions();
void exportCommand(const QStringList& arguments, Interruption& interruption);

}
