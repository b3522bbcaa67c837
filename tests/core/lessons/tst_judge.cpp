// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge.h"

#include "shadow_run.h"

#include "a_lesson.h"
#include "setting.h"
#include "support.h"

#include <thread>

using namespace rheobase;

namespace {

/// A check of these lines, read where `experiment` is set.
Check checkOf(const char* lines, const Experiment& experiment, bool isLive = false)
{
    Check check;
    check.isLive = isLive;
    std::size_t line = 0;
    for (const QByteArray& text : QByteArray(lines).split('\n'))
        addToCheck(check, text.toStdString(), ++line, {experiment, {"guess", "what"}, {"map"}, isLive});
    return check;
}

Experiment experimentOf(const QString& model)
{
    return model == "pair" ? *testStage().preset(*findModel("leaky-integrate-and-fire"), "pair")
                           : defaultExperiment(*findModel(model.toStdString()));
}

}

Q_DECLARE_METATYPE(rheobase::Verdict)

class TestJudge : public QObject {
    Q_OBJECT

private slots:
    void clausesHold_data();
    void clausesHold();
    void theCurrentOfAClampIsWhatItTakes();
    void feedbackIsTheFirstThatHolds();
    void theEdgeIsWhereItEnds();
    void seedsAreAveraged();
    void answersCount();
    void theWindowIsLookedAt();
    void judgingIsStopped();
    void judgingTakesTwoSecondsAtMost();
};

void TestJudge::clausesHold_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("clause");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* model, const char* clause, const char* sentence = "") {
        QTest::addRow("%s", clause) << model << clause << sentence;
    };
    row("pair", "two-pulses.gap >= 50 ms");
    row("pair", "C = 800 pF");
    row("pair", "C > 0.8 nF", "C is 0.8 nF; more than 0.8 nF is wanted.");
    row("pair", "C < 0.8 nF", "C is 0.8 nF; less than 0.8 nF is wanted.");
    row("pair", "C ≤ 0.7 nF", "C is 0.8 nF; at most 0.7 nF is wanted.");
    row("pair", "C ≥ 1 nF", "C is 0.8 nF; at least 1 nF is wanted.");
    row("pair", "C = 1 nF ± 5 %", "C is 0.8 nF; 1 nF ± 0.05 nF is wanted.");
    row("pair", "C = 0.82 nF ± 5 %");
    row("pair", "tau = 8 ms");
    row("pair", "I_th = 2 nA");
    row("pair", "rheobase = 2 nA ± 1e-6 nA");
    row("pair", "chronaxie = 5.545 ms ± 0.01 ms");
    row("pair", "rest = −70 mV");
    row("pair", "run 200 ms: spikes = 0");
    row("pair", "run 200 ms: V(22 ms) = -56.73 mV ± 0.01 mV");
    row("pair", "run 200 ms: V(30 ms) = -65.12 mV ± 0.01 mV");
    row("pair", "run 200 ms: I(21 ms) = 6 nA");
    row("pair", "run 200 ms: I_L(22 ms) = 1.327 nA ± 0.001 nA");
    row("pair", "run 200 ms: end(V) = -70 mV ± 1e-3 mV");
    row("pair", "run 200 ms: highest = -56.7 mV ± 0.1 mV");
    row("pair", "run 200 ms: latency = 3 ms", "There is no latency here; 3 ms is wanted.");
    row("perfect-integrate-and-fire", "run 2 s: rate = 38.5 Hz ± 0.1 Hz");
    row("perfect-integrate-and-fire", "run 2 s: isi(1) = 26 ms ± 1e-6 ms");
    row("perfect-integrate-and-fire", "run 2 s: isi(99) = 26 ms", "There is no isi(99) here; 26 ms is wanted.");
    row("perfect-integrate-and-fire", "run 1 s: spikes in last 100 ms = 4");
    row("perfect-integrate-and-fire", "run 1 s: cv < 0.001");
    row("hodgkin-huxley", "run 100 ms: rate = 68 Hz ± 3 Hz");
    row("hodgkin-huxley", "run 100 ms: peak = 30 mV ± 10 mV");
    row("hodgkin-huxley", "run 100 ms: h(50 ms) > 0");
    row("hodgkin-huxley", "fixed-point.stable = no");
    row("hodgkin-huxley", "fixed-point.stable = yes", "The fixed point is not stable.");
    row("hodgkin-huxley", "T = 6.3 °C");
    row("hodgkin-huxley", "g_Na = 0.12 S/cm²");
}

void TestJudge::clausesHold()
{
    QFETCH(QString, model);
    QFETCH(QString, clause);
    QFETCH(QString, sentence);
    const Experiment experiment = experimentOf(model);
    const Judgement judgement = judge(checkOf(clause.toUtf8(), experiment), {experiment});
    QCOMPARE(QString::fromStdString(judgement.sentence), sentence);
    QCOMPARE(judgement.verdict, sentence.isEmpty() ? Verdict::yes : Verdict::no);
    QCOMPARE(judgement.unmet.has_value(), !sentence.isEmpty());
}

/// The late current at 0 mV is potassium's and the leak's; the stimulus, which is off, does not count.
void TestJudge::theCurrentOfAClampIsWhatItTakes()
{
    Experiment e = experimentOf("hodgkin-huxley");
    e.mode = Mode::voltageClamp;
    e.clamp = defaultClamp(*e.model);
    e.clamp.before = 0;
    e.clamp.steps = {0};
    const Judgement judgement = judge(checkOf("run 19 ms: end(I) = 0", e), {e});
    const ShadowRun run = *shadowRun(e, 19, true, {});
    const auto last = [&](const char* name) { return run.trace.value(*run.trace.columns().named(name), run.trace.rows() - 1); };
    QVERIFY(std::abs(last("I_Na") + last("I_K") + last("I_L") - 1891) < 5);
    QVERIFY(std::abs(*judgement.unmet->value - (last("I_Na") + last("I_K") + last("I_L"))) < 1e-9 * 1891);
}

void TestJudge::feedbackIsTheFirstThatHolds()
{
    Experiment e = experimentOf("pair");
    const Check check =
        checkOf("run 200 ms: spikes = 1\nC = 0.8 nF\nelse C > 0.8 nF and R < 10 MΩ -> both: Both.\nelse C > 0.8 nF -> C-up: C.\n"
                "else R > 10 MΩ -> R-small: R.",
                e);
    const auto tag = [&] { return judge(check, {e}).tag; };
    QCOMPARE(tag(), "");
    setValue(e, "C", 1);
    QCOMPARE(tag(), "C-up");
    setValue(e, "R", 9);
    QCOMPARE(tag(), "both");
    QCOMPARE(judge(check, {e}).feedback, "Both.");
    setValue(e, "C", 0.8);
    setValue(e, "R", 11);
    QCOMPARE(tag(), "R-small");
    setValue(e, "two-pulses.gap", 1); // then it is solved, and nothing else is said
    const Judgement solved = judge(check, {e});
    QCOMPARE(solved.verdict, Verdict::yes);
    QCOMPARE(solved.tag, "");
}

void TestJudge::theEdgeIsWhereItEnds()
{
    Experiment e = experimentOf("pair");
    const Check check = checkOf("just two-pulses.gap + 0.2 ms\nrun 200 ms: spikes = 1", e);
    const auto verdict = [&](double gap) {
        setValue(e, "two-pulses.gap", gap);
        return judge(check, {e}).verdict;
    };
    QCOMPARE(verdict(3.4), Verdict::yes);
    QCOMPARE(verdict(3.2), Verdict::no); // it would fire at 3.4, too
    QCOMPARE(QString::fromStdString(judge(check, {e}).sentence), "It would still be so with two-pulses.gap = 3.4 ms: go on to the edge.");
    QCOMPARE(verdict(3.5), Verdict::no);
    QCOMPARE(checkOf("just two-pulses.gap + 2e-1 ms\nR = 1 MΩ", e).edge->by, 0.2);
    QCOMPARE(checkOf("just two-pulses.gap − 200 µs\nR = 1 MΩ", e).edge->by, -0.2);
}

void TestJudge::seedsAreAveraged()
{
    Experiment e = experimentOf("leaky-integrate-and-fire");
    setValue(e, "I", 1.9);
    e.noise = {Noise::Kind::ornsteinUhlenbeck, 0.3, 5};
    double sum = 0;
    for (const std::uint64_t seed : {3, 4, 5}) {
        e.seed = seed;
        sum += 1000 * static_cast<double>(simulate(e, 2000).trace.spikes().size()) / 2000;
    }
    const Judgement judgement = judge(checkOf("run 2 s over seeds 3…5: rate < 0 Hz", e), {e});
    QCOMPARE(*judgement.unmet->value, sum / 3);
}

void TestJudge::answersCount()
{
    const Experiment e = experimentOf("pair");
    const Check number = checkOf("answer(guess) = 5 ± 1", e), right = checkOf("answer(guess) = right", e),
                option = checkOf("answer(what) = more", e);
    QCOMPARE(judge(number, {e}).verdict, Verdict::notYet);
    QCOMPARE(QString::fromStdString(judge(number, {e}).sentence), "The question before is not answered yet.");
    Situation s{e, {{"guess", {.answer = {.value = 5.5}, .isRight = true}}, {"what", {.answer = {.chosen = {"more"}}}}}};
    QCOMPARE(judge(number, s).verdict, Verdict::yes);
    QCOMPARE(judge(right, s).verdict, Verdict::yes);
    QCOMPARE(judge(option, s).verdict, Verdict::yes);
    s.answers["guess"] = {.answer = {.value = 7}, .isRight = false};
    s.answers["what"].answer.chosen = {"less"};
    QCOMPARE(judge(number, s).verdict, Verdict::no);
    QCOMPARE(judge(right, s).verdict, Verdict::no);
    QCOMPARE(judge(option, s).verdict, Verdict::no);
}

void TestJudge::theWindowIsLookedAt()
{
    const Experiment e = experimentOf("pair");
    Experiment other = e;
    setValue(other, "R", 20);
    const auto verdict = [&](const char* clause, const std::optional<Bench>& bench) {
        return judge(checkOf(clause, e, true), {e, {}, bench}).verdict;
    };
    Bench bench{.readings = {{"cursor.dt", 8.2}}, .ghosts = {e, other}, .tried = {e, other, e}, .views = {"map"}};
    QCOMPARE(verdict("cursor.dt = 8 ms ± 0.5 ms", {}), Verdict::notYet);
    QCOMPARE(verdict("cursor.dt = 8 ms ± 0.5 ms", bench), Verdict::yes);
    QCOMPARE(verdict("cursor.dV = -8 mV", bench), Verdict::notYet);
    QCOMPARE(verdict("ghosts >= 2", bench), Verdict::yes);
    QCOMPARE(verdict("ghost.exists with R = 20 MΩ", bench), Verdict::yes);
    QCOMPARE(verdict("ghost.exists with R = 30 MΩ", bench), Verdict::no);
    QCOMPARE(verdict("view.map", bench), Verdict::yes);
    QCOMPARE(verdict("view.map", Bench()), Verdict::no);
    QCOMPARE(verdict("tried(R) = 2", bench), Verdict::yes);
    QCOMPARE(verdict("since change: spikes = 0", bench), Verdict::notYet);
    bench.sinceChange = MeasuredRun{e, SpikeTally()};
    QCOMPARE(verdict("since change: spikes = 0", bench), Verdict::yes);
    QCOMPARE(verdict("since start: spikes = 0", bench), Verdict::notYet);
}

void TestJudge::judgingIsStopped()
{
    Experiment e = experimentOf("hodgkin-huxley");
    const Check check = checkOf("run 100 s: spikes = 0", e);
    std::stop_source stop;
    std::jthread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(judge(check, {e}, stop.get_token()).verdict, Verdict::notYet);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TestJudge::judgingTakesTwoSecondsAtMost()
{
    Experiment e = experimentOf("hodgkin-huxley");
    e.dt = 0.001;
    QElapsedTimer timer;
    timer.start();
    const Judgement judgement = judge(checkOf("run 100 s: V(99 s) = 0 mV", e), {e});
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(judgement.verdict, Verdict::notYet);
    QCOMPARE(QString::fromStdString(judgement.sentence), "This could not be computed within 2 s; nothing is known yet.");
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
