// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "steady_rate.h"
#include "trace.h"

#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

std::vector<double> with(const Model& model, std::initializer_list<std::pair<const char*, double>> values)
{
    auto parameters = model.defaults();
    for (const auto& [name, value] : values) parameters[*indexOf(model.parameters, name)] = value;
    return parameters;
}

/// A trace of a run of a model under a constant current, from its start.
Trace run(const Model& model, double I, double duration)
{
    Experiment experiment = defaultExperiment(model);
    experiment.stimulus = {component(*stimulusShape("constant"), model.input)};
    experiment.stimulus.front().values.front() = I;
    Trace trace(model);
    const auto solver = makeSolver(experiment);
    solver->recordNow(Mark::start, trace);
    solver->advance(static_cast<std::uint64_t>(duration / experiment.dt), 1, trace);
    return trace;
}

}

/// The rate in closed form.
class TestSteadyRate : public QObject {
    Q_OBJECT
private slots:
    void rateOfTheLeakyModel_data()
    {
        QTest::addColumn<double>("I");
        for (const double I : {2.001, 2.1, 2.4, 3.0, 8.0, 100.0}) QTest::addRow("%g nA", I) << I;
    }
    void rateOfTheLeakyModel()
    {
        QFETCH(double, I);
        const double R = 10, tau = 8, E = -70, threshold = -50, reset = -65, held = 2;
        const double expected = 1000 / (held + tau * std::log((R * I + E - reset) / (R * I + E - threshold)));
        const double rate = *steadyRate(leaky(), leaky().defaults(), I);
        QVERIFY2(std::abs(rate - expected) < 1e-9 * expected, qPrintable(QString::number(rate - expected)));
    }

    void rateOfThePerfectModel()
    {
        const Model& perfect = *findModel("perfect-integrate-and-fire");
        const double held = 2, C = 0.8, rise = 15, I = 0.5;
        QVERIFY(std::abs(*steadyRate(perfect, perfect.defaults(), I) - 1000 / (held + C * rise / I)) < 1e-9);
        QVERIFY(std::abs(*steadyRate(perfect, with(perfect, {{"t_ref", 0}}), I) - 1000 * I / (C * rise)) < 1e-9);
        QCOMPARE(*steadyRate(perfect, perfect.defaults(), 0), 0.0);
        QCOMPARE(*steadyRate(perfect, perfect.defaults(), -1), 0.0);
    }

    void noRateBelowTheRheobase()
    {
        QCOMPARE(*steadyRate(leaky(), leaky().defaults(), 2.0), 0.0);
        QCOMPARE(*steadyRate(leaky(), leaky().defaults(), 1.9), 0.0);
        QVERIFY(*steadyRate(leaky(), with(leaky(), {{"E_L", -60}}), 1.9) > 0);
    }

    void noClosedFormForOtherModels()
    {
        for (const char* id : {"passive", "hodgkin-huxley"}) QVERIFY(!steadyRate(*findModel(id), findModel(id)->defaults(), 10));
    }

    void theRunHasThatRate()
    {
        const Trace trace = run(leaky(), 2.4, 200);
        const auto spikes = trace.spikes();
        QVERIFY(std::abs(1000 / (spikes[5] - spikes[4]) - *steadyRate(leaky(), leaky().defaults(), 2.4)) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(TestSteadyRate)
#include "tst_steady_rate.moc"
