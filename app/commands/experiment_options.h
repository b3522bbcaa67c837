// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace rheobase {

/// The options that make a model's neuron: --preset, --set.
QList<QCommandLineOption> neuronOptions();
/// Those that make a whole experiment: neuronOptions(), and --initial, --stimulus, --noise, --duration, --dt, --solver, --seed, --spike-level.
QList<QCommandLineOption> experimentOptions();

/// The model named by the one word after a command; refuses any other number of words.
const Model& modelFrom(const QStringList& positional, const QString& command);
/// The experiment in the options of a command that has neuronOptions(); refuses what is wrong with it.
Experiment neuronFrom(const QCommandLineParser& parser, const Model& model);
/// The same of a command that has experimentOptions().
Experiment experimentFrom(const QCommandLineParser& parser, const Model& model);
/// What follows --`option`: the name of a file; empty where the option is not there.
QString pathFrom(const QCommandLineParser& parser, const QString& option);

}
