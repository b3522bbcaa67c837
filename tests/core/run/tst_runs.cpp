// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

using namespace rheobase;

namespace {

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

/// How far two runs of different steps may lie apart, in ms or mV.
double toleranceOf(SolverKind solver) { return solver == SolverKind::quickDormandPrince ? 1e-3 : 1e-6; }
/// The same where an upstroke makes more of a difference.
double toleranceOf(SolverKind solver, const Model& model) { return toleranceOf(solver) * (model.linear ? 1 : 10); }

Noise noiseOf(Noise::Kind kind, const Model& model) { return {kind, kind == Noise::Kind::none ? 0 : model.input.max / 20, 5}; }

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
    void divergenceIsReported_data();
    void divergenceIsReported();
    void typedExtremes();
    void endlessSpikesAreReported();
    void aPassiveMembraneNeverSpikes();
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
    Recording trace(*model);
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
    Recording trace(*model);
    const auto disturbed = makeSolver(e);
    disturbed->recordNow(Mark::start, trace);
    for (std::uint64_t done = 0; done < whole.neuron.step; done += std::min<std::uint64_t>(71, whole.neuron.step - done)) {
        disturbed->apply(e);
        disturbed->advance(std::min<std::uint64_t>(71, whole.neuron.step - done), 1, trace);
    }
    const bool isFixedStep = solver != SolverKind::exact && !isAdaptive(solver);
    QCOMPARE(disturbed->neuron().step, whole.neuron.step);
    QCOMPARE(trace.spikes().size(), whole.trace.spikes().size());
    if (isFixedStep) {
        QVERIFY(disturbed->neuron() == whole.neuron);
        QVERIFY(identical(trace, whole.trace));
    } else {
        for (std::size_t k = 0; k < trace.spikes().size(); ++k)
            COMPARE_WITHIN(trace.spikes()[k], whole.trace.spikes()[k], toleranceOf(solver, *model));
        for (std::size_t i = 0; i < model->state.size(); ++i)
            COMPARE_WITHIN(disturbed->neuron().state[i], whole.neuron.state[i], std::max(1e-4, toleranceOf(solver, *model)));
    }
}

/// A neuron is a plain value: a solver that goes on from a copy of it does what the first one does.
void TestRuns::branches()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    QFETCH(int, noise);
    const Experiment e = lively(*model, solver, noiseOf(static_cast<Noise::Kind>(noise), *model));
    Recording first(*model), second(*model);
    const auto original = makeSolver(e);
    original->advance(1111, 1, first);
    first.clear();
    const auto branch = makeSolver(e, original->neuron());
    original->advance(2222, 1, first);
    branch->advance(2222, 1, second);
    QCOMPARE(second.spikes().size(), first.spikes().size());
    if (solver == SolverKind::exact || isAdaptive(solver)) {
        QCOMPARE(branch->neuron().time, original->neuron().time);
        for (std::size_t i = 0; i < model->state.size(); ++i)
            COMPARE_WITHIN(branch->neuron().state[i], original->neuron().state[i], std::max(1e-4, toleranceOf(solver, *model)));
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
    Recording trace(*model);
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
    Recording other(*model);
    Neuron changed = before;
    changed.parameters = e.parameters;
    const auto fresh = makeSolver(e, changed);
    fresh->advance(700, 1, other);
    for (std::size_t i = 0; i < model->state.size(); ++i)
        COMPARE_WITHIN(run->neuron().state[i], fresh->neuron().state[i], toleranceOf(solver));
}

void TestRuns::changedStepKeepsTime()
{
    Experiment e = under(*findModel("leaky-integrate-and-fire"), 3);
    e.dt = 0.05;
    Recording trace(*e.model);
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
    Recording trace(*model);
    const auto run = makeSolver(e);
    run->advance(300, 1, trace);
    run->inject(amplitude);
    run->recordNow(Mark::sample, trace);
    QCOMPARE(trace.input().back(), amplitude);
    run->advance(300, 1, trace);
    run->inject(0);
    run->advance(300, 1, trace);
    QCOMPARE(trace.input().back(), 0.0);
    // a script takes an edge on its grid for later
    const double shift = solver == SolverKind::published2003 ? 0.5 : solver == SolverKind::published2004 ? -0.5 : 0;
    e.stimulus = {shaped("step", {(300 + shift) * e.dt, (600 + shift) * e.dt, amplitude})};
    const Outcome stepped = simulate(e, 900 * e.dt);
    QCOMPARE(trace.spikes().size(), stepped.trace.spikes().size());
    for (std::size_t i = 0; i < model->state.size(); ++i)
        COMPARE_WITHIN(run->neuron().state[i], stepped.neuron.state[i], toleranceOf(solver));
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
    Recording trace(*e.model);
    const auto run = makeSolver(e);
    run->recordNow(Mark::start, trace);
    run->advance(2000, 1, trace);
    QVERIFY(run->divergence());
    const Divergence& what = *run->divergence();
    QVERIFY(what.time > 0 && what.time < 100);
    const std::string reason = what.reason, remedy = what.remedy;
    QVERIFY2(!reason.empty() && remedy.find("smaller step") != std::string::npos, reason.c_str());
    for (std::size_t c = 0; c < trace.columns().size(); ++c)
        for (const double value : trace.column(c)) QVERIFY(std::isfinite(value));
    const Neuron stopped = run->neuron();
    for (const double x : stopped.state) QVERIFY(std::isfinite(x));
    const std::size_t rows = trace.rows();
    run->advance(100, 1, trace);
    QVERIFY(run->neuron() == stopped && trace.rows() == rows);
}

/// Values far outside the sliders, but inside physics: finite or reported.
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
                    const Outcome run = simulate(e, 20);
                    const QString row = QString("%1, %2 = %3, %4")
                                            .arg(model.id.data(), model.parameters[i].symbol.data())
                                            .arg(value)
                                            .arg(description(kind).id.data());
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

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
