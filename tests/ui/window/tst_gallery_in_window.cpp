// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user goes from the neuron to the gallery and back.
#include "catalogue.h"
#include "main_window.h"
#include "presets.h"
#include "robot.h"
#include "theme.h"
#include "trace_stack.h"

#include <QListView>
#include <QToolButton>

using namespace rheobase;

class TestGalleryInWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    QWidget* gallery() const { return m_window->findChild<QWidget*>("gallery"); }
    QListView* cards() const { return m_window->findChild<QListView*>("cards"); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_gallery_in_window");
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QTRY_VERIFY(QApplication::focusWidget());
    }
    void cleanup() { m_window.reset(); }

    void theNeuronWaitsAsItWas();
    void aPausedNeuronStaysPaused();
    void keysAreNoShortcutsThere();
    void aChosenPresetLives();
    void theWindowClosesWithItOpen();
};

void TestGalleryInWindow::theNeuronWaitsAsItWas()
{
    Experiment own = session().experiment();
    own.parameters[0] *= 1.5;
    session().edit(own);
    const QWidget* const before = QApplication::focusWidget();
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(gallery() && gallery()->isVisible());
    QCOMPARE(gallery()->geometry(), m_window->rect());
    QVERIFY(!session().isRunning());
    m_window->resize(1100, 700);
    QTRY_COMPARE(gallery()->size(), m_window->size());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!gallery()->isVisible());
    QVERIFY(session().isRunning() && session().experiment() == own);
    QCOMPARE(QApplication::focusWidget(), before);
    const double now = session().trace().latestTime();
    QTRY_VERIFY(session().trace().latestTime() > now);
}

void TestGalleryInWindow::aPausedNeuronStaysPaused()
{
    session().pause();
    QTest::mouseClick(m_window->findChild<QToolButton*>("allPresets"), Qt::LeftButton);
    QTRY_VERIFY(gallery() && gallery()->isVisible());
    QTest::mouseClick(m_window->findChild<QToolButton*>("back"), Qt::LeftButton);
    QTRY_VERIFY(!gallery()->isVisible());
    QVERIFY(!session().isRunning());
}

void TestGalleryInWindow::keysAreNoShortcutsThere()
{
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(gallery() && gallery()->isVisible());
    QTRY_VERIFY(cards()->hasFocus());
    const Experiment own = session().experiment();
    const auto docks = m_window->saveState();
    for (const int key : {Qt::Key_K, Qt::Key_C, Qt::Key_F6, Qt::Key_1}) press(key);
    QTest::keyPress(cards(), Qt::Key_Space);
    QVERIFY(!session().isInjecting());
    QTest::keyRelease(cards(), Qt::Key_Space);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(gallery()->isVisible() && session().experiment() == own && !session().isRunning());
    QCOMPARE(m_window->saveState(), docks); // keeping a trace would have opened its view
    press(Qt::Key_Escape);
    QTRY_VERIFY(session().isRunning());
}

/// With its view, and as one step that can be undone.
void TestGalleryInWindow::aChosenPresetLives()
{
    const Experiment own = session().experiment();
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(gallery() && gallery()->isVisible());
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "anode");
    press(Qt::Key_Return);
    QTRY_VERIFY(!gallery()->isVisible());
    const auto presets = presetsFor(*findModel("hodgkin-huxley"));
    const auto anode = std::ranges::find(presets, QStringLiteral("anode-break"), &Preset::id);
    QVERIFY(session().experiment() == anode->experiment);
    QCOMPARE(m_window->stack().timebase().kind(), Timebase::Kind::onset);
    QVERIFY(session().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!session().trace().spikes().empty(), 20'000);
    QCOMPARE(session().undoStack().undoText(), QStringLiteral("Choose preset “Anode break”"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(session().experiment() == own);
}

/// While a card lives and another is computed.
void TestGalleryInWindow::theWindowClosesWithItOpen()
{
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(gallery() && gallery()->isVisible());
    for (int i = 0; i < 3; ++i) press(Qt::Key_Down);
    QTRY_VERIFY(cards()->currentIndex().row() > 8);
    QVERIFY(waitForFrames(20));
    m_window.reset();
}

QTEST_MAIN(TestGalleryInWindow)
#include "tst_gallery_in_window.moc"
