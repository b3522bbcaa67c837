// SPDX-License-Identifier: GPL-3.0-or-later
#include "threshold_commands.h"

#include "command_line.h"
#include "experiment_options.h"
#include "interruption.h"
#include "json_document.h"
#include "output.h"
#include "strength_duration.h"
#include "summary.h"
#include "sweep.h"
#include "table_files.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cmath>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::ThresholdCommands)
};

constexpr Quantity widthQuantity{"width", "ms", 1, 0.1, 100, "pulse width", Part::width, Scale::logarithmic, pulseWidths};

void print(const QString& text)
{
    Output console("-");
    console.write(text.toUtf8());
    console.commit();
}

QString help(const QList<QCommandLineOption>& options, const QString& description, const QString& usage)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addOptions(options);
    addSubject(parser, usage);
    return helpText(parser);
}

/// The neuron that a command is asked about; one that can fire.
Experiment firingNeuronFrom(const QCommandLineParser& parser, const QString& command)
{
    const Experiment experiment = neuronFrom(parser, command);
    const Model& model = *experiment.model;
    if (!model.fires()) refuse(Words::tr("%1 never fires, so it has no threshold; use another model.").arg(fromView(model.id)));
    return experiment;
}

QString told(double value, std::string_view unit)
{
    return std::isfinite(value) ? (QString::number(value, 'g', 6) + u' ' + fromView(unit)).trimmed() : Words::tr("none");
}

/// One of the currents of a rheobase, or why it is none.
QString told(const Rheobase& rheobase, double I, const Model& model)
{
    if (rheobase.isGraded) return Words::tr("none: graded (the response grows with the current; it is not all or none)");
    return I < 0 ? Words::tr("%1 (it fires without input)").arg(told(I, model.input.unit)) : told(I, model.input.unit);
}

SweepAxis widthsFrom(const QString& text)
{
    const QStringList parts = text.split(u':');
    if (parts.size() < 3 || parts.size() > 4 || (parts.size() == 4 && parts[3] != "log"))
        refuse(Words::tr("--widths needs a range such as 0.1:100:31:log (from, to, number of values), not \"%1\".").arg(text));
    const SweepAxis axis{"width", valueFrom(parts[0], widthQuantity, "--widths"), valueFrom(parts[1], widthQuantity, "--widths"),
                         countFrom(parts[2], 1, "--widths"), parts.size() == 4};
    if (axis.count > 10'000) refuse(Words::tr("--widths has at most 10000 values, not %1.").arg(parts[2]));
    return axis;
}

StrengthDuration curveOf(const Experiment& experiment, const SweepAxis& widths, Interruption& interruption)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < widths.count; ++i) values.push_back(widths.at(i));
    interruption.expect(widths.count);
    auto curve = strengthDuration(experiment, values, interruption.token(), [&](std::size_t done) { interruption.setDone(done); });
    interruption.check();
    interruption.erase();
    return *std::move(curve);
}

/// "width_ms", "threshold_nA", and Lapicque's closed form where there is one.
void write(TableFiles& table, const Experiment& experiment, const StrengthDuration& curve)
{
    const Model& model = *experiment.model;
    const std::string unit(model.input.unit), ending = unit.empty() ? "" : '_' + identifier(unit);
    std::vector<NumberColumn> columns{{"width_ms", "ms"}, {"threshold" + ending, unit}};
    const bool closed = lapicqueThreshold(model, experiment.parameters, 1).has_value();
    if (closed) columns.push_back({"lapicque" + ending, unit});
    table.begin(experiment, std::move(columns));
    for (std::size_t i = 0; i < curve.widths.size(); ++i) {
        std::vector<double> row{curve.widths[i], curve.thresholds[i]};
        if (closed) row.push_back(*lapicqueThreshold(model, experiment.parameters, curve.widths[i]));
        table.add(row);
    }
    table.finish();
}

QByteArray jsonOf(const Experiment& experiment, const StrengthDuration& curve, const TableFiles* table)
{
    QJsonObject object{{"model", fromView(experiment.model->id)},
                       {"rheobase", orNull(curve.rheobase)},
                       {"chronaxie_ms", orNull(curve.chronaxie)},
                       {"graded", curve.isGraded},
                       {"unit", fromView(experiment.model->input.unit)}};
    if (table) object["columns"] = columnsOf(table->table());
    return jsonDocument(object, &experiment);
}

}

QList<QCommandLineOption> rheobaseOptions()
{
    return neuronOptions() + QList<QCommandLineOption>{{"json", Words::tr("Print JSON.")}, {{"h", "help"}, Words::tr("Print this help.")}};
}

QList<QCommandLineOption> strengthDurationOptions()
{
    return neuronOptions()
           + QList<QCommandLineOption>{
               {"widths", Words::tr("Pulse widths in ms (0.1:100:31:log)."), "FROM:TO:COUNT[:log]"},
           }
           + tableOptions(Words::tr("Write the curve as a table; - is standard output."))
           + QList<QCommandLineOption>{
               {"json", Words::tr("Print JSON; with --widths the curve, too.")},
               {{"h", "help"}, Words::tr("Print this help.")},
           };
}

void rheobaseCommand(const QStringList& arguments, Interruption& interruption)
{
    QCommandLineParser parser;
    parse(parser, rheobaseOptions(), arguments);
    if (parser.isSet("help"))
        return print(help(rheobaseOptions(),
                          Words::tr("Finds the least lasting currents that make a neuron at rest fire once, and keep firing."),
                          "rheobase MODEL|FILE|-"));
    const Experiment experiment = firingNeuronFrom(parser, "rheobase");
    const Model& model = *experiment.model;
    const auto found = rheobaseOf(experiment, interruption.token());
    interruption.check();
    const Rheobase rheobase = found.value();
    if (parser.isSet("json"))
        return print(QString::fromUtf8(jsonDocument({{"model", fromView(model.id)},
                                                     {"spike", orNull(rheobase.spike)},
                                                     {"sustained", orNull(rheobase.sustained)},
                                                     {"graded", rheobase.isGraded},
                                                     {"unit", fromView(model.input.unit)}},
                                                    &experiment)));
    print(Words::tr("one spike         %1\nsustained firing  %2\n")
              .arg(told(rheobase, rheobase.spike, model), told(rheobase, rheobase.sustained, model)));
}

void strengthDurationCommand(const QStringList& arguments, Interruption& interruption)
{
    QCommandLineParser parser;
    parse(parser, strengthDurationOptions(), arguments);
    if (parser.isSet("help"))
        return print(
            help(strengthDurationOptions(),
                 Words::tr("Finds how strong a rectangular pulse must be to make a neuron at rest fire, against how long it lasts. "
                           "Without a file it prints rheobase and chronaxie."),
                 "strength-duration MODEL|FILE|-"));
    const Experiment experiment = firingNeuronFrom(parser, "strength-duration");
    const SweepAxis widths = widthsFrom(parser.isSet("widths") ? parser.value("widths") : "0.1:100:31:log");
    const TableOrder order = tableFrom(parser);
    const bool json = parser.isSet("json"), tabulates = order.isWanted() || (json && parser.isSet("widths"));
    checkPlaces(parser, {"csv", "npz", "mat"});
    TableFiles table(order, json);
    const StrengthDuration curve = curveOf(experiment, tabulates ? widths : SweepAxis{"width", 1, 1, 0}, interruption);
    if (tabulates) write(table, experiment, curve);
    Output console("-");
    if (json) console.write(jsonOf(experiment, curve, tabulates ? &table : nullptr));
    else if (!tabulates)
        console.write(
            Words::tr("rheobase   %1\nchronaxie  %2\n")
                .arg(told({curve.rheobase, curve.rheobase, curve.isGraded}, curve.rheobase, *experiment.model), told(curve.chronaxie, "ms"))
                .toUtf8());
    console.flush();
    Output::commitTogether(table.outputs());
}

}
