// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QStringList>

namespace rheobase {

class Interruption;
class Ranks;

/// `rheobase sweep MODEL --over NAME=FROM:TO:COUNT …`: a table with a row for each neuron of a grid, which the ranks share. Throws a
/// Failure, on every rank the same.
void sweepCommand(const QStringList& arguments, Ranks& ranks, Interruption& interruption);

/// What the command takes.
QList<QCommandLineOption> sweepOptions();

}
