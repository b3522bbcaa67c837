// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user at the whole window: it looks, clicks, types and drags; it calls no private slot.
#include "catalogue.h"
#include "main_window.h"
#include "plot_view.h"
#include "trace_stack.h"
#include "words.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace rheobase;

class TestMainWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QString m_shown;

    template<class W> W* find(const char* name) const { return m_window->findChild<W*>(QLatin1String(name)); }
    void click(const char* name) const { QTest::mouseClick(find<QToolButton>(name), Qt::LeftButton); }
    Session& session() const { return m_window->session(); }
    double now() const { return session().trace().empty() ? -1 : session().trace().latestTime(); }
    void choose(const char* box, int index) const
    {
        auto* combo = find<QComboBox>(box);
        combo->setFocus();
        const int steps = index - combo->currentIndex();
        for (int i = 0; i < std::abs(steps); ++i) QTest::keyClick(combo, steps > 0 ? Qt::Key_Down : Qt::Key_Up);
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_main_window");
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QTRY_VERIFY(now() > 0);
    }
    void cleanup() { m_window.reset(); }

    /// Numbers that run must not move anything.
    void runningNumbersLeaveTheLayoutAlone()
    {
        struct : QObject {
            int count = 0;
            bool eventFilter(QObject*, QEvent* event) override
            {
                count += event->type() == QEvent::LayoutRequest;
                return false;
            }
        } requests;
        auto* time = find<QLabel>("time");
        session().setSpeed(1000);
        QTRY_VERIFY_WITH_TIMEOUT(now() > 1100, 60'000); // no digit more for a while
        m_window->installEventFilter(&requests);
        int seen = 0;
        QTRY_VERIFY_WITH_TIMEOUT((seen += time->text() != m_shown, m_shown = time->text(), seen > 20), 60'000);
        QVERIFY2(requests.count < 10, qPrintable(QString::number(requests.count)));
    }
    void aPlaceGrowsWithItsText()
    {
        auto* time = find<QLabel>("time");
        session().pause();
        QTRY_VERIFY(!session().isRunning());
        const int before = time->width();
        time->setText(QString(40, u'8'));
        QTRY_VERIFY(time->width() >= time->sizeHint().width());
        const int wide = time->width();
        QVERIFY(wide > before);
        time->setText("8");
        QCoreApplication::sendPostedEvents();
        QCOMPARE(time->width(), wide);
    }
    void startsAliveJustAboveRheobase()
    {
        QVERIFY(session().isRunning());
        const double I = session().trace().latest(1), rheobase = session().rheobase().value().spike;
        QVERIFY(I > rheobase && I < 1.2 * rheobase);
        QTRY_VERIFY_WITH_TIMEOUT(session().trace().spikes().size() >= 2, 20'000);
    }

    /// Δ_T is no "Delta_T" where people read it.
    void lettersAreNotSpelledOut()
    {
        static const QRegularExpression spelledOut("Delta|tau|alpha|beta|phi|omega");
        const auto* text = find<QLabel>("derived");
        for (int i = 0; i < static_cast<int>(catalogue().size()); ++i) {
            choose("models", i);
            const Model& model = catalogue()[static_cast<std::size_t>(i)];
            QTRY_COMPARE(session().experiment().model, &model);
            for (const Quantity& q : model.derived) QTRY_VERIFY2(text->text().contains(richText(q.symbol)), qPrintable(text->text()));
            QVERIFY2(!spelledOut.match(text->text()).hasMatch(), qPrintable(text->text()));
        }
    }

    /// Whatever takes the keyboard says what it is, with every dock open and whichever model is chosen.
    void everyControlHasAName()
    {
        for (QDockWidget* dock : m_window->findChildren<QDockWidget*>()) dock->show();
        for (int i = 0; i < static_cast<int>(catalogue().size()); ++i) {
            choose("models", i);
            QTRY_COMPARE(session().experiment().model, &catalogue()[static_cast<std::size_t>(i)]);
            int controls = 0;
            for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
                const bool ofAnother = widget->objectName().startsWith("qt_") || qobject_cast<const QTabBar*>(widget)
                                       || widget->parent()->inherits("QComboBoxPrivateContainer"); // named by the one around
                if (ofAnother || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()) continue;
                QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(QString("%1 \"%2\" in %3")
                                        .arg(widget->metaObject()->className(), widget->objectName(),
                                             widget->parent()->metaObject()->className())));
                ++controls;
            }
            QVERIFY(controls > 40);
        }
    }

    /// A view that is not seen is a tab away, and has a menu of its own.
    void viewsAreTabs_data()
    {
        QTest::addColumn<QString>("tab");
        QTest::addColumn<QString>("menu");
        QTest::newRow("phase") << "Phase"
                               << "phase";
        QTest::newRow("frequency") << "Z(f)"
                                   << "impedance";
        QTest::newRow("strength") << "Pulse"
                                  << "strength–duration curve";
    }
    void viewsAreTabs()
    {
        QFETCH(QString, tab);
        QFETCH(QString, menu);
        auto* dock = find<QDockWidget>(QTest::currentDataTag());
        QVERIFY(dock);
        auto* view = dock->findChild<PlotView*>();
        QVERIFY(view);
        QTRY_VERIFY(!view->isVisible());
        for (QTabBar* bar : m_window->findChildren<QTabBar*>())
            for (int i = 0; i < bar->count(); ++i)
                if (bar->tabText(i) == tab) QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
        QTRY_VERIFY(view->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(view->isSettled(), 120'000);
        QTRY_VERIFY(!view->findChild<QLabel*>("words")->text().isEmpty());
        const auto isItsOwn = [&](QMenu* m) { return m->title().contains(menu, Qt::CaseInsensitive) && m->actions().size() == 3; };
        QVERIFY(std::ranges::any_of(m_window->findChildren<QMenu*>(), isItsOwn));
    }

    void pauseStepRestart()
    {
        click("run");
        QVERIFY(!session().isRunning());
        QTRY_VERIFY(!session().status().running);
        const double paused = session().status().time;
        click("step");
        QTRY_COMPARE(session().status().time, paused + session().experiment().dt);
        click("restart");
        QTRY_COMPARE(now(), 0.0);
        QCOMPARE(session().trace().spikes().size(), std::size_t{0});
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(now() > 1);
    }

    void everyModelRunsWhenChosen()
    {
        for (int round = 0; round < 2; ++round)
            for (int i = 0; i < static_cast<int>(catalogue().size()); ++i) {
                choose("models", i);
                QCOMPARE(&session().model(), &catalogue()[static_cast<std::size_t>(i)]);
                QTRY_VERIFY(now() > 0.5);
            }
        while (session().undoStack().canUndo()) QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(QString::fromStdString(std::string(session().model().id)), "leaky-integrate-and-fire");
    }

    void spaceInjectsWhileHeld()
    {
        const double before = session().trace().latest(1);
        find<QComboBox>("models")->setFocus();
        QTest::keyPress(find<QComboBox>("models"), Qt::Key_Space);
        QTRY_COMPARE(session().trace().latest(1), before + session().experiment().injection);
        QTest::keyRelease(find<QComboBox>("models"), Qt::Key_Space);
        QTRY_COMPARE(session().trace().latest(1), before);

        auto* field = m_window->findChild<QLineEdit*>();
        QVERIFY(field);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Space);
        QVERIFY(!session().isInjecting());
    }

    void injectButtonInjectsWhileHeld()
    {
        auto* button = find<QToolButton>("inject");
        QTest::mousePress(button, Qt::LeftButton);
        QVERIFY(session().isInjecting());
        QTest::mouseRelease(button, Qt::LeftButton);
        QVERIFY(!session().isInjecting());
    }

    void speedSliderSaysWhatItMeans()
    {
        auto* slider = find<QSlider>("speed");
        slider->setFocus();
        const double before = session().speed();
        QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY(session().speed() > before);
        QTest::keyClick(slider, Qt::Key_End);
        QVERIFY(std::isinf(session().speed()));
        QTRY_VERIFY(now() > 10'000);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(session().speed(), runSpeed.min);
    }

    void bothThemesAreApplied()
    {
        const auto ground = [this] { return m_window->grab().toImage().pixelColor(5, m_window->height() / 2).lightness(); };
        applyLook(*qApp, Look::dark);
        QTRY_VERIFY(ground() < 80);
        applyLook(*qApp, Look::light);
        QTRY_VERIFY(ground() > 180);
    }

    void closesWhileRunning()
    {
        find<QSlider>("speed")->setFocus();
        QTest::keyClick(find<QSlider>("speed"), Qt::Key_End);
        QTRY_VERIFY(now() > 100);
        m_window->close();
        m_window.reset();
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
