// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <numbers>

using namespace rheobase;

namespace {

using std::numbers::pi;

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

/// Currents are what they are said to be: charge, edges on and off the grid, every shape; and the membrane answers in closed form.
class TestStimuli : public QObject {
    Q_OBJECT

private slots:
    void chargeOfPulses_data();
    void chargeOfPulses();
    void membraneInClosedForm_data();
    void membraneInClosedForm();
    void edgesOffTheGrid_data() { modelAndSolverRows(); }
    void edgesOffTheGrid();
    void edgesAreRightLimits();
    void edgeThatMissesTheGridByRounding();
    void stimulusShapes();
};

void TestStimuli::chargeOfPulses_data()
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
void TestStimuli::chargeOfPulses()
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

void TestStimuli::membraneInClosedForm_data()
{
    QTest::addColumn<double>("dt");
    for (const double dt : {0.013, 0.05, 0.7, 11.0}) QTest::addRow("Δt %g ms", dt) << dt;
}

/// Each shape against its own formula, at every row.
void TestStimuli::membraneInClosedForm()
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
void TestStimuli::edgesOffTheGrid()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = under(*model, 0);
    e.solver = solver;
    const int order = description(solver).order;
    e.dt = order == 1 || order == 2 ? 0.0005 : 0.01;
    const auto runUnder = [&](double most) {
        e.stimulus = {shaped("pulse-train", {1.2371, 0.2034, 1.5, 3, most}), shaped("ramp", {0.3333, 2.2222, 0, most / 20})};
        return simulate(e, 6);
    };
    double most = model->id == "hodgkin-huxley" ? 40 : model->input.max / 2;
    Outcome run = runUnder(most);
    while (model->jumps && !run.trace.spikes().empty()) run = runUnder(most /= 2); // the other integration knows no reset
    const auto expected = integratedPieces(e, 6);
    const double adaptive = solver == SolverKind::quickDormandPrince ? 1e-3 : 1e-6;
    const bool isScript = solver == SolverKind::published2003 || solver == SolverKind::published2004; // with the input of a step's begin
    const double tolerance = isScript ? 0.05 : order == 1 ? 0.02 : order == 2 || order == 4 ? 1e-5 : adaptive;
    for (std::size_t i = 0; i < expected.size(); ++i) COMPARE_WITHIN(run.neuron.state[i], expected[i], tolerance);
}

void TestStimuli::edgesAreRightLimits()
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
void TestStimuli::edgeThatMissesTheGridByRounding()
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

void TestStimuli::stimulusShapes()
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

QTEST_GUILESS_MAIN(TestStimuli)
#include "tst_stimuli.moc"
