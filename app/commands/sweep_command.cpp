// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep_command.h"

#include "command_line.h"
#include "experiment_options.h"
#include "interruption.h"
#include "json_document.h"
#include "measures.h"
#include "ranks.h"
#include "sweep.h"
#include "table_files.h"
#include "trace.h"
#include "words.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::SweepCommand)
};

QString help()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Runs a model at every point of a grid of one or two of its values and writes a table: a row for each point, with "
                  "spikes, latency, rate, intervals, extremes and final state; nan where something is undefined. "
                  "What each is, rheobase measures tells; the rate of a neuron that is silent is 0."));
    parser.addOptions(sweepOptions());
    addSubject(parser, "sweep MODEL|FILE|- --over NAME=FROM:TO:COUNT[:log]");
    return helpText(parser);
}

/// NAME=FROM:TO:COUNT[:log].
SweepAxis axisFrom(const QString& text, const Experiment& e)
{
    const QString name = text.section(u'=', 0, 0).trimmed();
    const QStringList parts = text.section(u'=', 1).split(u':');
    SweepAxis axis{.name = name.toStdString()};
    auto quantity = sweptQuantity(e, axis.name);
    if (!quantity && !(name == "I" && !e.stimulus.empty())) refuseName(Words::tr("nothing to sweep is called"), name, sweepableNames(e));
    if (!text.contains(u'=') || parts.size() < 3 || parts.size() > 4)
        refuse(Words::tr("--over %1 needs a range such as %1=0:10:11 (from, to, number of values), not \"%2\".").arg(name, text));
    if (parts.size() == 4 && parts[3] != "log") refuse(Words::tr("--over %1 may end in \":log\", not in \":%2\".").arg(name, parts[3]));
    const Quantity rule = quantity.value_or(injected(e));
    axis.from = valueFrom(parts[0], rule, name);
    axis.to = valueFrom(parts[1], rule, name);
    axis.count = countFrom(parts[2], 1, Words::tr("the number of values of %1").arg(name));
    axis.logarithmic = parts.size() == 4;
    return axis;
}

Sweep sweepFrom(const QCommandLineParser& parser, const std::function<QByteArray()>& input)
{
    constexpr Quantity settle{"settle", "", 0.5, 0, 0.99, "settled part", Part::none, Scale::linear, {0, 1}};
    constexpr Quantity rateError{"rate-error",       "",      previewError, 1e-9, 0.1, "relative error of rates", Part::none,
                                 Scale::logarithmic, positive};
    Sweep sweep{.experiment = experimentFrom(parser, "sweep", input), .axes = {}};
    if (!parser.isSet("over")) refuse(Words::tr("sweep needs --over NAME=FROM:TO:COUNT, such as --over I=0:10:11."));
    for (const QString& text : parser.values("over")) sweep.axes.push_back(axisFrom(text, sweep.experiment));
    if (parser.isSet("settle")) sweep.settle = valueFrom(parser.value("settle"), settle, "--settle");
    sweep.staggered = parser.isSet("staggered");
    if (parser.isSet("rate-error")) sweep.rateError = valueFrom(parser.value("rate-error"), rateError, "--rate-error");
    if (const Sentence sentence = problem(sweep); !sentence.empty()) refuse(QString::fromStdString(sentence));
    return sweep;
}

/// 0: as many as the machine has.
unsigned threadsFrom(const QCommandLineParser& parser)
{
    if (!parser.isSet("threads")) return 0;
    const std::uint64_t threads = countFrom(parser.value("threads"), 1, "--threads");
    if (threads > 1024) refuse(Words::tr("--threads is at most 1024, not %1.").arg(threads));
    return static_cast<unsigned>(threads);
}

/// "I_nA", "spikes", "latency_ms" …
std::vector<NumberColumn> columnsOf(const Sweep& sweep)
{
    std::vector<NumberColumn> columns;
    for (const SweepAxis& axis : sweep.axes) {
        const std::string_view unit = sweptQuantity(sweep.experiment, axis.name).value().unit;
        columns.push_back({unit.empty() ? axis.name : axis.name + '_' + identifier(unit), std::string(unit)});
    }
    const Model& model = *sweep.experiment.model;
    for (const SweepAnswer& answer : sweepAnswers())
        columns.push_back({columnName(answer, model), std::string(unitOf(measure(answer.measure), model))});
    for (const Quantity& state : model.state) columns.push_back({"final_" + columnName(state), std::string(state.unit)});
    columns.push_back({"diverged", ""});
    return columns;
}

std::vector<double> rowOf(const Sweep& sweep, std::size_t index, const SweepPoint& p)
{
    std::vector<double> row;
    const std::size_t columns = sweep.axes.back().count;
    if (sweep.axes.size() > 1) row.push_back(sweep.axes[0].at(index / columns));
    row.push_back(sweep.axes.back().at(index % columns));
    for (const SweepAnswer& answer : sweepAnswers()) row.push_back(answer.of(p));
    for (std::size_t i = 0; i < sweep.experiment.model->state.size(); ++i) row.push_back(p.finalState[i]);
    row.push_back(p.diverged ? 1 : 0);
    return row;
}

struct SweepOrder {
    Sweep sweep;
    unsigned threads = 0; ///< 0: as many as the machine has
    TableOrder table;
    bool json = false;
};

SweepOrder orderFrom(const QCommandLineParser& parser, const std::function<QByteArray()>& input)
{
    SweepOrder order{sweepFrom(parser, input), threadsFrom(parser), tableFrom(parser), parser.isSet("json")};
    checkPlaces(parser, {"csv", "npz", "mat"});
    if (!order.table.isWanted() && !order.json) order.table.csv = "-";
    return order;
}

/// One rank's answers; the first shows how far it is.
std::vector<SweepPoint> answerShare(const SweepOrder& order, std::span<const std::size_t> indices, const Ranks& ranks,
                                    Interruption& interruption, const std::stop_token& failed)
{
    if (ranks.isFirst()) interruption.expect(indices.size());
    std::stop_source ended;
    const auto end = [&] { ended.request_stop(); };
    const std::stop_callback byOthers(failed, end), bySignal(interruption.token(), end);
    std::vector<SweepPoint> points = run(order.sweep, indices, ended.get_token(), order.threads > 0 ? order.threads : ranks.threads(),
                                         [&](std::size_t done) { interruption.setDone(done); });
    interruption.check();
    if (points.size() < indices.size()) throw Failure{Failure::impossible, Words::tr("another rank has failed; nothing was written.")};
    return points;
}

void write(TableFiles& table, const SweepOrder& order, const std::vector<SweepPoint>& points, Interruption& interruption)
{
    interruption.erase();
    table.begin(order.sweep.experiment, columnsOf(order.sweep));
    for (std::size_t i = 0; i < points.size() && !table.isDeserted(); ++i) {
        table.add(rowOf(order.sweep, i, points[i]));
        interruption.check();
    }
    table.finish();
    Output console("-");
    if (order.json)
        console.write(jsonDocument({{"model", fromView(order.sweep.experiment.model->id)}, {"columns", columnsOf(table.table())}},
                                   &order.sweep.experiment));
    console.flush();
    Output::commitTogether(table.outputs());
}

void printHelp()
{
    Output console("-");
    console.write(help().toUtf8());
    console.commit();
}

}

QList<QCommandLineOption> sweepOptions()
{
    return QList<QCommandLineOption>{{"over",
                                      Words::tr("Vary a parameter, the current I or a value of a stimulus (step.start); the last "
                                                "of two varies fastest: --over I=0:20:201 --over g_K=10:80:8:log."),
                                      "NAME=FROM:TO:COUNT[:log]"}}
           + experimentOptions()
           + QList<QCommandLineOption>{
               {"settle", Words::tr("First part of the time the stimulus is on that rate and variation leave out (0.5)."), "PART"},
               {"staggered", Words::tr("Preview smooth models under constant current with a faster method of lower order.")},
               {"rate-error", Words::tr("Solve them by Runge-Kutta 4 in steps as long as rates stay this near (1e-4)."), "PART"},
               {"threads", Words::tr("Threads to use (all)."), "N"},
           }
           + tableOptions(Words::tr("Where the table goes; - is standard output (-)."))
           + QList<QCommandLineOption>{
               {"json", Words::tr("Print the table as JSON, a list for each column.")},
               {{"h", "help"}, Words::tr("Print this help.")},
           };
}

void sweepCommand(const QStringList& arguments, Ranks& ranks, Interruption& interruption)
{
    std::optional<SweepOrder> order;
    std::optional<TableFiles> table;
    const auto input = [&ranks] { return ranks.ofFirst(ranks.isFirst() ? standardInput() : QByteArray()); };
    ranks.together([&] {
        QCommandLineParser parser;
        parse(parser, sweepOptions(), arguments);
        if (!parser.isSet("help")) order = orderFrom(parser, input);
        else if (ranks.isFirst()) printHelp();
        if (order && ranks.isFirst()) table.emplace(order->table, order->json);
    });
    if (!order) return;
    const std::vector<std::size_t> indices = ranks.share(sizeOf(order->sweep));
    std::vector<SweepPoint> points;
    ranks.together([&](const std::stop_token& failed) { points = answerShare(*order, indices, ranks, interruption, failed); });
    points = ranks.gather(std::move(points), sizeOf(order->sweep));
    ranks.together([&] {
        if (table) write(*table, *order, points, interruption);
    });
}

}
