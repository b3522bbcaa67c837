// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment_file.h"

#include "catalogue.h"
#include "document_keys.h"
#include "typed.h"
#include "words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ExperimentFile)
};

/// Why a document is refused, in one sentence. Thrown and caught in this file alone.
struct Refusal {
    QString sentence;
};

/// As much of a text as a sentence has room for.
QString brief(const QString& text)
{
    constexpr qsizetype most = 40;
    QString said = text.size() > most ? text.left(most) + u'…' : text;
    for (QChar& letter : said)
        if (letter.category() == QChar::Other_Control) letter = QChar::ReplacementCharacter;
    return said;
}

QString inside(const QString& where, const QString& name) { return where.isEmpty() ? name : where + u'.' + name; }

void allowOnly(const QJsonObject& object, const std::vector<std::string>& names, const QString& where)
{
    for (const QString& name : object.keys()) {
        if (std::ranges::find(names, name.toStdString()) != names.end()) continue;
        const QString said = brief(name), known = QString::fromStdString(nearest(said.toStdString(), names));
        throw Refusal{Words::tr("Unknown key \"%1\"; the nearest is \"%2\".").arg(inside(where, said), inside(where, known))};
    }
}

QJsonValue need(const QJsonObject& object, const QString& name, const QString& where = {})
{
    const QJsonValue value = object[name];
    if (value.isUndefined()) throw Refusal{Words::tr("The key \"%1\" is missing.").arg(inside(where, name))};
    return value;
}

QString text(const QJsonValue& value, const QString& where)
{
    if (!value.isString()) throw Refusal{Words::tr("\"%1\" must be a text.").arg(where)};
    return value.toString();
}

double number(const QJsonValue& value, const QString& where)
{
    if (!value.isDouble() || !std::isfinite(value.toDouble())) throw Refusal{Words::tr("\"%1\" must be a number.").arg(where)};
    return value.toDouble();
}

QJsonObject object(const QJsonValue& value, const QString& where)
{
    if (!value.isObject()) throw Refusal{Words::tr("\"%1\" must be an object.").arg(where)};
    return value.toObject();
}

QJsonArray array(const QJsonValue& value, const QString& where)
{
    if (!value.isArray()) throw Refusal{Words::tr("\"%1\" must be a list.").arg(where)};
    return value.toArray();
}

/// The index in `names` of a text that must be one of them. (auto: lupdate takes a function that begins with std:: for one of std.)
auto choice(const QJsonValue& value, const std::vector<std::string>& names, const QString& where)
{
    const std::string chosen = brief(text(value, where)).toStdString();
    const auto it = std::ranges::find(names, chosen);
    if (it == names.end())
        throw Refusal{Words::tr("\"%1\" is unknown as \"%2\"; the nearest is \"%3\".")
                          .arg(QString::fromStdString(chosen), where, QString::fromStdString(nearest(chosen, names)))};
    return static_cast<std::size_t>(it - names.begin());
}

double read(const QJsonValue& json, const Quantity& quantity, const QString& where)
{
    const QJsonObject pair = object(json, where);
    allowOnly(pair, {"value", "unit"}, where);
    double value = number(need(pair, "value", where), inside(where, "value"));
    if (!quantity.unit.empty() || pair.contains("unit")) {
        const QString stated = brief(text(need(pair, "unit", where), inside(where, "unit")));
        const Typed converted = typed(shortest(value) + ' ' + stated.toStdString(), quantity, where.toStdString());
        if (!converted.value && converted.problem.pattern == wrongDimension) throw Refusal{spoken(converted.problem)};
        if (!converted.value || stated.trimmed().isEmpty())
            throw Refusal{Words::tr("\"%1\" must be \"%2\", not \"%3\".").arg(inside(where, "unit"), fromView(quantity.unit), stated)};
        value = *converted.value;
    }
    return quantity.domain.whole ? std::floor(value) : value; // what counts was once written with a fraction that had no effect
}

std::vector<std::string> identifiers(std::span<const Quantity> table, std::string_view besides = {})
{
    std::vector<std::string> names;
    for (const Quantity& quantity : table) names.push_back(identifier(quantity.symbol));
    if (!besides.empty()) names.emplace_back(besides);
    return names;
}

std::vector<double> readAll(const QJsonObject& object, std::span<const Quantity> table, const QString& where)
{
    std::vector<double> values;
    for (const Quantity& quantity : table)
        values.push_back(read(need(object, key(quantity), where), quantity, inside(where, key(quantity))));
    return values;
}

template<class Rows> std::vector<std::string> idsOf(const Rows& rows)
{
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.emplace_back(row.id);
    return ids;
}

void readSealed(const QJsonObject& parameter, const QString& where)
{
    allowOnly(parameter, {"sealed"}, where);
    if (parameter["sealed"] != true) throw Refusal{Words::tr("\"%1\" must be true or left out.").arg(inside(where, "sealed"))};
}

/// Those that are sealed are as in the model's table, and named.
void readParameters(const QJsonValue& value, Experiment& e)
{
    const QString where = "parameters";
    const QJsonObject parameters = object(value, where);
    allowOnly(parameters, identifiers(e.model->parameters), where);
    for (std::size_t i = 0; i < e.parameters.size(); ++i) {
        const Quantity& q = e.model->parameters[i];
        const QJsonValue each = need(parameters, key(q), where);
        if (!each.toObject().contains("sealed")) e.parameters[i] = read(each, q, inside(where, key(q)));
        else readSealed(each.toObject(), inside(where, key(q))), e.seal.names.push_back(identifier(q.symbol));
    }
}

/// Where nobody can draw the values anew, the experiment is refused.
void readSeal(const QJsonObject& document, Experiment& e, const Unseal& unseal)
{
    if (!isSealed(e)) return;
    const QJsonObject seal = object(need(document, "seal"), "seal");
    allowOnly(seal, {"lesson", "step"}, "seal");
    e.seal.lesson = text(need(seal, "lesson", "seal"), "seal.lesson").toStdString();
    e.seal.step = text(need(seal, "step", "seal"), "seal.step").toStdString();
    if (!unseal || !unseal(e))
        throw Refusal{Words::tr("It holds a sealed neuron of the lesson \"%1\": open it inside that lesson, as the same student.")
                          .arg(brief(seal["lesson"].toString()))};
}

/// Those states that are there.
std::vector<std::optional<double>> readStates(const QJsonValue& value, const Model& model, const QString& where)
{
    const QJsonObject states = object(value, where);
    allowOnly(states, identifiers(model.state), where);
    std::vector<std::optional<double>> values(model.state.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (const QString name = key(model.state[i]); states.contains(name))
            values[i] = read(states[name], model.state[i], inside(where, name));
    return values;
}

/// Where runs of documents of version 1 started, which do not tell it: at the potential of the model's table.
std::vector<std::optional<double>> startOfOld(const Experiment& e)
{
    std::vector<std::optional<double>> states(e.initial.size());
    std::vector<double> x(e.initial.size());
    e.model->start(e.parameters.data(), x.data());
    if (!e.initial[0]) states[0] = x[0];
    return states;
}

/// Where this program would start the run elsewhere than it started, more than another machine rounds, it is told to start there.
void keepStart(Experiment& e, const std::vector<std::optional<double>>& states)
{
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!states[i]) continue;
        const double habit = start(e).state[i]; // of gates: given the potential
        if (!(std::abs(*states[i] - habit) <= 1e-12 * std::abs(habit))) e.initial[i] = states[i];
    }
}

StimulusComponent readComponent(const QJsonValue& value, const Model& model, const QString& where)
{
    const QJsonObject part = object(value, where);
    const StimulusShape& shape = stimulusShapes()[choice(need(part, "shape", where), idsOf(stimulusShapes()), inside(where, "shape"))];
    const std::vector<Quantity> table = quantities(shape, model.input);
    allowOnly(part, identifiers(table, "shape"), where);
    return {&shape, readAll(part, table, where)};
}

Stimulus readStimulus(const QJsonValue& value, const Model& model)
{
    Stimulus stimulus;
    for (const QJsonValue part : array(value, "stimulus"))
        stimulus.push_back(readComponent(part, model, QString("stimulus[%1]").arg(stimulus.size())));
    return stimulus;
}

Noise readNoise(const QJsonValue& value, const Model& model)
{
    const QString where = "noise";
    const QJsonObject part = object(value, where);
    const auto table = allNoiseQuantities(model);
    allowOnly(part, identifiers(table, "kind"), where);
    Noise noise;
    noise.kind =
        static_cast<Noise::Kind>(choice(need(part, "kind", where), {std::begin(noiseIds), std::end(noiseIds)}, inside(where, "kind")));
    readAll(part, noiseQuantities(noise.kind, model.input), where); // what the kind uses must be there
    double* const fields[] = {&noise.sigma, &noise.tau};
    for (std::size_t i = 0; i < table.size(); ++i)
        if (part.contains(key(table[i]))) *fields[i] = read(part[key(table[i])], table[i], inside(where, key(table[i])));
    return noise;
}

/// How much of each conductance is blocked.
void readBlocked(const QJsonValue& value, const Model& model, std::vector<double>& blocked)
{
    const QString where = "clamp.blocked";
    const QJsonObject shares = object(value, where);
    std::vector<std::string> known;
    for (std::size_t i = 0; i < model.parameters.size(); ++i) {
        const Quantity& parameter = model.parameters[i];
        if (parameter.part != Part::conductance) continue;
        known.push_back(identifier(parameter.symbol));
        if (shares.contains(key(parameter)))
            blocked[i] = read(shares[key(parameter)], blockedShare(parameter), inside(where, key(parameter)));
    }
    allowOnly(shares, known, where);
}

/// What is not there is as the model's own clamp has it.
VoltageClamp readClamp(const QJsonValue& value, const Model& model)
{
    const QString where = "clamp";
    const QJsonObject part = object(value, where);
    VoltageClamp clamp = defaultClamp(model);
    std::vector<std::string> known{"steps", "chosen", "blocked"};
    for (const auto& [quantity, member] : clampSettings(model)) {
        known.push_back(identifier(quantity.symbol));
        if (part.contains(key(quantity))) clamp.*member = read(part[key(quantity)], quantity, inside(where, key(quantity)));
    }
    for (const auto& [name, member] : clampSwitches) {
        known.emplace_back(name);
        const QJsonValue isOn = part[fromView(name)];
        if (!isOn.isUndefined() && !isOn.isBool())
            throw Refusal{Words::tr("\"%1\" must be true or false.").arg(inside(where, fromView(name)))};
        clamp.*member = isOn.toBool(clamp.*member);
    }
    allowOnly(part, known, where);
    if (part.contains("steps")) {
        clamp.steps.clear();
        clamp.chosen = 0;
        for (const QJsonValue step : array(part["steps"], "clamp.steps"))
            clamp.steps.push_back(read(step, testPotential(model), QString("clamp.steps[%1]").arg(clamp.steps.size())));
    }
    if (part.contains("chosen")) clamp.chosen = static_cast<std::size_t>(std::clamp(number(part["chosen"], "clamp.chosen"), 0.0, 1e6));
    if (part.contains("blocked")) readBlocked(part["blocked"], model, clamp.blocked);
    if (const Sentence sentence = problem(clamp, model); !sentence.empty()) throw Refusal{spoken(sentence)};
    return clamp;
}

auto readSeed(const QJsonValue& value)
{
    bool whole = value.isString();
    const std::uint64_t large = whole ? value.toString().toULongLong(&whole) : 0;
    if (whole) return large;
    const double seed = value.toDouble(-1);
    if (!(seed >= 0 && seed <= static_cast<double>(mostExact) && seed == std::floor(seed)))
        throw Refusal{Words::tr("\"seed\" must be a whole number from 0, as a text where it is above 2^53.")};
    return static_cast<std::uint64_t>(seed);
}

void checkChanges(const QJsonValue& value)
{
    int count = 0;
    for (const QJsonValue entry : array(value, "changes")) {
        const QString where = QString("changes[%1]").arg(count++);
        const QJsonObject change = object(entry, where);
        allowOnly(change, {"time_ms", "text"}, where);
        number(need(change, "time_ms", where), inside(where, "time_ms"));
        text(need(change, "text", where), inside(where, "text"));
    }
}

/// What a preset wishes of the plots.
void checkView(const QJsonValue& value)
{
    const QJsonObject view = object(value, "view");
    allowOnly(view, {"trigger", "window_ms", "sweeps"}, "view");
    text(need(view, "trigger", "view"), "view.trigger");
    for (const char* name : {"window_ms", "sweeps"}) number(need(view, name, "view"), inside("view", name));
}

/// The version of a document whose keys are known.
double checkFormat(const QJsonObject& document)
{
    if (text(need(document, "format"), "format") != experimentFormat)
        throw Refusal{Words::tr("\"format\" must be \"%1\", not \"%2\".").arg(experimentFormat, brief(document["format"].toString()))};
    const double version = number(need(document, "version"), "version");
    if (version > experimentVersion)
        throw Refusal{Words::tr("\"version\" is %1, and this program reads versions up to %2: use a newer Rheobase.")
                          .arg(version)
                          .arg(experimentVersion)};
    if (version != 1 && version != experimentVersion)
        throw Refusal{Words::tr("\"version\" must be a whole number from 1 to %1, not %2.").arg(experimentVersion).arg(version)};
    std::vector<std::string> keys{"format", "version", "name",  "source", "note",      "model",      "parameters", "initial", "stimulus",
                                  "noise",  "solver",  "dt_ms", "seed",   "injection", "spikeLevel", "spikeRearm", "changes"};
    if (version > 1) keys.insert(keys.end(), {"start", "duration_ms", "repeat_ms", "question", "look", "view", "mode", "clamp", "seal"});
    allowOnly(document, keys, {});
    for (const char* name : {"name", "source", "note", "question", "look"})
        if (document.contains(QLatin1String(name))) text(document[QLatin1String(name)], name);
    if (document.contains("view")) checkView(document["view"]);
    if (document.contains("changes")) checkChanges(document["changes"]);
    return version;
}

void refuseImpossible(const Experiment& e)
{
    if (const Sentence sentence = problem(e); !sentence.empty()) throw Refusal{spoken(sentence)};
}

Experiment read(const QJsonObject& document, const Unseal& unseal)
{
    const double version = checkFormat(document);
    const Model& model = catalogue()[choice(need(document, "model"), idsOf(catalogue()), "model")];
    Experiment e = defaultExperiment(model);
    readParameters(need(document, "parameters"), e);
    readSeal(document, e, unseal);
    e.initial = readStates(need(document, "initial"), model, "initial");
    e.stimulus = readStimulus(need(document, "stimulus"), model);
    if (document.contains("repeat_ms")) e.stimulus.repeat = number(document["repeat_ms"], "repeat_ms");
    e.noise = readNoise(need(document, "noise"), model);
    e.solver = solverDescriptions()[choice(need(document, "solver"), idsOf(solverDescriptions()), "solver")].kind;
    e.dt = number(need(document, "dt_ms"), "dt_ms");
    if (version > 1) e.duration = number(need(document, "duration_ms"), "duration_ms");
    e.seed = readSeed(need(document, "seed"));
    e.injection = read(need(document, "injection"), injectionOf(model), "injection");
    if (model.hasSpikeLevel()) need(document, "spikeLevel");
    if (document.contains("spikeLevel")) e.spikeLevel = read(document["spikeLevel"], spikeLevelOf(model), "spikeLevel");
    if (document.contains("spikeRearm")) e.spikeRearm = read(document["spikeRearm"], spikeRearmOf(model), "spikeRearm");
    if (document.contains("mode")) e.mode = static_cast<Mode>(choice(document["mode"], {std::begin(modeIds), std::end(modeIds)}, "mode"));
    if (document.contains("clamp")) e.clamp = readClamp(document["clamp"], model);
    refuseImpossible(e);
    const auto started = version > 1 ? readStates(need(document, "start"), model, "start") : startOfOld(e);
    if (!isSealed(e)) keepStart(e, started);
    refuseImpossible(e);
    return e;
}

}

std::optional<Experiment> fromJson(const QJsonObject& document, QString* error, const Unseal& unseal)
{
    try {
        return read(document, unseal);
    } catch (const Refusal& refusal) {
        if (error) *error = refusal.sentence;
        return std::nullopt;
    }
}

}
