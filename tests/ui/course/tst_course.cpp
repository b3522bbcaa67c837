// SPDX-License-Identifier: GPL-3.0-or-later
#include "course.h"

#include "clamp_measures.h"
#include "rehearsal.h"
#include "setting.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

Lesson lessonOf(const QString& path, const QString& language = {})
{
    const auto read = loadLesson(path, language);
    if (const auto* sentence = std::get_if<QString>(&read)) qWarning("%s: %s", qPrintable(path), qPrintable(*sentence));
    return std::get<Lesson>(read);
}

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) return {};
    return file.fileName();
}

/// The text of the shipped lesson whose name contains this.
QByteArray shipped(const QString& part)
{
    for (const QString& path : lessonFiles())
        if (path.contains(part)) return std::get<QByteArray>(readLessonFile(path));
    return {};
}

}

/// The lessons that come with the program are sound, and what a lesson may name is there.
class TestCourse : public QObject {
    Q_OBJECT

private slots:
    void lessonsAreSound_data();
    void lessonsAreSound();
    void lessonsAreAsATeacherWouldHaveThem_data() { lessonsAreSound_data(); }
    void lessonsAreAsATeacherWouldHaveThem();
    void translationsSayAll_data() { lessonsAreSound_data(); }
    void translationsSayAll();
    void theShortCourseTakesNinetyMinutes();
    void theCurveOfHIsWhatPrepulsesGive();
    void aFolderOfOnesOwnIsListed();
    void aTranslationIsReadByItsPath();
    void pagesSpeakGerman();
    void theManualsLessonIsSound();
    void viewsAreTheWindows();
};

void TestCourse::lessonsAreSound_data()
{
    QTest::addColumn<QString>("path");
    const QStringList files = lessonFiles();
    QVERIFY(files.size() >= 15);
    for (const QString& path : files) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
}

void TestCourse::lessonsAreSound()
{
    QFETCH(QString, path);
    const Rehearsal found = rehearse(lessonOf(path), lessonStage());
    QStringList complaints;
    for (const Refusal& complaint : found.complaints) complaints << told(complaint);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join('\n')));
    QVERIFY(found.checks >= 2 && found.trials > found.checks && found.answers >= 5);
}

void TestCourse::lessonsAreAsATeacherWouldHaveThem()
{
    QFETCH(QString, path);
    const Lesson lesson = lessonOf(path);
    QVERIFY(lesson.steps.size() <= 8);
    QVERIFY(!lesson.leavesOut.empty() && !lesson.notes.empty() && !lesson.models.empty());
    QVERIFY((QStringList{"beginner", "intermediate", "advanced"}).contains(QString::fromStdString(lesson.level)));
    const auto isFree = [](const Step& step) { return step.start.minutes.has_value(); };
    QVERIFY2(std::ranges::any_of(lesson.steps, isFree), "there is no free play");
    QCOMPARE(QString::fromStdString(lesson.id), QFileInfo(path).fileName().section('.', 0, 0).section('-', 1));
}

void TestCourse::translationsSayAll()
{
    QFETCH(QString, path);
    QVERIFY(languagesOf(path).contains("de"));
    for (const QString& language : languagesOf(path)) {
        const auto lacks = lackingWords(path, language);
        const auto* lines = std::get_if<QStringList>(&lacks);
        QVERIFY2(lines && lines->isEmpty(), qPrintable(lines ? lines->join('\n') : std::get<QString>(lacks)));
    }
}

/// What the lesson on the clamp asks for after five prepulses is h∞, and is what a student measures, within 0.05.
void TestCourse::theCurveOfHIsWhatPrepulsesGive()
{
    const Lesson lesson = lessonOf(shippedLesson("voltage-clamp"));
    const auto step = std::ranges::find(lesson.steps, "prepulse", &Step::id);
    QVERIFY(step != lesson.steps.end());
    const auto peak = [&](double V) {
        Experiment e = step->experiment;
        setValue(e, "clamp.V_pre", V);
        const auto sodium = indexOf(e.model->terms, "I_Na");
        return currentVoltage(clampFamily(e, {.interval = 0.01, .terms = std::vector{*sodium}, .solver = {}}), *sodium)[0].greatest.value;
    };
    const double all = peak(-120);
    int points = 0;
    for (const StepPart& part : step->parts) {
        const auto* ask = std::get_if<Ask>(&part);
        if (!ask || ask->kind != Ask::Kind::number) continue;
        const double V = QByteArray::fromStdString(ask->id).mid(2).toDouble();
        const double opening = 0.07 * std::exp(-(V + 65) / 20), closing = 1 / (1 + std::exp(-(V + 35) / 10));
        QVERIFY(std::abs(*ask->right / 100 - opening / (opening + closing)) < 0.01);
        QVERIFY(std::abs(100 * peak(V) / all - *ask->right) < ask->tolerance / 2);
        QCOMPARE(ask->tolerance, 5.0);
        ++points;
    }
    QCOMPARE(points, 5);
}

void TestCourse::theShortCourseTakesNinetyMinutes()
{
    int minutes = 0;
    QStringList ids;
    for (const QString& path : lessonFiles()) {
        const Lesson lesson = lessonOf(path);
        if (std::ranges::find(lesson.courses, "short") == lesson.courses.end()) continue;
        minutes += lesson.minutes;
        ids << QString::fromStdString(lesson.id);
    }
    QCOMPARE(ids, (QStringList{"tau", "leak-forgets", "rheobase", "all-or-none", "refractory"}));
    QVERIFY2(std::abs(minutes - 90) <= 5, qPrintable(QString::number(minutes)));
}

void TestCourse::aFolderOfOnesOwnIsListed()
{
    const QTemporaryDir folder;
    const QString path = write(folder, "mine.lesson.md", shipped("tau"));
    write(folder, "mine.de.lesson.md", "---\nlesson: tau\nlanguage: de\n---\n");
    write(folder, "notes.md", "no lesson");
    const QStringList files = lessonFiles(folder.path());
    QCOMPARE(files.size(), lessonFiles().size() + 1);
    QCOMPARE(files.constLast(), path);
    QCOMPARE(languagesOf(path), QStringList{"de"});
}

void TestCourse::aTranslationIsReadByItsPath()
{
    const QTemporaryDir folder;
    const QString path = write(folder, "tau.lesson.md", shipped("tau"));
    const QString german = write(folder, "tau.de.lesson.md", "---\nlesson: tau\nlanguage: de\ntitle: τ: wie schnell\n---\n");
    QCOMPARE(lessonOf(path).title, "τ: how fast");
    QCOMPARE(lessonOf(path, "de").title, "τ: wie schnell");
    QCOMPARE(lessonOf(german).title, "τ: wie schnell");
    QCOMPARE(lessonOf(path, "fr").title, "τ: how fast");
    QVERIFY(std::get<QStringList>(lackingWords(path, "de")).contains("This is not translated: \"Build one\" (build.title)"));
    QCOMPARE(std::get<QString>(loadLesson(folder.filePath("none.lesson.md"))),
             QStringLiteral("\"%1\" cannot be read: No such file or directory.").arg(folder.filePath("none.lesson.md")));
    QCOMPARE(std::get<QString>(loadLesson(write(folder, "x.lesson.md", "x"))),
             "line 1: A lesson begins with its head between two lines of ---.");
}

void TestCourse::pagesSpeakGerman()
{
    const Sentence sentence{"%1 must be at least %2.", {"C", "0 nF"}};
    QCOMPARE(speakerOf("de")(sentence), "C muss mindestens 0 nF sein.");
    QCOMPARE(speakerOf("en")(sentence), "C must be at least 0 nF.");
}

void TestCourse::theManualsLessonIsSound()
{
    QFile file(RHEOBASE_SOURCES "/CONTRIBUTING.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QTemporaryDir folder;
    const QByteArray text = file.readAll(), opening = "````markdown\n";
    const qsizetype begin = text.indexOf(opening) + opening.size();
    const Rehearsal found =
        rehearse(lessonOf(write(folder, "x.lesson.md", text.mid(begin, text.indexOf("\n````\n", begin) - begin))), lessonStage());
    QVERIFY(found.complaints.empty() && found.checks == 1);
}

/// A lesson names views as the window does, which stands above this room.
void TestCourse::viewsAreTheWindows()
{
    QFile file(RHEOBASE_SOURCES "/ui/window/main_views.cpp");
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression call("addView\\(\\s*QStringLiteral\\(\"([\\w-]+)\"\\)");
    QStringList views, known;
    for (auto it = call.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) views << it.next().captured(1);
    for (const std::string& view : lessonStage().views) known << QString::fromStdString(view);
    views.removeAll("write"); // where lessons are made
    views.sort();
    known.sort();
    QCOMPARE(known, views);
}

QTEST_MAIN(TestCourse)
#include "tst_course.moc"
