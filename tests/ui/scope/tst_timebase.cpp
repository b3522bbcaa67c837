// SPDX-License-Identifier: GPL-3.0-or-later
// The time base of the plots: scroll, sweep, trigger; a robot user works the row above the plots.
#include "catalogue.h"
#include "pointer.h"
#include "scope_bar.h"
#include "session.h"
#include "stimulus.h"
#include "trace_plot.h"
#include "trace_stack.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace rheobase;

namespace {

Experiment withStimulus(const char* model, const char* shape, std::vector<double> values)
{
    Experiment e = defaultExperiment(*findModel(model));
    e.stimulus = {{stimulusShape(shape), std::move(values)}};
    return e;
}

/// The plots of a session below their row of tools.
struct Scope {
    Session session;
    QWidget window;
    TraceStack* stack;
    ScopeBar* bar;

    explicit Scope(const Experiment& experiment) : session(experiment), stack(new TraceStack(session)), bar(new ScopeBar(*stack))
    {
        session.setSpeed(2000);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(bar);
        column->addWidget(stack, 1);
        window.resize(900, 700);
        window.show();
    }
    ~Scope() { delete stack; }
    Timebase& base() { return stack->timebase(); }
    TracePlot& potential() { return *stack->plot("potential"); }
    bool runTo(double time)
    {
        session.run();
        if (!QTest::qWaitFor([&] { return session.trace().latestTime() >= time; }, 20'000)) return false;
        session.pause();
        return QTest::qWaitFor([&] { return !session.status().running && session.trace().latestTime() >= session.status().time - 1; });
    }
    void settle()
    {
        stack->refreshNow();
        QCoreApplication::processEvents();
        stack->refreshNow();
    }
    void choose(const char* box, int index)
    {
        auto* chooser = bar->findChild<QComboBox*>(box);
        chooser->setFocus();
        QTest::keyClick(chooser, Qt::Key_Home);
        for (int i = 0; i < index; ++i) QTest::keyClick(chooser, Qt::Key_Down);
        settle();
    }
    void click(const char* button) { QTest::mouseClick(bar->findChild<QToolButton*>(button), Qt::LeftButton), settle(); }
};

}

class TestTimebase : public QObject {
    Q_OBJECT
private slots:
    void eachSpikeBeginsASweep();
    void levels_data();
    void levels();
    void onsetsOfTheStimulus();
    void automaticSweepsWithoutEvents();
    void normalWaits();
    void singleStopsUntilArmed();
    void theMeanOfAPeriodicRunIsTheRun();
    void sweepsAreOverwrittenInPlace();
    void scrollingBackLeavesTheTrigger();
    void aRestartForgets();
    void readoutsReadTheRun();
    void theWindowHasARow();
};

void TestTimebase::eachSpikeBeginsASweep()
{
    Scope scope(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    scope.choose("timebase", 2);
    QCOMPARE(scope.base().kind(), Timebase::Kind::spike);
    QVERIFY(scope.runTo(3000));
    scope.settle();
    const auto& sweeps = scope.base().sweeps();
    QCOMPARE(static_cast<int>(sweeps.size()), scope.base().persistence());
    const auto spikes = scope.session.trace().spikes();
    for (std::size_t i = 0; i < sweeps.size(); ++i) {
        QVERIFY(std::ranges::binary_search(spikes, sweeps[i]));
        if (i > 0) QVERIFY(sweeps[i] - sweeps[i - 1] >= 0.8 * scope.stack->windowLength());
    }
    const TraceFigure shown = scope.stack->figure();
    QCOMPARE(shown.strands.size(), sweeps.size());
    QCOMPARE(shown.from, -0.2 * scope.stack->windowLength());
    QCOMPARE(shown.strands.back().shift, -sweeps.back());
    QCOMPARE(scope.potential().verticalRange(), Range(-80, 40));                                                             // as of one
    for (std::size_t i = 1; i < shown.strands.size(); ++i) QVERIFY(shown.strands[i].opacity > shown.strands[i - 1].opacity); // they fade
    auto* count = scope.bar->findChild<QSpinBox*>("persistence");
    count->setFocus();
    QTest::keyClick(count, Qt::Key_Down);
    QCOMPARE(scope.base().persistence(), 7);
    QVERIFY(scope.runTo(scope.session.trace().latestTime() + 600));
    QCOMPARE(scope.base().sweeps().size(), std::size_t{7});
}

void TestTimebase::levels_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("rising") << 3;
    QTest::newRow("falling") << 4;
}

/// The level is a line that can be dragged.
void TestTimebase::levels()
{
    QFETCH(int, kind);
    Experiment experiment = defaultExperiment(*findModel("hodgkin-huxley"));
    experiment.stimulus[0].values[0] = 15;
    Scope scope(experiment);
    scope.choose("timebase", kind);
    QVERIFY(scope.runTo(1500));
    scope.settle();
    const auto onLine = [&](double V) { return scope.potential().pixelAt({10, V}).toPoint(); };
    const QPoint from = onLine(scope.base().level()), to = onLine(-20);
    pointAt(&scope.potential(), from + QPoint(9, 60));
    pointAt(&scope.potential(), from);
    QCOMPARE(scope.potential().cursor().shape(), Qt::SizeVerCursor);
    QTest::mousePress(&scope.potential(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i) QTest::mouseMove(&scope.potential(), from + (to - from) * i / 5);
    QTest::mouseRelease(&scope.potential(), Qt::LeftButton, {}, to);
    QVERIFY2(std::abs(scope.base().level() + 20) < 1, qPrintable(QString::number(scope.base().level())));
    QVERIFY(scope.runTo(scope.session.trace().latestTime() + 500));
    const Trace& trace = scope.session.trace();
    QVERIFY(scope.base().sweeps().size() > 2);
    for (const double at : scope.base().sweeps()) {
        const std::size_t after = trace.firstAt(at);
        const double before = trace.value(2, after - 1), then = trace.value(2, after), level = scope.base().level();
        QVERIFY(kind == 3 ? before <= level && then >= level : before >= level && then <= level);
    }
}

void TestTimebase::onsetsOfTheStimulus()
{
    Scope scope(withStimulus("leaky-integrate-and-fire", "pulse-train", {50, 10, 400, 20, 3}));
    scope.choose("timebase", 5);
    scope.choose("rearm", 1);
    QVERIFY(scope.runTo(1500));
    QCOMPARE(scope.base().sweeps(), (std::deque<double>{50, 450, 850, 1250}));
}

void TestTimebase::automaticSweepsWithoutEvents()
{
    Scope scope(withStimulus("leaky-integrate-and-fire", "constant", {1}));
    scope.choose("timebase", 2);
    QVERIFY(scope.runTo(1500));
    QVERIFY(scope.session.trace().spikes().empty());
    QVERIFY(scope.base().sweeps().size() >= 3);
}

void TestTimebase::normalWaits()
{
    Scope scope(withStimulus("leaky-integrate-and-fire", "step", {2000, 2011, 3}));
    scope.choose("timebase", 2);
    scope.choose("rearm", 1);
    QVERIFY(scope.runTo(1500));
    QVERIFY(scope.base().sweeps().empty());
    QCOMPARE(scope.base().state(), Timebase::State::armed);
    QVERIFY(scope.runTo(2015));
    QCOMPARE(scope.base().state(), Timebase::State::triggered);
    QVERIFY(scope.runTo(2500));
    QCOMPARE(scope.base().sweeps().size(), std::size_t{1});
    QCOMPARE(scope.base().state(), Timebase::State::waiting);
}

void TestTimebase::singleStopsUntilArmed()
{
    Scope scope(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    scope.choose("timebase", 2);
    scope.choose("rearm", 2);
    QVERIFY(scope.runTo(1000));
    QCOMPARE(scope.base().sweeps().size(), std::size_t{1});
    QCOMPARE(scope.base().state(), Timebase::State::stopped);
    const double first = scope.base().sweeps().front(), now = scope.session.trace().latestTime();
    scope.click("arm");
    QVERIFY(scope.base().sweeps().empty());
    QVERIFY(scope.runTo(now + 500));
    QCOMPARE(scope.base().sweeps().size(), std::size_t{1});
    QVERIFY(scope.base().sweeps().front() >= now && first < now);
}

void TestTimebase::theMeanOfAPeriodicRunIsTheRun()
{
    Experiment experiment = defaultExperiment(*findModel("hodgkin-huxley"));
    experiment.stimulus[0].values[0] = 15;
    Scope scope(experiment);
    scope.choose("timebase", 2);
    QVERIFY(scope.runTo(1500));
    scope.click("mean");
    const TraceFigure shown = scope.stack->figure();
    const auto mean = std::ranges::find_if(shown.strands, [&](const Strand& s) { return s.trace.get() != &scope.session.trace(); });
    QVERIFY(mean != shown.strands.end() && (mean->name.contains("7") || mean->name.contains("8")));
    const Trace& trace = scope.session.trace();
    const double event = scope.base().sweeps()[3];
    int compared = 0;
    for (std::size_t row = 0; row < mean->trace->rows(); ++row) {
        const double V = mean->trace->value(2, row), same = trace.value(2, trace.firstAt(event + mean->trace->time(row)));
        compared += std::abs(V - same) < 8; // rows of a spike's flank lie 0.05 ms apart
    }
    QVERIFY(compared > 950);
    scope.click("mean");
    for (const Strand& strand : scope.stack->figure().strands) QVERIFY(strand.trace.get() == &trace);
}

void TestTimebase::sweepsAreOverwrittenInPlace()
{
    Scope scope(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    scope.choose("timebase", 1);
    QVERIFY(scope.runTo(1130));
    scope.settle();
    const TraceFigure shown = scope.stack->figure();
    const double length = scope.stack->windowLength(), now = scope.session.trace().latestTime(), start = std::floor(now / length) * length;
    QCOMPARE(shown.from, 0.0);
    QCOMPARE(shown.to, length);
    QCOMPARE(shown.strands.size(), std::size_t{2});
    const Strand &last = shown.strands[0], &present = shown.strands[1];
    QCOMPARE(present.span.first + present.shift, 0.0);
    QCOMPARE(present.span.second + present.shift, now - start);
    QCOMPARE(last.span.second + last.shift, length);
    const double gap = last.span.first + last.shift - (present.span.second + present.shift);
    QVERIFY(gap > 0.01 * length && gap < 0.1 * length);
}

void TestTimebase::scrollingBackLeavesTheTrigger()
{
    Scope scope(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    scope.choose("timebase", 2);
    QVERIFY(scope.runTo(1500));
    scope.settle();
    QVERIFY(scope.potential().isLive());
    scope.potential().setFocus();
    QTest::keyClick(&scope.potential(), Qt::Key_Home);
    scope.settle();
    QVERIFY(!scope.potential().isLive());
    QCOMPARE(scope.stack->figure().from, 0.0);
    QTest::mouseClick(scope.potential().findChild<QPushButton*>("returnToLive"), Qt::LeftButton);
    scope.settle();
    QVERIFY(scope.potential().isLive());
}

void TestTimebase::aRestartForgets()
{
    Scope scope(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    scope.choose("timebase", 2);
    QVERIFY(scope.runTo(1500));
    QVERIFY(!scope.base().sweeps().empty());
    const auto runs = scope.session.trace().runs();
    scope.session.restart();
    QTRY_VERIFY(scope.session.trace().runs() > runs);
    QVERIFY(scope.base().sweeps().empty());
    QVERIFY(scope.runTo(500));
    QVERIFY(!scope.base().sweeps().empty() && scope.base().sweeps().back() < scope.session.trace().latestTime());
}

/// A time on the axis is a time of the run.
void TestTimebase::readoutsReadTheRun()
{
    Scope scope(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    scope.choose("timebase", 2);
    QVERIFY(scope.runTo(1500));
    scope.settle();
    const double event = scope.base().sweeps().back();
    QCOMPARE(scope.potential().runTime(0).value(), event);
    QCOMPARE(scope.potential().axisTime(event).value(), 0.0);
    scope.choose("timebase", 0);
    const double now = scope.session.trace().latestTime();
    QCOMPARE(scope.potential().runTime(now - 3).value(), now - 3);
    QVERIFY(!scope.potential().runTime(now + 3));
}

void TestTimebase::theWindowHasARow()
{
    Scope scope(defaultExperiment(*findModel("leaky-integrate-and-fire")));
    QVERIFY(scope.runTo(300));
    QCOMPARE(scope.stack->windowLength(), 200.0);
    scope.click("shorter");
    QCOMPARE(scope.stack->windowLength(), 100.0);
    QVERIFY(scope.bar->findChild<QLabel*>("windowLength")->text().startsWith("100"));
    scope.click("longer");
    scope.click("longer");
    QCOMPARE(scope.stack->windowLength(), 500.0);
    const auto before = scope.potential().verticalRange();
    scope.click("fixed");
    QCOMPARE(scope.stack->potentialRange().value(), before);
    scope.click("fixed");
    QVERIFY(!scope.stack->potentialRange());
}

QTEST_MAIN(TestTimebase)
#include "tst_timebase.moc"
