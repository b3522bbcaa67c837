// SPDX-License-Identifier: GPL-3.0-or-later
// The clamp as a mode of an experiment: runs whose V is commanded.
#include "support.h"

using namespace rheobase;

namespace {

/// A model's default clamp, short.
Experiment clamped(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.mode = Mode::voltageClamp;
    e.clamp.before = 1;
    e.clamp.width = 3;
    e.clamp.after = 2;
    return e;
}

/// What is commanded at t; after an edge, as rows are.
double commanded(const VoltageClamp& clamp, double t)
{
    Drive drive = drivenBy(clamp);
    drive.seek(t);
    return drive.constant();
}

void smoothRows()
{
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<SolverKind>("solver");
    for (const Model& model : catalogue())
        for (const SolverKind kind : solversFor(model))
            if (clampRefusal(model).empty()) QTest::addRow("%s, %s", model.id.data(), description(kind).id.data()) << &model << kind;
}

}

class TestClampedRuns : public QObject {
    Q_OBJECT

private slots:
    void followsTheCommand_data() { smoothRows(); }
    void followsTheCommand();
    void recordsTheCurrentOfTheClamp_data() { smoothRows(); }
    void recordsTheCurrentOfTheClamp();
    void doesNotDependOnWhatIsRecorded_data() { smoothRows(); }
    void doesNotDependOnWhatIsRecorded();
    void edgesNeedNoGrid_data() { smoothRows(); }
    void edgesNeedNoGrid();
    void episodesGoThroughTheFamily();
    void startsAtTheHoldingPotential();
    void injectionNoiseAndSpikesAreOff();
    void changesWhileItRuns();
    void comesBackToCurrentClamp();
    void whatIsGivenIsTheCommand();
    void refusesModelsThatJump_data() { modelRows(); }
    void refusesModelsThatJump();
    void refusesImpossibleCommands();
    void commandIsOneWithoutGaps();
};

void TestClampedRuns::followsTheCommand()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = clamped(*model);
    e.solver = solver;
    const Outcome run = simulate(e, 8);
    QVERIFY(!run.divergence);
    for (std::size_t i = 0; i < run.trace.time().size(); ++i) QCOMPARE(run.trace.state(0)[i], commanded(e.clamp, run.trace.time()[i]));
}

void TestClampedRuns::recordsTheCurrentOfTheClamp()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = clamped(*model);
    e.solver = solver;
    const Outcome run = simulate(e, 8);
    const std::size_t n = model->state.size();
    std::vector<double> x(n), rate(n);
    for (std::size_t i = 0; i < run.trace.time().size(); i += 13) {
        for (std::size_t k = 0; k < n; ++k) x[k] = run.trace.state(k)[i];
        model->derivative(x.data(), e.parameters.data(), run.trace.input()[i], rate.data());
        COMPARE_WITHIN(rate[0], 0, 1e-11 * std::max(1.0, std::abs(run.trace.input()[i])));
    }
}

void TestClampedRuns::doesNotDependOnWhatIsRecorded()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = clamped(*model);
    e.solver = solver;
    e.clamp.seriesResistance = 0.01;
    const Outcome each = simulate(e, 8), seldom = simulate(e, 8, 100);
    QCOMPARE(each.neuron.state, seldom.neuron.state);
    QVERIFY(each.neuron.time == seldom.neuron.time && each.trace.rows() > 10 * seldom.trace.rows());
}

void TestClampedRuns::edgesNeedNoGrid()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = clamped(*model);
    e.solver = solver;
    const bool isSmall = description(solver).order != 1 || solver == SolverKind::exponentialEuler;
    e.dt = 0.01;
    const Outcome fine = simulate(e, 7.3);
    e.clamp.before += 1.0 / 300;
    const Outcome shifted = simulate(e, 7.3 + 1.0 / 300);
    for (std::size_t i = 0; i < fine.neuron.state.size(); ++i)
        COMPARE_WITHIN(shifted.neuron.state[i], fine.neuron.state[i], isSmall ? 1e-6 : 1e-3);
}

void TestClampedRuns::episodesGoThroughTheFamily()
{
    Experiment e = clamped(*findModel("hodgkin-huxley"));
    e.clamp.steps = {-20, 0, 30};
    e.clamp.chosen = 1;
    e.clamp.repeat = 7;
    const Outcome run = simulate(e, 28);
    const auto V = [&](double t) { return run.trace.state(0)[run.trace.firstAt(t)]; };
    for (const auto& [t, expected] :
         {std::pair(0.5, -65.0), {2.0, 0.0}, {5.0, -65.0}, {9.0, 30.0}, {12.0, -65.0}, {16.0, -20.0}, {23.0, 0.0}})
        QCOMPARE(V(t), expected);
    e.clamp.repeat = 0;
    QCOMPARE(simulate(e, 28).finalV(), -65.0);
}

void TestClampedRuns::startsAtTheHoldingPotential()
{
    Experiment e = clamped(*findModel("hodgkin-huxley"));
    e.clamp.hold = -80;
    e.initial[0] = -30; // of current clamp
    const Neuron neuron = start(e);
    QCOMPARE(neuron.state[0], -80.0);
    std::vector<double> x(neuron.state.size());
    x[0] = -80;
    x = steadyState(*e.model, e.parameters, x);
    for (std::size_t i = 0; i < x.size(); ++i) COMPARE_WITHIN(neuron.state[i], x[i], 1e-12);
    e.initial[2] = 0.25;
    QCOMPARE(start(e).state[2], 0.25);
}

void TestClampedRuns::injectionNoiseAndSpikesAreOff()
{
    Experiment e = clamped(*findModel("hodgkin-huxley"));
    const Outcome quiet = simulate(e, 8);
    e.stimulus = {shaped("constant", {30})};
    e.noise = {Noise::Kind::white, 3, 1};
    Recording loud(*e.model);
    const auto solver = makeSolver(e);
    solver->inject(50);
    solver->endAt(8);
    solver->recordNow(Mark::start, loud);
    solver->advance(stepsTo(8, e.dt), 1, loud);
    QVERIFY(identical(quiet.trace, loud));
    QVERIFY(loud.spikes().empty()); // though the command rises through the spike level
}

void TestClampedRuns::changesWhileItRuns()
{
    Experiment e = clamped(*findModel("hodgkin-huxley"));
    Recording trace(*e.model);
    const auto solver = makeSolver(e);
    solver->advance(50, 1, trace);
    e.clamp.hold = -90;
    solver->apply(e);
    QCOMPARE(solver->neuron().state[0], -90.0);
    e.clamp.blocked[indexOf(e.model->parameters, "g_K").value()] = 100;
    solver->apply(e);
    solver->advance(150, 1, trace);
    QCOMPARE(solver->neuron().state[0], e.clamp.steps[e.clamp.chosen]);
    QCOMPARE(trace.term(*indexOf(e.model->terms, "I_K")).back(), 0.0);
    QCOMPARE(solver->neuron().parameters, e.parameters); // blocking is no change of the neuron
}

void TestClampedRuns::comesBackToCurrentClamp()
{
    Experiment e = clamped(*findModel("hodgkin-huxley"));
    e.stimulus = {shaped("constant", {20})};
    Recording trace(*e.model);
    const auto solver = makeSolver(e);
    solver->advance(200, 1, trace);
    const double V = solver->neuron().state[0];
    e.mode = Mode::currentClamp;
    solver->apply(e);
    QCOMPARE(solver->neuron().state[0], V);
    solver->recordNow(Mark::sample, trace);
    QCOMPARE(trace.input().back(), 20.0);
    solver->advance(5000, 1, trace);
    QVERIFY(trace.spikes().size() >= 2);
}

void TestClampedRuns::whatIsGivenIsTheCommand()
{
    Experiment e = clamped(*findModel("hodgkin-huxley"));
    QCOMPARE(given(e).unit, e.model->state[0].unit);
    e.mode = Mode::currentClamp;
    QCOMPARE(given(e).symbol, e.model->input.symbol);
    QCOMPARE(effectiveParameters(e), e.parameters);
}

void TestClampedRuns::refusesModelsThatJump()
{
    QFETCH(const Model*, model);
    Experiment e = defaultExperiment(*model);
    QVERIFY(problem(e).empty());
    e.mode = Mode::voltageClamp;
    QCOMPARE(problem(e).empty(), !model->jumps);
    if (model->jumps) QVERIFY(QString::fromStdString(problem(e)).contains("current clamp"));
}

void TestClampedRuns::refusesImpossibleCommands()
{
    const Experiment possible = clamped(*findModel("hodgkin-huxley"));
    QVERIFY(problem(possible).empty());
    const auto refused = [&](auto change) {
        Experiment e = possible;
        change(e.clamp);
        return QString::fromStdString(problem(e));
    };
    QVERIFY(refused([](VoltageClamp& c) { c.steps.clear(); }).contains("test potential"));
    QVERIFY(refused([](VoltageClamp& c) { c.steps.assign(mostClampSteps + 1, 0); }).contains("1000"));
    QVERIFY(refused([](VoltageClamp& c) { c.steps[0] = std::nan(""); }).contains("V_test"));
    QVERIFY(refused([](VoltageClamp& c) { c.chosen = 99; }).contains("chosen"));
    QVERIFY(refused([](VoltageClamp& c) { c.width = 0; }).contains("t_test"));
    QVERIFY(refused([](VoltageClamp& c) { c.hold = INFINITY; }).contains("V_hold"));
    QVERIFY(refused([](VoltageClamp& c) { c.repeat = 1; }).contains("t_repeat"));
    QVERIFY(refused([](VoltageClamp& c) { c.seriesResistance = -1; }).contains("R_s"));
    QVERIFY(refused([](VoltageClamp& c) { c.blocked[1] = 101; }).contains("TTX"));
}

void TestClampedRuns::commandIsOneWithoutGaps()
{
    for (const Model& model : catalogue()) {
        VoltageClamp clamp = defaultClamp(model);
        clamp.hasPrepulse = clamp.hasTail = true;
        clamp.gap = 3;
        const auto pieces = commandOf(clamp, clamp.steps[0]);
        QCOMPARE(pieces.size(), 6u);
        QCOMPARE(pieces[0].from, 0.0);
        for (std::size_t i = 1; i < pieces.size(); ++i) QCOMPARE(pieces[i].from, pieces[i - 1].to);
        QCOMPARE(pieces[3].from, testStart(clamp));
        QCOMPARE(pieces.back().from + clamp.after, lengthOf(clamp));
        for (const auto& [quantity, member] : clampSettings(model)) QVERIFY(quantity.domain.contains(clamp.*member));
        for (const double step : clamp.steps) QVERIFY(step >= model.state[0].min && step <= model.state[0].max + 1e-9);
    }
}

QTEST_GUILESS_MAIN(TestClampedRuns)
#include "tst_clamped_runs.moc"
