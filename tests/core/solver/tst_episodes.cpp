// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

using namespace rheobase;

namespace {

constexpr double period = 60;
constexpr int episodes = 5;

/// What ends, of every shape; `later`: how much later than in the first episode, in ms.
Stimulus ending(std::string_view id, double most, double later = 0)
{
    if (id == "step") return {shaped("step", {10.013 + later, 31 + later, most})};
    if (id == "pulse-train") return {shaped("pulse-train", {0 + later, 1.5, 8, 4, most})};
    if (id == "two-pulses") return {shaped("two-pulses", {5 + later, 1, 6.25, most, -most / 4})};
    if (id == "ramp") return {shaped("ramp", {4 + later, 36 + later, -most / 4, most})};
    return {shaped("sine", {2 + later, 59 + later, most, 70, 0.3, most / 8})};
}

/// Each episode written out by hand, and the one that begins as the run ends.
Stimulus writtenOut(std::string_view id, double most)
{
    Stimulus all;
    for (int k = 0; k <= episodes; ++k) all.push_back(ending(id, most, k * period)[0]);
    return all;
}

/// Each episode makes spikes in every model.
double strongFor(const Model& model) { return std::max(20.0, 4 * model.input.max); }

Experiment repeated(const Model& model, Stimulus stimulus, double repeat)
{
    Experiment e = defaultExperiment(model);
    e.stimulus = std::move(stimulus);
    e.stimulus.repeat = repeat;
    return e;
}

Experiment leaky(Stimulus stimulus, double repeat) { return repeated(*findModel("leaky-integrate-and-fire"), std::move(stimulus), repeat); }

const Stimulus pulses = {shaped("two-pulses", {5, 1, 6, 2, 2})};

}

/// A stimulus that begins again is the one that has every episode written out.
class TestEpisodes : public QObject {
    Q_OBJECT

private slots:
    void equalsWhatIsWrittenOut_data();
    void equalsWhatIsWrittenOut();
    void whatLastsLasts();
    void edgesAreThoseOfEveryEpisode();
    void isTakenUpInARun();
    void isRefused_data();
    void isRefused();
    void endIsThatOfTheLastShape();
};

void TestEpisodes::equalsWhatIsWrittenOut_data()
{
    QTest::addColumn<const Model*>("model");
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<std::string>("shape");
    for (const Model& model : catalogue())
        for (const SolverKind kind : solversFor(model))
            for (const char* shape : {"step", "pulse-train", "two-pulses", "ramp", "sine"})
                QTest::addRow("%s, %s, %s", model.id.data(), description(kind).id.data(), shape) << &model << kind << std::string(shape);
}

/// To the last bit, rows and spikes, edges on the grid and off it, noise or none.
void TestEpisodes::equalsWhatIsWrittenOut()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    QFETCH(std::string, shape);
    for (const Noise::Kind noise : {Noise::Kind::none, Noise::Kind::white}) {
        Experiment e = repeated(*model, ending(shape, strongFor(*model)), period);
        e.solver = solver;
        e.noise = {noise, 0.01, 5};
        QVERIFY2(problem(e).empty(), std::string(problem(e)).c_str());
        const Outcome run = simulate(e, period * episodes);
        e.stimulus = writtenOut(shape, strongFor(*model));
        QVERIFY(identical(run.trace, simulate(e, period * episodes).trace));
        QVERIFY(!model->fires() || run.trace.spikes().size() >= (model->jumps ? episodes : 1));
    }
}

void TestEpisodes::whatLastsLasts()
{
    Stimulus sum = pulses;
    sum.push_back(shaped("constant", {0.5}));
    const Experiment e = leaky(sum, 40);
    QVERIFY(problem(e).empty());
    for (const double t : {0.0, 4.9, 20.0, 44.9, 60.0, 4000.0}) QCOMPARE(current(e.stimulus, t), 0.5);
    for (const double t : {5.0, 12.5, 45.0, 52.5, 4005.0}) QCOMPARE(current(e.stimulus, t), 2.5);
}

/// Whichever way a time is reached, and where the period is no round number of anything.
void TestEpisodes::edgesAreThoseOfEveryEpisode()
{
    for (const double repeat : {13.1, 40.0, 100.0 / 3}) {
        Stimulus stimulus = pulses;
        stimulus.repeat = repeat;
        Drive forward(stimulus);
        for (int k = 0; k < 3000; ++k)
            for (const double edge : {5.0, 6.0, 12.0, 13.0}) {
                const double next = k * repeat + edge;
                QCOMPARE(forward.nextEdge(), next);
                forward.seek(next);
                Drive straight(stimulus);
                straight.seek(next);
                QCOMPARE(straight.at(next), edge == 5 || edge == 12 ? 2.0 : 0.0);
                QCOMPARE(straight.nextEdge(), forward.nextEdge());
                QVERIFY(straight.nextEdge() > next);
            }
    }
}

/// Where a run is long past the only episode, the next one comes when its time comes.
void TestEpisodes::isTakenUpInARun()
{
    Experiment e = leaky({shaped("step", {10, 20, 5})}, 0);
    const auto solver = makeSolver(e);
    Recording trace(*e.model);
    const auto stepsOf = [&](double time) { return stepsTo(time, e.dt); };
    solver->advance(stepsOf(990), 1, trace);
    const std::size_t before = trace.spikes().size();
    e.stimulus.repeat = 100;
    solver->apply(e);
    solver->advance(stepsOf(20), 1, trace);
    QCOMPARE(trace.spikes().size(), before);
    solver->advance(stepsOf(20), 1, trace);
    QVERIFY(trace.spikes().size() > before);
    QVERIFY(trace.spikes().back() > 1010 && trace.spikes().back() <= 1020);
}

void TestEpisodes::isRefused_data()
{
    QTest::addColumn<double>("repeat");
    QTest::addColumn<bool>("isConstant");
    QTest::addColumn<QString>("words");
    QTest::newRow("a constant current") << 100.0 << true << "nothing to repeat";
    QTest::newRow("shorter than it lasts") << 12.0 << false << "longer than the stimulus, which ends at 13 ms";
    QTest::newRow("as long as it lasts") << 13.0 << false << "longer than the stimulus";
    QTest::newRow("below 0") << -5.0 << false << "at least 0.001 ms";
    QTest::newRow("shorter than can be told") << 1e-4 << false << "at least 0.001 ms";
    QTest::newRow("too long") << 1e10 << false << "at most";
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << false << "finite";
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << false << "finite";
}

void TestEpisodes::isRefused()
{
    QFETCH(double, repeat);
    QFETCH(bool, isConstant);
    QFETCH(QString, words);
    const Experiment e = leaky(isConstant ? Stimulus{shaped("constant", {1})} : pulses, repeat);
    const QString sentence = QString::fromStdString(std::string(problem(e)));
    QVERIFY2(sentence.startsWith("repeat") && sentence.contains(words) && sentence.endsWith('.'), qPrintable(sentence));
}

void TestEpisodes::endIsThatOfTheLastShape()
{
    QVERIFY(!endOf({}));
    QVERIFY(!endOf({shaped("constant", {1})}));
    QCOMPARE(endOf(pulses), std::optional(13.0));
    QCOMPARE(endOf({shaped("step", {10, 20, 5}), shaped("constant", {1}), shaped("pulse-train", {10, 2, 5, 3, 1})}), std::optional(22.0));
    QVERIFY(problem(leaky({}, 0)).empty());
    QVERIFY(!problem(leaky({}, 10)).empty());
}

QTEST_GUILESS_MAIN(TestEpisodes)
#include "tst_episodes.moc"
