// SPDX-License-Identifier: GPL-3.0-or-later
#include "frequency.h"
#include "phase.h"
#include "support.h"

#include <map>
#include <numbers>

using namespace rheobase;

namespace {

const Model& squid() { return *findModel("hodgkin-huxley"); }
const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

Experiment underSine(const Model& model, double amplitude, double frequency, double offset = 0)
{
    Experiment e = defaultExperiment(model);
    e.stimulus = {shaped("sine", {0, 1e6, amplitude, frequency, 0.3, offset})};
    return e;
}

}

/// The impedance against closed forms and against runs.
class TestFrequency : public QObject {
    Q_OBJECT

private slots:
    void units();
    void membraneFollowsTheFormula_data();
    void membraneFollowsTheFormula();
    void membraneIsCutOffAtItsTimeConstant();
    void withoutALeakItIsACapacitor();
    void noImpedanceWhereItFires();
    void squidAxonAtZeroIsTheSlope();
    void squidAxonEqualsASimulatedSine_data();
    void squidAxonEqualsASimulatedSine();
    void leakyEqualsASimulatedSine();
    void squidAxonResonates();
    void resonanceGrowsTowardsTheHopfPoint();
    void whatIsHeld();
    void nothingIsMeasuredFromSpikesOrTooShortARun();
};

void TestFrequency::units()
{
    const std::map<std::string_view, Unit> byCurrent = {
        {"nA", Unit("MΩ")}, {"pA", Unit("GΩ")}, {"µA/cm²", Unit("kΩ·cm²")}, {"mV/ms", Unit("ms")}, {"", Unit()}};
    for (const Model& model : catalogue()) QVERIFY2(impedanceUnit(model) == byCurrent.at(model.input.unit), model.id.data());
}

void TestFrequency::membraneFollowsTheFormula_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : {"passive", "leaky-integrate-and-fire"}) QTest::addRow("%s", id) << QByteArray(id);
}

void TestFrequency::membraneFollowsTheFormula()
{
    QFETCH(QByteArray, id);
    const Model& model = *findModel(id.toStdString());
    const auto p = model.defaults();
    const auto impedance = impedanceAtRest(model, p, 0.5);
    QVERIFY(impedance);
    for (const double f : {0.01, 1.0, 1000 / (2 * std::numbers::pi * 8), 100.0, 1000.0}) {
        const double turn = 2 * std::numbers::pi * f * 0.008;
        COMPARE_WITHIN(std::abs(impedance->at(f)), 10 / std::sqrt(1 + turn * turn), 1e-12);
        COMPARE_WITHIN(std::arg(impedance->at(f)), -std::atan(turn), 1e-12);
        QVERIFY(std::abs(impedance->at(f) - membraneImpedance(model, p, f).value()) < 1e-12);
    }
    QVERIFY(!resonance(*impedance, 0.1, 1000));
}

void TestFrequency::membraneIsCutOffAtItsTimeConstant()
{
    const Model& passive = *findModel("passive");
    const auto p = passive.defaults();
    const auto impedance = impedanceAtRest(passive, p, 0);
    const double tau = passive.derivedFrom(p)[*indexOf(passive.derived, "tau")];
    COMPARE_WITHIN(cutoff(*impedance, 0.1, 1000).value(), 1000 / (2 * std::numbers::pi * tau), 1e-9);
    QVERIFY(!cutoff(*impedance, 0.1, 1) && !cutoff(*impedance, 100, 1000));
    const auto axon = impedanceAtRest(squid(), squid().defaults(), 0);
    QVERIFY(cutoff(*axon, 0.1, 1000).value() > resonance(*axon, 0.1, 1000).value());
    const Model& perfect = *findModel("perfect-integrate-and-fire");
    QVERIFY(!cutoff(*impedanceAtRest(perfect, perfect.defaults(), 0), 0.1, 1000));
}

void TestFrequency::withoutALeakItIsACapacitor()
{
    const Model& model = *findModel("perfect-integrate-and-fire");
    Experiment e = defaultExperiment(model);
    const auto impedance = impedanceAtRest(model, e.parameters, 0);
    QVERIFY(impedance);
    COMPARE_WITHIN(std::abs(impedance->at(50)), 1000 / (2 * std::numbers::pi * 50 * parameterOf(e, "C")), 1e-10);
    COMPARE_WITHIN(std::arg(impedance->at(50)), -std::numbers::pi / 2, 1e-12);
    QVERIFY(!membraneImpedance(model, e.parameters, 50));
}

void TestFrequency::noImpedanceWhereItFires()
{
    QVERIFY(impedanceAtRest(leaky(), leaky().defaults(), 1.99));
    QVERIFY(!impedanceAtRest(leaky(), leaky().defaults(), 2.01));
    QVERIFY(impedanceAtRest(squid(), squid().defaults(), 9.7));
    QVERIFY(!impedanceAtRest(squid(), squid().defaults(), 9.8));
    QVERIFY(!membraneImpedance(squid(), squid().defaults(), 10));
}

/// At frequency 0 it is dV/dI of the fixed point.
void TestFrequency::squidAxonAtZeroIsTheSlope()
{
    const auto p = squid().defaults();
    const double h = 1e-4, slope = (restingPoint(squid(), p, 2 + h)->state[0] - restingPoint(squid(), p, 2 - h)->state[0]) / (2 * h);
    const std::complex<double> Z = impedanceAtRest(squid(), p, 2)->at(0);
    COMPARE_WITHIN(Z.real(), slope, 1e-7);
    COMPARE_WITHIN(Z.imag(), 0.0, 1e-15);
}

void TestFrequency::squidAxonEqualsASimulatedSine_data()
{
    QTest::addColumn<double>("frequency");
    QTest::addColumn<double>("offset");
    for (const double frequency : {10.0, 60.0, 300.0})
        for (const double offset : {0.0, 4.0}) QTest::addRow("%g Hz around %g", frequency, offset) << frequency << offset;
}

void TestFrequency::squidAxonEqualsASimulatedSine()
{
    QFETCH(double, frequency);
    QFETCH(double, offset);
    const Experiment e = underSine(squid(), 0.01, frequency, offset);
    const Outcome run = simulate(e, 600);
    const auto measured = measuredImpedance(run.trace, frequency);
    QVERIFY(measured);
    const auto expected = impedanceAtRest(squid(), e.parameters, offset)->at(frequency);
    COMPARE_WITHIN(std::abs(*measured), std::abs(expected), 2e-3 * std::abs(expected));
    COMPARE_WITHIN(std::arg(*measured), std::arg(expected), 2e-3);
}

void TestFrequency::leakyEqualsASimulatedSine()
{
    const Experiment e = underSine(leaky(), 0.5, 20, 0.3);
    const auto measured = measuredImpedance(simulate(e, 400).trace, 20);
    QVERIFY(measured);
    QVERIFY(std::abs(*measured - membraneImpedance(leaky(), e.parameters, 20).value()) < 1e-6);
}

/// The squid axon answers best near 67 Hz (at rest, 6.3 °C); a third of it at low frequencies.
void TestFrequency::squidAxonResonates()
{
    const auto impedance = impedanceAtRest(squid(), squid().defaults(), 0);
    const double best = resonance(*impedance, 0.1, 1000).value();
    qInfo("resonance at %g Hz, |Z| %g, at 0.1 Hz %g", best, std::abs(impedance->at(best)), std::abs(impedance->at(0.1)));
    QVERIFY(best > 55 && best < 80);
    QVERIFY(std::abs(impedance->at(best)) > 1.5 * std::abs(impedance->at(0.1)));
    for (const double beside : {0.99, 1.01}) QVERIFY(std::abs(impedance->at(best * beside)) < std::abs(impedance->at(best)));
}

/// Near the Hopf bifurcation the resonance is that of its oscillation, and grows beyond bounds.
void TestFrequency::resonanceGrowsTowardsTheHopfPoint()
{
    const auto hopf = stabilityChanges(squid(), squid().defaults()).front();
    const auto near = impedanceAtRest(squid(), squid().defaults(), hopf.I - 0.001),
               far = impedanceAtRest(squid(), squid().defaults(), hopf.I - 1);
    COMPARE_WITHIN(resonance(*near, 0.1, 1000).value(), 1000 / hopf.period, 0.05);
    QVERIFY(std::abs(near->at(1000 / hopf.period)) > 100 * std::abs(far->at(1000 / hopf.period)));
}

void TestFrequency::whatIsHeld()
{
    Experiment e = underSine(squid(), 2, 40, 3);
    e.stimulus.push_back(shaped("step", {100, 200, 1.5}));
    COMPARE_WITHIN(holdingCurrent(e.stimulus, 50), 3.0, 1e-12);
    COMPARE_WITHIN(holdingCurrent(e.stimulus, 150), 4.5, 1e-12);
    COMPARE_WITHIN(sineAt(e.stimulus, 50)->omega, 2 * std::numbers::pi * 0.04, 1e-12);
    QVERIFY(!sineAt(under(squid(), 3).stimulus, 50));
}

void TestFrequency::nothingIsMeasuredFromSpikesOrTooShortARun()
{
    QVERIFY(!measuredImpedance(simulate(underSine(leaky(), 0.5, 20), 30).trace, 20));
    QVERIFY(!measuredImpedance(simulate(underSine(leaky(), 0.5, 20, 3), 400).trace, 20));
    QVERIFY(!measuredImpedance(simulate(under(leaky(), 1), 400).trace, 20));
    QVERIFY(!measuredImpedance(Trace(leaky()), 20));
    QVERIFY(!measuredImpedance(simulate(underSine(leaky(), 0.5, 20), 400).trace, 20, 380));
}

QTEST_GUILESS_MAIN(TestFrequency)
#include "tst_frequency.moc"
