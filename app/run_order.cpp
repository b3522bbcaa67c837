// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_order.h"

#include "catalogue.h"
#include "command_line.h"
#include "experiment_file.h"
#include "presets.h"
#include "theme.h"
#include "trace.h"

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

constexpr Quantity durationQuantity{"duration", "ms", 1000, 1, 1e6, "model time", Scale::logarithmic, {0, 1e12}};

/// Rows that a plot may hold in memory.
constexpr std::uint64_t mostPlottedRows = 4'000'000;

QList<QCommandLineOption> options()
{
    return {
        {"preset", Words::tr("Start from a preset of the model instead of its defaults."), "NAME"},
        {"set", Words::tr("Set a parameter, perhaps with its unit: --set R=20 --set C=1nF."), "NAME=VALUE"},
        {"initial", Words::tr("Set where a state starts; gates that are not given start at their steady state."), "STATE=VALUE"},
        {"stimulus", Words::tr("Inject a current; several are summed: --stimulus step:start=20,end=120,amplitude=2.5."),
         "SHAPE[:KEY=VALUE,...]"},
        {"noise", Words::tr("Add noise: white:sigma=0.1 or ornstein-uhlenbeck:sigma=0.1,tau=5 (short: ou)."), "KIND[:KEY=VALUE,...]"},
        {"duration", Words::tr("Model time in ms (1000)."), "MS"},
        {"dt", Words::tr("Step size in ms (the model's)."), "MS"},
        {"solver", Words::tr("How steps are computed (the model's)."), "NAME"},
        {"seed", Words::tr("Seed of the noise (1)."), "N"},
        {"spike-level", Words::tr("Potential in mV whose upward crossing is a spike, for smooth models."), "MV"},
        {"every", Words::tr("Write every N-th step; what is computed stays the same (1)."), "STEPS"},
        {"csv", Words::tr("Write all states and terms as a table; - is standard output."), "FILE|-"},
        {"spikes", Words::tr("Write spike times in ms, one a line; - is standard output."), "FILE|-"},
        {"plot", Words::tr("Draw the run: FILE.png, FILE.svg or FILE.pdf."), "FILE"},
        {"size", Words::tr("Size of the plot (85 mm wide, 27.5 mm high for each row)."), "WxHmm"},
        {"dpi", Words::tr("Dots per inch of a PNG (300)."), "N"},
        {"json", Words::tr("Print the summary as JSON.")},
        {{"h", "help"}, Words::tr("Print this help.")},
    };
}

const Model& modelFrom(const QStringList& positional)
{
    std::vector<std::string> ids;
    for (const Model& model : catalogue()) ids.emplace_back(model.id);
    if (positional.isEmpty()) refuse(Words::tr("run needs a model, such as \"%1\".").arg(QString::fromStdString(ids.front())));
    if (positional.size() > 1) refuse(Words::tr("\"%1\" is one word too many: run takes one model.").arg(positional[1]));
    const Model* const model = findModel(positional[0].toStdString());
    if (!model) refuseName(Words::tr("unknown model"), positional[0], ids);
    return *model;
}

Experiment presetFrom(const QString& name, const Model& model)
{
    std::vector<std::string> ids;
    for (const Preset& preset : presetsFor(model)) {
        if (name == preset.id || name.compare(preset.name, Qt::CaseInsensitive) == 0) return preset.experiment;
        ids.push_back(preset.id.toStdString());
    }
    refuseName(Words::tr("%1 has no preset").arg(fromView(model.id)), name, ids);
}

double levelFrom(const QString& text, const Model& model)
{
    if (!hasSpikeLevel(model)) refuse(Words::tr("--spike-level does not fit %1, which has none.").arg(fromView(model.id)));
    return valueFrom(text, model.state[0], "--spike-level");
}

Experiment experimentFrom(const QCommandLineParser& parser, const Model& model)
{
    Experiment e = parser.isSet("preset") ? presetFrom(parser.value("preset"), model) : defaultExperiment(model);
    for (const QString& text : parser.values("set")) {
        const auto [index, value] = assignmentFrom(text, model.parameters, Words::tr("%1 has no parameter").arg(fromView(model.id)));
        e.parameters[index] = value;
    }
    for (const QString& text : parser.values("initial")) {
        const auto [index, value] = assignmentFrom(text, model.state, Words::tr("%1 has no state").arg(fromView(model.id)));
        e.initial[index] = value;
    }
    if (parser.isSet("stimulus")) e.stimulus.clear();
    for (const QString& text : parser.values("stimulus")) e.stimulus.push_back(stimulusFrom(text, model.input));
    if (parser.isSet("noise")) e.noise = noiseFrom(parser.value("noise"), model.input);
    if (parser.isSet("dt")) e.dt = valueFrom(parser.value("dt"), stepSize, "--dt");
    if (parser.isSet("solver")) e.solver = solverFrom(parser.value("solver"));
    if (parser.isSet("seed")) e.seed = countFrom(parser.value("seed"), 0, "--seed");
    if (parser.isSet("spike-level")) e.spikeLevel = levelFrom(parser.value("spike-level"), model);
    if (const Sentence sentence = problem(e); !sentence.empty()) refuse(QString::fromStdString(sentence));
    return e;
}

void checkPlot(const RunOrder& order)
{
    const QString suffix = QFileInfo(order.plot).suffix();
    if (!QStringList{"png", "svg", "pdf"}.contains(suffix, Qt::CaseInsensitive))
        refuse(Words::tr("--plot writes .png, .svg or .pdf, not \"%1\".").arg(order.plot));
    const std::uint64_t rows = order.steps() / order.every, enough = order.steps() / mostPlottedRows + 1;
    if (rows > mostPlottedRows)
        refuse(Words::tr("a plot of %1 rows would not fit into memory: use --every %2 or a shorter --duration.").arg(rows).arg(enough));
}

void checkOutputs(const RunOrder& order)
{
    const QStringList wanted{order.csv, order.spikes, order.plot};
    if (wanted.count("-") + (order.json ? 1 : 0) > 1)
        refuse(Words::tr("only one of --csv -, --spikes - and --json can have standard output."));
    for (qsizetype i = 0; i < wanted.size(); ++i)
        for (qsizetype j = 0; j < i; ++j)
            if (!wanted[i].isEmpty() && QFileInfo(wanted[i]).absoluteFilePath() == QFileInfo(wanted[j]).absoluteFilePath()
                && wanted[i] != "-")
                refuse(Words::tr("\"%1\" is named for two outputs: name two files.").arg(wanted[i]));
    if (!order.plot.isEmpty()) checkPlot(order);
}

QString pathFrom(const QCommandLineParser& parser, const QString& option)
{
    const QString path = parser.value(option);
    if (parser.isSet(option) && path.isEmpty()) refuse(Words::tr("--%1 needs the name of a file.").arg(option));
    return path;
}

}

std::uint64_t RunOrder::steps() const { return static_cast<std::uint64_t>(std::ceil(duration / experiment.dt - 1e-9)); }

QString runHelp()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Simulates a model. Without --csv, --spikes, --plot or --json it prints a summary."));
    parser.addOptions(options());
    parser.addPositionalArgument("MODEL", Words::tr("A model's id; rheobase models lists them with all names, units and ranges."),
                                 "run MODEL");
    return helpText(parser);
}

std::optional<RunOrder> runOrderFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    parse(parser, options(), arguments);
    if (parser.isSet("help")) return std::nullopt;
    RunOrder order;
    order.experiment = experimentFrom(parser, modelFrom(parser.positionalArguments()));
    if (parser.isSet("duration")) order.duration = valueFrom(parser.value("duration"), durationQuantity, "--duration");
    if (parser.isSet("every")) order.every = countFrom(parser.value("every"), 1, "--every");
    if (parser.isSet("size")) order.size = sizeFrom(parser.value("size"));
    if (parser.isSet("dpi")) order.dpi = static_cast<int>(std::min<std::uint64_t>(countFrom(parser.value("dpi"), 30, "--dpi"), 2401));
    order.csv = pathFrom(parser, "csv");
    order.spikes = pathFrom(parser, "spikes");
    order.plot = pathFrom(parser, "plot");
    order.json = parser.isSet("json");
    if (order.dpi > 2400) refuse(Words::tr("--dpi is at most 2400, not %1.").arg(parser.value("dpi")));
    if (order.plot.isEmpty() && (parser.isSet("size") || parser.isSet("dpi"))) refuse(Words::tr("--size and --dpi need --plot FILE."));
    checkOutputs(order);
    return order;
}

}
