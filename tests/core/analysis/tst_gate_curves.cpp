// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_curves.h"
#include "support.h"

using namespace rheobase;

namespace {

const Model& squid() { return *findModel("hodgkin-huxley"); }

GateCurves squidCurves(double from, double to, std::size_t count) { return gateCurves(squid(), squid().defaults(), from, to, count); }

const ChannelCurve& channel(const GateCurves& curves, std::string_view term)
{
    const auto index = indexOf(squid().terms, term);
    return *std::ranges::find_if(curves.channels, [&](const ChannelCurve& c) { return c.channel.current == *index; });
}

}

class TestGateCurves : public QObject {
    Q_OBJECT

private slots:
    void everyStateRestsOnItsCurve_data() { modelRows(); }
    void everyStateRestsOnItsCurve();
    void everyStateRelaxesWithItsTimeConstant_data() { modelRows(); }
    void everyStateRelaxesWithItsTimeConstant();
    void currentsAreConductanceTimesDrivingForce_data() { modelRows(); }
    void currentsAreConductanceTimesDrivingForce();
    void squidAxonHasItsTextbookCurves();
    void gatingIsReadOffTheEquation();
};

void TestGateCurves::everyStateRestsOnItsCurve()
{
    QFETCH(const Model*, model);
    const auto p = model->defaults();
    const Quantity& V = model->state[0];
    const GateCurves curves = gateCurves(*model, p, V.min, V.max, 23);
    QCOMPARE(curves.potentials.size(), 23u);
    QVERIFY(curves.gates.size() + 1 >= model->state.size());
    for (std::size_t i = 0; i < curves.potentials.size(); ++i) {
        std::vector<double> x(model->state.size()), rate(x.size());
        x[0] = curves.potentials[i];
        for (const GateCurve& gate : curves.gates)
            if (gate.state) x[*gate.state] = gate.steadyState[i];
        model->derivative(x.data(), p.data(), 0, rate.data());
        for (std::size_t s = 1; s < x.size(); ++s) COMPARE_WITHIN(rate[s], 0, 1e-9 * std::max(1.0, std::abs(x[s])));
    }
}

void TestGateCurves::everyStateRelaxesWithItsTimeConstant()
{
    QFETCH(const Model*, model);
    const auto p = model->defaults();
    const Quantity& V = model->state[0];
    const std::size_t n = model->state.size();
    const GateCurves curves = gateCurves(*model, p, V.min, V.max, 23);
    for (const GateCurve& gate : curves.gates) {
        if (!gate.state) continue;
        QCOMPARE(gate.timeConstant.size(), curves.potentials.size());
        for (std::size_t i = 0; i < curves.potentials.size(); ++i) {
            std::vector<double> x(n), above(n), below(n);
            x[0] = curves.potentials[i];
            for (const GateCurve& other : curves.gates)
                if (other.state) x[*other.state] = other.steadyState[i];
            const double h = 1e-4 * std::max(1.0, std::abs(x[*gate.state]));
            x[*gate.state] += h;
            model->derivative(x.data(), p.data(), 0, above.data());
            x[*gate.state] -= 2 * h;
            model->derivative(x.data(), p.data(), 0, below.data());
            const double slope = (above[*gate.state] - below[*gate.state]) / (2 * h);
            if (slope < 0) COMPARE_WITHIN(gate.timeConstant[i] * -slope, 1, 1e-5);
        }
    }
}

void TestGateCurves::currentsAreConductanceTimesDrivingForce()
{
    QFETCH(const Model*, model);
    const GateCurves curves = gateCurves(*model, model->defaults(), model->state[0].min, model->state[0].max, 23);
    for (const ChannelCurve& curve : curves.channels) {
        QCOMPARE(curve.current.size(), curves.potentials.size());
        if (!curve.channel.driving) continue;
        for (std::size_t i = 0; i < curve.current.size(); ++i)
            COMPARE_WITHIN(curve.conductance[i] * curve.drivingForce[i], curve.current[i],
                           1e-12 * std::max(1.0, std::abs(curve.current[i])));
    }
}

void TestGateCurves::squidAxonHasItsTextbookCurves()
{
    const GateCurves curves = squidCurves(-65, 35, 2);
    QCOMPARE(curves.gates.size(), 3u);
    const GateCurve& m = curves.gates[0];
    QCOMPARE(m.symbol, std::string_view("m"));
    COMPARE_WITHIN(m.steadyState[0], 0.0529324852572, 1e-12);
    COMPARE_WITHIN(m.timeConstant[0], 1 / (2.5 / std::expm1(2.5) + 4), 1e-9); // α_m = 2.5/(e^2.5 − 1), β_m = 4 at −65 mV
    COMPARE_WITHIN(m.opening[0], 2.5 / std::expm1(2.5), 1e-12);
    COMPARE_WITHIN(m.closing[0], 4, 1e-12);
    QCOMPARE(m.rates.size(), 2u);
    COMPARE_WITHIN(m.rates[1][0], 4, 1e-12);
    const ChannelCurve &sodium = channel(curves, "I_Na"), &leak = channel(curves, "I_L");
    COMPARE_WITHIN(sodium.gating[0], std::pow(0.0529324852572, 3) * 0.596120753508, 1e-14);
    COMPARE_WITHIN(sodium.current[0], -1.22005717647, 1e-9);
    COMPARE_WITHIN(sodium.drivingForce[1], -15, 1e-12);
    QVERIFY(leak.gating.empty());
    COMPARE_WITHIN(leak.conductance[1], 0.3, 1e-15);
}

void TestGateCurves::gatingIsReadOffTheEquation()
{
    const auto channels = channelsOf(squid());
    QCOMPARE(channels.size(), 3u);
    QCOMPARE(text(channels[0].gating), std::string("m^3 * h"));
    QCOMPARE(text(channels[0].maximal), std::string("g_Na"));
    QCOMPARE(text(channels[0].driving), std::string("V - E_Na"));
    QCOMPARE(channels[0].conductance, indexOf(squid().parameters, "g_Na"));
    QCOMPARE(channels[1].reversal, indexOf(squid().parameters, "E_K"));
    QVERIFY(!channels[2].gating);
    const auto leak = channelsOf(*findModel("passive"));
    QCOMPARE(text(leak.at(0).maximal), std::string("1 / R"));
    QVERIFY(!leak[0].conductance);
}

QTEST_GUILESS_MAIN(TestGateCurves)
#include "tst_gate_curves.moc"
