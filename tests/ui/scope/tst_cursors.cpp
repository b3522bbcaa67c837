// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user measures with cursors and ruler.
#include "measuring_desk.h"
#include "words.h"

#include "overlay_drawing.h"
#include "readings.h"

#include <QPainter>

using namespace rheobase;

namespace {

/// A passive membrane that a step of current moves to another potential.
Experiment passiveStep()
{
    Experiment e = defaultExperiment(*findModel("passive"));
    e.stimulus = {{stimulusShape("step"), {20, 220, 0.5}}};
    return e;
}

std::size_t rowOf(const Cursors::Place& place) { return place.row; }

}

class TestCursors : public QObject {
    Q_OBJECT

private slots:
    void aKeyBringsThemAndTakesThemAway()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        QVERIFY(!desk.cursors.span());
        desk.press(Qt::Key_C);
        QVERIFY(desk.cursors.isShown());
        const TraceFigure seen = desk.view.figure();
        const auto [from, to] = *desk.cursors.span();
        QVERIFY(seen.from < from && from < to && to < seen.to);
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.cursors.isShown());
        QVERIFY(desk.cursors.lines().isEmpty());
    }

    /// What the pointer reads stands beside the letters of the cursors, wherever the pointer is.
    void thePointersWordsSpareTheLetters()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        desk.press(Qt::Key_C);
        TracePlot& plot = desk.potential();
        for (const Cursors::Name name : {Cursors::A, Cursors::B}) {
            const auto letters = desk.cursors.wordsIn(plot);
            const QRect letter = letters[name].toAlignedRect();
            QVERIFY(!letter.isEmpty());
            for (const QPoint off : {QPoint(-60, 30), QPoint(-12, 30), QPoint(20, 12), QPoint(-100, 60)}) {
                pointAt(&plot, letter.center() + off);
                QTRY_VERIFY(plot.pointedTime());
                desk.settle();
                const double hair = std::abs(plot.pixelAt({*plot.pointedTime(), 0}).x() - letter.center().x());
                if (hair <= letter.width()) continue; // its line goes through
                const QImage with = plot.grab(letter).toImage();
                pointAt(&plot, {2, plot.height() - 2});
                QTRY_VERIFY(!plot.pointedTime());
                desk.settle();
                QCOMPARE(with, plot.grab(letter).toImage());
            }
        }
    }

    void aDraggedCursorSnapsToThePeak()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        desk.press(Qt::Key_C);
        const double peakTime = desk.trace().spikes().rbegin()[1]; // the last one may not be over
        const std::size_t around = desk.trace().firstAt(peakTime);
        const std::size_t peak = desk.highest(around - 20, std::min(around + 60, desk.trace().rows()));
        const QPoint to = desk.at(peak);
        desk.drag(desk.potential(), desk.over(desk.cursors.place(Cursors::A).time), to + QPoint(4, -3));
        QCOMPARE(rowOf(desk.cursors.place(Cursors::A)), peak);
        desk.drag(desk.potential(), desk.over(desk.cursors.place(Cursors::B).time), to + QPoint(80, 0));
        desk.drag(desk.potential(), desk.over(desk.cursors.place(Cursors::B).time), to + QPoint(5, 0), Qt::AltModifier);
        QVERIFY(rowOf(desk.cursors.place(Cursors::B)) > peak);
        QCOMPARE(rowOf(desk.cursors.place(Cursors::A)), peak);
    }

    void itSnapsToTroughsAndCrossings()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        desk.press(Qt::Key_C);
        const double spike = desk.trace().spikes().back();
        const std::size_t jump = desk.trace().firstAt(spike);
        QCOMPARE(desk.trace().time(jump), desk.trace().time(jump + 1));
        desk.drag(desk.potential(), desk.over(desk.cursors.place(Cursors::A).time), desk.at(jump) + QPoint(-4, 0));
        QCOMPARE(rowOf(desk.cursors.place(Cursors::A)), jump);
        desk.press(Qt::Key_Right); // of two rows with one time, the second
        QCOMPARE(rowOf(desk.cursors.place(Cursors::A)), jump + 1);
        QCOMPARE(desk.cursors.place(Cursors::A).time, spike);
        desk.drag(desk.potential(), desk.over(desk.cursors.place(Cursors::B).time), desk.at(jump + 1) + QPoint(5, 6));
        QVERIFY(rowOf(desk.cursors.place(Cursors::B)) == jump || rowOf(desk.cursors.place(Cursors::B)) == jump + 1);
    }

    void keysMoveTheActiveOne()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        desk.press(Qt::Key_C);
        const std::size_t a = rowOf(desk.cursors.place(Cursors::A)), b = rowOf(desk.cursors.place(Cursors::B));
        desk.press(Qt::Key_Right);
        QCOMPARE(rowOf(desk.cursors.place(Cursors::A)), a + 1);
        desk.press(Qt::Key_B);
        desk.press(Qt::Key_Left);
        QCOMPARE(rowOf(desk.cursors.place(Cursors::A)), a + 1);
        QCOMPARE(rowOf(desk.cursors.place(Cursors::B)), b - 1);
        desk.press(Qt::Key_A);
        const auto [least, most] = desk.potential().verticalRange();
        const auto next = nextExtremum(desk.trace(), 2, a + 1, -1, 0.01 * (most - least));
        desk.press(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(next);
        QCOMPARE(rowOf(desk.cursors.place(Cursors::A)), *next);
        QVERIFY(desk.view.isFollowing()); // the arrows did not pan
    }

    void keysGoToOtherCurvesAtTheSameTime()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        desk.press(Qt::Key_C);
        const auto before = desk.cursors.place(Cursors::A);
        QCOMPARE(before.column, std::size_t(2));
        std::vector<std::size_t> columns;
        for (const TracePlot* plot : desk.view.shownPlots())
            columns.insert(columns.end(), plot->row().columns.begin(), plot->row().columns.end());
        for (std::size_t i = 1; i < columns.size(); ++i) {
            desk.press(Qt::Key_Down);
            QCOMPARE(desk.cursors.place(Cursors::A).time, before.time);
        }
        QVERIFY(desk.cursors.place(Cursors::A).column != 2);
        QVERIFY(desk.view.currentPlot() != &desk.potential());
        QVERIFY(desk.cursors.fit().problem.pattern.find("two curves") != std::string_view::npos);
        for (std::size_t i = 1; i < columns.size(); ++i) desk.press(Qt::Key_Up);
        QCOMPARE(desk.cursors.place(Cursors::A).column, std::size_t(2));
    }

    /// Under a trigger cursors stand still on its axis, count from its zero, and read the newest sweep that has come by both.
    void underATriggerTheyShareItsZero()
    {
        MeasuringDesk desk("hodgkin-huxley");
        Timebase& base = desk.view.timebase();
        QVERIFY(desk.runTo(300));
        desk.press(Qt::Key_C);
        base.setKind(Timebase::Kind::spike);
        QVERIFY(desk.runTo(700));
        const auto onAxis = [&](Cursors::Name name) {
            const auto t = desk.potential().axisTime(desk.cursors.place(name).time);
            return t.value_or(std::nan(""));
        };
        const double a = onAxis(Cursors::A), b = onAxis(Cursors::B), row = desk.trace().time(1) - desk.trace().time(0);
        QVERIFY(a < b);
        for (int i = 1; i < 5; ++i) {
            QVERIFY(desk.runTo(desk.newest() + 130));
            QVERIFY2(std::abs(onAxis(Cursors::A) - a) < row && std::abs(onAxis(Cursors::B) - b) < row,
                     qPrintable(QString("%1 %2, %3 %4").arg(a).arg(onAxis(Cursors::A)).arg(b).arg(onAxis(Cursors::B))));
            const double event = desk.cursors.place(Cursors::B).time - b;
            QVERIFY(desk.newest() - event < 2.5 * desk.view.windowLength());              // of the last sweeps
            QVERIFY(std::abs(desk.cursors.place(Cursors::A).time - a - event) < 2 * row); // of one sweep
            QVERIFY2(desk.cursors.lines()[0].contains("t = " + moment(onAxis(Cursors::A), 0.001)), qPrintable(desk.cursors.lines()[0]));
            QVERIFY(desk.cursors.lines()[2].contains("Δt = " + shown(onAxis(Cursors::B) - onAxis(Cursors::A), "ms", 5)));
        }
        desk.press(Qt::Key_Right); // by a sample
        QVERIFY(std::abs(onAxis(Cursors::A) - a) < 2.5 * row);
        QVERIFY(desk.runTo(desk.newest() + 130));
        QVERIFY(std::abs(onAxis(Cursors::B) - b) < row);
        base.setKind(Timebase::Kind::scroll);
        desk.settle();
        QVERIFY(desk.cursors.lines()[0].contains("t = " + moment(desk.cursors.place(Cursors::A).time, 0.001)));
    }

    void linesStillMoveByTheirKeys()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        desk.press(Qt::Key_C);
        desk.press(Qt::Key_Tab);
        desk.press(Qt::Key_Tab); // the threshold
        desk.press(Qt::Key_Up);
        QCOMPARE(desk.session.experiment().parameters[*indexOf(desk.session.model().parameters, "V_th")], -49.0);
        desk.press(Qt::Key_Escape); // leaves the line
        QVERIFY(desk.cursors.isShown());
    }

    void theReadoutTellsWhatTheTraceHas()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        desk.press(Qt::Key_C);
        const Trace& trace = desk.trace();
        const auto &a = desk.cursors.place(Cursors::A), &b = desk.cursors.place(Cursors::B);
        const QString text = desk.cursors.lines().join(u'\n');
        const double va = trace.value(2, a.row), vb = trace.value(2, b.row), dt = trace.time(b.row) - trace.time(a.row);
        for (const QString& part : {"V = " + shown(va, "mV", 5), "V = " + shown(vb, "mV", 5), "Δt = " + shown(dt, "ms", 5),
                                    "1/Δt = " + shown(1000 / dt, "Hz"), "ΔV = " + shown(vb - va, "mV")})
            QVERIFY2(text.contains(part), qPrintable(part + " in " + text));
        QVERIFY2(desk.potential().accessibleDescription().contains("1/Δt = " + shown(1000 / dt, "Hz")),
                 qPrintable(desk.potential().accessibleDescription()));
    }

    void theTimeConstantOfAMembraneIsRC()
    {
        MeasuringDesk desk(passiveStep());
        QVERIFY(desk.runTo(150));
        desk.press(Qt::Key_C);
        desk.cursors.put(Cursors::A, 22, 2);
        desk.cursors.put(Cursors::B, 70, 2);
        const auto value = [&](const char* name) {
            return desk.session.experiment().parameters[*indexOf(desk.session.model().parameters, name)];
        };
        const double tau = value("R") * value("C");
        QVERIFY2(desk.cursors.fit().problem.empty(), std::string(desk.cursors.fit().problem).c_str());
        QVERIFY2(std::abs(desk.cursors.fit().tau - tau) < 0.001 * tau, qPrintable(QString::number(desk.cursors.fit().tau)));
        QVERIFY(desk.cursors.lines().join(u'\n').contains("τ = " + shown(desk.cursors.fit().tau, "ms")));
        desk.cursors.put(Cursors::A, 5, 2); // nothing happens before the step
        desk.cursors.put(Cursors::B, 15, 2);
        QVERIFY(desk.cursors.lines().join(u' ').contains("no meaningful fit"));
    }

    void aSpikeHasNoTimeConstant()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(300));
        desk.press(Qt::Key_C);
        const double spike = desk.trace().spikes().back();
        desk.cursors.put(Cursors::A, spike - 8, 2);
        desk.cursors.put(Cursors::B, spike + 8, 2);
        const QString said = desk.cursors.lines().join(u' ');
        QVERIFY2(said.contains("no meaningful fit") && said.contains("spike lies between"), qPrintable(said));
        desk.cursors.put(Cursors::B, spike - 1, 2);
        QVERIFY(!desk.cursors.lines().join(u' ').contains("spike lies between"));
    }

    void theReadoutCoversNoCurve_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<double>("length");
        for (const char* model : {"leaky-integrate-and-fire", "hodgkin-huxley"})
            for (const double length : {30.0, 100.0, 400.0}) QTest::addRow("%s, %g ms", model, length) << QString(model) << length;
    }
    void theReadoutCoversNoCurve()
    {
        QFETCH(QString, model);
        QFETCH(double, length);
        MeasuringDesk desk(qPrintable(model));
        QVERIFY(desk.runTo(500));
        desk.view.setWindowLength(length);
        desk.settle();
        desk.press(Qt::Key_C);
        for (const int key : {0, int(Qt::Key_Down), int(Qt::Key_Down)}) {
            if (key) desk.press(key);
            QRectF readout;
            for (TracePlot* plot : desk.view.shownPlots())
                if (const QRectF place = desk.cursors.readoutIn(*plot); !place.isNull()) {
                    readout = place;
                    QVERIFY(plot->axes().contains(place));
                    for (const std::size_t column : plot->row().columns) verifyClear(desk.trace(), *plot, column, place);
                }
            QVERIFY(readout.isNull() == desk.cursors.strip()->isVisible()); // in the plot, or above all of them
        }
    }

    void theRulerMeasures()
    {
        MeasuringDesk desk("leaky-integrate-and-fire");
        QVERIFY(desk.runTo(400));
        TracePlot& plot = desk.potential();
        const QPoint from(qRound(plot.axes().left()) + 100, qRound(plot.axes().center().y())), to = from + QPoint(500, 10);
        const auto ground = [&plot](int x) { return plot.grab().toImage().pixelColor(x, qRound(plot.axes().bottom()) - 4); };
        const QColor outside = ground(from.x() - 7), within = ground(from.x() + 7);
        desk.drag(plot, from, to, Qt::ShiftModifier);
        QCOMPARE(ground(from.x() - 7), outside);
        QVERIFY(ground(from.x() + 7) != within);
        QVERIFY(desk.ruler.isShown() && desk.view.isFollowing());
        const Measurement& s = desk.ruler.measurement();
        QVERIFY(std::abs(s.from - plot.valueAt(from).x()) < 1e-9 && std::abs(s.to - plot.valueAt(to).x()) < 1e-9);
        const auto spikes = desk.trace().spikes();
        const auto inside = std::ranges::count_if(spikes, [&](double t) { return t >= s.from && t <= s.to; });
        QVERIFY(inside > 1);
        QCOMPARE(s.spikes, std::size_t(inside));
        const QString said = desk.ruler.lines().join(u'\n');
        for (const QString& part :
             {shown(s.to - s.from, "ms", 5), QString("Spikes %1").arg(inside), shown(1000.0 * double(inside) / (s.to - s.from), "Hz"),
              "1/ISI " + shown(*s.intervalRate, "Hz"), shown(*s.mean, "mV")})
            QVERIFY2(said.contains(part), qPrintable(part + " in " + said));
        const auto V = desk.trace().values(2, desk.trace().firstAt(s.from), desk.trace().firstAt(s.to));
        QCOMPARE(double(s.extent.most), *std::ranges::max_element(V));
        QVERIFY(plot.accessibleDescription().contains("Ruler"));
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.ruler.isShown() && desk.ruler.lines().isEmpty());
    }

    void theRulerHasAModeAndAKey()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        desk.press(Qt::Key_M);
        const QPoint from = desk.potential().axes().center().toPoint();
        desk.drag(desk.potential(), from, from + QPoint(90, 0));
        QVERIFY(desk.ruler.isShown());
        QVERIFY(desk.view.isFollowing());
        desk.press(Qt::Key_Escape);
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.ruler.action()->isChecked());
        desk.press(Qt::Key_C);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.ruler.isShown());
        QCOMPARE(Range(desk.ruler.measurement().from, desk.ruler.measurement().to), *desk.cursors.span());
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.ruler.isShown() && desk.cursors.isShown());
    }

    void otherModelsBeginWithoutThem()
    {
        MeasuringDesk desk("hodgkin-huxley");
        QVERIFY(desk.runTo(200));
        desk.press(Qt::Key_C);
        desk.session.load(defaultExperiment(*findModel("leaky-integrate-and-fire")), "leaky");
        QVERIFY(!desk.cursors.isShown());
        desk.settle();
    }

private:
    /// Row by row, other than the readout found its place.
    static void verifyClear(const Trace& trace, const TracePlot& plot, std::size_t column, const QRectF& place)
    {
        for (std::size_t row = trace.oldest(); row < trace.rows(); ++row) {
            const QPointF p = plot.pixelAt({trace.time(row), trace.value(column, row)});
            QVERIFY2(!place.contains(p), qPrintable(QString("%1 at %2 ms").arg(column).arg(trace.time(row))));
        }
        if (!plot.traces().isPotential() || !trace.model().jumps) return;
        for (const double t : trace.spikes()) {
            const std::size_t row = trace.firstAt(t);
            const QPointF foot = plot.pixelAt({t, trace.value(column, row)}),
                          tip = plot.pixelAt({t, trace.value(column, row) + spikeHeight});
            QVERIFY(!place.intersects(QRectF(tip, foot).adjusted(-0.5, 0, 0.5, 0)));
        }
    }
};

QTEST_MAIN(TestCursors)
#include "tst_cursors.moc"
