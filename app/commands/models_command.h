// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

namespace rheobase {

/// `rheobase models [--json]`: prints every model with all that can be set or recorded. Throws a Failure.
void modelsCommand(const QStringList& arguments);

/// What the command takes.
QList<QCommandLineOption> modelsOptions();

}
