// SPDX-License-Identifier: GPL-3.0-or-later
// A robot user who is new: hints, help, tool tips.
#include "catalogue.h"
#include "help_window.h"
#include "hints.h"
#include "main_window.h"
#include "meanings.h"
#include "quantity_editor.h"
#include "robot.h"
#include "trace_stack.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>

using namespace rheobase;

class TestHelp : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    template<class W> W* find(const char* name) const { return m_window->findChild<W*>(QLatin1String(name)); }
    HelpWindow* help() const { return m_window->findChild<HelpWindow*>(); }
    QString page() const { return help()->findChild<QTextBrowser*>("page")->toPlainText(); }
    QList<HintCard*> hints() const
    {
        QList<HintCard*> seen;
        for (auto* hint : m_window->findChildren<HintCard*>())
            if (hint->isVisible()) seen << hint;
        return seen;
    }
    void start()
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel("leaky-integrate-and-fire")));
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void press(int key) const
    {
        QWidget* widget = m_window->focusWidget();
        QTest::keyClick(widget ? widget : m_window.get(), static_cast<Qt::Key>(key));
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_help");
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        QSettings().clear();
        start();
    }
    void cleanup() { m_window.reset(); }

    void f1OpensTheHelpBesideTheWindow()
    {
        press(Qt::Key_F1);
        QTRY_VERIFY(help() && help()->isVisible());
        QVERIFY(!help()->isModal());
        for (const char* words : {"F5", "Run or pause the neuron", "Space, held", "F1", "Measure with two cursors"})
            QVERIFY2(page().contains(words), words);
        QTest::keyClick(help()->findChild<QLineEdit*>("search"), Qt::Key_Escape);
        QTRY_VERIFY(!help()->isVisible());
    }

    /// No shortcut is forgotten, as none is written down twice.
    void theKeyboardMapHasEveryShortcut()
    {
        press(Qt::Key_F1);
        QTRY_VERIFY(help() && help()->isVisible());
        for (const QAction* action : m_window->actions())
            if (!action->shortcut().isEmpty())
                QVERIFY2(page().contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->text()));
    }

    void everyViewSaysWhatItShows()
    {
        auto* menu = find<QToolButton>("help")->menu();
        QVERIFY(menu && menu->actions().size() >= 4);
        menu->actions()[1]->trigger();
        QTRY_VERIFY(help() && help()->isVisible());
        for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>()) {
            QVERIFY2(dock->whatsThis().size() > 40, qPrintable(dock->objectName()));
            QVERIFY2(page().contains(dock->whatsThis().left(40)), qPrintable(dock->objectName()));
        }
        QVERIFY(page().contains(m_window->stack().whatsThis().left(40)));
    }

    void whatTheNumbersMeanIsThere()
    {
        find<QToolButton>("help")->menu()->actions()[2]->trigger();
        QTRY_VERIFY(help() && help()->isVisible());
        for (const Meaning& meaning : meanings()) QVERIFY(page().contains(QString::fromUtf8(meaning.text.data(), 40)));
    }

    void isSearched()
    {
        press(Qt::Key_F1);
        QTRY_VERIFY(help() && help()->isVisible());
        QTest::keyClicks(help()->findChild<QLineEdit*>("search"), "rheobase");
        QTRY_VERIFY(!page().contains("Run or pause"));
        QVERIFY(page().contains("Ladder of models") && page().contains("What the numbers mean")); // of several parts
        write(help()->findChild<QLineEdit*>("search"), "no such words");
        QTRY_VERIFY(page().contains("Nothing in the help"));
    }

    void hintsAreShownOnlyWhereAsked() { QVERIFY(hints().isEmpty()); }

    void hintsPointWithoutCovering()
    {
        m_window->showHints();
        QTRY_COMPARE(hints().size(), 3);
        for (const QSize size : {QSize(1280, 720), QSize(1440, 900), QSize(1900, 1000)}) {
            m_window->resize(size);
            QTRY_VERIFY(m_window->size() == size);
            for (const HintCard* hint : hints()) {
                const QRect target(hint->target()->mapTo(m_window.get(), QPoint()), hint->target()->size());
                QTRY_VERIFY2(!hint->body().intersects(target), qPrintable(hint->objectName()));
                QTRY_VERIFY(m_window->rect().contains(hint->body()));
                for (const HintCard* other : hints()) QVERIFY(other == hint || !other->body().intersects(hint->body()));
            }
        }
    }

    /// Nothing waits for them: the window works while they are there.
    void hintsThatAreUnderstoodNeverComeBack()
    {
        m_window->showHints();
        QTRY_COMPARE(hints().size(), 3);
        QTest::mouseClick(find<QWidget>("hint-current")->findChild<QPushButton*>("gotIt"), Qt::LeftButton);
        QTRY_COMPARE(hints().size(), 2);
        press(Qt::Key_Escape);
        QTRY_COMPARE(hints().size(), 1);
        m_window.reset();
        start();
        m_window->showHints();
        QTRY_COMPARE(hints().size(), 1);
        press(Qt::Key_Escape);
        QTRY_VERIFY(hints().isEmpty());
        m_window.reset();
        start();
        m_window->showHints();
        QVERIFY(waitForFrames(5));
        QVERIFY(hints().isEmpty());
        for (QAction* action : find<QToolButton>("help")->menu()->actions())
            if (action->text().contains("hints")) action->trigger();
        QTRY_COMPARE(hints().size(), 3);
    }

    void noToolTipRepeatsItsLabel()
    {
        int tips = 0;
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            QTextDocument tip;
            tip.setHtml(widget->toolTip());
            const QString said = tip.toPlainText().trimmed();
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const QString text = label ? label->text() : button ? button->text() : QString();
            tips += !said.isEmpty();
            QVERIFY2(said.isEmpty() || said.compare(text, Qt::CaseInsensitive) != 0, qPrintable(said));
        }
        QVERIFY2(tips > 40, qPrintable(QString::number(tips)));
        for (const auto* editor : m_window->findChildren<QuantityEditor*>())
            QVERIFY2(editor->toolTip().size() > 40, qPrintable(editor->accessibleName()));
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
