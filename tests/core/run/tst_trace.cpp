// SPDX-License-Identifier: GPL-3.0-or-later
// What a trace keeps: rows in order, times to the last bit, least and greatest values of any rows, and what is left of the
// oldest rows where memory ends.
#include "support.h"

#include <random>

using namespace rheobase;

namespace {

constexpr std::size_t potential = 2;

const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

/// A trace of a passive membrane with rows of random values.
struct Noisy {
    Trace trace;
    std::vector<float> values;

    Noisy(int rows, std::size_t memory = SIZE_MAX, double step = 0.05) : trace(*findModel("passive"), memory)
    {
        std::mt19937 random(7);
        std::normal_distribution noise;
        for (int i = 0; i < rows; ++i) {
            const double V = noise(random), terms[2] = {V, -V};
            trace.record(i == 0 ? Mark::start : Mark::sample, step * i, 0.5, {&V, 1}, terms);
            values.push_back(static_cast<float>(V));
        }
    }
    Extent extent(std::size_t first, std::size_t end) const
    {
        Extent found;
        for (std::size_t row = first; row < end; ++row) found.include(values[row]);
        return found;
    }
};

}

class TestTrace : public QObject {
    Q_OBJECT
private slots:
    void keepsRowsInOrder_data() { modelRows(); }
    void keepsRowsInOrder();
    void timesAreExact_data();
    void timesAreExact();
    void findsRowsByTime();
    void extentsEqualALoop();
    void oldRowsAreThinnedNotLost();
    void memoryIsBounded();
    void halfAnHourFits();
    void namesItsColumns();
    void aRestartClears();
};

void TestTrace::keepsRowsInOrder()
{
    QFETCH(const Model*, model);
    const Outcome run = simulate(defaultExperiment(*model), 200);
    const Trace& trace = run.trace;
    QVERIFY(trace.rows() > 2000 && trace.rawFrom(1) == 0 && trace.oldest() == 0);
    for (std::size_t c = 1; c < trace.columns().size(); ++c) {
        QCOMPARE(trace.latest(c), run.trace.column(c).back());
        for (std::size_t row = 0; row < trace.rows(); ++row) QVERIFY(trace.value(c, row) == static_cast<float>(run.trace.column(c)[row]));
    }
    QVERIFY(std::ranges::equal(trace.times(0, trace.rows()), run.trace.time()));
    QVERIFY(std::ranges::is_sorted(run.trace.time()));
}

void TestTrace::timesAreExact_data()
{
    QTest::addColumn<double>("dt");
    QTest::addColumn<int>("every");
    for (const double dt : {0.01, 0.025, 0.05, 0.1, 1.0})
        for (const int every : {1, 3, 10}) QTest::addRow("%g ms, each %d", dt, every) << dt << every;
}

/// Also where spikes lie between the steps.
void TestTrace::timesAreExact()
{
    QFETCH(double, dt);
    QFETCH(int, every);
    Experiment e = under(leaky(), 3.1);
    e.dt = dt;
    const Outcome run = simulate(e, 5000, static_cast<std::uint64_t>(every));
    QVERIFY(run.trace.spikes().size() > 100);
    for (std::size_t row = 0; row < run.trace.rows(); ++row) QVERIFY(run.trace.Trace::time(row) == run.trace.time()[row]);
    for (const double spike : run.trace.spikes()) QVERIFY(run.trace.Trace::time(run.trace.firstAt(spike)) == spike);
    QVERIFY2(run.trace.rows() < 3 * run.trace.spikes().size() || run.trace.bytes() < 40 * run.trace.rows() + 2'000'000,
             "times cost little");
}

void TestTrace::findsRowsByTime()
{
    Experiment e = under(leaky(), 3.1);
    e.dt = 0.03; // no whole number of steps in a millisecond
    const Outcome run = simulate(e, 300);
    const auto time = run.trace.time();
    std::mt19937 random(3);
    std::uniform_real_distribution anywhere(-5.0, 305.0);
    std::vector<double> sought{0, 300, 1e9, -1e9};
    for (int i = 0; i < 2000; ++i) sought.push_back(anywhere(random));
    sought.insert(sought.end(), time.begin(), time.end());
    for (std::size_t i = 0; i < time.size(); ++i) COMPARE_WITHIN(run.trace.Trace::time(i), time[i], 1e-12 * time[i]);
    for (const double t : sought) {
        const std::size_t row = run.trace.firstAt(t);
        QVERIFY(row == run.trace.rows() || run.trace.Trace::time(row) >= t);
        QVERIFY(row == 0 || run.trace.Trace::time(row - 1) < t);
    }
}

void TestTrace::extentsEqualALoop()
{
    const Noisy noisy(70'000);
    std::mt19937 random(5);
    std::uniform_int_distribution<std::size_t> row(0, noisy.values.size());
    for (int i = 0; i < 2000; ++i) {
        const auto [first, end] = std::minmax({row(random), row(random)});
        QVERIFY(noisy.trace.extent(potential, first, end) == noisy.extent(first, end));
        const std::size_t few = std::min(end, first + i % 100);
        QVERIFY(noisy.trace.extent(potential, first, few) == noisy.extent(first, few));
    }
    QVERIFY(noisy.trace.extent(potential, 5, 5).empty());
}

/// Every value that ever was lies within what is told of its time, for as long as anything is told.
void TestTrace::oldRowsAreThinnedNotLost()
{
    const Noisy noisy(400'000, 1'000'000);
    const Trace& trace = noisy.trace;
    QVERIFY(trace.rawFrom(potential) > 300'000 && trace.rawFrom(potential) < trace.rows());
    QVERIFY(trace.rawFrom(potential) <= trace.rawFrom(3)); // terms go first
    QVERIFY(std::isnan(trace.value(potential, trace.rawFrom(potential) - 1)));
    QVERIFY(trace.value(potential, trace.rawFrom(potential)) == noisy.values[trace.rawFrom(potential)]);
    QVERIFY(trace.oldest() < 100'000);
    for (std::size_t first = trace.oldest(); first < trace.rows(); first += 1777) {
        const Extent told = trace.extent(potential, first, first + 500), is = noisy.extent(first, std::min(first + 500, trace.rows()));
        QVERIFY(told.least <= is.least && told.most >= is.most);
    }
    QCOMPARE(trace.time(17), 0.05 * 17); // times stay
}

void TestTrace::memoryIsBounded()
{
    for (const std::size_t memory : {2'000'000u, 8'000'000u}) {
        const Noisy noisy(3'000'000, memory);
        QVERIFY2(noisy.trace.bytes() < 1.1 * static_cast<double>(memory), qPrintable(QString::number(noisy.trace.bytes())));
    }
    QVERIFY(Noisy(1'000'000).trace.bytes() < 6 * 4 * 1'000'000); // at most 6 bytes a sample of each of its four columns
}

/// 20 kHz, current, potential and gates of the squid axon, every sample of 30 min: the arithmetic on a run of 30 s.
void TestTrace::halfAnHourFits()
{
    const Model& model = *findModel("hodgkin-huxley");
    constexpr std::size_t share = 60;
    Trace trace(model, (std::size_t{1000} << 20) / share);
    std::vector<double> state(model.state.size()), terms(model.terms.size());
    constexpr std::size_t rows = 20'000 * 1800 / share;
    for (std::size_t i = 0; i < rows; ++i)
        trace.record(i == 0 ? Mark::start : Mark::sample, 0.05 * static_cast<double>(i), 0, state, terms);
    for (std::size_t column = 1; column < 2 + state.size(); ++column) QCOMPARE(trace.rawFrom(column), std::size_t{0});
    QCOMPARE(trace.oldest(), std::size_t{0});
    QVERIFY(trace.bytes() < (std::size_t{1} << 30) / share);
}

void TestTrace::namesItsColumns()
{
    const Trace trace(leaky());
    QCOMPARE(trace.columns().named("t").value(), std::size_t{0});
    QCOMPARE(trace.columns().named("V").value(), std::size_t{2});
    QCOMPARE(trace.columns().named("I_L").value(), std::size_t{3});
    QVERIFY(!trace.columns().named("W"));
    QCOMPARE(QString::fromStdString(columnName(trace.quantity(0))), "time_ms");
    QCOMPARE(QString::fromStdString(columnName(trace.quantity(1))), "I_nA");
    QCOMPARE(QString::fromStdString(columnName(trace.quantity(2))), "V_mV");
    QCOMPARE(QString::fromStdString(columnName(findModel("hodgkin-huxley")->input)), "I_uA_per_cm2");
}

void TestTrace::aRestartClears()
{
    Noisy noisy(400'000, 1'000'000);
    const double V = -60, terms[2] = {};
    noisy.trace.record(Mark::start, 0, 0, {&V, 1}, terms);
    QVERIFY(noisy.trace.rows() == 1 && noisy.trace.spikes().empty() && noisy.trace.oldest() == 0 && noisy.trace.rawFrom(3) == 0);
    QCOMPARE(noisy.trace.runs(), std::size_t{2});
    QVERIFY(noisy.trace.extent(potential, 0, 1) == (Extent{-60, -60}));
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
