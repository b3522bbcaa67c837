// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

/// The reference cases in tests/reference as experiments and numbers; definitions in its index.json and models.md.
namespace rheobase::reference {

struct Case {
    QString id;
    Experiment experiment;
    double duration, compareUntil;
    bool resets;
    double spikeTolerance, voltageTolerance; ///< ms and mV at level "strict"
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

inline const Model* modelNamed(const QString& name)
{
    static const std::map<QString, std::string_view> ids = {{"passive", "passive"},
                                                            {"pif", "perfect-integrate-and-fire"},
                                                            {"lif", "leaky-integrate-and-fire"},
                                                            {"lifrel", "leaky-integrate-and-fire"},
                                                            {"hh", "hodgkin-huxley"}};
    const auto it = ids.find(name);
    return it == ids.end() ? nullptr : findModel(it->second);
}

/// Parameters by the reference's own names (gNa, E, EL …), which differ from the program's.
inline void setParameters(Experiment& experiment, const QJsonObject& parameters)
{
    static const std::map<QString, std::string_view> names = {{"E", "E_L"},    {"gNa", "g_Na"}, {"gK", "g_K"}, {"gL", "g_L"},
                                                              {"ENa", "E_Na"}, {"EK", "E_K"},   {"EL", "E_L"}};
    if (indexOf(experiment.model->parameters, "E_L") && !parameters.contains("E") && !parameters.contains("E_L")
        && !parameters.contains("EL"))
        set(experiment, "E_L", 0);
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (it.key() == "Q10") continue;
        const auto renamed = names.find(it.key());
        set(experiment, renamed == names.end() ? it.key().toStdString() : std::string(renamed->second), it->toDouble());
    }
}

inline StimulusComponent componentOf(const QJsonObject& s)
{
    const auto number = [&](const char* key) { return s[QLatin1String(key)].toDouble(); };
    const QString type = s["type"].toString();
    if (type == "step") return shaped("step", {number("t0"), number("t1"), number("amp")});
    if (type == "ramp") return shaped("ramp", {number("t0"), number("t1"), number("a0"), number("a1")});
    return shaped("sine", {number("t0"), number("t1"), number("amp"), number("f_hz"), number("phase"), 0});
}

inline Case caseFrom(const QJsonObject& entry)
{
    Case c;
    c.id = entry["case"].toString();
    c.experiment = defaultExperiment(*modelNamed(entry["model"].toString()));
    setParameters(c.experiment, entry["parameters"].toObject());
    const QJsonArray initial = entry["initial_state"].toArray();
    for (qsizetype i = 0; i < initial.size(); ++i) c.experiment.initial[static_cast<std::size_t>(i)] = initial[i].toDouble();
    c.experiment.stimulus.clear();
    for (const auto& s : entry["stimulus"].toArray()) c.experiment.stimulus.push_back(componentOf(s.toObject()));
    const QJsonObject event = entry["spike_event"].toObject();
    c.resets = event["kind"].toString() == "reset";
    if (event["level"].isDouble()) c.experiment.spikeLevel = event["level"].toDouble();
    c.duration = entry["T_ms"].toDouble();
    c.compareUntil = entry["compare_until_ms"].toDouble();
    const QJsonObject tolerance = entry["tolerance"].toObject()["strict"].toObject();
    c.spikeTolerance = tolerance["spike_ms"].toDouble();
    c.voltageTolerance = tolerance["V_mV"].toDouble();
    const auto trace = columns(entry["files"].toObject()["V"].toString());
    c.time = trace.at("time_ms");
    c.V = trace.at("V_mV");
    c.slope = trace.at("dVdt_mV_per_ms");
    c.spikes = columns(entry["files"].toObject()["spikes"].toString()).at("time_ms");
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

/// The first trace case of a parameter set, for tables that state only the set ("fi_lif_ND").
inline Experiment experimentOfSet(const QString& set)
{
    for (const auto& entry : index())
        if (entry.toObject()["parameter_set"].toString() == set) return caseFrom(entry.toObject()).experiment;
    qFatal("no case has the parameter set %s", qPrintable(set));
}

}
