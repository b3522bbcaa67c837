// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <cmath>

using namespace rheobase;

namespace {

/// The header and the rows of a table, without its remarks.
QList<QByteArrayList> cells(const QByteArray& csv)
{
    QList<QByteArrayList> rows;
    for (const QByteArray& line : rowsOf(csv)) rows.append(line.split(','));
    return rows;
}

}

/// `rheobase sweep`, `rheobase rheobase` and `rheobase strength-duration`.
class TestCommandSweep : public QObject {
    Q_OBJECT

private slots:
    void leakyCurve();
    void gridOrder();
    void logarithmicRange();
    void squidAxonAtEveryThreadCount();
    void takesTheOptionsOfRun();
    void agreesWithRun();
    void writesAFileWhole();
    void leavesNothingWhenInterrupted();
    void endsQuietlyWithItsReader();
    void rheobases();
    void strengthDurations();
    void helps_data();
    void helps();
    void refuses_data();
    void refuses();
};

void TestCommandSweep::leakyCurve()
{
    const Outcome outcome = run({"sweep", leaky, "--over", "I=0:8:41"});
    SUCCEEDED(outcome);
    const auto rows = cells(outcome.out);
    QCOMPARE(rows.size(), 42);
    QCOMPARE(rows[0].join(','), QByteArray("I_nA,spikes,latency_ms,rate_Hz,first_interval_ms,last_interval_ms,variation,lowest_V_mV,"
                                           "highest_V_mV,final_V_mV,diverged"));
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const double I = rows[i][0].toDouble(), drive = 10 * I - 70, rate = rows[i][3].toDouble();
        const double expected = drive > -50 + 1e-9 ? 1000 / (2 + 8 * std::log((drive + 65) / (drive + 50))) : 0;
        QVERIFY2(std::abs(rate - expected) <= 1e-9 * expected, rows[i].join(',').constData());
        QCOMPARE(rows[i].size(), rows[0].size());
    }
    QCOMPARE(rows[1][2], QByteArray("nan"));
}

void TestCommandSweep::gridOrder()
{
    const Outcome outcome = run({"sweep", leaky, "--over", "R=5MΩ:20 MOhm:2", "--over", "step.amplitude=1:3:3", "--stimulus",
                                 "step:start=10,end=300", "--duration", "300"});
    SUCCEEDED(outcome);
    const auto rows = cells(outcome.out);
    QStringList points;
    for (const auto& row : rows.mid(1)) points += row[0] + ':' + row[1];
    QCOMPARE(points.join(' '), QString("5:1 5:2 5:3 20:1 20:2 20:3"));
    QVERIFY(rows[0].join(',').startsWith("R_MOhm,step.amplitude_nA,spikes,"));
    QVERIFY(rows[6][2].toInt() > 0 && rows[1][2] == "0");
}

void TestCommandSweep::logarithmicRange()
{
    const Outcome outcome = run({"sweep", "passive", "--over", "R=1:100:3:log"});
    SUCCEEDED(outcome);
    const auto rows = cells(outcome.out);
    QVERIFY(std::abs(rows[2][0].toDouble() - 10) < 1e-12);
}

void TestCommandSweep::squidAxonAtEveryThreadCount()
{
    const QStringList sweep{"sweep", hh, "--over", "I=5:20:4", "--duration", "300", "--csv", "-"};
    const Outcome one = run(sweep + QStringList{"--threads", "1"}), many = run(sweep + QStringList{"--threads", "7"});
    SUCCEEDED(one);
    QCOMPARE(many.out, one.out);
    const auto rows = cells(one.out);
    QVERIFY(std::abs(rows[2][3].toDouble() - 68.3237) < 1e-3);
    QVERIFY(std::abs(rows[4][3].toDouble() - 86.47005) < 1e-3);
    QCOMPARE(rows[1][3].toDouble(), 0.0);
    QCOMPARE(run(sweep + QStringList{"--staggered"}).status, 0);
    const Outcome near = run(sweep + QStringList{"--rate-error", "1e-4"});
    SUCCEEDED(near);
    QVERIFY(near.out != one.out);
    QVERIFY(std::abs(cells(near.out)[4][3].toDouble() / 86.47005 - 1) < 1e-4);
}

void TestCommandSweep::takesTheOptionsOfRun()
{
    const Outcome outcome =
        run({"sweep", leaky,       "--over", "V_th=-55:-45:3", "--set", "R=12",     "--noise", "white:sigma=0.5", "--seed", "7", "--dt",
             "0.1",   "--initial", "V=-60",  "--solver",       "rk4",   "--settle", "0.25",    "--duration",      "200"});
    SUCCEEDED(outcome);
    QVERIFY(outcome.out.contains("# R: 12"));
    QCOMPARE(cells(outcome.out).size(), 4);
}

/// A point is what `run` says of it.
void TestCommandSweep::agreesWithRun()
{
    const QStringList common{"--stimulus", "sine:start=0,end=500,amplitude=4,frequency=10,offset=2", "--duration", "500"};
    const Outcome sweep = run(QStringList{"sweep", leaky, "--over", "R=8:14:3"} + common);
    SUCCEEDED(sweep);
    const auto rows = cells(sweep.out);
    for (const auto& row : rows.mid(1)) {
        const Outcome single = run(QStringList{"run", leaky, "--set", "R=" + row[0], "--spikes", "-"} + common);
        SUCCEEDED(single);
        QCOMPARE(single.out.count('\n'), row[1].toInt());
        QCOMPARE(single.out.left(single.out.indexOf('\n')).toDouble(), row[2].toDouble());
    }
}

void TestCommandSweep::writesAFileWhole()
{
    const QTemporaryDir folder;
    SUCCEEDED(run({"sweep", leaky, "--over", "I=0:4:5", "--csv", "curve.csv"}, folder.path()));
    QCOMPARE(cells(contentOf(folder.filePath("curve.csv"))).size(), 6);
    const Outcome failed = run({"sweep", leaky, "--over", "I=0:4:5", "--csv", "no/curve.csv"}, folder.path());
    QCOMPARE(failed.status, 1);
    QVERIFY(failed.error.contains("no/curve.csv"));
}

void TestCommandSweep::leavesNothingWhenInterrupted()
{
    const QTemporaryDir folder;
    const Outcome outcome = shell("$R sweep hodgkin-huxley --over I=0:20:5000 --duration 1e8 --csv a.csv & "
                                  "until [ $((0x$(awk '/SigCgt/ { print $2 }' /proc/$!/status) & 1 << 14)) != 0 ]; do sleep 0.02; done; "
                                  "kill -TERM $!; wait $!; echo $? >&2", // once it catches SIGTERM
                                  folder.path());
    QVERIFY2(outcome.error.contains("interrupted") && outcome.error.endsWith("143\n"), outcome.error.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

void TestCommandSweep::endsQuietlyWithItsReader()
{
    const Outcome outcome = shell("$R sweep leaky-integrate-and-fire --over I=0:8:100000 | head -1");
    QVERIFY2(outcome.error.isEmpty(), outcome.error.constData());
}

void TestCommandSweep::rheobases()
{
    const Outcome squid = run({"rheobase", hh, "--json"});
    SUCCEEDED(squid);
    const QJsonObject found = jsonOf(squid).toObject();
    QVERIFY(std::abs(found["spike"].toDouble() - 2.2403) < 2e-3);
    QVERIFY(std::abs(found["sustained"].toDouble() - 6.2603) < 2e-3);
    QCOMPARE(found["unit"].toString(), QString("µA/cm²"));
    const Outcome text = run({"rheobase", leaky, "--set", "R=5"});
    SUCCEEDED(text);
    QCOMPARE(text.out.count("4 nA"), 2);
    QVERIFY(run({"rheobase", hh, "--set", "g_Na=0"}).out.contains("none"));
}

void TestCommandSweep::strengthDurations()
{
    const Outcome curve = run({"strength-duration", leaky, "--widths", "0.5:50:5:log", "--csv", "-"});
    SUCCEEDED(curve);
    const auto rows = cells(curve.out);
    QCOMPARE(rows[0].join(','), QByteArray("width_ms,threshold_nA,lapicque_nA"));
    QCOMPARE(rows.size(), 6);
    for (const auto& row : rows.mid(1)) {
        const double expected = 2 / (1 - std::exp(-row[0].toDouble() / 8));
        QVERIFY(std::abs(row[1].toDouble() - expected) < 1e-5 * expected);
        QVERIFY(std::abs(row[2].toDouble() - expected) < 1e-12 * expected);
    }
    const Outcome squid = run({"strength-duration", hh});
    SUCCEEDED(squid);
    QVERIFY2(squid.out.contains("2.2403") && squid.out.contains("1.654"), squid.out.constData());
    QCOMPARE(cells(run({"strength-duration", hh, "--csv", "-", "--widths", "1:2:2"}).out)[0].join(','),
             QByteArray("width_ms,threshold_uA_per_cm2"));
}

void TestCommandSweep::helps_data()
{
    QTest::addColumn<QString>("command");
    for (const char* name : {"sweep", "rheobase", "strength-duration", "solve", "clamp"}) QTest::newRow(name) << name;
}

void TestCommandSweep::helps()
{
    QFETCH(QString, command);
    const Outcome help = run({command, "--help"});
    SUCCEEDED(help);
    QVERIFY(help.out.contains("Usage: ") && help.out.contains("--set"));
    QVERIFY(run({"--help"}).out.contains("rheobase " + command.toUtf8() + " MODEL"));
}

void TestCommandSweep::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    const auto sweep = [](const char* name, const QStringList& rest, const QStringList& said) {
        QTest::newRow(name) << QStringList{"sweep", leaky, "--csv", "a.csv"} + rest << said;
    };
    const auto row = [](const char* name, const QStringList& arguments, const QStringList& said) {
        QTest::newRow(name) << arguments << said;
    };
    row("no model", {"sweep"}, {"model"});
    row("two models", {"sweep", leaky, hh}, {hh});
    row("model", {"sweep", "leaky"}, {"leaky\"", "leaky-integrate-and-fire"});
    sweep("no range", {}, {"--over"});
    sweep("option", {"--ovr", "I=0:1:2"}, {"--ovr", "--over"});
    sweep("name", {"--over", "Vth=0:1:2"}, {"Vth", "V_th"});
    sweep("no values", {"--over", "I"}, {"I=0:10:11"});
    sweep("too few parts", {"--over", "I=0:1"}, {"I=0:10:11", "I=0:1"});
    sweep("too many parts", {"--over", "I=0:1:2:log:3"}, {"I=0:1:2:log:3"});
    sweep("scale", {"--over", "I=0:1:2:lin"}, {":log", ":lin"});
    sweep("empty", {"--over", ""}, {"sweep"});
    sweep("word", {"--over", "I=a:1:2"}, {"I", "a", "number"});
    sweep("unit", {"--over", "I=0mV:1:2"}, {"I is a current; 0 mV is a potential."});
    sweep("no count", {"--over", "I=0:1:"}, {"number of values", "I"});
    sweep("zero count", {"--over", "I=0:1:0"}, {"number of values", "0"});
    sweep("fractional count", {"--over", "I=0:1:2.5"}, {"2.5"});
    sweep("huge count", {"--over", "I=0:1:5000000"}, {"I", "4000000"});
    sweep("huge grid", {"--over", "I=0:1:3000", "--over", "R=1:2:3000"}, {"9000000"});
    sweep("infinite", {"--over", "I=0:inf:3"}, {"I", "inf"});
    sweep("outside physics", {"--over", "C=-1:1:3"}, {"C", "-1"});
    sweep("log through zero", {"--over", "I=-1:1:3:log"}, {"I", "above 0"});
    sweep("order", {"--over", "V_reset=-70:-40:3"}, {"V_reset = -40", "V_th"});
    sweep("three", {"--over", "I=0:1:2", "--over", "R=1:2:2", "--over", "C=1:2:2"}, {"one value or two"});
    sweep("twice", {"--over", "I=0:1:2", "--over", "I=0:1:2"}, {"the same value"});
    sweep("no amplitude", {"--over", "I=0:1:2", "--stimulus", "ramp"}, {"ramp", "ramp.start"});
    sweep("other stimulus", {"--over", "step.start=0:1:2"}, {"step.start"});
    sweep("settle", {"--over", "I=0:1:2", "--settle", "1"}, {"settle", "less than 1"});
    sweep("no rate error", {"--over", "I=0:1:2", "--rate-error", "0"}, {"rate-error", "greater than 0"});
    sweep("great rate error", {"--over", "I=0:1:2", "--rate-error", "1"}, {"rate-error", "less than 1"});
    sweep("word for a rate error", {"--over", "I=0:1:2", "--rate-error", "small"}, {"--rate-error", "small"});
    sweep("two methods", {"--over", "I=0:1:2", "--rate-error", "1e-4", "--staggered"}, {"staggered", "rate-error"});
    sweep("duration", {"--over", "I=0:1:2", "--duration", "0"}, {"duration"});
    sweep("threads", {"--over", "I=0:1:2", "--threads", "0"}, {"--threads"});
    sweep("many threads", {"--over", "I=0:1:2", "--threads", "5000"}, {"--threads", "1024"});
    row("rheobase of nothing", {"rheobase"}, {"model"});
    row("rheobase of a passive membrane", {"rheobase", "passive"}, {"passive", "never fires"});
    row("rheobase option", {"rheobase", hh, "--dt", "1"}, {"--dt"});
    row("rheobase parameter", {"rheobase", hh, "--set", "gNa=1"}, {"gNa", "g_Na"});
    row("chronaxie of a passive membrane", {"strength-duration", "passive"}, {"passive", "never fires"});
    row("widths", {"strength-duration", hh, "--widths", "1:2"}, {"--widths", "1:2"});
    row("negative width", {"strength-duration", hh, "--widths", "-1:2:3"}, {"widths", "-1"});
    row("many widths", {"strength-duration", hh, "--widths", "1:2:300000"}, {"--widths", "10000"});
}

void TestCommandSweep::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    refused(arguments, said);
}

QTEST_APPLESS_MAIN(TestCommandSweep)
#include "tst_command_sweep.moc"
