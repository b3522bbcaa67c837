// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweeps.h"

using namespace rheobase;

/// What every neuron of a sweep answers is what the table of measures says of a recorded run.
class TestSweepMeasures : public QObject {
    Q_OBJECT

    static void compare(const Sweep& sweep)
    {
        const auto points = run(sweep, {}, 2);
        for (std::size_t i = 0; i < points.size() && !QTest::currentTestFailed(); ++i) compareWithRun(sweep, i, points[i], 1e-9);
    }

private slots:
    void eachIsAMeasure()
    {
        const Model& model = *findModel("hodgkin-huxley");
        std::string header;
        for (const SweepAnswer& answer : sweepAnswers()) {
            QVERIFY(findMeasure(answer.measure) && measure(answer.measure).ofRun);
            QCOMPARE(&sweepAnswer(answer.measure), &answer);
            header += (header.empty() ? "" : ",") + columnName(answer, model);
        }
        QCOMPARE(header, "spikes,latency_ms,rate_Hz,first_interval_ms,last_interval_ms,variation,lowest_V_mV,highest_V_mV");
    }

    void lanesUnderConstantCurrents_data() { modelRows(); }
    void lanesUnderConstantCurrents()
    {
        QFETCH(const Model*, model);
        Sweep sweep = sweepOf(model->id, {{"I", 0, model->input.max, 9}}, 300);
        for (const double settle : {0.0, 0.5, 0.9})
            for (const Noise::Kind kind : {Noise::Kind::none, Noise::Kind::white}) {
                sweep.settle = settle;
                sweep.experiment.noise = {kind, 0.1 * model->input.max};
                compare(sweep);
            }
    }

    void everyStimulus_data() { modelRows(); }
    void everyStimulus()
    {
        QFETCH(const Model*, model);
        Sweep sweep = sweepOf(model->id, {}, 150);
        for (const StimulusShape& shape : stimulusShapes()) {
            if (shape.id == "constant") continue;
            sweep.experiment.stimulus = {component(shape, model->input)};
            sweep.axes = {{std::string(shape.id) + ".start", 5, 50, 3}, {"I", 0.3 * model->input.max, model->input.max, 3}};
            if (shape.id == "ramp") sweep.axes[1].name = "ramp.to";
            compare(sweep);
        }
    }

    /// The squid axon under a step fires 1.90 ms after it begins, whenever that is.
    void latencyIsFromTheOnset()
    {
        Sweep sweep = sweepOf("hodgkin-huxley", {{"step.start", 5, 50, 4}}, 200);
        sweep.experiment.stimulus = {shaped("step", {20, 120, 10})};
        for (const SweepPoint& point : run(sweep)) COMPARE_WITHIN(point.latency, 1.90, 0.02);
    }
};

QTEST_GUILESS_MAIN(TestSweepMeasures)
#include "tst_sweep_measures.moc"
