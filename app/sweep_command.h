// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace rheobase {

/// `rheobase sweep MODEL --over NAME=FROM:TO:COUNT …`: a table with a row for each neuron of a grid. Throws a Failure.
void sweepCommand(const QStringList& arguments);

}
