// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the size of the window and of its parts, nothing is drawn where there is no room, and nothing is said of it.
#include "catalogue.h"
#include "main_window.h"
#include "theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QSplitter>
#include <QTest>

using namespace rheobase;

namespace {

QStringList warnings; // NOLINT: a message handler has no other place

void note(QtMsgType, const QMessageLogContext&, const QString& text)
{
    if (text.startsWith("QP") || text.startsWith("QImage") || text.contains("paintEngine")) warnings << text;
}

/// While it lasts, what painters say comes into the list.
class Listening {
public:
    Listening() : m_before(qInstallMessageHandler(note)) { warnings.clear(); }
    ~Listening() { qInstallMessageHandler(m_before); }

private:
    QtMessageHandler m_before;
};

}

class TestSmallViews : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    double now() const
    {
        const Trace& trace = m_window->session().trace();
        return trace.empty() ? 0 : trace.latestTime();
    }
    void liveOn() const
    {
        const double before = now();
        QTRY_VERIFY(now() > before);
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisible()) widget->repaint();
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("RheobaseTests");
        QCoreApplication::setApplicationName("tst_small_views");
        applyLook(*qApp, Look::light);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(defaultExperiment(*findModel("hodgkin-huxley")));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(now() > 0);
    }
    void cleanup() { m_window.reset(); }

    void theWindow_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1, 1), QSize(2, 700), QSize(900, 1), QSize(40, 40), QSize(5000, 3)})
            QTest::addRow("%d×%d", size.width(), size.height()) << size;
    }
    void theWindow()
    {
        QFETCH(QSize, size);
        const Listening listening;
        m_window->setMinimumSize(1, 1);
        for (auto* dock : m_window->findChildren<QDockWidget*>()) {
            dock->widget()->setMinimumSize(0, 0);
            dock->show();
            dock->raise();
            m_window->resize(size);
            liveOn();
            m_window->resize(900, 600);
            liveOn();
        }
        QVERIFY2(warnings.isEmpty(), qPrintable(QString("%1: ").arg(warnings.size()) + warnings.value(0)));
    }

    void everyPart_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(300, 0), QSize(0, 300), QSize(3, 3), QSize(60, 20)})
            QTest::addRow("%d×%d", size.width(), size.height()) << size;
    }
    void everyPart()
    {
        QFETCH(QSize, size);
        for (auto* dock : m_window->findChildren<QDockWidget*>()) dock->setFloating(true), dock->show();
        liveOn();
        const Listening listening;
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (qobject_cast<QDockWidget*>(widget)) continue;
            const QSize before = widget->size();
            widget->setMinimumSize(0, 0);
            widget->resize(size);
            if (!size.isEmpty()) widget->grab();
            else widget->repaint();
            if (!warnings.isEmpty()) QFAIL(qPrintable(QString(widget->metaObject()->className()) + ": " + warnings.first()));
            widget->resize(before);
        }
        liveOn();
        QVERIFY2(warnings.isEmpty(), qPrintable(QString("%1: ").arg(warnings.size()) + warnings.value(0)));
    }

    void theSplitterAtItsEnds()
    {
        auto* splitter = m_window->findChild<QSplitter*>();
        const Listening listening;
        splitter->setChildrenCollapsible(true);
        for (const QList<int>& sizes : {QList<int>{0, 900}, QList<int>{900, 0}, QList<int>{1, 1}}) {
            splitter->setSizes(sizes);
            liveOn();
        }
        QVERIFY2(warnings.isEmpty(), qPrintable(QString("%1: ").arg(warnings.size()) + warnings.value(0)));
    }
};

QTEST_MAIN(TestSmallViews)
#include "tst_small_views.moc"
