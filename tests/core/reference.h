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
    if (event["level"].isDouble()) e.spikeLevel = by.offsetV + by.scaleV * event["level"].toDouble();
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
    const auto trace = columns(entry["files"].toObject()["V"].toString());
    for (const double t : trace.at("time_ms")) c.time.push_back(by.scaleTime * t);
    for (const double V : trace.at("V_mV")) c.V.push_back(by.offsetV + by.scaleV * V);
    for (const double slope : trace.at("dVdt_mV_per_ms")) c.slope.push_back(by.scaleV * slope / by.scaleTime);
    for (const double t : columns(entry["files"].toObject()["spikes"].toString()).at("time_ms")) c.spikes.push_back(by.scaleTime * t);
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

/// The entries of a kind: "script", "table" …
inline std::vector<QJsonObject> entriesOf(const QString& kind)
{
    std::vector<QJsonObject> entries;
    for (const auto& entry : index())
        if (entry.toObject()["kind"].toString() == kind) entries.push_back(entry.toObject());
    return entries;
}

/// The first trace case of a parameter set, for tables that state only the set ("fi_lif_ND"); null where there is none.
inline std::optional<Experiment> findSet(const QString& set)
{
    for (const QJsonObject& entry : entriesOf("trace"))
        if (entry["parameter_set"].toString() == set) return experimentOf(entry);
    return std::nullopt;
}
inline Experiment experimentOfSet(const QString& set)
{
    const auto found = findSet(set);
    if (!found) qFatal("no case has the parameter set %s", qPrintable(set));
    return *found;
}

}
