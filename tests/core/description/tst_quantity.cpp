// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <clocale>

using namespace rheobase;

namespace {

QString text(const std::string& s) { return QString::fromStdString(s); }

}

/// Names, numbers and the sentences that refuse them.
class TestQuantity : public QObject {
    Q_OBJECT

private slots:
    void identifiers_data();
    void identifiers();
    void nearestNames();
    void domains();
    void sentences_data();
    void sentences();
    void experiments();
    void shortestNumbers();
};

void TestQuantity::identifiers_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("name");
    const std::pair<const char*, const char*> rows[] = {
        {"V_th", "V_th"},         {"τ_m", "tau_m"}, {"m_∞", "m_inf"}, {"α_m", "alpha_m"},   {"Δt", "Deltat"}, {"σ", "sigma"},
        {"µA/cm²", "uA_per_cm2"}, {"MΩ", "MOhm"},   {"°C", "C"},      {"1/ms", "1_per_ms"}, {"φ", "phi"},     {"g_Na", "g_Na"}};
    for (const auto& [symbol, name] : rows) QTest::newRow(symbol) << QString::fromUtf8(symbol) << name;
}

void TestQuantity::identifiers()
{
    QFETCH(QString, symbol);
    QFETCH(QString, name);
    QCOMPARE(text(identifier(symbol.toStdString())), name);
    const std::string before = std::setlocale(LC_ALL, nullptr);
    if (std::setlocale(LC_ALL, "de_DE.ISO-8859-1")) QCOMPARE(text(identifier(symbol.toStdString())), name);
    std::setlocale(LC_ALL, before.c_str());
}

void TestQuantity::nearestNames()
{
    const std::string names[] = {"C", "R", "E_L", "V_th", "V_reset", "t_ref"};
    QCOMPARE(text(nearest("V_tj", names)), "V_th");
    QCOMPARE(text(nearest("vth", names)), "V_th");
    QCOMPARE(text(nearest("v_RESET", names)), "V_reset");
    QCOMPARE(text(nearest("tref", names)), "t_ref");
    QCOMPARE(text(nearest("EL", names)), "E_L");
    QCOMPARE(text(nearest("c", names)), "C");
    QCOMPARE(text(nearest("C", names)), "C");
    QCOMPARE(text(nearest("x", {})), "");
}

void TestQuantity::domains()
{
    const double infinity = std::numeric_limits<double>::infinity();
    QVERIFY(!positive.contains(0) && positive.contains(1e-9) && !positive.contains(1e-10) && positive.contains(1e9));
    QVERIFY(nonNegative.contains(0) && nonNegative.contains(1e-300) && !nonNegative.contains(-1e-300) && nonNegative.contains(1e9));
    QVERIFY(anyReal.contains(-1e9) && anyReal.contains(1e9));
    for (const Domain& domain : {positive, nonNegative, anyReal})
        for (const double bad : {1.1e9, -1.1e9, infinity, -infinity, double(NAN)}) QVERIFY(!domain.contains(bad));
    const Domain both{-20, 60};
    QVERIFY(both.contains(-20) && both.contains(60) && !both.contains(60.001));
    const Domain count = countUpTo(10);
    for (const double good : {1.0, 2.0, 10.0}) QVERIFY(count.contains(good));
    for (const double bad : {0.0, 2.5, 9.999999, 11.0, infinity, double(NAN)}) QVERIFY(!count.contains(bad));
}

void TestQuantity::sentences_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("zero") << "passive"
                          << "R" << 0.0 << "R must be greater than 0 MΩ.";
    QTest::newRow("negative") << "passive"
                              << "C" << -1.0 << "C must be greater than 0 nF.";
    QTest::newRow("refractory") << "leaky-integrate-and-fire"
                                << "t_ref" << -0.5 << "t_ref must be at least 0 ms.";
    QTest::newRow("cold") << "hodgkin-huxley"
                          << "T" << -21.0 << "T must be at least -20 °C.";
    QTest::newRow("hot") << "hodgkin-huxley"
                         << "T" << 61.0 << "T must be at most 60 °C.";
    QTest::newRow("not a number") << "hodgkin-huxley"
                                  << "g_Na" << std::nan("") << "g_Na must be a finite number.";
    QTest::newRow("infinite") << "hodgkin-huxley"
                              << "E_K" << -std::numeric_limits<double>::infinity() << "E_K must be a finite number.";
    QTest::newRow("beyond the slider") << "passive"
                                       << "R" << 5000.0 << "";
    QTest::newRow("order") << "leaky-integrate-and-fire"
                           << "V_reset" << -40.0 << "V_reset must be below V_th (-50 mV).";
}

void TestQuantity::sentences()
{
    QFETCH(QString, model);
    QFETCH(QString, name);
    QFETCH(double, value);
    QFETCH(QString, sentence);
    Experiment e = defaultExperiment(*findModel(model.toStdString()));
    set(e, name.toStdString(), value);
    QCOMPARE(text(problem(e)), sentence);
}

/// Each way to break an experiment is named; what is not broken passes.
void TestQuantity::experiments()
{
    const Model& model = *findModel("hodgkin-huxley");
    const Experiment good = defaultExperiment(model);
    QVERIFY(problem(good).empty());
    const auto broken = [&](auto&& change) {
        Experiment e = good;
        change(e);
        return text(problem(e));
    };
    const double nan = std::nan("");
    QCOMPARE(broken([](Experiment& e) { e.dt = 0; }), "dt must be at least 1e-06 ms.");
    QVERIFY(broken([](Experiment& e) { e.dt = 1000; }).contains("at most 100 ms"));
    QVERIFY(broken([](Experiment& e) { e.initial[1] = 1.5; }).startsWith("initial m"));
    QVERIFY(broken([&](Experiment& e) { e.initial[0] = nan; }).startsWith("initial V"));
    QVERIFY(broken([](Experiment& e) { e.solver = SolverKind::exact; }).contains("linear"));
    QVERIFY(broken([](Experiment& e) { e.noise = {Noise::Kind::white, -1, 5}; }).startsWith("noise: sigma"));
    QVERIFY(broken([](Experiment& e) { e.noise = {Noise::Kind::ornsteinUhlenbeck, 1, 0}; }).startsWith("noise: tau"));
    QVERIFY(broken([](Experiment& e) { e.noise = {Noise::Kind::white, 1, 0}; }).isEmpty());
    QVERIFY(broken([&](Experiment& e) { e.spikeLevel = nan; }).startsWith("spike level"));
    QVERIFY(broken([&](Experiment& e) { e.injection = nan; }).startsWith("injection"));
    QVERIFY(broken([&](Experiment& e) { e.stimulus[0].values[0] = nan; }).contains("constant: amplitude"));
    QVERIFY(broken([](Experiment& e) { e.stimulus = {shaped("step", {50, 50, 1})}; }).contains("end must be after start"));
    QVERIFY(broken([](Experiment& e) { e.stimulus = {shaped("ramp", {50, 20, 1, 2})}; }).contains("end must be after start"));
    QVERIFY(broken([](Experiment& e) { e.stimulus = {shaped("pulse-train", {0, 1, 0, 5, 1})}; }).contains("period"));
    QVERIFY(broken([](Experiment& e) {
                e.stimulus = {shaped("pulse-train", {0, 30, 20, 5, 1})};
            }).contains("width must be at most the period"));
    QVERIFY(broken([](Experiment& e) { e.stimulus = {shaped("pulse-train", {0, 20, 20, 5, 1})}; }).isEmpty());
    QCOMPARE(broken([](Experiment& e) {
                 e.stimulus = {shaped("pulse-train", {0, 1, 20, 2.5, 1})};
             }),
             QStringLiteral("stimulus pulse-train: count must be a whole number."));
    QVERIFY(broken([](Experiment& e) { e.stimulus = {shaped("pulse-train", {0, 1, 20, 0.5, 1})}; }).contains("at least 1"));
    QVERIFY(broken([](Experiment& e) { e.stimulus = {shaped("two-pulses", {0, 1, -1, 1, 1})}; }).contains("gap"));
    QVERIFY(broken([](Experiment& e) { e.stimulus = {shaped("sine", {0, 10, 1, -5, 0, 0})}; }).contains("frequency"));
    QVERIFY(broken([](Experiment& e) { e.stimulus.clear(); }).isEmpty());
    for (const StimulusShape& shape : stimulusShapes()) {
        QVERIFY2(broken([&](Experiment& e) { e.stimulus = {component(shape, model.input)}; }).isEmpty(), shape.id.data());
        for (const Quantity& q : quantities(shape, model.input))
            QVERIFY((!isCurrent(q.part) || q.unit == model.input.unit) && q.value >= q.min && q.value <= q.max);
    }
}

void TestQuantity::shortestNumbers()
{
    QCOMPARE(text(shortest(0.1)), "0.1");
    QCOMPARE(text(shortest(-54.387)), "-54.387");
    QCOMPARE(text(shortest(120)), "120");
    QCOMPARE(text(shortest(1.0 / 3)).toDouble(), 1.0 / 3);
}

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
