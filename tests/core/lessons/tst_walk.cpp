// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"

#include "a_lesson.h"
#include "setting.h"

#include <QTest>

using namespace rheobase;

namespace {

std::string english(const Sentence& sentence) { return sentence; }

}

/// A student walks through the lesson on the gap.
class TestWalk : public QObject {
    Q_OBJECT

private slots:
    void predictsRunsAndSolves();
    void whatIsTriedOnTheWayIsNoAttempt();
    void goesOnFromItsReport();
    void hintsOpenOneByOne();
    void whoClaimsPasses();
    void stepsWithoutTasksAreDoneOnceSeen();
    void aPredictionOfASettingIsToldWithIt();
    void aReportOfAnotherLessonIsNotTaken();
    void aGateHidesWhatFollows();

private:
    /// At the first step.
    static Walk begun()
    {
        Walk walk(lessonOf(aLesson), {}, testStage(), '.');
        walk.goTo(0);
        return walk;
    }
    static Ask ask(const Walk& walk, const char* id) { return partOf<Ask>(walk.lesson(), id); }
    static Check check(const Walk& walk, const char* id) { return partOf<Check>(walk.lesson(), id); }
    /// Judges a check with one setting changed, and keeps what came of it.
    static Judgement tried(Walk& walk, const char* id, const char* setting, double value, bool wasAsked = false)
    {
        Experiment e = walk.step().experiment;
        setValue(e, setting, value);
        const Judgement judgement = judge(check(walk, id), walk.situation(e));
        walk.take(check(walk, id), judgement, "{}", wasAsked);
        return judgement;
    }
};

void TestWalk::predictsRunsAndSolves()
{
    Walk walk = begun();
    QVERIFY(walk.waitsForAnswer());
    const std::size_t seen = walk.partsSeen();
    QVERIFY(seen < walk.step().parts.size());
    QVERIFY(!walk.answer(ask(walk, "left"), "a lot").problem.empty());
    QVERIFY(walk.waitsForAnswer()); // that was none
    QCOMPARE(walk.answer(ask(walk, "left"), "6,6").tag, "half-life");
    QVERIFY(!walk.waitsForAnswer() && walk.partsSeen() > seen);
    QVERIFY(walk.waitsForRun() && !walk.isFrozen(ask(walk, "left")));
    walk.see();
    QVERIFY(!walk.waitsForRun() && walk.isFrozen(ask(walk, "left")));
    const Reply late = walk.answer(ask(walk, "left"), "4.9");
    QCOMPARE(late.answer.text, "6,6");
    QVERIFY(!*late.isRight);
    QCOMPARE(late.feedback, "After τ it is 1/e.");
    QCOMPARE(tried(walk, "longest", "two-pulses.gap", 8, true).tag, "too-long");
    QCOMPARE(walk.state(), Walk::State::open);
    QCOMPARE(walk.unsolved().size(), 1u);
    QCOMPARE(tried(walk, "longest", "two-pulses.gap", 3.4).verdict, Verdict::yes);
    QVERIFY(walk.state() == Walk::State::done && walk.isSolved(check(walk, "longest")) && walk.unsolved().empty());
    QCOMPARE(walk.firstOpen(), 1u);
    walk.goTo(1);
    QVERIFY(walk.answer(ask(walk, "what"), std::vector<std::string>{"R-up"}).problem.empty());
    walk.see();
    tried(walk, "remembers", "R", 18);
    QCOMPARE(walk.state(), Walk::State::done);
    const StepRecord& first = walk.report().steps[0];
    QCOMPARE(first.attempts, 1);
    QCOMPARE(first.answers[0].tag, "half-life");
    QCOMPARE(walk.report().hash, walk.lesson().hash);
    QVERIFY(walk.minutesLeft() > 0);
    walk.goTo(99);
    QVERIFY(walk.isOver());
    QCOMPARE(walk.minutesLeft(), 0);
}

/// What does not hold is kept only of who asked: the rest is on the way.
void TestWalk::whatIsTriedOnTheWayIsNoAttempt()
{
    Walk walk = begun();
    walk.answer(ask(walk, "left"), "4.9");
    walk.see();
    QCOMPARE(tried(walk, "longest", "two-pulses.gap", 8).verdict, Verdict::no);
    QVERIFY(walk.record().checks.empty());
    QCOMPARE(walk.record().attempts, 0);
}

void TestWalk::goesOnFromItsReport()
{
    Walk walk = begun();
    walk.answer(ask(walk, "left"), "4.9");
    walk.see();
    tried(walk, "longest", "two-pulses.gap", 3.4);
    const std::string page = toPage(walk.report(), english);
    Walk later(lessonOf(aLesson), std::get<Report>(readReport(page)), testStage(), '.');
    QVERIFY(later.isOver()); // not begun
    QCOMPARE(later.firstOpen(), 1u);
    QCOMPARE(later.stateOf(0), Walk::State::done);
    QVERIFY(later.isFrozen(ask(later, "left")));
    QVERIFY(*later.situation(later.lesson().steps[0].experiment).answers.at("left").isRight);
    QCOMPARE(toPage(later.report(), english), page);
}

void TestWalk::hintsOpenOneByOne()
{
    Walk walk = begun();
    QCOMPARE(walk.hints(), 0);
    walk.openHint();
    walk.openHint();
    QCOMPARE(walk.hints(), 2);
    QCOMPARE(walk.report().steps[0].hints, 2);
    walk.goTo(1);
    QCOMPARE(walk.hints(), 0);
}

void TestWalk::whoClaimsPasses()
{
    Walk walk = begun();
    walk.claim();
    QVERIFY(walk.state() == Walk::State::believed && !walk.isSolved(check(walk, "longest")));
    QCOMPARE(walk.firstOpen(), 1u);
}

void TestWalk::stepsWithoutTasksAreDoneOnceSeen()
{
    Walk walk(lessonOf(changed("## A longer memory", "## Free play {#play}\n\nPlay.\n\n## A longer memory")), {}, testStage(), '.');
    QCOMPARE(walk.stateOf(1), Walk::State::open);
    walk.goTo(1);
    QVERIFY(!walk.waitsForAnswer() && !walk.waitsForRun());
    QCOMPARE(walk.stateOf(1), Walk::State::done);
}

/// The prediction's mark on the slider: a number in the unit of what the check is about.
void TestWalk::aPredictionOfASettingIsToldWithIt()
{
    Walk walk(
        lessonOf(changed("How much of 13 mV is left after τ?\nunit: mV\nright: 4.9 ± 0.4\ncase: 6.6 ± 0.4 -> half-life: After τ it is "
                         "1/e.\ncase: 0 ± 0.5 -> gone: It is no life span.",
                         "How long is the longest gap?\nunit: ms\nright: 3.4 ± 0.2")),
        {}, testStage(), '.');
    walk.goTo(0);
    QVERIFY(!walk.predicted().second);
    walk.answer(ask(walk, "left"), "6");
    QCOMPARE(walk.predicted().first, "two-pulses.gap");
    QCOMPARE(walk.predicted().second, std::optional(6.0));
}

void TestWalk::aReportOfAnotherLessonIsNotTaken()
{
    Report other;
    other.lesson = "tau";
    other.at("longest", "x").isClaimed = true;
    const Walk walk(lessonOf(aLesson), other, testStage(), '.');
    QCOMPARE(walk.stateOf(0), Walk::State::open);
    QCOMPARE(walk.report().lesson, "gap");
}

void TestWalk::aGateHidesWhatFollows()
{
    Walk walk(lessonOf(changed("set: two-pulses.gap = 10 ms", "gate: Räuber  Leiter\nset: two-pulses.gap = 10 ms")), {}, testStage(), '.');
    walk.goTo(0);
    QVERIFY(!walk.isShut() && walk.partsSeen() > 0);
    walk.goTo(2);
    QCOMPARE(walk.index(), 1u); // not past it
    QVERIFY(walk.isShut() && walk.partsSeen() == 0 && !walk.waitsForAnswer() && !walk.waitsForRun());
    QCOMPARE(walk.state(), Walk::State::open);
    QVERIFY(!walk.open("") && !walk.open("räuber") && walk.isShut());
    QVERIFY(walk.open(" RÄUBERleiter ") && walk.partsSeen() > 0 && walk.waitsForAnswer());
    QVERIFY(walk.report().steps[1].isOpened);
    const Report kept = std::get<Report>(readReport(toPage(walk.report(), english)));
    Walk later(walk.lesson(), kept, testStage(), '.');
    later.goTo(2);
    QCOMPARE(later.index(), later.lesson().steps.size());
    QVERIFY(!later.isShut(1));
}

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
