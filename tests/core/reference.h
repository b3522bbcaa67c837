// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>
#include <optional>

/// The reference cases in tests/reference as experiments and numbers; definitions in its index.json and models.md.
namespace rheobase::reference {

struct Case {
    QString id;
    Experiment experiment;
    double duration, compareUntil;
    bool resets;
    double spikeTolerance, voltageTolerance;           ///< ms and mV at level "strict" of check.py
    double usualSpikeTolerance, usualVoltageTolerance; ///< at level "default"
    std::vector<double> time, V, slope, spikes;
};

inline QByteArray contents(const QString& name)
{
    QFile file(QStringLiteral(REFERENCE "/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no reference file %s", qPrintable(name));
    return file.readAll();
}

/// A CSV's columns by name; what is not a number is NaN.
inline std::map<QString, std::vector<double>> columns(const QString& name)
{
    const auto lines = QString::fromUtf8(contents(name)).split('\n', Qt::SkipEmptyParts);
    const auto header = lines.front().split(',');
    std::map<QString, std::vector<double>> made;
    for (const QString& h : header) made[h];
    for (const QString& line : lines.mid(1)) {
        const auto cells = line.split(',');
        for (qsizetype i = 0; i < header.size(); ++i) {
            bool isNumber = false;
            const double value = cells.value(i).toDouble(&isNumber);
            made[header[i]].push_back(isNumber ? value : std::nan(""));
        }
    }
    return made;
}

/// How a set of the reference is one of a model's: in which V and I have other signs or zeros, and time another unit.
struct Mapping {
    std::string_view model;
    double scaleV = 1, offsetV = 0; ///< V of the model is offset + scale · V of the reference
    double scaleI = 1, scaleTime = 1;
};

inline Mapping mappingOf(const QString& name, const QJsonObject& parameters)
{
    static const std::map<QString, Mapping> all = {{"passive", {"passive"}},
                                                   {"pif", {"perfect-integrate-and-fire"}},
                                                   {"lif", {"leaky-integrate-and-fire"}},
                                                   {"lifrel", {"leaky-integrate-and-fire"}},
                                                   {"alif", {"adaptive-leaky"}},
                                                   {"qif", {"quadratic-integrate-and-fire"}},
                                                   {"qifnf", {"quadratic-integrate-and-fire"}},
                                                   {"eif", {"exponential-integrate-and-fire"}},
                                                   {"adex", {"adaptive-exponential"}},
                                                   {"izh", {"izhikevich"}},
                                                   {"izh07", {"izhikevich-2007"}},
                                                   {"fhn", {"fitzhugh-nagumo"}},
                                                   {"fhn61", {"fitzhugh-nagumo", -1, 0, -1}},
                                                   {"ml", {"morris-lecar"}},
                                                   {"hr", {"hindmarsh-rose"}},
                                                   {"hh", {"hodgkin-huxley"}},
                                                   {"hh52", {"hodgkin-huxley", -1, -65, -1}},
                                                   {"cs", {"connor-stevens"}},
                                                   {"wb", {"wang-buzsaki"}},
                                                   {"tm", {"traub-miles"}}};
    Mapping mapping = all.at(name);
    if (name == "fhn61") mapping.scaleTime = parameters["c"].toDouble();
    return mapping;
}

/// Parameters of a set as the model states them.
inline std::map<std::string, double> parametersOf(const QString& name, const QJsonObject& given)
{
    std::map<std::string, double> made;
    for (auto it = given.begin(); it != given.end(); ++it)
        if (it->isDouble()) made[it.key().toStdString()] = it->toDouble();
    if (name == "lifrel") made["E_L"] = 0;
    if (name == "passive") made["E_L"] = made.extract("E").mapped();
    if (name == "qifnf") made.insert({{"tau", 1}, {"a0", 1}, {"V_rest", 0}, {"V_c", 0}, {"R", 1}});
    if (name == "fhn61") made["tau"] = std::pow(made.extract("c").mapped(), 2);
    if (given["u_form"].toString() == "accommodation") made.insert({{"v_0", -65}, {"e", 0}});
    if (name == "hh52")
        for (const char* ion : {"Na", "K", "L"}) made[std::string("E") + ion] = -65 - made.extract(std::string("V") + ion).mapped();
    made.erase("Q10");
    return made;
}

/// The index of a parameter that the reference writes without the bar of its subscript (gNa, EL).
inline std::size_t parameterNamed(const Model& model, std::string name)
{
    if (const auto index = indexOf(model.parameters, name)) return *index;
    const auto index = indexOf(model.parameters, name.insert(1, "_"));
    if (!index) qFatal("%s has no parameter %s", model.id.data(), name.c_str());
    return *index;
}

inline StimulusComponent componentOf(const QJsonObject& s, const Mapping& by)
{
    const auto number = [&](const char* key) { return s[QLatin1String(key)].toDouble(); };
    const auto time = [&](const char* key) { return by.scaleTime * number(key); };
    const auto current = [&](const char* key) { return by.scaleI * number(key); };
    const QString type = s["type"].toString();
    if (type == "step") return shaped("step", {time("t0"), time("t1"), current("amp")});
    if (type == "ramp") return shaped("ramp", {time("t0"), time("t1"), current("a0"), current("a1")});
    return shaped("sine", {time("t0"), time("t1"), current("amp"), number("f_hz") / by.scaleTime, number("phase"), 0});
}

/// The neuron, its start and its stimulus.
inline Experiment experimentOf(const QJsonObject& entry)
{
    const QString name = entry["model"].toString();
    const Mapping by = mappingOf(name, entry["parameters"].toObject());
    Experiment e = defaultExperiment(*findModel(by.model));
    for (const auto& [parameter, value] : parametersOf(name, entry["parameters"].toObject()))
        e.parameters[parameterNamed(*e.model, parameter)] = value;
    const QJsonArray initial = entry["initial_state"].toArray();
    for (qsizetype i = 0; i < initial.size(); ++i) e.initial[static_cast<std::size_t>(i)] = initial[i].toDouble();
    e.initial[0] = by.offsetV + by.scaleV * *e.initial[0];
    e.stimulus.clear();
    for (const auto& s : entry["stimulus"].toArray()) e.stimulus.push_back(componentOf(s.toObject(), by));
    const QJsonObject event = entry["spike_event"].toObject();
    if (event["level"].isDouble())
        e.spikeRearm = e.spikeLevel = by.offsetV + by.scaleV * event["level"].toDouble(); // every crossing counts
    return e;
}

inline Case caseFrom(const QJsonObject& entry)
{
    Case c;
    c.id = entry["case"].toString();
    c.experiment = experimentOf(entry);
    c.resets = entry["spike_event"].toObject()["kind"].toString() == "reset";
    const Mapping by = mappingOf(entry["model"].toString(), entry["parameters"].toObject());
    c.duration = by.scaleTime * entry["T_ms"].toDouble();
    c.compareUntil = by.scaleTime * entry["compare_until_ms"].toDouble();
    const QJsonObject strict = entry["tolerance"].toObject()["strict"].toObject(),
                      usual = entry["tolerance"].toObject()["default"].toObject();
    c.spikeTolerance = by.scaleTime * strict["spike_ms"].toDouble();
    c.voltageTolerance = strict["V_mV"].toDouble();
    c.usualSpikeTolerance = by.scaleTime * usual["spike_ms"].toDouble();
    c.usualVoltageTolerance = usual["V_mV"].toDouble();
    const QJsonObject files = entry["files"].toObject();
    const auto trace = columns(files["V"].toString()), spikes = columns(files["spikes"].toString());
    for (const double t : trace.at("time_ms")) c.time.push_back(by.scaleTime * t);
    for (const double V : trace.at("V_mV")) c.V.push_back(by.offsetV + by.scaleV * V);
    for (const double slope : trace.at("dVdt_mV_per_ms")) c.slope.push_back(by.scaleV * slope / by.scaleTime);
    for (const double t : spikes.at("time_ms")) c.spikes.push_back(by.scaleTime * t);
    return c;
}

inline QJsonArray index() { return QJsonDocument::fromJson(contents("index.json")).object()["cases"].toArray(); }

/// Every trace case.
inline std::vector<Case> traces()
{
    std::vector<Case> cases;
    for (const auto& entry : index())
        if (entry.toObject()["kind"].toString() == "trace") cases.push_back(caseFrom(entry.toObject()));
    return cases;
}

/// Cases of Izhikevich's scripts state their pattern alone; here are its parameters, start and currents. Currents that the script changes
/// at ≤ or ≥ are stated half a step beside it, since the solver takes every edge for < or >.
struct Script {
    double a, b, c, d, v, dt, k1, k0;
    Stimulus stimulus;
    std::optional<double> u{};
};
inline StimulusComponent step(double from, double to, double amplitude) { return shaped("step", {from, to, amplitude}); }
inline StimulusComponent ramp(double from, double to, double begin, double end) { return shaped("ramp", {from, to, begin, end}); }
inline Script scriptNamed(const QString& name)
{
    static const std::map<QString, Script> all = {
        {"izh03_script_RS", {.02, .2, -65, 8, -65, 1, 5, 140, {step(10, 1e6, 10)}}},
        {"izh03_script_CH", {.02, .2, -50, 2, -65, 1, 5, 140, {step(10, 1e6, 10)}}},
        {"izh03_script_FS", {.1, .2, -65, 2, -65, 1, 5, 140, {step(10, 1e6, 10)}}},
        {"izh03_script_RZ", {.1, .26, -65, 2, -65, 1, 5, 140, {step(10, 1e6, 10)}}},
        {"izh04_script_A", {.02, .2, -65, 6, -70, .25, 5, 140, {step(10, 1e6, 14)}}},
        {"izh04_script_B", {.02, .25, -65, 6, -64, .25, 5, 140, {step(20, 1e6, .5)}}},
        {"izh04_script_C", {.02, .2, -50, 2, -70, .25, 5, 140, {step(22, 1e6, 15)}}},
        {"izh04_script_D", {.02, .25, -55, .05, -64, .2, 5, 140, {step(20, 1e6, .6)}}},
        {"izh04_script_E", {.02, .2, -55, 4, -70, .25, 5, 140, {step(16, 1e6, 10)}}},
        {"izh04_script_F", {.01, .2, -65, 8, -70, .25, 5, 140, {step(8.5, 1e6, 30)}}},
        {"izh04_script_G", {.02, -.1, -55, 6, -60, .25, 4.1, 108, {ramp(30, 1030, 0, 75)}}},
        {"izh04_script_J", {.05, .26, -60, 0, -62, .25, 5, 140, {step(20, 25, 2)}}},
        {"izh04_script_M", {.03, .25, -60, 4, -64, .2, 5, 140, {step(20, 25, -15)}}},
        {"izh04_script_O", {.03, .25, -60, 4, -64, .25, 5, 140, {step(10, 15, 1), step(80, 85, 1), step(70, 75, -6)}}},
        {"izh04_script_R", {.02, 1, -55, 4, -65, .5, 5, 140, {ramp(0, 200, 0, 8), ramp(300, 312.5, 0, 4)}, -16}},
        {"izh04_script_S", {-.02, -1, -60, 8, -63.8, .5, 5, 140, {shaped("constant", {80}), step(49.75, 250.25, -5)}}},
    };
    return all.at(name);
}

inline Experiment scriptOf(const QJsonObject& entry)
{
    const QString name = entry["case"].toString();
    const Script script = scriptNamed(name);
    Experiment e = defaultExperiment(*findModel("izhikevich"));
    const auto put = [&](const char* parameter, double value) { set(e, parameter, value); };
    put("a", script.a), put("b", script.b), put("c", script.c), put("d", script.d), put("k1", script.k1), put("k0", script.k0);
    if (script.u) put("v_0", -65), put("e", 0);
    e.initial = {script.v, script.u.value_or(script.b * script.v)};
    e.stimulus = script.stimulus;
    e.dt = script.dt;
    e.solver = name.startsWith("izh03") ? SolverKind::published2003 : SolverKind::published2004;
    return e;
}

/// The entries of a kind: "script", "table" …
inline std::vector<QJsonObject> entriesOf(const QString& kind)
{
    std::vector<QJsonObject> entries;
    for (const auto& entry : index())
        if (entry.toObject()["kind"].toString() == kind) entries.push_back(entry.toObject());
    return entries;
}

/// Sets that have tables alone; they start at rest.
inline std::optional<Experiment> setWithoutTrace(const QString& set)
{
    struct Cell {
        double a, b, c, d;
    };
    static const std::map<QString, Cell> cells = {{"izh_FS", {.1, .2, -65, 2}}, {"izh_LTS", {.02, .25, -65, 2}}};
    const auto it = cells.find(set);
    if (it == cells.end()) return std::nullopt;
    Experiment e = defaultExperiment(*findModel("izhikevich"));
    std::ranges::copy(std::initializer_list<double>{it->second.a, it->second.b, it->second.c, it->second.d}, e.parameters.begin());
    return e;
}

/// The first trace case of a parameter set, for tables that state only the set ("fi_lif_ND"); null where there is none.
inline std::optional<Experiment> findSet(const QString& set)
{
    for (const QJsonObject& entry : entriesOf("trace"))
        if (entry["parameter_set"].toString() == set) return experimentOf(entry);
    return setWithoutTrace(set);
}
inline Experiment experimentOfSet(const QString& set)
{
    const auto found = findSet(set);
    if (!found) qFatal("no case has the parameter set %s", qPrintable(set));
    return *found;
}

}
