// SPDX-License-Identifier: GPL-3.0-or-later
#include "lanes.h"
#include "reference.h"
#include "steady_rate.h"
#include "sweeps.h"

using namespace rheobase;

class TestSweep : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("RHEOBASE_SIMD"); }
    void leakyEqualsClosedForm_data();
    void leakyEqualsClosedForm();
    void closedFormEqualsRun_data();
    void closedFormEqualsRun();
    void lanesEqualRuns_data();
    void lanesEqualRuns();
    void squidAxonEqualsReference();
    void staggeredIsOfOrderTwo();
    void ratesAreWithinTheirError_data();
    void ratesAreWithinTheirError();
    void chosenStepsDoNotDependOnTheOwn();
    void whatFadesIsNotTakenForRegular();
    void chosenStepsHoldAtEveryCorner();
    void everyInstructionSetGivesTheSame();
    void settledNeuronsGiveTheSame();
    void periodicNeuronsGiveTheSame();
    void everyStimulusAndSolver_data();
    void everyStimulusAndSolver();
    void ratesOfTheLastPart();
    void orderOfTwoAxes();
    void axes();
    void namesOfTheStimulus();
    void threadsGiveTheSame();
    void partsGiveTheSame();
    void progressAndStop();
    void refuses();
    void tellsDivergence();
};

/// 1/(t_ref + τ ln((RI + E_L − V_reset)/(RI + E_L − V_th))) at every point, from far below to far above the rheobase of 2 nA.
void TestSweep::leakyEqualsClosedForm_data()
{
    QTest::addColumn<bool>("shortCut");
    QTest::newRow("closed form") << true;
    QTest::newRow("stepped") << false;
}

void TestSweep::leakyEqualsClosedForm()
{
    QFETCH(bool, shortCut);
    Sweep sweep = sweepOf("leaky-integrate-and-fire", {{"I", 0, 8, shortCut ? 4001u : 81u}}, 1000);
    const auto points = run(shortCut ? sweep : withoutShortCut(sweep));
    QCOMPARE(points.size(), sweep.axes[0].count);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double drive = 10 * sweep.axes[0].at(i) - 70;
        const double expected = drive > -50 + 1e-9 ? 1000 / (2 + 8 * std::log((drive + 65) / (drive + 50))) : 0;
        COMPARE_WITHIN(points[i].rate, expected, 1e-9 * expected);
    }
}

void TestSweep::closedFormEqualsRun_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    const auto row = [](const char* model, const char* name, double from, double to) {
        QTest::addRow("%s over %s", model, name) << model << name << from << to;
    };
    for (const char* model : {"passive", "perfect-integrate-and-fire", "leaky-integrate-and-fire"}) row(model, "I", -1, 4);
    row("leaky-integrate-and-fire", "R", 1, 200);
    row("leaky-integrate-and-fire", "V_th", -60, -40);
    row("leaky-integrate-and-fire", "t_ref", 0, 60);
    row("leaky-integrate-and-fire", "E_L", -90, -30);
    row("perfect-integrate-and-fire", "C", 0.1, 5);
}

void TestSweep::closedFormEqualsRun()
{
    QFETCH(QString, model);
    QFETCH(QString, name);
    QFETCH(double, from);
    QFETCH(double, to);
    for (const double initial : {-70.0, -55.5, -30.0}) {
        Sweep sweep = sweepOf(model.toStdString(), {{name.toStdString(), from, to, 57}}, 303.7);
        sweep.experiment.initial[0] = initial;
        const auto stepped = run(withoutShortCut(sweep));
        for (const InstructionSet& set : instructionSets()) {
            qputenv("RHEOBASE_SIMD", QByteArray(set.name.data()));
            compareClosely(run(sweep), stepped);
        }
    }
}

void TestSweep::lanesEqualRuns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("dt");
    QTest::newRow("current") << "I" << -5.0 << 40.0 << 0.01;
    QTest::newRow("coarse steps") << "I" << -5.0 << 200.0 << 0.05;
    QTest::newRow("odd steps") << "I" << 0.0 << 20.0 << 0.0123;
    QTest::newRow("conductance") << "g_K" << 0.0 << 80.0 << 0.02;
    QTest::newRow("temperature") << "T" << 0.0 << 25.0 << 0.02;
}

/// To the bit, on every instruction set.
void TestSweep::lanesEqualRuns()
{
    QFETCH(QString, name);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, dt);
    Sweep sweep = sweepOf("hodgkin-huxley", {{name.toStdString(), from, to, 13}}, 200);
    sweep.experiment.dt = dt;
    sweep.experiment.duration = dt * std::round(200 / dt);
    for (const InstructionSet& set : instructionSets()) {
        qputenv("RHEOBASE_SIMD", QByteArray(set.name.data()));
        const auto points = run(sweep);
        for (std::size_t i = 0; i < points.size(); ++i) compareWithRun(sweep, i, points[i]);
    }
    QVERIFY(same(run(sweep), run(withoutShortCut(sweep))));
}

void TestSweep::squidAxonEqualsReference()
{
    const auto table = reference::columns("fi_hh.csv");
    Sweep sweep{.experiment = reference::experimentOfSet("hh"), .axes = {{"I", 0, 50, 501}}};
    sweep.experiment.stimulus.clear();
    for (const bool staggered : {false, true}) {
        sweep.staggered = staggered;
        const auto points = run(sweep);
        for (std::size_t i = 0; i < table.at("I").size(); ++i) {
            const SweepPoint& point = points[static_cast<std::size_t>(std::lround(10 * table.at("I")[i]))];
            COMPARE_WITHIN(point.rate, table.at("rate_Hz")[i], staggered ? 0.01 : 1e-5);
            COMPARE_WITHIN(point.latency, table.at("latency_ms")[i], staggered ? 0.01 : 1e-6);
        }
        COMPARE_WITHIN(points[100].rate, 68.3236986, staggered ? 0.01 : 1e-5);
        COMPARE_WITHIN(points[200].rate, 86.47005267, staggered ? 0.01 : 1e-5);
        // Lasting firing begins between 6.2 and 6.3 µA/cm².
        const auto onset = std::ranges::find_if(points, [](const SweepPoint& p) { return p.rate > 0; });
        COMPARE_WITHIN(sweep.axes[0].at(static_cast<std::size_t>(onset - points.begin())), 6.3, 1e-9);
    }
}

/// Against Runge–Kutta 4 with steps too short to matter: a fourth of the error at half the step.
void TestSweep::staggeredIsOfOrderTwo()
{
    Sweep sweep = sweepOf("hodgkin-huxley", {{"I", 8, 40, 5}}, 1000);
    const auto exact = run(sweep);
    sweep.staggered = true;
    std::vector<SweepPoint> coarse, fine;
    sweep.experiment.dt = 0.04;
    coarse = run(sweep);
    sweep.experiment.dt = 0.02;
    fine = run(sweep);
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const double ratio = (coarse[i].rate - exact[i].rate) / (fine[i].rate - exact[i].rate);
        QVERIFY2(ratio > 3.3 && ratio < 4.7, qPrintable(QString::number(ratio)));
        QCOMPARE(fine[i].spikes, exact[i].spikes);
    }
}

void TestSweep::ratesAreWithinTheirError_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("error");
    const auto row = [](const char* parameter, double from, double to, double error) {
        QTest::addRow("%s, %g", parameter, error) << parameter << from << to << error;
    };
    row("C", 1, 1, 1e-4);
    row("C", 0.5, 3, 1e-4);
    row("g_K", 20, 80, 1e-3);
    row("E_Na", 30, 80, 1e-5);
    row("T", 2, 12, 1e-4);
}

void TestSweep::ratesAreWithinTheirError()
{
    QFETCH(QString, parameter);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, error);
    Sweep sweep = sweepOf("hodgkin-huxley", {{parameter.toStdString(), from, to, 5}, {"I", 0, 40, 25}}, 500);
    const auto exact = run(sweep);
    sweep.rateError = error;
    const auto points = run(sweep);
    for (std::size_t i = 0; i < points.size(); ++i) {
        COMPARE_WITHIN(points[i].rate, exact[i].rate, error * exact[i].rate);
        COMPARE_WITHIN(static_cast<double>(points[i].spikes), static_cast<double>(exact[i].spikes), 1);
        QVERIFY(points[i].highest < 100 && points[i].lowest > -100);
    }
}

/// Whatever the experiment's own solver and step are.
void TestSweep::chosenStepsDoNotDependOnTheOwn()
{
    Sweep sweep = sweepOf("hodgkin-huxley", {{"I", 0, 40, 9}}, 300);
    sweep.rateError = 1e-4;
    const auto points = run(sweep);
    for (const SolverKind solver : {SolverKind::dormandPrince, SolverKind::forwardEuler}) {
        sweep.experiment.solver = solver;
        sweep.experiment.dt = 1;
        QVERIFY(same(run(sweep), points));
    }
}

/// Under strong currents spikes are small, and smaller from one to the next, until they stay below the spike level.
void TestSweep::whatFadesIsNotTakenForRegular()
{
    Sweep sweep = sweepOf("hodgkin-huxley", {{"I", 40, 75, 71}}, 1000);
    const auto exact = run(sweep);
    sweep.rateError = 1e-4;
    const auto points = run(sweep);
    for (std::size_t i = 0; i < points.size(); ++i) COMPARE_WITHIN(points[i].rate, exact[i].rate, 1e-4 * exact[i].rate);
    QVERIFY(exact.front().rate > 0 && exact.back().rate == 0);
}

/// Where no long step will do, a short one is taken, and a neuron that diverges even then is answered by its own solver.
void TestSweep::chosenStepsHoldAtEveryCorner()
{
    const Model& model = *findModel("hodgkin-huxley");
    for (unsigned corner = 0; corner < 1u << model.parameters.size(); ++corner) {
        Sweep sweep = sweepOf(model.id, {{"I", 0, 50, 8}}, 60);
        for (std::size_t i = 0; i < model.parameters.size(); ++i)
            sweep.experiment.parameters[i] = corner >> i & 1 ? model.parameters[i].max : model.parameters[i].min;
        const auto exact = run(sweep);
        sweep.rateError = 1e-4;
        const auto points = run(sweep);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::string where = "corner " + std::to_string(corner) + ", point " + std::to_string(i);
            QVERIFY2(points[i].diverged == exact[i].diverged, where.c_str());
            if (exact[i].spikes > 1) QVERIFY2(std::abs(points[i].firstInterval / exact[i].firstInterval - 1) < 1e-3, where.c_str());
            for (std::size_t k = 0; k < model.state.size(); ++k) QVERIFY2(std::isfinite(points[i].finalState[k]), where.c_str());
        }
    }
}

void TestSweep::everyInstructionSetGivesTheSame()
{
    Sweep sweep = sweepOf("hodgkin-huxley", {{"I", 0, 20, 33}, {"g_Na", 80, 140, 2}}, 150);
    for (const bool staggered : {false, true}) {
        sweep.staggered = staggered;
        qunsetenv("RHEOBASE_SIMD");
        const auto best = run(sweep);
        for (const InstructionSet& set : instructionSets()) {
            qputenv("RHEOBASE_SIMD", QByteArray(set.name.data()));
            QCOMPARE(instructionSet().name, set.name);
            QVERIFY(same(run(sweep), best));
        }
    }
}

/// Long enough for the silent ones to come to rest to the last bit; some fire before they do.
void TestSweep::settledNeuronsGiveTheSame()
{
    Sweep sweep = sweepOf("hodgkin-huxley", {{"I", -10, 7, 9}}, 1500);
    sweep.experiment.dt = 0.05;
    const auto points = run(sweep);
    QVERIFY(same(points, run(withoutShortCut(sweep))));
    QCOMPARE(points[0].rate, 0.0);
}

/// Of whole periods that are left out nothing is missed. The final state has the error of the last spike's time, which counts most
/// where V rises; extremes are read at other steps of the last periods.
void TestSweep::periodicNeuronsGiveTheSame()
{
    Sweep sweep = sweepOf("hodgkin-huxley", {{"I", 0, 20, 101}}, 500);
    const auto full = run(sweep);
    sweep.rateError = 3e-8;
    const auto points = run(sweep);
    const Model& model = *sweep.experiment.model;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const SweepPoint &point = points[i], &whole = full[i];
        QCOMPARE(point.spikes, whole.spikes);
        const auto isAlike = [](double a, double b) { return std::isnan(b) ? std::isnan(a) : std::abs(a - b) <= 1e-7 * b; };
        QVERIFY(isAlike(point.rate, whole.rate));
        QVERIFY(isAlike(point.latency, whole.latency));
        QVERIFY(isAlike(point.firstInterval, whole.firstInterval));
        QVERIFY(isAlike(point.lastInterval, whole.lastInterval));
        QCOMPARE(std::isnan(point.variation), std::isnan(whole.variation));
        if (whole.spikes > 10) COMPARE_WITHIN(point.variation, whole.variation, 1e-6);
        COMPARE_WITHIN(point.lowest, whole.lowest, 0.01);
        COMPARE_WITHIN(point.highest, whole.highest, 0.05);
        for (std::size_t k = 0; k < model.state.size(); ++k)
            COMPARE_WITHIN(point.finalState[k], whole.finalState[k], 0.01 * (model.state[k].max - model.state[k].min));
    }
    QVERIFY(full.back().spikes > 40);
}

void TestSweep::everyStimulusAndSolver_data() { modelAndSolverRows(); }

/// Whatever the experiment: each point is its run.
void TestSweep::everyStimulusAndSolver()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Sweep sweep{.experiment = defaultExperiment(*model), .axes = {{"I", 0.5 * model->input.max, model->input.max, 3}}};
    sweep.experiment.duration = 60;
    sweep.experiment.solver = solver;
    for (const StimulusShape& shape : stimulusShapes()) {
        sweep.experiment.stimulus = {component(*stimulusShape("step"), model->input), component(shape, model->input)};
        for (const Noise::Kind kind : {Noise::Kind::none, Noise::Kind::white}) {
            sweep.experiment.noise = {kind, 0.1 * model->input.max};
            const auto points = run(sweep, {}, 2);
            for (std::size_t i = 0; i < points.size(); ++i) compareWithRun(sweep, i, points[i]);
        }
    }
}

/// Of a neuron under a step, of one that stops firing under it, of one with a single spike, of a silent one.
void TestSweep::ratesOfTheLastPart()
{
    Sweep sweep = sweepOf("leaky-integrate-and-fire", {{"step.end", 310, 500, 2}}, 500);
    sweep.experiment.stimulus = {shaped("step", {10, 300, 3})};
    sweep.settle = 0.5;
    for (const SweepPoint& point : run(sweep)) {
        COMPARE_WITHIN(point.rate, 1000 / point.lastInterval, 1e-9);
        COMPARE_WITHIN(point.variation, 0, 1e-12);
    }
    sweep.experiment.stimulus = {shaped("constant", {0}), shaped("ramp", {0, 500, 6, 0})};
    sweep.axes = {{"R", 10, 11, 2}};
    const SweepPoint falling = run(sweep)[0];
    QVERIFY(falling.rate > 1000 / falling.lastInterval && falling.rate < 1000 / falling.firstInterval);
    sweep.experiment.stimulus = {shaped("step", {490, 500, 3})};
    sweep.axes = {{"I", 1, 3, 2}};
    sweep.settle = 0;
    const auto late = run(sweep);
    QVERIFY(late[0].spikes == 0 && late[0].rate == 0 && std::isnan(late[0].latency));
    QVERIFY(late[1].spikes == 1 && std::isnan(late[1].rate) && std::isnan(late[1].lastInterval));
}

void TestSweep::orderOfTwoAxes()
{
    const Sweep sweep = sweepOf("leaky-integrate-and-fire", {{"R", 5, 20, 3}, {"I", 1, 4, 4}}, 500);
    QCOMPARE(sizeOf(sweep), 12u);
    const auto points = run(sweep);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 4; ++j) {
            const Experiment e = experimentAt(sweep, 4 * i + j);
            QCOMPARE(parameterOf(e, "R"), sweep.axes[0].at(i));
            QCOMPARE(e.stimulus[0].values[0], sweep.axes[1].at(j));
            const double rate = steadyRate(*e.model, e.parameters, sweep.axes[1].at(j)).value();
            COMPARE_WITHIN(points[4 * i + j].rate, rate, 1e-9 * rate);
        }
}

void TestSweep::axes()
{
    const SweepAxis linear{"I", -1, 0.3, 14}, logarithmic{"R", 1, 1000, 4, true};
    QCOMPARE(linear.at(0), -1.0);
    QCOMPARE(linear.at(13), 0.3);
    COMPARE_WITHIN(linear.at(5), -0.5, 1e-15);
    COMPARE_WITHIN(logarithmic.at(1), 10, 1e-13);
    COMPARE_WITHIN(logarithmic.at(2), 100, 1e-12);
    QCOMPARE(logarithmic.at(3), 1000.0);
    QCOMPARE((SweepAxis{"I", 3, 9, 1}.at(0)), 3.0);
}

void TestSweep::namesOfTheStimulus()
{
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    e.stimulus.clear();
    Sweep sweep{.experiment = e, .axes = {{"I", 1, 3, 2}}};
    QCOMPARE(experimentAt(sweep, 1), under(*e.model, 3));
    QVERIFY(sweptQuantity(e, "I")->unit == "nA");
    QVERIFY(!sweptQuantity(e, "constant.amplitude"));
    sweep.experiment.stimulus = {shaped("step", {1, 2, 3}), shaped("ramp", {1, 2, 3, 4})};
    QCOMPARE(experimentAt(sweep, 1).stimulus, (Stimulus{shaped("step", {1, 2, 3}), shaped("ramp", {1, 2, 3, 4})}));
    QCOMPARE(experimentAt(sweep, 0).stimulus[0], shaped("step", {1, 2, 1}));
    sweep.axes = {{"ramp.to", 7, 8, 2}, {"step.start", 0, 1, 2}};
    QCOMPARE(experimentAt(sweep, 2).stimulus, (Stimulus{shaped("step", {0, 2, 3}), shaped("ramp", {1, 2, 3, 8})}));
    for (const std::string& name : sweepableNames(sweep.experiment)) QVERIFY(sweptQuantity(sweep.experiment, name));
    QVERIFY(sweepableNames(sweep.experiment).size() > 10);
}

void TestSweep::threadsGiveTheSame()
{
    for (const char* id : {"leaky-integrate-and-fire", "hodgkin-huxley"}) {
        const Sweep sweep = sweepOf(id, {{"I", 0, 8, 129}}, 40);
        const auto one = run(sweep, {}, 1);
        for (const unsigned threads : {2u, 3u, 16u}) QVERIFY(same(run(sweep, {}, threads), one));
        QVERIFY(same(run(withoutShortCut(sweep), {}, 3), run(withoutShortCut(sweep), {}, 1)));
    }
}

/// Whichever neighbours a point has in its pack.
void TestSweep::partsGiveTheSame()
{
    const std::vector<std::size_t> indices{127, 3, 4, 90, 0, 31, 64};
    for (const char* id : {"leaky-integrate-and-fire", "hodgkin-huxley"}) {
        Sweep sweep = sweepOf(id, {{"I", 0, 8, 128}}, 40);
        for (const auto kind : {Noise::Kind::none, Noise::Kind::white}) {
            sweep.experiment.noise = {kind, 1, 5};
            const auto all = run(sweep), some = run(sweep, indices);
            QCOMPARE(some.size(), indices.size());
            for (std::size_t i = 0; i < indices.size(); ++i) QVERIFY(same(some[i], all[indices[i]]));
        }
        QVERIFY(run(sweep, std::vector<std::size_t>()).empty());
    }
}

void TestSweep::progressAndStop()
{
    const Sweep sweep = sweepOf("hodgkin-huxley", {{"I", 0, 20, 100}}, 10);
    std::vector<std::size_t> seen;
    QCOMPARE(run(sweep, {}, 3, [&](std::size_t done) { seen.push_back(done); }).size(), 100u);
    QVERIFY(std::ranges::is_sorted(seen) && seen.back() == 100);
    Sweep endless = sweep;
    endless.experiment.duration = 1e9;
    for (const Sweep& s : {endless, withoutShortCut(endless)}) {
        std::stop_source stop;
        std::vector<SweepPoint> points(1);
        std::jthread thread([&] { points = run(s, stop.get_token(), 2); });
        waitForWork(50);
        stop.request_stop();
        thread.join(); // or it would take hours
        QVERIFY(points.empty());
    }
}

void TestSweep::refuses()
{
    const Sweep good = sweepOf("leaky-integrate-and-fire", {{"I", 0, 4, 10}}, 100);
    QVERIFY(problem(good).empty());
    const auto check = [&](auto change, const QStringList& said) {
        Sweep bad = good;
        change(bad);
        const QString sentence = QString::fromStdString(problem(bad));
        QVERIFY2(sentence.endsWith('.'), qPrintable(sentence + said.join(' ')));
        for (const QString& word : said) QVERIFY2(sentence.contains(word), qPrintable(sentence));
    };
    check([](Sweep& s) { s.axes.clear(); }, {"one value or two"});
    check([](Sweep& s) { s.axes = {{"I", 0, 1}, {"R", 1, 2}, {"C", 1, 2}}; }, {"one value or two"});
    check([](Sweep& s) { s.axes[0].name = "Vth"; }, {"\"Vth\"", "V_th"});
    check([](Sweep& s) { s.axes[0].name = "step.start"; }, {"\"step.start\""});
    check([](Sweep& s) { s.axes[0].count = 0; }, {"I", "at least 1"});
    check([](Sweep& s) { s.axes[0].count = std::size_t{1} << 62; }, {"I", "at most"});
    check([](Sweep& s) { s.axes = {{"I", 0, 1, 3000}, {"R", 1, 2, 3000}}; }, {"9000000", "4000000"});
    check([](Sweep& s) { s.axes[0].to = std::nan(""); }, {"I", "finite"});
    check([](Sweep& s) { s.axes[0].logarithmic = true; }, {"I", "above 0"});
    check([](Sweep& s) { s.axes[0] = {"R", -1, 10, 5}; }, {"R = -1", "greater than 0"});
    check([](Sweep& s) { s.axes[0] = {"V_reset", -70, -40, 5}; }, {"V_reset = -40", "below V_th"});
    check([](Sweep& s) { s.axes = {{"V_reset", -70, -55, 5}, {"V_th", -60, -40, 5}}; }, {"V_reset = -55, V_th = -60", "below V_th"});
    check([](Sweep& s) { s.axes = {{"I", 0, 1, 5}, {"constant.amplitude", 0, 1, 5}}; }, {"the same"});
    check([](Sweep& s) { s.experiment.duration = 0; }, {"duration"});
    check([](Sweep& s) { s.settle = 1; }, {"settle"});
    check([](Sweep& s) { s.rateError = -1; }, {"rate-error"});
    check([](Sweep& s) { s.rateError = 1e-4, s.staggered = true; }, {"staggered", "rate-error"});
    check([](Sweep& s) { s.experiment.dt = -1; }, {"dt"});
    check(
        [](Sweep& s) {
            s.experiment.stimulus = {shaped("pulse-train", {10, 1, 20, 3, 3})};
            s.axes[0] = {"pulse-train.count", 1, 4, 3};
        },
        {"pulse-train.count = 2.5", "whole number"});
    check([](Sweep& s) { s.experiment.stimulus = {shaped("ramp", {0, 1, 2, 3})}; }, {"ramp", "amplitude", "ramp.start"});
    check(
        [](Sweep& s) {
            s.experiment.stimulus = {shaped("step", {10, 20, 3})};
            s.axes[0] = {"step.start", 0, 30, 5};
        },
        {"step.start = 30", "end must be after start"});
}

/// Steps that are too long for Runge–Kutta at some points and not at others: as the single runs.
void TestSweep::tellsDivergence()
{
    Sweep sweep = sweepOf("hodgkin-huxley", {{"C", 0.05, 5, 9, true}, {"I", 0, 40, 2}}, 100);
    sweep.experiment.dt = 0.1;
    const auto points = run(sweep);
    std::size_t diverged = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        compareWithRun(sweep, i, points[i]);
        diverged += points[i].diverged;
    }
    QVERIFY(diverged > 0 && diverged < points.size());
    Sweep dense = sweepOf("leaky-integrate-and-fire", {{"C", 1e-9, 1e-8, 3}}, 10);
    set(dense.experiment, "t_ref", 0);
    for (const SweepPoint& point : run(dense)) QVERIFY(point.diverged);
}

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
