// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "plot_order.h"
#include "table_files.h"

#include <QCommandLineOption>
#include <QStringList>

namespace rheobase {

/// What `rheobase run` is asked for.
struct RunOrder {
    Experiment experiment;
    std::uint64_t every = 1; ///< steps between rows
    TableOrder table;
    QString spikes; ///< a path; "-" is standard output; empty: not wanted
    PlotOrder plot;
    bool json = false;

    std::uint64_t steps() const; ///< as many as reach the duration
    bool writesFiles() const { return table.isWanted() || !spikes.isEmpty() || plot.isWanted(); }
};

QList<QCommandLineOption> runOptions();
/// What `rheobase run` takes, as --help prints it.
QString runHelp();

/// The order in the arguments after "run"; refuses what is wrong with it. Empty where only help is wanted.
std::optional<RunOrder> runOrderFrom(const QStringList& arguments);

}
