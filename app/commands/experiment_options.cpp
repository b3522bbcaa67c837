// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment_options.h"

#include "catalogue.h"
#include "command_line.h"
#include "experiment_file.h"
#include "presets.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ExperimentOptions)
};

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
    if (!model.hasSpikeLevel()) refuse(Words::tr("--spike-level does not fit %1, which has none.").arg(fromView(model.id)));
    return valueFrom(text, model.state[0], "--spike-level");
}

Experiment checked(const Experiment& e)
{
    if (const std::string sentence = problem(e); !sentence.empty()) refuse(QString::fromStdString(sentence));
    return e;
}

Experiment uncheckedNeuronFrom(const QCommandLineParser& parser, const Model& model)
{
    Experiment e = parser.isSet("preset") ? presetFrom(parser.value("preset"), model) : defaultExperiment(model);
    for (const QString& text : parser.values("set")) {
        const auto [index, value] = assignmentFrom(text, model.parameters, Words::tr("%1 has no parameter").arg(fromView(model.id)));
        e.parameters[index] = value;
    }
    return e;
}

}

QList<QCommandLineOption> neuronOptions()
{
    return {
        {"preset", Words::tr("Start from a preset of the model instead of its defaults."), "NAME"},
        {"set", Words::tr("Set a parameter, perhaps with its unit: --set R=20 --set C=1nF."), "NAME=VALUE"},
    };
}

QList<QCommandLineOption> experimentOptions()
{
    return neuronOptions()
           + QList<QCommandLineOption>{
               {"initial", Words::tr("Set where a state starts; gates that are not given start at their steady state."), "STATE=VALUE"},
               {"stimulus", Words::tr("Inject a current; several are summed: --stimulus step:start=20,end=120,amplitude=2.5."),
                "SHAPE[:KEY=VALUE,...]"},
               {"noise", Words::tr("Add noise: white:sigma=0.1 or ornstein-uhlenbeck:sigma=0.1,tau=5 (short: ou)."),
                "KIND[:KEY=VALUE,...]"},
               {"duration", Words::tr("Model time in ms (1000)."), "MS"},
               {"dt", Words::tr("Step size in ms (the model's)."), "MS"},
               {"solver", Words::tr("How steps are computed (the model's)."), "NAME"},
               {"seed", Words::tr("Seed of the noise (1)."), "N"},
               {"spike-level", Words::tr("Potential in mV whose upward crossing is a spike, for smooth models."), "MV"},
           };
}

const Model& modelFrom(const QStringList& positional, const QString& command)
{
    std::vector<std::string> ids;
    for (const Model& model : catalogue()) ids.emplace_back(model.id);
    if (positional.isEmpty()) refuse(Words::tr("%1 needs a model, such as \"%2\".").arg(command, QString::fromStdString(ids.back())));
    if (positional.size() > 1) refuse(Words::tr("\"%1\" is one word too many: %2 takes one model.").arg(positional[1], command));
    const Model* const model = findModel(positional[0].toStdString());
    if (!model) refuseName(Words::tr("unknown model"), positional[0], ids);
    return *model;
}

Experiment neuronFrom(const QCommandLineParser& parser, const Model& model) { return checked(uncheckedNeuronFrom(parser, model)); }

Experiment experimentFrom(const QCommandLineParser& parser, const Model& model)
{
    Experiment e = uncheckedNeuronFrom(parser, model);
    for (const QString& text : parser.values("initial")) {
        const auto [index, value] = assignmentFrom(text, model.state, Words::tr("%1 has no state").arg(fromView(model.id)));
        e.initial[index] = value;
    }
    if (parser.isSet("stimulus")) e.stimulus.clear();
    for (const QString& text : parser.values("stimulus")) e.stimulus.push_back(stimulusFrom(text, model.input));
    if (parser.isSet("noise")) e.noise = noiseFrom(parser.value("noise"), model.input);
    if (parser.isSet("duration")) e.duration = valueFrom(parser.value("duration"), runDuration, "--duration");
    if (parser.isSet("dt")) e.dt = valueFrom(parser.value("dt"), stepSize, "--dt");
    if (parser.isSet("solver")) e.solver = solverFrom(parser.value("solver"));
    if (parser.isSet("seed")) e.seed = countFrom(parser.value("seed"), 0, "--seed");
    if (parser.isSet("spike-level")) e.spikeLevel = levelFrom(parser.value("spike-level"), model);
    return checked(e);
}

QString pathFrom(const QCommandLineParser& parser, const QString& option)
{
    const QString path = parser.value(option);
    if (parser.isSet(option) && path.isEmpty()) refuse(Words::tr("--%1 needs the name of a file.").arg(option));
    return path;
}

}
