// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment_file.h"
#include "program.h"
#include "words.h"

#include <QJsonArray>

using namespace rheobase;

namespace {

const QString v1 = QStringLiteral(RHEOBASE_SOURCES "/tests/documents/v1/");

/// What a run of the program takes its experiment to be.
QJsonObject experimentOf(const Outcome& outcome) { return jsonOf(outcome)["experiment"].toObject(); }

QList<double> expectedSpikes(const QString& id)
{
    QList<double> times;
    for (const QJsonValue time : QJsonDocument::fromJson(contentOf(v1 + "expected.json"))[id]["spikes_ms"].toArray())
        times.append(time.toDouble());
    return times;
}

}

/// A document or a figure in place of a model.
class TestCommandDocument : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    /// A document whose every value is off the model's default, of 40 ms.
    QString m_document;

private slots:
    void initTestCase();
    void documentsRun_data();
    void documentsRun();
    void documentsOfEachCarrier_data();
    void documentsOfEachCarrier();
    void optionsChangeThem();
    void everyCommandTakesThem_data();
    void everyCommandTakesThem();
    void sweepsLastAsLong();
    void runsCarryTheirDuration();
    void modelsComeFirst();
    void cannotRead_data();
    void cannotRead();
    void refuses_data();
    void refuses();
};

void TestCommandDocument::initTestCase()
{
    const Outcome outcome = run({"run",
                                 hh,
                                 "--json",
                                 "--set",
                                 "g_Na=110",
                                 "--set",
                                 "T=10",
                                 "--initial",
                                 "V=-70",
                                 "--noise",
                                 "ou:sigma=1,tau=3",
                                 "--stimulus",
                                 "step:start=2,end=35,amplitude=15",
                                 "--duration",
                                 "40",
                                 "--dt",
                                 "0.02",
                                 "--solver",
                                 "heun",
                                 "--seed",
                                 "7",
                                 "--spike-level",
                                 "-20"});
    SUCCEEDED(outcome);
    m_document = m_folder.filePath("saved.json");
    QFile file(m_document);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(experimentOf(outcome)).toJson());
}

/// Version 1, as it ran when it was written.
void TestCommandDocument::documentsRun_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir(v1).entryList(QDir::Files))
        if (!name.endsWith(".json")) QTest::newRow(qPrintable(name)) << name;
}

void TestCommandDocument::documentsRun()
{
    QFETCH(QString, name);
    const Outcome outcome = run({"run", v1 + name, "--spikes", "-"});
    SUCCEEDED(outcome);
    const QList<double> spikes = spikesOf(outcome), expected = expectedSpikes(QFileInfo(name).completeBaseName());
    QCOMPARE(spikes.size(), expected.size());
    for (qsizetype i = 0; i < spikes.size(); ++i) QVERIFY(std::abs(spikes[i] - expected[i]) < 1e-6);
    const Outcome piped = shell("$R run - --spikes - < '" + v1 + name + "'");
    SUCCEEDED(piped);
    QCOMPARE(piped.out, outcome.out);
    const Outcome streamed = shell("cat '" + v1 + name + "' | $R run - --spikes -");
    SUCCEEDED(streamed);
    QCOMPARE(streamed.out, outcome.out);
}

/// What this program writes, it reads: nothing of the experiment is lost on the way.
void TestCommandDocument::documentsOfEachCarrier_data()
{
    QTest::addColumn<QStringList>("writing");
    QTest::addColumn<QString>("file");
    for (const char* ending : {"png", "svg", "pdf"}) QTest::newRow(ending) << QStringList{"--plot"} << QStringLiteral("a.%1").arg(ending);
    QTest::newRow("csv") << QStringList{"--csv"} << "a.csv";
}

void TestCommandDocument::documentsOfEachCarrier()
{
    QFETCH(QStringList, writing);
    QFETCH(QString, file);
    const Outcome direct = run({"run", m_document, "--json"});
    SUCCEEDED(direct);
    QCOMPARE(experimentOf(direct), QJsonDocument::fromJson(contentOf(m_document)).object());
    QVERIFY(jsonOf(direct)["spikes"]["count"].toInt() > 1);
    SUCCEEDED(run(QStringList{"run", m_document} + writing + QStringList{file}, m_folder.path()));
    const Outcome again = run({"run", file, "--json"}, m_folder.path());
    SUCCEEDED(again);
    QCOMPARE(again.out, direct.out);
}

void TestCommandDocument::optionsChangeThem()
{
    const QJsonObject before = QJsonDocument::fromJson(contentOf(m_document)).object();
    const QJsonObject after =
        experimentOf(run({"run", m_document, "--json", "--set", "g_K=40", "--duration", "20", "--dt", "0.01", "--solver", "rk4", "--seed",
                          "9", "--stimulus", "constant:amplitude=5", "--noise", "none"}));
    QCOMPARE(after["parameters"]["g_K"]["value"].toDouble(), 40.0);
    QCOMPARE(after["parameters"]["g_Na"], before["parameters"]["g_Na"]);
    QCOMPARE(after["duration_ms"].toDouble(), 20.0);
    QCOMPARE(after["dt_ms"].toDouble(), 0.01);
    QCOMPARE(after["solver"].toString(), "rk4");
    QCOMPARE(after["seed"].toInt(), 9);
    QCOMPARE(after["stimulus"].toArray().size(), 1);
    QCOMPARE(after["stimulus"][0]["shape"].toString(), "constant");
    QCOMPARE(after["noise"]["kind"].toString(), "none");
    QCOMPARE(after["initial"], before["initial"]);
    QCOMPARE(after["spikeLevel"], before["spikeLevel"]);
}

void TestCommandDocument::everyCommandTakesThem_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QStringList>("rest");
    QTest::newRow("rheobase") << QStringList{"rheobase"} << QStringList{};
    QTest::newRow("strength-duration") << QStringList{"strength-duration"} << QStringList{"--widths", "1:2:2", "--csv", "-"};
    QTest::newRow("sweep") << QStringList{"sweep"} << QStringList{"--over", "I=5:15:3", "--noise", "none"};
}

void TestCommandDocument::everyCommandTakesThem()
{
    QFETCH(QStringList, command);
    QFETCH(QStringList, rest);
    const Outcome outcome = run(command + QStringList{m_document} + rest);
    SUCCEEDED(outcome);
    QCOMPARE(shell("$R " + (command + QStringList{"-"} + rest).join(' ') + " < '" + m_document + "'").out, outcome.out);
    QVERIFY(run(command + QStringList{m_document} + rest + QStringList{"--set", "T=20"}).out != outcome.out);
    QVERIFY(run(command + QStringList{hh} + rest).out != outcome.out);
}

void TestCommandDocument::sweepsLastAsLong()
{
    const auto durationOf = [](const Outcome& outcome) {
        for (const QByteArray& line : outcome.out.split('\n'))
            if (line.startsWith("# duration: ")) return line.mid(12);
        return QByteArray();
    };
    QCOMPARE(durationOf(run({"sweep", m_document, "--over", "I=5:15:3"})), "40 ms");
    QCOMPARE(durationOf(run({"sweep", m_document, "--over", "I=5:15:3", "--duration", "60"})), "60 ms");
    QCOMPARE(durationOf(run({"sweep", hh, "--over", "I=5:15:3"})), "1000 ms");
}

void TestCommandDocument::runsCarryTheirDuration()
{
    SUCCEEDED(run({"run", leaky, "--duration", "123", "--csv", "long.csv"}, m_folder.path()));
    QVERIFY(contentOf(m_folder.filePath("long.csv")).contains("# duration: 123 ms\n"));
    QCOMPARE(jsonOf(run({"run", "long.csv", "--json"}, m_folder.path()))["duration_ms"].toDouble(), 123.0);
    QCOMPARE(jsonOf(run({"run", leaky, "--json"}))["duration_ms"].toDouble(), 1000.0);
}

void TestCommandDocument::modelsComeFirst()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(m_document, folder.filePath(leaky)));
    QVERIFY(QFile::copy(m_document, folder.filePath("plain")));
    QCOMPARE(experimentOf(run({"run", leaky, "--json"}, folder.path()))["model"].toString(), leaky);
    QCOMPARE(experimentOf(run({"run", "./" + leaky, "--json"}, folder.path()))["model"].toString(), hh);
    QCOMPARE(experimentOf(run({"run", "plain", "--json"}, folder.path()))["model"].toString(), hh);
}

void TestCommandDocument::cannotRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char* name, const QString& line, const QStringList& said) { QTest::newRow(name) << line << said; };
    for (const char* command : {"run", "sweep --over I=0:1:2", "rheobase", "strength-duration", "clamp"})
        row(command, QStringLiteral("$R %1 nosuch.json").arg(command), {"there is no file", "nosuch.json"});
    row("window", "$R nosuch.json", {"there is no file", "nosuch.json", "--help"});
    row("path of the window", "$R some/where", {"there is no file", "some/where"});
    row("folder", "mkdir d.d; $R run d.d", {"d.d", "folder"});
    row("folder of the window", "mkdir d.d; $R d.d", {"d.d", "folder"});
    row("no document", "echo Hello > a.txt; $R run a.txt", {"cannot read", "a.txt", "not JSON"});
    row("bare table", "echo '# a: 1' > a.csv; $R run a.csv", {"cannot read", "a.csv", "carries no experiment"});
    row("empty input", "$R run - < /dev/null", {"cannot read standard input", "not JSON"});
    row("wrong document", "echo '{\"format\": \"dog\"}' | $R run -", {"cannot read standard input", "format", "dog"});
    row("impossible document", "sed 's/\"duration_ms\": 40/\"duration_ms\": -40/' $D | $R run -",
        {"standard input", "duration", "at least 0"});
}

void TestCommandDocument::cannotRead()
{
    QFETCH(QString, line);
    QFETCH(QStringList, said);
    const QTemporaryDir folder;
    const Outcome outcome = shell("D='" + m_document + "'; " + line, folder.path());
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.endsWith(".\n"), outcome.error.constData());
    for (const QString& word : said) QVERIFY2(outcome.error.contains(word.toUtf8()), outcome.error.constData());
}

void TestCommandDocument::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char* name, const QStringList& arguments, const QStringList& said) {
        QTest::newRow(name) << arguments << said;
    };
    const QString document = v1 + hh + ".rheobase";
    row("preset of a document", {"run", document, "--preset", "rest"}, {"--preset", document});
    row("parameter of another model", {"run", document, "--set", "R=1"}, {"hodgkin-huxley has no parameter", "R"});
    row("two documents", {"run", document, document}, {"one word too many"});
    row("two for the window", {document, document}, {"one word too many", "one file"});
    row("no document", {"run"}, {"needs a model", "file"});
    row("neither", {"run", "nosuch"}, {"unknown model", "nosuch"});
    row("silent document", {"rheobase", v1 + "passive.rheobase"}, {"passive", "never fires"});
}

void TestCommandDocument::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    refused(arguments, said);
}

QTEST_GUILESS_MAIN(TestCommandDocument)
#include "tst_command_document.moc"
