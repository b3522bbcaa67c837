// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary.h"

#include "csv.h"
#include "json_document.h"
#include "words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Summary)
};

using Lines = std::vector<std::pair<QString, QString>>;

/// Six digits with ".", and the unit.
QString told(double value, std::string_view unit) { return (QString::number(value, 'g', 6) + u' ' + fromView(unit)).trimmed(); }

/// The run as measures take it; its rows are not kept.
MeasuredRun measuredOf(const RunResult& result)
{
    const double end = result.divergence ? result.divergence->time : result.end.time; // a run may end within a step
    return {result.order->experiment, result.recorder->spikes(), std::min(result.order->experiment.duration, end), nullptr,
            result.end.state};
}

/// The time the stimulus is on, in ms, as far as the run has come.
std::pair<double, double> windowOf(const MeasuredRun& run)
{
    return {run.spikes.window().from, std::clamp(run.now, run.spikes.window().from, run.spikes.window().to)};
}

QString rheobaseTold(const Landmarks& landmarks, std::string_view unit)
{
    if (landmarks.rheobase && landmarks.rheobase->isGraded) return Words::tr("none: graded");
    if (!landmarks.rheobase || !std::isfinite(landmarks.rheobase->spike)) return Words::tr("none");
    const double spike = landmarks.rheobase->spike, sustained = landmarks.rheobase->sustained;
    if (spike < 0) return Words::tr("%1: it fires without input").arg(told(spike, unit));
    if (!std::isfinite(sustained)) return Words::tr("%1 for a spike; firing never lasts").arg(told(spike, unit));
    if (spike == sustained) return told(spike, unit);
    return Words::tr("%1 for a spike, %2 for lasting firing").arg(told(spike, unit), told(sustained, unit));
}

QString intervalsTold(const Statistics& intervals)
{
    const QString mean = told(*intervals.mean(), "ms");
    if (intervals.count() < 2) return mean;
    return Words::tr("%1 on average, %2 to %3").arg(mean, told(*intervals.least(), "ms"), told(*intervals.most(), "ms"));
}

QString currentTold(const Experiment& experiment)
{
    if (isClamped(experiment)) return Words::tr("voltage clamp, %1").arg(QString::fromUtf8(toArgument(experiment.clamp)));
    QString text;
    for (const StimulusComponent& component : experiment.stimulus)
        text += (text.isEmpty() ? "" : " + ") + QString::fromUtf8(toArgument(component));
    if (experiment.stimulus.repeat > 0) text += Words::tr(", repeated every %1").arg(told(experiment.stimulus.repeat, repetition.unit));
    if (experiment.noise.kind != Noise::Kind::none) text += " + " + QString::fromUtf8(toArgument(experiment.noise, injected(experiment)));
    return text.isEmpty() ? Words::tr("none") : text;
}

Lines spikeLines(const MeasuredRun& run)
{
    const auto value = [&](std::string_view id) {
        const Measure& m = measure(id);
        const auto found = m.ofRun(run);
        return found ? told(*found, m.unit) : Words::tr("none");
    };
    const auto [from, to] = windowOf(run);
    Lines lines{{Words::tr("spikes"), QString::number(run.spikes.count())}};
    lines.emplace_back(Words::tr("rate"), value("rate"));
    const bool isOn = measure("mean-rate").ofRun(run).has_value();
    lines.emplace_back(Words::tr("mean rate"),
                       isOn ? Words::tr("%1 from %2 to %3 ms").arg(value("mean-rate")).arg(from).arg(to) : Words::tr("none"));
    if (measure("oscillation").ofRun(run))
        lines.emplace_back(Words::tr("oscillation"), Words::tr("%1, below the spike level").arg(value("oscillation")));
    if (run.spikes.count() == 0) return lines;
    lines.emplace_back(Words::tr("latency"), value("latency"));
    lines.emplace_back(Words::tr("first spike"), value("spike.first"));
    lines.emplace_back(Words::tr("last spike"), value("spike.last"));
    if (run.spikes.intervals().count() > 0) lines.emplace_back(Words::tr("intervals"), intervalsTold(run.spikes.intervals()));
    return lines;
}

QJsonObject named(std::span<const double> values, std::span<const Quantity> table)
{
    QJsonObject object;
    for (std::size_t i = 0; i < table.size(); ++i) object[QString::fromStdString(columnName(table[i]))] = orNull(values[i]);
    return object;
}

/// Measures of a run by their ids, under these keys.
QJsonObject measuresJson(const MeasuredRun& run, std::initializer_list<std::pair<const char*, std::string_view>> keys)
{
    QJsonObject object;
    for (const auto& [key, id] : keys) object[QLatin1String(key)] = orNull(measure(id).ofRun(run));
    return object;
}

QJsonObject spikesJson(const MeasuredRun& run)
{
    QJsonObject object = measuresJson(run, {{"rate_Hz", "rate"},
                                            {"meanRate_Hz", "mean-rate"},
                                            {"oscillation_Hz", "oscillation"},
                                            {"latency_ms", "latency"},
                                            {"first_ms", "spike.first"},
                                            {"last_ms", "spike.last"}});
    object["count"] = static_cast<qint64>(run.spikes.count());
    return object;
}

QJsonObject intervalsJson(const MeasuredRun& run)
{
    QJsonObject object = measuresJson(run, {{"first_ms", "isi.first"},
                                            {"last_ms", "isi.last"},
                                            {"mean_ms", "isi.mean"},
                                            {"standardDeviation_ms", "isi.sd"},
                                            {"coefficientOfVariation", "cv"},
                                            {"adaptationIndex", "adaptation"},
                                            {"shortest_ms", "isi.shortest"},
                                            {"longest_ms", "isi.longest"}});
    object["count"] = static_cast<qint64>(run.spikes.intervals().count());
    return object;
}

QJsonValue rheobaseJson(const Landmarks& landmarks, const Model& model)
{
    if (!landmarks.rheobase) return {};
    const Rheobase& rheobase = *landmarks.rheobase;
    return QJsonObject{{"spike", orNull(rheobase.spike)},
                       {"sustained", orNull(rheobase.sustained)},
                       {"graded", rheobase.isGraded},
                       {"unit", fromView(model.input.unit)}};
}

QJsonValue divergenceJson(const std::optional<Divergence>& divergence)
{
    if (!divergence) return {};
    return QJsonObject{{"time_ms", divergence->time},
                       {"reason", QString::fromStdString(divergence->reason)},
                       {"remedy", QString::fromStdString(divergence->remedy)}};
}

QJsonArray filesOf(const RunOrder& order)
{
    QJsonArray files;
    const QStringList paths = order.table.paths() + QStringList{order.spikes, order.plot.path};
    for (const QString& path : paths)
        if (!path.isEmpty() && path != "-") files.append(path);
    return files;
}

}

Landmarks landmarksOf(const Experiment& experiment, const std::stop_token& stop)
{
    return {measure("rest").ofExperiment(experiment, stop), rheobaseOf(experiment, stop)};
}

QByteArray summaryText(const RunResult& result, const Landmarks& landmarks)
{
    const Experiment& e = result.order->experiment;
    const Model& model = *e.model;
    Lines lines = spikeLines(measuredOf(result));
    if (!isClamped(e)) {
        lines.emplace_back(Words::tr("rest"), landmarks.rest ? told(*landmarks.rest, model.state[0].unit) : Words::tr("none"));
        lines.emplace_back(Words::tr("rheobase"), rheobaseTold(landmarks, model.input.unit));
    }
    lines.emplace_back(isClamped(e) ? Words::tr("command") : Words::tr("current"), currentTold(e));
    lines.emplace_back(Words::tr("solver"),
                       Words::tr("%1, Δt %2 ms, seed %3").arg(fromView(description(e.solver).name)).arg(e.dt).arg(e.seed));
    QString text = Words::tr("%1, %2 of model time").arg(fromView(model.name), told(measuredOf(result).now, "ms")) + u'\n';
    qsizetype width = 0;
    for (const auto& [name, value] : lines) width = std::max(width, name.size());
    for (const auto& [name, value] : lines) text += "  " + name.leftJustified(width + 2) + value + u'\n';
    return text.toUtf8();
}

QByteArray summaryJson(const RunResult& result, const Landmarks& landmarks)
{
    const Experiment& e = result.order->experiment;
    const Model& model = *e.model;
    const MeasuredRun run = measuredOf(result);
    const auto [from, to] = windowOf(run);
    QJsonObject finalState = named(result.end.state, model.state);
    finalState["time_ms"] = result.end.time;
    const QJsonObject summary{
        {"model", fromView(model.id)},
        {"duration_ms", result.order->experiment.duration},
        {"steps", static_cast<qint64>(result.end.step)},
        {"stimulusOn", QJsonObject{{"from_ms", from}, {"to_ms", to}}},
        {"spikes", spikesJson(run)},
        {"intervals", intervalsJson(run)},
        {"rest_mV", orNull(landmarks.rest)},
        {"rheobase", rheobaseJson(landmarks, model)},
        {"derived", named(model.derivedFrom(e.parameters), model.derived)},
        {"finalState", finalState},
        {"divergence", divergenceJson(result.divergence)},
        {"files", filesOf(*result.order)},
    };
    return jsonDocument(summary, &e);
}

}
