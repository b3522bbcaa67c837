// SPDX-License-Identifier: GPL-3.0-or-later
// Kept traces: their labels, where they lie, what a robot user does with them in the panel.
#include "difference.h"
#include "events.h"
#include "export_dialog.h"
#include "ghosts.h"
#include "ghosts_panel.h"
#include "overlay_drawing.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "view_desk.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <set>

using namespace rheobase;

namespace {

Experiment leaky() { return defaultExperiment(*findModel("leaky-integrate-and-fire")); }

Experiment withParameter(Experiment e, const char* name, double value)
{
    e.parameters[*indexOf(e.model->parameters, name)] = value;
    return e;
}

Experiment withStep(Experiment e, double start, double amplitude)
{
    e.stimulus = {{stimulusShape("step"), {start, 500, amplitude}}};
    return e;
}

/// The plots and the kept traces of a session.
struct Desk : ViewDesk<TraceStack> {
    Ghosts& ghosts;
    GhostsPanel panel;

    explicit Desk(const Experiment& experiment = leaky())
        : ViewDesk(experiment, {900, 600}), ghosts(*new Ghosts(session, &session)), panel(ghosts, session) // they outlive their stack
    {
        view.setGhosts(ghosts);
        panel.resize(372, 500);
        panel.show();
    }
    bool restartTo(double time)
    {
        QSignalSpy restarted(&session, &Session::restarted);
        session.restart();
        return QTest::qWaitFor([&] { return !restarted.isEmpty(); }, 20'000) && runTo(time);
    }
    void set(const char* parameter, double value, Gesture gesture = {})
    {
        session.setParameter(*indexOf(session.model().parameters, parameter), value, gesture);
    }
    std::vector<Strand> strands()
    {
        view.refreshNow();
        return view.figure().strands;
    }
    double firstSpikeFrom(double time) const { return *std::ranges::lower_bound(session.trace().spikes(), time); }
    template<class T> T* find(const char* name) { return panel.findChild<T*>(QLatin1String(name)); }
    QListWidget* list() { return find<QListWidget>("kept"); }
    QPoint placeOf(int row) { return list()->visualItemRect(list()->item(row)).center(); }
    /// Does all that looks at what the plots show, before a frame brings them up to date: the pointer, its button and the wheel, a key,
    /// a resize, a frame of the old, a figure in the clipboard.
    void lookAtOnce()
    {
        for (TracePlot* plot : view.shownPlots()) {
            const QPointF middle = plot->axes().center();
            const auto mouse = [&](QEvent::Type type, QPointF at, Qt::MouseButton button) {
                QMouseEvent event(type, at, plot->mapToGlobal(at), button, button, {});
                QApplication::sendEvent(plot, &event);
            };
            for (const QPointF at : {middle, middle + QPointF(20, 9)}) mouse(QEvent::MouseMove, at, Qt::NoButton);
            mouse(QEvent::MouseButtonPress, middle, Qt::LeftButton);
            mouse(QEvent::MouseMove, middle + QPointF(5, 3), Qt::LeftButton);
            mouse(QEvent::MouseButtonRelease, middle, Qt::LeftButton);
            QTest::keyClick(plot, Qt::Key_Plus);
            plot->resize(plot->size() - QSize(1, 1));
            plot->repaint();
            QVERIFY(!plot->grab().isNull());
            shownTimes(*plot);
            coversCurves(*plot, plot->axes());
            copyFigure({{}, view.figure(plot->row().id)}, session, {{40, 25}, 72});
        }
    }
};

}

class TestGhosts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyLook(*qApp, Look::light); }

    void theLabelTellsWhatDiffers_data()
    {
        QTest::addColumn<QString>("label");
        QTest::newRow("nothing") << "the same experiment";
        QTest::newRow("R") << "R 10 → 14 MΩ";
        QTest::newRow("two") << "C 0.8 → 1 nF, R 10 → 14 MΩ";
        QTest::newRow("many") << "C 0.8 → 1 nF, R 10 → 14 MΩ, and 2 more";
        QTest::newRow("amplitude") << "I 2.1 → 3 nA";
        QTest::newRow("shape") << "Constant current → Step";
        QTest::newRow("noise") << "no noise → white noise";
        QTest::newRow("sigma") << "noise σ 0.1 → 0.2 nA";
        QTest::newRow("solver") << "Exact → Runge–Kutta 4";
        QTest::newRow("model") << "Leaky integrate-and-fire → Passive membrane";
        QTest::newRow("close") << "R 10 → 10.00001 MΩ";
    }
    void theLabelTellsWhatDiffers()
    {
        QFETCH(QString, label);
        const QString row = QTest::currentDataTag();
        Experiment kept = leaky(), live = leaky();
        if (row == "R" || row == "two" || row == "many") live = withParameter(live, "R", 14);
        if (row == "two" || row == "many") live = withParameter(live, "C", 1);
        if (row == "many") live = withParameter(withParameter(live, "t_ref", 3), "V_th", -40);
        if (row == "amplitude") live.stimulus[0].values = {3};
        if (row == "shape") live = withStep(live, 20, 3);
        if (row == "noise") live.noise = {Noise::Kind::white, 0.1};
        if (row == "sigma") {
            kept.noise = {Noise::Kind::white, 0.1};
            live.noise = {Noise::Kind::white, 0.2};
        }
        if (row == "solver") live.solver = SolverKind::rungeKutta4;
        if (row == "model") live = defaultExperiment(*findModel("passive"));
        if (row == "close") live = withParameter(live, "R", 10.00001);
        QString found = difference(kept, live);
        QCOMPARE(found.replace(QChar(0x202f), QChar(u' ')).toLower(), label.toLower());
    }

    void theOnsetIsWhereTheStimulusFirstChanges()
    {
        const auto shape = [](const char* id, std::vector<double> values) {
            return StimulusComponent{stimulusShape(id), std::move(values)};
        };
        QVERIFY(!nextOnset({shape("constant", {2})}, 0));
        QCOMPARE(nextOnset({shape("step", {20, 50, 2})}, 0), std::optional(20.0));
        QCOMPARE(nextOnset({shape("step", {0, 50, 2})}, 0), std::optional(0.0));
        QCOMPARE(nextOnset({shape("step", {20, 50, 0}), shape("constant", {1}), shape("sine", {30, 50, 1, 10, 0, 0})}, 0),
                 std::optional(30.0));
        QCOMPARE(nextOnset({shape("two-pulses", {15, 1, 5, 0, 2})}, 0), std::optional(21.0));
    }

    void aKeptTraceLiesBehindTheRunAndSaysWhatDiffers()
    {
        Desk desk;
        QVERIFY(desk.runTo(300));
        QVERIFY(desk.find<QLabel>("empty")->isVisible());
        QTest::mouseClick(desk.find<QPushButton>("keep"), Qt::LeftButton);
        desk.set("R", 14);
        const auto strands = desk.strands();
        QCOMPARE(strands.size(), std::size_t{2});
        QCOMPARE(strands.back().trace.get(), &desk.session.trace());
        QCOMPARE(QString(strands[0].name).replace(QChar(0x202f), QChar(u' ')), QString("R 10 → 14 MΩ"));
        QCOMPARE(desk.list()->item(0)->text(), strands[0].name);
        QVERIFY(!desk.find<QLabel>("empty")->isVisible());
        const Trace &kept = *strands[0].trace, &live = desk.session.trace();
        QVERIFY(kept.startTime() <= desk.view.figure().from && kept.latestTime() == live.latestTime());
        const double past = live.latestTime() - 100;
        QCOMPARE(kept.value(2, kept.firstAt(past)), live.value(2, live.firstAt(past)));
        QCOMPARE(kept.spikes().back(), live.spikes().back());
    }

    void ghostsKeepTheAxes()
    {
        Desk desk(withParameter(leaky(), "V_th", 20)); // its spikes are drawn up to 100 mV
        desk.session.edit(withStep(desk.session.experiment(), 0, 12));
        QVERIFY(desk.runTo(300));
        QVERIFY(!desk.session.trace().spikes().empty());
        desk.ghosts.setAlignment(Ghosts::Alignment::time);
        QVERIFY(desk.ghosts.keep());
        desk.set("V_th", -50);
        QVERIFY(desk.restartTo(300));
        const auto axes = [&] {
            desk.view.refreshNow();
            const TracePlot* plot = desk.view.plot("potential");
            const Range fit = plot->traces().fittingRange(desk.session.experiment(), plot->guides());
            return std::tuple(fit, plot->axes(), desk.view.figure().from, desk.view.figure().to);
        };
        desk.ghosts.show(0, false);
        const auto without = axes();
        QVERIFY(std::get<0>(without).second < 60);
        desk.ghosts.show(0, true);
        QCOMPARE(desk.strands().size(), std::size_t{2});
        QVERIFY(axes() == without);
        QVERIFY(desk.ghosts.keep());
        QVERIFY(axes() == without);
    }

    void ghostsAreAligned()
    {
        Desk desk(withStep(leaky(), 20, 3));
        QVERIFY(desk.restartTo(250));
        desk.strands();
        QVERIFY(desk.ghosts.keep());
        const double kept = desk.firstSpikeFrom(desk.ghosts.list()[0].window.first);
        desk.session.edit(withStep(leaky(), 35, 4));
        QVERIFY(desk.restartTo(300));
        auto* alignment = desk.find<QComboBox>("alignment");
        const double live = desk.session.trace().spikes().front();
        QCOMPARE(alignment->currentIndex(), 2);
        QVERIFY(live != kept);
        QCOMPARE(desk.strands()[0].shift, live - kept);
        QTest::keyClick(alignment, Qt::Key_Up);
        QCOMPARE(desk.strands()[0].shift, 15.0);
        QTest::keyClick(alignment, Qt::Key_Up);
        QCOMPARE(desk.strands()[0].shift, 0.0);
    }

    /// A ghost beside a run that scrolls stays where it is until something is changed.
    void aGhostIsLaidOnceAndDoesNotHop()
    {
        Desk desk;
        QVERIFY(desk.runTo(300));
        desk.strands();
        QVERIFY(desk.ghosts.keep());
        const double kept = desk.firstSpikeFrom(desk.ghosts.list()[0].window.first);
        QCOMPARE(desk.strands()[0].shift, 0.0); // over the run, from which it does not differ
        desk.set("R", 14);
        const double changed = desk.newest();
        QVERIFY(desk.runTo(changed + 100));
        const double moved = desk.firstSpikeFrom(changed) - kept;
        QCOMPARE(desk.strands()[0].shift, moved);
        for (int i = 1; i < 5; ++i) {
            QVERIFY(desk.runTo(desk.newest() + 40));
            QCOMPARE(desk.strands()[0].shift, moved);
        }
        desk.ghosts.setAlignment(Ghosts::Alignment::spike); // asked to lie anew
        QVERIFY(desk.strands()[0].shift > moved);
    }

    /// Under a trigger a ghost's own event stands at t = 0, to the last bit: spike, level, onset.
    void ghostsShareTheTriggersZero_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("spike") << int(Timebase::Kind::spike);
        QTest::newRow("rising") << int(Timebase::Kind::rising);
        QTest::newRow("falling") << int(Timebase::Kind::falling);
        QTest::newRow("onset") << int(Timebase::Kind::onset);
    }
    void ghostsShareTheTriggersZero()
    {
        QFETCH(int, kind);
        Experiment experiment = defaultExperiment(*findModel("hodgkin-huxley"));
        experiment.stimulus = {{stimulusShape("pulse-train"), {13, 1, 61.3, 20, 30}}};
        Desk desk(experiment);
        Timebase& base = desk.view.timebase();
        QVERIFY(desk.runTo(300));
        desk.strands();
        QVERIFY(desk.ghosts.keep()); // while it scrolls
        base.setKind(static_cast<Timebase::Kind>(kind));
        QVERIFY(desk.runTo(700));
        desk.strands();
        QVERIFY(desk.ghosts.keep()); // under the trigger
        desk.set("g_Na", 90);
        QVERIFY(desk.runTo(1200));
        const auto strands = desk.strands();
        for (std::size_t i = 0; i < 2; ++i) {
            const Trace& ghost = *strands[i].trace;
            const double zero = -strands[i].shift;
            if (base.kind() == Timebase::Kind::spike) QVERIFY(std::ranges::binary_search(ghost.spikes(), zero));
            else if (base.kind() == Timebase::Kind::onset) QVERIFY(std::abs(std::remainder(zero - 13, 61.3)) < 1e-9);
            else {
                const std::size_t row = ghost.firstAt(zero);
                const double t0 = ghost.time(row - 1), t1 = ghost.time(row), a = ghost.value(2, row - 1), b = ghost.value(2, row);
                QVERIFY((b > a) == (base.kind() == Timebase::Kind::rising));
                QVERIFY(std::abs(a + (b - a) * (zero - t0) / (t1 - t0) - base.level()) < 1e-6);
            }
        }
        QVERIFY(strands[0].shift != strands[1].shift);
        const double laid = strands[0].shift;
        QVERIFY(desk.runTo(1500));
        QCOMPARE(desk.strands()[0].shift, laid);
        QCOMPARE(desk.strands().back().shift, -base.sweeps().back());
    }

    void aChipInThePlotSaysAndChangesWhatTheyAreLaidBy()
    {
        Desk desk;
        QVERIFY(desk.runTo(300));
        TracePlot& plot = *desk.view.plot("potential");
        const auto chip = [&] {
            desk.settle();
            plot.repaint();
            return desk.view.chip().placeIn(plot);
        };
        const auto choose = [&](int row) {
            QTest::mouseClick(&plot, Qt::LeftButton, {}, chip().center().toPoint());
            auto* menu = plot.findChild<QMenu*>("zero");
            QVERIFY(menu);
            menu->actions()[row]->trigger();
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        QVERIFY(chip().isNull()); // nothing is laid by anything
        QVERIFY(desk.ghosts.keep());
        QVERIFY(plot.axes().contains(chip()));
        QCOMPARE(desk.view.chip().words(), QString("kept: by spike"));
        choose(1);
        QCOMPARE(desk.ghosts.alignment(), Ghosts::Alignment::onset);
        chip();
        QCOMPARE(desk.view.chip().words(), QString("kept: by onset"));
        desk.view.timebase().setKind(Timebase::Kind::spike);
        QVERIFY(plot.axes().contains(chip()));
        QCOMPARE(desk.view.chip().words(), QString("0 = spike"));
        choose(3);
        QCOMPARE(desk.view.timebase().kind(), Timebase::Kind::onset);
        choose(1);
        QCOMPARE(desk.view.timebase().kind(), Timebase::Kind::rising);
        chip();
        QVERIFY2(desk.view.chip().words().startsWith("0 = V ↗ −60"), qPrintable(desk.view.chip().words()));
    }

    void withoutTwoSpikesItIsTheTimeThatCounts()
    {
        Desk desk(withStep(leaky(), 20, 1)); // never fires
        QVERIFY(desk.restartTo(250));
        QVERIFY(desk.ghosts.keep());
        desk.session.edit(withStep(leaky(), 35, 4));
        QVERIFY(desk.restartTo(300));
        QCOMPARE(desk.ghosts.alignment(), Ghosts::Alignment::spike);
        QCOMPARE(desk.strands()[0].shift, 0.0);
    }

    void everyChangeLeavesAFadingGhost()
    {
        Desk desk;
        QVERIFY(desk.runTo(100));
        desk.set("R", 9);
        QVERIFY(desk.ghosts.list().empty());
        QTest::mouseClick(desk.find<QCheckBox>("automatic"), Qt::LeftButton, {}, {8, desk.find<QCheckBox>("automatic")->height() / 2});
        QVERIFY(desk.ghosts.isAutomatic());
        const Gesture drag = desk.session.beginGesture();
        const double before = desk.newest();
        for (const double R : {10, 11, 12, 13}) desk.set("R", R, drag);
        QCOMPARE(desk.ghosts.list().size(), std::size_t{1}); // a whole drag is one change
        QVERIFY(desk.ghosts.list()[0].experiment == withParameter(leaky(), "R", 9));
        QCOMPARE(desk.ghosts.list()[0].trace->latestTime(), before);
        for (const double C : {1, 2, 3, 4, 5}) desk.set("C", C);
        QCOMPARE(desk.ghosts.list().size(), std::size_t(Ghosts::mostAutomatic));
        const auto strands = desk.strands();
        for (std::size_t i = 0; i + 2 < strands.size(); ++i) QVERIFY(strands[i].opacity < strands[i + 1].opacity);
        QVERIFY(desk.ghosts.list().back().experiment.parameters[0] == 4);
    }

    void aDragThatEndsWhereItBeganLeavesOneGhostAndUndoAnother()
    {
        Desk desk;
        QVERIFY(desk.runTo(100));
        desk.ghosts.setAutomatic(true);
        const Gesture drag = desk.session.beginGesture();
        for (const double R : {11, 12, 10}) desk.set("R", R, drag);
        QCOMPARE(desk.ghosts.list().size(), std::size_t{1});
        desk.set("R", 14);
        QCOMPARE(desk.ghosts.list().size(), std::size_t{2});
        desk.session.undoStack().undo();
        QCOMPARE(desk.ghosts.list().size(), std::size_t{3});
        QVERIFY(desk.ghosts.list()[2].experiment == withParameter(leaky(), "R", 14));
    }

    void parametersAreRestored()
    {
        Desk desk;
        QVERIFY(desk.runTo(100));
        QVERIFY(desk.ghosts.keep());
        QVERIFY(!desk.find<QPushButton>("restore")->isEnabled());
        desk.set("R", 14);
        desk.set("V_th", -45);
        const Experiment live = desk.session.experiment();
        QTest::mouseClick(desk.find<QPushButton>("restore"), Qt::LeftButton);
        QVERIFY(desk.session.experiment() == leaky());
        QCOMPARE(desk.list()->item(0)->text(), QString("the same experiment"));
        desk.session.undoStack().undo();
        QVERIFY(desk.session.experiment() == live);
    }

    void theListWorksByKeyboard()
    {
        Desk desk;
        QVERIFY(desk.runTo(100));
        for (int i = 0; i < 2; ++i) QVERIFY(desk.ghosts.keep());
        desk.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.panel));
        QTest::mouseClick(desk.list()->viewport(), Qt::LeftButton, {}, desk.placeOf(0));
        QCOMPARE(desk.list()->currentRow(), 0);
        QTest::keyClick(desk.list(), Qt::Key_Return);
        QVERIFY(!desk.ghosts.list()[0].isShown);
        QCOMPARE(desk.strands().size(), std::size_t{2});
        QTest::keyClick(desk.list(), Qt::Key_Return);
        QVERIFY(desk.ghosts.list()[0].isShown);
        QTest::keyClick(desk.list(), Qt::Key_F2);
        auto* box = desk.list()->findChild<QLineEdit*>();
        QVERIFY(box);
        box->selectAll();
        QTest::keyClicks(box, "control");
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(desk.ghosts.list()[0].name, QString("control"));
        QTRY_VERIFY(!desk.list()->findChild<QLineEdit*>());
        QCOMPARE(desk.strands()[0].name, QString("control"));
        QTest::keyClick(desk.list(), Qt::Key_Delete);
        QCOMPARE(desk.ghosts.list().size(), std::size_t{1});
        QVERIFY(desk.ghosts.list()[0].name.isEmpty());
    }

    void theOldestWithoutANameMakesRoom()
    {
        Desk desk;
        QVERIFY(desk.runTo(100));
        for (int i = 0; i < Ghosts::most; ++i) QVERIFY(desk.ghosts.keep());
        desk.ghosts.rename(0, "control");
        std::set<QRgb> colours;
        for (std::size_t i = 0; i < Ghosts::most; ++i) colours.insert(desk.ghosts.colourOf(i).rgb());
        QCOMPARE(colours.size(), std::size_t(Ghosts::most));
        const Trace *first = desk.ghosts.list()[0].trace.get(), *third = desk.ghosts.list()[2].trace.get();
        QVERIFY(desk.ghosts.keep());
        QCOMPARE(desk.ghosts.list().size(), std::size_t(Ghosts::most));
        QCOMPARE(desk.ghosts.list()[0].trace.get(), first);
        QCOMPARE(desk.ghosts.list()[1].trace.get(), third);
        QVERIFY(desk.find<QLabel>("remark")->isVisible());
        for (std::size_t i = 0; i < Ghosts::most; ++i) desk.ghosts.rename(i, QString("kept %1").arg(i));
        QVERIFY(!desk.ghosts.keep());
        QVERIFY(desk.find<QLabel>("remark")->text().contains("delete one"));
    }

    /// A light figure of a dark window, and the other way round.
    void aFigureHasTheColoursOfItsTheme()
    {
        Desk desk;
        QVERIFY(desk.runTo(100));
        QVERIFY(desk.ghosts.keep());
        desk.session.setParameter(*indexOf(desk.session.model().parameters, "R"), 8);
        QVERIFY(desk.runTo(200));
        TraceFigure content = desk.view.figure();
        for (Strand& strand : content.strands) strand.width = 4; // wide enough for its very colour
        for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
            QImage image(1200, 800, QImage::Format_RGB32);
            image.fill(theme->panel);
            QPainter painter(&image);
            painter.scale(2, 2);
            drawFigure(painter, {600, 400}, content, {.theme = theme});
            painter.end();
            const auto* first = reinterpret_cast<const QRgb*>(image.constBits());
            const std::span pixels(first, static_cast<std::size_t>(image.width() * image.height()));
            QVERIFY(std::ranges::count(pixels, theme->ghosts[0].rgb()) > 50);
        }
    }

    /// Events come in bursts: whatever ends a kept trace, what shows it may be looked at before the next frame.
    void whatGoesMayStillBeLookedAt()
    {
        Desk desk;
        QVERIFY(desk.runTo(300));
        desk.ghosts.setAutomatic(true);
        for (int i = 0; i < Ghosts::most; ++i) QVERIFY(desk.ghosts.keep());
        for (const double R : {9, 11, 12, 13}) desk.set("R", R);
        QCOMPARE(desk.strands().size(), std::size_t(Ghosts::most + Ghosts::mostAutomatic + 1));
        const std::weak_ptr<const Trace> oldest = desk.ghosts.list()[0].trace;
        desk.lookAtOnce();
        QVERIFY(desk.ghosts.keep()); // the ninth
        desk.lookAtOnce();
        desk.set("R", 14); // the fifth automatic one
        desk.lookAtOnce();
        desk.ghosts.remove(1);
        desk.lookAtOnce();
        desk.ghosts.setAutomatic(false);
        desk.lookAtOnce();
        QCOMPARE(desk.strands().size(), std::size_t(Ghosts::most));
        QGuiApplication::clipboard()->clear();
        QVERIFY(oldest.expired()); // a frame later nothing holds it
    }

    void anotherModelMayComeWhilePlotsAreLookedAt()
    {
        Desk desk;
        QVERIFY(desk.runTo(300));
        QVERIFY(desk.ghosts.keep());
        desk.strands();
        desk.lookAtOnce();
        const std::vector<Strand> before = desk.view.figure().strands;
        const TraceFigure figure = desk.view.figure();
        for (const Model& model : catalogue()) {
            desk.session.load(defaultExperiment(model), "other");
            desk.lookAtOnce();
            desk.session.restart();
            desk.lookAtOnce();
        }
        QCOMPARE(before.back().trace->spikes().size(), figure.trace->spikes().size()); // who holds it still has it
        QVERIFY(figure.trace.get() != &desk.session.trace() && figure.trace->latestTime() >= 300);
    }

    void theyComeBackWithTheirModel()
    {
        Desk desk;
        QVERIFY(desk.runTo(100));
        QVERIFY(desk.ghosts.keep());
        desk.session.load(defaultExperiment(*findModel("hodgkin-huxley")), "other");
        QVERIFY(desk.runTo(20));
        QCOMPARE(desk.strands().size(), std::size_t{1});
        QCOMPARE(desk.list()->count(), 1);
        QTest::mouseClick(desk.find<QPushButton>("restore"), Qt::LeftButton);
        QCOMPARE(desk.session.model().id, "leaky-integrate-and-fire");
        QVERIFY(desk.runTo(20));
        QCOMPARE(desk.strands().size(), std::size_t{2});
    }

    void theColoursCanBeSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theColoursCanBeSeen()
    {
        QFETCH(bool, dark);
        const Theme& t = dark ? darkTheme() : lightTheme();
        const auto luminance = [](const QColor& c) {
            const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
        };
        for (const QColor& ghost : t.ghosts) {
            const double a = luminance(ghost) + 0.05, b = luminance(t.panel) + 0.05;
            QVERIFY2(std::max(a, b) / std::min(a, b) >= 3, qPrintable(ghost.name()));
            for (const QColor& live : t.traces) QVERIFY(ghost != live);
        }
    }
};

QTEST_MAIN(TestGhosts)
#include "tst_ghosts.moc"
