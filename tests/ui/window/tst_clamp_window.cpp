// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user clamps V in the whole window.
#include "clamp_graphs.h"
#include "clamp_stage.h"
#include "experiment_file.h"
#include "gate_plot.h"
#include "switch.h"
#include "trace_stack.h"
#include "window_desk.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>

#include <cmath>

using namespace rheobase;

class TestClampWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() { return m_window->session(); }
    const VoltageClamp& clamp() { return session().experiment().clamp; }
    template<class Widget> Widget* find(const char* name) { return m_window->findChild<Widget*>(QLatin1String(name)); }
    ClampStage& stage() { return *m_window->findChild<ClampStage*>(); }
    void click(const char* name)
    {
        auto* button = find<QToolButton>(name);
        QVERIFY2(button && button->isVisible(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void chooseModel(const char* id)
    {
        const auto& all = catalogue();
        const auto it = std::ranges::find(all, std::string_view(id), &Model::id);
        auto* models = find<QComboBox>("models");
        models->showPopup(); // arrows would go through those between
        const QRect place = models->view()->visualRect(models->model()->index(static_cast<int>(it - all.begin()), 0));
        QTest::mouseClick(models->view()->viewport(), Qt::LeftButton, {}, place.center());
        QTRY_VERIFY(!QApplication::activePopupWidget());
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        QTRY_COMPARE(session().model().id, std::string_view(id));
    }
    void clampIt()
    {
        chooseModel("hodgkin-huxley");
        click("voltageClamp");
        QTRY_VERIFY(stage().isVisible() && stage().isSettled() && !stage().scene().rows.empty());
    }
    void turn(const char* name, bool on)
    {
        const auto all = m_window->findChildren<Switch*>();
        const auto it = std::ranges::find(all, QString(name), &Switch::accessibleName);
        QVERIFY2(it != all.end(), name);
        if ((*it)->isChecked() != on) QTest::mouseClick(*it, Qt::LeftButton);
        QCOMPARE((*it)->isChecked(), on);
    }
    void type(const QString& steps)
    {
        write(find<QLineEdit>("steps"), steps);
        QTest::keyClick(find<QLineEdit>("steps"), Qt::Key_Return);
    }

private slots:
    void initTestCase() { beginWindowTests("tst_clamp_window"); }
    void init()
    {
        QSettings().clear();
        m_window = openedWindow({1440, 900});
        QVERIFY(m_window);
    }
    void cleanup() { m_window.reset(); }

    void aModelThatJumpsHasTheSwitchOff()
    {
        QVERIFY(!find<QToolButton>("voltageClamp")->isEnabled());
        QVERIFY(find<QToolButton>("voltageClamp")->toolTip().contains("jump"));
        QVERIFY(find<QToolButton>("currentClamp")->isChecked());
        QVERIFY(!stage().isVisible() && m_window->stack().isVisible());
    }

    void theSwitchChangesTheWindow()
    {
        clampIt();
        QVERIFY(!m_window->stack().isVisible() && !find<QToolButton>("inject")->isEnabled());
        QVERIFY(find<QToolButton>("inject")->toolTip().contains("voltage clamp"));
        QVERIFY(!session().isInjecting());
        pressKey(Qt::Key_Space); // of the plots, which do nothing with it
        QVERIFY(!session().isInjecting());
        for (const char* id : {"rate", "map", "strength", "spikes", "kept", "ladder", "frequency"})
            QVERIFY2(find<QDockWidget>(id)->isHidden() && !find<QDockWidget>(id)->toggleViewAction()->isVisible(), id);
        for (const char* id : {"circuit", "phase", "gate-curves", "current-voltage", "tails", "recovery"})
            QVERIFY2(!find<QDockWidget>(id)->isHidden() && find<QDockWidget>(id)->toggleViewAction()->isVisible(), id);
        QVERIFY(find<QLabel>("steps") && !find<QLabel>("spikes")->isVisible());
        click("currentClamp");
        QVERIFY(m_window->stack().isVisible() && !stage().isVisible() && find<QToolButton>("inject")->isEnabled());
        for (const char* id : {"rate", "map", "strength", "spikes"}) QVERIFY2(!find<QDockWidget>(id)->isHidden(), id);
        for (const char* id : {"kept", "current-voltage", "tails", "recovery"}) QVERIFY2(find<QDockWidget>(id)->isHidden(), id);
        QVERIFY(!find<QDockWidget>("tails")->toggleViewAction()->isVisible());
    }

    void itIsUndone()
    {
        clampIt();
        QVERIFY(session().undoStack().undoText().contains("oltage clamp"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_window->stack().isVisible() && find<QToolButton>("currentClamp")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY(stage().isVisible() || session().undoStack().canRedo()); // where redo has another key
        session().undoStack().redo();
        QTRY_VERIFY(stage().isVisible() && find<QToolButton>("voltageClamp")->isChecked());
    }

    void aFamilyIsTyped()
    {
        clampIt();
        type("-60:40:6");
        QCOMPARE(clamp().steps, (std::vector<double>{-60, -40, -20, 0, 20, 40}));
        QCOMPARE(clamp().steps[clamp().chosen], 0.0);
        QVERIFY(session().undoStack().undoText().contains("6 steps"));
        QTRY_COMPARE(stage().scene().rows.front().sweeps.size(), 6u);
        QVERIFY(find<QLabel>("stepCount")->text().contains("6"));
        type("-50, 5 -12.5");
        QCOMPARE(clamp().steps, (std::vector<double>{-50, 5, -12.5}));
        for (const char* wrong : {"-60:40:17", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", "-60:40", "much", ""}) {
            type(wrong);
            QVERIFY2(find<QLabel>("stepsRefused")->isVisible() && !find<QLabel>("stepsRefused")->text().isEmpty(), wrong);
            QCOMPARE(clamp().steps.size(), 3u);
        }
        QTest::keyClick(find<QLineEdit>("steps"), Qt::Key_Escape);
        QVERIFY(!find<QLabel>("stepsRefused")->isVisible());
        QVERIFY(find<QLineEdit>("steps")->text().contains("−12.5"));
    }

    void theCommandedLineIsDraggedAndTheCurveIsRead()
    {
        clampIt();
        auto* graphs = find<QDockWidget>("current-voltage")->findChild<ClampGraphs*>();
        find<QDockWidget>("current-voltage")->raise();
        QTRY_VERIFY_WITH_TIMEOUT(graphs->isVisible() && graphs->isSettled() && !graphs->graphs().empty(), 60'000);
        ClampPicture& command = stage().command();
        const QPoint ring = command.ring().toPoint();
        drag(&command, ring, {ring.x(), command.pixelAt({0, 20}).toPoint().y()});
        QVERIFY(std::abs(clamp().steps[clamp().chosen] - 20) <= 2);
        QTRY_VERIFY_WITH_TIMEOUT(graphs->isSettled(), 60'000);
        QVERIFY(std::abs(*graphs->graphs()[0].chosen - clamp().steps[clamp().chosen]) < 1e-9);
        auto* readings = graphs->findChild<QLabel*>("readings");
        QTRY_VERIFY(readings->text().contains(QString("At %1").arg(clamp().steps[clamp().chosen])));
        QTRY_VERIFY(readings->height() > 30);
    }

    void channelsAreBlockedAndPulsesAdded()
    {
        clampIt();
        QTRY_VERIFY(stage().isSettled());
        const double before = stage().scene().rows[2].peak->y();
        auto* blocker = m_window->findChild<QWidget*>("blocked-g_Na");
        QVERIFY(blocker);
        write(blocker->findChild<QLineEdit*>(), "50");
        QTest::keyClick(blocker->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(std::abs(stage().scene().rows[2].peak->y() - before / 2) < 1e-3 * std::abs(before));
        QVERIFY(!m_window->findChild<QWidget*>("V_pre")->isVisible());
        turn("Prepulse", true);
        QVERIFY(m_window->findChild<QWidget*>("V_pre")->isVisible() && clamp().hasPrepulse);
        QVERIFY2(session().undoStack().undoText().contains("prepulse"), qPrintable(session().undoStack().undoText()));
        turn("Tail at another potential", true);
        turn("Capacitive transient", true);
        turn("Series resistance", true);
        QVERIFY(clamp().seriesResistance > 0 && clamp().isCapacitive && clamp().hasTail);
        turn("Series resistance", false);
        QCOMPARE(clamp().seriesResistance, 0.0);
        QTRY_VERIFY_WITH_TIMEOUT(stage().isSettled(), 60'000);
        QVERIFY(clamp().repeat >= lengthOf(clamp()));
    }

    void anotherModelStaysClampedWhereItCan()
    {
        clampIt();
        chooseModel("passive");
        QVERIFY(isClamped(session().experiment()) && stage().isVisible());
        QTRY_VERIFY(stage().isSettled() && stage().scene().model == &session().model());
        chooseModel("leaky-integrate-and-fire");
        QVERIFY(!isClamped(session().experiment()) && m_window->stack().isVisible());
        QVERIFY(!find<QToolButton>("voltageClamp")->isEnabled());
        session().undoStack().undo();
        QTRY_VERIFY(isClamped(session().experiment()) && stage().isVisible());
    }

    void theRunGoesThroughTheSteps()
    {
        clampIt();
        session().setSpeed(INFINITY);
        QTRY_VERIFY(session().trace().latestTime() > 200); // four episodes
        std::vector<double> seen;
        const Trace& trace = session().trace();
        for (std::size_t i = trace.oldest(); i < trace.rows(); ++i)
            if (seen.empty() || seen.back() != trace.value(2, i)) seen.push_back(trace.value(2, i));
        for (const double V : {0.0, 10.0, 20.0}) QVERIFY(std::ranges::find(seen, static_cast<float>(V)) != seen.end());
    }

    void aDocumentKeepsIt()
    {
        clampIt();
        type("-60:40:6");
        turn("Prepulse", true);
        const Experiment saved = session().experiment();
        QTemporaryDir folder;
        QString error;
        QVERIFY2(saveExperiment(folder.filePath("clamp.json"), saved, &error), qPrintable(error));
        chooseModel("leaky-integrate-and-fire");
        m_window->open(folder.filePath("clamp.json"));
        QTRY_VERIFY(session().experiment() == saved);
        QTRY_VERIFY(stage().isVisible() && stage().isSettled());
        QVERIFY(find<QLineEdit>("steps")->text().contains(":6"));
    }

    void whatIsSeenIsCopied()
    {
        clampIt();
        QGuiApplication::clipboard()->clear();
        stage().command().setFocus();
        pressKey(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->mimeData() != nullptr && !QGuiApplication::clipboard()->image().isNull());
        auto* menu = find<QToolButton>("export")->menu();
        emit menu->aboutToShow();
        QStringList listed;
        for (const QAction* entry : menu->actions())
            if (entry->isVisible() && !entry->isSeparator()) listed << entry->text();
        QVERIFY2(listed.contains("Plots of the clamp") && listed.contains("Tail currents") && !listed.contains("f–I curve"),
                 qPrintable(listed.join(u'|')));
    }

    void theKeyboardReachesAll()
    {
        chooseModel("hodgkin-huxley");
        find<QToolButton>("voltageClamp")->setFocus(Qt::TabFocusReason);
        pressKey(Qt::Key_Return);
        QTRY_VERIFY(stage().isVisible());
        find<QLineEdit>("steps")->setFocus(Qt::TabFocusReason);
        QSet<QWidget*> reached;
        for (int i = 0; i < 60; ++i) {
            reached << QApplication::focusWidget();
            pressKey(Qt::Key_Tab);
        }
        for (Switch* knob : m_window->findChildren<Switch*>())
            if (knob->isVisible()) QVERIFY2(reached.contains(knob), qPrintable(knob->accessibleName()));
        QVERIFY(reached.contains(&stage().command()) && reached.contains(&stage().total()));
        const auto all = m_window->findChildren<Switch*>();
        Switch* prepulse = *std::ranges::find(all, QString("Prepulse"), &Switch::accessibleName);
        prepulse->setFocus(Qt::TabFocusReason);
        pressKey(Qt::Key_Space);
        QVERIFY(prepulse->isChecked() && clamp().hasPrepulse);
        pressKey(Qt::Key_Return);
        QVERIFY(!prepulse->isChecked());
    }

    void theNextStartIsUnclamped()
    {
        clampIt();
        m_window->saveSettings();
        m_window = openedWindow({1440, 900});
        QVERIFY(m_window && m_window->stack().isVisible() && !stage().isVisible());
        QVERIFY(!find<QDockWidget>("rate")->isHidden() && find<QDockWidget>("tails")->isHidden());
    }
};

QTEST_MAIN(TestClampWindow)
#include "tst_clamp_window.moc"
