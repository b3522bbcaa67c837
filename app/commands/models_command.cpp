// SPDX-License-Identifier: GPL-3.0-or-later
#include "models_command.h"

#include "catalogue.h"
#include "command_line.h"
#include "experiment_file.h"
#include "json_document.h"
#include "output.h"
#include "presets.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ModelsCommand)
};

QString help()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Lists every model with its parameters, states, terms, stimuli, noise, solvers and presets."));
    parser.addOptions(modelsOptions());
    parser.addPositionalArgument("models", {}, "models");
    return helpText(parser).section("\n\nArguments:", 0, 0) + u'\n';
}

// ------------------------------------------------------------------------------------------------------------ as JSON

QJsonObject json(const Quantity& q)
{
    QJsonObject object{
        {"id", QString::fromStdString(identifier(q.symbol))},
        {"symbol", fromView(q.symbol)},
        {"unit", fromView(q.unit)},
        {"meaning", fromView(q.meaning)},
        {"default", q.value},
        {"min", q.min},
        {"max", q.max},
        {"scale", q.scale == Scale::linear ? "linear" : "logarithmic"},
    };
    object[q.domain.open ? "above" : "least"] = q.domain.least;
    object["most"] = q.domain.most;
    if (q.domain.whole) object["whole"] = true;
    return object;
}

QJsonArray json(std::span<const Quantity> table)
{
    QJsonArray array;
    for (const Quantity& q : table) array.append(json(q));
    return array;
}

QJsonArray stimuliJson(const Quantity& input)
{
    QJsonArray array;
    for (const StimulusShape& shape : stimulusShapes())
        array.append(QJsonObject{{"id", fromView(shape.id)},
                                 {"name", fromView(shape.name)},
                                 {"meaning", fromView(shape.meaning)},
                                 {"values", json(quantities(shape, input))}});
    return array;
}

QJsonArray noiseJson(const Quantity& input)
{
    QJsonArray array;
    for (std::size_t i = 0; i < std::size(noiseIds); ++i)
        array.append(QJsonObject{{"id", fromView(noiseIds[i])}, {"values", json(noiseQuantities(static_cast<Noise::Kind>(i), input))}});
    return array;
}

QJsonArray solversJson(const Model& model)
{
    QJsonArray array;
    for (const SolverKind kind : solversFor(model)) array.append(fromView(description(kind).id));
    return array;
}

QJsonArray presetsJson(const Model& model)
{
    QJsonArray array;
    for (const Preset& preset : presetsFor(model))
        array.append(QJsonObject{
            {"id", preset.id}, {"name", preset.name}, {"question", preset.question}, {"look", preset.look}, {"source", preset.source}});
    return array;
}

QJsonObject json(const Model& model)
{
    return {
        {"id", fromView(model.id)},
        {"name", fromView(model.name)},
        {"source", fromView(model.source)},
        {"input", json(model.input)},
        {"parameters", json(model.parameters)},
        {"states", json(model.state)},
        {"terms", json(model.terms)},
        {"derived", json(model.derived)},
        {"stimuli", stimuliJson(model.input)},
        {"noise", noiseJson(model.input)},
        {"solvers", solversJson(model)},
        {"solver", fromView(description(model.solver).id)},
        {"dt_ms", model.step},
        {"spikeLevel_mV", model.hasSpikeLevel() ? QJsonValue(model.spikeLevel) : QJsonValue()},
        {"spikeRearm_mV", model.hasSpikeLevel() ? QJsonValue(model.spikeLevel - model.spikeRearm) : QJsonValue()},
        {"presets", presetsJson(model)},
    };
}

// ------------------------------------------------------------------------------------------------------------ as text

QStringList cells(const Quantity& q, bool settable)
{
    const QString name = QString::fromStdString(identifier(q.symbol)), unit = fromView(q.unit), meaning = fromView(q.meaning);
    if (!settable) return {name, unit, {}, {}, meaning};
    return {name, unit, QString::number(q.value), QString("%1 … %2").arg(q.min).arg(q.max), meaning};
}

QString tables(const Model& model)
{
    QList<QStringList> rows;
    const auto add = [&](const QString& title, std::span<const Quantity> table, bool settable) {
        if (!table.empty()) rows.append(QStringList{title});
        for (const Quantity& q : table) rows.append(cells(q, settable));
    };
    add(Words::tr("parameters"), model.parameters, true);
    add(Words::tr("states"), model.state, true);
    add(Words::tr("terms"), model.terms, false);
    add(Words::tr("derived"), model.derived, false);
    add(Words::tr("input"), {&model.input, 1}, true);
    return aligned(rows);
}

QString text(const Model& model)
{
    QStringList solvers;
    for (const SolverKind kind : solversFor(model))
        solvers.append(fromView(description(kind).id) + (kind == model.solver ? Words::tr(" (default)") : QString()));
    QString words = QString("%1: %2\n  %3\n").arg(fromView(model.id), fromView(model.name), fromView(model.source)) + tables(model);
    words += Words::tr("  solvers: %1; dt %2 ms").arg(solvers.join(", ")).arg(model.step) + u'\n';
    if (model.hasSpikeLevel())
        words += Words::tr("  spike level: %1 mV, armed again below %2 mV").arg(model.spikeLevel).arg(model.spikeLevel - model.spikeRearm)
                 + u'\n';
    QList<QStringList> presets;
    for (const Preset& preset : presetsFor(model)) presets.append({preset.id, preset.name});
    if (!presets.isEmpty()) words += Words::tr("  presets:") + u'\n' + aligned(presets);
    return words + u'\n';
}

QString commonText()
{
    QString words = Words::tr("stimuli, for each model (I: in the unit of its current)") + u'\n';
    QList<QStringList> rows;
    for (const StimulusShape& shape : stimulusShapes()) {
        QStringList keys;
        for (const Quantity& q : shape.values)
            keys.append(q.unit.empty() ? fromView(q.symbol) : QString("%1 (%2)").arg(fromView(q.symbol), fromView(q.unit)));
        rows.append({fromView(shape.id), fromView(shape.meaning), keys.join(", ")});
    }
    words += aligned(rows) + u'\n' + Words::tr("noise, for each model") + u'\n';
    return words + aligned({{"white", "sigma (I·√ms)"}, {"ornstein-uhlenbeck", "sigma (I), tau (ms)"}});
}

}

QList<QCommandLineOption> modelsOptions() { return {{"json", Words::tr("Print JSON.")}, {{"h", "help"}, Words::tr("Print this help.")}}; }

void modelsCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parse(parser, modelsOptions(), arguments);
    if (!parser.positionalArguments().isEmpty())
        refuse(Words::tr("\"%1\" is one word too many: models takes only --json.").arg(parser.positionalArguments()[0]));
    QByteArray out;
    if (parser.isSet("help")) out = help().toUtf8();
    else if (parser.isSet("json")) {
        QJsonArray models;
        for (const Model& model : catalogue()) models.append(json(model));
        out = jsonDocument({{"models", models}});
    } else {
        for (const Model& model : catalogue()) out += text(model).toUtf8();
        out += commonText().toUtf8();
    }
    Output console("-");
    console.write(out);
    console.commit();
}

}
