// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <numeric>

using namespace rheobase;

namespace {

struct Moments {
    double mean, variance;
};

Moments momentsOf(std::span<const double> values)
{
    const double n = static_cast<double>(values.size()), mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    const double squares =
        std::accumulate(values.begin(), values.end(), 0.0, [&](double sum, double v) { return sum + (v - mean) * (v - mean); });
    return {mean, squares / (n - 1)};
}

/// The correlation of a series with itself `lag` places on.
double autocorrelation(std::span<const double> values, std::size_t lag)
{
    const Moments m = momentsOf(values);
    double sum = 0;
    for (std::size_t i = 0; i + lag < values.size(); ++i) sum += (values[i] - m.mean) * (values[i + lag] - m.mean);
    return sum / static_cast<double>(values.size() - lag) / m.variance;
}

Experiment noisy(const Model& model, Noise noise, double dt, std::uint64_t seed = 1)
{
    Experiment e = under(model, 0);
    e.noise = noise;
    e.dt = dt;
    e.seed = seed;
    return e;
}

}

/// Noise: its statistics, with seeds that are fixed and bounds of five standard errors, and its repeatability.
class TestNoise : public QObject {
    Q_OBJECT

private slots:
    void standardNormal();
    void neighbouringKeysAreIndependent();
    void whiteChargeDoesNotDependOnTheStep_data();
    void whiteChargeDoesNotDependOnTheStep();
    void membraneUnderWhiteNoise_data();
    void membraneUnderWhiteNoise();
    void ornsteinUhlenbeck_data();
    void ornsteinUhlenbeck();
    void switchedOnMidRun();
    void seeds_data() { modelAndSolverRows(); }
    void seeds();
    void everySolverSeesTheSameNoise();
};

void TestNoise::standardNormal()
{
    constexpr std::size_t n = 1'000'000;
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) values[i] = normal(1, i);
    const Moments m = momentsOf(values);
    COMPARE_WITHIN(m.mean, 0, 5e-3);
    COMPARE_WITHIN(m.variance, 1, 5 * std::sqrt(2.0 / n));
    double cubes = 0, fourths = 0, beyondTwo = 0, beyondFour = 0;
    for (const double v : values) {
        cubes += v * v * v / n;
        fourths += v * v * v * v / n;
        beyondTwo += std::abs(v) > 2;
        beyondFour += std::abs(v) > 4;
    }
    COMPARE_WITHIN(cubes, 0, 5 * std::sqrt(15.0 / n));
    COMPARE_WITHIN(fourths, 3, 5 * std::sqrt(96.0 / n));
    COMPARE_WITHIN(beyondTwo, 45500, 5 * std::sqrt(45500));
    COMPARE_WITHIN(beyondFour, 63.3, 5 * std::sqrt(63.3));
}

/// A counter-based generator needs no memory: any order of asking, and neighbours that know nothing of each other.
void TestNoise::neighbouringKeysAreIndependent()
{
    QCOMPARE(normal(7, 123'456), normal(7, 123'456));
    QVERIFY(normal(7, 5) != normal(7, std::uint64_t{5} << 32));
    QVERIFY(normal(7, 5) != normal(std::uint64_t{7} << 32, 5));
    constexpr std::size_t n = 200'000;
    double bySeed = 0, byStep = 0, crossed = 0;
    for (std::size_t i = 0; i < n; ++i) {
        bySeed += normal(i, 3) * normal(i + 1, 3) / n;
        byStep += normal(3, i) * normal(3, i + 1) / n;
        crossed += normal(1, i) * normal(2, i) / n;
    }
    for (const double correlation : {bySeed, byStep, crossed}) COMPARE_WITHIN(correlation, 0, 5 / std::sqrt(n));
}

void TestNoise::whiteChargeDoesNotDependOnTheStep_data()
{
    QTest::addColumn<double>("dt");
    for (const double dt : {0.02, 0.1, 0.5, 2.0}) QTest::addRow("Δt %g ms", dt) << dt;
}

/// ∫I dt over 20 ms has mean 0 and variance σ²·20 ms at every Δt.
void TestNoise::whiteChargeDoesNotDependOnTheStep()
{
    QFETCH(double, dt);
    std::vector<double> charges;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        Experiment e = noisy(*findModel("perfect-integrate-and-fire"), {Noise::Kind::white, 0.3, 5}, dt, seed);
        set(e, "V_th", 1000);
        charges.push_back(0.8 * (simulate(e, 20, 1'000'000).finalV() + 65));
    }
    const double expected = 0.3 * 0.3 * 20;
    const Moments m = momentsOf(charges);
    COMPARE_WITHIN(m.mean, 0, 5 * std::sqrt(expected / 2000));
    COMPARE_WITHIN(m.variance, expected, 5 * expected * std::sqrt(2.0 / 2000));
}

void TestNoise::membraneUnderWhiteNoise_data()
{
    QTest::addColumn<SolverKind>("solver");
    QTest::addColumn<double>("dt");
    QTest::addRow("exact, 0.05 ms") << SolverKind::exact << 0.05;
    QTest::addRow("exact, 1 ms") << SolverKind::exact << 1.0;
    QTest::addRow("exponential-euler, 0.1 ms") << SolverKind::exponentialEuler << 0.1;
    QTest::addRow("rk4, 0.1 ms") << SolverKind::rungeKutta4 << 0.1;
    QTest::addRow("dormand-prince, 0.5 ms") << SolverKind::dormandPrince << 0.5;
}

/// The membrane potential wanders with variance σ²R/(2C) and forgets with τ = RC.
void TestNoise::membraneUnderWhiteNoise()
{
    QFETCH(SolverKind, solver);
    QFETCH(double, dt);
    Experiment e = noisy(*findModel("passive"), {Noise::Kind::white, 0.5, 5}, dt);
    e.solver = solver;
    const double duration = 40'000, tau = 8, expected = 0.5 * 0.5 * 10 / (2 * 0.8);
    const Outcome run = simulate(e, duration);
    const auto V = run.trace.state(0).subspan(static_cast<std::size_t>(100 / dt));
    const Moments m = momentsOf(V);
    const double samples = duration / tau; // independent ones, for the variance
    COMPARE_WITHIN(m.mean, -70, 5 * std::sqrt(expected * 2 / samples));
    COMPARE_WITHIN(m.variance, expected, 5 * expected * std::sqrt(2 / samples));
    COMPARE_WITHIN(autocorrelation(V, static_cast<std::size_t>(8 / dt)), std::exp(-1), 5 / std::sqrt(samples));
}

void TestNoise::ornsteinUhlenbeck_data()
{
    QTest::addColumn<double>("dt");
    QTest::addColumn<double>("tau");
    for (const double dt : {0.05, 1.0})
        for (const double tau : {2.0, 10.0}) QTest::addRow("Δt %g ms, τ %g ms", dt, tau) << dt << tau;
}

void TestNoise::ornsteinUhlenbeck()
{
    QFETCH(double, dt);
    QFETCH(double, tau);
    const Experiment e = noisy(*findModel("passive"), {Noise::Kind::ornsteinUhlenbeck, 0.7, tau}, dt);
    const double duration = 40'000, samples = duration / tau;
    const Outcome run = simulate(e, duration);
    const auto I = run.trace.input().subspan(1); // the row at 0 comes before the first draw
    const Moments m = momentsOf(I);
    COMPARE_WITHIN(m.mean, 0, 5 * 0.7 * std::sqrt(2 / samples));
    COMPARE_WITHIN(m.variance, 0.49, 5 * 0.49 * std::sqrt(2 / samples));
    for (const double lag : {tau, 2 * tau})
        COMPARE_WITHIN(autocorrelation(I, static_cast<std::size_t>(std::lround(lag / dt))), std::exp(-lag / tau), 5 / std::sqrt(samples));
    // It is stationary from the first step on.
    std::vector<double> first;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Experiment other = e;
        other.seed = seed;
        first.push_back(simulate(other, dt).trace.input().back());
    }
    COMPARE_WITHIN(momentsOf(first).variance, 0.49, 5 * 0.49 * std::sqrt(2.0 / 4000));
}

/// Coloured noise fades in; what white noise left behind is not its start.
void TestNoise::switchedOnMidRun()
{
    Experiment e = noisy(*findModel("passive"), {Noise::Kind::white, 2, 5}, 0.001);
    Recording trace(*e.model);
    const auto run = makeSolver(e);
    run->advance(1000, 1, trace);
    e.noise = {Noise::Kind::ornsteinUhlenbeck, 0.1, 5};
    run->apply(e);
    run->advance(20, 1, trace);
    QVERIFY2(std::abs(trace.input().back()) < 0.1, qPrintable(QString::number(trace.input().back())));
    e.noise = {};
    run->apply(e);
    run->advance(1, 1, trace);
    QCOMPARE(trace.input().back(), 0.0);
}

void TestNoise::seeds()
{
    QFETCH(const Model*, model);
    QFETCH(SolverKind, solver);
    for (const Noise::Kind kind : {Noise::Kind::white, Noise::Kind::ornsteinUhlenbeck}) {
        Experiment e = under(*model, model->input.max / 4);
        e.solver = solver;
        e.noise = {kind, model->input.max / 20, 5};
        const Outcome first = simulate(e, 40), again = simulate(e, 40);
        QVERIFY(identical(first.trace, again.trace));
        e.seed = 2;
        QVERIFY(!identical(simulate(e, 40).trace, first.trace));
    }
}

void TestNoise::everySolverSeesTheSameNoise()
{
    const Model& model = *findModel("passive");
    for (const Noise::Kind kind : {Noise::Kind::white, Noise::Kind::ornsteinUhlenbeck}) {
        Experiment e = noisy(model, {kind, 0.5, 5}, 0.05);
        const Outcome exact = simulate(e, 100);
        for (const SolverKind solver : solversFor(model)) {
            e.solver = solver;
            const Outcome run = simulate(e, 100);
            QVERIFY(std::ranges::equal(run.trace.input(), exact.trace.input()));
            COMPARE_WITHIN(run.finalV(), exact.finalV(), solver == SolverKind::forwardEuler ? 0.05 : 1e-3);
        }
    }
}

QTEST_GUILESS_MAIN(TestNoise)
#include "tst_noise.moc"
