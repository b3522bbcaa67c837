// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <numbers>

using namespace rheobase;

namespace {

using std::numbers::pi;

/// All that can disturb a grid: edges off it, a sine, a ramp, spikes, a refractory period.
Experiment lively(const Model& model, SolverKind solver, Noise noise)
{
    const double most = model.input.max;
    Experiment e = under(model, most / 8);
    e.solver = solver;
    e.noise = noise;
    e.stimulus.push_back(shaped("pulse-train", {1.237, 0.2, 7.77, 9, most}));
    e.stimulus.push_back(shaped("sine", {3.3333, 40, most / 4, 80, 0.3, 0}));
    e.stimulus.push_back(shaped("ramp", {20, 33.3, 0, most / 2}));
    return e;
}

Noise noiseOf(Noise::Kind kind, const Model& model) { return {kind, kind == Noise::Kind::none ? 0 : model.input.max / 20, 5}; }

/// The piecewise smooth current of a stimulus, integrated piece by piece between the edges.
std::vector<double> integratedPieces(const Experiment& e, double to)
{
    const Neuron from = start(e);
    std::vector<double> x = from.state;
    double t = 0;
    for (Drive drive(e.stimulus); t < to;) {
        const double until = std::min(to, drive.nextEdge());
        x = integrated(*e.model, e.parameters, x, t, until, [&](double s) { return drive.at(s); });
        t = until;
        drive.seek(t);
    }
    return x;
}

}

/// What a run is made of: edges where they are said to be, steps that do not know how many of them were asked for.
class TestRuns : public QObject {
    Q_OBJECT

private slots:
    void chunksOfAnySize_data();
    void chunksOfAnySize();
    void recordingIntervals_data() { chunksOfAnySize_data(); }
    void recordingIntervals();
    void applyingTheSameExperiment_data() { chunksOfAnySize_data(); }
    void applyingTheSameExperiment();
    void branches_data() { chunksOfAnySize_data(); }
    void branches();
    void changedParametersKeepTheState_data() { modelAndSolverRows(); }
    void changedParametersKeepTheState();
    void changedStepKeepsTime();
    void injection_data() { modelAndSolverRows(); }
    void injection();
    void chargeOfPulses_data();
    void chargeOfPulses();
    void membraneInClosedForm_data();
    void membraneInClosedForm();
    void edgesOffTheGrid_data() { modelAndSolverRows(); }
    void edgesOffTheGrid();
    void edgesAreRightLimits();
    void edgeThatMissesTheGridByRounding();
    void stimulusShapes();
    void divergenceIsReported_data();
    void divergenceIsReported();
    void typedExtremes();
    void endlessSpikesAreReported();
    void aPassiveMembraneNeverSpikes();
    void traceKeepsItsOrder();
};

void TestRuns::chunksOfAnySize_data()
{
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<int>("noise");
    for (const Model& model : catalogue())
        for (const SolverKind kind : solversFor(model))
            for (const int noise : {0, 1, 2})
                QTest::addRow("%s, %s, %s", model.id.data(), description(kind).id.data(), noiseIds[noise].data())
                    << &model << kind << noise;
}

void TestRuns::chunksOfAnySize()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    QFETCH(int, noise);
    const Experiment e = lively(*model, solver, noiseOf(static_cast<Noise::Kind>(noise), *model));
    const Outcome whole = simulate(e, 50);
    QVERIFY(!whole.divergence);
    Trace trace(*model);
    const auto stepwise = makeSolver(e);
    stepwise->recordNow(Mark::start, trace);
    const auto steps = whole.neuron.step;
    for (std::uint64_t done = 0, size = 1; done < steps; done += size, size = done % 17 == 0 ? 1 : 3)
        stepwise->advance(std::min(size, steps - done), 1, trace);
    QVERIFY(identical(trace, whole.trace));
    QVERIFY(stepwise->neuron() == whole.neuron);
}

/// Looking does not change the result.
void TestRuns::recordingIntervals()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    QFETCH(int, noise);
    const Experiment e = lively(*model, solver, noiseOf(static_cast<Noise::Kind>(noise), *model));
    const Outcome every = simulate(e, 30), seventh = simulate(e, 30, 7), never = simulate(e, 30, 1'000'000'000);
    QVERIFY(seventh.neuron == every.neuron && never.neuron == every.neuron);
    QVERIFY(std::ranges::equal(every.trace.spikes(), seventh.trace.spikes()));
    QVERIFY(std::ranges::equal(every.trace.spikes(), never.trace.spikes()));
    const double period = 7 * e.dt;
    for (std::size_t i = 0; i < seventh.trace.rows(); ++i) {
        const double t = seventh.trace.time()[i];
        const std::size_t same = every.trace.firstAt(t);
        QCOMPARE(every.trace.time()[same], t);
        if (std::abs(t / period - std::round(t / period)) < 1e-6 && every.trace.firstAt(std::nextafter(t, 1e9)) == same + 1)
            QVERIFY(every.trace.state(0)[same] == seventh.trace.state(0)[i]);
    }
}

void TestRuns::applyingTheSameExperiment()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    QFETCH(int, noise);
    const Experiment e = lively(*model, solver, noiseOf(static_cast<Noise::Kind>(noise), *model));
    const Outcome whole = simulate(e, 50);
    Trace trace(*model);
    const auto disturbed = makeSolver(e);
    disturbed->recordNow(Mark::start, trace);
    for (std::uint64_t done = 0; done < whole.neuron.step; done += std::min<std::uint64_t>(71, whole.neuron.step - done)) {
        disturbed->apply(e);
        disturbed->advance(std::min<std::uint64_t>(71, whole.neuron.step - done), 1, trace);
    }
    const bool isFixedStep = solver != SolverKind::exact && solver != SolverKind::dormandPrince;
    QCOMPARE(disturbed->neuron().step, whole.neuron.step);
    QCOMPARE(trace.spikes().size(), whole.trace.spikes().size());
    if (isFixedStep) {
        QVERIFY(disturbed->neuron() == whole.neuron);
        QVERIFY(identical(trace, whole.trace));
    } else {
        for (std::size_t k = 0; k < trace.spikes().size(); ++k) COMPARE_WITHIN(trace.spikes()[k], whole.trace.spikes()[k], 1e-6);
        for (std::size_t i = 0; i < model->state.size(); ++i) COMPARE_WITHIN(disturbed->neuron().state[i], whole.neuron.state[i], 1e-4);
    }
}

/// A neuron is a plain value: a solver that goes on from a copy of it does what the first one does.
void TestRuns::branches()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    QFETCH(int, noise);
    const Experiment e = lively(*model, solver, noiseOf(static_cast<Noise::Kind>(noise), *model));
    Trace first(*model), second(*model);
    const auto original = makeSolver(e);
    original->advance(1111, 1, first);
    first.clear();
    const auto branch = makeSolver(e, original->neuron());
    original->advance(2222, 1, first);
    branch->advance(2222, 1, second);
    QCOMPARE(second.spikes().size(), first.spikes().size());
    if (solver == SolverKind::exact || solver == SolverKind::dormandPrince) {
        QCOMPARE(branch->neuron().time, original->neuron().time);
        for (std::size_t i = 0; i < model->state.size(); ++i) COMPARE_WITHIN(branch->neuron().state[i], original->neuron().state[i], 1e-4);
    } else {
        QVERIFY(branch->neuron() == original->neuron());
        QVERIFY(identical(first, second));
    }
}

void TestRuns::changedParametersKeepTheState()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = under(*model, model->input.max / 8);
    e.solver = solver;
    Trace trace(*model);
    const auto run = makeSolver(e);
    run->advance(700, 1, trace);
    const Neuron before = run->neuron();
    for (std::size_t i = 0; i < e.parameters.size(); ++i) e.parameters[i] *= 1.01;
    e.stimulus[0].values[0] *= 2;
    run->apply(e);
    QVERIFY(run->neuron().state == before.state && run->neuron().time == before.time && run->neuron().step == before.step);
    QVERIFY(run->neuron().parameters == e.parameters);
    run->advance(700, 1, trace);
    // What follows is what a neuron with the new parameters does from that state.
    Trace other(*model);
    Neuron changed = before;
    changed.parameters = e.parameters;
    const auto fresh = makeSolver(e, changed);
    fresh->advance(700, 1, other);
    for (std::size_t i = 0; i < model->state.size(); ++i) COMPARE_WITHIN(run->neuron().state[i], fresh->neuron().state[i], 1e-6);
}

void TestRuns::changedStepKeepsTime()
{
    Experiment e = under(*findModel("leaky-integrate-and-fire"), 3);
    e.dt = 0.05;
    Trace trace(*e.model);
    const auto run = makeSolver(e);
    run->advance(100, 1, trace);
    COMPARE_WITHIN(run->neuron().time, 5, 1e-12);
    e.dt = 0.01;
    run->apply(e);
    run->advance(100, 1, trace);
    COMPARE_WITHIN(run->neuron().time, 6, 1e-12);
    e.dt = 0.05;
    run->apply(e);
    run->advance(100'000, 1, trace);
    COMPARE_WITHIN(run->neuron().time, 5006, 1e-9);
    QVERIFY(std::ranges::is_sorted(trace.time()));
    // The exact solver does not care.
    const Outcome straight = simulate(under(*e.model, 3), 5006);
    QCOMPARE(trace.spikes().size(), straight.trace.spikes().size());
    COMPARE_WITHIN(trace.spikes().back(), straight.trace.spikes().back(), 1e-9);
}

/// A held button is a current from that step on.
void TestRuns::injection()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    const double amplitude = model->input.max / 5;
    Experiment e = under(*model, 0);
    e.solver = solver;
    Trace trace(*model);
    const auto run = makeSolver(e);
    run->advance(300, 1, trace);
    run->inject(amplitude);
    run->recordNow(Mark::sample, trace);
    QCOMPARE(trace.input().back(), amplitude);
    run->advance(300, 1, trace);
    run->inject(0);
    run->advance(300, 1, trace);
    QCOMPARE(trace.input().back(), 0.0);
    e.stimulus = {shaped("step", {300 * e.dt, 600 * e.dt, amplitude})};
    const Outcome stepped = simulate(e, 900 * e.dt);
    QCOMPARE(trace.spikes().size(), stepped.trace.spikes().size());
    for (std::size_t i = 0; i < model->state.size(); ++i) COMPARE_WITHIN(run->neuron().state[i], stepped.neuron.state[i], 1e-6);
}

void TestRuns::chargeOfPulses_data()
{
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<double>("start");
    QTest::addColumn<double>("width");
    for (const SolverKind kind : solversFor(*findModel("perfect-integrate-and-fire")))
        for (const double from : {1.0, 1.237, 1.24999999})
            for (const double width : {0.0003, 0.2, 1.0, 3.1416})
                QTest::addRow("%s, %g ms at %g ms", description(kind).id.data(), width, from) << kind << from << width;
}

/// A membrane without leak adds up the charge exactly, wherever the edges lie.
void TestRuns::chargeOfPulses()
{
    QFETCH(SolverKind, solver);
    QFETCH(double, start);
    QFETCH(double, width);
    for (const double dt : {0.01, 0.05, 0.7, 5.0}) {
        Experiment e = under(*findModel("perfect-integrate-and-fire"), 0);
        e.solver = solver;
        e.dt = dt;
        e.stimulus = {shaped("pulse-train", {start, width, 4, 5, 0.1})};
        const Outcome run = simulate(e, 35);
        COMPARE_WITHIN(run.finalV(), -65 + 5 * width * 0.1 / 0.8, 1e-11);
    }
}

void TestRuns::membraneInClosedForm_data()
{
    QTest::addColumn<double>("dt");
    for (const double dt : {0.013, 0.05, 0.7, 11.0}) QTest::addRow("Δt %g ms", dt) << dt;
}

/// Each shape against its own formula, at every row.
void TestRuns::membraneInClosedForm()
{
    QFETCH(double, dt);
    const double tau = 8, R = 10;
    const auto step = [&](double t, double from) { return t > from ? R * (1 - std::exp(-(t - from) / tau)) : 0; };
    const auto pulse = [&](double t, double from, double to) { return step(t, from) - step(t, to); };
    const auto ramp = [&](double t, double from) { return t > from ? R * (t - from - tau * (1 - std::exp(-(t - from) / tau))) : 0; };
    const auto sine = [&](double t, double from, double f, double phase) {
        const double w = 2 * pi * f / 1000, gain = R / std::hypot(1, w * tau), lag = std::atan(w * tau), s = t - from;
        return gain * (std::sin(w * s + phase - lag) - std::exp(-s / tau) * std::sin(phase - lag));
    };
    struct Shape {
        StimulusComponent component;
        std::function<double(double)> V;
    };
    const Shape shapes[] = {
        {shaped("constant", {0.3}), [&](double t) { return 0.3 * step(t, 0); }},
        {shaped("step", {1.237, 17.77, 0.4}), [&](double t) { return 0.4 * pulse(t, 1.237, 17.77); }},
        {shaped("two-pulses", {1.237, 0.2, 0.3, 2, -3}), [&](double t) { return 2 * pulse(t, 1.237, 1.437) - 3 * pulse(t, 1.737, 1.937); }},
        {shaped("pulse-train", {5, 1.1, 3.3, 3, 0.7}),
         [&](double t) { return 0.7 * (pulse(t, 5, 6.1) + pulse(t, 8.3, 9.4) + pulse(t, 11.6, 12.7)); }},
        {shaped("ramp", {2.22, 40.4, 0.5, -1}),
         [&](double t) {
             const double slope = -1.5 / (40.4 - 2.22);
             return 0.5 * pulse(t, 2.22, 40.4) + slope * (ramp(t, 2.22) - ramp(t, 40.4) - (40.4 - 2.22) * step(t, 40.4));
         }},
        {shaped("sine", {2.22, 1000, 0.5, 33, 0.7, 0.2}),
         [&](double t) { return 0.2 * step(t, 2.22) + (t > 2.22 ? 0.5 * sine(t, 2.22, 33, 0.7) : 0); }},
    };
    Experiment sum = under(*findModel("passive"), 0);
    sum.dt = dt;
    for (const Shape& shape : shapes) {
        Experiment e = sum;
        e.stimulus = {shape.component};
        const Outcome run = simulate(e, 77);
        for (std::size_t i = 0; i < run.trace.rows(); ++i) COMPARE_WITHIN(run.trace.state(0)[i], -70 + shape.V(run.trace.time()[i]), 1e-11);
    }
    for (const Shape& shape : shapes) sum.stimulus.push_back(shape.component);
    const Outcome run = simulate(sum, 77);
    for (std::size_t i = 0; i < run.trace.rows(); ++i) {
        double V = -70;
        for (const Shape& shape : shapes) V += shape.V(run.trace.time()[i]);
        COMPARE_WITHIN(run.trace.state(0)[i], V, 1e-11);
    }
}

/// Against an independent integration that stops at the edges; an edge moved to the grid would show in every solver.
void TestRuns::edgesOffTheGrid()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = under(*model, 0);
    e.solver = solver;
    const int order = description(solver).order;
    e.dt = order == 1 || order == 2 ? 0.0005 : 0.01;
    const double most = model->id == "hodgkin-huxley" ? 40 : model->input.max / 2;
    e.stimulus = {shaped("pulse-train", {1.2371, 0.2034, 1.5, 3, most}), shaped("ramp", {0.3333, 2.2222, 0, most / 20})};
    const Outcome run = simulate(e, 6);
    const auto expected = integratedPieces(e, 6);
    const double tolerance = order == 1 ? 0.02 : order == 2 ? 1e-5 : order == 4 ? 1e-5 : 1e-6;
    for (std::size_t i = 0; i < expected.size(); ++i) COMPARE_WITHIN(run.neuron.state[i], expected[i], tolerance);
}

void TestRuns::edgesAreRightLimits()
{
    const Stimulus stimulus = {shaped("step", {10, 20, 2}), shaped("constant", {0.5})};
    QCOMPARE(current(stimulus, std::nextafter(10, 0)), 0.5);
    QCOMPARE(current(stimulus, 10), 2.5);
    QCOMPARE(current(stimulus, std::nextafter(20, 0)), 2.5);
    QCOMPARE(current(stimulus, 20), 0.5);
    Experiment e = under(*findModel("passive"), 0);
    e.stimulus = stimulus;
    const Outcome run = simulate(e, 30);
    for (std::size_t i = 0; i < run.trace.rows(); ++i)
        QCOMPARE(run.trace.input()[i], current(stimulus, std::round(run.trace.time()[i] * 20) / 20));
}

/// 0.1 + 0.2 is not 0.3; a row at 0.3 ms must still show the current after the edge.
void TestRuns::edgeThatMissesTheGridByRounding()
{
    for (const double edge : {0.1 + 0.2, 0.3, std::nextafter(0.3, 1), std::nextafter(0.3, 0)}) {
        Experiment e = under(*findModel("passive"), 0);
        e.dt = 0.1;
        e.stimulus = {shaped("step", {edge, 100, 1})};
        const Outcome run = simulate(e, 0.5);
        QCOMPARE(run.trace.input()[run.trace.firstAt(0.3 - 1e-9)], 1.0);
        QCOMPARE(run.trace.state(0)[run.trace.firstAt(0.3 - 1e-9)], -70.0);
    }
}

void TestRuns::stimulusShapes()
{
    const auto at = [](const StimulusComponent& c, double t) { return current({c}, t); };
    const auto train = shaped("pulse-train", {10, 2, 5, 3, 1.5});
    for (const double on : {10.0, 11.9, 15.0, 20.0, 21.99}) QCOMPARE(at(train, on), 1.5);
    for (const double off : {0.0, 9.99, 12.0, 14.99, 22.0, 25.0, 26.0}) QCOMPARE(at(train, off), 0.0);
    const auto pair = shaped("two-pulses", {10, 2, 5, 1, 3});
    QCOMPARE(at(pair, 10), 1.0);
    QCOMPARE(at(pair, 12), 0.0);
    QCOMPARE(at(pair, 17), 3.0);
    QCOMPARE(at(pair, 19), 0.0);
    const auto ramp = shaped("ramp", {10, 20, 1, 3});
    QCOMPARE(at(ramp, 10), 1.0);
    QCOMPARE(at(ramp, 15), 2.0);
    QCOMPARE(at(ramp, 20), 0.0);
    const auto sine = shaped("sine", {10, 1000, 2, 25, pi / 6, 0.5});
    COMPARE_WITHIN(at(sine, 10), 1.5, 1e-12);
    COMPARE_WITHIN(at(sine, 20), 0.5 + 2 * std::sin(pi / 2 + pi / 6), 1e-12);
    QCOMPARE(at(sine, 9.99), 0.0);
    const auto still = shaped("sine", {10, 1000, 2, 0, pi / 6, 0.5});
    COMPARE_WITHIN(at(still, 500), 1.5, 1e-12);
    QCOMPARE(current({}, 5), 0.0);
}

void TestRuns::divergenceIsReported_data()
{
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<double>("dt");
    for (const SolverKind kind : {SolverKind::forwardEuler, SolverKind::heun, SolverKind::rungeKutta4})
        for (const double dt : {0.1, 0.2, 0.5, 1.0}) QTest::addRow("%s, Δt %g ms", description(kind).id.data(), dt) << kind << dt;
}

/// A step far too long: the run stops, says when, why and what to do, and has recorded nothing but numbers.
void TestRuns::divergenceIsReported()
{
    QFETCH(SolverKind, solver);
    QFETCH(double, dt);
    Experiment e = under(*findModel("hodgkin-huxley"), 10);
    e.solver = solver;
    e.dt = dt;
    Trace trace(*e.model);
    const auto run = makeSolver(e);
    run->recordNow(Mark::start, trace);
    run->advance(2000, 1, trace);
    QVERIFY(run->divergence());
    const Divergence& what = *run->divergence();
    QVERIFY(what.time > 0 && what.time < 100);
    const std::string reason = what.reason, remedy = what.remedy;
    QVERIFY2(!reason.empty() && remedy.find("smaller step") != std::string::npos, reason.c_str());
    for (std::size_t c = 0; c < trace.columns(); ++c)
        for (const double value : trace.column(c)) QVERIFY(std::isfinite(value));
    const Neuron stopped = run->neuron();
    for (const double x : stopped.state) QVERIFY(std::isfinite(x));
    const std::size_t rows = trace.rows();
    run->advance(100, 1, trace);
    QVERIFY(run->neuron() == stopped && trace.rows() == rows);
}

/// Values far outside the sliders, but inside physics: finite or reported, and soon.
void TestRuns::typedExtremes()
{
    for (const Model& model : catalogue())
        for (std::size_t i = 0; i < model.parameters.size(); ++i)
            for (const double value : {1e-12, 1e-6, 1e6, 1e12, -1e6})
                for (const SolverKind kind : solversFor(model)) {
                    Experiment e = under(model, model.input.max);
                    e.parameters[i] = value;
                    e.solver = kind;
                    if (!problem(e).empty()) continue;
                    QElapsedTimer timer;
                    timer.start();
                    const Outcome run = simulate(e, 20);
                    const QString row = QString("%1, %2 = %3, %4")
                                            .arg(model.id.data(), model.parameters[i].symbol.data())
                                            .arg(value)
                                            .arg(description(kind).id.data());
                    QVERIFY2(timer.elapsed() < 20'000, qPrintable(row));
                    if (run.divergence) {
                        QVERIFY2(!run.divergence->reason.empty() && !run.divergence->remedy.empty(), qPrintable(row));
                        continue;
                    }
                    for (const double x : run.neuron.state) QVERIFY2(std::isfinite(x), qPrintable(row));
                }
}

void TestRuns::endlessSpikesAreReported()
{
    for (const SolverKind kind : solversFor(*findModel("perfect-integrate-and-fire"))) {
        Experiment e = under(*findModel("perfect-integrate-and-fire"), 1e9);
        e.solver = kind;
        set(e, "t_ref", 0);
        const Outcome run = simulate(e, 1);
        QVERIFY(run.divergence);
        QVERIFY(std::string(run.divergence->remedy).find("refractory") != std::string::npos);
    }
}

void TestRuns::aPassiveMembraneNeverSpikes()
{
    const Model& model = *findModel("passive");
    for (const SolverKind kind : solversFor(model)) {
        Experiment e = under(model, 0);
        e.solver = kind;
        e.stimulus = {shaped("sine", {0, 1000, 40, 20, 0, 0})};
        const Outcome run = simulate(e, 200);
        QVERIFY(*std::ranges::max_element(run.trace.state(0)) > 50);
        QVERIFY(run.trace.spikes().empty());
    }
}

void TestRuns::traceKeepsItsOrder()
{
    const Model& model = *findModel("leaky-integrate-and-fire");
    const Experiment e = under(model, 3);
    Trace all(model), few(model, 1000);
    for (Trace* trace : {&all, &few}) {
        const auto run = makeSolver(e);
        run->recordNow(Mark::start, *trace);
        run->advance(20'000, 1, *trace);
    }
    QVERIFY(few.rows() <= 1000 && few.rows() >= 900);
    QCOMPARE(few.rows() + few.dropped(), all.rows());
    QVERIFY(std::ranges::equal(few.spikes(), all.spikes()));
    for (std::size_t c = 0; c < few.columns(); ++c) QVERIFY(std::ranges::equal(few.column(c), all.column(c).last(few.rows())));
    QVERIFY(std::ranges::is_sorted(all.time()));
    QCOMPARE(all.columnOf("t").value(), std::size_t{0});
    QCOMPARE(all.columnOf("V").value(), std::size_t{2});
    QCOMPARE(all.columnOf("I_L").value(), std::size_t{3});
    QVERIFY(!all.columnOf("W"));
    QCOMPARE(QString::fromStdString(columnName(all.quantity(0))), "time_ms");
    QCOMPARE(QString::fromStdString(columnName(all.quantity(1))), "I_nA");
    QCOMPARE(QString::fromStdString(columnName(all.quantity(2))), "V_mV");
    QCOMPARE(QString::fromStdString(columnName(findModel("hodgkin-huxley")->input)), "I_uA_per_cm2");
    const auto restarted = makeSolver(e);
    restarted->recordNow(Mark::start, all);
    QVERIFY(all.rows() == 1 && all.spikes().empty() && all.dropped() == 0);
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
