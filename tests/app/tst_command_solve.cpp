// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QRegularExpression>

#include <cmath>

using namespace rheobase;

/// `rheobase solve`.
class TestCommandSolve : public QObject {
    Q_OBJECT
private slots:
    void printsWhatToSet()
    {
        const Outcome outcome = run({"solve", leaky, "--make", "rate=50"});
        SUCCEEDED(outcome);
        QCOMPARE(outcome.out, QByteArray("I = 2.176726 nA\nrate = 50 Hz\n"));
        QCOMPARE(run({"solve", leaky, "--make", "tau=20ms", "--by", "R"}).out, QByteArray("R = 25 MΩ\ntau = 20 ms\n"));
        QCOMPARE(run({"solve", leaky, "--make", "tau=0.02s", "--by", "R", "--set", "C=1nF"}).out, QByteArray("R = 20 MΩ\ntau = 20 ms\n"));
    }

    /// What it prints, set, gives what was wanted.
    void agreesWithTheRun()
    {
        const Outcome found = run({"solve", hh, "--make", "rate=80", "--json"});
        SUCCEEDED(found);
        const QJsonObject told = QJsonDocument::fromJson(found.out).object();
        QVERIFY(told["isReached"].toBool());
        QCOMPARE(told["unit"].toString(), QStringLiteral("µA/cm²"));
        const QString I = QString::number(told["value"].toDouble(), 'g', 17);
        const Outcome table = run({"sweep", hh, "--over", QStringLiteral("I=%1:%1:1").arg(I)});
        QVERIFY(std::abs(table.out.trimmed().split('\n').last().split(',')[3].toDouble() - 80) < 0.08);
    }

    void saysWhyItIsOutOfReach()
    {
        const Outcome outcome = run({"solve", leaky, "--make", "tau=0.1", "--by", "C"});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.error,
                 QByteArray("rheobase: out of reach: with C from 0.05 nF to 5 nF it lies between 0.5 ms and 50 ms. The nearest is "
                            "tau = 0.5 ms at C = 0.05 nF.\n"));
        const Outcome json = run({"solve", leaky, "--make", "tau=0.1", "--by", "C", "--json"});
        QCOMPARE(json.status, 1);
        QVERIFY(!QJsonDocument::fromJson(json.out).object()["isReached"].toBool());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("no goal") << QStringList{"solve", leaky} << QStringList{"--make", "rate=50"};
        QTest::newRow("no model") << QStringList{"solve", "--make", "rate=50"} << QStringList{"model"};
        QTest::newRow("measure") << QStringList{"solve", leaky, "--make", "rat=50"} << QStringList{"rat", "rate"};
        QTest::newRow("unit") << QStringList{"solve", leaky, "--make", "rate=50mV"} << QStringList{"rate", "potential"};
        QTest::newRow("by") << QStringList{"solve", leaky, "--make", "rate=50", "--by", "Vth"} << QStringList{"Vth", "V_th"};
        QTest::newRow("word") << QStringList{"solve", leaky, "--make", "rate=fast"} << QStringList{"rate", "fast"};
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, said);
        refused(arguments, said);
    }
};

QTEST_APPLESS_MAIN(TestCommandSolve)
#include "tst_command_solve.moc"
