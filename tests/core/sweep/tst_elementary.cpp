// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack.h"

#include <QtTest>

using namespace rheobase;

namespace {

struct Here {};
using P = Pack<2, 2, Here>;

/// How far a value is from the right one, in units of the last place.
double missed(double value, long double right)
{
    return static_cast<double>(std::abs(value - right) / std::abs(std::nextafter(right, INFINITY) - right)) / 2048; // 64 bits, not 53
}

}

/// The functions that sums and products make, against the C library's in extended precision.
class TestElementary : public QObject {
    Q_OBJECT

private slots:
    void exponential();
    void smallArgumentsAreSparedTheirReduction();
    void logarithm();
    void exponents();
};

void TestElementary::exponential()
{
    double worst = 0;
    for (double x = -700; x < 700; x += 0.0137) worst = std::max(worst, missed(rheobase::exp(x), std::exp(static_cast<long double>(x))));
    QVERIFY2(worst < 1.1, qPrintable(QString::number(worst)));
    QCOMPARE(rheobase::exp(0), 1.0);
}

/// To the same bits, also in the lanes of a pack, which are not spared it.
void TestElementary::smallArgumentsAreSparedTheirReduction()
{
    for (double x = -0.4; x < 0.4; x += 1.7e-5) {
        QVERIFY(rheobase::exp(x, 9.0) == elementary::exp(x, 9.0));
        QVERIFY(exp(P(x), 9.0).at(3) == rheobase::exp(x, 9.0));
    }
}

void TestElementary::logarithm()
{
    double worst = 0;
    for (double x = 1e-300; x < 1e300; x *= 1.0137)
        worst = std::max(worst, missed(elementary::log(x), std::log(static_cast<long double>(x))));
    for (double x = 0.5; x < 2; x += 1.37e-5) worst = std::max(worst, missed(elementary::log(x), std::log(static_cast<long double>(x))));
    QVERIFY2(worst < 1, qPrintable(QString::number(worst)));
    QCOMPARE(elementary::log(1.0), 0.0);
    for (const double x : {1e-300, 1e-9, 0.3, 0.99, 1.0, 1.7, 1e9, 1e300}) QVERIFY(log(P(x)).at(2) == elementary::log(x));
}

void TestElementary::exponents()
{
    for (double x = 1e-300; x < 1e300; x *= 1.37) {
        const double mantissa = std::ldexp(x, -static_cast<int>(exponentOf(x)));
        QVERIFY(mantissa >= M_SQRT1_2 && mantissa < M_SQRT2);
        QVERIFY(exponentOf(P(x)).at(1) == exponentOf(x));
    }
}

QTEST_APPLESS_MAIN(TestElementary)
#include "tst_elementary.moc"
