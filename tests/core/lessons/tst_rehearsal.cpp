// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal.h"

#include "a_lesson.h"

#include <QTest>

using namespace rheobase;

namespace {

QStringList complaints(const std::string& text)
{
    QStringList found;
    for (const Refusal& complaint : rehearse(lessonOf(text), testStage()).complaints)
        found << QString::number(complaint.line) + ": " + QString::fromStdString(complaint.sentence);
    return found;
}

}

/// What is not sound in a lesson is found before students do.
class TestRehearsal : public QObject {
    Q_OBJECT

private slots:
    void aSoundLessonIsSound();
    void faultsAreFound_data();
    void faultsAreFound();
    void sketchesAreRun_data();
    void sketchesAreRun();
    void whatNeedsAnswersIsTried();
    void itIsStopped();
};

void TestRehearsal::aSoundLessonIsSound()
{
    const Rehearsal found = rehearse(lessonOf(aLesson), testStage());
    QCOMPARE(complaints(aLesson), QStringList());
    QCOMPARE(found.checks, 2u);
    QCOMPARE(found.live, 0u);
    QCOMPARE(found.trials, 5u);
    QCOMPARE(found.answers, 2u);
}

void TestRehearsal::faultsAreFound_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char* name, const char* what, const char* by, const char* complaint) {
        QTest::newRow(name) << what << by << complaint;
    };
    row("solved at the start", "set: two-pulses.gap = 10 ms", "set: two-pulses.gap = 1 ms",
        "58: The check remembers is solved before anything is done.");
    row("solved by the step before", "set: two-pulses.gap = 10 ms\n", "set: two-pulses.width = 2 ms\n",
        "58: The check remembers is solved before anything is done.");
    row("no solution", "solution remembers: set R = 18 MΩ\n", "",
        "58: The check remembers has no solution; add \"solution remembers: set …\" to the teacher's block.");
    row("a solution that is none", "solution longest: set two-pulses.gap = 3.4 ms", "solution longest: set two-pulses.gap = 3 ms",
        "72: This does not solve longest: It would still be so with two-pulses.gap = 3.2 ms: go on to the edge.");
    row("a mistake that is none", "wrong remembers: set C = 1.6 nF -> C-up", "wrong remembers: set R = 20 MΩ -> C-up",
        "76: This is no mistake: it solves remembers.");
    row("another feedback", "wrong longest: set two-pulses.gap = 1 ms -> not-longest",
        "wrong longest: set two-pulses.gap = 1 ms -> too-long",
        "75: This mistake gets the feedback \"not-longest\" instead of \"too-long\".");
    row("no feedback", "wrong remembers: set C = 1.6 nF -> C-up", "wrong remembers: set C = 0.7 nF -> C-up",
        "76: This mistake gets no feedback instead of \"C-up\".");
    row("a feedback without a mistake", "wrong remembers: set C = 1.6 nF -> C-up\n", "",
        "61: No mistake leads to the feedback \"C-up\"; add \"wrong remembers: set … -> C-up\".");
    row("a case behind the right answer", "case: 6.6 ± 0.4 -> half-life", "case: 5 ± 0.4 -> half-life",
        "24: The case \"half-life\" of left is never heard: another one, or the right answer, comes first.");
    row("an option without feedback", "      > Then each pulse is smaller.\n", "",
        "51: The wrong option \"C-up\" of what has no feedback; write it below, behind \">\".");
    row("a hint that tells the question", "2. Halve the step.", "2. It is 4.9 mV.", "39: A hint holds the answer, 4.9 mV.");
    row("a hint that tells the solution", "2. Halve the step.", "2. Try 3.4 ms.", "39: A hint holds the answer, 3.4 ms.");
}

void TestRehearsal::faultsAreFound()
{
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, complaint);
    QVERIFY(QString(aLesson).contains(what));
    const QStringList found = complaints(changed(what, by));
    QVERIFY2(found.contains(complaint), qPrintable(found.join('\n')));
}

void TestRehearsal::sketchesAreRun_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("sound") << ""
                           << ""
                           << "";
    QTest::newRow("not the run's") << "V(10 ms) = -70 mV"
                                   << "V(10 ms) = -55 mV"
                                   << "The run itself does not do this: V = −55 mV ± 2 mV at 10 ms.";
    QTest::newRow("another feedback") << "(100, -60) -> off"
                                      << "(100, -60)"
                                      << "This candidate gets the feedback \"off\" instead of \"\".";
    QTest::newRow("never heard") << "candidate: (0, -60) (100, -60) -> off\n"
                                 << ""
                                 << "No candidate leads to the feedback \"off\"; add \"candidate: (x, y) (x, y) -> off\".";
}

void TestRehearsal::sketchesAreRun()
{
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, complaint);
    QString sketch = "```ask sketch way\nDraw V.\naxes: t 0 … 100 ms, V -75 … -45 mV\nV(10 ms) = -70 mV ± 2 mV -> off: It rests.\n"
                     "candidate: (0, -70) (100, -70)\ncandidate: (0, -60) (100, -60) -> off\n```\n\n```check remembers";
    QVERIFY(sketch.contains(what));
    if (!what.isEmpty()) sketch.replace(what, by);
    const QStringList found = complaints(changed("```check remembers", sketch));
    if (complaint.isEmpty()) QCOMPARE(found, QStringList());
    else QVERIFY2(!found.isEmpty() && found[0].endsWith(complaint), qPrintable(found.join('\n')));
}

void TestRehearsal::whatNeedsAnswersIsTried()
{
    std::string text = changed("C = 0.8 nF\nelse", "answer(left) = right\nanswer(what) = R-up\nelse answer(what) = C-up -> no: No.\nelse");
    const auto replace = [&](const char* what, const char* by) { text.replace(text.find(what), std::strlen(what), by); };
    replace("solution remembers: set R = 18 MΩ",
            "solution remembers: set R = 18 MΩ; answer left = 4.9 mV; answer what = R-up\nwrong remembers: answer what = C-up -> no");
    QCOMPARE(complaints(text), QStringList());
    replace("answer left = 4.9 mV", "answer left = 13 mV");
    QCOMPARE(complaints(text), QStringList{"75: This does not solve remembers: The answer to the question before does not fit yet."});
}

void TestRehearsal::itIsStopped()
{
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(rehearse(lessonOf(aLesson), testStage(), stop.get_token()).checks, 0u);
}

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
