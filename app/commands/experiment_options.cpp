// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment_options.h"

#include "catalogue.h"
#include "command_line.h"
#include "experiment_file.h"
#include "presets.h"
#include "system.h"
#include "words.h"

#include <QBuffer>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

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

double levelFrom(const QCommandLineParser& parser, const QString& option, const Model& model)
{
    if (!model.hasSpikeLevel()) refuse(Words::tr("--%1 does not fit %2, which has no spike level.").arg(option, fromView(model.id)));
    return valueFrom(parser.value(option), model.state[0], "--" + option);
}

/// 0: once.
double repetitionFrom(const QString& text)
{
    Quantity repeat = repetition;
    repeat.domain.least = 0;
    return valueFrom(text, repeat, "--repeat");
}

Experiment checked(const Experiment& e)
{
    if (const std::string sentence = problem(e); !sentence.empty()) refuse(QString::fromStdString(sentence));
    return e;
}

/// The one word after a command.
QString subjectIn(const QStringList& words, const QString& command)
{
    if (words.isEmpty())
        refuse(Words::tr("%1 needs a model, such as \"%2\", or a file.").arg(command, fromView(catalogue()[catalogue().size() - 1].id)));
    if (words.size() > 1) refuse(Words::tr("\"%1\" is one word too many: %2 takes one model or file.").arg(words[1], command));
    return words[0];
}

Experiment readFrom(QIODevice& device, const QString& name)
{
    QString sentence;
    if (const auto experiment = readExperiment(device, &sentence)) return *experiment;
    throw Failure{Failure::impossible, Words::tr("cannot read %1: %2").arg(name, sentence)};
}

Experiment documentFrom(const QString& word, const std::function<QByteArray()>& input)
{
    if (word == "-") {
        QByteArray bytes = input();
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return readFrom(buffer, Words::tr("standard input"));
    }
    checkIsFile(word);
    QFile file(word);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure{Failure::impossible, Words::tr("cannot read \"%1\": %2.").arg(word, file.errorString())};
    return readFrom(file, u'"' + word + u'"');
}

/// What a word stands for: a model's defaults or preset, or a document.
Experiment subjectFrom(const QCommandLineParser& parser, const QString& word, const std::function<QByteArray()>& input)
{
    if (const Model* const model = findModel(word.toStdString()))
        return parser.isSet("preset") ? presetFrom(parser.value("preset"), *model) : defaultExperiment(*model);
    std::vector<std::string> ids;
    for (const Model& model : catalogue()) ids.emplace_back(model.id);
    if (word != "-" && !isFileName(word)) refuseName(Words::tr("unknown model"), word, ids);
    if (parser.isSet("preset"))
        refuse(Words::tr("--preset belongs to a model, and \"%1\" is a document: leave it out, or name a model.").arg(word));
    return documentFrom(word, input);
}

Experiment uncheckedNeuronFrom(const QCommandLineParser& parser, const QString& command, const std::function<QByteArray()>& input)
{
    Experiment e = subjectFrom(parser, subjectIn(parser.positionalArguments(), command), input);
    const Model& model = *e.model;
    for (const QString& text : parser.values("set")) {
        const auto [index, value] = assignmentFrom(text, model.parameters, Words::tr("%1 has no parameter").arg(fromView(model.id)));
        e.parameters[index] = value;
    }
    return e;
}

/// A document in voltage clamp injects nothing; not every command runs it.
void refuseCurrentClamp(const QCommandLineParser& parser, const QString& command, const Experiment& e)
{
    if (!isClamped(e)) return;
    if (command != "run" && command != "clamp" && command != "export")
        refuse(Words::tr("%1 injects currents, and the document commands the potential: use rheobase clamp, or save it in current clamp.")
                   .arg(command));
    for (const char* option : {"stimulus", "repeat", "noise"})
        if (parser.isSet(option))
            refuse(Words::tr("--%1 injects a current, and the document commands the potential: leave it out.").arg(option));
}

}

bool isFileName(const QString& word)
{
    return !word.startsWith(u'-') && (word.contains(u'.') || word.contains(u'/') || QFileInfo(word).isFile());
}

void checkIsFile(const QString& name)
{
    const QFileInfo file(name);
    if (!file.exists())
        throw Failure{Failure::impossible, Words::tr("there is no file \"%1\": check its name and folder; rheobase --help lists what else "
                                                     "can stand there.")
                                               .arg(name)};
    if (file.isDir()) throw Failure{Failure::impossible, Words::tr("\"%1\" is a folder: name a file in it.").arg(name)};
}

QByteArray standardInput()
{
    constexpr int patience = 50; // ms
    QByteArray bytes;
    while (interruption() == 0 && bytes.size() <= mostDocumentBytes) {
        const auto part = arrivedFrom(stdin, patience);
        if (part && part->empty()) break;
        if (part) bytes.append(part->data(), static_cast<qsizetype>(part->size()));
    }
    return bytes;
}

void addSubject(QCommandLineParser& parser, const QString& usage)
{
    parser.addPositionalArgument("MODEL|FILE|-",
                                 Words::tr("A model's id (rheobase models lists them with all names, units and ranges), or an experiment "
                                           "that the options change: a document that the window saved, or a figure or table that carries "
                                           "one; - is standard input."),
                                 usage);
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
               {"repeat", Words::tr("Let the stimulus begin again every MS ms (0: it comes once); what lasts, lasts."), "MS"},
               {"noise", Words::tr("Add noise: white:sigma=0.1 or ornstein-uhlenbeck:sigma=0.1,tau=5 (short: ou)."),
                "KIND[:KEY=VALUE,...]"},
               {"duration", Words::tr("Model time in ms (1000; of a document, what it says)."), "MS"},
               {"dt", Words::tr("Step size in ms (the model's or document's)."), "MS"},
               {"solver", Words::tr("How steps are computed (the model's or document's)."), "NAME"},
               {"seed", Words::tr("Seed of the noise (1)."), "N"},
               {"spike-level", Words::tr("Potential in mV whose upward crossing is a spike, for smooth models."), "MV"},
               {"spike-rearm", Words::tr("Potential in mV below which another spike can begin (what the model states: 10 mV below)."),
                "MV"},
           };
}

Experiment neuronFrom(const QCommandLineParser& parser, const QString& command)
{
    return checked(uncheckedNeuronFrom(parser, command, standardInput));
}

Experiment experimentFrom(const QCommandLineParser& parser, const QString& command, const std::function<QByteArray()>& input)
{
    Experiment e = uncheckedNeuronFrom(parser, command, input);
    const Model& model = *e.model;
    for (const QString& text : parser.values("initial")) {
        const auto [index, value] = assignmentFrom(text, model.state, Words::tr("%1 has no state").arg(fromView(model.id)));
        e.initial[index] = value;
    }
    refuseCurrentClamp(parser, command, e);
    if (parser.isSet("stimulus")) e.stimulus = {};
    for (const QString& text : parser.values("stimulus")) e.stimulus.push_back(stimulusFrom(text, model.input));
    if (parser.isSet("repeat")) e.stimulus.repeat = repetitionFrom(parser.value("repeat"));
    if (parser.isSet("noise")) e.noise = noiseFrom(parser.value("noise"), model.input);
    if (parser.isSet("duration")) e.duration = valueFrom(parser.value("duration"), runDuration, "--duration");
    if (parser.isSet("dt")) e.dt = valueFrom(parser.value("dt"), stepSize, "--dt");
    if (parser.isSet("solver")) e.solver = solverFrom(parser.value("solver"));
    if (parser.isSet("seed")) e.seed = countFrom(parser.value("seed"), 0, "--seed");
    if (parser.isSet("spike-level")) e.spikeLevel = levelFrom(parser, "spike-level", model);
    if (parser.isSet("spike-rearm")) e.spikeRearm = levelFrom(parser, "spike-rearm", model);
    return checked(e);
}

QString pathFrom(const QCommandLineParser& parser, const QString& option)
{
    const QString path = parser.value(option);
    if (parser.isSet(option) && path.isEmpty()) refuse(Words::tr("--%1 needs the name of a file.").arg(option));
    return isStandardOutput(QFile::encodeName(path).constData()) ? QStringLiteral("-") : path;
}

}
