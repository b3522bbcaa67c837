// SPDX-License-Identifier: GPL-3.0-or-later
// Events that a trigger waits for: onsets of stimuli, crossings of a level; and the mean about events.
#include "events.h"
#include "support.h"

using namespace rheobase;

class TestEvents : public QObject {
    Q_OBJECT
private slots:
    void onsets_data();
    void onsets();
    void crossingsAreInterpolated();
    void aSearchIsResumed();
    void meanOfEqualsIsOne();
    void meanOfOppositesIsTheMiddle();
};

void TestEvents::onsets_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QList<double>>("expected");
    using L = QList<double>;
    QTest::newRow("constant") << "constant" << L{2} << L{};
    QTest::newRow("no current") << "constant" << L{0} << L{};
    QTest::newRow("step at once") << "step" << L{0, 70, 3} << L{0};
    QTest::newRow("step") << "step" << L{20, 70, 3} << L{20};
    QTest::newRow("step down") << "step" << L{20, 70, -3} << L{20};
    QTest::newRow("pulses") << "pulse-train" << L{10, 2, 25, 3, 5} << L{10, 35, 60};
    QTest::newRow("two pulses") << "two-pulses" << L{5, 1, 9, 4, 3} << L{5, 15};
    QTest::newRow("ramp from nothing") << "ramp" << L{12, 80, 0, 9} << L{12};
    QTest::newRow("sine") << "sine" << L{30, 90, 2, 20, 0, 0} << L{30};
}

void TestEvents::onsets()
{
    QFETCH(QString, shape);
    QFETCH(QList<double>, values);
    QFETCH(QList<double>, expected);
    const Stimulus stimulus{shaped(shape.toStdString(), {values.begin(), values.end()})};
    QList<double> found;
    for (auto next = nextOnset(stimulus, 0); next; next = nextOnset(stimulus, *next + 1e-6)) found << *next;
    QCOMPARE(found, expected);
    for (const double onset : expected) QCOMPARE(nextOnset(stimulus, onset).value(), onset); // at the time itself
}

void TestEvents::crossingsAreInterpolated()
{
    Trace trace(*findModel("passive"));
    const double terms[2] = {};
    for (int i = 0; i <= 4000; ++i) {
        const double t = 0.05 * i, V = -65 + 10 * std::sin(2 * std::numbers::pi * t / 40);
        trace.record(i == 0 ? Mark::start : Mark::sample, t, 0, {&V, 1}, terms);
    }
    const double quarter = 40 * std::asin(0.5) / (2 * std::numbers::pi);
    for (const bool rising : {true, false}) {
        std::size_t row = 0;
        for (int k = 0; k < 5; ++k) {
            const auto found = nextCrossing(trace, -60, rising, row);
            QVERIFY(found);
            COMPARE_WITHIN(*found, 40 * k + (rising ? quarter : 20 - quarter), 2e-4);
        }
        QVERIFY(!nextCrossing(trace, -60, rising, row));
        row = 0;
        QVERIFY(!nextCrossing(trace, -40, rising, row));
    }
}

void TestEvents::aSearchIsResumed()
{
    Trace trace(*findModel("passive"));
    const double terms[2] = {};
    std::size_t row = 0;
    const auto add = [&](double V) { trace.record(trace.empty() ? Mark::start : Mark::sample, double(trace.rows()), 0, {&V, 1}, terms); };
    for (const double V : {-70.0, -68.0}) add(V);
    QVERIFY(!nextCrossing(trace, -60, true, row));
    add(-50); // the crossing lies between a row that was searched and one that is new
    COMPARE_WITHIN(nextCrossing(trace, -60, true, row).value(), 1 + 8.0 / 18, 1e-9);
    QVERIFY(!nextCrossing(trace, -60, true, row));
}

void TestEvents::meanOfEqualsIsOne()
{
    const Outcome run = simulate(under(*findModel("leaky-integrate-and-fire"), 3), 500);
    const auto spikes = run.trace.spikes();
    const double events[] = {spikes[5], spikes[9], spikes[14]};
    const double interval = spikes[6] - spikes[5];
    const Trace mean = meanAbout(run.trace, events, {0.1 * interval, 0.9 * interval}, 200);
    QCOMPARE(mean.rows(), std::size_t{200});
    COMPARE_WITHIN(mean.time(0), 0.1 * interval, 1e-9);
    COMPARE_WITHIN(mean.latestTime(), 0.9 * interval, 1e-9);
    for (std::size_t row = 0; row < mean.rows(); ++row) {
        const std::size_t same = run.trace.firstAt(spikes[20] + mean.time(row));
        COMPARE_WITHIN(mean.value(2, row), run.trace.value(2, same), 0.2);
    }
}

void TestEvents::meanOfOppositesIsTheMiddle()
{
    Trace trace(*findModel("passive"));
    for (int i = 0; i < 200; ++i) {
        const double V = i % 100 < 50 ? -60 : -80, terms[2] = {V, 0};
        trace.record(i == 0 ? Mark::start : Mark::sample, i, 1, {&V, 1}, terms);
    }
    const double events[] = {25, 75};
    const Trace mean = meanAbout(trace, events, {-20, 20}, 41);
    for (std::size_t row = 0; row < mean.rows(); ++row) QCOMPARE(mean.value(2, row), -70.f);
    QCOMPARE(mean.value(3, 0), -70.f);
    QCOMPARE(mean.value(1, 0), 1.f);
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
