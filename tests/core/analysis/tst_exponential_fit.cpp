// SPDX-License-Identifier: GPL-3.0-or-later
#include "exponential_fit.h"
#include "support.h"

#include <random>

using namespace rheobase;

namespace {

struct Rows {
    std::vector<double> t, y;
};

Rows sampled(double from, double to, double step, const std::function<double(double)>& f)
{
    Rows rows;
    for (int i = 0; from + i * step <= to + 1e-9; ++i) {
        rows.t.push_back(from + i * step);
        rows.y.push_back(f(rows.t.back()));
    }
    return rows;
}

ExponentialFit fitted(const Rows& rows) { return fitExponential(rows.t, rows.y); }

}

/// Time constants of curves that are exponentials, and of some that are not.
class TestExponentialFit : public QObject {
    Q_OBJECT
private slots:
    void findsWhatItWasMadeOf_data()
    {
        QTest::addColumn<double>("tau");
        QTest::addColumn<double>("amplitude");
        for (const double tau : {0.3, 2.0, 8.0, 20.0, 50.0})
            for (const double amplitude : {-15.0, 0.001, 100.0}) QTest::addRow("τ %g, a %g", tau, amplitude) << tau << amplitude;
    }
    void findsWhatItWasMadeOf()
    {
        QFETCH(double, tau);
        QFETCH(double, amplitude);
        const auto fit = fitted(sampled(100, 120, 0.05, [&](double t) { return -65 + amplitude * std::exp(-(t - 100) / tau); }));
        QVERIFY2(fit.problem.empty(), std::string(fit.problem).c_str());
        COMPARE_WITHIN(fit.tau, tau, 1e-6 * tau);
        COMPARE_WITHIN(fit.final, -65, 1e-6 * std::abs(amplitude) * std::max(1.0, tau / 20));
        COMPARE_WITHIN(fit.amplitude, amplitude, 1e-6 * std::abs(amplitude) * std::max(1.0, tau / 20));
        COMPARE_WITHIN(fit.at(107), -65 + amplitude * std::exp(-7 / tau), 1e-6 * std::abs(amplitude));
        QVERIFY(fit.rSquared > 1 - 1e-9);
    }

    void aMembraneHasTheTimeConstantRC()
    {
        const Model& passive = *findModel("passive");
        Experiment experiment = defaultExperiment(passive);
        experiment.stimulus = {shaped("constant", {1})};
        const double tau = parameterOf(experiment, "R") * parameterOf(experiment, "C");
        const auto outcome = simulate(experiment, 4 * tau);
        Rows rows;
        for (std::size_t i = 0; i < outcome.trace.rows(); ++i) {
            rows.t.push_back(outcome.trace.time()[i]);
            rows.y.push_back(static_cast<float>(outcome.trace.state(0)[i])); // traces may keep single precision
        }
        const auto fit = fitted(rows);
        QVERIFY(fit.problem.empty());
        COMPARE_WITHIN(fit.tau, tau, 1e-4 * tau);
        COMPARE_WITHIN(fit.final, parameterOf(experiment, "E_L") + parameterOf(experiment, "R"), 1e-3);
    }

    void noiseMattersLittle()
    {
        std::mt19937 random(7);
        std::normal_distribution<double> noise(0, 0.2);
        const auto fit = fitted(sampled(0, 40, 0.01, [&](double t) { return -70 + 10 * std::exp(-t / 8) + noise(random); }));
        QVERIFY2(fit.problem.empty(), std::string(fit.problem).c_str());
        COMPARE_WITHIN(fit.tau, 8, 0.15);
        COMPARE_WITHIN(fit.residual, 0.2, 0.01);
    }

    void manyRowsAreThinnedEvenly()
    {
        const auto fit = fitted(sampled(0, 1000, 0.001, [](double t) { return 5 * std::exp(-t / 200); }));
        QVERIFY(fit.problem.empty());
        COMPARE_WITHIN(fit.tau, 200, 2e-4);
    }

    void saysWhatIsNotMeant_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<QString>("word");
        const auto line = [](double t) { return -70 + 0.1 * t; };
        QTest::newRow("nothing") << Rows{} << "fewer than";
        QTest::newRow("few rows") << sampled(0, 0.3, 0.05, line) << "fewer than";
        QTest::newRow("rest") << sampled(0, 10, 0.05, [](double) { return -65.0; }) << "does not change";
        QTest::newRow("straight line") << sampled(0, 10, 0.05, line) << "straight";
        QTest::newRow("slow for its span") << sampled(0, 10, 0.05, [](double t) { return std::exp(-t / 50); }) << "straight";
        QTest::newRow("grows") << sampled(0, 10, 0.05, [](double t) { return std::exp(t / 3); }) << "not an exponential";
        QTest::newRow("spike") << sampled(0, 10, 0.05, [](double t) { return -65 + 100 * std::exp(-std::pow(t - 5, 2)); })
                               << "rises and falls";
        QTest::newRow("sawtooth") << sampled(0, 10, 0.05, [](double t) { return std::fmod(t, 5.0); }) << "rises and falls";
        QTest::newRow("single row") << sampled(0, 10, 0.05, [](double t) { return t == 0 ? 1.0 : 0.0; }) << "within a row";
        QTest::newRow("sigmoid") << sampled(0, 20, 0.05, [](double t) { return 1 / (1 + std::exp(-(t - 10) * 3)); })
                                 << "not an exponential";
    }
    void saysWhatIsNotMeant()
    {
        QFETCH(Rows, rows);
        QFETCH(QString, word);
        const std::string problem = fitted(rows).problem;
        QVERIFY2(QString::fromStdString(problem).contains(word), problem.c_str());
    }
};

QTEST_GUILESS_MAIN(TestExponentialFit)
#include "tst_exponential_fit.moc"
