// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "plot_order.h"
#include "table_files.h"

#include <QCommandLineOption>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace rheobase {

/// What `rheobase clamp` is asked for.
struct ClampOrder {
    Experiment experiment;            ///< in voltage clamp
    std::optional<SolverKind> solver; ///< instead of the closed form
    std::uint64_t every = 1;          ///< steps between rows
    TableOrder table;
    QString iv; ///< a path; "-" is standard output; empty: not wanted
    PlotOrder plot;
    bool json = false;

    double interval() const { return experiment.dt * static_cast<double>(every); } ///< ms between rows
    bool writesFiles() const { return table.isWanted() || !iv.isEmpty() || plot.isWanted(); }
};

QList<QCommandLineOption> clampOptions();
/// What `rheobase clamp` takes, as --help prints it.
QString clampHelp();

/// The order in the arguments after "clamp"; refuses what is wrong with it. Empty where only help is wanted.
std::optional<ClampOrder> clampOrderFrom(const QStringList& arguments);

}
