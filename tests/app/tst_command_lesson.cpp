// SPDX-License-Identifier: GPL-3.0-or-later
#include "course.h"
#include "experiment_file.h"
#include "program.h"
#include "report.h"
#include "seal.h"
#include "setting.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace rheobase;

namespace {

QByteArray textOf(const QString& id)
{
    for (const QString& path : lessonFiles())
        if (path.contains(id)) return std::get<QByteArray>(readLessonFile(path));
    return {};
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The page of a student who solved a check of the lesson by its solution, or claims to.
QByteArray pageOf(const Lesson& lesson, const char* name, bool isTrue)
{
    Report report{.lesson = lesson.id, .title = lesson.title, .hash = lesson.hash, .program = "1", .language = "en", .name = name};
    eachPart<Check>(lesson, [&](const Step& step, const Check& check) {
        for (const Trial& trial : lesson.trials)
            if (trial.check == check.id && trial.isSolution())
                record(report.at(step.id, step.title),
                       {check.id, true, "", toLine(isTrue ? trial.experiment : step.experiment).toStdString()}, true);
    });
    record(report.steps[0], {.kind = Ask::Kind::number, .id = "q", .prompt = "?", .unit = ""},
           {.answer = {.text = "2"}, .isRight = false, .tag = "per-pulse"});
    return QByteArray::fromStdString(toPage(report, speakerOf("en")));
}

}

/// What is done with lessons by commands.
class TestCommandLesson : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(m_folder.isValid());
        m_lesson = m_folder.filePath("gap.lesson.md");
        write(m_lesson, textOf("leak-forgets"));
    }
    void listsLessons();
    void listsWhatIsSealed();
    void sealedExperimentsAreRefused();
    void verifiesEstimates();
    void testsLessons();
    void publishes();
    void printsSheets();
    void knowsShippedLessonsByTheirId();
    void tellsWhatIsNotTranslated();
    void tellsOfReports();
    void refusesInOneSentence_data();
    void refusesInOneSentence();

private:
    QTemporaryDir m_folder;
    QString m_lesson;
};

void TestCommandLesson::listsLessons()
{
    const Outcome outcome = run({"lessons"});
    SUCCEEDED(outcome);
    QVERIFY(outcome.out.contains("leak-forgets") && outcome.out.contains("15 min") && outcome.out.contains("What a leak forgets"));
    const Outcome json = run({"lessons", "--json"});
    SUCCEEDED(json);
    const QJsonArray lessons = jsonOf(json)["lessons"].toArray();
    QCOMPARE(lessons.size(), lessonFiles().size());
    QCOMPARE(lessons[0]["id"].toString(), "capacitor");
    QCOMPARE(lessons[0]["minutes"].toInt(), 12);
    QCOMPARE(lessons[0]["models"][0].toString(), "perfect-integrate-and-fire");
}

/// A teacher finds what each student's program drew, however they typed their names.
void TestCommandLesson::listsWhatIsSealed()
{
    write(m_folder.filePath("names.txt"), "Ada\n\n  bob \n=eve\n");
    const Outcome table = run({"lesson", "seal", "leak-forgets", "--class", " Owl", "--names", "names.txt"}, m_folder.path());
    SUCCEEDED(table);
    const auto rows = table.out.split('\n');
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0], "name,step,quantity,value,unit");
    Lesson lesson = std::get<Lesson>(loadLesson(m_lesson));
    drawAll(lesson, "owl/bob", lessonStage());
    QCOMPARE(rows[2], "bob,unknown,R," + QByteArray::number(valueOf(lesson.steps.back().experiment, "R")) + ",MΩ");
    QVERIFY(rows[3].startsWith("'=eve,")); // no formula for a spreadsheet
    const Outcome sealed = run({"lesson", "seal", "leak-forgets", "--class", "owl"});
    QCOMPARE(sealed.status, 2);
    QVERIFY(sealed.error.contains("lesson seal needs --names."));
    QCOMPARE(run({"lesson", "seal", "capacitor", "--class", "owl", "--names", m_folder.filePath("names.txt")}).status, 1);
}

/// No command runs what was sealed.
void TestCommandLesson::sealedExperimentsAreRefused()
{
    const Lesson lesson = std::get<Lesson>(loadLesson(m_lesson));
    write(m_folder.filePath("mine.rheobase"), toLine(lesson.steps.back().experiment));
    for (const char* command : {"run", "rheobase", "sweep"}) {
        const Outcome outcome = run({command, "mine.rheobase"}, m_folder.path());
        QVERIFY(outcome.status != 0);
        QVERIFY2(outcome.error.contains("holds a sealed neuron of the lesson \"leak-forgets\""), outcome.error.constData());
    }
}

/// Points that somebody wrote into a report are found out.
void TestCommandLesson::verifiesEstimates()
{
    Lesson lesson = std::get<Lesson>(loadLesson(m_lesson));
    drawAll(lesson, "owl/ada", lessonStage());
    const Step& step = lesson.steps.back();
    const double R = valueOf(step.experiment, "R");
    for (const double estimate : {R, 3 * R}) {
        Report report{.lesson = lesson.id, .title = lesson.title, .hash = lesson.hash, .program = "1", .language = "en", .name = "Ada"};
        report.draw = "owl/ada";
        record(report.at(step.id, step.title), {.kind = Ask::Kind::number, .id = "estimate", .prompt = "R?", .unit = "MΩ"},
               {.answer = {.text = "", .value = estimate}, .isRight = true, .points = 2});
        write(m_folder.filePath("ada.html"), QByteArray::fromStdString(toPage(report, speakerOf("en"))));
        const Outcome verified = run({"lesson", "reports", "--verify", m_lesson, "ada.html"}, m_folder.path());
        SUCCEEDED(verified);
        QCOMPARE(verified.out.contains("Ada: estimate: its estimate is worth 0 of 2 points\n"), estimate != R);
    }
}

void TestCommandLesson::testsLessons()
{
    const Outcome sound = run({"lesson", "test", m_lesson});
    SUCCEEDED(sound);
    QVERIFY(sound.out.contains(": sound (3 checks, 1 of the window, 10 solutions and mistakes, 5 questions)"));
    QByteArray text = textOf("leak-forgets");
    write(m_lesson, text.replace("solution remembers: set R = 18 MΩ", "solution remembers: set R = 12 MΩ"));
    const Outcome faulty = run({"lesson", "test", m_lesson});
    QCOMPARE(faulty.status, 1);
    QVERIFY2(faulty.out.contains("This does not solve remembers: spikes is 0; 1 is wanted."), faulty.out.constData());
    QVERIFY(faulty.error.contains("1 of 1 lessons are not sound."));
}

void TestCommandLesson::publishes()
{
    SUCCEEDED(run({"lesson", "publish", m_lesson}));
    const auto read = loadLesson(m_folder.filePath("gap-student.lesson.md"));
    QVERIFY(std::holds_alternative<Lesson>(read) && std::get<Lesson>(read).trials.empty());
    const Outcome outcome = run({"lesson", "publish", m_lesson, "-o", "-"});
    SUCCEEDED(outcome);
    QVERIFY(!outcome.out.contains("teacher") && !outcome.out.contains("[x]") && outcome.out.contains("right: sha256 "));
}

void TestCommandLesson::printsSheets()
{
    SUCCEEDED(run({"lesson", "handout", m_lesson}));
    const QByteArray handout = contentOf(m_folder.filePath("gap.handout.html"));
    QVERIFY(handout.contains("What a leak forgets") && !handout.contains("18 MΩ"));
    const Outcome answers = run({"lesson", "answers", m_lesson, "-o", "-"});
    SUCCEEDED(answers);
    QVERIFY(answers.out.contains("18 MΩ") && answers.out.contains("<svg"));
    const QString pdf = m_folder.filePath("a.pdf");
    SUCCEEDED(run({"lesson", "answers", m_lesson, "-o", pdf}));
    QVERIFY(contentOf(pdf).startsWith("%PDF"));
    const Outcome words = shell("pdftotext '" + pdf + "' - | head -3");
    QVERIFY(words.out.contains("What a leak forgets"));
}

void TestCommandLesson::knowsShippedLessonsByTheirId()
{
    SUCCEEDED(run({"lesson", "handout", "tau", "--language", "de"}, m_folder.path()));
    QVERIFY(contentOf(m_folder.filePath("tau.handout.html")).contains("<h1>τ: wie schnell</h1>"));
    QVERIFY(run({"lesson", "test", "tau"}).out.contains(": sound ("));
    QVERIFY(run({"lesson", "words", "tau"}).out.contains("de: nothing is missing"));
}

void TestCommandLesson::tellsWhatIsNotTranslated()
{
    write(m_folder.filePath("gap.de.lesson.md"), "---\nlesson: leak-forgets\nlanguage: de\ntitle: Was ein Leck vergisst\n---\n");
    const Outcome outcome = run({"lesson", "words", m_lesson});
    SUCCEEDED(outcome);
    QVERIFY2(outcome.out.contains("de: This is not translated: \"Give it a longer memory\" (longer.title)"), outcome.out.constData());
    QVERIFY(!outcome.out.contains("(title)"));
    const Outcome handout = run({"lesson", "handout", m_lesson, "--language", "de", "-o", "-"});
    SUCCEEDED(handout);
    QVERIFY(handout.out.contains("<h1>Was ein Leck vergisst</h1>"));
}

void TestCommandLesson::tellsOfReports()
{
    const Lesson lesson = std::get<Lesson>(loadLesson(m_lesson));
    write(m_folder.filePath("ada.html"), pageOf(lesson, "Ada", true));
    write(m_folder.filePath("bob.html"), pageOf(lesson, "Bob", false));
    Lesson other = lesson;
    other.hash = "0";
    write(m_folder.filePath("eve.html"), pageOf(other, "Eve", true));
    const QStringList files{"ada.html", "bob.html", "eve.html"};
    const Outcome table = run(QStringList{"lesson", "reports"} + files, m_folder.path());
    SUCCEEDED(table);
    QVERIFY2(table.out.contains("Ada,leak-forgets,two-halves,yes,no,1,0,,q = 2,per-pulse\n"), table.out.constData());
    QVERIFY(table.out.contains("two-halves.per-pulse: 3 of 3"));
    const Outcome verified = run(QStringList{"lesson", "reports", "--verify", "--csv", "class.csv", m_lesson} + files, m_folder.path());
    SUCCEEDED(verified);
    QVERIFY2(verified.out.contains("Ada: 3 checks are solved again\n"), verified.out.constData());
    QVERIFY(verified.out.contains("Bob: longest: it is not solved by its experiment\n"));
    QVERIFY(verified.out.contains("Eve: the lesson's file is another one than the student's\n"));
    QCOMPARE(rowsOf(contentOf(m_folder.filePath("class.csv"))).size(), 10);
}

void TestCommandLesson::refusesInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    const auto row = [](const QStringList& arguments, int status, const char* said) {
        QTest::newRow(said) << arguments << status << QString(said);
    };
    row({"lesson"}, 2, "lesson needs to know what to do, such as lesson test FILE.");
    row({"lesson", "tst", "x"}, 2, "lesson cannot \"tst\"; the nearest is \"test\".");
    row({"lesson", "test"}, 2, "lesson test needs a file.");
    row({"lesson", "test", "none.lesson.md"}, 1, "none.lesson.md");
    row({"lesson", "publish", "a.lesson.md", "b.lesson.md", "-o", "c"}, 2, "--output is the name of one file, and there are 2.");
    row({"lesson", "handout", "--jsn", "x"}, 2, "unknown option \"--jsn\"");
    row({"lesson", "reports", "bad.html"}, 1, "cannot read \"bad.html\": This file holds no report of a lesson.");
    row({"lesson", "test", "bad.html"}, 1, "cannot read \"bad.html\": line 1: A lesson begins with its head between two lines of ---.");
    row({"lessons", "x"}, 2, "\"x\" is one word too many: lessons takes only --json.");
}

void TestCommandLesson::refusesInOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, said);
    write(m_folder.filePath("bad.html"), "<p>No report.</p>");
    const Outcome outcome = run(arguments, m_folder.path());
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.error.contains(said.toUtf8()), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCommandLesson)
#include "tst_command_lesson.moc"
