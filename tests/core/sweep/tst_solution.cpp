// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "measures.h"
#include "solution.h"
#include "steady_rate.h"
#include "sweep.h"

#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

Experiment under(const char* model, double I)
{
    Experiment e = defaultExperiment(*findModel(model));
    e.stimulus[0].values[0] = I;
    return e;
}

Experiment with(const Experiment& e, const std::string& name, double value)
{
    return experimentAt({e, {{name, value, value, 1, false}}}, 0);
}

constexpr const char *leaky = "leaky-integrate-and-fire", *perfect = "perfect-integrate-and-fire", *squid = "hodgkin-huxley";

}

/// What must be set for a measure to have a value.
class TestSolution : public QObject {
    Q_OBJECT
private slots:
    void reaches_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<double>("I");
        QTest::addColumn<QString>("what");
        QTest::addColumn<double>("wanted");
        QTest::addColumn<QString>("by");
        QTest::addColumn<double>("value"); // worked out by hand; NaN: only that it is reached is known
        const auto row = [](const char* model, double I, const char* what, double wanted, const char* by, double value) {
            QTest::addRow("%s %s=%g by %s", model, what, wanted, by) << model << I << what << wanted << by << value;
        };
        const double x = std::exp(18.0 / 8); // (10 I − 5)/(10 I − 20) for T = 20 ms
        row(leaky, 2.4, "rate", 50, "I", (20 * x - 5) / (10 * (x - 1)));
        row(leaky, 2.4, "rate", 50, "t_ref", 20 - 8 * std::log(19.0 / 4));
        row(leaky, 2.4, "rate", 50, "C", 18 / (10 * std::log(19.0 / 4)));
        row(leaky, 2.4, "rate", 50, "V_th", -46 - 19 / x);
        row(leaky, 2.4, "rate", 5, "I", std::nan(""));
        row(leaky, 2.4, "rate", 50, "R", std::nan(""));
        row(leaky, 2.4, "rate", 50, "E_L", std::nan(""));
        row(leaky, 2.4, "isi.last", 20, "I", (20 * x - 5) / (10 * (x - 1)));
        row(leaky, 0, "latency", 8 * std::log(4.0), "I", 20 / (10 * (1 - 0.25)));
        row(leaky, 0, "rheobase", 3, "V_th", -40);
        row(leaky, 0, "tau", 20, "R", 25);
        row(leaky, 0, "I_th", 4, "R", 5);
        row(leaky, 0, "chronaxie", 2.2 * std::log(2.0), "C", 0.22);
        row(perfect, 0.5, "rate", 50, "I", 12.0 / 18);
        row("passive", 1, "highest", -58, "I", 1.2 / (1 - std::exp(-1000 / 8.0)));
        row(squid, 10, "rate", 80, "I", std::nan(""));
        row(squid, 10, "amplitude", 90, "g_Na", std::nan(""));
        row(squid, 10, "rheobase", 4, "g_L", std::nan(""));
    }
    void reaches()
    {
        QFETCH(QString, model);
        QFETCH(double, I);
        QFETCH(QString, what);
        QFETCH(double, wanted);
        QFETCH(QString, by);
        QFETCH(double, value);
        const Experiment e = under(model.toUtf8(), I);
        const Goal goal{what.toStdString(), wanted, by.toStdString()};
        QVERIFY(problem(e, goal).empty());
        const Solution found = *solve(e, goal);
        QVERIFY2(found.isReached, std::string(found.reason).c_str());
        QVERIFY(std::abs(found.reached - wanted) <= 1e-3 * std::abs(wanted));
        QCOMPARE(found.reached, answerOf(with(e, goal.by, found.value), goal.what, {}));
        if (!std::isnan(value))
            QVERIFY2(std::abs(found.value - value) < 1e-5 * std::abs(value), qPrintable(QString::number(found.value, 'g', 12)));
        const Quantity q = *sweptQuantity(e, goal.by);
        QVERIFY(found.value >= q.min && found.value <= q.max);
    }

    /// The last silent current is told by a run of a second, at whose end firing that ceases may still be slow.
    void tellsTheNearestAcrossAJump()
    {
        const Solution found = *solve(under(squid, 10), {"rate", 30, "I"});
        QVERIFY(!found.isReached);
        QVERIFY2(found.value > 6.2 && found.value < 6.3, qPrintable(QString::number(found.value)));
        QVERIFY2(found.reached > 40 && found.reached < 56, qPrintable(QString::number(found.reached)));
        QVERIFY2(std::string(found.reason).starts_with("it jumps from 0 Hz to "), std::string(found.reason).c_str());
    }

    void tellsTheRangeWhereNothingReachesIt_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<double>("wanted");
        QTest::addColumn<QString>("by");
        QTest::addColumn<double>("nearest");
        QTest::addColumn<QString>("reason");
        QTest::newRow("above") << "rate" << 2000.0 << "I" << 8.0 << "with I from -1 nA to 8 nA it lies between 0 Hz and";
        QTest::newRow("below") << "tau" << 0.1 << "C" << 0.05 << "with C from 0.05 nF to 5 nF it lies between 0.5 ms and 50 ms.";
        QTest::newRow("order") << "rheobase" << 0.0 << "V_th" << -64.99989 << "with V_th from -65 mV to 40 mV it lies between 0.5";
        QTest::newRow("nothing to do with it") << "tau" << 20.0 << "V_th" << -50.0 << "it does not depend on V_th.";
        QTest::newRow("never there") << "half-width" << 1.0 << "I" << std::nan("") << "it has no value for any I from -1 nA to 8 nA.";
    }
    void tellsTheRangeWhereNothingReachesIt()
    {
        QFETCH(QString, what);
        QFETCH(double, wanted);
        QFETCH(QString, by);
        QFETCH(double, nearest);
        QFETCH(QString, reason);
        const Experiment e = under(leaky, 2.4);
        const Solution found = *solve(e, {what.toStdString(), wanted, by.toStdString()});
        QVERIFY(!found.isReached);
        QVERIFY2(std::string(found.reason).starts_with(reason.toStdString()), std::string(found.reason).c_str());
        if (!std::isnan(nearest)) QVERIFY2(std::abs(found.value - nearest) < 1e-3, qPrintable(QString::number(found.value, 'g', 12)));
    }

    /// |Z| of the squid axon has a resonance: each side of it reaches a value once.
    void takesTheSolutionNearestToThePresentValue()
    {
        Experiment e = under(squid, 0);
        e.stimulus = {component(*stimulusShape("sine"), e.model->input)};
        const std::string by = "sine.frequency";
        const Goal goal{"impedance", 1.05 * answerOf(with(e, by, 5), "impedance", {}), by};
        const Solution low = *solve(with(e, by, 10), goal), high = *solve(with(e, by, 300), goal);
        QVERIFY2(low.isReached && high.isReached, std::string(low.reason).c_str());
        QVERIFY2(low.value < 60 && high.value > 70, qPrintable(QStringLiteral("%1 %2").arg(low.value).arg(high.value)));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("said");
        QTest::newRow("measure") << "rates"
                                 << "I"
                                 << "\"rate\"";
        QTest::newRow("value") << "rate"
                               << "Vth"
                               << "\"V_th\"";
    }
    void refuses()
    {
        QFETCH(QString, what);
        QFETCH(QString, by);
        QFETCH(QString, said);
        const std::string sentence = problem(under(leaky, 2), {what.toStdString(), 1, by.toStdString()});
        QVERIFY2(sentence.find(said.toStdString()) != std::string::npos, sentence.c_str());
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(!solve(under(squid, 10), {"rate", 80, "I"}, source.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestSolution)
#include "tst_solution.moc"
