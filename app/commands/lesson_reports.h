// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCommandLineParser;

namespace rheobase {

class Interruption;

/// `rheobase lesson reports FILE… [--csv F] [--verify]`. Throws a Failure.
void reportsAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption);

}
