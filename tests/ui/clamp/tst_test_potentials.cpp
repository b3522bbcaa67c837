// SPDX-License-Identifier: GPL-3.0-or-later
// Test potentials as people write them.
#include "catalogue.h"
#include "test_potentials.h"

#include <QLocale>
#include <QTest>

using namespace rheobase;

namespace {

using Steps = std::vector<double>;

const Model& squid() { return *findModel("hodgkin-huxley"); }

}

class TestTestPotentials : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void areRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Steps>("steps");
        QTest::newRow("from:to:count") << "en"
                                       << "-40:60:11" << Steps{-40, -30, -20, -10, 0, 10, 20, 30, 40, 50, 60};
        QTest::newRow("with a true minus and a unit") << "en"
                                                      << "−40 : 60 mV : 3" << Steps{-40, 10, 60};
        QTest::newRow("downwards") << "en"
                                   << "20:-20:3" << Steps{20, 0, -20};
        QTest::newRow("one by count") << "en"
                                      << "-20:60:1" << Steps{-20};
        QTest::newRow("a list") << "en"
                                << "-40, -20,0" << Steps{-40, -20, 0};
        QTest::newRow("by spaces") << "en"
                                   << " -40 12.5  0" << Steps{-40, 12.5, 0};
        QTest::newRow("German") << "de"
                                << "−40,5; 20" << Steps{-40.5, 20};
        QTest::newRow("German, by commas and spaces") << "de"
                                                      << "-40, 20,5, 0" << Steps{-40, 20.5, 0};
        QTest::newRow("German range") << "de"
                                      << "-40,5:40,5:3" << Steps{-40.5, 0, 40.5};
    }
    void areRead()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(Steps, steps);
        QLocale::setDefault(QLocale(language));
        const auto read = readSteps(text, squid());
        QVERIFY2(std::holds_alternative<Steps>(read), qPrintable(std::holds_alternative<QString>(read) ? std::get<QString>(read) : text));
        QCOMPARE(std::get<Steps>(read), steps);
        const auto again = readSteps(written(steps), squid());
        QVERIFY2(std::holds_alternative<Steps>(again), qPrintable(written(steps)));
        QCOMPARE(std::get<Steps>(again), steps);
    }

    void areRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << ""
                              << "at least one";
        QTest::newRow("words") << "some"
                               << "some";
        QTest::newRow("too many") << "-60:60:17"
                                  << "16";
        QTest::newRow("too many by name") << "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"
                                          << "16";
        QTest::newRow("no count") << "-60:60"
                                  << "how many";
        QTest::newRow("a count of none") << "-60:60:0"
                                         << "how many";
        QTest::newRow("too far") << "1e12"
                                 << "";
        QTest::newRow("another thing") << "-60:3 nA:5"
                                       << "";
    }
    void areRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto read = readSteps(text, squid());
        QVERIFY(std::holds_alternative<QString>(read));
        QVERIFY2(std::get<QString>(read).contains(says) && !std::get<QString>(read).isEmpty(), qPrintable(std::get<QString>(read)));
    }

    void evenStepsAreWrittenInShort()
    {
        QCOMPARE(written({-40, -30, -20}).remove(QChar(0x202f)), QString("−40:−20:3"));
        QCOMPARE(written({-40, 0}), QString("−40, 0"));
        QCOMPARE(written({-40, -30, 20}), QString("−40, −30, 20"));
    }
};

QTEST_GUILESS_MAIN(TestTestPotentials)
#include "tst_test_potentials.moc"
