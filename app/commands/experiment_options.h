// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QCommandLineOption>

#include <functional>

class QCommandLineParser;

namespace rheobase {

/// True of a word that is the name of a file: it has a "." or a "/", or there is one.
bool isFileName(const QString& word);
/// Throws the Failure of a name that no file has.
void checkIsFile(const QString& name);

/// All that stands on standard input, as far as it can be a document; what has come where a signal ends the wait.
QByteArray standardInput();

/// What --help says of the word after a command; `usage`: "run MODEL|FILE|-".
void addSubject(QCommandLineParser& parser, const QString& usage);

/// The options that make a model's neuron: --preset, --set.
QList<QCommandLineOption> neuronOptions();
/// Those that make a whole experiment: neuronOptions(), and --initial, --stimulus, --repeat, --noise, --duration, --dt, --solver, --seed, --spike-level.
QList<QCommandLineOption> experimentOptions();

/// What a command is asked about: the model or document that the one word after it names (-: a document on standard input), as the
/// neuronOptions() change it; refuses what is wrong with it.
Experiment neuronFrom(const QCommandLineParser& parser, const QString& command);
/// The same of a command that has experimentOptions(). `input` gives what stands on standard input.
Experiment experimentFrom(const QCommandLineParser& parser, const QString& command,
                          const std::function<QByteArray()>& input = standardInput);
/// What follows --`option`: the name of a file, or "-" for standard output by any name; empty where the option is not there.
QString pathFrom(const QCommandLineParser& parser, const QString& option);

}
