// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user marks times, and finds parameter changes on the time axis.
#include "measuring_desk.h"
#include "words.h"

#include "csv.h"

#include <QToolTip>

using namespace rheobase;

namespace {

std::vector<Markers::Tick> ticksBelow(const MeasuringDesk& desk) { return desk.markers.ticks(*desk.view.shownPlots().back()); }

}

class TestMarkers : public QObject {
    Q_OBJECT

private slots:
    void aNumberMarksTheNewestSample()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        QVERIFY(!desk.potential().pointedTime());
        desk.press(Qt::Key_1);
        QCOMPARE(*desk.markers.time(1), desk.trace().latestTime());
        const double before = *desk.markers.time(1);
        QVERIFY(desk.runTo(before + 50));
        QCOMPARE(*desk.markers.time(1), before);
        desk.press(Qt::Key_2);
        desk.press(Qt::Key_1); // moves it
        QCOMPARE(*desk.markers.time(1), desk.trace().latestTime());
        QVERIFY(desk.potential().accessibleDescription().contains("marker 2 at"));
    }

    void itMarksWhereThePointerOrTheCursorIs()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        const QPoint place = desk.potential().axes().center().toPoint();
        pointAt(&desk.potential(), place);
        desk.press(Qt::Key_3);
        QVERIFY(std::abs(*desk.markers.time(3) - desk.potential().valueAt(place).x()) < 1e-9);
        desk.press(Qt::Key_C);
        desk.press(Qt::Key_4);
        QCOMPARE(*desk.markers.time(4), desk.cursors.place(Cursors::A).time);
    }

    void markersAreTakenAwayAndDragged()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        TracePlot& lowest = *desk.view.shownPlots().back();
        const QPoint place = desk.potential().axes().center().toPoint() + QPoint(100, 20);
        pointAt(&desk.potential(), place);
        QTRY_VERIFY(desk.potential().pointedTime());
        desk.press(Qt::Key_5);
        QCOMPARE(ticksBelow(desk).size(), std::size_t(1));
        QVERIFY(!ticksBelow(desk).front().place.isEmpty());
        const QPoint grip(place.x(), qRound(lowest.axes().bottom()) + 4);
        desk.drag(lowest, grip, grip + QPoint(-250, 0));
        const double there = lowest.valueAt(grip + QPoint(-250, 0)).x();
        QVERIFY2(std::abs(*desk.markers.time(5) - there) < 1e-9, qPrintable(QString("%1, %2").arg(*desk.markers.time(5)).arg(there)));
        QVERIFY(!ticksBelow(desk).front().place.isEmpty());
        QTest::mouseClick(&lowest, Qt::RightButton, {}, grip + QPoint(-250, 0));
        desk.settle();
        QVERIFY(!desk.markers.time(5));
        desk.press(Qt::Key_6);
        desk.press(Qt::Key_Delete);
        QVERIFY(!desk.markers.time(6));
    }

    void changesAreTicks()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        desk.view.setWindowLength(5000); // whatever the machine runs on beyond what is asked
        QVERIFY(desk.runTo(300));
        const std::size_t R = *indexOf(desk.session.model().parameters, "R");
        const double was = desk.session.experiment().parameters[R];
        QVERIFY(desk.session.setParameter(R, 14).empty());
        QTRY_COMPARE(desk.session.changes().size(), std::size_t(1));
        QVERIFY(desk.runTo(desk.trace().latestTime() + 40));
        const auto ticks = ticksBelow(desk);
        QCOMPARE(ticks.size(), std::size_t(1));
        QCOMPARE(ticks[0].label, QString("R %1 → %2").arg(shown(was), shown(14, "MΩ")));
        QVERIFY(ticks[0].text.startsWith("Change R to " + shown(14, "MΩ") + " at"));
        QVERIFY(!ticks[0].place.isEmpty());
        const QByteArray remarks = csvRemarks(desk.session.experiment(), desk.session.changes());
        QVERIFY(remarks.contains(("Change R to " + shown(14, "MΩ") + "\n").toUtf8()) && !remarks.contains("→"));

        TracePlot& lowest = *desk.view.shownPlots().back();
        pointAt(&lowest, ticks[0].place.center().toPoint());
        QTRY_COMPARE(QToolTip::text(), ticks[0].text);

        desk.session.undoStack().undo();
        QTRY_COMPARE(desk.session.changes().size(), std::size_t(2));
        QCOMPARE(desk.session.changes()[1].label, "R 14 → " + shown(was, "MΩ"));
        desk.session.undoStack().redo();
        QTRY_COMPARE(desk.session.changes().size(), std::size_t(3));
        QCOMPARE(desk.session.changes()[2].label, ticks[0].label);
    }

    void aGestureIsOneTickFromItsStart()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        desk.view.setWindowLength(5000); // whatever the machine runs on beyond what is asked
        QVERIFY(desk.runTo(300));
        const std::size_t R = *indexOf(desk.session.model().parameters, "R");
        const QString was = shown(desk.session.experiment().parameters[R]);
        const Gesture gesture = desk.session.beginGesture();
        for (const double value : {11.0, 12.0, 13.0}) desk.session.setParameter(R, value, gesture);
        QTRY_COMPARE(desk.session.changes().size(), std::size_t(3));
        QVERIFY(desk.runTo(desk.trace().latestTime() + 40));
        QCOMPARE(ticksBelow(desk).size(), std::size_t(1));
        QCOMPARE(ticksBelow(desk).front().label, QString("R %1 → %2").arg(was, shown(13, "MΩ")));
        desk.session.setParameter(R, 15, desk.session.beginGesture());
        QTRY_COMPARE(desk.session.changes().size(), std::size_t(4));
        QCOMPARE(desk.session.changes().back().label, "R 13 → " + shown(15, "MΩ"));
    }

    void labelsDoNotOverlap()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(150));
        desk.session.setSpeed(100);
        const std::size_t g = *indexOf(desk.session.model().parameters, "g_Na");
        for (int i = 1; i <= 8; ++i) {
            desk.session.setParameter(g, 120 + i);
            QVERIFY(desk.runTo(desk.trace().latestTime() + 3));
        }
        desk.press(Qt::Key_7);
        QTRY_COMPARE(ticksBelow(desk).size(), std::size_t(9));
        const auto ticks = ticksBelow(desk);
        QVERIFY(!ticks.front().place.isEmpty()); // the marker comes first
        std::size_t labelled = 0;
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            labelled += !ticks[i].place.isEmpty();
            for (std::size_t j = 0; j < i; ++j) QVERIFY(!ticks[i].place.intersects(ticks[j].place));
        }
        QVERIFY(labelled > 1 && labelled < ticks.size());
    }

    void aRestartForgetsThem()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        desk.press(Qt::Key_8);
        QVERIFY(desk.markers.time(8));
        desk.session.restart();
        QTRY_VERIFY(!desk.markers.time(8));
    }
};

QTEST_MAIN(TestMarkers)
#include "tst_markers.moc"
