// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweeps.h"

using namespace rheobase;

namespace {

constexpr double period = 50;

/// Strengths of two pulses.
Sweep pulses(std::string_view id, double duration)
{
    const double strong = 4 * findModel(id)->input.max;
    Sweep sweep = sweepOf(id, {{"I", 0, strong, 9}}, duration);
    sweep.experiment.stimulus = {shaped("two-pulses", {10, 2, 8, 1, 0.5 * strong})};
    sweep.experiment.stimulus.repeat = period;
    return sweep;
}

/// The window of a stimulus with every episode written out, up to those that begin after the end.
MeasureWindow writtenOut(const Stimulus& stimulus, double since, double end)
{
    Stimulus all;
    for (double begin = 0; begin < end + period; begin += period)
        for (StimulusComponent c : stimulus) {
            c.values[0] += begin;
            if (c.shape->id == "step") c.values[1] += begin;
            all.push_back(c);
        }
    return measureWindow(all, since, end, 0.25, 1e-9);
}

}

/// What is measured of episodes is what is measured of the run in which they are written out.
class TestSweepEpisodes : public QObject {
    Q_OBJECT

private slots:
    void lanesAreRuns_data() { modelRows(); }
    void lanesAreRuns();
    void lengthsAreLimitedByThePeriod();
    void windowIsThatOfAllEpisodes_data();
    void windowIsThatOfAllEpisodes();
};

void TestSweepEpisodes::lanesAreRuns()
{
    QFETCH(const Model*, model);
    const Sweep sweep = pulses(model->id, 330);
    QVERIFY(problem(sweep).empty());
    const std::vector<SweepPoint> points = run(sweep);
    for (std::size_t i = 0; i < points.size(); ++i) compareWithRun(sweep, i, points[i]);
    QVERIFY(!model->fires() || points.back().spikes >= 6);
    Sweep once = sweep;
    once.experiment.stimulus.repeat = 0;
    QVERIFY(!model->fires() || run(once).back().spikes < points.back().spikes);
}

void TestSweepEpisodes::lengthsAreLimitedByThePeriod()
{
    Sweep sweep = pulses("leaky-integrate-and-fire", 330);
    sweep.axes = {{"two-pulses.gap", 1, 35, 5}};
    QVERIFY(problem(sweep).empty());
    sweep.axes = {{"two-pulses.gap", 1, 36, 5}};
    const std::string said = problem(sweep);
    QVERIFY2(said.find("repeat must be longer than the stimulus, which ends at 50 ms") != std::string::npos, said.c_str());
}

void TestSweepEpisodes::windowIsThatOfAllEpisodes_data()
{
    QTest::addColumn<double>("since");
    QTest::addColumn<double>("end");
    for (const double since : {0.0, 5.0, 11.0, 22.0, 23.0, 60.0, 75.0, 301.0})
        for (const double length : {1.0, 10.0, 37.0, 50.0, 444.0})
            QTest::addRow("from %g ms for %g ms", since, length) << since << since + length;
}

void TestSweepEpisodes::windowIsThatOfAllEpisodes()
{
    QFETCH(double, since);
    QFETCH(double, end);
    Stimulus stimulus = {shaped("two-pulses", {10, 2, 8, 0, 12}), shaped("step", {21, 23, 1})};
    const MeasureWindow expected = writtenOut(stimulus, since, end);
    stimulus.repeat = period;
    const MeasureWindow window = measureWindow(stimulus, since, end, 0.25, 1e-9);
    QCOMPARE(window.from, expected.from);
    QCOMPARE(window.settled, expected.settled);
    QCOMPARE(window.to, expected.to);
    QCOMPARE(measureWindow(stimulus, since).to, MeasureWindow::endless);
}

QTEST_GUILESS_MAIN(TestSweepEpisodes)
#include "tst_sweep_episodes.moc"
