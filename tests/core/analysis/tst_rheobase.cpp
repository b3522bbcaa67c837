// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference.h"
#include "rheobase.h"

#include <thread>

using namespace rheobase;

/// Where a neuron rests, and which current makes it fire.
class TestRheobase : public QObject {
    Q_OBJECT

private slots:
    void restingPotentials();
    void noRest();
    void statedEqualsSimulated_data();
    void statedEqualsSimulated();
    void squidAxon();
    void squidAxonAgreesWithTheFiringTable();
    void warmAxonIsGraded();
    void belowZeroItFiresWithoutInput();
    void startsAtRest();
    void deadAxonHasNone();
    void stopsWhenAsked();
};

void TestRheobase::restingPotentials()
{
    const Model& squid = *findModel("hodgkin-huxley");
    COMPARE_WITHIN(restingPotential(squid, squid.defaults()).value(), -64.99638, 1e-5);
    Experiment exact = defaultExperiment(squid);
    set(exact, "E_L", -54.4010790306);
    COMPARE_WITHIN(restingPotential(squid, exact.parameters).value(), -65, 1e-9);
    Experiment leak = exact;
    set(leak, "g_Na", 0);
    set(leak, "g_K", 0);
    COMPARE_WITHIN(restingPotential(squid, leak.parameters).value(), -54.4010790306, 1e-9);
    for (const char* id : {"passive", "leaky-integrate-and-fire"})
        for (const double battery : {-70.0, -300.0, -55.5}) {
            Experiment e = defaultExperiment(*findModel(id));
            set(e, "E_L", battery);
            COMPARE_WITHIN(restingPotential(*e.model, e.parameters).value(), battery, 1e-9);
        }
}

/// A membrane without leak stays wherever it is, and a battery above the threshold leaves no rest.
void TestRheobase::noRest()
{
    const Model& perfect = *findModel("perfect-integrate-and-fire");
    QVERIFY(!restingPotential(perfect, perfect.defaults()));
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    set(e, "E_L", -40);
    QVERIFY(!restingPotential(*e.model, e.parameters));
}

void TestRheobase::statedEqualsSimulated_data()
{
    QTest::addColumn<double>("R");
    QTest::addColumn<double>("threshold");
    for (const double R : {5.0, 10.0, 120.0})
        for (const double threshold : {-60.0, -50.0, 0.0}) QTest::addRow("R %g, V_th %g", R, threshold) << R << threshold;
}

void TestRheobase::statedEqualsSimulated()
{
    QFETCH(double, R);
    QFETCH(double, threshold);
    Experiment e = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    set(e, "R", R);
    set(e, "V_th", threshold);
    const auto stated = statedRheobase(*e.model, e.parameters);
    COMPARE_WITHIN(stated.value().spike, (threshold + 70) / R, 1e-12);
    QVERIFY(stated->spike == stated->sustained);
    const auto searched = searchRheobase(e, {}, 20'000);
    if (stated->spike > e.model->input.max) QVERIFY(std::isnan(searched->spike) && std::isnan(searched->sustained));
    else {
        COMPARE_WITHIN(searched->spike, stated->spike, 2e-4);
        COMPARE_WITHIN(searched->sustained, stated->spike, 2e-3);
    }
    QVERIFY(!statedRheobase(*findModel("hodgkin-huxley"), findModel("hodgkin-huxley")->defaults()));
}

/// One spike from 2.240 µA/cm² on (2.237 from −65 mV, which is not quite its rest); lasting firing from the fold of limit
/// cycles on.
void TestRheobase::squidAxon()
{
    QElapsedTimer timer;
    timer.start();
    const auto found = searchRheobase(defaultExperiment(*findModel("hodgkin-huxley")), {});
    qInfo("searched in %lld ms", timer.elapsed());
    COMPARE_WITHIN(found.value().spike, 2.24034, 2e-5);
    COMPARE_WITHIN(found->sustained, 6.260321275, 3e-4);
}

/// fi_hh.csv: below the one there is no lasting firing, above it there is.
void TestRheobase::squidAxonAgreesWithTheFiringTable()
{
    const auto found = searchRheobase(reference::experimentOfSet("hh"), {});
    const auto table = reference::columns("fi_hh.csv");
    for (std::size_t i = 0; i < table.at("I").size(); ++i) {
        QVERIFY(table.at("I")[i] > found->spike);
        QCOMPARE(table.at("rate_Hz")[i] > 0, table.at("I")[i] > found->sustained);
    }
}

/// At 25 °C a stronger current makes a higher response, and which of them pass the level says nothing of the neuron; at 18.5 °C it is all
/// or none.
void TestRheobase::warmAxonIsGraded()
{
    Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    set(e, "T", 25);
    const auto graded = searchRheobase(e, {});
    QVERIFY(graded->isGraded && std::isnan(graded->spike) && std::isnan(graded->sustained));
    set(e, "T", 18.5);
    const auto found = searchRheobase(e, {});
    QVERIFY(!found->isGraded);
    for (const double shift : {-0.01, 0.01}) {
        Experiment step = e;
        step.stimulus[0].values[0] = found->spike + shift;
        QCOMPARE(!simulate(step, 300, 100).trace.spikes().empty(), shift > 0);
    }
}

/// What fires without input has a rheobase below 0; where it is that of a membrane with its battery above the threshold, (V_th − E_L)/R.
void TestRheobase::belowZeroItFiresWithoutInput()
{
    Experiment leaky = defaultExperiment(*findModel("leaky-integrate-and-fire"));
    set(leaky, "E_L", -40);
    COMPARE_WITHIN(searchRheobase(leaky, {})->spike, -1, 2e-4);
    Experiment squid = defaultExperiment(*findModel("hodgkin-huxley"));
    set(squid, "g_K", 15);
    QVERIFY(!restingPotential(*squid.model, squid.parameters));
    COMPARE_WITHIN(searchRheobase(squid, {})->spike, -1.9935, 1e-3);
}

/// It begins where it rests, so what is below the rheobase is silent.
void TestRheobase::startsAtRest()
{
    Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    COMPARE_WITHIN(start(e).state[0], -64.99638, 1e-5);
    const double rheobase = searchRheobase(e, {})->spike;
    for (const double I : {2.239, rheobase - 1e-3, rheobase + 1e-3}) {
        e.stimulus[0].values[0] = I;
        QCOMPARE(simulate(e, 300, 100).trace.spikes().empty(), I < rheobase);
    }
    Experiment weak = defaultExperiment(*findModel("hodgkin-huxley"));
    set(weak, "g_K", 20);
    weak.stimulus[0].values[0] = 0;
    QVERIFY(simulate(weak, 300, 100).trace.spikes().empty());
    weak.initial[0] = -65; // outside the basin of its rest
    QVERIFY(simulate(weak, 300, 100).trace.spikes().size() > 10);
}

void TestRheobase::deadAxonHasNone()
{
    Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    set(e, "g_Na", 0);
    set(e, "g_L", 2);
    const auto found = searchRheobase(e, {});
    QVERIFY(std::isnan(found->spike) && std::isnan(found->sustained));
}

void TestRheobase::stopsWhenAsked()
{
    std::optional<Rheobase> found = Rheobase{0, 0};
    {
        std::jthread thread(
            [&](const std::stop_token& stop) { found = searchRheobase(defaultExperiment(*findModel("hodgkin-huxley")), stop, 1e9); });
        waitForWork(20);
    } // joined, or it would take hours
    QVERIFY(!found);
}

QTEST_GUILESS_MAIN(TestRheobase)
#include "tst_rheobase.moc"
