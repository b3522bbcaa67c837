// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rheobase {

class Interruption;

/// `rheobase run MODEL …`: simulates and writes what is asked for. Throws a Failure.
void runCommand(const QStringList& arguments, Interruption& interruption);

}
