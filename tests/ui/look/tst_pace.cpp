// SPDX-License-Identifier: GPL-3.0-or-later
#include "pace.h"

#include <QTest>
#include <QTimer>

using namespace rheobase;

class TestPace : public QObject {
    Q_OBJECT
private slots:
    void actsAtOnceAndOnceMore();
    void turnsComeBack();
};

void TestPace::actsAtOnceAndOnceMore()
{
    int acts = 0;
    Pace pace(30, [&acts] { ++acts; });
    for (int i = 0; i < 10; ++i) pace.ask(); // no event is handled in between
    QCOMPARE(acts, 1);
    QTRY_COMPARE(acts, 2); // what came within the interval is not forgotten
    bool isLater = false;
    QTimer::singleShot(200, [&isLater] { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(acts, 2); // and not done twice
    pace.ask();
    QCOMPARE(acts, 3);
}

void TestPace::turnsComeBack()
{
    bool isMine = false;
    QTRY_VERIFY(isMine || (isMine = takesTurn()));
    QElapsedTimer since;
    since.start();
    const bool again = takesTurn();
    QVERIFY(!again || since.elapsed() >= 7); // so long only where the machine was busy
    isMine = false;
    QTRY_VERIFY(isMine || (isMine = takesTurn()));
}

QTEST_MAIN(TestPace)
#include "tst_pace.moc"
