// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rheobase {

/// Runs the command in the arguments of the program (without its name). Needs no display. Returns the exit status:
/// 0 done; 1 impossible, 2 a wrong command line, 130 or 143 interrupted by SIGINT or SIGTERM: then one sentence is on stderr and no file
/// was written.
int command(const QStringList& arguments);

}
