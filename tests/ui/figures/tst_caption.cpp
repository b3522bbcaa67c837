// SPDX-License-Identifier: GPL-3.0-or-later
#include "caption.h"
#include "catalogue.h"
#include "difference.h"

#include <QTest>

using namespace rheobase;

/// An experiment below its figure, and what makes it another, in words.
class TestCaption : public QObject {
    Q_OBJECT
private slots:
    void tellsTheStimulus();
    void tellsTheRepetition();
};

namespace {

Experiment pulsed(double repeat)
{
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    e.stimulus = {{stimulusShape("step"), {5, 12, 9}}};
    e.stimulus.repeat = repeat;
    return e;
}

}

void TestCaption::tellsTheStimulus()
{
    QCOMPARE(captionOf(pulsed(0)), QStringLiteral("Leaky integrate-and-fire, default parameters. Step, start 5\u202fms, end 12\u202fms, "
                                                  "amplitude 9\u202fnA."));
}

void TestCaption::tellsTheRepetition()
{
    QVERIFY2(captionOf(pulsed(40)).endsWith(QStringLiteral("amplitude 9\u202fnA. Repeated every 40\u202fms.")),
             qPrintable(captionOf(pulsed(40))));
    QCOMPARE(difference(pulsed(0), pulsed(40)), QStringLiteral("once → every 40\u202fms"));
    QCOMPARE(difference(pulsed(40), pulsed(0)), QStringLiteral("every 40\u202fms → once"));
    QCOMPARE(difference(pulsed(40), pulsed(50)), QStringLiteral("repetition 40 → 50\u202fms"));
}

QTEST_MAIN(TestCaption)
#include "tst_caption.moc"
