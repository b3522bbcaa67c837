// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCommandLineParser;

namespace rheobase {

class Interruption;

/// `rheobase lesson reports FILE… [--csv F] [--verify]`. Throws a Failure.
/// Prints the class of a folder: a table of students by steps for each lesson, and what was expected instead.
void classAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption);
void reportsAct(const QStringList& files, const QCommandLineParser& parser, Interruption& interruption);

}
