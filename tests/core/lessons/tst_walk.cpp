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
    void goesOnFromItsReport();
    void hintsOpenOneByOne();
    void whoClaimsPasses();
    void stepsWithoutTasksAreDoneOnceSeen();
    void aReportOfAnotherLessonIsNotTaken();

private:
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
    Walk walk(lessonOf(aLesson));
    QCOMPARE(walk.at(), 0u);
    QVERIFY(!walk.isPredicted());
    QVERIFY(!walk.answer(ask(walk, "left"), "a lot", '.', testStage()).problem.empty());
    QVERIFY(!walk.isPredicted()); // that was none
    QCOMPARE(walk.answer(ask(walk, "left"), "6,6", '.', testStage()).tag, "half-life");
    QVERIFY(walk.isPredicted() && !walk.isFrozen(ask(walk, "left")));
    walk.see();
    QVERIFY(walk.isFrozen(ask(walk, "left")));
    const Reply late = walk.answer(ask(walk, "left"), "4.9", '.', testStage());
    QCOMPARE(late.answer.text, "6,6");
    QVERIFY(!*late.isRight);
    QCOMPARE(tried(walk, "longest", "two-pulses.gap", 8, true).tag, "too-long");
    QVERIFY(!walk.isDone(0));
    QCOMPARE(tried(walk, "longest", "two-pulses.gap", 3.4).verdict, Verdict::yes);
    QVERIFY(walk.isDone(0) && walk.isSolved(check(walk, "longest")));
    QCOMPARE(walk.done(), 1u);
    walk.goTo(1);
    walk.answer(ask(walk, "what"), std::vector<std::string>{"R-up"}, testStage());
    tried(walk, "remembers", "R", 18);
    QCOMPARE(walk.done(), 2u);
    const StepRecord& first = walk.report().steps[0];
    QCOMPARE(first.attempts, 1);
    QCOMPARE(first.answers[0].tag, "half-life");
    QCOMPARE(walk.report().hash, walk.lesson().hash);
    walk.goTo(99);
    QCOMPARE(walk.at(), 1u);
}

void TestWalk::goesOnFromItsReport()
{
    Walk walk(lessonOf(aLesson));
    walk.answer(ask(walk, "left"), "4.9", '.', testStage());
    walk.see();
    tried(walk, "longest", "two-pulses.gap", 3.4);
    const std::string page = toPage(walk.report(), english);
    Walk later(lessonOf(aLesson), std::get<Report>(readReport(page)));
    QCOMPARE(later.at(), 1u); // where there is something to do
    QCOMPARE(later.done(), 1u);
    QVERIFY(later.isFrozen(ask(later, "left")));
    QVERIFY(*later.situation(later.step().experiment).answers.at("left").isRight);
    QCOMPARE(toPage(later.report(), english), page);
}

void TestWalk::hintsOpenOneByOne()
{
    Walk walk(lessonOf(aLesson));
    QCOMPARE(walk.hints(), 0u);
    QCOMPARE(*walk.nextHint(), "Look at the dashed line.");
    QCOMPARE(*walk.nextHint(), "Halve the step.");
    QVERIFY(!walk.nextHint());
    QCOMPARE(walk.hints(), 2u);
    QCOMPARE(walk.report().steps[0].hints, 2);
    walk.goTo(1);
    QVERIFY(!walk.nextHint());
}

void TestWalk::whoClaimsPasses()
{
    Walk walk(lessonOf(aLesson));
    walk.claim();
    QVERIFY(walk.isDone(0) && !walk.isSolved(check(walk, "longest")));
    QVERIFY(walk.report().steps[0].isClaimed);
}

void TestWalk::stepsWithoutTasksAreDoneOnceSeen()
{
    Walk walk(lessonOf(changed("## A longer memory", "## Free play {#play}\n\nPlay.\n\n## A longer memory")));
    QVERIFY(!walk.isDone(1));
    walk.goTo(1);
    QVERIFY(walk.isPredicted());
    walk.see();
    QVERIFY(walk.isDone(1));
}

void TestWalk::aReportOfAnotherLessonIsNotTaken()
{
    Report other;
    other.lesson = "tau";
    other.at("longest", "x").isClaimed = true;
    const Walk walk(lessonOf(aLesson), other);
    QCOMPARE(walk.done(), 0u);
    QCOMPARE(walk.report().lesson, "gap");
}

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
