// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_command.h"

#include "clamp_measures.h"
#include "clamp_order.h"
#include "clamp_plot.h"
#include "command_line.h"
#include "csv.h"
#include "interruption.h"
#include "json_document.h"
#include "output.h"
#include "trace.h"
#include "words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ClampCommand)
};

/// A current that is read off: the whole, or an ionic one.
struct Current {
    std::optional<std::size_t> term;
    const Quantity* quantity;
    std::vector<ClampPoint> points;
};

/// One number that is read off a current: its name in tables, in documents, its unit (empty: the current's).
struct Reading {
    const char *column, *key;
    bool isTime;
    double (*of)(const ClampPoint& point);
};
constexpr Reading readings[] = {
    {"peak", "peak", false, [](const ClampPoint& p) { return p.greatest.value; }},
    {"peak_time", "peakTime_ms", true, [](const ClampPoint& p) { return p.greatest.time; }},
    {"inward", "inward", false, [](const ClampPoint& p) { return p.inward.value; }},
    {"inward_time", "inwardTime_ms", true, [](const ClampPoint& p) { return p.inward.time; }},
    {"steady", "steady", false, [](const ClampPoint& p) { return p.steady; }},
    {"tail", "tail", false, [](const ClampPoint& p) { return p.tail; }},
    {"tail_fall", "tailFall_ms", true, [](const ClampPoint& p) { return p.tailTime; }},
};

std::vector<Current> currentsOf(const Model& model)
{
    std::vector<Current> currents{{std::nullopt, &model.input, {}}};
    for (std::size_t i = 0; i < model.terms.size(); ++i)
        if (model.terms[i].part == Part::ionicCurrent) currents.push_back({i, &model.terms[i], {}});
    return currents;
}

void writeRows(TableFiles& table, const ClampFamily& family)
{
    const ClampSweep& sweep = family.sweeps[0];
    std::vector<double> row;
    for (std::size_t i = 0; i < family.times.size(); ++i) {
        row.assign({sweep.step, family.times[i], sweep.V[i], sweep.I[i]});
        for (const auto* columns : {&sweep.states, &sweep.terms})
            for (const auto& column : *columns) row.push_back(column[i]);
        table.add(row);
    }
}

/// Computes step by step, so that memory does not grow with their number; puts what is read off into `currents`.
void clampAll(const ClampOrder& order, TableFiles& table, std::vector<Current>& currents, Interruption& interruption)
{
    const auto& steps = order.experiment.clamp.steps;
    ClampRows rows{.interval = order.interval(), .terms = {}, .solver = order.solver};
    interruption.expect(steps.size());
    if (table.isWanted()) table.begin(order.experiment, clampColumns(order.experiment));
    for (std::size_t i = 0; i < steps.size() && !table.isDeserted(); ++i) {
        Experiment e = order.experiment;
        e.clamp.steps = {steps[i]};
        e.clamp.chosen = 0;
        const ClampFamily family = clampFamily(e, rows, interruption.token());
        interruption.check();
        if (table.isWanted()) writeRows(table, family);
        for (Current& current : currents) current.points.push_back(currentVoltage(family, current.term)[0]);
        if (!std::isfinite(family.sweeps[0].I.back()))
            throw Failure{Failure::impossible,
                          Words::tr("the run at %1 diverged: use a smaller --dt, or leave out --solver.").arg(steps[i])};
        interruption.setDone(i + 1);
    }
    interruption.erase();
    table.finish();
}

/// "V_mV,peak_I_uA_per_cm2,peak_time_I_ms,…"; a row for each test potential.
QByteArray currentVoltageTable(const Model& model, const std::vector<Current>& currents)
{
    QByteArray text = QByteArray::fromStdString(columnName(model.state[0]));
    for (const Current& current : currents)
        for (const Reading& reading : readings) {
            const std::string name = reading.isTime ? identifier(current.quantity->symbol) + "_ms" : columnName(*current.quantity);
            text += QByteArray(",") + reading.column + '_' + QByteArray::fromStdString(name);
        }
    text += '\n';
    for (std::size_t i = 0; i < currents[0].points.size(); ++i) {
        appendNumber(text, currents[0].points[i].V);
        for (const Current& current : currents)
            for (const Reading& reading : readings) appendNumber(text += ',', reading.of(current.points[i]));
        text += '\n';
    }
    return text;
}

QJsonObject json(const Current& current, const Quantity& V)
{
    QJsonArray points;
    for (const ClampPoint& point : current.points) {
        QJsonObject object{{QString::fromStdString(columnName(V)), point.V}};
        for (const Reading& reading : readings) object[QLatin1String(reading.key)] = orNull(reading.of(point));
        points.append(object);
    }
    const auto reversal = reversalOf(current.points);
    return {{"symbol", QString::fromStdString(identifier(current.quantity->symbol))},
            {"unit", fromView(current.quantity->unit)},
            {"reversal", reversal ? QJsonValue(*reversal) : QJsonValue()},
            {"points", points}};
}

QByteArray json(const Experiment& e, const std::vector<Current>& currents)
{
    QJsonArray list;
    for (const Current& current : currents) list.append(json(current, e.model->state[0]));
    return jsonDocument({{"model", fromView(e.model->id)},
                         {"hold", e.clamp.hold},
                         {"unit", fromView(e.model->state[0].unit)},
                         {"width_ms", e.clamp.width},
                         {"currents", list}},
                        &e);
}

/// A line for each test potential: the inward peak of the whole, then peak and steady value of each ionic current.
QByteArray summary(const Model& model, const std::vector<Current>& currents)
{
    const auto titled = [](const QString& what, const Quantity& q) {
        return (what + u' ' + QString::fromStdString(identifier(q.symbol)) + u' ' + fromView(q.unit)).trimmed();
    };
    QList<QStringList> rows{{titled({}, model.state[0]), titled(Words::tr("inward"), model.input)}};
    for (const Current& current : std::span(currents).subspan(1))
        rows[0] << titled(Words::tr("peak"), *current.quantity) << titled(Words::tr("steady"), *current.quantity);
    const auto told = [](double value) { return QString::number(value, 'g', 6); };
    for (std::size_t i = 0; i < currents[0].points.size(); ++i) {
        QStringList row{told(currents[0].points[i].V), told(currents[0].points[i].inward.value)};
        for (const Current& current : std::span(currents).subspan(1))
            row << told(current.points[i].greatest.value) << told(current.points[i].steady);
        rows << row;
    }
    return aligned(rows).toUtf8();
}

}

void clampCommand(const QStringList& arguments, Interruption& interruption)
{
    const auto order = clampOrderFrom(arguments);
    Output console("-");
    if (!order) {
        console.write(clampHelp().toUtf8());
        return console.commit();
    }
    TableFiles table(order->table);
    std::unique_ptr<Output> iv, plot;
    if (!order->iv.isEmpty()) iv = std::make_unique<Output>(order->iv);
    if (order->plot.isWanted()) plot = std::make_unique<Output>(order->plot.path);
    const Model& model = *order->experiment.model;
    auto currents = currentsOf(model);
    clampAll(*order, table, currents, interruption);
    if (iv && order->table.hasRemarks) iv->write(withReaders(csvRemarks(order->experiment)));
    if (iv) iv->write(currentVoltageTable(model, currents));
    if (iv) iv->flush();
    if (plot) plot->write(plotOf(*order, interruption.token()));
    if (order->json) console.write(json(order->experiment, currents));
    else if (!order->writesFiles()) console.write(summary(model, currents));
    interruption.check();
    console.flush();
    auto outputs = table.outputs();
    outputs.insert(outputs.end(), {iv.get(), plot.get()});
    Output::commitTogether(outputs);
}

}
