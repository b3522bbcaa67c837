// SPDX-License-Identifier: GPL-3.0-or-later
#include "measures.h"
#include "oscillation.h"
#include "strength_duration.h"
#include "support.h"

using namespace rheobase;

/// What is told where a membrane swings without spikes, and what a pulse has to reach.
class TestOscillation : public QObject {
    Q_OBJECT

private slots:
    void squidAxonSwings_data();
    void squidAxonSwings();
    void restAndFiringAreNone();
    void pulsesHaveTheirOwnThreshold();
};

void TestOscillation::squidAxonSwings_data()
{
    QTest::addColumn<double>("I");
    QTest::addColumn<bool>("swings");
    for (const auto& [I, swings] : {std::pair(10.0, false), std::pair(60.0, false), std::pair(64.0, true), std::pair(100.0, true),
                                    std::pair(150.0, true), std::pair(157.0, false), std::pair(200.0, false)})
        QTest::addRow("%g", I) << I << swings;
}

/// Between 62.9 and 154.5 µA/cm² the squid axon oscillates below 0 mV, from 126 Hz on.
void TestOscillation::squidAxonSwings()
{
    QFETCH(double, I);
    QFETCH(bool, swings);
    const Experiment e = under(*findModel("hodgkin-huxley"), I);
    const Outcome run = simulate(e, 1000);
    const auto found = oscillationBelowLevel(e, run.neuron.state, I);
    QCOMPARE(found.has_value(), swings);
    QCOMPARE(measure("oscillation").ofRun(measured(run.trace, e)).has_value(), swings);
    if (!swings) return;
    const auto V = run.trace.state(0);
    const auto times = run.trace.time();
    int crossings = 0;
    double first = 0, last = 0;
    for (std::size_t i = run.trace.firstAt(500); i + 1 < run.trace.rows(); ++i) {
        if (!(V[i - 1] < V[i] && V[i] >= V[i + 1])) continue; // peaks, where there are no spikes
        last = times[i];
        if (crossings++ == 0) first = times[i];
    }
    COMPARE_WITHIN(*found, 1000 * (crossings - 1) / (last - first), 0.3);
    QVERIFY(*found > 125 && *found < 175);
}

void TestOscillation::restAndFiringAreNone()
{
    for (const Model& model : catalogue()) {
        const Experiment e = under(model, 0);
        QVERIFY(!oscillationBelowLevel(e, start(e).state, 0));
        const Experiment driven = under(model, model.input.value);
        QVERIFY(!oscillationBelowLevel(driven, start(driven).state, model.input.value));
    }
}

/// Under pulses of 1 ms the rheobase is far too low, and it is the threshold of their width that is told.
void TestOscillation::pulsesHaveTheirOwnThreshold()
{
    Experiment e = under(*findModel("hodgkin-huxley"), 10);
    QVERIFY(!pulseWidthOf(e.stimulus));
    for (const StimulusComponent& pulses :
         {shaped("pulse-train", {20, 1, 50, 3, 10}), shaped("two-pulses", {20, 1, 10, 10, 10}), shaped("step", {20, 21, 10})}) {
        e.stimulus = {pulses};
        QCOMPARE(pulseWidthOf(e.stimulus).value(), 1.0);
    }
    e.stimulus = {shaped("step", {20, 220, 10})};
    QVERIFY(!pulseWidthOf(e.stimulus));
    const double I = pulseThreshold(e, 1, {})->I;
    for (const double part : {0.999, 1.001}) {
        e.stimulus = {shaped("step", {20, 21, part * I})};
        QCOMPARE(simulate(e, 100).trace.spikes().empty(), part < 1);
    }
    QVERIFY(I > 6 && I < 8);
}

QTEST_APPLESS_MAIN(TestOscillation)
#include "tst_oscillation.moc"
