// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

namespace rheobase {

/// `rheobase measures [--json]`: what is measured, with units and definitions. Throws a Failure.
void measuresCommand(const QStringList& arguments);

/// What the command takes.
QList<QCommandLineOption> measuresOptions();

}
