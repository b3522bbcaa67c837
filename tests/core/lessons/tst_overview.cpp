// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview.h"

#include "a_lesson.h"
#include "setting.h"
#include "walk.h"

#include <QTest>

using namespace rheobase;

namespace {

/// How far a student of the lesson on the gap comes, and by which answers.
struct Student {
    const char* name;
    const char* left;   // the first answer
    double mistake;     // that is checked first, as the gap in ms; 0: none
    bool solves;        // the first step
    const char* option; // of the second step; null: it is not come to
};

}

/// What a teacher sees of a class is what its students did.
class TestOverview : public QObject {
    Q_OBJECT

    static Report reportOf(const Student& student)
    {
        Walk walk(lessonOf(aLesson), {}, testStage(), '.');
        walk.report().name = student.name;
        walk.goTo(0);
        walk.answer(partOf<Ask>(walk.lesson(), "left"), student.left);
        walk.see();
        if (student.mistake > 0) check(walk, student.mistake, true);
        if (student.solves) check(walk, 3.4, true);
        if (!student.option) return walk.report();
        walk.goTo(1);
        walk.openHint();
        walk.answer(partOf<Ask>(walk.lesson(), "what"), std::vector<std::string>{student.option});
        return walk.report();
    }
    static void check(Walk& walk, double gap, bool wasAsked)
    {
        Experiment e = walk.step().experiment;
        setValue(e, "two-pulses.gap", gap);
        const Check wanted = partOf<Check>(walk.lesson(), "longest");
        walk.take(wanted, judge(wanted, walk.situation(e)), "{}", wasAsked);
    }
    static std::vector<Report> aClass()
    {
        std::vector<Report> reports;
        for (const Student& student : {Student{"Ada", "4.9", 0, true, "C-up"}, Student{"Bob", "6.6", 8, true, "C-up"},
                                       Student{"", "6.6", 8, false, nullptr}, Student{"=Dan", "0", 0, true, "R-up"}})
            reports.push_back(reportOf(student));
        reports[1].hash = "other";
        return reports;
    }
    static Overview overview()
    {
        return overviewOf(lessonOf(aLesson), std::vector<std::string>{lessonOf(aLesson).hash}, aClass(), testStage());
    }

private slots:
    void cellsTellWhatWasDone_data();
    void cellsTellWhatWasDone();
    void otherVersionsAreMarked();
    void misconceptionsAreCounted_data();
    void misconceptionsAreCounted();
    void theMostFrequentComesFirst();
    void sketchesOfAQuestionLieTogether();
    void aLessonThatIsNotThereIsKnownFromReports();
    void theGradebookHasARowAStudent();
    void minutesOnlyOnWish();
    void whatDiffersIsNamed();
};

void TestOverview::cellsTellWhatWasDone_data()
{
    QTest::addColumn<int>("student");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("tries");
    QTest::addColumn<int>("hints");
    using State = Overview::Cell::State;
    const auto row = [](const char* name, int student, int step, State state, int tries, int hints) {
        QTest::newRow(name) << student << step << static_cast<int>(state) << tries << hints;
    };
    row("solved at once", 0, 0, State::done, 1, 0);
    row("solved after a mistake", 1, 0, State::done, 2, 0);
    row("still at it", 2, 0, State::here, 1, 0);
    row("never came there", 2, 1, State::untouched, 0, 0);
    row("at the second step, with a hint", 3, 1, State::here, 0, 1);
}

void TestOverview::cellsTellWhatWasDone()
{
    QFETCH(int, student);
    QFETCH(int, step);
    const Overview all = overview();
    const auto& cell = all.students[static_cast<std::size_t>(student)].cells[static_cast<std::size_t>(step)];
    QTEST(static_cast<int>(cell.state), "state");
    QTEST(cell.tries, "tries");
    QTEST(cell.hints, "hints");
    QCOMPARE(all.students[0].done, 1u);
    QCOMPARE(all.students[2].done, 0u);
}

void TestOverview::otherVersionsAreMarked()
{
    const Overview all = overview();
    QVERIFY(all.students[0].isOfThisVersion && !all.students[1].isOfThisVersion);
}

void TestOverview::misconceptionsAreCounted_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("feedback");
    QTest::newRow("case") << "half-life" << 2 << "half life"
                          << "After τ it is 1/e.";
    QTest::newRow("option") << "C-up" << 2 << "A larger C"
                            << "Then each pulse is smaller.";
    QTest::newRow("check, also where it was solved later") << "too-long" << 2 << "too long"
                                                           << "Make it shorter.";
    QTest::newRow("once") << "gone" << 1 << "gone"
                          << "It is no life span.";
}

void TestOverview::misconceptionsAreCounted()
{
    QFETCH(QString, tag);
    const Overview all = overview();
    const auto it = std::ranges::find(all.misconceptions, tag.toStdString(), &Overview::Misconception::tag);
    QVERIFY(it != all.misconceptions.end());
    QTEST(static_cast<int>(it->students.size()), "count");
    QTEST(QString::fromStdString(it->words), "words");
    QTEST(QString::fromStdString(it->feedback), "feedback");
}

void TestOverview::theMostFrequentComesFirst()
{
    const Overview all = overview();
    QVERIFY(std::ranges::is_sorted(all.misconceptions, std::ranges::greater(), [](const auto& m) { return m.students.size(); }));
    QCOMPARE(all.misconceptions.size(), 4u);
}

void TestOverview::sketchesOfAQuestionLieTogether()
{
    const Lesson lesson = lessonOf(
        changed("```ask choice what", "```ask sketch way\nDraw it.\naxes: t 0 … 100 ms, V −75 … −45 mV\n```\n\n```ask choice what"));
    auto reports = aClass();
    for (const std::size_t i : {0u, 3u})
        record(reports[i].at("longer", ""), partOf<Ask>(lesson, "way"),
               {.answer = {.stroke = {{0, -70}, {100, -60}}}, .tag = i == 0 ? "ramp" : ""});
    const Overview all = overviewOf(lesson, {}, reports, testStage());
    QCOMPARE(all.drawings.size(), 1u);
    QCOMPARE(all.drawings[0].step, 1u);
    QCOMPARE(all.drawings[0].sketches.size(), 2u);
    QCOMPARE(all.drawings[0].sketches[0].tag, "ramp");
    QCOMPARE(all.drawings[0].sketches[1].student, 3u);
    QCOMPARE(all.drawings[0].sketches[1].stroke.size(), 2u);
}

void TestOverview::aLessonThatIsNotThereIsKnownFromReports()
{
    const auto reports = aClass();
    const Lesson behind = lessonBehind(reports);
    QCOMPARE(behind.id, "gap");
    QCOMPARE(behind.steps.size(), 2u);
    const Overview all = overviewOf(behind, {}, reports, testStage());
    QVERIFY(all.students[0].cells[0].isDone() && !all.students[2].cells[0].isDone());
    QCOMPARE(all.misconceptions.size(), 4u);
}

void TestOverview::theGradebookHasARowAStudent()
{
    const QStringList rows = QString::fromStdString(gradebookOf(lessonOf(aLesson), aClass(), testStage(), false)).split('\n');
    QCOMPARE(rows.size(), 6);
    QVERIFY(rows[0].startsWith(
        "name,lesson,steps done,longest.done,longest.attempts,longest.hints,longest.prediction,longest.tag,longest.points,longer.done"));
    QCOMPARE(rows[2], "Bob,gap,1,yes,2,0,6.6,half-life too-long,,no,0,1,C-up,C-up,");
    QVERIFY(rows[4].startsWith("'=Dan,"));
    for (const QString& row : rows.mid(0, 5)) QCOMPARE(row.count(','), rows[0].count(','));
}

void TestOverview::minutesOnlyOnWish()
{
    auto reports = aClass();
    for (Report& report : reports) report.steps[0].seconds = 90;
    reports[0].hasTimes = true;
    const auto table = [&](bool with) { return QString::fromStdString(gradebookOf(lessonOf(aLesson), reports, testStage(), with)); };
    QVERIFY(!table(false).contains("minutes") && !table(false).contains("1.5"));
    QVERIFY(table(true).contains("longest.minutes"));
    QCOMPARE(table(true).count("1.5"), 1); // of who hands them in
}

void TestOverview::whatDiffersIsNamed()
{
    std::vector<Experiment> kept(3, lessonOf(aLesson).steps[0].experiment);
    QVERIFY(differencesOf(kept).empty() && differencesOf({}).empty());
    setValue(kept[1], "R", 14);
    setValue(kept[2], "R", 20);
    const auto found = differencesOf(kept);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].name, "R");
    QCOMPARE(found[0].values, (std::vector<double>{10, 14, 20}));
    QCOMPARE(std::string_view(found[0].quantity.unit), "MΩ");
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
