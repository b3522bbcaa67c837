// SPDX-License-Identifier: GPL-3.0-or-later
#include "lanes.h"
#include "sweeps.h"

using namespace rheobase;

class TestSweepNoise : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { qunsetenv("RHEOBASE_SIMD"); }
    void equalsRuns_data();
    void equalsRuns();
    void tellsDivergence();
    void isStopped();
};

void TestSweepNoise::equalsRuns_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("dt");
    const auto row = [](const char* model, const char* name, double from, double to, double dt) {
        QTest::addRow("%s over %s, steps of %g ms", model, name, dt) << model << name << from << to << dt;
    };
    for (const char* model : {"passive", "perfect-integrate-and-fire", "leaky-integrate-and-fire"}) row(model, "I", -1, 8, 0.1);
    row("perfect-integrate-and-fire", "t_ref", 0, 3, 0.5);
    row("leaky-integrate-and-fire", "I", 0, 8, 0.0371);
    row("leaky-integrate-and-fire", "I", 0, 100, 1);
    row("leaky-integrate-and-fire", "R", 1, 200, 0.05);
    row("leaky-integrate-and-fire", "V_th", -64, -40, 0.05);
    row("leaky-integrate-and-fire", "t_ref", 0, 60, 0.25);
}

/// Side by side, on every instruction set, from below and from above the threshold, as one by one.
void TestSweepNoise::equalsRuns()
{
    QFETCH(QString, model);
    QFETCH(QString, name);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, dt);
    Sweep sweep = sweepOf(model.toStdString(), {{name.toStdString(), from, to, 57}}, 303.7);
    sweep.experiment.dt = dt;
    for (const double initial : {-70.0, -30.0})
        for (const Noise& noise : {Noise{Noise::Kind::white, 2}, Noise{Noise::Kind::ornsteinUhlenbeck, 0.7, 20}}) {
            sweep.experiment.initial[0] = initial;
            sweep.experiment.noise = noise;
            const auto stepped = run(withoutShortCut(sweep));
            for (const InstructionSet& set : instructionSets()) {
                qputenv("RHEOBASE_SIMD", QByteArray(set.name.data()));
                compareClosely(run(sweep), stepped);
            }
        }
}

void TestSweepNoise::tellsDivergence()
{
    Sweep sweep = sweepOf("leaky-integrate-and-fire", {{"C", 1e-9, 1, 2}}, 10);
    sweep.experiment.noise = {Noise::Kind::white, 0.1};
    sweep.experiment.stimulus = {shaped("constant", {3})};
    set(sweep.experiment, "t_ref", 0);
    const auto points = run(sweep);
    QVERIFY(points[0].diverged);
    QVERIFY(!points[1].diverged);
}

void TestSweepNoise::isStopped()
{
    Sweep sweep = sweepOf("leaky-integrate-and-fire", {{"I", 0, 8, 1000}}, 1e9);
    sweep.experiment.noise = {Noise::Kind::white, 0.1};
    std::stop_source stop;
    std::vector<SweepPoint> points(1);
    std::jthread thread([&] { points = run(sweep, stop.get_token(), 2); });
    waitForWork(50);
    stop.request_stop();
    thread.join(); // or it would take hours
    QVERIFY(points.empty());
}

QTEST_APPLESS_MAIN(TestSweepNoise)
#include "tst_sweep_noise.moc"
