// SPDX-License-Identifier: GPL-3.0-or-later
#include "measures.h"
#include "spike_features.h"
#include "strength_duration.h"
#include "support.h"

#include <numbers>
#include <numeric>
#include <set>

using namespace rheobase;

namespace {

using Value = std::optional<double>;

Value ofRun(std::string_view id, const MeasuredRun& run) { return measure(id).ofRun(run); }
Value ofNeuron(std::string_view id, const Experiment& e) { return measure(id).ofExperiment(e, {}); }

Experiment withStimulus(std::string_view model, Stimulus stimulus)
{
    Experiment e = defaultExperiment(*findModel(model));
    e.stimulus = std::move(stimulus);
    return e;
}

constexpr std::string_view leaky = "leaky-integrate-and-fire", perfect = "perfect-integrate-and-fire", passive = "passive",
                           squid = "hodgkin-huxley";

/// Of the leaky model with its defaults: from its rest, or its reset, to the threshold.
double rise(double from, double I) { return 8 * std::log((10 * I - 70 - from) / (10 * I - 70 + 50)); }

QByteArray named(std::string_view id) { return QByteArray(id.data(), static_cast<qsizetype>(id.size())); }

}

#define COMPARE_VALUE(value, expected, tolerance)    \
    do {                                             \
        const Value found = value;                   \
        QVERIFY2(found, #value " is empty");         \
        COMPARE_WITHIN(*found, expected, tolerance); \
    } while (false)

class TestMeasures : public QObject {
    Q_OBJECT

private slots:
    void eachIsDefined_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < measures().size(); ++i) QTest::newRow(measures()[i].id.data()) << static_cast<int>(i);
    }
    void eachIsDefined()
    {
        QFETCH(int, index);
        const Measure& m = measures()[static_cast<std::size_t>(index)];
        const QString definition = QString::fromUtf8(m.definition.data(), static_cast<qsizetype>(m.definition.size()));
        QVERIFY(!m.meaning.empty());
        QVERIFY2(definition.endsWith(u'.') && definition.count(u' ') > 4 && !definition.front().isLower(), qPrintable(definition));
        QVERIFY(!definition.contains("  "));
        QVERIFY2((m.ofRun == nullptr) != (m.ofExperiment == nullptr), "of a run, or of an experiment");
        QVERIFY((std::set<std::string_view>{"", "ms", "mV", "Hz", "V/s", currentUnit, resistanceUnit}.contains(m.unit)));
        QCOMPARE(findMeasure(m.id), &m);
    }

    void allAreThere()
    {
        for (const char* id : {"spikes", "rate", "mean-rate", "cv", "isi.first", "isi.last", "isi.mean", "latency", "amplitude",
                               "half-width", "ahp", "peak", "trough", "rest", "rheobase", "rheobase.sustained", "chronaxie", "tau"})
            QVERIFY2(findMeasure(id), id);
        QVERIFY(!findMeasure("nonsense"));
    }

    void unitsAreTheModels()
    {
        QCOMPARE(unitOf(measure("rheobase"), *findModel(leaky)), "nA");
        QCOMPARE(unitOf(measure("rheobase"), *findModel(squid)), "µA/cm²");
        QCOMPARE(unitOf(measure("rest"), *findModel(squid)), "mV");
        QCOMPARE(unitOf(measure("impedance"), *findModel(passive)), "MΩ");
        QCOMPARE(unitOf(measure("impedance"), *findModel(squid)), "kΩ·cm²");
        QCOMPARE(unitOf(measure("rate"), *findModel(squid)), "Hz");
    }

    /// What each says of a long step, against sums over the recorded spikes; a model without spikes has none of it.
    void everyModel_data() { modelRows(); }
    void everyModel()
    {
        QFETCH(const Model*, model);
        Experiment e = defaultExperiment(*model);
        e.stimulus = {shaped("step", {20, 500, 0.5 * model->input.max})};
        double end = 400; // not within an upstroke, which would become a spike without the current
        const Outcome under = simulate(e, 500, 1000);
        const auto lasting = under.trace.spikes();
        for (std::size_t i = 1; i < lasting.size() && lasting[i - 1] < 400; ++i) end = std::lerp(lasting[i - 1], lasting[i], 0.3);
        e.stimulus = {shaped("step", {20, end, 0.5 * model->input.max})};
        const Outcome outcome = simulate(e, 900); // silent for longer than any interval
        const MeasuredRun run = measured(outcome.trace, e, 0, 900);
        const auto spikes = outcome.trace.spikes();
        if (!model->fires()) {
            for (const Measure& m : measures())
                if (m.ofRun && m.id != "lowest" && m.id != "highest") QVERIFY2(!m.ofRun(run), named(m.id));
            for (const char* id : {"rheobase", "rheobase.sustained", "chronaxie", "rate.formula"}) QVERIFY2(!ofNeuron(id, e), id);
            return;
        }
        QVERIFY(spikes.size() > 3 && spikes.back() <= end);
        std::vector<double> intervals;
        for (std::size_t i = 1; i < spikes.size(); ++i) intervals.push_back(spikes[i] - spikes[i - 1]);
        const double n = static_cast<double>(intervals.size()), sum = std::accumulate(intervals.begin(), intervals.end(), 0.0);
        double squares = 0;
        for (const double interval : intervals) squares += (interval - sum / n) * (interval - sum / n);
        QCOMPARE(*ofRun("spikes", run), n + 1);
        QCOMPARE(*ofRun("spike.first", run), spikes.front());
        QCOMPARE(*ofRun("spike.last", run), spikes.back());
        QCOMPARE(*ofRun("latency", run), spikes.front() - 20);
        COMPARE_VALUE(ofRun("mean-rate", run), 1000 * (n + 1) / (end - 20), 1e-9);
        COMPARE_VALUE(ofRun("rate", run), 1000 * n / sum, 1e-9);
        QCOMPARE(*ofRun("isi.first", run), intervals.front());
        QCOMPARE(*ofRun("isi.last", run), intervals.back());
        COMPARE_VALUE(ofRun("isi.mean", run), sum / n, 1e-9);
        QCOMPARE(*ofRun("isi.shortest", run), std::ranges::min(intervals));
        QCOMPARE(*ofRun("isi.longest", run), std::ranges::max(intervals));
        COMPARE_VALUE(ofRun("isi.sd", run), std::sqrt(squares / (n - 1)), 1e-9);
        COMPARE_VALUE(ofRun("cv", run), std::sqrt(squares / (n - 1)) / (sum / n), 1e-9);
        QVERIFY(!ofRun("rate.last", run)); // silent since then
        COMPARE_VALUE(ofRun("lowest", run), std::ranges::min(outcome.trace.state(0)), 1e-4);
        COMPARE_VALUE(ofRun("highest", run), std::ranges::max(outcome.trace.state(0)), 1e-4);
    }

    void everyShape_data() { modelRows(); }
    void everyShape()
    {
        QFETCH(const Model*, model);
        const Experiment e = under(*model, 0.5 * model->input.max);
        const Outcome outcome = simulate(e, 100);
        const MeasuredRun run = measured(outcome.trace, e);
        const auto last = [&](auto&& told) {
            Value value;
            for (std::size_t spike = outcome.trace.spikes().size(); spike > 0 && !value; --spike)
                value = told(spikeFeatures(outcome.trace, spike - 1));
            return value;
        };
        QCOMPARE(ofRun("amplitude", run), last([](const SpikeFeatures& f) { return f.amplitude(); }));
        QCOMPARE(ofRun("half-width", run), last([](const SpikeFeatures& f) { return f.halfWidth; }));
        QCOMPARE(ofRun("upstroke", run), last([](const SpikeFeatures& f) { return f.upstroke; }));
        QCOMPARE(ofRun("ahp", run), last([](const SpikeFeatures& f) { return f.ahpDepth(); }));
        QCOMPARE(ofRun("trough", run), last([](const SpikeFeatures& f) { return f.trough ? Value(f.trough->potential) : std::nullopt; }));
        QCOMPARE(bool(ofRun("amplitude", run)), model->fires() && !model->jumps && !model->state[0].unit.empty()); // it is told by mV/ms
        if (!ofRun("amplitude", run)) return;
        QCOMPARE(*ofRun("peak", run) - *ofRun("threshold", run), *ofRun("amplitude", run));
        MeasuredRun withoutRows = run;
        withoutRows.trace = nullptr;
        for (const char* id : {"amplitude", "half-width", "upstroke", "ahp", "peak", "trough", "threshold", "lowest", "highest"})
            QVERIFY(!ofRun(id, withoutRows));
        QVERIFY(ofRun("rate", withoutRows));
        QVERIFY(!ofRun("amplitude", measured(outcome.trace, e, outcome.trace.spikes().back() + 1e-9))); // of before the last change
    }

    /// While a spike is on its way up, the one before is measured.
    void theLastSpikeThatIsOver()
    {
        const Experiment e = under(*findModel(squid), 10);
        const Trace whole = simulate(e, 100).trace;
        const std::size_t last = whole.spikes().size() - 1;
        const auto after = [&](double time) {
            const Trace trace = simulate(e, whole.spikes()[last] + time).trace;
            return ofRun("amplitude", measured(trace, e));
        };
        QCOMPARE(after(0.3), spikeFeatures(whole, last - 1).amplitude());
        QCOMPARE(after(3), spikeFeatures(whole, last).amplitude());
        const Trace early = simulate(e, 0.5).trace;
        QVERIFY(!ofRun("amplitude", measured(early, e)));
    }

    /// Noise makes intervals that differ: the index is eFEL's.
    void adaptation()
    {
        const double times[] = {10, 20, 40, 70, 110};
        SpikeTally tally;
        for (const double t : times) tally.addSpike(t);
        const MeasuredRun run{defaultExperiment(*findModel(leaky)), tally, 120};
        COMPARE_VALUE(ofRun("adaptation", run), (10.0 / 50 + 10.0 / 70) / 2, 1e-12);
        COMPARE_VALUE(ofRun("cv", run), std::sqrt(500.0 / 3) / 25, 1e-12);
        COMPARE_VALUE(ofRun("rate.last", run), 25, 1e-12);
        QVERIFY(!ofRun("rate.last", {run.experiment, tally, 190.1}));
        SpikeTally few;
        for (const double t : {10, 20, 40}) few.addSpike(t);
        for (const char* id : {"adaptation", "cv"}) QVERIFY(!ofRun(id, {run.experiment, few, 120}));
        COMPARE_VALUE(ofRun("isi.sd", {run.experiment, few, 120}), std::sqrt(50.0), 1e-12);
    }

    void aSlowingNeuronAdapts()
    {
        SpikeTally tally;
        double t = 0;
        for (int i = 0; i < 30; ++i) tally.addSpike(t += 10 * std::pow(1.1, i));
        COMPARE_VALUE(tally.intervals().drift(), 0.1 / 2.1, 1e-9);
    }

    void leakyClosedForm()
    {
        const double I = 3, first = 100 + rise(-70, I), T = 2 + rise(-65, I);
        const Experiment e = withStimulus(leaky, {shaped("step", {100, 600, I})});
        const Outcome outcome = simulate(e, 1000);
        const MeasuredRun run = measured(outcome.trace, e, 0, 1000);
        const double count = std::floor((600 - first) / T) + 1;
        QCOMPARE(*ofRun("spikes", run), count);
        COMPARE_VALUE(ofRun("latency", run), rise(-70, I), 1e-9);
        COMPARE_VALUE(ofRun("spike.first", run), first, 1e-9);
        COMPARE_VALUE(ofRun("spike.last", run), first + (count - 1) * T, 1e-8);
        COMPARE_VALUE(ofRun("rate", run), 1000 / T, 1e-8);
        COMPARE_VALUE(ofRun("mean-rate", run), count * 2, 1e-9);
        for (const char* id : {"isi.first", "isi.last", "isi.mean"}) COMPARE_VALUE(ofRun(id, run), T, 1e-8);
        COMPARE_VALUE(ofRun("cv", run), 0, 1e-9);
        COMPARE_VALUE(ofRun("adaptation", run), 0, 1e-9);
        COMPARE_VALUE(ofRun("highest", run), -50, 1e-5);
    }

    void perfectClosedForm()
    {
        const double I = 0.5, C = 0.8, T = 2 + 15 * C / I;
        const Experiment e = under(*findModel(perfect), I);
        const Outcome outcome = simulate(e, 500);
        const MeasuredRun run = measured(outcome.trace, e, 0, 500);
        COMPARE_VALUE(ofRun("rate", run), 1000 / T, 1e-8);
        COMPARE_VALUE(ofRun("isi.first", run), T, 1e-9);
        COMPARE_VALUE(ofNeuron("rate.formula", e), 1000 / T, 1e-8);
        COMPARE_VALUE(ofNeuron("rheobase", e), 0, 0);
        for (const char* id : {"tau", "rest", "chronaxie"}) QVERIFY2(!ofNeuron(id, e), id); // no leak
    }

    void passiveClosedForm()
    {
        const Experiment e = withStimulus(passive, {shaped("step", {10, 60, 1})});
        const Outcome outcome = simulate(e, 100);
        const MeasuredRun run = measured(outcome.trace, e, 0, 100);
        const double R = parameterOf(e, "R"), tau = R * parameterOf(e, "C"), E = parameterOf(e, "E_L");
        COMPARE_VALUE(ofRun("highest", run), E + R * (1 - std::exp(-50 / tau)), 1e-4);
        COMPARE_VALUE(ofRun("lowest", run), E, 1e-4);
        COMPARE_VALUE(ofNeuron("tau", e), tau, 1e-9);
        COMPARE_VALUE(ofNeuron("rest", e), E, 1e-9);
    }

    void leakyNeuron()
    {
        Experiment e = under(*findModel(leaky), 3);
        COMPARE_VALUE(ofNeuron("rheobase", e), 2, 1e-9);
        COMPARE_VALUE(ofNeuron("rheobase.sustained", e), 2, 1e-9);
        COMPARE_VALUE(ofNeuron("chronaxie", e), 8 * std::log(2), 1e-4);
        COMPARE_VALUE(ofNeuron("tau", e), 8, 1e-9);
        COMPARE_VALUE(ofNeuron("rest", e), -70, 1e-9);
        COMPARE_VALUE(ofNeuron("rate.formula", e), 1000 / (2 + rise(-65, 3)), 1e-8);
        QVERIFY(!ofNeuron("rate.formula", under(*findModel(leaky), 1.9)));
        QVERIFY(!ofNeuron("rate.formula", withStimulus(leaky, {shaped("step", {0, 100, 3})})));
        e.noise = {Noise::Kind::white, 0.1};
        QVERIFY(!ofNeuron("rate.formula", e));
    }

    /// Hodgkin & Huxley, J. Physiol. 117:500 (1952): C over the conductance at rest.
    void squidNeuron()
    {
        const Experiment e = defaultExperiment(*findModel(squid));
        const double V = *ofNeuron("rest", e), u = V + 65;
        COMPARE_WITHIN(V, -64.9964, 1e-3);
        const auto open = [](double a, double b) { return a / (a + b); };
        const double m = open(0.1 * (25 - u) / std::expm1((25 - u) / 10), 4 * std::exp(-u / 18)),
                     h = open(0.07 * std::exp(-u / 20), 1 / (1 + std::exp((30 - u) / 10))),
                     n = open(0.01 * (10 - u) / std::expm1((10 - u) / 10), 0.125 * std::exp(-u / 80));
        COMPARE_VALUE(ofNeuron("tau", e), 1 / (120 * m * m * m * h + 36 * std::pow(n, 4) + 0.3), 1e-6);
        COMPARE_VALUE(ofNeuron("rheobase", e), 2.2403, 1e-3);
        COMPARE_VALUE(ofNeuron("rheobase.sustained", e), 6.2, 0.1);
        COMPARE_VALUE(ofNeuron("chronaxie", e), strengthDuration(e, {})->chronaxie, 1e-9);
        const Outcome outcome = simulate(under(*e.model, 10), 500);
        // The reference solution of 10 µA/cm²: 68.3237 Hz.
        COMPARE_VALUE(ofRun("rate", measured(outcome.trace, under(*e.model, 10), 0, 500, 0.5)), 68.3237, 0.01);
        std::stop_source stop;
        stop.request_stop();
        for (const char* id : {"rheobase", "rheobase.sustained", "chronaxie"}) QVERIFY(!measure(id).ofExperiment(e, stop.get_token()));
    }

    void impedanceOfARunUnderASine()
    {
        const double offset = 1, frequency = 50, omega = 2 * std::numbers::pi * frequency / 1000, R = 10, C = 0.8;
        Experiment e = withStimulus(passive, {shaped("sine", {0, 1e4, 0.1, frequency, 0, offset})});
        COMPARE_VALUE(ofNeuron("impedance", e), R / std::hypot(1, omega * R * C), 1e-9);
        e.stimulus = {component(*stimulusShape("constant"), e.model->input)};
        QVERIFY(!ofNeuron("impedance", e));
    }

    void silence()
    {
        const Experiment e = under(*findModel(leaky), 1);
        const Outcome outcome = simulate(e, 200);
        const MeasuredRun run = measured(outcome.trace, e, 0, 200);
        QCOMPARE(*ofRun("spikes", run), 0);
        QCOMPARE(*ofRun("mean-rate", run), 0);
        for (const Measure& m : measures())
            if (m.ofRun && m.id != "spikes" && m.id != "mean-rate" && m.id != "lowest" && m.id != "highest")
                QVERIFY2(!m.ofRun(run), named(m.id));
    }

    void windows_data()
    {
        QTest::addColumn<Stimulus>("stimulus");
        QTest::addColumn<double>("since");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        const double end = 1000;
        const StimulusComponent constant = shaped("constant", {2}), nothing = shaped("constant", {0}), step = shaped("step", {100, 600, 1}),
                                late = shaped("step", {700, 2000, 1});
        QTest::newRow("none") << Stimulus{} << 0.0 << 0.0 << end;
        QTest::newRow("none, changed") << Stimulus{} << 300.0 << 300.0 << end;
        QTest::newRow("zero") << Stimulus{nothing} << 0.0 << 0.0 << end;
        QTest::newRow("constant") << Stimulus{constant} << 0.0 << 0.0 << end;
        QTest::newRow("constant, changed") << Stimulus{constant} << 50.0 << 50.0 << end;
        QTest::newRow("step") << Stimulus{step} << 0.0 << 100.0 << 600.0;
        QTest::newRow("inhibition") << Stimulus{shaped("step", {100, 600, -1})} << 0.0 << 100.0 << 600.0;
        QTest::newRow("step on nothing") << Stimulus{nothing, step} << 0.0 << 100.0 << 600.0;
        QTest::newRow("step on a current") << Stimulus{constant, step} << 0.0 << 0.0 << end;
        QTest::newRow("step, changed before") << Stimulus{step} << 50.0 << 100.0 << 600.0;
        QTest::newRow("step, changed within") << Stimulus{step} << 200.0 << 200.0 << 600.0;
        QTest::newRow("step, changed after") << Stimulus{step} << 650.0 << 650.0 << end;
        QTest::newRow("beyond the end") << Stimulus{late} << 0.0 << 700.0 << end;
        QTest::newRow("after the end") << Stimulus{shaped("step", {1000, 2000, 1})} << 0.0 << 0.0 << end;
        QTest::newRow("two steps") << Stimulus{step, late} << 0.0 << 100.0 << end;
        QTest::newRow("pulses") << Stimulus{shaped("pulse-train", {10, 2, 20, 5, 1})} << 0.0 << 10.0 << 92.0;
        QTest::newRow("pulses, changed in a gap") << Stimulus{shaped("pulse-train", {10, 2, 20, 5, 1})} << 15.0 << 30.0 << 92.0;
        QTest::newRow("two pulses") << Stimulus{shaped("two-pulses", {10, 2, 8, 1, 3})} << 0.0 << 10.0 << 22.0;
        QTest::newRow("second pulse alone") << Stimulus{shaped("two-pulses", {10, 2, 8, 0, 3})} << 0.0 << 20.0 << 22.0;
        QTest::newRow("ramp") << Stimulus{shaped("ramp", {50, 150, 0, 3})} << 0.0 << 50.0 << 150.0;
        QTest::newRow("sine") << Stimulus{shaped("sine", {50, 150, 1, 10, 0, 0})} << 0.0 << 50.0 << 150.0;
    }
    void windows()
    {
        QFETCH(Stimulus, stimulus);
        QFETCH(double, since);
        QFETCH(double, from);
        QFETCH(double, to);
        for (const double settle : {0.0, 0.25}) {
            const MeasureWindow window = measureWindow(stimulus, since, 1000, settle);
            QCOMPARE(window.since, since);
            QCOMPARE(window.from, from);
            QCOMPARE(window.to, to);
            QCOMPARE(window.settled, from + settle * (to - from));
        }
    }

    /// Whatever was before, what is measured is the firing since the change: regular, and from the first interval that lies after it.
    void sinceTheLastChange()
    {
        Experiment e = under(*findModel(leaky), 2.1);
        Trace trace(*e.model);
        const auto solver = makeSolver(e);
        solver->recordNow(Mark::start, trace);
        solver->advance(static_cast<std::uint64_t>(200 / e.dt), 1, trace);
        const double change = solver->neuron().time;
        e.stimulus = {shaped("constant", {4})};
        solver->apply(e);
        solver->advance(static_cast<std::uint64_t>(300 / e.dt), 1, trace);
        const MeasuredRun all = measured(trace, e), run = measured(trace, e, change);
        QVERIFY(*ofRun("cv", all) > 0.1);
        COMPARE_VALUE(ofRun("cv", run), 0, 1e-9);
        const double T = 2 + rise(-65, 4);
        COMPARE_VALUE(ofRun("rate", run), 1000 / T, 1e-8);
        COMPARE_VALUE(ofRun("isi.first", run), T, 1e-8);
        const auto spikes = trace.spikes();
        const auto first = std::ranges::lower_bound(spikes, change);
        QVERIFY(first != spikes.begin());
        QCOMPARE(*ofRun("spikes", run), static_cast<double>(spikes.end() - first));
        QCOMPARE(*ofRun("latency", run), *first - change);
        COMPARE_VALUE(ofRun("mean-rate", run), 1000 * static_cast<double>(spikes.end() - first) / 300, 1e-8);
        QVERIFY(*ofRun("lowest", run) > *ofRun("lowest", all));
    }

    void settling()
    {
        const Experiment e = withStimulus(leaky, {shaped("step", {100, 600, 3})});
        const Outcome outcome = simulate(e, 1000);
        const MeasuredRun run = measured(outcome.trace, e, 0, 1000, 0.5);
        const auto spikes = outcome.trace.spikes();
        const auto late = static_cast<double>(std::ranges::count_if(spikes, [](double t) { return t >= 350; }));
        QCOMPARE(*ofRun("spikes", run), static_cast<double>(spikes.size()));
        COMPARE_VALUE(ofRun("mean-rate", run), late * 4, 1e-9);
        COMPARE_VALUE(ofRun("rate", run), 1000 / (2 + rise(-65, 3)), 1e-8);
        QCOMPARE(*ofRun("latency", run), spikes.front() - 100);
        QCOMPARE(run.spikes.intervals().count(), static_cast<std::size_t>(late));
    }

    /// A stretch that begins before a pulse tells that pulse's latency; the next onset counts where a pulse makes no spike.
    void latencyOfEachPulse()
    {
        const Experiment e = withStimulus(squid, {shaped("pulse-train", {20, 2, 40, 5, 20})});
        const Outcome outcome = simulate(e, 250);
        QCOMPARE(outcome.trace.spikes().size(), std::size_t(5));
        for (int pulse = 0; pulse < 5; ++pulse) {
            const double onset = 20 + 40 * pulse, spike = outcome.trace.spikes()[static_cast<std::size_t>(pulse)];
            for (const double before : {0.0, 5.0}) {
                const Value latency = ofRun("latency", measured(outcome.trace, e, onset - before));
                COMPARE_VALUE(latency, spike - onset, 1e-9);
                QVERIFY(*latency > 0 && *latency < 5);
            }
        }
        const Experiment two = withStimulus(squid, {shaped("two-pulses", {20, 1, 30, 1, 30})});
        const Outcome second = simulate(two, 100);
        QCOMPARE(second.trace.spikes().size(), std::size_t(1));
        COMPARE_VALUE(ofRun("latency", measured(second.trace, two)), second.trace.spikes()[0] - 51, 1e-9);
    }

    /// The public report: a step that begins later has the same latency.
    void latencyDoesNotDependOnTheOnset()
    {
        double first = 0;
        for (const double start : {5, 20, 35, 50}) {
            Experiment e = withStimulus(squid, {shaped("step", {start, 120, 10})});
            e.initial[0] = ofNeuron("rest", e);
            const Outcome outcome = simulate(e, 200);
            const double latency = *ofRun("latency", measured(outcome.trace, e));
            COMPARE_WITHIN(latency, 1.90, 0.02);
            if (first == 0) first = latency;
            COMPARE_WITHIN(latency, first, 1e-3);
        }
    }

    /// What fires before the stimulus has no part in what the stimulus does.
    void spontaneousSpikes()
    {
        Experiment e = withStimulus(leaky, {shaped("step", {200, 400, 2})});
        set(e, "E_L", -48);
        const Outcome outcome = simulate(e, 600);
        const MeasuredRun run = measured(outcome.trace, e, 0, 600);
        const auto spikes = outcome.trace.spikes();
        const auto first = std::ranges::lower_bound(spikes, 200);
        QVERIFY(first - spikes.begin() > 5);
        QCOMPARE(*ofRun("spikes", run), static_cast<double>(spikes.size()));
        QCOMPARE(*ofRun("spike.first", run), spikes.front());
        QCOMPARE(*ofRun("latency", run), *first - 200);
        const double T = 2 + 8 * std::log((20 - 48 + 65) / (20 - 48 + 50.0));
        COMPARE_VALUE(ofRun("rate", run), 1000 / T, 1e-6);
        COMPARE_VALUE(ofRun("cv", run), 0, 1e-6);
    }

    /// Piece by piece the same as at once; anew after a change.
    void liveMeasures()
    {
        Experiment e = under(*findModel(leaky), 3);
        e.noise = {Noise::Kind::white, 0.5};
        Trace trace(*e.model);
        const auto solver = makeSolver(e);
        solver->recordNow(Mark::start, trace);
        LiveMeasures live;
        double since = 0;
        for (int piece = 0; piece < 40; ++piece) {
            if (piece == 20) {
                since = trace.latestTime();
                set(e, "R", 14);
                solver->apply(e);
            }
            solver->advance(200, 1, trace);
            live.update(trace, e, since);
            const MeasuredRun run = measured(trace, e, since);
            for (const Measure& m : measures())
                if (m.ofRun) QVERIFY2(live.value(m) == m.ofRun(run), named(m.id));
        }
        QVERIFY(*live.value("spikes") > 5 && *live.value("spikes") < static_cast<double>(trace.spikes().size()));
        solver->recordNow(Mark::start, trace); // a run of its own
        live.update(trace, e, 0);
        QCOMPARE(*live.value("spikes"), 0);
    }
};

QTEST_GUILESS_MAIN(TestMeasures)
#include "tst_measures.moc"
