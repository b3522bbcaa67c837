// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user goes from the neuron to the gallery and back.
#include "presets.h"
#include "trace_stack.h"
#include "window_desk.h"

#include <QListView>
#include <QToolButton>

using namespace rheobase;

class TestGalleryInWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    QWidget* gallery() const { return m_window->findChild<QWidget*>("gallery"); }
    QListView* cards() const { return m_window->findChild<QListView*>("cards"); }

private slots:
    void initTestCase() { beginWindowTests("tst_gallery_in_window"); }
    void init()
    {
        m_window = openedWindow();
        QVERIFY(m_window);
    }
    void cleanup() { m_window.reset(); }

    void aChosenPresetLives();
};

/// With its view, and as one step that can be undone.
void TestGalleryInWindow::aChosenPresetLives()
{
    const Experiment own = session().experiment();
    pressKey(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(gallery() && gallery()->isVisible());
    pressKey(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "anode");
    pressKey(Qt::Key_Return);
    QTRY_VERIFY(!gallery()->isVisible());
    const auto presets = presetsFor(*findModel("hodgkin-huxley"));
    const auto anode = std::ranges::find(presets, QStringLiteral("anode-break"), &Preset::id);
    QVERIFY(session().experiment() == anode->experiment);
    QCOMPARE(m_window->stack().timebase().kind(), Timebase::Kind::onset);
    QVERIFY(session().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!session().trace().spikes().empty(), 20'000);
    QCOMPARE(session().undoStack().undoText(), QStringLiteral("Choose preset “Anode break”"));
    pressKey(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(session().experiment() == own);
}

QTEST_MAIN(TestGalleryInWindow)
#include "tst_gallery_in_window.moc"
