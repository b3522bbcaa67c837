// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_order.h"

#include "command_line.h"
#include "experiment_options.h"
#include "solver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

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
    const QString suffix = QFileInfo(order.plot).suffix();
    if (!QStringList{"png", "svg", "pdf"}.contains(suffix, Qt::CaseInsensitive))
        refuse(Words::tr("--plot writes .png, .svg or .pdf, not \"%1\".").arg(order.plot));
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
               {"plot", Words::tr("Draw the run: FILE.png, FILE.svg or FILE.pdf."), "FILE"},
               {"size", Words::tr("Size of the plot (85 mm wide, 27.5 mm high for each row)."), "WxHmm"},
               {"dpi", Words::tr("Dots per inch of a PNG (300)."), "N"},
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
    if (parser.isSet("size")) order.size = sizeFrom(parser.value("size"));
    if (parser.isSet("dpi")) order.dpi = static_cast<int>(std::min<std::uint64_t>(countFrom(parser.value("dpi"), 30, "--dpi"), 2401));
    order.table = tableFrom(parser);
    order.spikes = outputFrom(parser, "spikes");
    order.plot = pathFrom(parser, "plot");
    order.json = parser.isSet("json");
    if (order.dpi > 2400) refuse(Words::tr("--dpi is at most 2400, not %1.").arg(parser.value("dpi")));
    if (order.plot.isEmpty() && (parser.isSet("size") || parser.isSet("dpi"))) refuse(Words::tr("--size and --dpi need --plot FILE."));
    checkPlaces(parser, {"csv", "npz", "mat", "spikes", "plot"});
    if (!order.plot.isEmpty()) checkPlot(order);
    return order;
}

}
