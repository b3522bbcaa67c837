// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user predicts by drawing: in a lesson, and on the plots without one.
#include "ask_card.h"
#include "ghosts.h"
#include "lesson_dock.h"
#include "sketch_bench.h"
#include "sketch_plot.h"
#include "student_folder.h"
#include "trace_stack.h"
#include "window_desk.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>

using namespace rheobase;

class TestPredictions : public QObject {
    Q_OBJECT

    std::unique_ptr<StudentFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    SketchBench* bench() const { return m_window->findChild<SketchBench*>(); }
    LessonRun& lesson() const { return m_window->findChild<LessonDock*>()->run(); }
    template<class W> W* find(const char* name) const { return m_window->findChild<W*>(QLatin1String(name)); }
    QDockWidget* view(const char* name) const { return find<QDockWidget>(name); }
    bool open(const char* lesson)
    {
        m_window->open(StudentFolder::shipped(lesson));
        return QTest::qWaitFor([this] { return find<LessonDock>("lesson") != nullptr; }, 20'000);
    }
    void draw(const std::vector<QPointF>& values) const
    {
        SketchPlot& plot = bench()->plot();
        const auto at = [&](QPointF value) { return plot.pixelAt(value).toPoint(); };
        QTest::mousePress(&plot, Qt::LeftButton, {}, at(values[0]));
        for (std::size_t i = 1; i < values.size(); ++i)
            for (int k = 1; k <= 12; ++k)
                QTest::mouseEvent(QTest::MouseMove, &plot, Qt::LeftButton, {}, at(values[i - 1] + (values[i] - values[i - 1]) * k / 12));
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(values.back()));
    }

private slots:
    void initTestCase() { beginWindowTests("tst_predictions"); }
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<StudentFolder>();
        m_window = openedWindow();
        QVERIFY(m_window);
    }
    void cleanup() { m_window.reset(); }

    void aStudentDrawsAndSees();
    void aStudentHasNoIdea();
    void aStudentDrawsByKeys();
    void escapeLeavesNoTrace();
    void aPredictionIsKeptAndCompared();
    void theRateCurveIsPredictedToo();
};

void TestPredictions::aStudentDrawsAndSees()
{
    QVERIFY(open("tau"));
    QTRY_VERIFY(bench());
    QVERIFY(!session().isRunning() && !m_window->findChild<TraceStack*>()->isVisible());
    QVERIFY(!view("circuit")->isVisible()); // it would tell
    draw({{20, -70}, {75, -60}, {120, -60}, {140, -66}});
    QTest::mouseClick(find<QPushButton>("takeSketch"), Qt::LeftButton);
    QVERIFY(lesson().walk().waitsForRun());
    QVERIFY(!find<QLabel>("features"));                   // not before the run
    draw({{20, -70}, {70, -60}, {120, -60}, {140, -66}}); // it is still the student's
    QTest::mouseClick(find<QPushButton>("takeSketch"), Qt::LeftButton);
    session().setSpeed(2000);
    QTest::mouseClick(find<QPushButton>("check"), Qt::LeftButton);
    QTRY_VERIFY(bench()->isFrozen());
    QTRY_VERIFY(bench()->isRunThrough() && !bench()->plot().run().isEmpty());
    QTRY_VERIFY(find<QLabel>("features"));
    QVERIFY2(find<QLabel>("feedback")->text().contains("more leaks out"), qPrintable(find<QLabel>("feedback")->text()));
    QVERIFY(find<QLabel>("features")->text().contains("✓") && find<QLabel>("features")->text().contains("≠"));
    const AnswerRecord& kept = lesson().walk().report().steps[0].answers[0];
    QVERIFY(kept.isFrozen && kept.answer.stroke.size() > 100);
    QCOMPARE(QString::fromStdString(kept.tag), "ramp");
    QTest::mouseClick(find<QPushButton>("leaveSketch"), Qt::LeftButton);
    QTRY_VERIFY(!bench() && m_window->findChild<TraceStack*>()->isVisible());
    QVERIFY(view("circuit")->isVisible());
    QTest::mouseClick(find<QPushButton>("next"), Qt::LeftButton);
    QVERIFY(!bench());
}

void TestPredictions::aStudentHasNoIdea()
{
    QVERIFY(open("tau"));
    QTRY_VERIFY(find<QPushButton>("noIdea"));
    QTest::mouseClick(find<QPushButton>("noIdea"), Qt::LeftButton);
    QVERIFY(lesson().walk().waitsForRun());
    session().setSpeed(2000);
    QTest::mouseClick(find<QPushButton>("check"), Qt::LeftButton);
    QTRY_VERIFY(bench()->isFrozen());
    QVERIFY(!find<QLabel>("feedback"));
    const AnswerRecord& kept = lesson().walk().report().steps[0].answers[0];
    QVERIFY(kept.isFrozen && kept.answer.stroke.empty() && !kept.isRight);
    QVERIFY(lesson().walk().state() == Walk::State::done);
}

void TestPredictions::aStudentDrawsByKeys()
{
    QVERIFY(open("tau"));
    QTRY_VERIFY(bench() && bench()->plot().hasFocus());
    pressKey(Qt::Key_2);
    QVERIFY(bench()->plot().isBending());
    pressKey(Qt::Key_Return);
    QVERIFY(lesson().walk().waitsForRun());
    const Ask& ask = m_window->findChild<AskCard*>()->ask();
    QCOMPARE(lesson().walk().replyTo(ask)->isRight, std::optional(true));
}

void TestPredictions::escapeLeavesNoTrace()
{
    session().setSpeed(100);
    session().run();
    const Experiment before = session().experiment();
    const int undo = session().undoStack().count();
    pressKey(Qt::Key_P);
    QTRY_VERIFY(bench());
    QVERIFY(!session().isRunning());
    const Sketch& sketch = bench()->sketch();
    draw({{0, *sketch.givenY}, {sketch.across.most, sketch.up.value(0.8)}});
    pressKey(Qt::Key_Escape);
    QTRY_VERIFY(!bench());
    QVERIFY(session().isRunning() && session().experiment() == before && session().undoStack().count() == undo);
    QVERIFY(m_window->findChild<Ghosts*>()->list().empty());
    QVERIFY(m_window->findChild<TraceStack*>()->isVisible());
    pressKey(Qt::Key_P); // and again
    QTRY_VERIFY(bench());
    pressKey(Qt::Key_P);
    QTRY_VERIFY(!bench());
}

void TestPredictions::aPredictionIsKeptAndCompared()
{
    session().setSpeed(2000);
    pressKey(Qt::Key_P);
    QTRY_VERIFY(bench());
    pressKey(Qt::Key_2);
    pressKey(Qt::Key_Return);
    QVERIFY(bench()->isFrozen() && session().isRunning());
    QTRY_VERIFY(bench()->isRunThrough());
    QTRY_VERIFY2(bench()->saying().contains("drawn"), qPrintable(bench()->saying()));
    const auto& ghosts = m_window->findChild<Ghosts*>()->list();
    QCOMPARE(ghosts.size(), 1u);
    QCOMPARE(ghosts[0].name, "prediction");
    pressKey(Qt::Key_Escape);
    QTRY_VERIFY(!bench());
    QCOMPARE(ghosts.size(), 1u);
}

void TestPredictions::theRateCurveIsPredictedToo()
{
    view("rate")->raise();
    auto* plot = view("rate")->widget()->findChild<Plot*>();
    QVERIFY(plot);
    QTRY_VERIFY(plot->isVisible());
    plot->setFocus();
    pressKey(Qt::Key_P);
    QTRY_VERIFY(bench());
    QCOMPARE(bench()->sketch().up.name, "rate");
    pressKey(Qt::Key_1);
    pressKey(Qt::Key_Return);
    QVERIFY(view("rate")->isHidden()); // the drawing takes the width
    QTRY_VERIFY(bench()->isRunThrough());
    QTRY_VERIFY2(bench()->saying().contains("drawn"), qPrintable(bench()->saying()));
    pressKey(Qt::Key_Escape);
    QTRY_VERIFY(!bench());
    QTRY_VERIFY(plot->isVisible());
}

QTEST_MAIN(TestPredictions)
#include "tst_predictions.moc"
