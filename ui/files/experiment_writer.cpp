// SPDX-License-Identifier: GPL-3.0-or-later
#include "document_keys.h"
#include "experiment_file.h"
#include "sealed.h"
#include "whole_file.h"
#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace rheobase {

namespace {

QJsonObject written(double value, const Quantity& quantity)
{
    QJsonObject object{{"value", value}};
    if (!quantity.unit.empty()) object["unit"] = fromView(quantity.unit);
    return object;
}

QJsonObject written(std::span<const double> values, std::span<const Quantity> table)
{
    QJsonObject object;
    for (std::size_t i = 0; i < table.size(); ++i) object[key(table[i])] = written(values[i], table[i]);
    return object;
}

/// A sealed value is told to nobody.
QJsonObject writtenParameters(const Experiment& e)
{
    QJsonObject object = written(e.parameters, e.model->parameters);
    for (const std::string& name : e.seal.names) object[QString::fromStdString(name)] = QJsonObject{{"sealed", true}};
    return object;
}

/// Where the run starts, whatever sets it: a later program may have another habit. JSON knows no NaN.
QJsonObject writtenStart(const Experiment& experiment)
{
    if (isSealed(experiment)) return {}; // it would tell
    const Neuron neuron = start(experiment);
    QJsonObject object;
    for (std::size_t i = 0; i < neuron.state.size(); ++i)
        if (std::isfinite(neuron.state[i])) object[key(experiment.model->state[i])] = written(neuron.state[i], experiment.model->state[i]);
    return object;
}

QJsonObject writtenInitial(const Experiment& experiment)
{
    QJsonObject object;
    for (std::size_t i = 0; i < experiment.initial.size(); ++i)
        if (experiment.initial[i]) object[key(experiment.model->state[i])] = written(*experiment.initial[i], experiment.model->state[i]);
    return object;
}

QJsonArray writtenStimulus(const Experiment& experiment)
{
    QJsonArray array;
    for (const StimulusComponent& component : experiment.stimulus) {
        QJsonObject object = written(component.values, quantities(*component.shape, injected(experiment)));
        object["shape"] = fromView(component.shape->id);
        array.append(object);
    }
    return array;
}

QJsonObject writtenNoise(const Experiment& experiment)
{
    const double values[] = {experiment.noise.sigma, experiment.noise.tau};
    QJsonObject object = written(values, allNoiseQuantities(*experiment.model));
    object["kind"] = fromView(noiseIds[static_cast<std::size_t>(experiment.noise.kind)]);
    return object;
}

/// Only what is not as the model's own clamp has it is needed, but a document tells all.
QJsonObject writtenClamp(const VoltageClamp& clamp, const Model& model)
{
    QJsonObject object;
    for (const auto& [quantity, member] : clampSettings(model)) object[key(quantity)] = written(clamp.*member, quantity);
    for (const auto& [name, member] : clampSwitches) object[fromView(name)] = clamp.*member;
    QJsonArray steps;
    for (const double step : clamp.steps) steps.append(written(step, testPotential(model)));
    object["steps"] = steps;
    object["chosen"] = static_cast<qint64>(clamp.chosen);
    QJsonObject blocked;
    for (std::size_t i = 0; i < clamp.blocked.size(); ++i)
        if (clamp.blocked[i] != 0) blocked[key(model.parameters[i])] = written(clamp.blocked[i], blockedShare(model.parameters[i]));
    if (!blocked.isEmpty()) object["blocked"] = blocked;
    return object;
}

QJsonValue writtenSeed(std::uint64_t seed)
{
    return seed <= mostExact ? QJsonValue(static_cast<qint64>(seed)) : QJsonValue(QString::number(seed));
}

}

QJsonObject toJson(const Experiment& e, std::span<const Change> changes)
{
    const Model& model = *e.model;
    QJsonObject document{
        {"format", experimentFormat},
        {"version", experimentVersion},
        {"model", fromView(model.id)},
        {"parameters", writtenParameters(e)},
        {"initial", writtenInitial(e)},
        {"start", writtenStart(e)},
        {"stimulus", writtenStimulus(e)},
        {"noise", writtenNoise(e)},
        {"solver", fromView(description(e.solver).id)},
        {"dt_ms", e.dt},
        {"duration_ms", e.duration},
        {"seed", writtenSeed(e.seed)},
        {"injection", written(e.injection, injectionOf(model))},
        {"spikeLevel", written(e.spikeLevel, spikeLevelOf(model))},
    };
    if (e.stimulus.repeat > 0) document["repeat_ms"] = e.stimulus.repeat;
    if (e.spikeRearm) document["spikeRearm"] = written(*e.spikeRearm, spikeRearmOf(model));
    if (isClamped(e)) document["mode"] = fromView(modeIds[static_cast<std::size_t>(e.mode)]);
    if (isClamped(e) || e.clamp != defaultClamp(model)) document["clamp"] = writtenClamp(e.clamp, model);
    if (isSealed(e))
        document["seal"] = QJsonObject{{"lesson", QString::fromStdString(e.seal.lesson)}, {"step", QString::fromStdString(e.seal.step)}};
    QJsonArray list;
    for (const Change& change : changes) list.append(QJsonObject{{"time_ms", change.time}, {"text", change.text}});
    if (!list.isEmpty()) document["changes"] = list;
    return document;
}

QByteArray toLine(const Experiment& experiment, std::span<const Change> changes)
{
    return QJsonDocument(toJson(experiment, changes)).toJson(QJsonDocument::Compact);
}

bool saveExperiment(const QString& path, const Experiment& experiment, QString* error, std::span<const Change> changes)
{
    WholeFile file(path);
    file.write(QJsonDocument(toJson(experiment, changes)).toJson());
    return file.commit(error);
}

}
