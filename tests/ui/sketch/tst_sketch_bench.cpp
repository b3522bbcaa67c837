// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user draws what it expects: with mouse, pen, finger, keys, and in numbers.
#include "catalogue.h"
#include "robot.h"
#include "session.h"
#include "sketch_bench.h"
#include "sketch_plot.h"
#include "stimulus.h"

#include <QLabel>
#include <QPointingDevice>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QToolButton>

using namespace rheobase;

namespace {

Experiment stepped()
{
    Experiment e = defaultExperiment(*findModel("passive"));
    e.stimulus = {component(*stimulusShape("step"), injected(e))};
    e.stimulus[0].values = {20, 120, 1};
    return e;
}

Sketch sketchOf(const Experiment& experiment, const std::vector<std::string>& texts)
{
    std::vector<Line> lines;
    for (const std::string& text : texts) lines.push_back({lines.size() + 1, text});
    return sketchFrom(lines, experiment, {});
}

/// A bench on a table of its own.
struct Desk {
    Session session;
    SketchBench bench;
    QSignalSpy taken{&bench, &SketchBench::taken};

    explicit Desk(const Experiment& experiment = stepped(),
                  const std::vector<std::string>& lines = {"axes: t 0 … 140 ms, V -72 … -58 mV", "given: V(20 ms) = -70 mV"})
        : session(experiment), bench(session, sketchOf(experiment, lines), {})
    {
        session.pause();
        session.setSpeed(2000);
        bench.resize(900, 620);
        bench.show();
    }
    SketchPlot& plot() { return bench.plot(); }
    template<class W> W* find(const char* name) { return bench.findChild<W*>(QLatin1String(name)); }
    bool canTake() { return find<QPushButton>("takeSketch")->isEnabled(); }
    QPoint at(double x, double y) { return plot().pixelAt({x, y}).toPoint(); }
    void draw(const std::vector<QPointF>& values)
    {
        QTest::mousePress(&plot(), Qt::LeftButton, {}, at(values[0].x(), values[0].y()));
        for (std::size_t i = 1; i < values.size(); ++i)
            for (int k = 1; k <= 10; ++k) {
                const QPointF there = values[i - 1] + (values[i] - values[i - 1]) * k / 10;
                QTest::mouseEvent(QTest::MouseMove, &plot(), Qt::LeftButton, {}, at(there.x(), there.y()));
            }
        QTest::mouseRelease(&plot(), Qt::LeftButton, {}, at(values.back().x(), values.back().y()));
    }
    double drawnAt(double x)
    {
        const Stroke stroke = plot().stroke();
        const auto it = std::ranges::find_if(stroke, [x](const auto& p) { return p.first >= x - 1e-6; });
        return it == stroke.end() ? std::numeric_limits<double>::quiet_NaN() : it->second;
    }
    Stroke answer() const { return taken.value(0).value(0).value<Stroke>(); }
};

}

class TestSketchBench : public QObject {
    Q_OBJECT

private slots:
    void isDrawnToTheEnd();
    void laterStrokesReplace();
    void penAndFingerDraw();
    void threeNumbersAreTheSame();
    void numbersThatAreNoneAreRefused();
    void candidatesAreBentByKeys();
    void handlesAreDragged();
    void theRunLiesOverWhatIsFrozen();
    void whatTheRunGivesComesFirst();
    void ratesAreDrawnOver();
    void pathsAreDrawnOver();
    void whatWasKeptIsThere();
};

void TestSketchBench::isDrawnToTheEnd()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    QVERIFY(!desk.canTake());
    QVERIFY(!desk.find<QToolButton>("lastStroke")->isEnabled());
    QCOMPARE(desk.plot().accessibleDescription(), "nothing drawn yet");
    desk.draw({{20, -70}, {84, -60}});
    QVERIFY(!desk.canTake());
    QVERIFY(desk.plot().accessibleDescription().startsWith("drawn to 84"));
    desk.draw({{84, -60}, {140, -60}});
    QVERIFY(desk.canTake());
    QCOMPARE(desk.plot().accessibleDescription(), "drawn to the end");
    QTest::mouseClick(desk.find<QPushButton>("takeSketch"), Qt::LeftButton);
    QCOMPARE(desk.taken.size(), 1);
    const Stroke stroke = desk.answer();
    QVERIFY(std::abs(stroke.front().first - 20) < 1e-6 && std::abs(stroke.front().second + 70) < 0.2);
    QVERIFY(std::abs(stroke.back().first - 140) < 1e-6 && std::abs(stroke.back().second + 60) < 0.2);
    QVERIFY(std::abs(desk.drawnAt(52) + 65) < 0.3);
}

void TestSketchBench::laterStrokesReplace()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    desk.draw({{20, -70}, {140, -70}});
    desk.draw({{60, -60}, {100, -60}});
    QVERIFY(std::abs(desk.drawnAt(80) + 60) < 0.2 && std::abs(desk.drawnAt(40) + 70) < 0.2 && std::abs(desk.drawnAt(120) + 70) < 0.2);
    QTest::mouseClick(desk.find<QToolButton>("lastStroke"), Qt::LeftButton);
    QVERIFY(std::abs(desk.drawnAt(80) + 70) < 0.2);
    QTest::mouseClick(desk.find<QToolButton>("startAgain"), Qt::LeftButton);
    QVERIFY(desk.plot().stroke().empty() && !desk.canTake());
}

void TestSketchBench::penAndFingerDraw()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    const QPointingDevice pen("pen", 1, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
                              QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
    const auto move = [&](QEvent::Type type, double x, double y) {
        const QPointF place = desk.at(x, y);
        QTabletEvent event(type, &pen, place, desk.plot().mapToGlobal(place), 0.5, 0, 0, 0, 0, 0, {}, Qt::LeftButton, Qt::LeftButton);
        QApplication::sendEvent(&desk.plot(), &event);
    };
    move(QEvent::TabletPress, 20, -70);
    move(QEvent::TabletMove, 80, -64);
    move(QEvent::TabletRelease, 80, -64);
    QVERIFY(std::abs(desk.drawnAt(50) + 67) < 0.2);
    QPointingDevice* screen = QTest::createTouchDevice();
    QTest::touchEvent(&desk.plot(), screen).press(0, desk.at(80, -64), &desk.plot());
    QTest::touchEvent(&desk.plot(), screen).move(0, desk.at(140, -60), &desk.plot());
    QTest::touchEvent(&desk.plot(), screen).release(0, desk.at(140, -60), &desk.plot());
    QVERIFY(desk.canTake());
    QVERIFY(std::abs(desk.drawnAt(110) + 62) < 0.2);
}

void TestSketchBench::threeNumbersAreTheSame()
{
    Desk desk;
    desk.bench.activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    const char* const values[] = {"-65", "-61 mV", "-60"};
    for (int i = 0; i < 3; ++i) {
        auto* field = desk.find<QLineEdit>(qPrintable(QStringLiteral("number%1").arg(i + 1)));
        QCOMPARE(field->text(), "");
        QVERIFY(!desk.canTake());
        write(field, values[i]);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QVERIFY(desk.canTake());
    QVERIFY(std::abs(desk.drawnAt(30) + 65) < 0.3 && std::abs(desk.drawnAt(60) + 61) < 0.2 && std::abs(desk.drawnAt(140) + 60) < 0.1);
    auto* second = desk.find<QLineEdit>("number2");
    write(second, "-66"); // moves what is there
    QTest::keyClick(second, Qt::Key_Return);
    QVERIFY(std::abs(desk.drawnAt(60) + 66) < 0.2);
    desk.draw({{20, -70}, {140, -70}}); // and follows what is drawn
    QCOMPARE(second->text(), "−70");
}

void TestSketchBench::numbersThatAreNoneAreRefused()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    auto* field = desk.find<QLineEdit>("number1");
    for (const char* text : {"often", "-20", "-65 nA"}) {
        write(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        bool isTold = false;
        for (const QLabel* label : desk.bench.findChildren<QLabel*>())
            isTold |= label->property("role") == "refusal" && label->isVisible() && label->text().startsWith("⚠");
        QVERIFY2(isTold, text);
        QVERIFY(desk.plot().stroke().empty());
    }
}

void TestSketchBench::candidatesAreBentByKeys()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    desk.plot().setFocus();
    QTest::keyClick(&desk.plot(), Qt::Key_2);
    QVERIFY(desk.canTake() && desk.plot().isBending());
    const double before = *desk.plot().handleValue(1);
    QTest::keyClick(&desk.plot(), Qt::Key_Right);
    for (int i = 0; i < 3; ++i) QTest::keyClick(&desk.plot(), Qt::Key_Down);
    QVERIFY(std::abs(*desk.plot().handleValue(1) - (before - 3 * 0.02 * 14)) < 0.05);
    QVERIFY(desk.plot().accessibleDescription().startsWith("Handle 2 of 3"));
    QTest::keyClick(&desk.plot(), Qt::Key_Return);
    QCOMPARE(desk.taken.size(), 1);
    QTest::keyClick(&desk.plot(), Qt::Key_Backspace);
    QTest::keyClick(&desk.plot(), Qt::Key_4);
    QVERIFY(*desk.plot().handleValue(2) < -69); // up at once, and back
}

void TestSketchBench::handlesAreDragged()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    QTest::mouseClick(desk.find<QToolButton>("candidate1"), Qt::LeftButton);
    const double x = desk.plot().sketch().across.value(desk.plot().handleX(1)), y = *desk.plot().handleValue(1);
    drag(&desk.plot(), desk.at(x, y), desk.at(x, -69));
    QVERIFY(std::abs(*desk.plot().handleValue(1) + 69) < 0.2);
    QTest::mouseClick(desk.find<QToolButton>("draw"), Qt::LeftButton);
    QVERIFY(!desk.plot().isBending());
}

void TestSketchBench::theRunLiesOverWhatIsFrozen()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    desk.draw({{20, -70}, {140, -60}});
    desk.session.run();
    QTRY_VERIFY(desk.session.trace().latestTime() > 50);
    QVERIFY(desk.plot().run().isEmpty()); // what is asked is not shown
    desk.bench.freeze();
    desk.session.restart();
    desk.session.run();
    QTRY_VERIFY(desk.bench.isRunThrough());
    QTRY_VERIFY(!desk.plot().run().isEmpty() && desk.plot().run().back().x() > 139);
    QVERIFY(!desk.find<QWidget>("withoutDrawing")->isVisible() && !desk.find<QToolButton>("draw")->isVisible());
    const Stroke before = desk.plot().stroke();
    desk.draw({{20, -60}, {140, -70}});
    QTest::keyClick(&desk.plot(), Qt::Key_1);
    QCOMPARE(desk.plot().stroke(), before);
}

void TestSketchBench::whatTheRunGivesComesFirst()
{
    Desk desk(stepped(), {"axes: t 0 … 140 ms, V -72 … -58 mV", "given: until 30 ms"});
    QVERIFY(desk.bench.sketch().givenY);
    QVERIFY(std::abs(*desk.bench.sketch().givenY - (-70 + 10 * (1 - std::exp(-10 / 8.0)))) < 0.1); // ten ms of the step
}

void TestSketchBench::ratesAreDrawnOver()
{
    Desk desk(defaultExperiment(*findModel("leaky-integrate-and-fire")), {"axes: I 0 … 8 nA, rate 0 … 300 Hz"});
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    desk.draw({{0, 0}, {4, 0}, {8, 250}});
    QVERIFY(desk.canTake());
    desk.bench.freeze();
    QTRY_VERIFY(desk.bench.isRunThrough());
    QCOMPARE(desk.plot().run().front().y(), 0.0);
    QVERIFY(std::abs(desk.plot().run().back().y() - 264) < 2);
}

void TestSketchBench::pathsAreDrawnOver()
{
    Desk desk(defaultExperiment(*findModel("fitzhugh-nagumo")), {"axes: v -2.5 … 2.5, w -1 … 2", "given: until 5 ms"});
    QVERIFY(QTest::qWaitForWindowExposed(&desk.bench));
    const double v = *desk.bench.sketch().givenX, w = *desk.bench.sketch().givenY;
    QVERIFY(!desk.canTake());
    desk.draw({{v, w}, {1.8, w}, {1.8, 1.2}, {-1.8, 1.2}});
    QVERIFY(desk.canTake());
    QVERIFY(desk.plot().stroke().size() > 20);
    desk.bench.freeze();
    desk.session.restart();
    desk.session.run();
    QTRY_VERIFY(desk.plot().run().size() > 100);
}

void TestSketchBench::whatWasKeptIsThere()
{
    Session session(stepped());
    const SketchBench bench(session, sketchOf(stepped(), {"axes: t 0 … 140 ms, V -72 … -58 mV", "given: V(20 ms) = -70 mV"}),
                            {{20, -70}, {60, -60}, {140, -60}});
    auto& plot = const_cast<SketchBench&>(bench).plot();
    QVERIFY(plot.drawing().isComplete());
    QVERIFY(std::abs(*plot.handleValue(2) + 60) < 0.1);
}

QTEST_MAIN(TestSketchBench)
#include "tst_sketch_bench.moc"
