// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_order.h"

#include "command_line.h"
#include "experiment_options.h"
#include "solver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::RunOrder)
};

/// Rows that a plot may hold in memory.
constexpr std::uint64_t mostPlottedRows = 4'000'000;

void checkPlot(const RunOrder& order)
{
    const std::uint64_t rows = order.steps() / order.every, enough = order.steps() / mostPlottedRows + 1;
    if (rows > mostPlottedRows)
        refuse(Words::tr("a plot of %1 rows would not fit into memory: use --every %2 or a shorter --duration.").arg(rows).arg(enough));
}

}

QList<QCommandLineOption> runOptions()
{
    return experimentOptions()
           + QList<QCommandLineOption>{
               {"every", Words::tr("Write every N-th step; what is computed stays the same (1)."), "STEPS"},
           }
           + tableOptions(Words::tr("Write all states and terms as a table; - is standard output."))
           + QList<QCommandLineOption>{
               {"spikes", Words::tr("Write spike times in ms, one a line; - is standard output."), "FILE|-"},
           }
           + plotOptions(Words::tr("Draw the run: FILE.png, FILE.svg or FILE.pdf."), Words::tr("85 mm wide, 27.5 mm high for each row"))
           + QList<QCommandLineOption>{
               {"json", Words::tr("Print the summary as JSON.")},
               {{"h", "help"}, Words::tr("Print this help.")},
           };
}

std::uint64_t RunOrder::steps() const { return stepsTo(experiment.duration, experiment.dt); }

QString runHelp()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Simulates a model. Without a file or --json it prints a summary."));
    parser.addOptions(runOptions());
    addSubject(parser, "run MODEL|FILE|-");
    return helpText(parser);
}

std::optional<RunOrder> runOrderFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    parse(parser, runOptions(), arguments);
    if (parser.isSet("help")) return std::nullopt;
    RunOrder order;
    order.experiment = experimentFrom(parser, "run");
    if (parser.isSet("every")) order.every = countFrom(parser.value("every"), 1, "--every");
    order.table = tableFrom(parser);
    order.spikes = outputFrom(parser, "spikes");
    order.plot = plotOrderFrom(parser);
    order.json = parser.isSet("json");
    checkPlaces(parser, {"csv", "npz", "mat", "spikes", "plot"});
    if (order.plot.isWanted()) checkPlot(order);
    return order;
}

}
