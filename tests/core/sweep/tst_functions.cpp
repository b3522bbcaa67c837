// SPDX-License-Identifier: GPL-3.0-or-later
#include "dual.h"
#include "pack.h"
#include "symbol.h"

#include <QtTest>

#include <cmath>

using namespace rheobase;

namespace {

struct Here {};

/// How far a value is from the right one, in units of the last place of a double.
double missed(double value, long double right)
{
    if (std::isnan(right)) return std::isnan(value) ? 0 : INFINITY;
    if (std::isinf(right)) return value == static_cast<double>(right) ? 0 : INFINITY;
    const long double unit = std::abs(std::nextafter(right, static_cast<long double>(INFINITY)) - right) * 2048; // 64 bits, not 53
    return static_cast<double>(std::abs(value - right) / unit);
}

using Unary = long double (*)(long double);
using Binary = long double (*)(long double, long double);

long double linear(long double x) { return x == 0 ? 1 : x / -std::expm1(-x); }
/// The derivative of a function of the C library, by Ridders' extrapolation from long doubles.
long double derivative(const std::function<long double(long double)>& f, long double x, long double least = 0)
{
    long double table[8][8], h = std::max(std::abs(x) / 50, least);
    for (int i = 0; i < 8; ++i, h /= 2) {
        table[i][0] = (f(x + h) - f(x - h)) / (2 * h);
        long double factor = 4;
        for (int k = 1; k <= i; ++k, factor *= 4) table[i][k] = (factor * table[i][k - 1] - table[i - 1][k - 1]) / (factor - 1);
    }
    return table[7][7];
}

template<std::size_t width, std::size_t count, class F, class... A> bool lanesAgree(F f, double value, A... arguments)
{
    using P = Pack<width, count, Here>;
    const P pack = applied(f, P(arguments)...);
    for (std::size_t lane = 0; lane < P::lanes; ++lane)
        if (std::bit_cast<std::uint64_t>(pack.at(lane)) != std::bit_cast<std::uint64_t>(value)
            && !(std::isnan(value) && std::isnan(pack.at(lane))))
            return false;
    return true;
}

constexpr Quantity first{"x", "", 0, -1, 1, "first"}, second{"y", "", 0, -1, 1, "second"};
const Symbol x = Symbol::named(Role::parameter, 0, first), y = Symbol::named(Role::parameter, 1, second);

double inSymbols(Symbol s, std::vector<double> arguments)
{
    return evaluate(s, Values{.parameters = arguments, .state = {}, .terms = {}, .derived = {}});
}

const double samples[] = {-700,  -36.6, -5,  -1.3,  -0.7, -1e-2, -1e-5, -1e-12, 0,    1e-300, 1e-15, 1e-7,
                          0.003, 0.3,   0.5, 0.999, 1,    1.7,   2.9,   10,     45.6, 300,    690};

}

/// Every row of functions.h by the C library in extended precision: its value for a number, its slope for a dual number, the same bits in
/// the lanes of packs of every width, and the same value of the expression.
class TestFunctions : public QObject {
    Q_OBJECT

    template<class F> void unary(F f, Unary library, double least, double most, double allowed, long double step = 1e-3L)
    {
        for (const double at : samples) {
            if (at < least || at > most) continue;
            const double value = applied(f, at);
            const double off = missed(value, library(at));
            QVERIFY2(off <= allowed, qPrintable(QString("%1(%2): off by %3").arg(QString::fromUtf8(F::name.data())).arg(at).arg(off)));
            QVERIFY2((lanesAgree<2, 2>(f, value, at) && lanesAgree<4, 2>(f, value, at) && lanesAgree<8, 2>(f, value, at)), F::name.data());
            QCOMPARE(inSymbols(applied(f, x), {at}), value);
            if (at == least || std::abs(at) < 1e-9) continue;
            const auto dual = applied(f, Dual<2>::variable(at, 1));
            const auto slope = static_cast<double>(derivative(library, at, step));
            QCOMPARE(dual.value, value);
            QCOMPARE(dual.slope[0], 0.0);
            QVERIFY2(std::abs(dual.slope[1] - slope) <= 1e-9 * std::max(std::abs(slope), 1e-3),
                     qPrintable(QString("%1 %2").arg(dual.slope[1]).arg(slope)));
        }
    }
    template<class F>
    void binary(F f, Binary library, const std::vector<double>& left, const std::vector<double>& right, double byLogarithm = 0)
    {
        for (const double a : left)
            for (const double b : right) {
                const double value = applied(f, a, b);
                QVERIFY(missed(value, library(a, b)) <= 1 + byLogarithm * (0.5 + std::abs(std::log(std::abs(value)))));
                QVERIFY2((lanesAgree<2, 2>(f, value, a, b) && lanesAgree<4, 2>(f, value, a, b) && lanesAgree<8, 2>(f, value, a, b)),
                         F::name.data());
                QCOMPARE(inSymbols(applied(f, x, y), {a, b}), value);
                const auto dual = applied(f, Dual<2>::variable(a, 0), Dual<2>::variable(b, 1));
                const auto byA = static_cast<double>(derivative([&](long double s) { return library(s, b); }, a));
                const auto byB = static_cast<double>(derivative([&](long double s) { return library(a, s); }, b));
                QCOMPARE(dual.value, value);
                QVERIFY(std::abs(dual.slope[0] - byA) <= 1e-9 * std::max(std::abs(byA), 1e-6));
                QVERIFY(std::abs(dual.slope[1] - byB) <= 1e-9 * std::max(std::abs(byB), 1e-6));
            }
    }

private slots:
    void exponential()
    {
        unary(
            functions::Exp(), [](long double t) { return std::exp(t); }, -700, 700, 1.1, 0);
    }
    void logarithm()
    {
        unary(
            functions::Log(), [](long double t) { return std::log(t); }, 0, 700, 1.1, 0);
        QVERIFY(std::isnan(rheobase::log(-1)));
        QCOMPARE(rheobase::log(INFINITY), double(INFINITY));
        QVERIFY(missed(rheobase::log(5e-324), std::log(static_cast<long double>(5e-324))) < 1);
    }
    void root()
    {
        unary(
            functions::Sqrt(), [](long double t) { return std::sqrt(t); }, 0, 700, 0.51, 0);
    }
    void size()
    {
        unary(
            functions::Abs(), [](long double t) { return std::abs(t); }, -700, 700, 0, 0);
    }
    void hyperbolicSine()
    {
        unary(
            functions::Sinh(), [](long double t) { return std::sinh(t); }, -700, 700, 3);
    }
    void hyperbolicCosine()
    {
        unary(
            functions::Cosh(), [](long double t) { return std::cosh(t); }, -700, 700, 3);
    }
    void hyperbolicTangent()
    {
        unary(
            functions::Tanh(), [](long double t) { return std::tanh(t); }, -700, 700, 3);
    }
    void sigmoidal()
    {
        unary(
            functions::Sigmoid(), [](long double t) { return 1 / (1 + std::exp(-t)); }, -700, 700, 3);
    }
    void linearOfExponential() { unary(functions::ExpLinear(), linear, -700, 700, 4); }
    void power()
    {
        binary(
            functions::Pow(), [](long double a, long double b) { return std::pow(a, b); }, {0.01, 0.3, 1, 2.5, 100},
            {-3, -0.5, 0.4, 1, 7.3}, 2);
    }
    void lesser()
    {
        binary(functions::Min(), [](long double a, long double b) { return std::min(a, b); }, {-3, -0.1, 2}, {-2, 0.7, 5});
    }
    void greater()
    {
        binary(functions::Max(), [](long double a, long double b) { return std::max(a, b); }, {-3, -0.1, 2}, {-2, 0.7, 5});
    }

    /// Conditions are bools, masks or expressions, as the number type has them.
    void choices()
    {
        using P = Pack<4, 2, Here>;
        const auto step = [](const auto& a) {
            using R = std::decay_t<decltype(a)>;
            return select(a <= R(1), R(a * a), select(a < R(3), R(a + 1), R(-a)));
        };
        const std::pair<double, double> cases[] = {{0.5, 0.25}, {1, 1}, {2, 3}, {3, -3}, {7, -7}};
        for (const auto& [at, right] : cases) {
            QCOMPARE(step(at), right);
            QCOMPARE(step(P(at)).at(3), right);
            QCOMPARE(inSymbols(step(x), {at}), right);
            QCOMPARE(step(Dual<1>::variable(at, 0)).value, right);
            QCOMPARE(step(Dual<1>::variable(at, 0)).slope[0], at <= 1 ? 2 * at : at < 3 ? 1. : -1.);
        }
        QCOMPARE(QString::fromStdString(text(step(x))), QStringLiteral("select(x <= 1, x^2, select(x < 3, x + 1, -x))"));
    }

    void theyAreWritten_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("inLatex");
        const std::tuple<const char*, const char*, const char*> rows[] = {
            {"tanh", "tanh((x - 1) / y)", "\\tanh\\,\\frac{x - 1}{y}"},
            {"cosh", "cosh(x)", "\\cosh\\,x"},
            {"sinh", "sinh(x + 1)", "\\sinh\\,(x + 1)"},
            {"abs", "abs(x - y)", "|x - y|"},
            {"max", "max(x - y, 0)^3", "(\\max(x - y,\\,0))^{3}"},
            {"sigmoid", "2 * 1 / (1 + exp(-x))", "2\\,\\frac{1}{1 + \\mathrm{e}^{-x}}"},
            {"select", "2 * select(x < y, x, 1)", "2\\,(x\\,\\text{if}\\,x < y,\\,\\text{else}\\,1)"},
        };
        int i = 0;
        for (const auto& [name, plain, inLatex] : rows) QTest::newRow(name) << i++ << plain << inLatex;
    }
    void theyAreWritten()
    {
        QFETCH(int, which);
        const Symbol made[] = {tanh((x - 1) / y),
                               cosh(x),
                               sinh(x + 1),
                               abs(x - y),
                               rheobase::power<3>(max(x - y, 0)),
                               2 * sigmoid(x),
                               2 * select(x < y, x, Symbol(1))};
        QTEST(QString::fromStdString(text(made[which])), "plain");
        QTEST(QString::fromStdString(latex(made[which])), "inLatex");
        QCOMPARE(text(tidied(made[which])), text(made[which]));
    }
};

QTEST_APPLESS_MAIN(TestFunctions)
#include "tst_functions.moc"
