// SPDX-License-Identifier: GPL-3.0-or-later
// A student's way through a lesson, without the window: predictions, verdicts, hints, and the report.
#include "course.h"
#include "lesson_run.h"
#include "report_file.h"
#include "robot.h"
#include "session.h"
#include "setting.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

Lesson lessonOf(const QString& name) { return std::get<Lesson>(loadLesson(":/lessons/" + name + lessonSuffix)); }

template<class P> const P& partOf(const LessonRun& run)
{
    for (const StepPart& part : run.walk().step().parts)
        if (const auto* found = std::get_if<P>(&part)) return *found;
    qFatal("The step has no such part.");
}

/// A run of the lesson on leaks, at a step.
struct Desk {
    Session session;
    LessonRun run;

    explicit Desk(std::size_t step, const Report& report = {})
        : session(defaultExperiment(*findModel("leaky-integrate-and-fire"))),
          run(lessonOf("05-leak-forgets"), report.lesson.empty() ? reportFor(lessonOf("05-leak-forgets"), {}) : report, session, {})
    {
        run.goTo(step);
    }
    void set(const char* name, double value)
    {
        Experiment next = session.experiment();
        setValue(next, name, value);
        session.edit(next);
    }
    /// Answers what is to be predicted, and runs it.
    bool predict(const QString& typed) { return run.answer(partOf<Ask>(run), typed).empty() && seeRun(); }
    bool predict(const std::string& option) { return run.answer(partOf<Ask>(run), std::vector{option}).empty() && seeRun(); }
    bool seeRun()
    {
        run.runAgain();
        return QTest::qWaitFor([this] { return run.walk().isFrozen(partOf<Ask>(run)); }, 20'000);
    }
    bool isSolved() const { return run.walk().isSolved(partOf<Check>(run)); }
};

const StepRecord& recordOf(const LessonRun& run)
{
    return *std::ranges::find(run.walk().report().steps, run.walk().step().id, &StepRecord::step);
}

}

class TestLessonRun : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale("en"));
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_lesson_run");
    }

    /// Nothing runs before it is predicted, and what comes after the question cannot be seen yet.
    void aStepWaitsForThePrediction()
    {
        Desk desk(0);
        QVERIFY(desk.run.walk().waitsForAnswer());
        QVERIFY(!desk.session.isRunning());
        QVERIFY(desk.run.walk().partsSeen() < desk.run.walk().step().parts.size());
        QVERIFY(waitForFrames(10));
        QVERIFY(desk.session.trace().rows() <= 1);
        QVERIFY(desk.run.answer(partOf<Ask>(desk.run), "1").empty());
        QCOMPARE(desk.run.walk().partsSeen(), desk.run.walk().step().parts.size());
        QVERIFY(desk.run.walk().waitsForRun());
    }
    void whatIsNoNumberIsNoPrediction()
    {
        Desk desk(0);
        QVERIFY(!desk.run.answer(partOf<Ask>(desk.run), "many").empty());
        QVERIFY(desk.run.walk().waitsForAnswer());
    }
    void aPredictionFreezesOnceItHasRun()
    {
        Desk desk(0);
        const Ask& ask = partOf<Ask>(desk.run);
        QVERIFY(desk.run.answer(ask, "3").empty());
        QVERIFY(desk.run.answer(ask, "2").empty());
        QCOMPARE(desk.run.walk().replyTo(ask)->answer.value, 2.0);
        QVERIFY(desk.seeRun());
        QVERIFY(desk.run.answer(ask, "1").empty());
        QCOMPARE(desk.run.walk().replyTo(ask)->answer.value, 2.0);
        QCOMPARE(desk.run.walk().replyTo(ask)->tag, "per-pulse");
    }
    /// An answer that is none of before the run can be mended.
    void anAnswerAfterTheRunCanBeMended()
    {
        Desk desk(5);
        const Ask& ask = partOf<Ask>(desk.run);
        QVERIFY(!desk.run.walk().isPrediction(ask));
        QTRY_VERIFY(!desk.session.trace().empty() && desk.session.trace().latestTime() > 5);
        QVERIFY(desk.run.answer(ask, "10").empty());
        QCOMPARE(desk.run.walk().replyTo(ask)->tag, "old-R");
        QVERIFY(desk.run.walk().state() == Walk::State::open);
        QVERIFY(desk.run.answer(ask, QString::number(valueOf(desk.session.experiment(), "R"))).empty());
        QVERIFY(desk.run.walk().state() == Walk::State::done);
    }

    void eachMistakeHasItsFeedback_data()
    {
        QTest::addColumn<int>("index");
        const Lesson lesson = lessonOf("05-leak-forgets");
        for (std::size_t i = 0; i < lesson.trials.size(); ++i)
            if (const Trial& trial = lesson.trials[i]; !trial.isSolution())
                QTest::newRow((trial.check + " " + trial.tag).c_str()) << static_cast<int>(i);
    }
    void eachMistakeHasItsFeedback()
    {
        QFETCH(int, index);
        const Trial trial = lessonOf("05-leak-forgets").trials[static_cast<std::size_t>(index)];
        Desk desk(trial.check == "longest" ? 2 : 3);
        QVERIFY(trial.check == "longest" ? desk.predict(QString("3")) : desk.predict(std::string("R-up")));
        desk.session.load(trial.experiment);
        desk.run.check();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.run.isJudging(), 20'000);
        const Judgement* told = desk.run.told(partOf<Check>(desk.run));
        QVERIFY(told);
        QCOMPARE(told->tag, trial.tag);
        QVERIFY(!told->feedback.empty());
        QCOMPARE(recordOf(desk.run).attempts, 1);
        QCOMPARE(recordOf(desk.run).checks.at(0).tag, trial.tag);
    }

    void itTurnsGreenByItself()
    {
        Desk desk(2);
        QSignalSpy solved(&desk.run, &LessonRun::solved), said(&desk.run, &LessonRun::said);
        QVERIFY(desk.predict(QString("3")));
        for (double gap = 9; gap > 3.35; gap -= 0.1) { // as a hand that drags
            desk.set("two-pulses.gap", gap);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(desk.isSolved());
        QVERIFY(desk.run.walk().state() == Walk::State::done);
        QCOMPARE(solved.size(), 1);
        QCOMPARE(said.size(), 1);
        QCOMPARE(desk.run.walk().index(), 2u); // nothing moves on by itself
        QCOMPARE(recordOf(desk.run).attempts, 0);
        desk.set("two-pulses.gap", 30);
        QVERIFY(waitForFrames(40));
        QVERIFY(desk.isSolved()); // what was solved stays so
    }
    void onceToldAVerdictFollows()
    {
        Desk desk(2);
        QVERIFY(desk.predict(QString("3")));
        desk.run.check();
        QTRY_VERIFY(desk.run.told(partOf<Check>(desk.run)));
        desk.set("two-pulses.gap", 1);
        QTRY_COMPARE(desk.run.told(partOf<Check>(desk.run))->tag, "not-longest");
        QCOMPARE(recordOf(desk.run).attempts, 1);
    }
    void believingLetsPass()
    {
        Desk desk(2);
        QVERIFY(desk.predict(QString("3")));
        desk.run.claim();
        QVERIFY(desk.run.walk().state() == Walk::State::believed);
        QVERIFY(recordOf(desk.run).isClaimed);
    }
    void whatIsTriedIsKeptWithWhetherItFired()
    {
        Desk desk(2);
        QVERIFY(desk.predict(QString("3")));
        desk.set("two-pulses.gap", 2);
        desk.run.runAgain();
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.run.tried().list().size() >= 1 && valueOf(desk.run.tried().list().back().experiment, "two-pulses.gap") == 2, 20'000);
        QVERIFY(desk.run.tried().list().back().hasFired == true);
        desk.set("two-pulses.gap", 20);
        desk.run.runAgain();
        QTRY_VERIFY_WITH_TIMEOUT(valueOf(desk.run.tried().list().back().experiment, "two-pulses.gap") == 20, 20'000);
        QVERIFY(desk.run.tried().list().back().hasFired == false);
        QCOMPARE(desk.run.walk().predicted(), (std::pair<std::string, std::optional<double>>("two-pulses.gap", 3)));
    }

    void underAClampNothingFires()
    {
        Experiment held = defaultExperiment(*findModel("hodgkin-huxley"));
        held.mode = Mode::voltageClamp;
        held.clamp = defaultClamp(*held.model);
        Session session(held);
        TriedValues tried;
        QObject::connect(&session, &Session::samplesArrived, &tried, [&] { tried.follow(session, 100); });
        session.setSpeed(INFINITY);
        session.run();
        QTRY_COMPARE(tried.list().size(), std::size_t(1));
        QVERIFY(!tried.list()[0].hasFired);
    }

    /// A rung waits for half a minute, or for a check that failed.
    void hintsComeInRungs()
    {
        Desk desk(2);
        QVERIFY(desk.predict(QString("3")));
        QVERIFY(desk.run.secondsToHint() > 0);
        desk.run.takeHint();
        QCOMPARE(desk.run.walk().hints(), 0);
        desk.run.check();
        QTRY_COMPARE_WITH_TIMEOUT(desk.run.secondsToHint(), 0, 20'000);
        desk.run.takeHint();
        QCOMPARE(desk.run.walk().hints(), 1);
        QVERIFY(desk.run.secondsToHint() > 0);
        QCOMPARE(recordOf(desk.run).hints, 1);
    }

    /// What is on the disk at any moment is a whole report; the lesson goes on from it.
    void aReportIsContinued()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("deeper/leak.report.html");
        Desk desk(0);
        int written = 0;
        connect(&desk.run, &LessonRun::recorded, this, [&] {
            QCOMPARE(saveReport(desk.run.walk().report(), path), QString());
            const Report read = reportFor(desk.run.walk().lesson(), path);
            QCOMPARE(QString::fromStdString(toJson(read)), QString::fromStdString(toJson(desk.run.walk().report())));
            ++written;
        });
        QVERIFY(desk.predict(QString("2")));
        desk.set("two-pulses.gap", 300);
        QTRY_VERIFY(desk.isSolved());
        QVERIFY(written >= 3);
        Desk later(0, reportFor(desk.run.walk().lesson(), path));
        QCOMPARE(later.run.walk().firstOpen(), 1u);
        QVERIFY(later.isSolved());
        QCOMPARE(later.run.walk().replyTo(partOf<Ask>(later.run))->tag, "per-pulse");
        QVERIFY(!later.run.walk().waitsForAnswer());
    }
    void whatIsNoReportIsPutAside()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("leak.report.html");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("my own notes");
        file.close();
        QVERIFY(reportFor(lessonOf("05-leak-forgets"), path).steps.empty());
        QFile aside(path + ".broken");
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), QByteArray("my own notes"));
    }
    void aFolderThatCannotBeWrittenIsTold()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("taken"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!saveReport({}, folder.filePath("taken/leak.report.html")).isEmpty());
    }
};

QTEST_MAIN(TestLessonRun)
#include "tst_lesson_run.moc"
