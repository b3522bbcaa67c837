// SPDX-License-Identifier: GPL-3.0-or-later
// A class without a server: a student waits for the teacher's word, and the teacher sees the report arrive.
#include "class_page.h"
#include "lesson_dock.h"
#include "lesson_page.h"
#include "made_class.h"
#include "student_folder.h"
#include "window_desk.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace rheobase;

class TestClassInWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<StudentFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;

    ClassPage* page() const { return m_window->findChild<ClassPage*>(); }
    LessonDock& dock() const { return *m_window->findChild<LessonDock*>(); }
    template<class W> W* inLesson(const char* name) const { return dock().page().findChild<W*>(QLatin1String(name)); }
    Report report() const { return std::get<Report>(loadReport(m_folder->path("rate-curve.report.html"))); }
    /// Opens the students' file of the made lesson.
    void openLesson() const
    {
        const MadeClass made(m_folder->path(""));
        const auto text = std::get<QByteArray>(readLessonFile(made.path("rate-curve.lesson.md"))).toStdString();
        QVERIFY(m_folder->write("rate-curve.lesson.md", QByteArray::fromStdString(published(made.lesson(), text, lessonStage()))));
        m_window->open(made.path("rate-curve.lesson.md"));
        QTRY_VERIFY(m_window->findChild<LessonDock*>());
    }

private slots:
    void initTestCase() { beginWindowTests("tst_class_in_window"); }
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<StudentFolder>();
        m_window = openedWindow();
        QVERIFY(m_window);
    }
    void cleanup() { m_window.reset(); }

    void theNeuronWaitsBehindTheClass();
    void aStepBehindAGateIsNotSeen();
    void aPseudonymIsAChoice();
    void aStepIsShownOnTheNeuron();
};

void TestClassInWindow::theNeuronWaitsBehindTheClass()
{
    pressKey(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(page() && page()->isVisible() && page()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!m_window->session().isRunning());
    QTest::keyPress(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!m_window->session().isInjecting());
    QTest::keyRelease(QApplication::focusWidget(), Qt::Key_Space);
    pressKey(Qt::Key_Escape);
    QTRY_VERIFY(!page()->isVisible() && m_window->session().isRunning());
}

void TestClassInWindow::aStepBehindAGateIsNotSeen()
{
    openLesson();
    LessonRun& run = dock().run();
    run.goTo(5);
    QCOMPARE(run.walk().index(), 3u);                                                    // the gate is there
    QCOMPARE(m_window->session().experiment(), run.walk().lesson().steps[2].experiment); // what is seen is of the step before
    QVERIFY(!inLesson<QLabel>("heading") && !inLesson<QPushButton>("next")->isEnabled() && !inLesson<QPushButton>("claim")->isVisible());
    QTRY_VERIFY(inLesson<QLineEdit>("gateWord") && inLesson<QLineEdit>("gateWord")->isVisible());
    auto* word = inLesson<QLineEdit>("gateWord");
    write(word, "axon");
    QTest::keyClick(word, Qt::Key_Return);
    QVERIFY(inLesson<QLabel>("refusal")->text().startsWith("That is not the word."));
    write(word, " dendRITE");
    QTest::keyClick(word, Qt::Key_Return);
    QTRY_VERIFY(inLesson<QLabel>("heading"));
    QCOMPARE(inLesson<QLabel>("heading")->text(), "The ceiling");
    QVERIFY(inLesson<QPushButton>("next")->isEnabled());
    QCOMPARE(valueOf(m_window->session().experiment(), "t_ref"), 10.0);
    QTRY_VERIFY(report().steps.back().isOpened);
}

void TestClassInWindow::aPseudonymIsAChoice()
{
    openLesson();
    QTRY_COMPARE(report().name, "");
    QVERIFY(!report().hasTimes);
    auto* name = inLesson<QLineEdit>("reportName");
    write(name, "Larch");
    QTRY_COMPARE(report().name, "Larch");
    QTest::mouseClick(inLesson<QCheckBox>("reportTimes"), Qt::LeftButton, {}, QPoint(8, inLesson<QCheckBox>("reportTimes")->height() / 2));
    QTRY_VERIFY(report().hasTimes);
    m_window->openClass(m_folder->path(""));
    const auto* table = page()->findChild<QTableView*>("class");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), "Larch");
    QVERIFY(table->model()->index(0, 1).data(Qt::AccessibleTextRole).toString().startsWith("here now"));
}

void TestClassInWindow::aStepIsShownOnTheNeuron()
{
    MadeClass(m_folder->path("")).add(6);
    m_window->openClass(m_folder->path(""));
    QTRY_COMPARE(page()->findChild<QTableView*>("class")->model()->rowCount(), 6);
    QTest::mouseClick(page()->findChild<QPushButton*>("showStep"), Qt::LeftButton);
    QTRY_VERIFY(!page()->isVisible());
    QVERIFY(m_window->session().undoStack().undoText().startsWith("Show “"));
}

QTEST_MAIN(TestClassInWindow)
#include "tst_class_in_window.moc"
