// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson with the whole window, by a robot user: it drags every slider, types into every field, drags the threshold, changes
// models while the neuron runs, takes drags back, exports every format, and closes the window while it runs.
#include "catalogue.h"
#include "circuit_view.h"
#include "experiment_file.h"
#include "export_dialog.h"
#include "formula_sheet.h"
#include "main_window.h"
#include "pointer.h"
#include "quantity_editor.h"
#include "robot.h"
#include "script_dialog.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "words.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

void addModels()
{
    QTest::addColumn<QString>("model");
    for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << fromView(model.id);
}

}

class TestRobot : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    double now() const { return session().trace().empty() ? -1 : session().trace().latestTime(); }
    void open(const QString& model)
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel(model.toStdString())));
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(now() > 0);
    }
    QuantityEditor* editor(const QString& name) const { return m_window->findChild<QuantityEditor*>(name); }
    /// Brings an editor before the eye.
    static void scrollTo(QWidget* widget)
    {
        for (QWidget* w = widget; w; w = w->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(w)) area->ensureWidgetVisible(widget);
        QCoreApplication::processEvents();
    }
    static void drag(QWidget* widget, QPoint from, QPoint to)
    {
        pointAt(widget, from);
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 8; ++i) QTest::mouseMove(widget, from + (to - from) * i / 8);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
    }
    /// Drags the handle of a slider, away from the nearer end.
    static void drag(QuantitySlider& slider)
    {
        const double x = slider.positionOf(slider.value());
        const int by = x < slider.width() / 2.0 ? 14 : -14;
        const QPoint handle(qRound(x), slider.height() / 2);
        drag(&slider, handle, handle + QPoint(by, 0));
    }
    void runsOn() const
    {
        const double before = now();
        QTRY_VERIFY2(now() > before,
                     qPrintable(QString("at %1 ms, %2").arg(before).arg(session().status().running ? "running" : "stopped")));
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_robot");
        applyLook(*qApp, Look::light);
    }
    void cleanup() { m_window.reset(); }

    void everySliderCanBeDraggedAndTakenBack_data() { addModels(); }
    void everySliderCanBeDraggedAndTakenBack()
    {
        QFETCH(QString, model);
        open(model);
        int dragged = 0;
        for (QuantityEditor* each : m_window->findChildren<QuantityEditor*>()) {
            if (!each->isVisible()) continue;
            scrollTo(each);
            const Experiment before = session().experiment();
            const int steps = session().undoStack().index();
            drag(each->slider());
            QVERIFY2(session().experiment() != before, qPrintable(each->objectName()));
            QVERIFY2(session().undoStack().index() == steps + 1, qPrintable(each->objectName()));
            runsOn();
            QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
            QVERIFY2(session().experiment() == before, qPrintable(each->objectName()));
            ++dragged;
        }
        QVERIFY(dragged >= static_cast<int>(session().model().parameters.size()) + 2); // and the input and the injection
    }

    void everyParameterTakesExactNumbers_data() { addModels(); }
    void everyParameterTakesExactNumbers()
    {
        QFETCH(QString, model);
        open(model);
        const auto rows = session().model().parameters;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto* field = editor(QString::fromStdString(identifier(rows[i].symbol)))->findChild<QLineEdit*>();
            scrollTo(field);
            const double wanted = rows[i].value * 1.015625; // exact in binary
            QString text = QString::number(wanted, 'g', 17);
            if (text.size() - text.indexOf(u'.') == 4) text += u'0'; // three digits might be thousands
            write(field, text.replace('.', i % 2 ? ',' : '.'));
            QCOMPARE(session().experiment().parameters[i], wanted); // at once
            QTest::keyClick(field, Qt::Key_Return);
            QCOMPARE(session().experiment().parameters[i], wanted);
            write(field, QStringLiteral("*1.125")); // twice E_K would make the solver diverge, sooner or later
            QTest::keyClick(field, Qt::Key_Return);
            const bool inside = problem([&] {
                                    Experiment more = session().experiment();
                                    more.parameters[i] = 1.125 * wanted;
                                    return more;
                                }())
                                    .empty();
            QCOMPARE(session().experiment().parameters[i], inside ? 1.125 * wanted : wanted);
            while (session().undoStack().canUndo()) session().undoStack().undo();
            runsOn();
        }
    }

    void theThresholdLineEditsTheThreshold()
    {
        open(QStringLiteral("leaky-integrate-and-fire"));
        TracePlot* plot = m_window->stack().plot("potential");
        const auto threshold = *indexOf(session().model().parameters, "V_th");
        QTRY_VERIFY(now() > 20);
        const auto onLine = [&](double V) {
            return plot->pixelAt({(m_window->stack().figure().from + m_window->stack().figure().to) / 2, V}).toPoint();
        };
        drag(plot, onLine(-50), onLine(-44));
        QVERIFY(std::abs(session().experiment().parameters[threshold] + 44) < 0.6);
        QCOMPARE(editor("V_th")->value(), session().experiment().parameters[threshold]);
        QTRY_COMPARE(session().rheobase()->spike, (session().experiment().parameters[threshold] + 70) / 10);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(session().experiment().parameters[threshold], -50.0);
        QCOMPARE(session().undoStack().index(), 0);
        runsOn();
    }

    void modelsChangeWhileTheNeuronRunsAtFullSpeed()
    {
        open(QStringLiteral("leaky-integrate-and-fire"));
        session().setSpeed(std::numeric_limits<double>::infinity());
        auto* models = m_window->findChild<QComboBox*>("models");
        for (int i = 0; i < 3 * models->count(); ++i) {
            models->setFocus();
            QTest::keyClick(models, models->currentIndex() + 1 < models->count() ? Qt::Key_Down : Qt::Key_Home);
            QTRY_VERIFY(now() > 1);
        }
    }

    void exportsFiguresOfEveryFormat_data()
    {
        QTest::addColumn<int>("format");
        for (const auto& [name, index] : {std::pair("png", 0), std::pair("svg", 1), std::pair("pdf", 2)}) QTest::newRow(name) << index;
    }
    void exportsFiguresOfEveryFormat()
    {
        QFETCH(int, format);
        open(QStringLiteral("leaky-integrate-and-fire"));
        editor("R")->findChild<QLineEdit*>()->setFocus();
        write(editor("R")->findChild<QLineEdit*>(), QStringLiteral("12.5"));
        QTest::keyClick(editor("R")->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(now() > 30);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("figure.") + QTest::currentDataTag());
        once<ExportDialog>([=](ExportDialog* dialog) {
            auto* formats = dialog->findChild<QComboBox*>("format");
            for (int i = 0; i < format; ++i) QTest::keyClick(formats, Qt::Key_Down);
            write(dialog->findChild<QLineEdit*>("path"), path);
            QTest::mouseClick(dialog->findChild<QPushButton*>("write"), Qt::LeftButton);
        });
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(QFileInfo(path).size() > 1000);
        QString error;
        const auto carried = loadExperiment(path, &error);
        QVERIFY2(carried && *carried == session().experiment(), qPrintable(error));
        QVERIFY(session().isRunning());
    }

    void exportsTables_data()
    {
        QTest::addColumn<QString>("entry");
        for (const char* entry : {"Visible data", "Whole run", "Spike times"}) QTest::newRow(entry) << entry;
    }
    void exportsTables()
    {
        QFETCH(QString, entry);
        open(QStringLiteral("leaky-integrate-and-fire"));
        QTRY_VERIFY(session().trace().spikes().size() >= 2);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("table.csv"));
        once<QFileDialog>([=](QFileDialog* dialog) {
            dialog->findChild<QLineEdit*>("fileNameEdit")->setText(path); // typing would open a list over the button
            QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
        });
        for (QAction* action : m_window->actions())
            if (action->text().startsWith(entry)) action->trigger();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().trimmed().split('\n');
        QVERIFY(lines.front().startsWith("# "));
        QVERIFY(lines.back().split(',').front().toDouble() > 0);
        QString error;
        const auto carried = loadExperiment(path, &error);
        QVERIFY2(carried && *carried == session().experiment(), qPrintable(error));
    }

    void handsTheExperimentOver()
    {
        open(QStringLiteral("leaky-integrate-and-fire"));
        QString script;
        once<ScriptDialog>([&script](ScriptDialog* dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton*>("save")->isEnabled(), 20'000);
            script = dialog->findChild<QPlainTextEdit*>("script")->toPlainText();
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        for (QAction* action : m_window->actions())
            if (action->text().startsWith("Script")) action->trigger();
        QVERIFY(script.contains("Leaky integrate-and-fire in current clamp"));
        runsOn();
    }

    void aCancelledExportLeavesNothing()
    {
        open(QStringLiteral("hodgkin-huxley"));
        const QTemporaryDir folder;
        once<ExportDialog>([&](ExportDialog* dialog) {
            write(dialog->findChild<QLineEdit*>("path"), folder.filePath(QStringLiteral("figure.png")));
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(QDir(folder.path()).isEmpty());
        runsOn();
    }

    void closesWhileItRuns_data() { addModels(); }
    void closesWhileItRuns()
    {
        QFETCH(QString, model);
        open(model);
        session().setSpeed(std::numeric_limits<double>::infinity());
        QTRY_VERIFY(now() > 100);
        m_window->close();
        QVERIFY(!m_window->isVisible());
        m_window.reset();
    }

    /// As Ctrl+Q does it: what is under the pointer tells that the pointer leaves while the window goes.
    void goesUnderThePointer_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"R", "amplitude", "circuit-view", "equation-panel"}) QTest::newRow(name) << QString(name);
    }
    void goesUnderThePointer()
    {
        QFETCH(QString, name);
        open(QStringLiteral("leaky-integrate-and-fire"));
        QWidget* under = m_window->findChild<QuantityEditor*>(name);
        if (name == "circuit-view") under = m_window->findChild<CircuitView*>();
        if (name == "equation-panel") under = m_window->findChild<FormulaSheet*>();
        QVERIFY(under && under->isVisible());
        for (int x = 4; x < under->width(); x += 8) pointAt(under, {x, under->height() / 2});
        pointAt(under, under->rect().center());
        m_window.reset();
    }
};

QTEST_MAIN(TestRobot)
#include "tst_robot.moc"
