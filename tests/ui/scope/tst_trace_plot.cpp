// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user in front of the plots.
#include "pointer.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "view_desk.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace rheobase;

namespace {

/// The plots of a session in a window.
struct Desk : ViewDesk<TraceStack> {
    using ViewDesk::ViewDesk;
    TracePlot& potential() { return *view.plot("potential"); }
    QPoint at(double time, double value) { return potential().pixelAt({time, value}).toPoint(); }
    QPoint onLine(double value) { return at(view.figure().from + 0.6 * view.windowLength(), value); }
    QPushButton* button() { return potential().findChild<QPushButton*>("returnToLive"); }
    void drag(QPoint from, QPoint to) { ViewDesk::drag(potential(), from, to); }
    void wheel(QPoint position, int notches, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(position, potential().mapToGlobal(position), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&potential(), &event);
        settle();
    }
};

/// Counts what is painted.
class Painted : public QObject {
public:
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

}

class TestTracePlot : public QObject {
    Q_OBJECT

private slots:
    void draggingTheThresholdLineEditsIt()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        const QPoint from = desk.onLine(-50), to = desk.onLine(-42);
        pointAt(&desk.potential(), from);
        QCOMPARE(desk.potential().cursor().shape(), Qt::SizeVerCursor);
        desk.drag(from, to);
        QVERIFY2(std::abs(desk.parameter("V_th") + 42) < 0.6, qPrintable(QString::number(desk.parameter("V_th"))));
        QCOMPARE(desk.session.undoStack().count(), 1);
        QVERIFY(desk.session.undoStack().undoText().contains("th"));
        desk.session.undoStack().undo();
        QCOMPARE(desk.parameter("V_th"), -50.0);
    }

    void aDraggedLineStopsWhereTheModelEnds()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        desk.drag(desk.onLine(-50), desk.onLine(-78));
        QVERIFY(desk.parameter("V_th") > desk.parameter("V_reset"));
        QVERIFY(desk.parameter("V_th") < desk.parameter("V_reset") + 1);
        QVERIFY(problem(desk.session.experiment()).empty());
        QCOMPARE(desk.session.undoStack().count(), 1);
    }

    void aClickOnALineChangesNothing()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        QTest::mouseClick(&desk.potential(), Qt::LeftButton, {}, desk.onLine(-50));
        QCOMPARE(desk.session.undoStack().count(), 0);
    }

    void linesMoveByKeyboard()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        desk.view.activateWindow();
        desk.potential().setFocus();
        QTRY_VERIFY(desk.potential().hasFocus());
        const QString name = desk.potential().accessibleName();
        QTest::keyClick(&desk.potential(), Qt::Key_Tab); // rest
        QTest::keyClick(&desk.potential(), Qt::Key_Tab); // threshold
        QVERIFY(desk.potential().accessibleName().contains("threshold"));
        QTest::keyClick(&desk.potential(), Qt::Key_Up);
        QCOMPARE(desk.parameter("V_th"), -49.0);
        QTest::keyClick(&desk.potential(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(desk.parameter("V_th"), -49.1);
        QTest::keyClick(&desk.potential(), Qt::Key_Escape);
        QCOMPARE(desk.potential().accessibleName(), name);
        QCOMPARE(desk.parameter("E_L"), -70.0);
    }

    void theWheelZoomsAboutThePointer()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(1000));
        const QPoint pointer = desk.at(desk.view.figure().from + 60, -20);
        const double time = desk.potential().valueAt(pointer).x();
        desk.wheel(pointer, 3);
        QVERIFY(std::abs(desk.view.windowLength() - 200 * std::pow(0.8, 3)) < 1e-9);
        QVERIFY(std::abs(desk.potential().valueAt(pointer).x() - time) < 1e-6);
        QVERIFY(!desk.view.isFollowing());
        desk.wheel(pointer, -30); // far out: all of it, and no further
        QVERIFY(desk.view.isFollowing());
        QCOMPARE(desk.view.figure().from, 0.0);
    }

    void shiftAndWheelZoomsValues()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        QSignalSpy spy(&desk.view, &TraceStack::potentialRangeChanged);
        const QPoint pointer = desk.at(desk.view.figure().from + 60, -60);
        const double value = desk.potential().valueAt(pointer).y();
        desk.wheel(pointer, 2, Qt::ShiftModifier);
        QVERIFY(desk.view.potentialRange());
        QVERIFY(std::abs(desk.potential().valueAt(pointer).y() - value) < 1e-6);
        QVERIFY(!spy.isEmpty());
        QTest::mouseDClick(&desk.potential(), Qt::LeftButton, {}, desk.onLine(-57));
        QVERIFY(!desk.view.potentialRange());
    }

    void panningBackStopsFollowing()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(1000));
        QVERIFY(!desk.button()->isVisible());
        desk.drag(desk.at(desk.view.figure().from + 50, 0), desk.at(desk.view.figure().from + 150, 0));
        QVERIFY(!desk.view.isFollowing());
        QVERIFY(desk.button()->isVisible());
        const double from = desk.view.figure().from;
        QVERIFY(std::abs(desk.newest() - 300 - from) < 1);
        QVERIFY(desk.runTo(desk.newest() + 200)); // the run goes on, the view stays
        QCOMPARE(desk.view.figure().from, from);
        QTest::mouseClick(desk.button(), Qt::LeftButton);
        desk.settle();
        QVERIFY(desk.view.isFollowing() && !desk.button()->isVisible());
        QCOMPARE(desk.view.figure().to, desk.newest());
    }

    void keysPan()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(1000));
        QTest::keyClick(&desk.potential(), Qt::Key_Home);
        desk.settle();
        QCOMPARE(desk.view.figure().from, 0.0);
        QTest::keyClick(&desk.potential(), Qt::Key_Right);
        desk.settle();
        QCOMPARE(desk.view.figure().from, 20.0);
        QTest::keyClick(&desk.potential(), Qt::Key_End);
        desk.settle();
        QVERIFY(desk.view.isFollowing());
    }

    void tracesGrowFromTheLeft()
    {
        Desk desk("leaky-integrate-and-fire");
        desk.session.setSpeed(100);
        QVERIFY(desk.runTo(20));
        QCOMPARE(desk.view.figure().from, 0.0);
        QCOMPARE(desk.view.figure().to, 200.0);
        QVERIFY(desk.runTo(250));
        QCOMPARE(desk.view.figure().to, desk.newest());
        desk.session.restart();
        desk.session.run();
        QTRY_VERIFY(desk.view.figure().from == 0.0);
        QVERIFY(desk.view.isFollowing());
    }

    void windowsHaveRoundLengths()
    {
        Desk desk("leaky-integrate-and-fire");
        QCOMPARE(desk.view.windowLength(), 200.0);
        desk.view.stepWindow(1);
        QCOMPARE(desk.view.windowLength(), 500.0);
        for (int i = 0; i < 3; ++i) desk.view.stepWindow(-1);
        QCOMPARE(desk.view.windowLength(), 50.0);
        desk.view.setWindowLength(173);
        desk.view.stepWindow(1);
        QCOMPARE(desk.view.windowLength(), 200.0);
        QCOMPARE(Desk("hodgkin-huxley").view.windowLength(), 100.0);
    }

    void rowsAreShownAndHidden()
    {
        Desk desk("hodgkin-huxley");
        QSignalSpy spy(&desk.view, &TraceStack::rowsChanged);
        QVERIFY(desk.view.plot("gates")->isVisible());
        QVERIFY(!desk.view.plot("currents")->isVisible());
        desk.view.setRowShown("gates", false);
        desk.view.setRowShown("currents", true);
        QVERIFY(!desk.view.plot("gates")->isVisible());
        QVERIFY(desk.view.plot("currents")->isVisible());
        QCOMPARE(spy.count(), 2);
        QCOMPARE(desk.view.figure().rows, (std::vector<QString>{"potential", "current", "currents"}));
        desk.session.load(defaultExperiment(*findModel("leaky-integrate-and-fire")), "leaky");
        QVERIFY(desk.view.isRowShown("currents")); // remembered for another model
        QVERIFY(desk.view.plot("currents")->isVisible());
    }

    void plotsShareTheTimeAxis()
    {
        Desk desk("hodgkin-huxley");
        for (const PlotRow& row : desk.view.rows()) desk.view.setRowShown(row.id, true);
        QVERIFY(desk.runTo(150));
        for (const PlotRow& row : desk.view.rows()) {
            QCOMPARE(desk.view.plot(row.id)->axes().left(), desk.potential().axes().left());
            QCOMPARE(desk.view.plot(row.id)->axes().right(), desk.potential().axes().right());
        }
    }

    void aFixedRangeStays()
    {
        Desk desk("hodgkin-huxley");
        desk.view.setPotentialRange(std::pair(-120.0, 30.0));
        QVERIFY(desk.runTo(200));
        QCOMPARE(desk.potential().verticalRange(), Range(-120, 30));
        desk.view.setPotentialRange(std::nullopt);
        desk.settle();
        const Range fitted = desk.potential().verticalRange();
        QVERIFY(fitted.first > -110 && fitted.second >= 50);
    }

    void spikesFitIntoThePlot()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        QCOMPARE(desk.potential().verticalRange(), Range(-80, 40));
    }

    void pointingAtATraceNamesIt()
    {
        Desk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(150));
        QSignalSpy spy(&desk.view, &TraceStack::traceHovered);
        const Trace& trace = desk.session.trace();
        const std::size_t from = trace.firstAt(trace.latestTime() - 40);
        const auto V = trace.values(2, from, trace.rows());
        const auto highest = std::ranges::max_element(V); // far from every line
        pointAt(&desk.potential(), desk.at(trace.time(from + static_cast<std::size_t>(highest - V.begin())), *highest));
        QTRY_VERIFY(!spy.isEmpty());
        QCOMPARE(spy.last().front().toInt(), 2);
        desk.view.setHighlighted(3);
        desk.view.setHighlighted(-1);
    }

    void nothingIsDrawnWhenNothingChanges()
    {
        Desk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        QVERIFY(waitForFrames(20)); // whatever was queued
        Painted painted;
        desk.potential().installEventFilter(&painted);
        for (QObject* child : desk.potential().children()) child->installEventFilter(&painted);
        QVERIFY(waitForFrames(20));
        QCOMPARE(painted.count, 0);
        desk.view.stepWindow(1);
        QTRY_VERIFY(painted.count > 0);
    }
};

QTEST_MAIN(TestTracePlot)
#include "tst_trace_plot.moc"
