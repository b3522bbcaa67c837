// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_measures.h"
#include "reference.h"

using namespace rheobase;

namespace {

const Model& squid() { return *findModel("hodgkin-huxley"); }
const std::size_t sodium = *indexOf(squid().terms, "I_Na"), potassium = *indexOf(squid().terms, "I_K");

Experiment clamped(std::vector<double> steps, double width = 20)
{
    Experiment e = defaultExperiment(squid());
    e.clamp.steps = std::move(steps);
    e.clamp.chosen = 0;
    e.clamp.width = width;
    return e;
}

double gateAt(double V, std::size_t gate)
{
    auto x = std::vector<double>(squid().state.size());
    x[0] = V;
    return steadyState(squid(), squid().defaults(), x)[gate];
}

}

class TestClampMeasures : public QObject {
    Q_OBJECT

private slots:
    void referenceCurve();
    void inwardCurrentOfTheSketch();
    void sodiumReversesAtItsBattery();
    void tailFallsWithTheGate();
    void activationRises();
    void inactivationIsTheGate();
    void recoveryIsThatOfTheGate();
    void whatThereIsNotIsNoNumber();
};

void TestClampMeasures::referenceCurve()
{
    const auto table = reference::columns("hh_vclamp_IV.csv");
    Experiment e = clamped(table.at("V_mV"), 200);
    const auto family = clampFamily(e);
    const auto inward = currentVoltage(family, sodium), outward = currentVoltage(family, potassium);
    QCOMPARE(inward.size(), table.at("V_mV").size());
    for (std::size_t i = 0; i < inward.size(); ++i) {
        if (std::isfinite(table.at("t_peak_gNa_ms")[i]) && inward[i].V != 50) { // at E_Na no current tells of the conductance
            COMPARE_WITHIN(inward[i].greatest.time, table.at("t_peak_gNa_ms")[i], 1e-3);
            COMPARE_WITHIN(inward[i].greatest.value, table.at("I_Na_at_peak")[i], 1e-5 * std::abs(table.at("I_Na_at_peak")[i]));
        }
        COMPARE_WITHIN(outward[i].steady, table.at("I_K_steady")[i], 1e-6 * std::abs(table.at("I_K_steady")[i]));
    }
}

void TestClampMeasures::inwardCurrentOfTheSketch()
{
    const auto points = currentVoltage(clampFamily(clamped({0})), std::nullopt);
    COMPARE_WITHIN(points[0].inward.value, -1272, 0.5);
    COMPARE_WITHIN(points[0].inward.time, 0.57, 0.005);
    QVERIFY(points[0].greatest.value > 1800);
}

void TestClampMeasures::sodiumReversesAtItsBattery()
{
    const auto points = currentVoltage(clampFamily(withSteps(clamped({0}), -40, 60, 101)), sodium);
    COMPARE_WITHIN(reversalOf(points).value(), 50, 1e-6);
    QVERIFY(!reversalOf(std::span(points).first(20)));
}

void TestClampMeasures::tailFallsWithTheGate()
{
    Experiment e = clamped({20}, 30);
    e.clamp.hasTail = true;
    e.clamp.tail = -65;
    e.clamp.tailWidth = 100;
    const auto points = currentVoltage(clampFamily(e), potassium);
    COMPARE_WITHIN(points[0].tail, 36 * std::pow(gateAt(20, 3), 4) * (-65 + 77), 0.01);
    QVERIFY(points[0].tailTime > 1 && points[0].tailTime < 3); // a quarter of τ_n, as it closes by the fourth power, and a little more
}

void TestClampMeasures::activationRises()
{
    const auto curve = activation(clampFamily(withSteps(clamped({0}), -80, 49, 44)), sodium);
    QCOMPARE(curve.x.size(), 44u);
    for (std::size_t i = 1; i < curve.share.size(); ++i) QVERIFY(curve.share[i] > curve.share[i - 1] - 1e-12);
    COMPARE_WITHIN(curve.share.back(), 1, 0);
    QVERIFY(curve.share.front() < 1e-3);
    QVERIFY(activation(clampFamily(clamped({0})), *indexOf(squid().terms, "Q")).x.empty());
}

void TestClampMeasures::inactivationIsTheGate()
{
    Experiment e = clamped({0}, 10);
    e.clamp.prepulseWidth = 500;
    const std::vector<double> prepulses{-120, -80, -65, -50};
    const auto curve = inactivation(e, sodium, prepulses);
    const double expected[] = {-2400, -2247, -1457, -400}; // of −100, −80, −65, −50 mV: see the voltage clamp of the squid axon
    for (std::size_t i = 1; i < prepulses.size(); ++i) COMPARE_WITHIN(curve.share[i] / curve.share[1], expected[i] / expected[1], 1e-3);
    for (std::size_t i = 0; i < prepulses.size(); ++i)
        COMPARE_WITHIN(curve.share[i], gateAt(prepulses[i], 2), 0.04); // m does not start at 0
}

void TestClampMeasures::recoveryIsThatOfTheGate()
{
    Experiment e = clamped({0}, 20);
    const std::vector<double> gaps{0.5, 5, 10, 20, 200};
    const auto curve = recovery(e, sodium, gaps);
    QVERIFY(std::ranges::is_sorted(curve.share));
    COMPARE_WITHIN(curve.share.back(), 1, 1e-6);
    const double rest = gateAt(-65, 2), tau = 1 / (0.07 + 1 / (1 + std::exp(3.0)));
    for (std::size_t i = 1; i < 3; ++i) { // h recovers with τ_h at −65 mV; n and m are as at rest again
        const double h = rest + (gateAt(0, 2) - rest) * std::exp(-gaps[i] / tau);
        COMPARE_WITHIN(curve.share[i], h / rest, 0.03);
    }
}

void TestClampMeasures::whatThereIsNotIsNoNumber()
{
    Experiment e = clamped({0});
    e.clamp.after = 0;
    const auto points = currentVoltage(clampFamily(e), potassium);
    QVERIFY(std::isnan(points[0].tail) && std::isnan(points[0].tailTime));
    COMPARE_WITHIN(points[0].steady, 1890, 0.5);
}

QTEST_GUILESS_MAIN(TestClampMeasures)
#include "tst_clamp_measures.moc"
