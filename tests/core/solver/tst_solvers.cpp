// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <numbers>

using namespace rheobase;

namespace {

using std::numbers::pi;

/// The largest difference of two states.
double distance(std::span<const double> a, std::span<const double> b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

/// A smooth problem on which a solver's order shows: no spike reset, no edge, an error well above rounding.
struct Smooth {
    Experiment experiment;
    double duration;
    std::vector<double> exact;
};

Smooth hodgkinHuxleySpike()
{
    Smooth problem{under(*findModel("hodgkin-huxley"), 10), 8, {}};
    const Neuron from = start(problem.experiment);
    problem.exact = integrated(*from.model, from.parameters, from.state, 0, problem.duration, [](double) { return 10.0; });
    return problem;
}

Smooth membraneUnderSine()
{
    Smooth problem{under(*findModel("passive"), 0), 20, {}};
    problem.experiment.stimulus = {shaped("sine", {0, 1000, 1, 40, 0.3, 0.2})};
    const Neuron from = start(problem.experiment);
    problem.exact = integrated(*from.model, from.parameters, from.state, 0, problem.duration,
                               [](double t) { return 0.2 + std::sin(2 * pi * 0.04 * t + 0.3); });
    return problem;
}

double errorAt(Smooth problem, SolverKind solver, double dt)
{
    problem.experiment.solver = solver;
    problem.experiment.dt = dt;
    return distance(simulate(problem.experiment, problem.duration).neuron.state, problem.exact);
}

}

/// What the solvers promise: their order, their exactness, the times of their spikes.
class TestSolvers : public QObject {
    Q_OBJECT

private slots:
    void order_data();
    void order();
    void adaptiveErrorAndDenseOutput();
    void quickAdaptiveKeepsTime();
    void leakySpikesInClosedForm_data();
    void leakySpikesInClosedForm();
    void perfectSpikesInClosedForm();
    void smoothSpikesFarBelowStep_data();
    void smoothSpikesFarBelowStep();
    void resetSpikesOfEverySolver_data();
    void resetSpikesOfEverySolver();
    void rheobaseIsNeverCrossed();
    void grazingSine_data();
    void grazingSine();
    void stiffMembraneUnderSine();
    void refractoryPeriod_data();
    void refractoryPeriod();
};

void TestSolvers::order_data()
{
    QTest::addColumn<bool>("isSpike");
    QTest::addColumn<SolverKind>("solver");
    for (const SolverDescription& d : solverDescriptions()) {
        if (d.kind == SolverKind::exact || isAdaptive(d.kind) || !canRun(*findModel("passive"), d.kind)) continue;
        QTest::addRow("hodgkin-huxley, %s", d.id.data()) << true << d.kind;
        QTest::addRow("membrane under a sine, %s", d.id.data()) << false << d.kind;
    }
}

void TestSolvers::order()
{
    QFETCH(bool, isSpike);
    QFETCH(SolverKind, solver);
    const Smooth problem = isSpike ? hodgkinHuxleySpike() : membraneUnderSine();
    const int order = description(solver).order;
    const double coarse = isSpike ? (order == 4 ? 0.02 : 0.001) : (order == 4 ? 0.5 : 0.02);
    const double first = errorAt(problem, solver, coarse), second = errorAt(problem, solver, coarse / 2);
    COMPARE_WITHIN(std::log2(first / second), order, 0.15);
}

/// The adaptive solver does not step on the grid, so most rows come from its dense output.
void TestSolvers::adaptiveErrorAndDenseOutput()
{
    Experiment experiment = under(*findModel("hodgkin-huxley"), 10);
    experiment.solver = SolverKind::dormandPrince;
    experiment.dt = 0.037;
    const Outcome run = simulate(experiment, 20);
    const Neuron from = start(experiment);
    std::vector<double> x = from.state;
    double worst = 0;
    for (std::size_t i = 1; i < run.trace.rows(); ++i) {
        x = integrated(*from.model, from.parameters, x, run.trace.time()[i - 1], run.trace.time()[i], [](double) { return 10.0; });
        for (std::size_t k = 0; k < x.size(); ++k) worst = std::max(worst, std::abs(x[k] - run.trace.state(k)[i]));
    }
    QVERIFY2(worst < 1e-5, qPrintable(QString::number(worst)));
    QVERIFY2(worst > 0, "an adaptive solver cannot be exact");
}

/// After seconds of firing the last spike of the quick solver lies within 0.01 ms of that of the strict one.
void TestSolvers::quickAdaptiveKeepsTime()
{
    for (const double I : {7.0, 10.0, 20.0, 50.0}) {
        Experiment e = under(*findModel("hodgkin-huxley"), I);
        e.dt = 1;
        e.solver = SolverKind::dormandPrince;
        const Outcome strict = simulate(e, 10'000, 1'000'000);
        e.solver = SolverKind::quickDormandPrince;
        const Outcome quick = simulate(e, 10'000, 1'000'000);
        QCOMPARE(quick.trace.spikes().size(), strict.trace.spikes().size());
        COMPARE_WITHIN(quick.trace.spikes().back(), strict.trace.spikes().back(), 0.01);
    }
}

void TestSolvers::leakySpikesInClosedForm_data()
{
    QTest::addColumn<double>("I");
    QTest::addColumn<double>("dt");
    for (const double I : {2.0001, 2.1, 3.0, 8.0, 150.0})
        for (const double dt : {0.01, 0.05, 0.37, 20.0}) QTest::addRow("I %g nA, Δt %g ms", I, dt) << I << dt;
}

void TestSolvers::leakySpikesInClosedForm()
{
    QFETCH(double, I);
    QFETCH(double, dt);
    Experiment e = under(*findModel("leaky-integrate-and-fire"), I);
    e.dt = dt;
    const Outcome run = simulate(e, 1000, 1'000'000);
    const long double tau = 8, top = 10.0L * I - 70, reset = -65, threshold = -50, refractory = 2;
    const long double first = tau * std::log((top + 70) / (top - threshold));
    const long double interval = refractory + tau * std::log((top - reset) / (top - threshold));
    const double end = dt * std::round(1000 / dt);
    const auto expected = static_cast<std::size_t>(std::floor((end - static_cast<double>(first)) / static_cast<double>(interval))) + 1;
    QCOMPARE(run.trace.spikes().size(), expected);
    for (std::size_t k = 0; k < expected; ++k)
        COMPARE_WITHIN(run.trace.spikes()[k], static_cast<double>(first + static_cast<long double>(k) * interval), 1e-9);
    if (expected < 3) return;
    const double rate = 1000 * static_cast<double>(expected - 1) / (run.trace.spikes().back() - run.trace.spikes().front());
    COMPARE_WITHIN(rate, static_cast<double>(1000 / interval), 1e-9 * rate);
}

void TestSolvers::perfectSpikesInClosedForm()
{
    for (const double I : {0.013, 0.5, 4.0}) {
        const Experiment e = under(*findModel("perfect-integrate-and-fire"), I);
        const Outcome run = simulate(e, 1000, 1'000'000);
        QVERIFY(!run.trace.spikes().empty());
        for (std::size_t k = 0; k < run.trace.spikes().size(); ++k)
            COMPARE_WITHIN(run.trace.spikes()[k], static_cast<double>(k + 1) * 0.8 * 15 / I + static_cast<double>(k) * 2, 1e-9);
    }
}

void TestSolvers::smoothSpikesFarBelowStep_data()
{
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<double>("dt");
    for (const double dt : {0.005, 0.01, 0.02}) {
        QTest::addRow("rk4, Δt %g ms", dt) << SolverKind::rungeKutta4 << dt;
        QTest::addRow("dormand-prince, Δt %g ms", dt) << SolverKind::dormandPrince << dt;
    }
}

/// The first spike of the squid axon, against a bisection on an independent solution.
void TestSolvers::smoothSpikesFarBelowStep()
{
    QFETCH(SolverKind, solver);
    QFETCH(double, dt);
    Experiment e = under(*findModel("hodgkin-huxley"), 10);
    e.solver = solver;
    e.dt = dt;
    const Neuron from = start(e);
    const auto V = [&](double t) { return integrated(*from.model, from.parameters, from.state, 0, t, [](double) { return 10.0; })[0]; };
    double low = 1, high = 3;
    while (high - low > 1e-11) (V((low + high) / 2) < 0 ? low : high) = (low + high) / 2;
    const Outcome run = simulate(e, 10);
    QCOMPARE(run.trace.spikes().size(), std::size_t{1});
    COMPARE_WITHIN(run.trace.spikes()[0], low, 1e-3 * dt);
}

void TestSolvers::resetSpikesOfEverySolver_data()
{
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<double>("tolerance");
    QTest::addRow("forward-euler") << SolverKind::forwardEuler << 3e-2;
    QTest::addRow("heun") << SolverKind::heun << 6e-5;
    QTest::addRow("rk4") << SolverKind::rungeKutta4 << 1e-6;
    QTest::addRow("exponential-euler") << SolverKind::exponentialEuler << 1e-6;
    QTest::addRow("dormand-prince") << SolverKind::dormandPrince << 1e-7;
    QTest::addRow("dormand-prince-quick") << SolverKind::quickDormandPrince << 1e-5;
}

/// Resets happen inside the step for every solver: the error is the method's and not a whole Δt for each spike.
void TestSolvers::resetSpikesOfEverySolver()
{
    QFETCH(SolverKind, solver);
    QFETCH(double, tolerance);
    Experiment e = under(*findModel("leaky-integrate-and-fire"), 3);
    e.dt = 0.05;
    const Outcome exact = simulate(e, 200);
    e.solver = solver;
    const Outcome run = simulate(e, 200);
    QCOMPARE(run.trace.spikes().size(), exact.trace.spikes().size());
    for (std::size_t k = 0; k < run.trace.spikes().size(); ++k)
        COMPARE_WITHIN(run.trace.spikes()[k], exact.trace.spikes()[k], tolerance * static_cast<double>(k + 1));
}

/// V comes to rest on the threshold at rheobase, and must not cross it by rounding.
void TestSolvers::rheobaseIsNeverCrossed()
{
    for (const double R : {10.0, 7.0, 33.3, 0.9}) {
        Experiment e = under(*findModel("leaky-integrate-and-fire"), 0);
        set(e, "R", R);
        const double rheobase = e.model->derivedFrom(e.parameters)[indexOf(e.model->derived, "I_th").value()];
        e.stimulus[0].values[0] = rheobase;
        QCOMPARE(simulate(e, 3000, 1'000'000).trace.spikes().size(), std::size_t{0});
        e.stimulus[0].values[0] = rheobase * (1 + 1e-6);
        QVERIFY(!simulate(e, 3000, 1'000'000).trace.spikes().empty());
    }
}

void TestSolvers::grazingSine_data()
{
    QTest::addColumn<double>("frequency");
    QTest::addColumn<double>("dt");
    for (const double frequency : {3.0, 40.0, 500.0, 5000.0})
        for (const double dt : {0.05, 1.0, 10.0}) QTest::addRow("%g Hz, Δt %g ms", frequency, dt) << frequency << dt;
}

/// A crest that passes the threshold between two points of the grid is a spike; one that stays below is none.
void TestSolvers::grazingSine()
{
    QFETCH(double, frequency);
    QFETCH(double, dt);
    Experiment e = under(*findModel("leaky-integrate-and-fire"), 0);
    e.dt = dt;
    const double omega = 2 * pi * frequency / 1000, lag = std::atan(omega * 8), response = 10 / std::hypot(1, omega * 8);
    // Started on its steady course there is no transient: V = −70 + 15·sin(ωt − lag).
    const double offset = 15 / response;
    e.stimulus = {shaped("sine", {0, 1e6, offset, frequency, 0, 0})};
    e.initial[0] = -70 - 15 * std::sin(lag);
    set(e, "V_reset", -90);
    for (const double above : {-1e-4, 1e-4}) {
        set(e, "V_th", -55 - above);
        const Outcome run = simulate(e, std::ceil(3 * 1000 / frequency / dt) * dt, 1'000'000);
        if (above < 0) QCOMPARE(run.trace.spikes().size(), std::size_t{0});
        else {
            QVERIFY(!run.trace.spikes().empty());
            const double crest = (pi / 2 + lag) / omega, early = std::acos(1 - above / 15) / omega;
            COMPARE_WITHIN(run.trace.spikes()[0], crest - early, 1e-6 * early + 1e-9);
        }
    }
}

void TestSolvers::stiffMembraneUnderSine()
{
    Experiment e = under(*findModel("passive"), 0);
    set(e, "C", 1e-6);
    e.dt = 50;
    e.stimulus = {shaped("sine", {0, 1e6, 1, 7, 0, 0})};
    const Outcome run = simulate(e, 1000);
    QVERIFY(!run.divergence);
    for (std::size_t i = 0; i < run.trace.rows(); ++i)
        COMPARE_WITHIN(run.trace.state(0)[i], -70 + 10 * std::sin(2 * pi * 0.007 * run.trace.time()[i]), 1e-4);
}

void TestSolvers::refractoryPeriod_data()
{
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<double>("refractory");
    for (const Model& model : catalogue())
        for (const SolverKind kind : solversFor(model))
            for (const double refractory : {0.0, 0.013, 2.0, 3.3333})
                if (model.jumps && indexOf(model.parameters, "t_ref"))
                    QTest::addRow("%s, %s, %g ms", model.id.data(), description(kind).id.data(), refractory)
                        << &model << kind << refractory;
}

/// V lies exactly on V_reset for exactly t_ref after each spike, and leaves it then.
void TestSolvers::refractoryPeriod()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    QFETCH(double, refractory);
    Experiment e = under(*model, model->input.max);
    e.solver = solver;
    e.dt = 0.05;
    set(e, "t_ref", refractory);
    const Outcome run = simulate(e, 100);
    const auto spikes = run.trace.spikes();
    QVERIFY(spikes.size() > 5);
    for (std::size_t k = 0; k + 1 < spikes.size(); ++k) {
        std::size_t row = run.trace.firstAt(spikes[k]);
        COMPARE_WITHIN(run.trace.state(0)[row], parameterOf(e, "V_th"), 1e-3);
        while (run.trace.state(0)[row] != parameterOf(e, "V_reset")) ++row;
        QCOMPARE(run.trace.time()[row], spikes[k]);
        for (; row < run.trace.rows() && run.trace.time()[row] < spikes[k] + refractory; ++row)
            QVERIFY(run.trace.state(0)[row] == parameterOf(e, "V_reset"));
        const std::size_t free = run.trace.firstAt(spikes[k] + refractory + 1e-6);
        if (run.trace.time()[free] < spikes[k + 1]) QVERIFY(run.trace.state(0)[free] > parameterOf(e, "V_reset"));
    }
    if (model->state.size() > 1) return; // another state goes on, and makes a difference
    const double interval = spikes[2] - spikes[1];
    set(e, "t_ref", 0);
    const Outcome without = simulate(e, 100);
    COMPARE_WITHIN(interval - refractory, without.trace.spikes()[2] - without.trace.spikes()[1],
                   !model->linear && !isAdaptive(solver) ? e.dt
                   : solver == SolverKind::forwardEuler  ? 0.02
                                                         : 1e-4);
}

QTEST_GUILESS_MAIN(TestSolvers)
#include "tst_solvers.moc"
