// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiment_file.h"
#include "program.h"

#include <QImage>
#include <QJsonArray>

#include <cmath>

using namespace rheobase;

namespace {

/// A table's columns by name.
QMap<QString, QList<double>> columnsOf(const QByteArray& csv)
{
    const auto rows = rowsOf(csv);
    const auto names = QString::fromUtf8(rows.value(0)).split(u',');
    QMap<QString, QList<double>> columns;
    for (const QByteArray& row : rows.mid(1)) {
        const auto cells = row.split(',');
        for (qsizetype i = 0; i < names.size(); ++i) columns[names[i]] << cells.value(i).toDouble();
    }
    return columns;
}

const QStringList squid{"clamp", hh, "--hold", "-65"};

}

/// `rheobase clamp`.
class TestCommandClamp : public QObject {
    Q_OBJECT
private slots:
    void writesTheFamily()
    {
        const Outcome outcome = run(squid + QStringList{"--step", "-40:60:6", "--csv", "-"});
        SUCCEEDED(outcome);
        QVERIFY(rowsOf(outcome.out)[0].startsWith("step,time_ms,V_mV,I_uA_per_cm2,m,h,n,I_Na_uA_per_cm2,I_K_uA_per_cm2,"));
        const auto columns = columnsOf(outcome.out);
        QMap<double, double> peaks, last;
        for (qsizetype i = 0; i < columns["step"].size(); ++i) {
            const double step = columns["step"][i], sodium = columns["I_Na_uA_per_cm2"][i];
            if (std::abs(sodium) > std::abs(peaks[step])) peaks[step] = sodium;
            last[step] = columns["I_K_uA_per_cm2"][i];
            QCOMPARE(columns["V_mV"][i], step);
        }
        const QMap<double, double> expected{{-40, -416}, {-20, -1238}, {0, -1457}, {20, -1115}, {40, -425}, {60, 462}},
            potassium{{-40, 280}, {-20, 998}, {0, 1890}, {20, 2792}, {40, 3665}, {60, 4507}};
        QCOMPARE(peaks.keys(), expected.keys());
        for (const double step : expected.keys()) {
            QVERIFY(std::abs(peaks[step] - expected[step]) < 0.6);
            QVERIFY(std::abs(last[step] - potassium[step]) < 0.6);
        }
        QCOMPARE(columns["time_ms"].last(), 20.0);
    }

    void prepulsesInactivate()
    {
        const QList<std::pair<QString, double>> expected{{"-100", -2400}, {"-80", -2247}, {"-65", -1457}, {"-50", -400}};
        for (const auto& [V, peak] : expected) {
            const Outcome outcome = run(squid + QStringList{"--step", "0", "--pre", V + ":300", "--json"});
            SUCCEEDED(outcome);
            const QJsonValue sodium = jsonOf(outcome)["currents"][1];
            QCOMPARE(sodium["symbol"].toString(), "I_Na");
            QVERIFY(std::abs(sodium["points"][0]["peak"].toDouble() - peak) < 0.6);
        }
    }

    void writesWhatIsReadOff()
    {
        const QTemporaryDir folder;
        const Outcome outcome =
            run(squid + QStringList{"--step", "-20,20", "--width", "5", "--tail", "-65:20", "--iv", "iv.csv", "--csv", "rows.csv"},
                folder.path());
        SUCCEEDED(outcome);
        const auto iv = columnsOf(contentOf(folder.filePath("iv.csv")));
        QCOMPARE(iv["V_mV"], (QList<double>{-20, 20}));
        QVERIFY(std::abs(iv["peak_I_Na_uA_per_cm2"][1] + 1115) < 1);
        QVERIFY(std::abs(iv["peak_time_I_Na_ms"][1] - 0.48) < 0.01);
        QVERIFY(iv["tail_I_K_uA_per_cm2"][1] > 0 && iv["tail_fall_I_K_ms"][1] > 0.5);
        const auto rows = columnsOf(contentOf(folder.filePath("rows.csv")));
        QCOMPARE(rows["time_ms"].last(), 25.0);
        QCOMPARE(rows["V_mV"].last(), -65.0);
    }

    void everySolverMayCompute()
    {
        const QStringList order = squid + QStringList{"--step", "0", "--width", "5", "--json"};
        const double closed = jsonOf(run(order))["currents"][1]["points"][0]["peak"].toDouble();
        for (const char* solver : {"rk4", "dormand-prince", "exponential-euler"}) {
            const double peak = jsonOf(run(order + QStringList{"--solver", solver}))["currents"][1]["points"][0]["peak"].toDouble();
            QVERIFY(peak != closed && std::abs(peak - closed) < 1e-3 * std::abs(closed));
        }
    }

    void blocksAndResists()
    {
        const QStringList order = squid + QStringList{"--step", "0", "--json"};
        const auto peak = [](const Outcome& outcome, int current) {
            return jsonOf(outcome)["currents"][current]["points"][0]["peak"].toDouble();
        };
        const Outcome free = run(order), blocked = run(order + QStringList{"--block", "TTX=100,g_K=50"});
        QCOMPARE(peak(blocked, 1), 0.0);
        QVERIFY(std::abs(peak(blocked, 2) - peak(free, 2) / 2) < 1e-6);
        QVERIFY(std::abs(peak(run(order + QStringList{"--series-resistance", "0.007"}), 1)) < 0.99 * std::abs(peak(free, 1)));
        SUCCEEDED(run(order + QStringList{"--subtract-leak", "--capacitive", "--before", "2", "--after", "2", "--dt", "0.02"}));
    }

    /// What is drawn opens again as the family that it is.
    void aPictureCarriesTheFamily_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"a.png", "a.svg", "a.pdf"}) QTest::newRow(name) << QString(name);
    }
    void aPictureCarriesTheFamily()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QStringList order = squid + QStringList{"--step", "-40:60:6", "--tail", "-65:10", "--csv", "a.csv"};
        const Outcome outcome = run(order + QStringList{"--plot", name, "--size", "120x90mm", "--dpi", "100"}, folder.path());
        SUCCEEDED(outcome);
        QVERIFY(outcome.out.isEmpty());
        const Outcome again = run({"clamp", name, "--csv", "b.csv"}, folder.path());
        SUCCEEDED(again);
        QCOMPARE(contentOf(folder.filePath("b.csv")), contentOf(folder.filePath("a.csv")));
        if (!name.endsWith("png")) return;
        const QImage image(folder.filePath(name));
        QCOMPARE(image.size(), QSize(472, 354));
    }
    void aPictureShowsTheFamily()
    {
        const QTemporaryDir folder;
        const auto hues = [&](const QString& steps) {
            if (run(squid + QStringList{"--step", steps, "--plot", "a.png"}, folder.path()).status != 0) return -1;
            const QImage image(folder.filePath("a.png"));
            int coloured = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) coloured += image.pixelColor(x, y).saturation() > 60;
            return coloured;
        };
        const int one = hues("0"), eleven = hues("-40:60:11");
        QVERIFY(one > 0 && eleven > 2 * one);
    }
    void tooManyStepsAreNotDrawn()
    {
        const QTemporaryDir folder;
        const Outcome outcome = run(squid + QStringList{"--step", "-40:60:17", "--plot", "a.png"}, folder.path());
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.error.contains("at most 16 test potentials, not 17"));
        QVERIFY(!QFileInfo::exists(folder.filePath("a.png")));
        QCOMPARE(run(squid + QStringList{"--step", "0", "--plot", "a.csv.png", "--csv", "./a.csv.png"}, folder.path()).status, 2);
    }

    void documentsCarryTheClamp()
    {
        const QTemporaryDir folder;
        SUCCEEDED(run(squid + QStringList{"--step", "-20,0", "--before", "2", "--csv", "a.csv"}, folder.path()));
        const Outcome again = run({"clamp", "a.csv", "--csv", "b.csv"}, folder.path());
        SUCCEEDED(again);
        QCOMPARE(contentOf(folder.filePath("b.csv")), contentOf(folder.filePath("a.csv")));
        const Outcome lived = run({"run", "a.csv", "--duration", "10", "--csv", "-"}, folder.path());
        SUCCEEDED(lived);
        const auto live = columnsOf(lived.out), family = columnsOf(contentOf(folder.filePath("a.csv")));
        for (qsizetype i = 0; i < live["time_ms"].size(); i += 50) { // the first step is the chosen one
            QCOMPARE(live["time_ms"][i], family["time_ms"][i]);
            QCOMPARE(live["V_mV"][i], family["V_mV"][i]);
            QVERIFY(std::abs(live["I_uA_per_cm2"][i] - family["I_uA_per_cm2"][i]) < 1e-3);
        }
        const QByteArray told = run({"run", "a.csv", "--duration", "10"}, folder.path()).out;
        QVERIFY(told.contains("voltage clamp, hold:V=-65 + test:V=-20|0,width=20") && !told.contains("rheobase"));
        const Outcome swept = run({"sweep", "a.csv", "--over", "g_Na=100:120:3"}, folder.path());
        QCOMPARE(swept.status, 2);
        QVERIFY(swept.error.contains("rheobase clamp"));
        QCOMPARE(run({"run", "a.csv", "--stimulus", "step"}, folder.path()).status, 2);
    }

    void printsASummary()
    {
        const Outcome outcome = run(squid + QStringList{"--step", "0"});
        SUCCEEDED(outcome);
        QVERIFY(outcome.out.contains("I_Na") && outcome.out.contains("-1456.84") && outcome.out.contains("1890.26"));
        QVERIFY(run({"clamp", "--help"}).out.contains("--hold"));
    }

    void everySmoothModelIsClamped()
    {
        const QJsonArray models = jsonOf(run({"models", "--json"}))["models"].toArray();
        int clamped = 0;
        for (const QJsonValue model : models) {
            const QJsonObject V = model["states"][0].toObject();
            const Outcome outcome = run({"clamp", model["id"].toString(), "--hold", QString::number(V["default"].toDouble()), "--step",
                                         QString::number(V["max"].toDouble()), "--width", "2", "--csv", "-"});
            const bool isRefused = outcome.status == 2 && outcome.error.contains("cannot be voltage-clamped");
            QVERIFY2(isRefused || outcome.status == 0, outcome.error.constData());
            clamped += outcome.status == 0;
        }
        QVERIFY(clamped >= 2 && clamped < models.size());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char* name, const QStringList& arguments, const QStringList& said) {
            QTest::newRow(name) << squid + arguments << said;
        };
        QTest::newRow("jumps") << QStringList{"clamp", leaky, "--hold", "-65", "--step", "0"} << QStringList{"Leaky", "current clamp"};
        QTest::newRow("no hold") << QStringList{"clamp", hh, "--step", "0"} << QStringList{"--hold"};
        row("no step", {}, {"--step"});
        row("range", {"--step", "0:10"}, {"--step", "0:10"});
        row("count", {"--step", "0:10:0"}, {"number of steps"});
        row("many", {"--step", "0:10:2000"}, {"1000"});
        row("potential", {"--step", "0,fast"}, {"--step", "fast"});
        row("unit", {"--step", "5nA"}, {"--step", "current"});
        row("prepulse", {"--step", "0", "--pre", "-100"}, {"--pre", "-100:50"});
        row("tail", {"--step", "0", "--tail", "-100:0"}, {"--tail"});
        row("width", {"--step", "0", "--width", "0"}, {"--width"});
        row("gap", {"--step", "0", "--gap", "5"}, {"--gap", "--pre"});
        row("blocker", {"--step", "0", "--block", "TTZ=5"}, {"TTZ", "TTX"});
        row("share", {"--step", "0", "--block", "TTX=101"}, {"TTX", "100"});
        row("no share", {"--step", "0", "--block", "TTX"}, {"TTX=PERCENT"});
        row("stimulus", {"--step", "0", "--stimulus", "step"}, {"--stimulus", "current clamp"});
        row("noise", {"--step", "0", "--noise", "white"}, {"--noise", "current clamp"});
        row("output", {"--step", "0", "--csv", "-", "--iv", "-"}, {"standard output"});
        row("one file", {"--step", "0", "--csv", "a.csv", "--iv", "a.csv"}, {"a.csv"});
        row("long", {"--step", "0", "--width", "1000000"}, {"--every"});
        row("option", {"--step", "0", "--widht", "3"}, {"--width"});
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, said);
        refused(arguments, said);
    }
};

QTEST_APPLESS_MAIN(TestCommandClamp)
#include "tst_command_clamp.moc"
