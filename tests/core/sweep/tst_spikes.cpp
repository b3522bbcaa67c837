// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweeps.h"

using namespace rheobase;

/// What counts as a spike, when input begins and ends, and when a run does: where a count or a time would teach something false.
class TestSpikes : public QObject {
    Q_OBJECT

private slots:
    void noiseCountsAlikeAtEveryStep_data();
    void noiseCountsAlikeAtEveryStep();
    void strongCurrentsKeepTheirSpikes_data();
    void strongCurrentsKeepTheirSpikes();
    void withoutFeedbackThereAreNone_data();
    void withoutFeedbackThereAreNone();
    void lanesCountTheSame_data();
    void lanesCountTheSame();
    void armedBelowItsLevel();
    void whiteNoiseIsThatOfTheLimit_data();
    void whiteNoiseIsThatOfTheLimit();
    void loweredThresholdsAreNotRecorded();
    void touchingPulsesAreOne_data();
    void touchingPulsesAreOne();
    void latencyIsOfTheOnset();
    void endsWithTheDuration();
};

namespace {

Experiment squid(double I)
{
    Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    e.stimulus = {shaped("constant", {I})};
    return e;
}

std::size_t spikesOf(const Experiment& e, double duration) { return simulate(e, duration, 1000).trace.spikes().size(); }

}

void TestSpikes::noiseCountsAlikeAtEveryStep_data()
{
    QTest::addColumn<double>("sigma");
    for (const double sigma : {5.0, 10.0}) QTest::addRow("sigma %g", sigma) << sigma;
}

/// The mean count over seeds, within 3 %; every crossing of 0 mV would be 398, 532 and 648 in 5 s at σ = 10.
void TestSpikes::noiseCountsAlikeAtEveryStep()
{
    QFETCH(double, sigma);
    std::vector<double> means;
    for (const double dt : {0.05, 0.01}) {
        std::size_t count = 0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            Experiment e = squid(10);
            e.noise = {Noise::Kind::white, sigma, 5};
            e.dt = dt;
            e.seed = seed;
            const Outcome run = simulate(e, 1000, 1000);
            const auto spikes = run.trace.spikes();
            count += spikes.size();
            for (std::size_t i = 1; i < spikes.size(); ++i) QVERIFY(spikes[i] - spikes[i - 1] > 1);
        }
        means.push_back(static_cast<double>(count) / 20);
    }
    QVERIFY2(std::abs(means[0] / means[1] - 1) < 0.03, qPrintable(QString("%1, %2").arg(means[0]).arg(means[1])));
}

void TestSpikes::strongCurrentsKeepTheirSpikes_data()
{
    QTest::addColumn<double>("I");
    QTest::addColumn<double>("level");
    QTest::addColumn<int>("spikes");
    QTest::newRow("60") << 60.0 << 0.0 << 249;
    QTest::newRow("100, lower level") << 100.0 << -35.0 << 295;
}

/// Every peak of two seconds.
void TestSpikes::strongCurrentsKeepTheirSpikes()
{
    QFETCH(double, I);
    QFETCH(double, level);
    QFETCH(int, spikes);
    Experiment e = squid(I);
    e.spikeLevel = level;
    QVERIFY(std::abs(static_cast<double>(spikesOf(e, 2000)) - spikes) <= 1);
}

void TestSpikes::withoutFeedbackThereAreNone_data()
{
    QTest::addColumn<QString>("conductance");
    QTest::addColumn<StimulusComponent>("stimulus");
    for (const char* conductance : {"g_Na", "g_K"}) {
        if (conductance == std::string("g_Na")) {
            QTest::addRow("%s, steps", conductance) << conductance << shaped("step", {20, 120, 300});
            QTest::addRow("%s, sine", conductance) << conductance << shaped("sine", {0, 1000, 5000, 10, 0, 0});
        }
        QTest::addRow("%s, pulses", conductance)
            << conductance << shaped("pulse-train", {20, 1, 60, 15, conductance == std::string("g_Na") ? 300.0 : 20.0});
    }
}

/// A membrane that is only charged has no upstroke, however high it goes; bumps of 10 mV of one that stays depolarised are no spikes.
void TestSpikes::withoutFeedbackThereAreNone()
{
    QFETCH(QString, conductance);
    QFETCH(StimulusComponent, stimulus);
    Experiment e = squid(0);
    set(e, conductance.toStdString(), 0);
    e.stimulus = {stimulus};
    const Outcome run = simulate(e, 1000);
    if (conductance == "g_Na") QVERIFY(std::ranges::max(run.trace.state(0)) > 0);
    QVERIFY2(run.trace.spikes().empty(), qPrintable(QString::number(run.trace.spikes().size())));
}

void TestSpikes::lanesCountTheSame_data()
{
    QTest::addColumn<double>("level");
    for (const double level : {0.0, -35.0, 20.0}) QTest::addRow("level %g", level) << level;
}

void TestSpikes::lanesCountTheSame()
{
    QFETCH(double, level);
    Sweep sweep = sweepOf("hodgkin-huxley", {{"g_Na", 0, 240, 9}, {"I", 0, 200, 9}}, 200);
    sweep.experiment.spikeLevel = level;
    const auto points = run(sweep);
    std::size_t silent = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        compareWithRun(sweep, i, points[i]);
        silent += points[i].spikes == 0;
    }
    QVERIFY(silent > 9 && silent < points.size() - 9);
}

void TestSpikes::armedBelowItsLevel()
{
    Experiment e = squid(10);
    QCOMPARE(rearmLevel(e), -10.0);
    e.spikeLevel = -35;
    QCOMPARE(rearmLevel(e), -45.0);
    const std::size_t usual = spikesOf(e, 500);
    QVERIFY(usual > 20);
    e.spikeRearm = -75.5; // V is never so low: the first spike is the last
    QCOMPARE(spikesOf(e, 500), std::size_t{1});
    QVERIFY(problem(e).empty());
    e.spikeRearm = -30;
    QVERIFY(!problem(e).empty());
}

void TestSpikes::whiteNoiseIsThatOfTheLimit_data()
{
    QTest::addColumn<double>("I");
    QTest::addColumn<double>("rate");
    QTest::newRow("1.8 nA") << 1.8 << 9.005;
    QTest::newRow("1.9 nA") << 1.9 << 22.241;
    QTest::newRow("2.1 nA") << 2.1 << 45.326;
}

/// The rate of the leaky neuron under white noise of 0.4 nA·√ms in the diffusion limit, which steps of 0.05 ms gave 3 to 11 % too low.
void TestSpikes::whiteNoiseIsThatOfTheLimit()
{
    QFETCH(double, I);
    QFETCH(double, rate);
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    e.stimulus = {shaped("constant", {I})};
    e.noise = {Noise::Kind::white, 0.4, 5};
    e.duration = 2e6;
    e.seed = 11;
    QCOMPARE(e.dt, 0.05);
    const Sweep sweep{.experiment = e, .axes = {{"I", I, I, 1}}, .settle = 0};
    const double counted = static_cast<double>(run(sweep)[0].spikes) / (e.duration / 1000);
    QVERIFY2(std::abs(counted / rate - 1) < 0.01, qPrintable(QString::number(counted)));
}

/// In rows the potential reaches the threshold itself.
void TestSpikes::loweredThresholdsAreNotRecorded()
{
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    e.stimulus = {shaped("constant", {2.5})};
    e.noise = {Noise::Kind::white, 0.4, 5};
    const Outcome single = simulate(e, 1000);
    QVERIFY(single.trace.spikes().size() > 10);
    COMPARE_WITHIN(std::ranges::max(single.trace.state(0)), -50, 1e-9);
    Sweep sweep{.experiment = e, .axes = {{"I", 2.5, 2.5, 1}}};
    COMPARE_WITHIN(run(sweep)[0].highest, -50, 1e-9);
}

void TestSpikes::touchingPulsesAreOne_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<double>("width");
    QTest::newRow("from 0") << 0.0 << 1.1;
    QTest::newRow("from 0.1") << 0.1 << 2.2;
}

/// No row between two pulses that touch is without their current, nor has it that of both.
void TestSpikes::touchingPulsesAreOne()
{
    QFETCH(double, start);
    QFETCH(double, width);
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    e.stimulus = {shaped("pulse-train", {start, width, width, 54, 1})};
    for (const double dt : {0.05, 0.1, 0.3}) {
        e.dt = dt;
        const Outcome run = simulate(e, 50);
        for (std::size_t i = 0; i < run.trace.rows(); ++i)
            if (run.trace.time()[i] > start + 1e-9) QCOMPARE(run.trace.value(1, i), 1.0);
    }
    Drive drive(e.stimulus);
    QCOMPARE(drive.nextEdge(), start > 0 ? start : width);
}

void TestSpikes::latencyIsOfTheOnset()
{
    Experiment e = squid(0);
    e.stimulus = {shaped("step", {20, 120, 10})};
    e.duration = 200;
    const auto points = run(Sweep{.experiment = e, .axes = {{"step.start", 5, 50, 4}}});
    for (const SweepPoint& point : points) COMPARE_WITHIN(point.latency, 1.9012, 1e-3);
}

void TestSpikes::endsWithTheDuration()
{
    for (const Model& model : catalogue()) {
        Experiment e = defaultExperiment(model);
        e.dt = 0.05;
        e.duration = 10.03;
        const Outcome run = simulate(e, e.duration);
        QCOMPARE(run.neuron.time, 10.03);
        QCOMPARE(run.trace.latestTime(), 10.03);
        const SweepPoint point = rheobase::run(Sweep{.experiment = e, .axes = {{"I", model.input.value, model.input.value, 1}}})[0];
        for (std::size_t i = 0; i < run.neuron.state.size(); ++i) COMPARE_WITHIN(point.finalState[i], run.neuron.state[i], 1e-9);
    }
}

QTEST_APPLESS_MAIN(TestSpikes)
#include "tst_spikes.moc"
