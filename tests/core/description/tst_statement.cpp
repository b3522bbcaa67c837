// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "statement.h"

#include <QTest>

#include <cmath>

using namespace rheobase;

namespace {

constexpr Quantity a{"a", "", 1, 0, 2, "first"}, b{"b_th", "", 1, 0, 2, "second"}, x{"τ_m", "", 1, 0, 2, "third"};
const Symbol A = Symbol::named(Role::parameter, 0, a), B = Symbol::named(Role::parameter, 1, b), X = Symbol::named(Role::state, 0, x);

QString inLatex(const Symbol& s) { return QString::fromStdString(latex(s)); }
QString inText(const Symbol& s) { return QString::fromStdString(text(s)); }

}

/// Expressions and equations as they are written down.
class TestStatement : public QObject {
    Q_OBJECT

    static void addModels()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(catalogue().size()); ++i)
            QTest::addRow("%s", catalogue()[static_cast<std::size_t>(i)].id.data()) << i;
    }

private slots:
    void namesInLatex()
    {
        QCOMPARE(latex(std::string_view("V_th")), std::string("V_{\\mathrm{th}}"));
        QCOMPARE(latex(std::string_view("m_∞")), std::string("m_{\\infty}"));
        QCOMPARE(latex(std::string_view("α_m")), std::string("\\alpha_{m}"));
        QCOMPARE(latex(std::string_view("g_Na")), std::string("g_{\\mathrm{Na}}"));
        QCOMPARE(latex(std::string_view("C")), std::string("C"));
    }

    void expressionsInLatex()
    {
        QCOMPARE(inLatex((A - B) / X), QStringLiteral("\\frac{a - b_{\\mathrm{th}}}{\\tau_{m}}"));
        QCOMPARE(inLatex(A * (B + 1)), QStringLiteral("a\\,(b_{\\mathrm{th}} + 1)"));
        QCOMPARE(inLatex(A * power<3>(X)), QStringLiteral("a\\,\\tau_{m}^{3}"));
        QCOMPARE(inLatex(4 * exp(-(A + 65) / 18)), QStringLiteral("4\\,\\mathrm{e}^{-(a + 65)/18}"));
        QCOMPARE(inLatex(expLinear((A + 40) / 10)), QStringLiteral("\\frac{(a + 40)/10}{1 - \\mathrm{e}^{-(a + 40)/10}}"));
        QCOMPARE(inLatex(A / (B * X)), QStringLiteral("\\frac{a}{b_{\\mathrm{th}}\\,\\tau_{m}}"));
        QCOMPARE(inLatex(exp(A / (B * X))), QStringLiteral("\\mathrm{e}^{a/(b_{\\mathrm{th}}\\,\\tau_{m})}"));
        QCOMPARE(inLatex(pow(A / B, Symbol(2))), QStringLiteral("\\left(\\frac{a}{b_{\\mathrm{th}}}\\right)^{2}"));
        QCOMPARE(inLatex(A * 3), QStringLiteral("a \\cdot 3"));
        QCOMPARE(inLatex(A - (B - X)), QStringLiteral("a - (b_{\\mathrm{th}} - \\tau_{m})"));
    }

    void bracketsInText()
    {
        QCOMPARE(inText(A / expLinear(B)), QStringLiteral("a / (b_th / (1 - exp(-b_th)))"));
        QCOMPARE(inText(pow(Symbol(-2), A)), QStringLiteral("(-2)^a"));
        QCOMPARE(inText(-(A + B) / X), QStringLiteral("-(a + b_th) / tau_m"));
    }

    void signsAreDrawnOutwards()
    {
        QCOMPARE(inText(tidied(A + -B)), QStringLiteral("a - b_th"));
        QCOMPARE(inText(tidied(A - -B)), QStringLiteral("a + b_th"));
        QCOMPARE(inText(tidied(A + Symbol(-40))), QStringLiteral("a - 40"));
        QCOMPARE(inText(tidied(A + (-B) * X)), QStringLiteral("a - b_th * tau_m"));
        QCOMPARE(inText(tidied((-A) / (-B))), QStringLiteral("a / b_th"));
    }

    void everyEquationKeepsItsValue_data() { addModels(); }
    void everyEquationKeepsItsValue()
    {
        QFETCH(int, index);
        const Model& m = catalogue()[static_cast<std::size_t>(index)];
        const auto parameters = m.defaults();
        std::vector<double> state;
        for (const Quantity& q : m.state) state.push_back(q.value + 0.1);
        const auto terms = m.termsAt(state, parameters), derived = m.derivedFrom(parameters);
        std::vector<double> rates(state.size());
        m.derivative(state.data(), parameters.data(), 1.5, rates.data());
        const Values values{parameters, state, terms, derived, 1.5};
        const auto close = [](double u, double v) { return std::abs(u - v) <= 1e-12 * std::max({1.0, std::abs(u), std::abs(v)}); };
        for (const Statement& s : statements(m)) {
            const double right = evaluate(s.right, values);
            double sum = 0;
            for (const Addend& addend : s.addends) sum += (addend.minus ? -1 : 1) * evaluate(addend.symbol, values);
            QVERIFY2(close(sum, right), text(s, m).c_str());
            const double factor = s.factor ? evaluate(s.factor, values) : 1;
            if (s.kind == Equation::Kind::derivative) QVERIFY2(close(right, factor * rates[s.index]), text(s, m).c_str());
            if (s.kind == Equation::Kind::term) QVERIFY2(close(right, terms[s.index]), text(s, m).c_str());
            if (s.kind == Equation::Kind::derived) QVERIFY2(close(right, derived[s.index]), text(s, m).c_str());
        }
    }

    void asInATextbook()
    {
        const Model& leaky = *findModel("leaky-integrate-and-fire");
        const auto all = statements(leaky);
        QCOMPARE(text(all.front(), leaky), std::string("C dV/dt = I - (V - E_L) / R"));
        QCOMPARE(latex(all.front(), leaky), std::string("C\\,\\frac{\\mathrm{d}V}{\\mathrm{d}t} = I - \\frac{V - E_{\\mathrm{L}}}{R}"));
        QCOMPARE(unitOf(all.front(), leaky), std::string("nA"));
        QVERIFY(std::ranges::any_of(all, [&](const Statement& s) { return text(s, leaky) == "spike at V >= V_th"; }));
        QVERIFY(std::ranges::any_of(all, [&](const Statement& s) { return text(s, leaky) == "V <- V_reset"; }));
        const Model& squid = *findModel("hodgkin-huxley");
        QCOMPARE(text(statements(squid).front(), squid),
                 std::string("C dV/dt = I - g_Na * m^3 * h * (V - E_Na) - g_K * n^4 * (V - E_K) - g_L * (V - E_L)"));
    }
};

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
