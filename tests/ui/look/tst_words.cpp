// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <QLocale>
#include <QTest>

using namespace rheobase;

class TestWords : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }

    void lengthsOfTimeHaveTheUnitThatSuitsThem_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<QString>("text");
        const auto row = [](double ms, const char* text) { QTest::addRow("%g ms", ms) << ms << QString::fromUtf8(text); };
        row(0.1, "100\u202fµs");
        row(0, "0\u202fms");
        row(200, "200\u202fms");
        row(1000, "1\u202fs");
        row(70'060, "70.1\u202fs");
        row(1'000'000, "16.7\u202fmin");
        row(3.6e7, "10\u202fh");
        row(-200, "−200\u202fms");
    }
    void lengthsOfTimeHaveTheUnitThatSuitsThem()
    {
        QFETCH(double, ms);
        QTEST(duration(ms), "text");
        QCOMPARE(duration(ms, 3, "/s"), duration(ms) + "/s");
    }

    void momentsAreToldAsFineAsTheyAreSeen_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<double>("resolution");
        QTest::addColumn<QString>("text");
        const auto row = [](double ms, double resolution, const char* text) {
            QTest::addRow("%g ms to %g", ms, resolution) << ms << resolution << QString::fromUtf8(text);
        };
        row(0.00552464, 0.3, "0.0\u202fms");
        row(-0.004, 0.1, "0.0\u202fms");
        row(284.0912, 0.01, "284.09\u202fms");
        row(284.0912, 2, "284\u202fms");
        row(70'060, 0.01, "70.06000\u202fs");
        row(70'060, 1, "70.060\u202fs");
        row(1'000'000, 10, "16\u202fmin 40.00\u202fs");
        row(-600'000, 1000, "−10\u202fmin 0\u202fs");
    }
    void momentsAreToldAsFineAsTheyAreSeen()
    {
        QFETCH(double, ms);
        QFETCH(double, resolution);
        QTEST(moment(ms, resolution), "text");
    }

    void anAxisCountsInWhatItShows()
    {
        QCOMPARE(unitOfTimes(200, 200).name, "ms");
        QCOMPARE(unitOfTimes(999'900, 200).name, "s");
        QCOMPARE(unitOfTimes(20'000, 20'000).name, "s");
        QCOMPARE(unitOfTimes(1e6, 6e5).name, "min");
    }

    void symbolsInSentencesAreTypeset()
    {
        QCOMPARE(typeset("V_reset must be below V_th & E_∞."),
                 "<i>V</i><sub>reset</sub> must be below <i>V</i><sub>th</sub> &amp; <i>E</i><sub>∞</sub>.");
        QCOMPARE(typeset("a < b"), "a &lt; b");
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
