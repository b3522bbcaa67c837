// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

using namespace rheobase;

namespace {

/// Runs until it is ended, and sends many spikes to standard output.
const QStringList endless{"run", leaky, "--stimulus", "constant:amplitude=8", "--dt", "1", "--duration", "1e9", "--spikes", "-"};

}

class TestCommandErrors : public QObject {
    Q_OBJECT
private slots:
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

void TestCommandErrors::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char* name, const QStringList& arguments, const QStringList& said) {
        QTest::newRow(name) << arguments << said;
    };
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
    leakyRow("wrong unit", {"--set", "R=10nF"}, {"R is a resistance; 10 nF is a capacitance."});
    leakyRow("no unit at all", {"--set", "V_th=-50parsec"}, {"V_th", "mV", "parsec"});
    leakyRow("not a number", {"--set", "R=nan"}, {"R", "nan"});
    leakyRow("infinite", {"--set", "R=inf"}, {"R", "inf"});
    leakyRow("outside physics", {"--set", "C=-1"}, {"C", "-1", "0 nF"});
    leakyRow("broken order", {"--set", "V_reset=0"}, {"V_reset", "V_th"});
    leakyRow("state", {"--initial", "U=1"}, {"U", "\"V\""});
    row("unit where none is", {"run", hh, "--csv", "a.csv", "--initial", "m=0.5mV"}, {"m", "mV"});
    row("gate outside 0 to 1", {"run", hh, "--csv", "a.csv", "--initial", "m=1.5"}, {"m", "1.5", "at most 1"});
    leakyRow("shape", {"--stimulus", "stp:start=1"}, {"stp", "step"});
    leakyRow("key", {"--stimulus", "step:begin=1"}, {"begin", "nearest"});
    leakyRow("key cut short", {"--stimulus", "step:amp=1"}, {"amp\"", "amplitude"});
    leakyRow("key without value", {"--stimulus", "step:start"}, {"start=VALUE"});
    leakyRow("no keys after colon", {"--stimulus", "step:"}, {"step has no key"});
    leakyRow("stimulus unit", {"--stimulus", "step:amplitude=1mV"}, {"amplitude is a current; 1 mV is a potential."});
    leakyRow("end before start", {"--stimulus", "step:start=10,end=5"}, {"end", "start", "10"});
    leakyRow("nothing to repeat", {"--repeat", "100"}, {"repeat", "does not end", "nothing to repeat"});
    leakyRow("repeat in the middle", {"--stimulus", "step:start=5,end=50", "--repeat", "40"}, {"longer than the stimulus", "50 ms"});
    leakyRow("repeat backwards", {"--repeat", "-1"}, {"--repeat must be at least 0 ms", "-1"});
    leakyRow("repeat unit", {"--repeat", "5mV"}, {"--repeat is a time"});
    leakyRow("half a pulse", {"--stimulus", "pulse-train:count=2.5"}, {"count", "whole number"});
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

void TestCommandErrors::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    refused(arguments, said);
}

void TestCommandErrors::cannotWrite_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("said");
    const QString run = "$R run leaky-integrate-and-fire ";
    const QString small = "trap '' XFSZ; ulimit -f 40; ";
    QTest::newRow("no folder") << run + "--csv nowhere/a.csv --spikes a.txt"
                               << "nowhere/a.csv";
    QTest::newRow("no folder for the second") << run + "--csv a.csv --spikes nowhere/a.txt"
                                              << "nowhere/a.txt";
    QTest::newRow("no folder for the plot") << run + "--csv a.csv --plot nowhere/a.png"
                                            << "nowhere/a.png";
    QTest::newRow("a folder") << "mkdir a; " + run + "--csv a"
                              << "\"a\"";
    QTest::newRow("full disk") << small + run + "--csv a.csv --spikes a.txt"
                               << "a.csv\": File too large.";
    QTest::newRow("full device") << run + "--csv /dev/full --spikes a.txt"
                                 << "/dev/full";
    QTest::newRow("full standard output") << run + "--csv - --spikes a.txt > /dev/full"
                                          << "standard output";
    QTest::newRow("summary to a full device") << run + "> /dev/full"
                                              << "standard output";
    QTest::newRow("list to a full device") << "$R models > /dev/full"
                                           << "standard output";
    QTest::newRow("closed standard output") << run + ">&-"
                                            << "standard output";
}

void TestCommandErrors::cannotWrite()
{
    QFETCH(QString, line);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    const Outcome outcome = shell(line, folder.path());
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains(said.toUtf8()), outcome.error.constData());
    QVERIFY2(filesIn(folder).isEmpty(), qPrintable(filesIn(folder).join(u' ')));
}

void TestCommandErrors::reportsDivergence()
{
    const QTemporaryDir folder;
    const QStringList bad{"run", hh, "--solver", "forward-euler", "--dt", "1", "--duration", "100"};
    const Outcome outcome = run(bad + QStringList{"--csv", "a.csv", "--spikes", "a.txt"}, folder.path());
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.count('\n') == 1, outcome.error.constData());
    for (const char* word : {" ms", "because", "smaller step size"}) QVERIFY2(outcome.error.contains(word), outcome.error.constData());
    QVERIFY(rowsOf(contentOf(folder.filePath("a.csv"))).size() >= 2);
    for (const QByteArray& time : contentOf(folder.filePath("a.txt")).trimmed().split('\n'))
        QVERIFY2(time.toDouble() > 0, time.constData());
    const Outcome summary = run(bad + QStringList{"--json"});
    QCOMPARE(summary.status, 1);
    QVERIFY(jsonOf(summary)["divergence"]["time_ms"].toDouble() < 100);
}

void TestCommandErrors::endsQuietlyWithItsReader()
{
    const Outcome table = shell("set -o pipefail; $R run hodgkin-huxley --duration 1e9 --csv - | head -n 2"); // or it would take hours
    QCOMPARE(table.status, 0);
    QCOMPARE(table.out.count('\n'), 2);
    QVERIFY2(table.error.isEmpty(), table.error.constData());
    const Outcome list = shell("set -o pipefail; $R models --json | head -n 1");
    QCOMPARE(list.status, 0);
    QVERIFY(list.error.isEmpty());
}

void TestCommandErrors::leavesNothingWhenInterrupted()
{
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessEnvironment(withoutDisplay());
    process.setWorkingDirectory(folder.path());
    process.start(RHEOBASE_PROGRAM, endless + QStringList{"--csv", "a.csv"});
    QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0, 30'000);
    process.terminate();
    const Outcome outcome = finished(process);
    QCOMPARE(outcome.status, 143);
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains("interrupted"), outcome.error.constData());
    QVERIFY2(filesIn(folder).isEmpty(), qPrintable(filesIn(folder).join(u' ')));
}

void TestCommandErrors::needsADisplayForTheWindow()
{
    const Outcome outcome = run({});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(outcome.error.contains("DISPLAY"), outcome.error.constData());
    const Outcome unreachable = shell("DISPLAY=:4095 QT_QPA_PLATFORM=xcb $R");
    QCOMPARE(unreachable.status, 1);
    QCOMPARE(unreachable.error.count('\n'), 1);
    QVERIFY2(unreachable.error.contains("cannot be reached"), unreachable.error.constData());
}

void TestCommandErrors::writesDevicesInPlace()
{
    SUCCEEDED(run({"run", leaky, "--csv", "/dev/null", "--spikes", "-"}));
    QVERIFY(!QFileInfo("/dev/null").isFile());
    const QTemporaryDir folder;
    const Outcome outcome = shell("mkfifo pipe; wc -l < pipe & $R run leaky-integrate-and-fire --spikes pipe; wait", folder.path());
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.trimmed(), QByteArray("41"));
}

void TestCommandErrors::usesLittleMemory()
{
    QProcess process;
    process.start(RHEOBASE_PROGRAM, endless + QStringList{"--csv", "/dev/null"});
    qint64 read = 0;
    const auto memoryAfter = [&](qint64 bytes) { // kB
        while (read < bytes && process.waitForReadyRead(30'000)) read += process.readAllStandardOutput().size();
        const QByteArray status = contentOf(QString("/proc/%1/status").arg(process.processId()));
        return status.mid(status.indexOf("VmRSS:") + 6).trimmed().split(' ')[0].toInt();
    };
    const int early = memoryAfter(1 << 20), late = memoryAfter(4 << 20);
    process.kill();
    process.waitForFinished();
    QVERIFY(early > 1000);
    QVERIFY2(late < early + 10'000, qPrintable(QString("%1 kB, then %2 kB").arg(early).arg(late))); // 2 million rows would be 80,000 kB
}

QTEST_GUILESS_MAIN(TestCommandErrors)
#include "tst_command_errors.moc"
