// SPDX-License-Identifier: GPL-3.0-or-later
#include "spike_features.h"
#include "support.h"

using namespace rheobase;

namespace {

struct Rows {
    std::vector<double> t, V;
    std::vector<double> slope; // dV/dt, where it is known
};

/// Straight lines between corners, a row every `step` ms from the first corner to the last.
Rows straight(double step, std::vector<std::pair<double, double>> corners)
{
    Rows rows;
    std::size_t k = 1;
    for (int i = 0; corners[0].first + i * step <= corners.back().first + 1e-9; ++i) {
        const double t = corners[0].first + i * step;
        while (k + 1 < corners.size() && t > corners[k].first) ++k;
        const auto [t0, v0] = corners[k - 1];
        const auto [t1, v1] = corners[k];
        rows.t.push_back(t);
        rows.V.push_back(v0 + (v1 - v0) * (t - t0) / (t1 - t0));
    }
    return rows;
}

/// Slow ramp, upstroke of 100 mV/ms, fall to a trough, slow return. Crosses 0 mV at 4.55 ms.
Rows drawnSpike(double step) { return straight(step, {{0, -70}, {4, -55}, {4.95, 40}, {6.45, -80}, {12, -70}}); }

/// The squid axon under 10 µA/cm², between two times, from an integrator and derivatives of their own, a row each µs.
Rows squidAxon(double from, double to)
{
    const Model& model = *findModel("hodgkin-huxley");
    const auto parameters = model.defaults();
    const auto current = [](double) { return 10.0; };
    auto x = integrated(model, parameters, start(defaultExperiment(model)).state, 0, from, current);
    Rows rows;
    std::vector<double> slopes(x.size());
    for (double t = from; t < to; t += 0.001) {
        model.derivative(x.data(), parameters.data(), 10, slopes.data());
        rows.t.push_back(t);
        rows.V.push_back(x[0]);
        rows.slope.push_back(slopes[0]);
        x = integrated(model, parameters, x, t, t + 0.001, current);
    }
    return rows;
}

std::size_t rowWhere(const Rows& rows, std::size_t from, const std::function<bool(std::size_t)>& holds)
{
    while (from < rows.t.size() && !holds(from)) ++from;
    return from;
}

SpikeFeatures featuresOf(const Rows& rows, double spike) { return spikeFeatures(rows.t, rows.V, spike); }

}

/// Shapes of spikes: drawn ones, and those of the squid axon.
class TestSpikeFeatures : public QObject {
    Q_OBJECT
private slots:
    void shapeOfADrawnSpike()
    {
        const auto features = featuresOf(drawnSpike(0.01), 4.55);
        QVERIFY(features.begin && features.peak && features.trough && features.halfWidth && features.upstroke);
        COMPARE_WITHIN(features.begin->time, 4, 0.01);
        COMPARE_WITHIN(features.begin->potential, -55, 0.7);
        COMPARE_WITHIN(features.peak->time, 4.95, 0.005);
        COMPARE_WITHIN(features.peak->potential, 40, 0.3);
        COMPARE_WITHIN(features.trough->time, 6.45, 0.005);
        COMPARE_WITHIN(features.trough->potential, -80, 0.3);
        COMPARE_WITHIN(*features.upstroke, 100, 1e-6);
        COMPARE_WITHIN(*features.amplitude(), 95, 1);
        COMPARE_WITHIN(*features.ahpDepth(), 25, 1);
        COMPARE_WITHIN(*features.halfWidth, 47.5 / 100 + 47.5 / 80, 0.01);
    }

    void aBriefSlopeIsNoBegin()
    {
        const Rows rows = straight(0.01, {{0, -70}, {2, -65}, {2.1, -60}, {4, -55}, {4.95, 40}, {6.45, -80}, {12, -70}});
        const auto features = featuresOf(rows, 4.55);
        QVERIFY(features.begin);
        COMPARE_WITHIN(features.begin->time, 4, 0.01);
    }

    void theSlopeIsAChoice()
    {
        const Rows rows = straight(0.01, {{0, -70}, {3, -60}, {4, -40}, {4.8, 40}, {6, -80}, {12, -70}});
        COMPARE_WITHIN(spikeFeatures(rows.t, rows.V, 4.4).begin->time, 3, 0.01);
        COMPARE_WITHIN(spikeFeatures(rows.t, rows.V, 4.4, 30).begin->time, 4, 0.01);
        QVERIFY(!spikeFeatures(rows.t, rows.V, 4.4, 150).begin);
    }

    void theFirstTroughCounts()
    {
        const Rows rows = straight(0.01, {{0, -70}, {4, -55}, {4.95, 40}, {6.45, -80}, {8, -70}, {12, -90}, {14, -70}});
        COMPARE_WITHIN(featuresOf(rows, 4.55).trough->potential, -80, 0.3);
    }

    void squidAxonAsComputedElsewhere_data()
    {
        QTest::addColumn<double>("dt");
        for (const double dt : {0.005, 0.01, 0.025, 0.05}) QTest::addRow("rows every %g ms", dt) << dt;
    }
    void squidAxonAsComputedElsewhere()
    {
        QFETCH(double, dt);
        static const Rows fine = squidAxon(14, 30);
        const std::size_t crossing = rowWhere(fine, 0, [&](std::size_t i) { return fine.V[i] >= 0; });
        const std::size_t peak = rowWhere(fine, crossing, [&](std::size_t i) { return fine.slope[i] <= 0; });
        const std::size_t trough = rowWhere(fine, peak + 10, [&](std::size_t i) { return fine.slope[i] >= 0; });
        const std::size_t begin = rowWhere(fine, 0, [&](std::size_t i) { return fine.slope[i] > 10; });
        const double middle = (fine.V[begin] + fine.V[peak]) / 2;
        const std::size_t rise = rowWhere(fine, begin, [&](std::size_t i) { return fine.V[i] >= middle; });
        const std::size_t fall = rowWhere(fine, peak, [&](std::size_t i) { return fine.V[i] <= middle; });
        QVERIFY(begin > 0 && begin < crossing && trough < fine.t.size());

        Experiment experiment = under(*findModel("hodgkin-huxley"), 10);
        experiment.dt = 0.005;
        const auto outcome = simulate(experiment, 32, static_cast<std::uint64_t>(std::llround(dt / 0.005)));
        const auto spikes = outcome.trace.spikes();
        bool isOver = false;
        const auto features = spikeFeatures(outcome.trace, 1, &isOver);
        QVERIFY(isOver);
        QVERIFY(features.amplitude() && features.ahpDepth() && features.halfWidth && features.upstroke);
        const double rough = dt * dt / 0.0025; // errors go with the square of the distance of rows
        COMPARE_WITHIN(spikes[1], fine.t[crossing], 0.002);
        COMPARE_WITHIN(features.begin->time, fine.t[begin], 0.002 + 0.01 * rough);
        COMPARE_WITHIN(features.begin->potential, fine.V[begin], 0.02 + 0.1 * rough);
        COMPARE_WITHIN(features.peak->time, fine.t[peak], 0.002 + 0.005 * rough);
        COMPARE_WITHIN(features.peak->potential, fine.V[peak], 0.001 + 0.1 * rough);
        COMPARE_WITHIN(features.trough->time, fine.t[trough], 0.005);
        COMPARE_WITHIN(features.trough->potential, fine.V[trough], 0.001);
        COMPARE_WITHIN(*features.upstroke, *std::max_element(fine.slope.begin(), fine.slope.end()), 0.01 + 5 * rough);
        COMPARE_WITHIN(*features.halfWidth, fine.t[fall] - fine.t[rise], 0.002 + 0.003 * rough);
    }

    void isOverOnceItHasItsTrough()
    {
        const Experiment experiment = under(*findModel("hodgkin-huxley"), 10);
        const Trace whole = simulate(experiment, 100).trace;
        const std::size_t last = whole.spikes().size() - 1;
        for (const auto& [after, expected] : {std::pair(0.3, false), std::pair(3.0, true)}) {
            const Trace trace = simulate(experiment, std::round((whole.spikes()[last] + after) / experiment.dt) * experiment.dt).trace;
            bool isOver = !expected;
            const auto features = spikeFeatures(trace, last, &isOver);
            QCOMPARE(isOver, features.trough.has_value());
            QCOMPARE(features.halfWidth.has_value(), expected);
        }
    }

    void nothingAtAJump_data()
    {
        QTest::addColumn<const Model*>("model");
        for (const Model& model : catalogue())
            if (model.jumps) QTest::addRow("%s", model.id.data()) << &model;
    }
    void nothingAtAJump()
    {
        QFETCH(const Model*, model);
        const auto outcome = simulate(under(*model, model->input.max), 100);
        QVERIFY(outcome.trace.spikes().size() > 2);
        for (const double spike : outcome.trace.spikes()) {
            const auto features = spikeFeatures(outcome.trace.time(), outcome.trace.state(0), spike);
            QVERIFY(!features.begin && !features.peak && !features.trough && !features.halfWidth && !features.upstroke);
        }
    }

    void nothingFromTooFewRows()
    {
        const auto features = featuresOf(drawnSpike(0.5), 4.55);
        QVERIFY(!features.peak && !features.begin && !features.halfWidth && !features.upstroke && !features.amplitude());
        QVERIFY(!spikeFeatures({}, {}, 4.55).peak);
        const Rows few = drawnSpike(0.01);
        QVERIFY(!spikeFeatures(std::span(few.t).first(1), std::span(few.V).first(1), 4.55).peak);
    }

    void onlyWhatIsRecorded_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<bool>("hasBegin");
        QTest::addColumn<bool>("hasPeak");
        QTest::addColumn<bool>("hasTrough");
        QTest::newRow("all") << 0.0 << 12.0 << true << true << true;
        QTest::newRow("began before") << 4.2 << 12.0 << false << true << true;
        QTest::newRow("crossed before") << 4.7 << 12.0 << false << false << false;
        QTest::newRow("still rising") << 0.0 << 4.8 << false << false << false;
        QTest::newRow("still falling") << 0.0 << 6.3 << true << true << false;
        QTest::newRow("before it") << 0.0 << 4.0 << false << false << false;
        QTest::newRow("after it") << 7.0 << 12.0 << false << false << false;
    }
    void onlyWhatIsRecorded()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        const Rows all = drawnSpike(0.01);
        Rows rows;
        for (std::size_t i = 0; i < all.t.size(); ++i)
            if (all.t[i] >= from && all.t[i] <= to) {
                rows.t.push_back(all.t[i]);
                rows.V.push_back(all.V[i]);
            }
        const auto features = featuresOf(rows, 4.55);
        QTEST(features.begin.has_value(), "hasBegin");
        QTEST(features.peak.has_value(), "hasPeak");
        QTEST(features.trough.has_value(), "hasTrough");
    }
};

QTEST_GUILESS_MAIN(TestSpikeFeatures)
#include "tst_spike_features.moc"
