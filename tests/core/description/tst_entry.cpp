// SPDX-License-Identifier: GPL-3.0-or-later
// What is written in a field: either decimal sign, groups that may be thousands, and one calculation.
#include "entry.h"
#include "experiment.h"
#include "support.h"

#include <QTest>

using namespace rheobase;

namespace {

constexpr Quantity potential{"E_Na", "mV", 20, -100, 100, "sodium reversal potential"};

}

class TestEntry : public QObject {
    Q_OBJECT
private slots:
    void numbersAndCalculations_data();
    void numbersAndCalculations();
    void twoReadings_data();
    void twoReadings();
    void noNumbers_data();
    void noNumbers();
    void problemsAreSaid();
    void whatIsTooGreatIsGreaterThanAnyBound();
    void everyNumberIsReadAsItIs();
};

void TestEntry::numbersAndCalculations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("signs"); // the decimal signs of the languages in which it is so
    QTest::addColumn<double>("value");
    const auto row = [](const char* text, const char* signs, double value) {
        QTest::addRow("%s (%s)", text, signs) << QString::fromUtf8(text) << QString::fromLatin1(signs) << value;
    };
    row("12.5", ".,", 12.5);
    row("12,5", ".,", 12.5);
    row("0.123", ".,", 0.123);
    row("0,123", ".,", 0.123);
    row("-0,001", ".,", -0.001);
    row(",125", ".,", 0.125);
    row(".125", ".,", 0.125);
    row("1,0000", ".,", 1);
    row("1,00", ".,", 1);
    row("1000,125", ".,", 1000.125); // four digits before it
    row("012,345", ".,", 12.345);    // a leading 0
    row("1.000", ".", 1);            // the language's own sign always is decimal
    row("1,000", ",", 1);
    row("54.387", ".", 54.387);
    row("1,234.5", ".", 1234.5); // both: what comes first groups
    row("1.234,5", ",", 1234.5);
    row("1,234,567", ".", 1234567);
    row("1.234.567", ",", 1234567);
    row("12 000", ".,", 12000);
    row("12\u202f000,5", ".,", 12000.5);
    row("1e3", ".,", 1000);
    row("2.5e-3", ".,", 0.0025);
    row("2,5E+1", ".,", 25);
    row(" 7 ", ".,", 7);
    row("- 7", ".,", -7);
    row("−45", ".,", -45);
    row("+50", ".,", 50); // a number, as on a slip of paper, and no sum
    row("+50 mV", ".,", 50);
    row("0.05V", ".,", 50);
    row("0,05 V", ".,", 50);
    // calculations; the present value is 20
    row("+=5", ".,", 25);
    row("-=5", ".,", 15);
    row("−=2,5", ".,", 17.5);
    row("+= -5", ".,", 15);
    row("+=0.01 V", ".,", 30);
    row("*2", ".,", 40);
    row("*=2", ".,", 40);
    row("×1,5", ".,", 30);
    row("/2", ".,", 10);
    row("÷ 4", ".,", 5);
    row("50+5", ".,", 55);
    row("50 - 5", ".,", 45);
    row("-50+5", ".,", -45);
    row("50 - -5", ".,", 55);
    row("0.1+0.2", ".,", 0.3);
    row("20/3", ".,", 20.0 / 3);
    row("2,5*4", ".,", 10);
    row("20/4 mV", ".,", 5);
    row("0.02 V/4", ".,", 5);
    row("50+5 mV", ".,", 55);
    row("50 mV + 5 mV", ".,", 55);
    row("0.05+0.005 V", ".,", 55);
    row("0.05 V - 5 mV", ".,", 45);
}

void TestEntry::numbersAndCalculations()
{
    QFETCH(QString, text);
    QFETCH(QString, signs);
    QFETCH(double, value);
    for (const QChar sign : signs) {
        const Entry read = entry(text.toStdString(), 20, potential, sign.toLatin1());
        QVERIFY(read.value && read.readings.empty() && read.problem.empty());
        QVERIFY2(*read.value == value, shortest(*read.value).c_str()); // to the last bit
    }
}

void TestEntry::twoReadings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("small");
    QTest::addColumn<double>("great");
    QTest::newRow("one, or a thousand") << "1,000" << 1.0 << 1000.0;
    QTest::newRow("three digits before it") << "123,456" << 123.456 << 123456.0;
    QTest::newRow("negative") << "-54,387" << -54.387 << -54387.0;
    QTest::newRow("signed") << "+1,000" << 1.0 << 1000.0;
    QTest::newRow("with a unit") << "1,500 V" << 1500.0 << 1500000.0;
    QTest::newRow("in a sum") << "+=1,000" << 21.0 << 1020.0;
    QTest::newRow("in a product") << "2*1,000" << 2.0 << 2000.0;
}

void TestEntry::twoReadings()
{
    QFETCH(QString, text);
    QFETCH(double, small);
    QFETCH(double, great);
    for (const char sign : {'.', ','}) {
        QString written = text;
        if (sign == ',') written.replace(u',', u'.'); // the other sign of that language
        const Entry read = entry(written.toStdString(), 20, potential, sign);
        QVERIFY(!read.value && read.problem.empty());
        QCOMPARE(read.readings, (std::vector<double>{small, great}));
    }
}

void TestEntry::noNumbers_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"",         " ", "-", "+",   "abc", "*",  "/",     "+=",   "*x", "--3",   "+-3",         "1..2",        "1,2,3",   "1,,000",
          "1,00,000", ".", ",", "nan", "inf", "1+", "1+2+3", "*2*3", "2=", "12 34", "1,000.000,0", "2 mV * 3 mV", "5 parsec"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestEntry::noNumbers()
{
    QFETCH(QString, text);
    for (const char sign : {'.', ','}) {
        const Entry read = entry(text.toStdString(), 20, potential, sign);
        QVERIFY(!read.value && read.readings.empty());
    }
}

void TestEntry::problemsAreSaid()
{
    const auto said = [](std::string_view text) { return std::string(entry(text, 20, potential, '.').problem); };
    QCOMPARE(said("10 nF"), std::string("E_Na is a potential; 10 nF is a capacitance."));
    QCOMPARE(said("50 mV + 10 nF"), std::string("E_Na is a potential; 10 nF is a capacitance."));
    QCOMPARE(said("1/0"), std::string("Nothing can be divided by 0."));
}

void TestEntry::whatIsTooGreatIsGreaterThanAnyBound()
{
    for (const char* text : {"1e400", "1e99999999999", "1e308 kV"}) {
        const auto value = entry(text, 20, potential, '.').value;
        QVERIFY2(value && *value > Domain::farthest && problem(potential, *value).pattern == "%1 must be at most %2.", text);
    }
    QVERIFY(entry("-1e400", 20, potential, '.').value.value() < -Domain::farthest);
    QCOMPARE(entry("1e-400", 20, potential, '.').value.value(), 0.0);
}

void TestEntry::everyNumberIsReadAsItIs()
{
    for (const Model& model : catalogue())
        for (const Quantity& q : model.parameters)
            for (const double value : {q.value, q.min, q.max, (q.min + q.max) / 3}) {
                std::string text = shortest(value);
                QCOMPARE(entry(text, 0, q, '.').value.value(), value);
                std::ranges::replace(text, '.', ',');
                QCOMPARE(entry(text, 0, q, ',').value.value(), value);
                QVERIFY(entry(text, 0, q, ',').isPlain);
            }
}

QTEST_GUILESS_MAIN(TestEntry)
#include "tst_entry.moc"
