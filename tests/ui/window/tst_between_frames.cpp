// SPDX-License-Identifier: GPL-3.0-or-later
// What happens before the next frame is drawn: a view is pointed at or exported that has drawn nothing, an editor goes that is typed in.
#include "catalogue.h"
#include "circuit_view.h"
#include "export.h"
#include "export_dialog.h"
#include "main_window.h"
#include "plot_view.h"
#include "quantity_editor.h"
#include "robot.h"
#include "seed_box.h"
#include "theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

class TestBetweenFrames : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    void open(const char* model)
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel(model)));
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    static void addModels()
    {
        QTest::addColumn<QString>("model");
        for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << QString::fromUtf8(model.id.data());
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_between_frames");
        applyLook(*qApp, Look::light);
    }
    void cleanup() { m_window.reset(); }

    void viewsAreExportedThatNobodySaw_data() { addModels(); }
    void viewsAreExportedThatNobodySaw()
    {
        QFETCH(QString, model);
        open(model.toUtf8());
        const QTemporaryDir folder;
        for (PlotView* view : m_window->findChildren<PlotView*>()) {
            const Exhibit exhibit = exhibitOf(*view, view->objectName());
            QString error;
            QVERIFY2(saveFigure(folder.filePath(view->objectName() + ".svg"), exhibit.content, {{120, 80}, 96}, {}, &error),
                     qPrintable(error));
        }
    }

    void viewsArePointedAtBeforeTheyDraw_data() { addModels(); }
    void viewsArePointedAtBeforeTheyDraw()
    {
        QFETCH(QString, model);
        open(model.toUtf8());
        for (auto* dock : m_window->findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            for (Plot* plot : dock->findChildren<Plot*>())
                for (const QPoint place : {plot->rect().center(), QPoint(plot->width() - 20, 30)}) {
                    QMouseEvent move(QEvent::MouseMove, place, plot->mapToGlobal(place), Qt::NoButton, {}, {});
                    QCoreApplication::sendEvent(plot, &move);
                    QMouseEvent press(QEvent::MouseButtonPress, place, plot->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton, {});
                    QCoreApplication::sendEvent(plot, &press);
                    QMouseEvent release(QEvent::MouseButtonRelease, place, plot->mapToGlobal(place), Qt::LeftButton, {}, {});
                    QCoreApplication::sendEvent(plot, &release);
                }
        }
    }

    /// Clicks of before a change of model are not taken for choices of after it.
    void aMapOfAnotherModelIsNotClicked()
    {
        open("hodgkin-huxley");
        auto* map = m_window->findChild<PlotView*>("map");
        if (!map) map = qobject_cast<PlotView*>(m_window->findChild<QDockWidget*>("map")->findChild<PlotView*>());
        map->prepare();
        session().load(defaultExperiment(*findModel("passive")));
        auto* plot = map->findChild<Plot*>();
        const QPoint place = plot->rect().center();
        QMouseEvent press(QEvent::MouseButtonPress, place, plot->mapToGlobal(place), Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(plot, &press);
        QVERIFY(problem(session().experiment()).empty());
    }

    void whatIsTypedGoesWithItsModel()
    {
        open("hodgkin-huxley");
        auto* last = m_window->findChild<QuantityEditor*>(QString::fromStdString(identifier(session().model().parameters.back().symbol)));
        write(last->findChild<QLineEdit*>(), "7");
        const Experiment next = defaultExperiment(*findModel("passive"));
        session().load(next);
        QVERIFY(session().experiment() == next);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(session().experiment() == next);
    }

    void everySeedIsShown()
    {
        open("leaky-integrate-and-fire");

        Experiment e = session().experiment();
        e.noise = {Noise::Kind::white, 0.1};
        e.seed = 18'446'744'073'709'551'615u;
        session().load(e);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        auto* box = m_window->findChild<SeedBox*>("seedBox");
        QCOMPARE(box->text(), "18446744073709551615");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(session().experiment().seed, e.seed);
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(session().experiment().seed, e.seed - 1);
        box->selectAll();
        QTest::keyClicks(box, "4294967296");
        QCOMPARE(session().experiment().seed, 4'294'967'296u);
    }

    void numbersBeyondAllBoundsAreDrawnAtOnce()
    {
        open("passive");
        QElapsedTimer time;
        time.start();
        Experiment e = session().experiment();
        for (const double value : {1e200, 1e-200, 1e308}) {
            for (std::size_t i = 0; i < e.parameters.size(); ++i) {
                Experiment next = e;
                next.parameters[i] = value;
                if (!problem(next).empty()) continue;
                session().load(next);
                QCoreApplication::processEvents();
                for (auto* view : m_window->findChildren<CircuitView*>()) view->repaint();
                for (auto* slider : m_window->findChildren<QuantitySlider*>()) QVERIFY(std::isfinite(slider->positionOf(slider->value())));
            }
        }
        QVERIFY2(time.elapsed() < 60'000, qPrintable(QString::number(time.elapsed())));
    }
};

QTEST_MAIN(TestBetweenFrames)
#include "tst_between_frames.moc"
