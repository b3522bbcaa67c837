// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "csv.h"
#include "experiment_file.h"
#include "presets.h"
#include "trace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

/// What a run of the program came to.
struct Outcome {
    int status = -1;
    QByteArray out, error;
};

const QString leaky = "leaky-integrate-and-fire", hh = "hodgkin-huxley";

QProcessEnvironment withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(name);
    return environment;
}

Outcome finished(QProcess& process)
{
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Runs the program in a folder, with no display.
Outcome run(const QStringList& arguments, const QString& folder = QDir::tempPath())
{
    QProcess process;
    process.setProcessEnvironment(withoutDisplay());
    process.setWorkingDirectory(folder);
    process.start(RHEOBASE_PROGRAM, arguments);
    return finished(process);
}

/// The same with a line for the shell, where $R is the program.
Outcome shell(const QString& line, const QString& folder = QDir::tempPath())
{
    QProcess process;
    QProcessEnvironment environment = withoutDisplay();
    environment.insert("R", RHEOBASE_PROGRAM);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start("bash", {"-c", line});
    return finished(process);
}

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QTemporaryDir& folder) { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

QList<double> spikesOf(const Outcome& outcome)
{
    QList<double> times;
    for (const QByteArray& line : outcome.out.trimmed().split('\n'))
        if (!line.isEmpty()) times.append(line.toDouble());
    return times;
}

/// The table without the lines that tell the experiment: the header first.
QList<QByteArray> rowsOf(const QByteArray& csv)
{
    QList<QByteArray> rows;
    for (const QByteArray& line : csv.split('\n'))
        if (!line.isEmpty() && !line.startsWith('#')) rows.append(line);
    return rows;
}

QJsonObject jsonOf(const Outcome& outcome) { return QJsonDocument::fromJson(outcome.out).object(); }

}

#define SUCCEEDED(outcome) QVERIFY2((outcome).status == 0 && (outcome).error.isEmpty(), (outcome).error.constData())

class TestCommands : public QObject {
    Q_OBJECT
private slots:
    void printsVersionAndHelp();
    void listsModels();
    void listsModelsAsJson();
    void startsFast();
    void summarises_data();
    void summarises();
    void summarisesAsJson();
    void takesEveryOption();
    void takesUnits_data();
    void takesUnits();
    void sumsStimuli();
    void takesPresets();
    void writesTables_data();
    void writesTables();
    void tellsTheExperimentInATable();
    void writesExactSpikeTimes();
    void recordsJumpsAsTwoRows();
    void repeatsItself_data();
    void repeatsItself();
    void endsAtTheDuration();
    void refuses_data();
    void refuses();
    void cannotWrite_data();
    void cannotWrite();
    void reportsDivergence();
    void endsQuietlyWithItsReader();
    void leavesNothingWhenInterrupted();
    void needsADisplayForTheWindow();
    void writesDevicesInPlace();
    void usesLittleMemory();
};

void TestCommands::printsVersionAndHelp()
{
    QCOMPARE(run({"--version"}).out, QByteArray("rheobase " RHEOBASE_VERSION "\n"));
    const Outcome help = run({"--help"});
    SUCCEEDED(help);
    for (const char* word : {"rheobase run MODEL", "rheobase models", "--version"}) QVERIFY2(help.out.contains(word), word);
    const Outcome runHelp = run({"run", "--help"});
    SUCCEEDED(runHelp);
    for (const char* option : {"--set", "--initial", "--stimulus", "--noise", "--duration", "--dt", "--solver", "--seed", "--every", "--csv", "--spikes",
                               "--plot", "--size", "--dpi", "--json", "--preset", "--spike-level"})
        QVERIFY2(runHelp.out.contains(option), option);
    SUCCEEDED(run({"models", "--help"}));
    SUCCEEDED(run({"run", hh, "-h"}));
}

void TestCommands::listsModels()
{
    const Outcome models = run({"models"});
    SUCCEEDED(models);
    for (const Model& model : catalogue()) {
        for (const std::string_view text : {model.id, model.name, model.source}) QVERIFY2(models.out.contains(text.data()), text.data());
        for (const Quantity& q : model.parameters) QVERIFY2(models.out.contains((" " + identifier(q.symbol) + " ").c_str()), q.symbol.data());
    }
    for (const StimulusShape& shape : stimulusShapes()) QVERIFY2(models.out.contains(shape.id.data()), shape.id.data());
}

void TestCommands::listsModelsAsJson()
{
    const Outcome outcome = run({"models", "--json"});
    SUCCEEDED(outcome);
    const QJsonArray models = QJsonDocument::fromJson(outcome.out).array();
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
            QCOMPARE(parameter["unit"].toString(), QString::fromUtf8(model.parameters[p].unit.data()));
            QCOMPARE(parameter["default"].toDouble(), model.parameters[p].value);
            QCOMPARE(parameter["max"].toDouble(), model.parameters[p].max);
        }
    }
}

void TestCommands::startsFast()
{
    qint64 fastest = 1000;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        SUCCEEDED(run({"models"}));
        fastest = std::min(fastest, timer.elapsed());
    }
    qInfo("rheobase models: %lld ms", static_cast<long long>(fastest));
    QVERIFY2(fastest < 250, "a command must not start the window's machinery"); // 25 ms on an idle machine; sanitizers are slower
}

void TestCommands::summarises_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("passive") << QStringList{"passive"} << QStringList{"Passive membrane, 1000 ms", "spikes ", " 0", "-70 mV", "none", "Exact"};
    QTest::newRow("leaky") << QStringList{leaky} << QStringList{"41", "24.3562 ms", "991.585 ms", "-70 mV", "2 nA", "Exact", "seed 1"};
    QTest::newRow("perfect") << QStringList{"perfect-integrate-and-fire"} << QStringList{"38", "0 nA"};
    QTest::newRow("Hodgkin-Huxley") << QStringList{hh, "--duration", "100"} << QStringList{"rest ", "-64.99", "2.24", "6.2", "µA/cm²", "Runge–Kutta 4, Δt 0.01 ms"};
}

void TestCommands::summarises()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    const QTemporaryDir folder;
    const Outcome outcome = run(QStringList{"run"} + arguments, folder.path());
    SUCCEEDED(outcome);
    for (const QString& word : said) QVERIFY2(outcome.out.contains(word.toUtf8()), outcome.out.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

void TestCommands::summarisesAsJson()
{
    const Outcome outcome = run({"run", leaky, "--json", "--duration", "500"});
    SUCCEEDED(outcome);
    const QJsonObject summary = jsonOf(outcome);
    QCOMPARE(summary["spikes"]["count"].toInt(), 20);
    QCOMPARE(summary["spikes"]["rate_Hz"].toDouble(), 40);
    QCOMPARE(summary["steps"].toInt(), 10000);
    QCOMPARE(summary["rheobase"]["sustained"].toDouble(), 2);
    QCOMPARE(summary["finalState"]["time_ms"].toDouble(), 500);
    const double interval = 2 + 8 * std::log(16. / 1), spread = summary["intervals"]["standardDeviation_ms"].toDouble();
    QVERIFY(std::abs(summary["intervals"]["mean_ms"].toDouble() - interval) < 1e-9);
    QVERIFY(spread >= 0 && spread < 1e-9);
    QVERIFY(summary["divergence"].isNull());
    QVERIFY(fromJson(summary["experiment"].toObject(), nullptr) == defaultExperiment(*findModel(leaky.toStdString())));
    QVERIFY(jsonOf(run({"run", "passive", "--json"}))["spikes"]["first_ms"].isNull());
}

void TestCommands::takesEveryOption()
{
    const Outcome outcome = run({"run", hh, "--set", "g_Na=100", "--set=T=10", "--initial", "V=-60", "--initial", "m=0.1", "--stimulus", "step:start=5,end=45,amplitude=12",
                                 "--noise", "ou:sigma=0.5,tau=2", "--duration", "50", "--dt", "0.02", "--solver", "heun", "--seed", "18446744073709551615", "--spike-level", "-10",
                                 "--every", "5", "--json"});
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
    QString error;
    const auto read = fromJson(jsonOf(outcome)["experiment"].toObject(), &error);
    QVERIFY2(read, qPrintable(error));
    QVERIFY(*read == e);
}

void TestCommands::takesUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<double>("value");
    QTest::newRow("none") << "R=20" << "R" << 20.0;
    QTest::newRow("typeset") << "R=20MΩ" << "R" << 20.0;
    QTest::newRow("ohm sign") << "R=20 M\u2126" << "R" << 20.0;
    QTest::newRow("spelled") << "R=20 MOhm" << "R" << 20.0;
    QTest::newRow("lower case") << "R=20Mohm" << "R" << 20.0;
    QTest::newRow("exponent") << "C=5e-1nF" << "C" << 0.5;
    QTest::newRow("plus") << "C=+1" << "C" << 1.0;
    QTest::newRow("negative") << "V_th=-55 mV" << "V_th" << -55.0;
    QTest::newRow("beyond the slider") << "R=1000" << "R" << 1000.0;
}

void TestCommands::takesUnits()
{
    QFETCH(QString, text);
    QFETCH(QString, parameter);
    QFETCH(double, value);
    const Outcome outcome = run({"run", leaky, "--json", "--duration", "1ms", "--dt", "0.1 ms", "--set", text});
    SUCCEEDED(outcome);
    QCOMPARE(jsonOf(outcome)["experiment"]["parameters"][parameter]["value"].toDouble(), value);
    const Outcome composed = run({"run", hh, "--json", "--duration", "1", "--set", "C=1.5 uF/cm^2", "--set", "T=20°C", "--stimulus", "constant:amplitude=3uA/cm2"});
    SUCCEEDED(composed);
    QCOMPARE(jsonOf(composed)["experiment"]["stimulus"][0]["amplitude"]["value"].toDouble(), 3.0);
}

void TestCommands::sumsStimuli()
{
    const QStringList common{"run", leaky, "--duration", "200", "--spikes", "-"};
    const Outcome whole = run(common + QStringList{"--stimulus", "constant:amplitude=3"});
    const Outcome sum = run(common + QStringList{"--stimulus", "constant:amplitude=2", "--stimulus", "step:start=0,end=1000,amplitude=1"});
    QVERIFY(spikesOf(whole).size() > 5);
    QCOMPARE(sum.out, whole.out);
}

void TestCommands::takesPresets()
{
    const Outcome outcome = run({"run", leaky, "--preset", "rest-at-0", "--set", "C=2", "--json"});
    SUCCEEDED(outcome);
    const QJsonObject parameters = jsonOf(outcome)["experiment"]["parameters"].toObject();
    QCOMPARE(parameters["V_th"]["value"].toDouble(), 15);
    QCOMPARE(parameters["C"]["value"].toDouble(), 2);
    SUCCEEDED(run({"run", hh, "--preset", "Anode break", "--duration", "1"}));
}

void TestCommands::writesTables_data()
{
    QTest::addColumn<int>("model");
    for (std::size_t i = 0; i < catalogue().size(); ++i) QTest::newRow(catalogue()[i].id.data()) << static_cast<int>(i);
}

void TestCommands::writesTables()
{
    QFETCH(int, model);
    const Model& m = catalogue()[static_cast<std::size_t>(model)];
    const QTemporaryDir folder;
    const QString id = QString::fromUtf8(m.id.data());
    const Outcome outcome = run({"run", id, "--duration", "30", "--csv", "a.csv", "--spikes", "a.txt"}, folder.path());
    SUCCEEDED(outcome);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(filesIn(folder), (QStringList{"a.csv", "a.txt"}));
    const QByteArray csv = content(folder.filePath("a.csv"));
    QVERIFY(!csv.contains('\r') && csv.endsWith('\n'));
    const auto rows = rowsOf(csv);
    QVERIFY2(rows[0].startsWith("time_ms,V_mV,I_" + QByteArray(m.jumps || m.linear ? "nA" : "uA_per_cm2")), rows[0].constData());
    Trace trace(m);
    const auto solver = makeSolver(defaultExperiment(m));
    solver->recordNow(Mark::start, trace);
    solver->advance(static_cast<std::uint64_t>(std::round(30 / m.step)), 1, trace);
    QCOMPARE(static_cast<std::size_t>(rows.size() - 1), trace.rows());
    const auto names = rows[0].split(','), last = rows.constLast().split(',');
    QCOMPARE(static_cast<std::size_t>(names.size()), trace.columns());
    for (std::size_t column = 0; column < trace.columns(); ++column) {
        const auto place = names.indexOf(QByteArray::fromStdString(columnName(trace.quantity(column))));
        QVERIFY(place >= 0);
        QCOMPARE(last[place].toDouble(), trace.column(column).back());
    }
    QCOMPARE(static_cast<std::size_t>(content(folder.filePath("a.txt")).count('\n')), trace.spikes().size());
}

void TestCommands::tellsTheExperimentInATable()
{
    const QTemporaryDir folder;
    SUCCEEDED(run({"run", leaky, "--set", "R=12.5", "--noise", "white:sigma=0.25", "--seed", "9", "--duration", "1", "--csv", "a.csv"}, folder.path()));
    const QByteArray csv = content(folder.filePath("a.csv"));
    for (const char* line : {"# model: leaky-integrate-and-fire\n", "# R: 12.5 MΩ\n", "# t_ref: 2 ms\n", "# stimulus: constant:amplitude=2.1\n", "# noise: white:sigma=0.25\n",
                             "# solver: exact\n", "# dt: 0.05 ms\n", "# seed: 9\n", "# version: " RHEOBASE_VERSION "\n", "# experiment: {"})
        QVERIFY2(csv.contains(line), line);
    QString error;
    const auto read = loadExperiment(folder.filePath("a.csv"), &error);
    QVERIFY2(read, qPrintable(error));
    QCOMPARE(read->parameters[1], 12.5);
    QCOMPARE(read->noise.sigma, 0.25);
    QVERIFY(read->seed == 9);
}

void TestCommands::writesExactSpikeTimes()
{
    const QList<double> times = spikesOf(run({"run", leaky, "--stimulus", "constant:amplitude=3", "--spikes", "-"}));
    const double first = 8 * std::log(30. / 10), interval = 2 + 8 * std::log(25. / 10);
    QCOMPARE(times.size(), 1 + static_cast<qsizetype>((1000 - first) / interval));
    for (qsizetype i = 0; i < times.size(); ++i) QVERIFY(std::abs(times[i] - first - static_cast<double>(i) * interval) < 1e-9);
}

void TestCommands::recordsJumpsAsTwoRows()
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

void TestCommands::repeatsItself_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("leaky, white") << QStringList{leaky, "--noise", "white:sigma=2"};
    QTest::newRow("leaky, coloured") << QStringList{leaky, "--noise", "ou:sigma=0.5,tau=3"};
    QTest::newRow("Hodgkin-Huxley, white") << QStringList{hh, "--noise", "white:sigma=1", "--dt", "0.02"};
    QTest::newRow("Hodgkin-Huxley, adaptive") << QStringList{hh, "--solver", "dormand-prince", "--dt", "0.05"};
}

void TestCommands::repeatsItself()
{
    QFETCH(QStringList, arguments);
    const QTemporaryDir folder;
    const auto files = [&](const QString& name, const QStringList& more) {
        return run(QStringList{"run"} + arguments + QStringList{"--duration", "200", "--csv", name + ".csv", "--spikes", name + ".txt"} + more, folder.path());
    };
    SUCCEEDED(files("a", {"--seed", "5"}));
    SUCCEEDED(files("b", {"--seed", "5"}));
    SUCCEEDED(files("c", {"--seed", "5", "--every", "7"}));
    const QByteArray spikes = content(folder.filePath("a.txt")), table = content(folder.filePath("a.csv"));
    QVERIFY(spikes.count('\n') > 3);
    QCOMPARE(content(folder.filePath("b.csv")), table);
    QCOMPARE(content(folder.filePath("b.txt")), spikes);
    QCOMPARE(content(folder.filePath("c.txt")), spikes);
    const auto all = rowsOf(table), some = rowsOf(content(folder.filePath("c.csv")));
    QVERIFY(some.size() > all.size() / 8 && some.size() < all.size() / 5);
    qsizetype at = 0;
    for (const QByteArray& row : some) {
        at = all.indexOf(row, at);
        QVERIFY2(at >= 0, row.constData());
    }
    if (!arguments.contains("--noise")) return;
    SUCCEEDED(files("d", {"--seed", "6"}));
    QVERIFY(content(folder.filePath("d.txt")) != spikes);
}

void TestCommands::endsAtTheDuration()
{
    const auto times = [](const QStringList& more) {
        QList<double> column;
        for (const QByteArray& row : rowsOf(run(QStringList{"run", leaky, "--csv", "-"} + more).out).mid(1)) column.append(row.split(',')[0].toDouble());
        return column;
    };
    QCOMPARE(times({"--duration", "10"}).constLast(), 10.0);
    QCOMPARE(times({"--duration", "10"}).size(), 201);
    QCOMPARE(times({"--duration", "10", "--dt", "0.3"}).constLast(), 9.9);
    QCOMPARE(times({"--duration", "0"}).size(), 1);
    // A spike between the last row and the end belongs to the run: it comes at 24.3562 ms.
    QCOMPARE(spikesOf(run({"run", leaky, "--duration", "24.36", "--dt", "1", "--spikes", "-"})).size(), 1);
    QCOMPARE(spikesOf(run({"run", leaky, "--duration", "24.35", "--dt", "1", "--spikes", "-"})).size(), 0);
}

void TestCommands::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char* name, const QStringList& arguments, const QStringList& said) { QTest::newRow(name) << arguments << said; };
    const auto leakyRow = [&](const char* name, const QStringList& arguments, const QStringList& said) {
        row(name, QStringList{"run", leaky, "--csv", "a.csv", "--spikes", "a.txt"} + arguments, said);
    };
    row("command", {"modles"}, {"modles", "models"});
    row("global option", {"--versoin"}, {"--versoin", "--version"});
    row("no model", {"run"}, {"model"});
    row("model", {"run", "leaky-integrate-and-fir"}, {"leaky-integrate-and-fir\"", "leaky-integrate-and-fire"});
    row("two models", {"run", leaky, hh}, {hh});
    row("models option", {"models", "--jsn"}, {"--jsn", "--json"});
    row("models argument", {"models", "passive"}, {"passive"});
    row("version argument", {"--version", "please"}, {"please"});
    leakyRow("option", {"--stimulu", "constant"}, {"--stimulu\"", "--stimulus"});
    leakyRow("short option", {"-x"}, {"-x"});
    leakyRow("option without value", {"--dt"}, {"dt"});
    leakyRow("value for a flag", {"--json=yes"}, {"json"});
    leakyRow("parameter", {"--set", "Vth=1"}, {"Vth", "V_th"});
    leakyRow("parameter of another model", {"--set", "g_Na=1"}, {"g_Na", "nearest"});
    leakyRow("parameter without value", {"--set", "R"}, {"R=VALUE"});
    leakyRow("empty assignment", {"--set", ""}, {"parameter"});
    leakyRow("word for value", {"--set", "R=ten"}, {"R", "ten", "number"});
    leakyRow("decimal comma", {"--set", "R=1,5"}, {"R", "1,5"});
    leakyRow("empty value", {"--set", "R="}, {"R", "number"});
    leakyRow("wrong unit", {"--set", "R=10kΩ"}, {"R", "10kΩ", "MΩ"});
    leakyRow("unit of another size", {"--set", "V_th=-50V"}, {"V_th", "mV"});
    leakyRow("not a number", {"--set", "R=nan"}, {"R", "nan"});
    leakyRow("infinite", {"--set", "R=inf"}, {"R", "inf"});
    leakyRow("outside physics", {"--set", "C=-1"}, {"C", "-1", "0 nF"});
    leakyRow("broken order", {"--set", "V_reset=0"}, {"V_reset", "V_th"});
    leakyRow("state", {"--initial", "U=1"}, {"U", "\"V\""});
    row("unit where none is", {"run", hh, "--csv", "a.csv", "--initial", "m=0.5mV"}, {"m", "mV"});
    row("gate outside 0 to 1", {"run", hh, "--csv", "a.csv", "--initial", "m=1.5"}, {"m", "1.5", "at most 1"});
    leakyRow("shape", {"--stimulus", "stp:start=1"}, {"stp", "step"});
    leakyRow("key", {"--stimulus", "step:begin=1"}, {"begin", "nearest"});
    leakyRow("key without value", {"--stimulus", "step:start"}, {"start=VALUE"});
    leakyRow("no keys after colon", {"--stimulus", "step:"}, {"key of step"});
    leakyRow("stimulus unit", {"--stimulus", "step:amplitude=1pA"}, {"amplitude", "1pA", "nA"});
    leakyRow("end before start", {"--stimulus", "step:start=10,end=5"}, {"end", "start", "10"});
    leakyRow("negative width", {"--stimulus", "pulse-train:width=-1"}, {"width", "-1"});
    leakyRow("noise", {"--noise", "withe"}, {"withe", "white"});
    leakyRow("noise key", {"--noise", "white:tau=1"}, {"tau", "sigma"});
    leakyRow("negative noise", {"--noise", "white:sigma=-1"}, {"sigma", "-1"});
    leakyRow("solver", {"--solver", "rk5"}, {"rk5", "rk4"});
    row("solver that does not fit", {"run", hh, "--csv", "a.csv", "--solver", "exact"}, {"exact", "rk4"});
    leakyRow("step size", {"--dt", "0"}, {"dt", "0"});
    leakyRow("step size unit", {"--dt", "1s"}, {"dt", "1s", "ms"});
    leakyRow("duration", {"--duration", "-5"}, {"duration", "-5"});
    leakyRow("duration word", {"--duration", "long"}, {"duration", "long"});
    leakyRow("seed", {"--seed", "-1"}, {"--seed", "-1"});
    leakyRow("fractional seed", {"--seed", "1.5"}, {"--seed", "1.5"});
    leakyRow("every", {"--every", "0"}, {"--every", "0"});
    leakyRow("preset", {"--preset", "rest-at-1"}, {"rest-at-1", "rest-at-0"});
    leakyRow("spike level of a jumping model", {"--spike-level", "0"}, {"--spike-level", leaky});
    row("two tables on standard output", {"run", leaky, "--csv", "-", "--spikes", "-"}, {"--csv", "--spikes", "standard output"});
    row("table and JSON", {"run", leaky, "--csv", "-", "--json"}, {"--csv", "--json"});
    row("one file twice", {"run", leaky, "--csv", "a.txt", "--spikes", "./a.txt"}, {"a.txt"});
    leakyRow("no file name", {"--plot", ""}, {"--plot"});
    leakyRow("picture format", {"--plot", "a.gif"}, {"a.gif", ".png", ".svg", ".pdf"});
    leakyRow("size", {"--plot", "a.png", "--size", "big"}, {"--size", "big"});
    leakyRow("tiny size", {"--plot", "a.png", "--size", "1x1mm"}, {"--size", "1x1mm"});
    leakyRow("dpi", {"--plot", "a.png", "--dpi", "x"}, {"--dpi", "x"});
    leakyRow("huge dpi", {"--plot", "a.png", "--dpi", "100000"}, {"--dpi", "100000"});
    leakyRow("size without plot", {"--size", "85x55mm"}, {"--size", "--plot"});
    row("plot beyond memory", {"run", hh, "--plot", "a.png", "--duration", "1000000"}, {"--every"});
}

void TestCommands::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    const QTemporaryDir folder;
    const Outcome outcome = run(arguments, folder.path());
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.endsWith(".\n"), outcome.error.constData());
    for (const QString& word : said) QVERIFY2(outcome.error.contains(word.toUtf8()), outcome.error.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

void TestCommands::cannotWrite_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("said");
    const QString run = "$R run leaky-integrate-and-fire ";
    const QString small = "trap '' XFSZ; ulimit -f 40; ";
    QTest::newRow("no folder") << run + "--csv nowhere/a.csv --spikes a.txt" << "nowhere/a.csv";
    QTest::newRow("no folder for the second") << run + "--csv a.csv --spikes nowhere/a.txt" << "nowhere/a.txt";
    QTest::newRow("no folder for the plot") << run + "--csv a.csv --plot nowhere/a.png" << "nowhere/a.png";
    QTest::newRow("a folder") << "mkdir a; " + run + "--csv a" << "\"a\"";
    QTest::newRow("full disk") << small + run + "--csv a.csv --spikes a.txt" << "a.csv";
    QTest::newRow("full device") << run + "--csv /dev/full --spikes a.txt" << "/dev/full";
    QTest::newRow("full standard output") << run + "--csv - --spikes a.txt > /dev/full" << "standard output";
    QTest::newRow("summary to a full device") << run + "> /dev/full" << "standard output";
    QTest::newRow("list to a full device") << "$R models > /dev/full" << "standard output";
    QTest::newRow("closed standard output") << run + ">&-" << "standard output";
}

void TestCommands::cannotWrite()
{
    QFETCH(QString, line);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    const Outcome outcome = shell(line, folder.path());
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains(said.toUtf8()), outcome.error.constData());
    QVERIFY2(filesIn(folder).isEmpty(), qPrintable(filesIn(folder).join(u' ')));
}

void TestCommands::reportsDivergence()
{
    const QTemporaryDir folder;
    const QStringList bad{"run", hh, "--solver", "forward-euler", "--dt", "1", "--duration", "100"};
    const Outcome outcome = run(bad + QStringList{"--csv", "a.csv", "--spikes", "a.txt"}, folder.path());
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.count('\n') == 1, outcome.error.constData());
    for (const char* word : {" ms", "grew beyond all bounds", "smaller step size"}) QVERIFY2(outcome.error.contains(word), outcome.error.constData());
    QVERIFY(rowsOf(content(folder.filePath("a.csv"))).size() >= 2);
    const Outcome summary = run(bad + QStringList{"--json"});
    QCOMPARE(summary.status, 1);
    QVERIFY(jsonOf(summary)["divergence"]["time_ms"].toDouble() < 100);
}

void TestCommands::endsQuietlyWithItsReader()
{
    QElapsedTimer timer;
    timer.start();
    const Outcome table = shell("set -o pipefail; $R run hodgkin-huxley --duration 1e7 --csv - | head -n 2");
    QCOMPARE(table.status, 0);
    QCOMPARE(table.out.count('\n'), 2);
    QVERIFY2(table.error.isEmpty(), table.error.constData());
    QVERIFY2(timer.elapsed() < 30'000, "it must stop once nobody reads");
    const Outcome list = shell("set -o pipefail; $R models --json | head -n 1");
    QCOMPARE(list.status, 0);
    QVERIFY(list.error.isEmpty());
}

void TestCommands::leavesNothingWhenInterrupted()
{
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessEnvironment(withoutDisplay());
    process.setWorkingDirectory(folder.path());
    process.start(RHEOBASE_PROGRAM, {"run", hh, "--duration", "1e7", "--csv", "a.csv"});
    QTRY_VERIFY_WITH_TIMEOUT(!filesIn(folder).isEmpty(), 10'000);
    process.terminate();
    const Outcome outcome = finished(process);
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(filesIn(folder).isEmpty(), qPrintable(filesIn(folder).join(u' ')));
}

void TestCommands::needsADisplayForTheWindow()
{
    const Outcome outcome = run({});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(outcome.error.contains("DISPLAY"), outcome.error.constData());
}

void TestCommands::writesDevicesInPlace()
{
    SUCCEEDED(run({"run", leaky, "--csv", "/dev/null", "--spikes", "-"}));
    QVERIFY(!QFileInfo("/dev/null").isFile());
    const QTemporaryDir folder;
    const Outcome outcome = shell("mkfifo pipe; wc -l < pipe & $R run leaky-integrate-and-fire --spikes pipe; wait", folder.path());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.trimmed(), QByteArray("41"));
}

void TestCommands::usesLittleMemory()
{
    // 10 million rows would be 500 MB of text and more as numbers.
    const Outcome outcome = shell("ulimit -v 600000; $R run leaky-integrate-and-fire --duration 500000 --csv /dev/null --spikes - | wc -l");
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.error.isEmpty(), outcome.error.constData());
    QCOMPARE(outcome.out.trimmed(), QByteArray("20678"));
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
