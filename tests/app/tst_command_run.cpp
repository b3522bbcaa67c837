// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "csv.h"
#include "experiment_file.h"
#include "presets.h"
#include "program.h"
#include "trace.h"

#include <QJsonArray>

using namespace rheobase;

class TestCommandRun : public QObject {
    Q_OBJECT
private slots:
    void printsVersionAndHelp();
    void listsModels();
    void listsModelsAsJson();
    void startsWithoutTheWindow();
    void summarises_data();
    void summarises();
    void summarisesAsJson();
    void takesEveryOption();
    void takesUnits_data();
    void takesUnits();
    void takesComposedUnits();
    void sumsStimuli();
    void repeatsTheStimulus();
    void takesPresets();
    void writesTables_data();
    void writesTables();
    void tellsTheExperimentInATable();
    void writesExactSpikeTimes();
    void recordsJumpsAsTwoRows();
    void repeatsItself_data();
    void repeatsItself();
    void endsAtTheDuration();
};

void TestCommandRun::printsVersionAndHelp()
{
    QCOMPARE(run({"--version"}).out, QByteArray("rheobase " RHEOBASE_VERSION "\n"));
    const Outcome help = run({"--help"});
    SUCCEEDED(help);
    for (const char* word : {"rheobase run MODEL", "rheobase models", "--version"}) QVERIFY2(help.out.contains(word), word);
    const Outcome runHelp = run({"run", "--help"});
    SUCCEEDED(runHelp);
    for (const char* option : {"--set", "--initial", "--stimulus", "--noise", "--duration", "--dt", "--solver", "--seed", "--every",
                               "--csv", "--spikes", "--plot", "--size", "--dpi", "--json", "--preset", "--spike-level", "--repeat"})
        QVERIFY2(runHelp.out.contains(option), option);
    SUCCEEDED(run({"models", "--help"}));
    SUCCEEDED(run({"run", hh, "-h"}));
}

void TestCommandRun::listsModels()
{
    const Outcome models = run({"models"});
    SUCCEEDED(models);
    for (const Model& model : catalogue()) {
        for (const std::string_view text : {model.id, model.name, model.source}) QVERIFY2(models.out.contains(text.data()), text.data());
        for (const Quantity& q : model.parameters)
            QVERIFY2(models.out.contains((" " + identifier(q.symbol) + " ").c_str()), q.symbol.data());
    }
    for (const StimulusShape& shape : stimulusShapes()) QVERIFY2(models.out.contains(shape.id.data()), shape.id.data());
}

void TestCommandRun::listsModelsAsJson()
{
    const Outcome outcome = run({"models", "--json"});
    SUCCEEDED(outcome);
    const QJsonArray models = jsonOf(outcome)["models"].toArray();
    QCOMPARE(static_cast<std::size_t>(models.size()), catalogue().size());
    for (std::size_t i = 0; i < catalogue().size(); ++i) {
        const Model& model = catalogue()[i];
        const QJsonObject listed = models[static_cast<qsizetype>(i)].toObject();
        QCOMPARE(listed["id"].toString(), QString::fromUtf8(model.id.data()));
        QCOMPARE(static_cast<std::size_t>(listed["terms"].toArray().size()), model.terms.size());
        QCOMPARE(static_cast<std::size_t>(listed["stimuli"].toArray().size()), stimulusShapes().size());
        QCOMPARE(static_cast<std::size_t>(listed["presets"].toArray().size()), presetsFor(model).size());
        for (std::size_t p = 0; p < model.parameters.size(); ++p) {
            const QJsonObject parameter = listed["parameters"][static_cast<qsizetype>(p)].toObject();
            QCOMPARE(parameter["id"].toString().toStdString(), identifier(model.parameters[p].symbol));
            QCOMPARE(parameter["unit"].toString(), QString::fromStdString(std::string(model.parameters[p].unit)));
            QCOMPARE(parameter["default"].toDouble(), model.parameters[p].value);
            QCOMPARE(parameter["max"].toDouble(), model.parameters[p].max);
        }
        const QJsonArray shapes = listed["stimuli"].toArray();
        for (const auto& shape : shapes) {
            const QJsonArray values = shape.toObject()["values"].toArray();
            for (const auto& value : values) QCOMPARE(value.toObject()["whole"].toBool(), value.toObject()["id"] == "count");
        }
    }
}

void TestCommandRun::startsWithoutTheWindow()
{
    SUCCEEDED(shell("QT_QPA_PLATFORM=none-such $R models >models.txt", QTemporaryDir().path()));
}

void TestCommandRun::summarises_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("passive") << QStringList{"passive"}
                             << QStringList{"Passive membrane, 1000 ms", "spikes ", " 0", "-70 mV", "none", "Exact"};
    QTest::newRow("leaky") << QStringList{leaky} << QStringList{"41", "24.3562 ms", "991.585 ms", "-70 mV", "2 nA", "Exact", "seed 1"};
    QTest::newRow("perfect") << QStringList{"perfect-integrate-and-fire"} << QStringList{"38", "0 nA"};
    QTest::newRow("Hodgkin-Huxley") << QStringList{hh, "--duration", "100"}
                                    << QStringList{"rest ", "-64.99", "2.24", "6.2", "µA/cm²", "Runge–Kutta 4, Δt 0.01 ms"};
}

void TestCommandRun::summarises()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    const QTemporaryDir folder;
    const Outcome outcome = run(QStringList{"run"} + arguments, folder.path());
    SUCCEEDED(outcome);
    for (const QString& word : said) QVERIFY2(outcome.out.contains(word.toUtf8()), outcome.out.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

void TestCommandRun::summarisesAsJson()
{
    const Outcome outcome = run({"run", leaky, "--json", "--duration", "500"});
    SUCCEEDED(outcome);
    const QJsonValue summary = jsonOf(outcome);
    QCOMPARE(summary["spikes"]["count"].toInt(), 20);
    QCOMPARE(summary["spikes"]["meanRate_Hz"].toDouble(), 40);
    QVERIFY(std::abs(summary["spikes"]["rate_Hz"].toDouble() - 1000 / (2 + 8 * std::log(16.))) < 1e-8);
    QCOMPARE(summary["steps"].toInt(), 10000);
    QCOMPARE(summary["rheobase"]["sustained"].toDouble(), 2);
    QCOMPARE(summary["finalState"]["time_ms"].toDouble(), 500);
    const double interval = 2 + 8 * std::log(16. / 1), spread = summary["intervals"]["standardDeviation_ms"].toDouble();
    QVERIFY(std::abs(summary["intervals"]["mean_ms"].toDouble() - interval) < 1e-9);
    QVERIFY(spread >= 0 && spread < 1e-9);
    QVERIFY(summary["divergence"].isNull());
    Experiment e = defaultExperiment(*findModel(leaky.toStdString()));
    e.duration = 500;
    QVERIFY(fromJson(summary["experiment"].toObject(), nullptr) == e);
    QVERIFY(jsonOf(run({"run", "passive", "--json"}))["spikes"]["first_ms"].isNull());
}

void TestCommandRun::takesEveryOption()
{
    const Outcome outcome = run({"run",
                                 hh,
                                 "--set",
                                 "g_Na=100",
                                 "--set=T=10",
                                 "--initial",
                                 "V=-60",
                                 "--initial",
                                 "m=0.1",
                                 "--stimulus",
                                 "step:start=5,end=45,amplitude=12",
                                 "--noise",
                                 "ou:sigma=0.5,tau=2",
                                 "--duration",
                                 "50",
                                 "--dt",
                                 "0.02",
                                 "--solver",
                                 "heun",
                                 "--seed",
                                 "18446744073709551615",
                                 "--spike-level",
                                 "-10",
                                 "--every",
                                 "5",
                                 "--json"});
    SUCCEEDED(outcome);
    Experiment e = defaultExperiment(*findModel(hh.toStdString()));
    e.parameters[*indexOf(e.model->parameters, "g_Na")] = 100;
    e.parameters[*indexOf(e.model->parameters, "T")] = 10;
    e.initial[0] = -60;
    e.initial[1] = 0.1;
    e.stimulus = {{stimulusShape("step"), {5, 45, 12}}};
    e.noise = {Noise::Kind::ornsteinUhlenbeck, 0.5, 2};
    e.dt = 0.02;
    e.solver = SolverKind::heun;
    e.seed = ~std::uint64_t{0};
    e.spikeLevel = -10;
    e.duration = 50;
    QString error;
    const auto read = fromJson(jsonOf(outcome)["experiment"].toObject(), &error);
    QVERIFY2(read, qPrintable(error));
    QVERIFY(*read == e);
}

void TestCommandRun::takesUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<double>("value");
    QTest::newRow("none") << "R=20"
                          << "R" << 20.0;
    QTest::newRow("typeset") << "R=20MΩ"
                             << "R" << 20.0;
    QTest::newRow("ohm sign") << "R=20 M\u2126"
                              << "R" << 20.0;
    QTest::newRow("spelled") << "R=20 MOhm"
                             << "R" << 20.0;
    QTest::newRow("lower case") << "R=20Mohm"
                                << "R" << 20.0;
    QTest::newRow("exponent") << "C=5e-1nF"
                              << "C" << 0.5;
    QTest::newRow("plus") << "C=+1"
                          << "C" << 1.0;
    QTest::newRow("negative") << "V_th=-55 mV"
                              << "V_th" << -55.0;
    QTest::newRow("beyond the slider") << "R=1000"
                                       << "R" << 1000.0;
}

void TestCommandRun::takesUnits()
{
    QFETCH(QString, text);
    QFETCH(QString, parameter);
    QFETCH(double, value);
    const Outcome outcome = run({"run", leaky, "--json", "--duration", "1ms", "--dt", "0.1 ms", "--set", text});
    SUCCEEDED(outcome);
    QCOMPARE(jsonOf(outcome)["experiment"]["parameters"][parameter]["value"].toDouble(), value);
}

void TestCommandRun::takesComposedUnits()
{
    const Outcome composed = run(
        {"run", hh, "--json", "--duration", "1", "--set", "C=1.5 uF/cm^2", "--set", "T=20°C", "--stimulus", "constant:amplitude=3uA/cm2"});
    SUCCEEDED(composed);
    QCOMPARE(jsonOf(composed)["experiment"]["stimulus"][0]["amplitude"]["value"].toDouble(), 3.0);
}

void TestCommandRun::sumsStimuli()
{
    const QStringList common{"run", leaky, "--duration", "200", "--spikes", "-"};
    const Outcome whole = run(common + QStringList{"--stimulus", "constant:amplitude=3"});
    const Outcome sum = run(common + QStringList{"--stimulus", "constant:amplitude=2", "--stimulus", "step:start=0,end=1000,amplitude=1"});
    QVERIFY(spikesOf(whole).size() > 5);
    QCOMPARE(sum.out, whole.out);
}

/// As if every episode were written out; a document keeps it, --repeat 0 and another stimulus end it.
void TestCommandRun::repeatsTheStimulus()
{
    const QStringList common{"run", leaky, "--duration", "100", "--spikes", "-"};
    const Outcome whole = run(common
                              + QStringList{"--stimulus", "step:start=5,end=12,amplitude=9", "--stimulus",
                                            "step:start=45,end=52,amplitude=9", "--stimulus", "step:start=85,end=92,amplitude=9"});
    const QStringList once{"--stimulus", "step:start=5,end=12,amplitude=9"};
    const Outcome repeated = run(common + once + QStringList{"--repeat", "0.04s"});
    QVERIFY(spikesOf(whole).size() >= 3);
    QCOMPARE(repeated.out, whole.out);
    const Outcome told = run(QStringList{"run", leaky, "--duration", "100", "--repeat", "40"} + once);
    QVERIFY2(told.out.contains("amplitude=9, repeated every 40 ms"), told.out.constData());
    const QByteArray table = run(QStringList{"run", leaky, "--duration", "100", "--repeat", "40", "--csv", "-"} + once).out;
    QVERIFY(table.contains("# repeat: 40 ms\n"));
    const QTemporaryDir folder;
    const QString path = folder.filePath("episodes.csv");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(table) > 0 && file.flush());
    QCOMPARE(run({"run", path, "--spikes", "-"}).out, whole.out);
    QCOMPARE(run({"run", path, "--spikes", "-", "--repeat", "0"}).out, run(common + once).out);
    QCOMPARE(run(QStringList{"run", path, "--spikes", "-"} + once).out, run(common + once).out);
    QCOMPARE(run({"rheobase", path}).out, run({"rheobase", leaky}).out);
}

void TestCommandRun::takesPresets()
{
    const Outcome outcome = run({"run", leaky, "--preset", "rest-at-0", "--set", "C=2", "--json"});
    SUCCEEDED(outcome);
    const QJsonValue parameters = jsonOf(outcome)["experiment"]["parameters"];
    QCOMPARE(parameters["V_th"]["value"].toDouble(), 15);
    QCOMPARE(parameters["C"]["value"].toDouble(), 2);
    SUCCEEDED(run({"run", hh, "--preset", "Anode break", "--duration", "1"}));
}

void TestCommandRun::writesTables_data()
{
    QTest::addColumn<int>("model");
    for (std::size_t i = 0; i < catalogue().size(); ++i) QTest::newRow(catalogue()[i].id.data()) << static_cast<int>(i);
}

void TestCommandRun::writesTables()
{
    QFETCH(int, model);
    const Model& m = catalogue()[static_cast<std::size_t>(model)];
    const QTemporaryDir folder;
    const QString id = QString::fromUtf8(m.id.data());
    const Outcome outcome = run({"run", id, "--duration", "30", "--csv", "a.csv", "--spikes", "a.txt"}, folder.path());
    SUCCEEDED(outcome);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(filesIn(folder), (QStringList{"a.csv", "a.txt"}));
    const QByteArray csv = contentOf(folder.filePath("a.csv"));
    QVERIFY(!csv.contains('\r') && csv.endsWith('\n'));
    const auto rows = rowsOf(csv);
    const auto named = [](const Quantity& q) { return QByteArray::fromStdString(columnName(q)); };
    QVERIFY2(rows[0].startsWith("time_ms," + named(m.state[0]) + ',' + named(m.input)), rows[0].constData());
    Trace trace(m);
    const auto solver = makeSolver(defaultExperiment(m));
    solver->recordNow(Mark::start, trace);
    solver->advance(static_cast<std::uint64_t>(std::round(30 / m.step)), 1, trace);
    QCOMPARE(static_cast<std::size_t>(rows.size() - 1), trace.rows());
    const auto names = rows[0].split(','), last = rows.constLast().split(',');
    QCOMPARE(static_cast<std::size_t>(names.size()), trace.columns().size());
    for (std::size_t column = 0; column < trace.columns().size(); ++column) {
        const auto place = names.indexOf(QByteArray::fromStdString(columnName(trace.quantity(column))));
        QVERIFY(place >= 0);
        QCOMPARE(last[place].toDouble(), trace.latest(column));
    }
    QCOMPARE(static_cast<std::size_t>(contentOf(folder.filePath("a.txt")).count('\n')), trace.spikes().size());
}

void TestCommandRun::tellsTheExperimentInATable()
{
    const QTemporaryDir folder;
    SUCCEEDED(run({"run", leaky, "--set", "R=12.5", "--noise", "white:sigma=0.25", "--seed", "9", "--duration", "1", "--csv", "a.csv"},
                  folder.path()));
    const QByteArray csv = contentOf(folder.filePath("a.csv"));
    constexpr char version[] = "# version: " RHEOBASE_VERSION "\n";
    for (const char* line : {"# model: leaky-integrate-and-fire\n", "# R: 12.5 MΩ\n", "# t_ref: 2 ms\n",
                             "# stimulus: constant:amplitude=2.1\n", "# noise: white:sigma=0.25\n", "# solver: exact\n", "# dt: 0.05 ms\n",
                             "# duration: 1 ms\n", "# seed: 9\n", version, "# experiment: {"})
        QVERIFY2(csv.contains(line), line);
    QString error;
    const auto read = loadExperiment(folder.filePath("a.csv"), &error);
    QVERIFY2(read, qPrintable(error));
    QCOMPARE(read->parameters[1], 12.5);
    QCOMPARE(read->noise.sigma, 0.25);
    QVERIFY(read->seed == 9);
}

void TestCommandRun::writesExactSpikeTimes()
{
    const QList<double> times = spikesOf(run({"run", leaky, "--stimulus", "constant:amplitude=3", "--spikes", "-"}));
    const double first = 8 * std::log(30. / 10), interval = 2 + 8 * std::log(25. / 10);
    QCOMPARE(times.size(), 1 + static_cast<qsizetype>((1000 - first) / interval));
    for (qsizetype i = 0; i < times.size(); ++i) QVERIFY(std::abs(times[i] - first - static_cast<double>(i) * interval) < 1e-9);
}

void TestCommandRun::recordsJumpsAsTwoRows()
{
    const Outcome outcome = run({"run", leaky, "--duration", "50", "--csv", "-"});
    SUCCEEDED(outcome);
    const auto rows = rowsOf(outcome.out);
    int jumps = 0;
    for (qsizetype i = 2; i < rows.size(); ++i) {
        const auto before = rows[i - 1].split(','), after = rows[i].split(',');
        if (before[0] != after[0]) continue;
        ++jumps;
        QVERIFY(std::abs(before[1].toDouble() + 50) < 1e-9);
        QCOMPARE(after[1].toDouble(), -65.0);
    }
    QCOMPARE(jumps, 2);
}

void TestCommandRun::repeatsItself_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("leaky, white") << QStringList{leaky, "--noise", "white:sigma=2"};
    QTest::newRow("leaky, coloured") << QStringList{leaky, "--noise", "ou:sigma=0.5,tau=3"};
    QTest::newRow("Hodgkin-Huxley, white") << QStringList{hh, "--noise", "white:sigma=1", "--dt", "0.02"};
    QTest::newRow("Hodgkin-Huxley, adaptive") << QStringList{hh, "--solver", "dormand-prince", "--dt", "0.05"};
}

void TestCommandRun::repeatsItself()
{
    QFETCH(QStringList, arguments);
    const QTemporaryDir folder;
    const auto files = [&](const QString& name, const QStringList& more) {
        return run(QStringList{"run"} + arguments + QStringList{"--duration", "200", "--csv", name + ".csv", "--spikes", name + ".txt"}
                       + more,
                   folder.path());
    };
    SUCCEEDED(files("a", {"--seed", "5"}));
    SUCCEEDED(files("b", {"--seed", "5"}));
    SUCCEEDED(files("c", {"--seed", "5", "--every", "7"}));
    const QByteArray spikes = contentOf(folder.filePath("a.txt")), table = contentOf(folder.filePath("a.csv"));
    QVERIFY(spikes.count('\n') > 3);
    QCOMPARE(contentOf(folder.filePath("b.csv")), table);
    QCOMPARE(contentOf(folder.filePath("b.txt")), spikes);
    QCOMPARE(contentOf(folder.filePath("c.txt")), spikes);
    const auto all = rowsOf(table), some = rowsOf(contentOf(folder.filePath("c.csv")));
    QVERIFY(some.size() > all.size() / 8 && some.size() < all.size() / 5);
    qsizetype at = 0;
    for (const QByteArray& row : some) {
        at = all.indexOf(row, at);
        QVERIFY2(at >= 0, row.constData());
    }
    if (!arguments.contains("--noise")) return;
    SUCCEEDED(files("d", {"--seed", "6"}));
    QVERIFY(contentOf(folder.filePath("d.txt")) != spikes);
}

void TestCommandRun::endsAtTheDuration()
{
    const auto times = [](const QStringList& more) {
        QList<double> column;
        for (const QByteArray& row : rowsOf(run(QStringList{"run", leaky, "--csv", "-"} + more).out).mid(1))
            column.append(row.split(',')[0].toDouble());
        return column;
    };
    QCOMPARE(times({"--duration", "10"}).constLast(), 10.0);
    QCOMPARE(times({"--duration", "10"}).size(), 201);
    QCOMPARE(times({"--duration", "10", "--dt", "0.3"}).constLast(), 10.0); // the last step is cut
    QCOMPARE(times({"--duration", "10.03", "--dt", "0.05"}).constLast(), 10.03);
    QCOMPARE(times({"--duration", "0"}).size(), 1);
    // A spike between the last row and the end belongs to the run: it comes at 24.3562 ms.
    QCOMPARE(spikesOf(run({"run", leaky, "--duration", "24.36", "--dt", "1", "--spikes", "-"})).size(), 1);
    QCOMPARE(spikesOf(run({"run", leaky, "--duration", "24.35", "--dt", "1", "--spikes", "-"})).size(), 0);
}

QTEST_GUILESS_MAIN(TestCommandRun)
#include "tst_command_run.moc"
