// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

namespace rheobase {

class Interruption;

/// `rheobase solve MODEL --make MEASURE=VALUE [--by NAME]`: the value that brings a measure to a value. Throws a Failure.
void solveCommand(const QStringList& arguments, Interruption& interruption);

/// What the command takes.
QList<QCommandLineOption> solveOptions();

}
