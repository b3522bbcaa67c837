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
    void onsetsOfEpisodes();
    void crossingsAreInterpolated();
    void aSearchIsResumed();
    void howFarATriggerIsArmed();
    void noiseBeginsNoSweepOnAFallingFlank();
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

void TestEvents::onsetsOfEpisodes()
{
    Stimulus stimulus{shaped("two-pulses", {5, 1, 9, 4, 3})};
    stimulus.repeat = 40;
    QCOMPARE(nextOnset(stimulus, 0).value(), 5.0);
    QCOMPARE(nextOnset(stimulus, 16).value(), 45.0);
    QCOMPARE(nextOnset(stimulus, 4e6 + 6).value(), 4e6 + 15);
    QCOMPARE(lastOnset(stimulus, 0, 4), 0.0);
    QCOMPARE(lastOnset(stimulus, 0, 44.9), 15.0);
    QCOMPARE(lastOnset(stimulus, 0, 4e6 + 45), 4e6 + 45);
    QCOMPARE(lastOnset(stimulus, 50, 51), 50.0);
    stimulus[0].values = {5, 1, 9, 0, 0}; // no current, and no search without end
    QVERIFY(!nextOnset(stimulus, 1000));
    QCOMPARE(lastOnset(stimulus, 0, 1e9), 0.0);
}

void TestEvents::crossingsAreInterpolated()
{
    Trace trace(*findModel("passive"));
    const double terms[2] = {};
    for (int i = 0; i <= 4000; ++i) {
        const double t = 0.05 * i, V = -65 + 10 * std::sin(2 * std::numbers::pi * t / 40);
        trace.record(i == 0 ? Mark::start : Mark::sample, t, 0, {&V, 1}, terms);
    }
    const Extent all = trace.extent(2, 0, trace.rows());
    const double quarter = 40 * std::asin(0.5) / (2 * std::numbers::pi);
    for (const bool rising : {true, false}) {
        Followed followed;
        for (int k = 0; k < 5; ++k) {
            const auto found = nextEvent(trace, trigger(trace.model(), -60, rising, all), followed);
            QVERIFY(found);
            COMPARE_WITHIN(*found, 40 * k + (rising ? quarter : 20 - quarter), 2e-4);
        }
        QVERIFY(!nextEvent(trace, trigger(trace.model(), -60, rising, all), followed));
        followed = {};
        QVERIFY(!nextEvent(trace, trigger(trace.model(), -40, rising, all), followed));
    }
}

void TestEvents::aSearchIsResumed()
{
    Trace trace(*findModel("passive"));
    const double terms[2] = {};
    Followed followed;
    const Trigger upwards{-60, -65};
    const auto add = [&](double V) { trace.record(trace.empty() ? Mark::start : Mark::sample, double(trace.rows()), 0, {&V, 1}, terms); };
    for (const double V : {-70.0, -68.0}) add(V);
    QVERIFY(!nextEvent(trace, upwards, followed));
    add(-50); // the crossing lies between a row that was searched and one that is new
    COMPARE_WITHIN(nextEvent(trace, upwards, followed).value(), 1 + 8.0 / 18, 1e-9);
    QVERIFY(!nextEvent(trace, upwards, followed));
    for (const double V : {-61.0, -59.0, -64.9, -59.0}) add(V); // about the level: it is not armed again
    QVERIFY(!nextEvent(trace, upwards, followed));
    add(-65.0);
    QVERIFY(!nextEvent(trace, upwards, followed));
    add(-62.0); // armed it stays
    add(-58.0);
    COMPARE_WITHIN(nextEvent(trace, upwards, followed).value(), 8.5, 1e-9);
}

/// 10 mV; less where the potential does not go so far, as between the reset and the threshold of an integrate-and-fire neuron.
void TestEvents::howFarATriggerIsArmed()
{
    QCOMPARE(trigger(*findModel("hodgkin-huxley"), 0, true, {-77, 40}).armedAt, -10.0);
    QCOMPARE(trigger(*findModel("hodgkin-huxley"), 0, false, {-77, 40}).armedAt, 10.0);
    QCOMPARE(trigger(*findModel("hodgkin-huxley"), -60, true, {-65, -50}).armedAt, -62.5);
    QCOMPARE(trigger(*findModel("hodgkin-huxley"), -60, false, {-65, -50}).armedAt, -55.0);
    QCOMPARE(trigger(*findModel("hodgkin-huxley"), -60, true, {-55, -50}).armedAt, -60.0); // it never has been below
    QCOMPARE(trigger(*findModel("hodgkin-huxley"), -60, true, {}).armedAt, -60.0);
}

/// Noise passes a level upwards on falling flanks, too; such a passage is none. Hodgkin–Huxley, 10 µA/cm², white noise of 10.
void TestEvents::noiseBeginsNoSweepOnAFallingFlank()
{
    Experiment noisy = under(*findModel("hodgkin-huxley"), 10);
    noisy.noise = {.kind = Noise::Kind::white, .sigma = 10};
    const Trace trace = simulate(noisy, 5000).trace;
    const Extent all = trace.extent(2, 0, trace.rows());
    for (const double level : {-20.0, -45.0}) {
        const auto count = [&](const Trigger& what) {
            int events = 0;
            double last = 0;
            Followed followed;
            while (const auto found = nextEvent(trace, what, followed)) {
                const Extent since = trace.extent(2, trace.firstAt(last), trace.firstAt(*found));
                const bool isFalling = since.least > level - trace.model().spikeRearm;
                if (what.armedAt < level) [&] { QVERIFY2(!isFalling, qPrintable(QString::number(*found))); }();
                last = *found;
                ++events;
            }
            return events;
        };
        const int without = count({level, level}), with = count(trigger(trace.model(), level, true, all));
        QVERIFY2(with > 300 && with < without, qPrintable(QString("%1 of %2").arg(with).arg(without)));
    }
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
