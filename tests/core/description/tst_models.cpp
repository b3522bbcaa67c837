// SPDX-License-Identifier: GPL-3.0-or-later
#include "dual.h"
#include "support.h"

#include <map>
#include <random>
#include <set>

using namespace rheobase;

namespace {

/// Every quantity of a model, its input first.
std::vector<Quantity> allQuantities(const Model& model)
{
    std::vector<Quantity> all{model.input};
    for (const auto& table : {model.parameters, model.state, model.terms, model.derived}) all.insert(all.end(), table.begin(), table.end());
    return all;
}

/// Takes V back to where the model is defined, at its threshold at most.
void belowThreshold(const Model& model, std::span<const double> p, std::vector<double>& x)
{
    if (model.jumps) x[0] -= std::max(0.0, model.excess(x.data(), p.data()));
}

/// A random value of each quantity within its slider.
std::vector<double> randomValues(std::span<const Quantity> table, std::mt19937& random)
{
    std::vector<double> values;
    for (const Quantity& q : table) values.push_back(std::uniform_real_distribution(q.min, q.max)(random));
    return values;
}

/// Reads the plain text of an equation back: an oracle for its brackets.
class Reader {
public:
    Reader(std::string text, std::function<double(const std::string&)> valueOf) : m_text(std::move(text)), m_valueOf(std::move(valueOf)) {}
    double value()
    {
        const double v = sum();
        return m_at == m_text.size() ? v : NAN;
    }

private:
    bool take(char c)
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ') ++m_at;
        if (m_at >= m_text.size() || m_text[m_at] != c) return false;
        ++m_at;
        return true;
    }
    double sum()
    {
        double v = product();
        for (;;) {
            if (take('+')) v += product();
            else if (take('-')) v -= product();
            else return v;
        }
    }
    double product()
    {
        double v = signedPower();
        for (;;) {
            if (take('*')) v *= signedPower();
            else if (take('/')) v /= signedPower();
            else return v;
        }
    }
    double signedPower()
    {
        if (take('-')) return -signedPower();
        const double base = atom();
        return take('^') ? std::pow(base, signedPower()) : base;
    }
    double atom()
    {
        if (take('(')) {
            const double v = sum();
            return take(')') ? v : NAN;
        }
        std::size_t end = m_at;
        while (end < m_text.size() && (std::isalnum(static_cast<unsigned char>(m_text[end])) || m_text[end] == '_' || m_text[end] == '.'))
            ++end;
        const std::string word = m_text.substr(m_at, end - m_at);
        m_at = end;
        if (word.empty()) return NAN;
        if (std::isdigit(static_cast<unsigned char>(word[0]))) return std::stod(word);
        return take('(') ? applied(word) : m_valueOf(word);
    }
    double applied(const std::string& function)
    {
        std::vector<double> arguments{sum()};
        while (take(',')) arguments.push_back(sum());
        if (!take(')')) return NAN;
        const double x = arguments[0];
        if (function == "max" || function == "min") return function == "max" ? std::ranges::max(arguments) : std::ranges::min(arguments);
        static const std::map<std::string, double (*)(double)> known = {{"exp", std::exp},   {"tanh", std::tanh}, {"cosh", std::cosh},
                                                                        {"sinh", std::sinh}, {"ln", std::log},    {"log", std::log},
                                                                        {"sqrt", std::sqrt}, {"abs", std::abs}};
        const auto it = known.find(function);
        return it == known.end() ? NAN : it->second(x);
    }

    std::string m_text;
    std::function<double(const std::string&)> m_valueOf;
    std::size_t m_at = 0;
};

}

/// Properties that every model has, from its tables and functions alone.
class TestModels : public QObject {
    Q_OBJECT

private slots:
    void catalogueIsConsistent();
    void tables_data() { modelRows(); }
    void tables();
    void defaultExperimentRuns_data() { modelAndSolverRows(); }
    void defaultExperimentRuns();
    void halvingTheStepKeepsTheSpikes_data() { modelAndSolverRows(); }
    void halvingTheStepKeepsTheSpikes();
    void jacobianEqualsDifferences_data() { modelRows(); }
    void jacobianEqualsDifferences();
    void equationsEqualTheCode_data() { modelRows(); }
    void equationsEqualTheCode();
    void everyParameterIsPrinted_data() { modelRows(); }
    void everyParameterIsPrinted();
    void everyParameterMatters_data() { modelRows(); }
    void everyParameterMatters();
    void printedTextKeepsItsBrackets();
    void orders_data() { modelRows(); }
    void orders();
    void linearModelsAreLinear_data() { modelRows(); }
    void linearModelsAreLinear();
    void gatesStartAtRest_data() { modelRows(); }
    void gatesStartAtRest();
    void removableSingularities();
    void derivedQuantities();
};

void TestModels::catalogueIsConsistent()
{
    std::set<std::string_view> ids, names;
    for (const Model& model : catalogue()) {
        QVERIFY(ids.insert(model.id).second && names.insert(model.name).second);
        QVERIFY(findModel(model.id) == &model);
        QVERIFY(!model.source.empty());
        QVERIFY(std::ranges::all_of(model.id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }));
    }
    for (const char* id : {"passive", "perfect-integrate-and-fire", "leaky-integrate-and-fire", "hodgkin-huxley"}) QVERIFY(findModel(id));
    QVERIFY(!findModel("squid"));
    for (const SolverDescription& d : solverDescriptions()) QVERIFY(&description(d.kind) == &d);
}

void TestModels::tables()
{
    QFETCH(const Model*, model);
    QVERIFY(model->state[0].part == Part::membranePotential);
    std::set<std::string> names, files;
    for (const Quantity& q : allQuantities(*model)) {
        const std::string name = identifier(q.symbol);
        QVERIFY2(!name.empty() && names.insert(name).second, name.c_str());
        QVERIFY2(files.insert(columnName(q)).second, columnName(q).c_str());
        QVERIFY(std::isalpha(static_cast<unsigned char>(name[0])));
        QVERIFY2(q.min < q.max && q.value >= q.min && q.value <= q.max, name.c_str());
        QVERIFY2(!q.meaning.empty() && q.domain.contains(q.min) && q.domain.contains(q.max), name.c_str());
        QVERIFY2(q.scale == Scale::linear || q.min > 0, name.c_str());
    }
    for (const auto& table : {model->parameters, model->state, model->terms, model->derived})
        for (std::size_t i = 0; i < table.size(); ++i)
            QVERIFY(indexOf(table, table[i].symbol) == i && indexOf(table, identifier(table[i].symbol)) == i);
}

void TestModels::defaultExperimentRuns()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = defaultExperiment(*model);
    e.solver = solver;
    QCOMPARE(QString::fromStdString(problem(e)), QString());
    const Outcome run = simulate(e, 500);
    QVERIFY(!run.divergence);
    for (std::size_t i = 0; i < model->state.size(); ++i)
        for (const double x : run.trace.state(i)) QVERIFY(x >= model->state[i].min && x <= model->state[i].max);
    for (std::size_t i = 0; i < model->terms.size(); ++i)
        for (const double x : run.trace.term(i))
            QVERIFY2(x >= model->terms[i].min && x <= model->terms[i].max, model->terms[i].symbol.data());
    if (model->jumps || std::isfinite(model->spikeLevel)) QVERIFY2(run.trace.spikes().size() > 5, "the default shows spikes");
}

void TestModels::halvingTheStepKeepsTheSpikes()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    Experiment e = defaultExperiment(*model);
    e.solver = solver;
    const Outcome whole = simulate(e, 500, 1000);
    e.dt /= 2;
    const Outcome half = simulate(e, 500, 1000);
    const auto count = [](const Outcome& run) { return static_cast<double>(run.trace.spikes().size()); };
    // a method of first order runs ahead or behind, by a spike at the end perhaps
    COMPARE_WITHIN(count(half), count(whole), model->linear || description(solver).order != 1 ? 0 : 1 + 0.05 * count(whole));
}

void TestModels::jacobianEqualsDifferences()
{
    QFETCH(const Model*, model);
    std::mt19937 random(1);
    const std::size_t n = model->state.size();
    for (int trial = 0; trial < 200; ++trial) {
        const auto p = randomValues(model->parameters, random);
        auto x = randomValues(model->state, random);
        belowThreshold(*model, p, x);
        x[0] -= model->state[0].max * 1e-3; // not at its edge
        const double I = std::uniform_real_distribution(model->input.min, model->input.max)(random);
        std::vector<double> jacobian(n * n), above(n), below(n);
        model->jacobian(x.data(), p.data(), I, jacobian.data());
        for (std::size_t k = 0; k < n; ++k) {
            const double h = 2e-6 * (model->state[k].max - model->state[k].min);
            auto shifted = x;
            shifted[k] = x[k] + h;
            model->derivative(shifted.data(), p.data(), I, above.data());
            shifted[k] = x[k] - h;
            model->derivative(shifted.data(), p.data(), I, below.data());
            for (std::size_t i = 0; i < n; ++i) {
                const double slope = (above[i] - below[i]) / (2 * h);
                COMPARE_WITHIN(jacobian[i * n + k], slope, 1e-6 * (1 + std::abs(slope)) + 1e-10 * std::abs(above[i]) / h);
            }
        }
    }
}

void TestModels::equationsEqualTheCode()
{
    QFETCH(const Model*, model);
    std::mt19937 random(2);
    const auto equations = model->equations();
    for (int trial = 0; trial < 100; ++trial) {
        const auto p = randomValues(model->parameters, random);
        auto x = randomValues(model->state, random);
        belowThreshold(*model, p, x);
        const double I = std::uniform_real_distribution(model->input.min, model->input.max)(random);
        const auto terms = model->termsAt(x, p), derived = model->derivedFrom(p);
        std::vector<double> rates(x.size());
        model->derivative(x.data(), p.data(), I, rates.data());
        const Values values{p, x, terms, derived, I};
        const auto valueOf = [&](const std::string& name) -> double {
            if (name == identifier(model->input.symbol)) return I;
            if (const auto i = indexOf(model->parameters, name)) return p[*i];
            if (const auto i = indexOf(model->state, name)) return x[*i];
            if (const auto i = indexOf(model->terms, name)) return terms[*i];
            return NAN;
        };
        for (const Equation& e : equations) {
            const double value = evaluate(e.right, values);
            double expected = value;
            if (e.kind == Equation::Kind::derivative) expected = rates[e.index];
            else if (e.kind == Equation::Kind::term) expected = terms[e.index];
            else if (e.kind == Equation::Kind::derived) expected = derived[e.index];
            else if (e.kind == Equation::Kind::event) expected = model->excess(x.data(), p.data());
            const double tolerance = 1e-12 * (1 + std::abs(expected)) * 100;
            COMPARE_WITHIN(value, expected, tolerance);
            COMPARE_WITHIN(Reader(text(e.right), valueOf).value(), value, tolerance);
        }
    }
    const auto count = [&](Equation::Kind kind) { return static_cast<std::size_t>(std::ranges::count(equations, kind, &Equation::kind)); };
    QCOMPARE(count(Equation::Kind::derivative), model->state.size());
    QCOMPARE(count(Equation::Kind::term), model->terms.size());
    QCOMPARE(count(Equation::Kind::derived), model->derived.size());
    QCOMPARE(count(Equation::Kind::event), std::size_t{model->jumps});
    QVERIFY(count(Equation::Kind::reset) >= std::size_t{model->jumps});
}

/// The refractory period alone is no part of an equation: the engine holds V for it.
void TestModels::everyParameterIsPrinted()
{
    QFETCH(const Model*, model);
    const auto equations = model->equations();
    for (std::size_t i = 0; i < model->parameters.size(); ++i) {
        if (model->parameters[i].symbol == "t_ref") continue;
        const bool isPrinted = std::ranges::any_of(
            equations, [&](const Equation& e) { return e.kind != Equation::Kind::derived && mentions(e.right, Role::parameter, i); });
        QVERIFY2(isPrinted, model->parameters[i].symbol.data());
    }
    QVERIFY(std::ranges::any_of(equations, [](const Equation& e) { return mentions(e.right, Role::input, 0); }));
}

void TestModels::everyParameterMatters()
{
    QFETCH(const Model*, model);
    Experiment e = under(*model, model->input.max / 3);
    for (std::size_t i = 0; i < model->parameters.size(); ++i) // what is nothing may hide another
        if (e.parameters[i] == 0) e.parameters[i] = 0.05 * model->parameters[i].max;
    const Outcome usual = simulate(e, 60);
    for (std::size_t i = 0; i < model->parameters.size(); ++i) {
        Experiment changed = e;
        changed.parameters[i] += 0.03 * (model->parameters[i].max - model->parameters[i].min);
        QVERIFY2(!identical(simulate(changed, 60).trace, usual.trace), model->parameters[i].symbol.data());
    }
}

void TestModels::printedTextKeepsItsBrackets()
{
    const Quantity a{"a", "", 0, 0, 1, "a"}, b{"b", "", 0, 0, 1, "b"};
    const Symbol x = Symbol::named(Role::state, 0, a), y = Symbol::named(Role::state, 1, b);
    const double numbers[] = {0.7, -1.3};
    const Values values{.parameters = {}, .state = numbers, .terms = {}, .derived = {}, .input = 0};
    const auto valueOf = [&](const std::string& name) { return name == "a" ? numbers[0] : name == "b" ? numbers[1] : NAN; };
    for (const Symbol s : {x - (y - x), x / (y / x), x / (y * x), -(x + y) * x, x * (x + y), pow(x + y, Symbol(2)),
                           pow(Symbol(-2), Symbol(2)), -pow(y, Symbol(2)), x / expLinear(y), expLinear(x) * y, pow(expLinear(y), Symbol(2)),
                           exp(-(x + y)), x - -y, x * -y, (x - y) - x, x / (x + y) / y, pow(pow(x, Symbol(2)), Symbol(3)), x - Symbol(-65)})
        COMPARE_WITHIN(Reader(text(s), valueOf).value(), evaluate(s, values), 1e-14 * (1 + std::abs(evaluate(s, values))));
}

void TestModels::orders()
{
    QFETCH(const Model*, model);
    for (const Order& order : model->orders) {
        Experiment e = defaultExperiment(*model);
        QVERIFY(!brokenOrder(*model, e.parameters));
        for (const double excess : {0.0, 1.0}) {
            e.parameters[order.lower] = e.parameters[order.upper] + excess;
            QVERIFY(brokenOrder(*model, e.parameters) == &order);
            const std::string sentence = problem(e);
            QVERIFY2(sentence.find(identifier(model->parameters[order.lower].symbol)) == 0 && sentence.find("below") != std::string::npos,
                     sentence.c_str());
        }
    }
    QVERIFY(model->orders.size() >= std::size_t{model->jumps});
}

void TestModels::linearModelsAreLinear()
{
    QFETCH(const Model*, model);
    const auto kinds = solversFor(*model);
    QCOMPARE(std::ranges::count(kinds, SolverKind::exact), model->linear ? 1 : 0);
    if (!model->linear) {
        Experiment e = defaultExperiment(*model);
        e.solver = SolverKind::exact;
        const std::string sentence = problem(e);
        QVERIFY2(sentence.find("rk4") != std::string::npos, sentence.c_str());
        return;
    }
    QCOMPARE(model->state.size(), std::size_t{1});
    const auto rate = [&](double V, double I) {
        double dV = 0;
        model->derivative(&V, model->defaults().data(), I, &dV);
        return dV;
    };
    for (const double V : {-120., -70., 0., 33.})
        for (const double I : {-2., 0., 7.})
            COMPARE_WITHIN(rate(V, I), rate(0, 0) + V * (rate(1, 0) - rate(0, 0)) + I * (rate(0, 1) - rate(0, 0)), 1e-12);
}

void TestModels::gatesStartAtRest()
{
    QFETCH(const Model*, model);
    Experiment e = defaultExperiment(*model);
    for (const double V : {-150., -90., -65., -40., -55., 0., 60.}) {
        e.initial[0] = V;
        const Neuron neuron = start(e);
        QCOMPARE(neuron.state[0], V);
        std::vector<double> rates(neuron.state.size());
        model->derivative(neuron.state.data(), neuron.parameters.data(), 0, rates.data());
        for (std::size_t i = 1; i < rates.size(); ++i) {
            COMPARE_WITHIN(rates[i], 0, 1e-10);
            const std::string infinity = std::string(model->state[i].symbol) + "_inf";
            if (const auto term = indexOf(model->terms, infinity))
                COMPARE_WITHIN(neuron.state[i], model->termsAt(neuron.state, neuron.parameters)[*term], 1e-12);
        }
    }
    if (model->state.size() < 2) return;
    e.initial.back() = 0.25;
    const Neuron given = start(e);
    QCOMPARE(given.state.back(), 0.25);
    if (given.state.size() > 2) QVERIFY(given.state[1] != 0.25);
}

/// α_m at −40 mV and α_n at −55 mV are 0/0 as printed in the paper.
void TestModels::removableSingularities()
{
    const Model& model = *findModel("hodgkin-huxley");
    const auto rate = [&](const char* name, double V) {
        return model.termsAt(std::vector{V, 0., 0., 0.}, model.defaults())[indexOf(model.terms, name).value()];
    };
    QCOMPARE(rate("alpha_m", -40), 1.0);
    QCOMPARE(rate("alpha_n", -55), 0.1);
    for (const double d : {1e-15, 1e-12, 1e-8, 1e-4, 1e-2, 0.1, 1.0}) {
        const auto series = [](double x) { return 1 + x / 2 + x * x / 12 - x * x * x * x / 720; };
        for (const double x : {d, -d}) {
            COMPARE_WITHIN(expLinear(x), series(x), 1e-15 + std::pow(d, 6) / 20000);
            const Dual<1> dual = expLinear(Dual<1>::variable(x, 0));
            COMPARE_WITHIN(dual.slope[0], 0.5 + x / 6 - x * x * x / 180, 1e-11 + std::pow(d, 5) / 2000);
        }
    }
    QCOMPARE(expLinear(-1000.0), 0.0);
    QCOMPARE(expLinear(1000.0), 1000.0);
}

void TestModels::derivedQuantities()
{
    for (const char* id : {"passive", "leaky-integrate-and-fire"}) {
        const Model& model = *findModel(id);
        const auto derived = model.derivedFrom(model.defaults());
        COMPARE_WITHIN(derived[indexOf(model.derived, "tau").value()], 8, 1e-12);
        const double rest = derived[indexOf(model.derived, "V_rest").value()];
        double rate = 1;
        model.derivative(&rest, model.defaults().data(), 0, &rate);
        COMPARE_WITHIN(rate, 0, 1e-15);
    }
    const Model& leaky = *findModel("leaky-integrate-and-fire");
    COMPARE_WITHIN(leaky.derivedFrom(leaky.defaults())[indexOf(leaky.derived, "I_th").value()], 2, 1e-12);
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
