// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/spikes.h"
#include "catalogue.h"

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

/// A trace with one spike: a triangle from −70 up to 30 mV and down again, 1 ms each way, rows every `step` ms.
Trace triangle(double step)
{
    const Model& model = *findModel("hodgkin-huxley");
    Trace trace(model);
    const std::vector<double> terms(model.terms.size());
    std::vector<double> state(model.state.size());
    for (int i = 0; i * step <= 10; ++i) {
        const double t = i * step;
        state[0] = -70 + 100 * std::max(0.0, 1 - std::abs(t - 5));
        if (t - step < 4.7 && t >= 4.7) trace.record(Mark::crossing, 4.7, 0, state, terms);
        trace.record(i == 0 ? Mark::start : Mark::sample, t, 0, state, terms);
    }
    return trace;
}

}

/// Intervals, rates and shapes of spikes.
class SpikesTest : public QObject {
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
        QVERIFY(std::abs(1000 / *lastInterval(trace.spikes()) - *steadyRate(leaky(), leaky().defaults(), 2.4)) < 1e-6);
        QVERIFY(*variationOfIntervals(trace.spikes()) < 1e-9);
    }

    void intervals()
    {
        const double spikes[] = {100, 110, 130, 140, 160};
        QCOMPARE(*lastInterval(spikes), 20.0);
        QVERIFY(!lastInterval(std::span(spikes, 1)));
        QVERIFY(std::abs(*variationOfIntervals(spikes) - std::sqrt(100.0 / 3) / 15) < 1e-12);
        QVERIFY(!variationOfIntervals(std::span(spikes, 3)));
        QVERIFY(!variationOfIntervals({}));
        QVERIFY(std::abs(*variationOfIntervals(spikes, 3) - std::sqrt(100.0 / 3) / (50.0 / 3)) < 1e-12);
    }

    void shapeOfATriangle()
    {
        const auto shape = lastSpikeShape(triangle(0.05));
        QVERIFY(shape);
        QVERIFY(std::abs(shape->amplitude - 100) < 1e-9);
        QVERIFY(std::abs(shape->halfWidth - 1) < 1e-9);
    }

    void noShapeFromTooFewRows() { QVERIFY(!lastSpikeShape(triangle(0.4))); }

    void shapeOfASquidSpike()
    {
        const Trace trace = run(*findModel("hodgkin-huxley"), 10, 100);
        const auto shape = lastSpikeShape(trace);
        QVERIFY(shape);
        QVERIFY(shape->amplitude > 95 && shape->amplitude < 115);
        QVERIFY(shape->halfWidth > 1 && shape->halfWidth < 2);
    }

    void noShapeWhereNothingFires() { QVERIFY(!lastSpikeShape(run(*findModel("hodgkin-huxley"), 0, 20))); }
};

QTEST_GUILESS_MAIN(SpikesTest)
#include "tst_spikes.moc"
