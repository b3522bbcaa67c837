// SPDX-License-Identifier: GPL-3.0-or-later
#include "rheobase.h"
#include "strength_duration.h"
#include "support.h"

#include <numbers>
#include <thread>

using namespace rheobase;

/// How strong against how long.
class TestStrengthDuration : public QObject {
    Q_OBJECT

private slots:
    void leakyEqualsLapicque();
    void perfectNeedsACharge();
    void squidAxon();
    void passiveNeverFires();
    void needsNoPulseToFire();
    void namesCharges();
    void stopsQuickly();
};

/// I_rh/(1 − e^(−w/τ)), and a chronaxie of τ ln 2.
void TestStrengthDuration::leakyEqualsLapicque()
{
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    const std::vector<double> widths{0.05, 0.1, 1, 5.545, 20, 100};
    for (const double R : {10.0, 25.0}) {
        set(e, "R", R);
        const double tau = 0.8 * R, rheobase = 20 / R;
        const auto found = strengthDuration(e, widths);
        COMPARE_WITHIN(found.value().rheobase, rheobase, 1e-12);
        COMPARE_WITHIN(found->chronaxie, tau * std::numbers::ln2, 1e-5 * tau);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const double expected = rheobase / (1 - std::exp(-widths[i] / tau));
            COMPARE_WITHIN(lapicqueThreshold(*e.model, e.parameters, widths[i]).value(), expected, 1e-12 * expected);
            COMPARE_WITHIN(found->thresholds[i], expected, 2e-6 * expected);
        }
    }
}

void TestStrengthDuration::perfectNeedsACharge()
{
    const Experiment e = defaultExperiment(*findModel("perfect-integrate-and-fire"));
    const std::vector<double> widths{0.5, 8};
    const auto found = strengthDuration(e, widths);
    QCOMPARE(found.value().rheobase, 0.0);
    QVERIFY(std::isnan(found->chronaxie));
    for (std::size_t i = 0; i < widths.size(); ++i) {
        COMPARE_WITHIN(lapicqueThreshold(*e.model, e.parameters, widths[i]).value(), 12 / widths[i], 1e-12);
        COMPARE_WITHIN(found->thresholds[i] * widths[i], 12, 1e-4);
    }
}

/// Each threshold parts silence from a spike; they fall towards the rheobase; twice of it needs the chronaxie.
void TestStrengthDuration::squidAxon()
{
    const Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    const std::vector<double> widths{0.2, 1, 5, 50};
    QElapsedTimer timer;
    timer.start();
    const auto found = strengthDuration(e, widths).value();
    qInfo("searched in %lld ms: rheobase %g, chronaxie %g", timer.elapsed(), found.rheobase, found.chronaxie);
    COMPARE_WITHIN(found.rheobase, 2.24034, 1e-4);
    QVERIFY(std::ranges::is_sorted(found.thresholds, std::greater<>()));
    COMPARE_WITHIN(found.thresholds.back(), found.rheobase, 1e-3);
    for (std::size_t i = 0; i < widths.size(); ++i)
        for (const double factor : {0.999, 1.001}) {
            Experiment one = e;
            one.initial[0] = restingPotential(*e.model, e.parameters);
            one.stimulus = {shaped("step", {0, widths[i], factor * found.thresholds[i]})};
            QCOMPARE(!simulate(one, 150, 100).trace.spikes().empty(), factor > 1);
        }
    const auto again = strengthDuration(e, std::vector{found.chronaxie}).value();
    COMPARE_WITHIN(again.thresholds[0], 2 * found.rheobase, 1e-4);
}

void TestStrengthDuration::passiveNeverFires()
{
    const Experiment e = defaultExperiment(*findModel("passive"));
    const auto found = strengthDuration(e, std::vector{1.0});
    QVERIFY(std::isnan(found.value().rheobase) && std::isnan(found->chronaxie) && std::isnan(found->thresholds[0]));
    QVERIFY(!lapicqueThreshold(*e.model, e.parameters, 1));
}

/// With a battery of potassium that is too weak the axon fires without any current.
void TestStrengthDuration::needsNoPulseToFire()
{
    Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    set(e, "E_K", -60);
    const auto found = strengthDuration(e, std::vector{0.1, 10.0}).value();
    COMPARE_WITHIN(found.rheobase, searchRheobase(e, {})->spike, 1e-9); // what keeps it from it
    QVERIFY(found.rheobase < -6 && std::isnan(found.chronaxie));
    QCOMPARE(found.thresholds, std::vector(2, 0.0));
}

void TestStrengthDuration::namesCharges()
{
    QVERIFY(chargeUnit(*findModel("leaky-integrate-and-fire")) == "pC");
    QVERIFY(chargeUnit(*findModel("hodgkin-huxley")) == "nC/cm²");
}

void TestStrengthDuration::stopsQuickly()
{
    std::stop_source stop;
    std::optional<StrengthDuration> found = StrengthDuration{};
    const std::vector<double> widths(100'000, 1.0);
    std::jthread thread([&] { found = strengthDuration(defaultExperiment(*findModel("hodgkin-huxley")), widths, stop.get_token()); });
    stop.request_stop();
    thread.join();
    QVERIFY(!found);
}

QTEST_APPLESS_MAIN(TestStrengthDuration)
#include "tst_strength_duration.moc"
