// SPDX-License-Identifier: GPL-3.0-or-later
#include "alone.h"
#include "lane_run.h"
#include "sweeps.h"

using namespace rheobase;

namespace {

constexpr SolverKind stepped[] = {SolverKind::rungeKutta4, SolverKind::heun, SolverKind::forwardEuler};

/// Of one neuron of a sweep, alone and beside others.
QString difference(const Sweep& sweep, std::size_t i, const SweepPoint& alone, const SweepPoint& lane)
{
    return QString("point %1 under %2: %3 spikes alone, %4 in its lane; last interval %5 and %6, V %7 and %8, lowest %9 and %10")
               .arg(i)
               .arg(sweep.experiment.stimulus.empty() ? "nothing" : sweep.experiment.stimulus[0].shape->id.data())
               .arg(alone.spikes)
               .arg(lane.spikes)
               .arg(alone.lastInterval, 0, 'g', 17)
               .arg(lane.lastInterval, 0, 'g', 17)
               .arg(alone.finalState[0], 0, 'g', 17)
               .arg(lane.finalState[0], 0, 'g', 17)
               .arg(alone.lowest, 0, 'g', 17)
               .arg(lane.lowest, 0, 'g', 17)
           + QString(", second state %1 and %2, rate %3 and %4, diverged %5 and %6, for %7")
                 .arg(alone.finalState[1], 0, 'g', 17)
                 .arg(lane.finalState[1], 0, 'g', 17)
                 .arg(alone.rate)
                 .arg(lane.rate)
                 .arg(alone.diverged)
                 .arg(lane.diverged)
                 .arg(sweep.axes[0].name.c_str());
}

/// Every answer but a neuron's oscillation, by every instruction set, to the bit.
void compareLanesWithRuns(const Sweep& sweep)
{
    const Grid grid(sweep);
    QVERIFY(kernelFor(grid).carry);
    std::vector<SweepPoint> alone;
    for (std::size_t i = 0; i < sizeOf(sweep); ++i) alone.push_back(answerAlone(grid, i, {}));
    for (const InstructionSet& set : instructionSets()) {
        qputenv("RHEOBASE_SIMD", QByteArray(set.name.data()));
        const auto lanes = run(sweep, {}, 1);
        for (std::size_t i = 0; i < lanes.size(); ++i)
            QVERIFY2(same(alone[i], lanes[i]), qPrintable(QString(set.name.data()) + ", " + difference(sweep, i, alone[i], lanes[i])));
    }
}

/// From silence to strong currents; 37 neurons, so that no pack is full.
Sweep currentsOf(const Model& model, SolverKind solver, double dt)
{
    Sweep sweep = sweepOf(model.id, {{"I", model.input.min, model.input.max, 37}}, 60.03);
    sweep.experiment.solver = solver;
    sweep.experiment.dt = dt;
    return sweep;
}

}

/// Each lane is its run.
class TestLanes : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("RHEOBASE_SIMD"); }
    void withoutExtremes_data() { rows(); }
    void withoutExtremes();
    void previews_data() { modelRows(); }
    void previews();
    void everyStimulus_data() { rows(); }
    void everyStimulus();
    void everyNoise_data() { rows(); }
    void everyNoise();
    void everyParameter_data() { modelRows(); }
    void everyParameter();
    void edgesAnywhere_data() { modelRows(); }
    void edgesAnywhere();
    void anyStart_data() { modelRows(); }
    void anyStart();
    void manySpikesInAStep();
    void refractoryPeriods();
    void divergence_data() { rows(); }
    void divergence();

private:
    void rows();
};

void TestLanes::rows()
{
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<SolverKind>("solver");
    for (const Model& model : catalogue())
        for (const SolverKind solver : stepped) QTest::addRow("%s, %s", model.id.data(), description(solver).id.data()) << &model << solver;
}

/// Which change nothing but themselves, whatever the parameters are with which lanes are spared work.
void TestLanes::withoutExtremes()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Sweep sweep = currentsOf(*model, solver, 0.05);
    for (std::size_t i = 0; i <= model->parameters.size(); ++i) {
        if (i > 0) sweep.experiment.parameters[i - 1] += 0.01 * (model->parameters[i - 1].max - sweep.experiment.parameters[i - 1]);
        sweep.extremes = true;
        auto whole = run(sweep);
        sweep.extremes = false;
        const auto spared = run(sweep);
        for (SweepPoint& point : whole) point.lowest = point.highest = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(same(spared, whole));
    }
}

/// At steps chosen for them, and with periods left out, beside short steps: an upstroke that runs away is not seen by long ones.
void TestLanes::previews()
{
    QFETCH(const Model*, model);
    if (!model->fires()) return;
    Sweep sweep = sweepOf(model->id, {{"I", 0, 2 * model->input.value, 41}}, 500);
    const double dt = sweep.experiment.dt;
    sweep.experiment.solver = SolverKind::rungeKutta4;
    sweep.experiment.dt = 0.001;
    const auto exact = run(sweep);
    sweep.experiment.dt = dt;
    sweep.rateError = previewError;
    const auto points = run(sweep);
    std::size_t others = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        others += points[i].spikes != exact[i].spikes;
        const bool isRegular =
            points[i].spikes == exact[i].spikes && exact[i].variation < 0.01; // bursts are not, and some never come again
        if (isRegular) COMPARE_WITHIN(points[i].rate, exact[i].rate, 2 * previewError * exact[i].rate);
    }
    QVERIFY2(others <= 1, qPrintable(QString("%1 of other counts").arg(others)));
}

/// Alone, and begun again and again.
void TestLanes::everyStimulus()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Sweep sweep = currentsOf(*model, solver, 0.04);
    for (const StimulusShape& shape : stimulusShapes())
        for (const double repeat : {0.0, 25.0}) {
            sweep.experiment.stimulus = {component(shape, model->input)};
            sweep.experiment.stimulus.repeat = repeat;
            if (const auto start = indexOf(shape.values, "start")) sweep.experiment.stimulus[0].values[*start] = 3;
            if (const auto end = indexOf(shape.values, "end")) sweep.experiment.stimulus[0].values[*end] = repeat > 0 ? 20 : 50;
            if (const auto count = indexOf(shape.values, "count"); count && repeat > 0) sweep.experiment.stimulus[0].values[*count] = 1;
            sweep.axes[0].name = indexOf(shape.values, "amplitude") ? "I" : std::string(shape.id) + ".to";
            if (!problem(sweep).empty()) continue;
            compareLanesWithRuns(sweep);
        }
}

void TestLanes::everyNoise()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Sweep sweep = currentsOf(*model, solver, 0.05);
    const double sigma = 0.2 * model->input.max;
    for (const Noise& noise : {Noise{Noise::Kind::white, sigma}, Noise{Noise::Kind::ornsteinUhlenbeck, sigma, 3}})
        for (const char* shape : {"constant", "step", "sine"}) {
            sweep.experiment.noise = noise;
            sweep.experiment.stimulus = {component(*stimulusShape(shape), model->input)};
            compareLanesWithRuns(sweep);
        }
}

void TestLanes::everyParameter()
{
    QFETCH(const Model*, model);
    for (const Quantity& q : model->parameters) {
        Sweep sweep = sweepOf(model->id, {{identifier(q.symbol), q.min, q.max, 17}}, 50);
        sweep.experiment.solver = SolverKind::rungeKutta4;
        sweep.experiment.dt = 0.05;
        sweep.experiment.stimulus = {component(*stimulusShape("constant"), model->input)};
        if (problem(sweep).empty()) compareLanesWithRuns(sweep);
    }
}

/// Off the grid of steps, elsewhere in each lane, several in a step.
void TestLanes::edgesAnywhere()
{
    QFETCH(const Model*, model);
    Sweep sweep = sweepOf(model->id, {{"step.start", 1, 9.7, 41}}, 40);
    sweep.experiment.solver = SolverKind::rungeKutta4;
    sweep.experiment.dt = 0.07;
    const double I = model->input.max;
    sweep.experiment.stimulus = {shaped("step", {1, 30.03, I}), shaped("two-pulses", {12, 0.013, 0.011, I, -I}),
                                 shaped("ramp", {5, 20.5, 0, I})};
    compareLanesWithRuns(sweep);
    sweep.axes = {{"ramp.end", 10, 33.3, 5}, {"two-pulses.gap", 0.001, 8, 5}};
    compareLanesWithRuns(sweep);
}

/// Below the threshold, at it, and above.
void TestLanes::anyStart()
{
    QFETCH(const Model*, model);
    for (const double part : {0.0, 0.3, 0.6, 0.9, 1.0}) {
        Sweep sweep = currentsOf(*model, SolverKind::rungeKutta4, 0.05);
        const Quantity& V = model->state[0];
        sweep.experiment.initial[0] = V.min + part * (V.max - V.min);
        compareLanesWithRuns(sweep);
        sweep.experiment.noise = {Noise::Kind::white, 0.1 * model->input.max};
        compareLanesWithRuns(sweep);
    }
}

/// Under currents so strong that steps are much longer than intervals; and without end.
void TestLanes::manySpikesInAStep()
{
    for (const Model& model : catalogue()) {
        if (!model.jumps) continue;
        for (const char* shape : {"constant", "ramp"}) {
            Sweep sweep = currentsOf(model, SolverKind::forwardEuler, 0.5);
            sweep.experiment.stimulus = {component(*stimulusShape(shape), model.input)};
            const std::string name = shape == std::string_view("constant") ? "I" : "ramp.to";
            sweep.axes = {{name, 0, 1e3 * model.input.max, 21}};
            compareLanesWithRuns(sweep);
        }
    }
}

/// Shorter than a step, as long, longer; also in a noise that would make V cross the threshold meanwhile.
void TestLanes::refractoryPeriods()
{
    for (const Model& model : catalogue()) {
        const auto hold = indexOf(model.parameters, Part::refractoryPeriod);
        if (!model.jumps || !hold) continue;
        for (const double dt : {0.05, 0.5, 0.37})
            for (const double sigma : {0.0, 0.3 * model.input.max}) {
                Sweep sweep = sweepOf(model.id, {{identifier(model.parameters[*hold].symbol), 0, 2, 41}}, 100);
                sweep.experiment.solver = SolverKind::rungeKutta4;
                sweep.experiment.dt = dt;
                sweep.experiment.noise = {sigma > 0 ? Noise::Kind::white : Noise::Kind::none, sigma};
                sweep.experiment.stimulus = {component(*stimulusShape("constant"), model.input)};
                compareLanesWithRuns(sweep);
                sweep.experiment.stimulus.push_back(component(*stimulusShape("sine"), model.input));
                compareLanesWithRuns(sweep);
            }
    }
}

/// At steps that are far too long, beside lanes that go on.
void TestLanes::divergence()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    for (const double dt : {0.2, 1.0, 5.0}) compareLanesWithRuns(currentsOf(*model, solver, dt));
}

QTEST_APPLESS_MAIN(TestLanes)
#include "tst_lanes.moc"
