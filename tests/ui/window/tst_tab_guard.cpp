// SPDX-License-Identifier: GPL-3.0-or-later
#include "tab_guard.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTabBar>
#include <QTest>

using namespace rheobase;

/// A tab that is dragged while others go: Qt alone falls.
class TestTabGuard : public QObject {
    Q_OBJECT

private slots:
    void tabsMayGoWhileOneIsDragged()
    {
        const TabGuard guard(nullptr);
        for (const bool isUnderWay : {false, true}) {
            QTabBar bar;
            bar.setMovable(true);
            for (const char* name : {"one", "two", "three", "four"}) bar.addTab(name);
            bar.show();
            const QPoint last = bar.tabRect(3).center();
            QTest::mousePress(&bar, Qt::LeftButton, {}, last);
            if (isUnderWay) move(bar, last - QPoint(30, 0));
            for (int i = 0; i < 2; ++i) bar.removeTab(0);
            QTest::mousePress(&bar, Qt::RightButton, {}, bar.tabRect(0).center());
            for (int x = last.x(); x > 0; x -= 7) move(bar, {x, last.y()});
            QTest::mouseRelease(&bar, Qt::LeftButton, {}, bar.tabRect(0).center());
            QCOMPARE(bar.count(), 2);
        }
    }

    void tabsAreStillDragged()
    {
        const TabGuard guard(nullptr);
        QTabBar bar;
        bar.setMovable(true);
        for (const char* name : {"one", "two", "three"}) bar.addTab(name);
        bar.show();
        const QPoint last = bar.tabRect(2).center();
        QTest::mousePress(&bar, Qt::LeftButton, {}, last);
        for (int x = last.x(); x > 0; x -= 5) move(bar, {x, last.y()});
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, {1, last.y()});
        QCOMPARE(bar.tabText(0), QString("three"));
    }

private:
    static void move(QTabBar& bar, QPoint to)
    {
        QMouseEvent event(QEvent::MouseMove, to, bar.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&bar, &event);
    }
};

QTEST_MAIN(TestTabGuard)
#include "tst_tab_guard.moc"
