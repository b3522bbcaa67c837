// SPDX-License-Identifier: GPL-3.0-or-later
// A robot teacher records what the window has, and works on while a lesson is written.
#include "cursors.h"
#include "lesson_text.h"
#include "setting.h"
#include "student_folder.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "window_desk.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QLayout>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>

using namespace rheobase;

class TestTeaching : public QObject {
    Q_OBJECT

    std::unique_ptr<StudentFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    LessonText* text() const { return m_window->findChild<LessonText*>("lessonText"); }
    QDockWidget* dock(const char* name) const { return m_window->findChild<QDockWidget*>(name); }
    QAction* action(const char* name) const
    {
        for (QAction* a : m_window->findChildren<QAction*>(name)) return a;
        return nullptr;
    }
    /// Chooses the first entry of a menu of the writer that begins with a text.
    bool choose(const char* menu, const QString& start) const
    {
        QMenu* const entries = action(menu)->menu();
        emit entries->aboutToShow();
        for (QAction* a : entries->actions())
            if (a->text().startsWith(start) && a->isEnabled()) return a->trigger(), true;
        return false;
    }

private slots:
    void initTestCase() { beginWindowTests("tst_teaching"); }
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<StudentFolder>();
        m_window = openedWindow();
        QVERIFY(m_window);
    }
    void cleanup() { m_window.reset(); }

    void theWindowIsRecorded();
    void cursorsAndKeptTracesAreRecorded();
    void keysGoIntoTheText();
    void whatIsWrittenIsNotLostWithTheWindow();
};

void TestTeaching::theWindowIsRecorded()
{
    QVERIFY(!dock("write")->isVisible());
    dock("rate")->raise();
    const QWidget* rate = dock("rate")->widget()->layout()->itemAt(0)->widget();
    QTRY_VERIFY(rate->isVisible());
    Experiment own = session().experiment();
    setValue(own, "R", 14);
    session().edit(own);
    m_window->stack().setWindowLength(500);
    m_window->stack().timebase().setKind(Timebase::Kind::spike);
    action("insertExperiment")->trigger();
    QTRY_VERIFY(dock("write")->isVisible() && text()->isVisible());
    const QString written = text()->toPlainText();
    QVERIFY2(written.contains("model: leaky-integrate-and-fire\nset: R = 14 MΩ\nshow: potential, current, rate\ntrigger: spike\n"
                              "window: 500 ms\n"),
             qPrintable(written));
    setValue(own, "R", 16);
    session().edit(own);
    action("insertExperiment")->trigger();
    QVERIFY(text()->toPlainText().contains("set: R = 16 MΩ\nshow: potential, current, rate\n")); // it lies behind the text now
    QVERIFY(choose("insertFigure", "f–I curve"));
    QVERIFY(text()->toPlainText().contains("figure: rate"));
}

void TestTeaching::cursorsAndKeptTracesAreRecorded()
{
    action("insertExperiment")->trigger();
    QVERIFY(!choose("insertCheck", "What the cursors read"));
    session().pause();
    QTRY_VERIFY_WITH_TIMEOUT(session().trace().latestTime() > 0 && !session().status().running, 20'000);
    session().advanceBy(300);
    QTRY_VERIFY_WITH_TIMEOUT(session().trace().latestTime() > 299, 20'000);
    auto* cursors = m_window->findChild<Cursors*>();
    cursors->action()->trigger();
    cursors->put(Cursors::A, 100, 2);
    cursors->put(Cursors::B, 108, 2);
    QVERIFY(choose("insertCheck", "What the cursors read"));
    QVERIFY2(text()->toPlainText().contains("cursor.A = 100 ms ± 0.5 ms\ncursor.dt = 8 ms ± 0.5 ms\ncursor.dV = "),
             qPrintable(text()->toPlainText()));
    QTest::keyClick(&m_window->stack(), Qt::Key_K);
    Experiment own = session().experiment();
    setValue(own, "R", 20);
    session().edit(own);
    QVERIFY(choose("insertCheck", "A kept trace"));
    QVERIFY(text()->toPlainText().contains("ghost.exists with R = 10 MΩ"));
}

void TestTeaching::keysGoIntoTheText()
{
    action("newLesson")->trigger();
    QTRY_VERIFY(text()->isVisible());
    QTest::mouseClick(text()->viewport(), Qt::LeftButton);
    QTRY_VERIFY(text()->hasFocus());
    text()->selectAll();
    const std::size_t steps = session().experiment().parameters.size();
    for (const int key : {Qt::Key_C, Qt::Key_K, Qt::Key_R, Qt::Key_Space, Qt::Key_Return, Qt::Key_Space})
        QTest::keyClick(text(), static_cast<Qt::Key>(key));
    QCOMPARE(text()->toPlainText(), "ckr \n ");
    QVERIFY(waitForFrames(3));
    QVERIFY(text()->hasFocus() && !session().isInjecting() && session().experiment().parameters.size() == steps);
    once<QFileDialog>([this](QFileDialog* dialog) {
        dialog->findChild<QLineEdit*>("fileNameEdit")->setText(m_folder->path("mine"));
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    QTest::keyClick(text(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFile::exists(m_folder->path("mine.lesson.md")));
}

void TestTeaching::whatIsWrittenIsNotLostWithTheWindow()
{
    action("newLesson")->trigger();
    QTRY_VERIFY(text()->isVisible());
    QTest::keyClicks(text(), "mine");
    const auto press = [](QMessageBox::StandardButton which) {
        once<QMessageBox>([which](QMessageBox* box) { QTest::mouseClick(box->button(which), Qt::LeftButton); });
    };
    press(QMessageBox::Cancel);
    QVERIFY(!m_window->close());
    press(QMessageBox::Discard);
    QVERIFY(m_window->close());
}

QTEST_MAIN(TestTeaching)
#include "tst_teaching.moc"
