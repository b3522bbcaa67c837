// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/spikes.h"
#include "reference.h"
#include "sweep.h"
#include "sweep/lanes.h"

#include <atomic>

using namespace rheobase;

namespace {

Sweep sweepOf(std::string_view id, std::vector<SweepAxis> axes, double duration)
{
    return {.experiment = defaultExperiment(*findModel(id)), .axes = std::move(axes), .duration = duration};
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// The same numbers to the bit.
bool same(const SweepPoint& a, const SweepPoint& b)
{
    return a.spikes == b.spikes && same(a.latency, b.latency) && same(a.rate, b.rate) && same(a.firstInterval, b.firstInterval)
           && same(a.lastInterval, b.lastInterval) && same(a.variation, b.variation) && same(a.lowest, b.lowest)
           && same(a.highest, b.highest) && a.finalState == b.finalState && a.diverged == b.diverged;
}

bool same(const std::vector<SweepPoint>& a, const std::vector<SweepPoint>& b)
{
    return std::ranges::equal(a, b, [](const SweepPoint& x, const SweepPoint& y) { return same(x, y); });
}

/// An experiment in which nothing but its form differs, so that no short cut applies.
Sweep withoutShortCut(Sweep sweep)
{
    sweep.experiment.stimulus.push_back(shaped("step", {1e9, 1e9 + 1, 1}));
    return sweep;
}

/// The program's own run of one point: spikes, extremes, state.
void compareWithRun(const Sweep& sweep, std::size_t index, const SweepPoint& point)
{
    const Outcome single = simulate(experimentAt(sweep, index), sweep.duration);
    const auto spikes = single.trace.spikes();
    QCOMPARE(point.spikes, spikes.size());
    if (!spikes.empty()) QCOMPARE(point.latency, spikes[0]);
    if (spikes.size() > 1) QCOMPARE(point.firstInterval, spikes[1] - spikes[0]);
    if (spikes.size() > 1) QCOMPARE(point.lastInterval, lastInterval(spikes).value());
    const auto V = single.trace.state(0);
    QCOMPARE(point.lowest, *std::ranges::min_element(V));
    QCOMPARE(point.highest, *std::ranges::max_element(V));
    for (std::size_t i = 0; i < single.neuron.state.size(); ++i) QVERIFY(point.finalState[i] == single.neuron.state[i]);
    QCOMPARE(point.diverged, single.divergence.has_value());
}

}

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
    void everyInstructionSetGivesTheSame();
    void settledNeuronsGiveTheSame();
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
    void coarseToFineIsAnOrder();
    void taskGivesTheSame();
    void taskIsSuperseded();
    void taskIsCancelled();
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
        const auto quick = run(sweep), stepped = run(withoutShortCut(sweep));
        const auto compare = [&](const char* what, double a, double b, std::size_t i) {
            QVERIFY2(same(a, b) || std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)), qPrintable(QString("%1 at %2 = %3: %4, stepped %5")
                                                                                                        .arg(what, name)
                                                                                                        .arg(sweep.axes[0].at(i))
                                                                                                        .arg(a, 0, 'g', 17)
                                                                                                        .arg(b, 0, 'g', 17)));
        };
        for (std::size_t i = 0; i < quick.size(); ++i) {
            const SweepPoint &a = quick[i], &b = stepped[i];
            QVERIFY2(a.spikes == b.spikes,
                     qPrintable(QString("%1 = %2: %3, %4").arg(name).arg(sweep.axes[0].at(i)).arg(a.spikes).arg(b.spikes)));
            compare("latency", a.latency, b.latency, i);
            compare("rate", a.rate, b.rate, i);
            compare("first interval", a.firstInterval, b.firstInterval, i);
            compare("last interval", a.lastInterval, b.lastInterval, i);
            compare("variation", a.variation, b.variation, i);
            compare("lowest", a.lowest, b.lowest, i);
            compare("highest", a.highest, b.highest, i);
            compare("final V", a.finalState[0], b.finalState[0], i);
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
    sweep.duration = dt * std::round(200 / dt);
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
    Sweep sweep{.experiment = reference::experimentOfSet("hh"), .axes = {{"I", 0, 50, 501}}, .duration = 1000};
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

void TestSweep::everyStimulusAndSolver_data() { modelAndSolverRows(); }

/// Whatever the experiment: each point is its run.
void TestSweep::everyStimulusAndSolver()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Sweep sweep{.experiment = defaultExperiment(*model), .axes = {{"I", 0.5 * model->input.max, model->input.max, 3}}, .duration = 60};
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

/// Of a neuron that stops firing, of one with a single spike, of a silent one.
void TestSweep::ratesOfTheLastPart()
{
    Sweep sweep = sweepOf("leaky-integrate-and-fire", {{"step.end", 310, 500, 2}}, 500);
    sweep.experiment.stimulus = {shaped("step", {0, 300, 3})};
    sweep.settle = 0.5;
    const auto points = run(sweep);
    const double interval = points[0].lastInterval;
    const auto by = [&](double t) { return std::floor((t - points[0].latency) / interval) + 1; };
    QCOMPARE(points[0].rate, (by(310) - by(250)) * 4);
    COMPARE_WITHIN(points[1].rate, 1000 / interval, 1e-9);
    COMPARE_WITHIN(points[1].variation, 0, 1e-12);
    sweep.experiment.stimulus = {shaped("step", {490, 500, 3})};
    sweep.axes = {{"I", 1, 3, 2}};
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
    endless.duration = 1e9;
    for (const Sweep& s : {endless, withoutShortCut(endless)}) {
        std::stop_source stop;
        std::vector<SweepPoint> points(1);
        std::jthread thread([&] { points = run(s, stop.get_token(), 2); });
        QTest::qWait(50);
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
    check([](Sweep& s) { s.duration = 0; }, {"duration"});
    check([](Sweep& s) { s.settle = 1; }, {"settle"});
    check([](Sweep& s) { s.experiment.dt = -1; }, {"dt"});
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

void TestSweep::coarseToFineIsAnOrder()
{
    for (const auto& [rows, columns] :
         {std::pair(1u, 200u), std::pair(64u, 64u), std::pair(7u, 33u), std::pair(50u, 1u), std::pair(1u, 1u)}) {
        const auto order = coarseToFine(sweepOf("leaky-integrate-and-fire", {{"R", 1, 2, rows}, {"I", 0, 1, columns}}, 1));
        auto sorted = order;
        std::ranges::sort(sorted);
        QCOMPARE(sorted.size(), std::size_t{rows} * columns);
        for (std::size_t i = 0; i < sorted.size(); ++i) QCOMPARE(sorted[i], i);
    }
    const auto order = coarseToFine(sweepOf("leaky-integrate-and-fire", {{"I", 0, 1, 200}}, 1));
    QCOMPARE((std::vector(order.begin(), order.begin() + 4)), (std::vector<std::size_t>{0, 16, 32, 48}));
    QVERIFY(std::ranges::find(order.begin(), order.begin() + 15, 199u) != order.begin() + 15);
}

void TestSweep::taskGivesTheSame()
{
    const Sweep sweep = sweepOf("hodgkin-huxley", {{"g_Na", 80, 140, 8}, {"I", 0, 20, 25}}, 30);
    std::atomic<int> told = 0;
    SweepTask task([&] { ++told; }, 2);
    QCOMPARE(task.results().generation, 0u);
    QCOMPARE(task.request(sweep), 1u);
    QTRY_VERIFY(!task.isBusy());
    const SweepResults results = task.results();
    QVERIFY(results.finished() && results.doneCount == 200 && results.sweep == sweep);
    QVERIFY(std::ranges::all_of(results.done, [](auto done) { return done == 1; }));
    QVERIFY(same(results.points, run(sweep)));
    QTRY_VERIFY(told >= 1);
}

/// What is asked for last is what comes; nothing of the one before is mixed in.
void TestSweep::taskIsSuperseded()
{
    SweepTask task;
    Sweep endless = sweepOf("hodgkin-huxley", {{"I", 0, 20, 500}}, 1e7);
    const Sweep last = sweepOf("leaky-integrate-and-fire", {{"I", 0, 4, 300}}, 500);
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        task.request(i % 2 ? endless : withoutShortCut(endless));
        QVERIFY(timer.elapsed() < 5000); // nobody waits for an endless one
        QTest::qWait(i);
    }
    QCOMPARE(task.request(last), 21u);
    QTRY_VERIFY(task.results().finished());
    QVERIFY(same(task.results().points, run(last)));
    QVERIFY(!task.isBusy());
}

void TestSweep::taskIsCancelled()
{
    SweepTask task;
    task.request(sweepOf("hodgkin-huxley", {{"I", 0, 20, 500}}, 1e7));
    task.cancel();
    QVERIFY(!task.isBusy());
    QCOMPARE(task.results().doneCount, 0u);
    task.request(sweepOf("leaky-integrate-and-fire", {{"I", 0, 20, 5}}, 10));
    QTRY_VERIFY(task.results().finished());
}

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
