// SPDX-License-Identifier: GPL-3.0-or-later
// A student takes the lesson on leaks in the window, from its start to the report: with the mouse, and with the keyboard alone.
#include "ask_card.h"
#include "catalogue.h"
#include "change_card.h"
#include "course.h"
#include "cursors.h"
#include "experiment_file.h"
#include "lesson_dock.h"
#include "lesson_page.h"
#include "main_window.h"
#include "notice.h"
#include "prose_view.h"
#include "quantity_editor.h"
#include "report_file.h"
#include "robot.h"
#include "setting.h"
#include "sketch_plot.h"
#include "step_cards.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "words.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace rheobase;

namespace {

const QString leak = ":/lessons/05-leak-forgets.lesson.md";

/// A language spoken while this lives.
struct Spoken {
    QLocale before;
    QTranslator words, tables;
    explicit Spoken(const QString& code)
    {
        QLocale::setDefault(QLocale(code));
        if (words.load("rheobase_" + code, ":/translations")) qApp->installTranslator(&words);
        if (tables.load("tables_" + code, ":/translations")) qApp->installTranslator(&tables);
    }
    ~Spoken() { QLocale::setDefault(before); }
};

}

class TestLessonWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_reports;
    bool m_hasMouse = true;

    Session& session() const { return m_window->session(); }
    LessonDock& dock() const { return *m_window->findChild<LessonDock*>(); }
    LessonRun& run() const { return dock().run(); }
    LessonPage& page() const { return dock().page(); }
    ChangeCard& change() const { return *m_window->findChild<ChangeCard*>(); }
    template<class W> W* inPage(const char* name) const { return page().findChild<W*>(QLatin1String(name)); }
    QuantityEditor* slider(const char* name) const { return change().findChild<QuantityEditor*>(QLatin1String(name)); }
    AskCard* card() const { return page().findChild<AskCard*>(); }
    QString reportOf() const { return m_reports->filePath("leak-forgets.report.html"); }

    void makeWindow(QSize size)
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    /// Goes to a widget by Tab alone.
    bool tabTo(const QWidget* wanted) const
    {
        for (int i = 0; i < 200; ++i) {
            if (QApplication::focusWidget() == wanted) return true;
            if (qEnvironmentVariableIsSet("TABS")) qDebug() << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), Qt::Key_Tab);
        }
        return false;
    }
    /// Goes to the first option by Tab, and on by the arrows, which choose.
    bool chooseByKeys(QRadioButton* wanted) const
    {
        auto* first = page().findChild<QRadioButton*>();
        if (!tabTo(first)) return false;
        QTest::keyClick(first, Qt::Key_Return);
        for (int i = 0; i < 10 && !wanted->isChecked(); ++i) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        return wanted->isChecked();
    }
    bool press(QAbstractButton* button)
    {
        if (!button || !QTest::qWaitFor([&] { return button->isEnabled() && button->isVisible(); })) return false;
        for (QWidget* w = button; w; w = w->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(w)) area->ensureWidgetVisible(button);
        if (auto* radio = qobject_cast<QRadioButton*>(button); radio && !m_hasMouse) return chooseByKeys(radio);
        if (m_hasMouse) QTest::mouseClick(button, Qt::LeftButton);
        else if (!tabTo(button)) return false;
        else QTest::keyClick(button, Qt::Key_Return);
        return true;
    }
    bool type(QWidget* field, const QString& text)
    {
        if (m_hasMouse) QTest::mouseClick(field, Qt::LeftButton);
        else if (!tabTo(field)) return false;
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        return true;
    }
    /// Answers the number that is asked for.
    bool answer(const QString& text)
    {
        auto* field = card()->findChild<QLineEdit*>("field");
        if (!field || !type(field, text)) return false;
        QTest::keyClick(field, Qt::Key_Return);
        return true;
    }
    bool runIt()
    {
        return press(inPage<QPushButton>("check")) && QTest::qWaitFor([&] { return !run().walk().waitsForRun(); }, 20'000);
    }
    bool set(const char* name, const QString& text)
    {
        auto* field = slider(name) ? slider(name)->findChild<QLineEdit*>() : nullptr;
        if (!field || !type(field, text)) return false;
        QTest::keyClick(field, Qt::Key_Return);
        return true;
    }
    bool isDone() const
    {
        return QTest::qWaitFor([&] { return run().walk().state() == Walk::State::done; }, 20'000);
    }
    bool next()
    {
        const std::size_t before = run().walk().index();
        if (m_hasMouse) {
            if (!press(inPage<QPushButton>("next"))) return false;
        } else QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right, Qt::AltModifier);
        return QTest::qWaitFor([&] { return run().walk().index() == before + 1; });
    }
    QString verdict() const
    {
        const auto* words = page().findChild<VerdictCard*>()->findChild<QLabel*>("words");
        return words->isVisible() ? words->text() : QString();
    }
    /// Moves a cursor to a time by the arrow keys.
    bool moveCursor(Qt::Key letter, Cursors::Name name, double time)
    {
        auto* cursors = m_window->findChild<Cursors*>();
        TracePlot* plot = m_window->stack().plot("potential");
        plot->setFocus();
        QTest::keyClick(plot, letter);
        for (int i = 0; i < 6000 && std::abs(cursors->place(name).time - time) > 0.04; ++i)
            QTest::keyClick(plot, cursors->place(name).time < time ? Qt::Key_Right : Qt::Key_Left);
        return std::abs(cursors->place(name).time - time) <= 0.04;
    }

    /// Answers all that the step asks: as a trial has it, else anything.
    bool answerAll(const Trial& trial)
    {
        for (const StepPart& part : run().walk().step().parts) {
            const auto* ask = std::get_if<Ask>(&part);
            if (!ask) continue;
            const auto given = trial.answers.find(ask->id);
            const std::string anything = ask->kind == Ask::Kind::text ? "one two three four five six seven eight nine ten"
                                         : ask->options.empty()       ? "1"
                                                                      : ask->options.front().name;
            const std::string text = given != trial.answers.end() ? given->second : anything;
            const Sentence problem =
                ask->options.empty() ? run().answer(*ask, QString::fromStdString(text)) : run().answer(*ask, std::vector{text});
            if (!problem.empty()) return false;
        }
        return true;
    }
    bool takeFirstStep() { return answer("2") && runIt() && set("two-pulses.gap", "250") && isDone(); }
    bool takeSecondStep()
    {
        if (!answer("6.6") || !runIt()) return false;
        if (!QTest::qWaitFor([&] { return !session().trace().empty() && session().trace().latestTime() > 100; }, 20'000)) return false;
        session().pause();
        m_window->stack().currentPlot()->setFocus();
        QTest::keyClick(m_window->stack().currentPlot(), Qt::Key_C);
        return moveCursor(Qt::Key_A, Cursors::A, 22) && moveCursor(Qt::Key_B, Cursors::B, 30) && isDone();
    }
    bool takeThirdStep()
    {
        if (!answer("6") || !runIt() || !set("two-pulses.gap", "6") || !press(inPage<QPushButton>("check"))) return false;
        if (!QTest::qWaitFor([&] { return !verdict().isEmpty(); }, 20'000)) return false;
        return set("two-pulses.gap", "3.4") && isDone();
    }
    bool takeFourthStep()
    {
        return press(inPage<QRadioButton>("C-up")) && press(inPage<QPushButton>("answer")) && runIt() && set("R", "18") && isDone();
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_lesson_window");
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        m_reports = std::make_unique<QTemporaryDir>();
        QSettings().clear();
        QSettings().setValue("lessons/reports", m_reports->path());
        m_hasMouse = true;
        makeWindow({1280, 720});
    }
    void cleanup() { m_window.reset(); }

    void fromStartToReport_data()
    {
        QTest::addColumn<bool>("hasMouse");
        QTest::addColumn<QString>("language");
        QTest::newRow("mouse") << true << "en";
        QTest::newRow("keyboard") << false << "en";
        if (!QFile::exists(":/lessons/05-leak-forgets.de.lesson.md")) return;
        QTest::newRow("mouse, German") << true << "de";
        QTest::newRow("keyboard, German") << false << "de";
    }
    void fromStartToReport()
    {
        QFETCH(bool, hasMouse);
        QFETCH(QString, language);
        m_hasMouse = hasMouse;
        const Spoken spoken(language);
        makeWindow({1280, 720});
        const Experiment before = session().experiment();
        m_window->open(leak);
        QTRY_VERIFY(m_window->findChild<LessonDock*>() && dock().isVisible());
        QVERIFY(takeFirstStep());
        QVERIFY(next());
        QVERIFY(takeSecondStep());
        QVERIFY(next());
        QVERIFY(takeThirdStep());
        QVERIFY(next());
        QVERIFY(takeFourthStep());
        QVERIFY(next());
        QVERIFY(next());                                                                   // free play
        QVERIFY(answer(QLocale(language).toString(valueOf(session().experiment(), "R")))); // as who measured it well
        QVERIFY(isDone());
        QVERIFY(next());
        QVERIFY(run().walk().isOver());
        QVERIFY(type(inPage<QPlainTextEdit>("ownWords"), "It leaks."));
        QVERIFY(press(inPage<QPushButton>("next")));
        QTRY_VERIFY(!m_window->findChild<LessonDock*>());
        QCOMPARE(session().experiment(), before);

        const auto lesson = std::get<Lesson>(loadLesson(leak));
        const Report report = reportFor(lesson, reportOf());
        QCOMPARE(report.steps.size(), lesson.steps.size());
        for (const StepRecord& step : report.steps) QVERIFY2(step.isDone(), step.step.c_str());
        QCOMPARE(report.steps[0].answers.at(0).tag, "per-pulse");
        QCOMPARE(report.steps[1].answers.at(0).tag, "half-life");
        QCOMPARE(report.steps[2].attempts, 1);
        QCOMPARE(report.steps[3].answers.at(0).tag, "C-up");
        QCOMPARE(report.words, std::vector<std::string>{"It leaks."});
    }

    /// Nothing scrolls sideways, and the plot of V is at least 200 px high.
    void itFitsASmallWindow()
    {
        if (m_window->screen()->size().width() < 1280) QSKIP("The screen is smaller.");
        m_window->openLesson(leak);
        QVERIFY(answer("1"));
        QCoreApplication::processEvents();
        QCOMPARE(m_window->width(), 1280);
        QCOMPARE(m_window->height(), 720);
        for (const auto* area : page().findChildren<QScrollArea*>()) QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        QVERIFY(m_window->stack().plot("potential")->height() >= 200);
        QVERIFY(change().isVisible());
        QVERIFY(m_window->rect().contains(QRect(change().mapTo(m_window.get(), QPoint()), change().size())));
    }

    void leavingGivesEverythingBack()
    {
        m_window->stack().setRowShown("current", false);
        m_window->stack().setWindowLength(500);
        session().setSpeed(50);
        const Experiment before = session().experiment();
        const bool couldUndo = session().undoStack().canUndo();
        m_window->openLesson(leak);
        QVERIFY(!session().experiment().model->name.starts_with("Leaky"));
        QVERIFY(m_window->stack().isRowShown("current"));
        QVERIFY(answer("1"));
        QVERIFY(set("two-pulses.gap", "70"));
        QTest::mouseClick(dock().findChild<QToolButton*>("leave"), Qt::LeftButton);
        QTRY_VERIFY(!m_window->findChild<LessonDock*>());
        QCOMPARE(session().experiment(), before);
        QCOMPARE(session().undoStack().canUndo(), couldUndo);
        QCOMPARE(session().speed(), 50.0);
        QVERIFY(!m_window->stack().isRowShown("current"));
        QCOMPARE(m_window->stack().windowLength(), 500.0);
        QVERIFY(!m_window->findChild<ChangeCard*>());
        QVERIFY(m_window->findChild<QuantityEditor*>("R")->isVisible());
        QVERIFY(m_window->findChild<QComboBox*>("presets")->isVisible());
    }
    /// Undo stays within the step.
    void undoEndsWhereTheStepBegins()
    {
        m_window->openLesson(leak);
        QVERIFY(answer("1"));
        const Experiment begun = session().experiment();
        QVERIFY(set("two-pulses.gap", "70"));
        QVERIFY(session().experiment() != begun);
        for (int i = 0; i < 4; ++i) QTest::keyClick(&m_window->stack(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(session().experiment(), begun);
    }

    /// What a lesson locks no road changes; what it hides is nowhere.
    void locksHold()
    {
        m_window->openLesson(leak);
        QVERIFY(answer("1"));
        QVERIFY(slider("two-pulses.gap"));
        QVERIFY(!slider("C"));
        QVERIFY(!m_window->findChild<QComboBox*>("models")->isEnabled());
        const Experiment begun = session().experiment();
        Experiment next = begun;
        setValue(next, "C", 2);
        QVERIFY(!session().edit(next).empty());
        session().load(defaultExperiment(*findModel("hodgkin-huxley")));
        QCOMPARE(session().experiment(), begun);
        setValue(next = begun, "two-pulses.gap", 30);
        QVERIFY(session().edit(next).empty());
    }
    /// Nor does current by hand, until the play after the last step.
    void noCurrentByHandWhereItIsLocked()
    {
        m_window->openLesson(leak);
        const auto* const button = m_window->findChild<QToolButton*>("inject");
        QTest::keyPress(&m_window->stack(), Qt::Key_Space);
        QVERIFY(!session().isInjecting() && !button->isEnabled());
        QVERIFY(button->toolTip().contains("Locked"));
        QTest::keyRelease(&m_window->stack(), Qt::Key_Space);
        Experiment next = session().experiment();
        next.injection *= 2;
        QVERIFY(session().edit(next).parts == std::vector<std::string>{std::string(injectionName)});
        run().goTo(4); // where all is open
        QTRY_VERIFY(button->isEnabled());
        next = session().experiment();
        next.injection *= 2;
        QVERIFY(session().edit(next).empty());
        QVERIFY(!button->toolTip().contains("Locked"));
        QTest::keyPress(&m_window->stack(), Qt::Key_Space);
        QTRY_VERIFY(session().isInjecting());
        QTest::keyRelease(&m_window->stack(), Qt::Key_Space);
        QTRY_VERIFY(!session().isInjecting());
    }
    void whatIsHiddenIsNowhere()
    {
        m_window->resize(1900, 1000);
        m_window->openLesson(leak);
        run().goTo(5);
        QCoreApplication::processEvents();
        const QString secret = QString::number(valueOf(session().experiment(), "R"));
        const auto saysR = [secret](const QString& text) {
            return text.contains(secret + " MΩ") || text.contains(secret + QStringLiteral("\u202fMΩ"));
        };
        for (const auto* widget : m_window->findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            QVERIFY2(!saysR(widget->toolTip()) && !saysR(widget->accessibleName()) && !saysR(widget->accessibleDescription()),
                     qPrintable(widget->objectName()));
            if (const auto* label = qobject_cast<const QLabel*>(widget)) QVERIFY2(!saysR(label->text()), qPrintable(label->text()));
        }
        for (const char* editor : {"R", "I_th"})
            QVERIFY(!m_window->findChild<QWidget*>(editor) || !m_window->findChild<QWidget*>(editor)->isVisible());
        for (const char* view : {"rate", "strength", "phase", "map", "ladder"}) {
            auto* hidden = m_window->findChild<QDockWidget*>(QLatin1String(view));
            QVERIFY(!hidden->isVisible());
            QVERIFY(!hidden->toggleViewAction()->isVisible());
        }
    }

    /// A value in the text is one that can be dragged.
    void aLiveValueIsDragged()
    {
        m_window->openLesson(leak);
        run().goTo(3);
        QVERIFY(press(inPage<QRadioButton>("R-up")) && press(inPage<QPushButton>("answer")));
        ProseView live(session(), "R = {R} and τ = {tau}");
        live.resize(300, 60);
        live.show();
        QVERIFY(QTest::qWaitForWindowExposed(&live));
        QVERIFY(live.plainText().contains(QStringLiteral("10\u202fMΩ")));
        QPoint at;
        for (int x = 0; x < 300 && at.isNull(); ++x)
            if (live.valueAt({x, 10}) == "R") at = {x + 4, 10};
        QVERIFY(!at.isNull());
        drag(live.viewport(), at, at + QPoint(40, 0));
        QVERIFY(valueOf(session().experiment(), "R") > 10);
        QVERIFY(!live.plainText().contains(QStringLiteral("10\u202fMΩ")));
        const int steps = session().undoStack().index();
        session().undoStack().undo();
        QCOMPARE(session().undoStack().index(), steps - 1);
        QCOMPARE(valueOf(session().experiment(), "R"), 10.0); // one gesture
    }

    void eachMistakeIsToldWithWhatIsWanted()
    {
        m_window->openLesson(leak);
        run().goTo(2);
        QVERIFY(answer("6") && runIt());
        const std::pair<const char*, const char*> mistakes[] = {{"8", "leaked away"}, {"1", "Longer!"}};
        for (const auto& [gap, words] : mistakes) {
            QVERIFY(set("two-pulses.gap", gap));
            QVERIFY(press(inPage<QPushButton>("check")));
            QTRY_VERIFY_WITH_TIMEOUT(verdict().contains(words), 20'000);
            QVERIFY(verdict().contains("Not yet."));
        }
        QVERIFY(press(inPage<QPushButton>("nextHint"))); // opened by the check
        QTRY_COMPARE(run().walk().hints(), 1);
    }

    /// As the lessons say: R runs it again.
    void theKeyRRunsWhatWasPredicted()
    {
        m_window->openLesson(leak);
        QVERIFY(answer("1"));
        QVERIFY(run().walk().waitsForRun());
        inPage<QScrollArea>("lessonText")->setFocus();
        QTest::keyClick(inPage<QScrollArea>("lessonText"), Qt::Key_R);
        QTRY_VERIFY(!run().walk().waitsForRun());
        QTest::keyClick(inPage<QScrollArea>("lessonText"), Qt::Key_Return); // asks for the verdict
        QTRY_VERIFY_WITH_TIMEOUT(verdict().contains("Not yet."), 20'000);
    }
    void everyControlHasAName()
    {
        m_window->openLesson(leak);
        for (std::size_t i = 0; i <= run().walk().lesson().steps.size(); ++i) {
            run().goTo(i);
            QCoreApplication::processEvents();
            int controls = 0;
            for (const QWidget* parent : {static_cast<QWidget*>(&dock()), static_cast<QWidget*>(&change())})
                for (QWidget* widget : parent->findChildren<QWidget*>()) {
                    if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
                    const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
                    QVERIFY2(!name.isEmpty(), qPrintable(widget->metaObject()->className() + (' ' + widget->objectName())));
                    ++controls;
                }
            QVERIFY(controls > 3);
        }
    }

    /// Every step of every lesson can be shown, and its solution is reached with what is not locked.
    void solutionsCanBeReached_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString& path : lessonFiles()) QTest::newRow(qPrintable(path.section('/', -1))) << path;
    }
    void solutionsCanBeReached()
    {
        QFETCH(QString, path);
        m_window->openLesson(path);
        QVERIFY(m_window->findChild<LessonDock*>());
        const Lesson lesson = run().walk().lesson();
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            run().goTo(lesson.steps.size()); // so that the step begins with its own experiment
            run().goTo(i);
            QCoreApplication::processEvents();
            QVERIFY(inPage<QLabel>("heading")->isVisible());
            for (const StepPart& part : run().walk().step().parts) {
                const auto* check = std::get_if<Check>(&part);
                const auto isOf = [&](const Trial& t) { return t.isSolution() && check && t.check == check->id; };
                const auto trial = std::ranges::find_if(lesson.trials, isOf);
                if (trial == lesson.trials.end()) continue;
                QVERIFY(answerAll(*trial));
                const Sentence refusal = session().edit(trial->experiment);
                QVERIFY2(refusal.empty(), (trial->text + ": " + std::string(refusal)).c_str());
                if (check->isLive) continue; // the window has to show more
                run().check();
                QVERIFY2(QTest::qWaitFor([&] { return run().walk().isSolved(*check); }, 30'000), trial->text.c_str());
            }
        }
    }

    /// What a solved step shows goes into the report.
    void aFigureGoesIntoTheReport()
    {
        m_window->openLesson(":/lessons/03-tau.lesson.md");
        auto* plot = m_window->findChild<SketchPlot*>();
        QVERIFY(plot);
        QTRY_VERIFY(plot->isVisible() && dock().isVisible());
        QTest::keyClick(plot, Qt::Key_1);
        QTest::keyClick(plot, Qt::Key_Return);
        QVERIFY(runIt() && isDone());
        QVERIFY(card()->findChild<QLabel*>("feedback")->text().contains("leaks out"));
        QTRY_COMPARE(run().walk().report().steps.at(0).figures.size(), 1u);
        QVERIFY(QByteArray::fromStdString(run().walk().report().steps.at(0).figures.at(0)).contains("<svg"));
    }
    /// A file of an experiment ends the lesson.
    void anExperimentEndsTheLesson()
    {
        const QString path = m_reports->filePath("other.rheobase");
        QString error;
        QVERIFY(saveExperiment(path, defaultExperiment(*findModel("hodgkin-huxley")), &error));
        m_window->openLesson(leak);
        m_window->open(m_reports->filePath("none.rheobase")); // but not one that cannot be read
        QTRY_VERIFY(m_window->findChild<Notice*>()->accessibleName().contains("none.rheobase"));
        QVERIFY(m_window->findChild<LessonDock*>());
        m_window->open(path);
        QTRY_VERIFY(!m_window->findChild<LessonDock*>());
        QCOMPARE(fromView(session().model().id), "hodgkin-huxley");
    }

    void aLessonThatCannotBeReadIsTold()
    {
        QFile file(m_reports->filePath("bad.lesson.md"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("---\nlesson: bad\n---\n");
        file.close();
        m_window->open(file.fileName());
        QVERIFY(!m_window->findChild<LessonDock*>());
        QTRY_VERIFY(m_window->findChild<QWidget*>("notice")->isVisible());
    }
    void itCanBeTornOff()
    {
        m_window->openLesson(leak);
        QTest::mouseClick(dock().findChild<QToolButton*>("detach"), Qt::LeftButton);
        QVERIFY(dock().isFloating());
        QTest::mouseClick(dock().findChild<QToolButton*>("detach"), Qt::LeftButton);
        QVERIFY(!dock().isFloating());
    }
};

QTEST_MAIN(TestLessonWindow)
#include "tst_lesson_window.moc"
