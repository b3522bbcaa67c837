// SPDX-License-Identifier: GPL-3.0-or-later
// What cursors and rulers read from a trace.
#include "catalogue.h"
#include "readings.h"

#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

/// A trace of the passive membrane's columns whose potential is a function of time, in rows of 0.1 ms.
template<class Function> Trace drawn(double end, Function potential)
{
    const Model& model = *findModel("passive");
    Trace trace(model);
    const std::vector<double> terms(model.terms.size());
    for (int i = 0; i * 0.1 <= end + 1e-9; ++i) {
        const double t = i * 0.1, V = potential(t);
        trace.record(i == 0 ? Mark::start : Mark::sample, t, 0, {&V, 1}, terms);
    }
    return trace;
}

}

class TestReadings : public QObject {
    Q_OBJECT

private slots:
    void findsTheNearestRow()
    {
        const Trace trace = drawn(10, [](double t) { return t; });
        QCOMPARE(nearestRow(trace, 3.04), std::size_t(30));
        QCOMPARE(nearestRow(trace, 3.06), std::size_t(31));
        QCOMPARE(nearestRow(trace, -5), std::size_t(0));
        QCOMPARE(nearestRow(trace, 50), std::size_t(100));
    }

    void findsPeaksAndTroughs()
    {
        const Trace trace = drawn(20, [](double t) { return std::sin(2 * M_PI * t / 10); });
        QCOMPARE(nextExtremum(trace, 2, 0, 1, 0.05), std::size_t(25));
        QCOMPARE(nextExtremum(trace, 2, 25, 1, 0.05), std::size_t(75));
        QCOMPARE(nextExtremum(trace, 2, 24, 1, 0.05), std::size_t(25));
        QCOMPARE(nextExtremum(trace, 2, 175, -1, 0.05), std::size_t(125));
        QCOMPARE(nextExtremum(trace, 2, 176, 1, 0.05), std::nullopt);
    }

    void passesOverSmallTurns()
    {
        const Trace trace = drawn(20, [](double t) { return std::sin(2 * M_PI * t / 20) + 0.01 * std::sin(2 * M_PI * t / 0.7); });
        const auto peak = nextExtremum(trace, 2, 0, 1, 0.1);
        QVERIFY(peak && std::abs(trace.time(*peak) - 5) < 0.5);
    }

    void measuresAStretch()
    {
        const Trace trace = drawn(20, [](double t) { return t < 10 ? 2 * t : 20; });
        const Measurement found = measure(trace, 2, 0, 20);
        QVERIFY(std::abs(*found.mean - 15) < 1e-6);
        QCOMPARE(found.extent, (Extent{0, 20}));
        QCOMPARE(found.spikes, std::size_t(0));
        QVERIFY(!found.intervalRate);
        QVERIFY(!measure(trace, 2, 30, 40).mean);
    }

    void countsSpikes()
    {
        Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
        Trace trace(*e.model);
        const double values[] = {-60, -55};
        const std::vector<double> terms(e.model->terms.size());
        trace.record(Mark::start, 0, 0, {values, 1}, terms);
        for (const double t : {10.0, 20.0, 40.0, 80.0}) trace.record(Mark::peak, t, 0, {values, 1}, terms);
        const Measurement found = measure(trace, 2, 10, 50);
        QCOMPARE(found.spikes, std::size_t(3));
        QCOMPARE(found.rate(), 75.0);
        QCOMPARE(*found.intervalRate, 75.0);
        QCOMPARE(measure(trace, 2, 11, 41).spikes, std::size_t(2));
        QCOMPARE(*measure(trace, 2, 11, 41).intervalRate, 50.0);
    }
};

QTEST_APPLESS_MAIN(TestReadings)
#include "tst_readings.moc"
