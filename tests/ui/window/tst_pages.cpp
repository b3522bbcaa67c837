// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every page that takes the place of the neuron.
#include "page.h"
#include "student_folder.h"
#include "window_desk.h"

#include <QToolButton>

using namespace rheobase;

class TestPages : public QObject {
    Q_OBJECT

    std::unique_ptr<StudentFolder> m_folder;
    std::unique_ptr<MainWindow> m_window;

    Session& session() const { return m_window->session(); }
    Page* page() const { return m_window->findChild<Page*>(*static_cast<QString*>(QTest::qData("page", QMetaType::QString))); }
    void open() const
    {
        QFETCH(int, key);
        pressKey(key, Qt::ControlModifier);
        QTRY_VERIFY(page() && page()->isVisible() && page()->isAncestorOf(QApplication::focusWidget()));
    }
    static void addPages()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("button");
        QTest::newRow("gallery") << "gallery" << int(Qt::Key_G) << "allPresets";
        QTest::newRow("lessons") << "learn" << int(Qt::Key_L) << "learnButton";
    }

private slots:
    void initTestCase() { beginWindowTests("tst_pages"); }
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<StudentFolder>();
        m_window = openedWindow();
        QVERIFY(m_window);
    }
    void cleanup() { m_window.reset(); }

    void theNeuronWaitsAsItWas_data() { addPages(); }
    void theNeuronWaitsAsItWas();
    void aPausedNeuronStaysPaused_data() { addPages(); }
    void aPausedNeuronStaysPaused();
    void keysAreNoShortcutsThere_data() { addPages(); }
    void keysAreNoShortcutsThere();
    void tabStaysInside_data() { addPages(); }
    void tabStaysInside();
    void theWindowClosesWithItOpen_data() { addPages(); }
    void theWindowClosesWithItOpen();
};

void TestPages::theNeuronWaitsAsItWas()
{
    Experiment own = session().experiment();
    own.parameters[0] *= 1.5;
    session().edit(own);
    const QWidget* const before = QApplication::focusWidget();
    open();
    QCOMPARE(page()->geometry(), m_window->rect());
    QVERIFY(!session().isRunning());
    m_window->resize(1100, 700);
    QTRY_COMPARE(page()->size(), m_window->size());
    pressKey(Qt::Key_Escape);
    QTRY_VERIFY(!page()->isVisible());
    QVERIFY(session().isRunning() && session().experiment() == own);
    QCOMPARE(QApplication::focusWidget(), before);
    const double now = session().trace().latestTime();
    QTRY_VERIFY(session().trace().latestTime() > now);
}

void TestPages::aPausedNeuronStaysPaused()
{
    QFETCH(QString, button);
    session().pause();
    QTest::mouseClick(m_window->findChild<QToolButton*>(button), Qt::LeftButton);
    QTRY_VERIFY(page() && page()->isVisible());
    QTest::mouseClick(page()->findChild<QToolButton*>("back"), Qt::LeftButton);
    QTRY_VERIFY(!page()->isVisible());
    QVERIFY(!session().isRunning());
}

void TestPages::keysAreNoShortcutsThere()
{
    QFETCH(int, key);
    open();
    const Experiment own = session().experiment();
    const auto docks = m_window->saveState();
    for (const int shortcut : {Qt::Key_K, Qt::Key_C, Qt::Key_R, Qt::Key_F6, Qt::Key_1}) pressKey(shortcut);
    QWidget* const place = QApplication::focusWidget();
    QTest::keyPress(place, Qt::Key_Space);
    QVERIFY(!session().isInjecting());
    QTest::keyRelease(place, Qt::Key_Space);
    pressKey(Qt::Key_Z, Qt::ControlModifier);
    pressKey(key, Qt::ControlModifier);
    QVERIFY(page()->isVisible() && session().experiment() == own && !session().isRunning());
    QCOMPARE(m_window->saveState(), docks); // keeping a trace would have opened its view
}

void TestPages::tabStaysInside()
{
    open();
    const QWidget* const first = QApplication::focusWidget();
    for (int i = 0; i < 30; ++i) {
        pressKey(Qt::Key_Tab);
        QVERIFY(page()->isAncestorOf(QApplication::focusWidget()));
        if (QApplication::focusWidget() == first) return;
    }
    QFAIL("it does not come round");
}

void TestPages::theWindowClosesWithItOpen()
{
    open();
    m_window->close();
    QVERIFY(!m_window->isVisible());
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
