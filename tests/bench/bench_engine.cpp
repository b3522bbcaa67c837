// SPDX-License-Identifier: GPL-3.0-or-later
// Steps per second of every solver on every model, each beside a plain loop written by hand for that model and method (libm's
// exp, no noise, no edges of the input, no recording), run in turn; how long a slider's edit takes to reach the running neuron;
// and what a paused engine costs. With --tsv one line a solver: name, ns a step, ns a step of the plain loop.
#include "catalogue.h"
#include "runner.h"
#include "solver.h"

#include <boost/numeric/odeint.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string_view>

using namespace rheobase;

namespace {

/// The models again, as one would write them for one afternoon.
struct PlainPassive {
    static constexpr std::size_t states = 1;
    double C = 0.8, R = 10, E = -70, I = 2.1;
    void rate(const double* x, double* f) const { f[0] = (I - (x[0] - E) / R) / C; }
    void exact(double* x, double h) const { x[0] = E + R * I + (x[0] - E - R * I) * std::exp(-h / (R * C)); }
    bool spike(double*, double) const { return false; }
};
struct PlainLeaky : PlainPassive {
    double threshold = -50, reset = -65;
    bool spike(double* x, double) const
    {
        if (x[0] < threshold) return false;
        x[0] = reset;
        return true;
    }
};
struct PlainPerfect {
    static constexpr std::size_t states = 1;
    double C = 0.8, I = 0.5, threshold = -50, reset = -65;
    void rate(const double*, double* f) const { f[0] = I / C; }
    void exact(double* x, double h) const { x[0] += I / C * h; }
    bool spike(double* x, double) const
    {
        if (x[0] < threshold) return false;
        x[0] = reset;
        return true;
    }
};
struct PlainHodgkinHuxley {
    static constexpr std::size_t states = 4;
    double I = 10;
    static void rates(double V, double* alpha, double* beta)
    {
        alpha[0] = 0.1 * (V + 40) / (1 - std::exp(-(V + 40) / 10)), beta[0] = 4 * std::exp(-(V + 65) / 18);
        alpha[1] = 0.07 * std::exp(-(V + 65) / 20), beta[1] = 1 / (1 + std::exp(-(V + 35) / 10));
        alpha[2] = 0.01 * (V + 55) / (1 - std::exp(-(V + 55) / 10)), beta[2] = 0.125 * std::exp(-(V + 65) / 80);
    }
    double current(const double* x) const
    {
        const double m = x[1], n = x[3];
        return I - 120 * m * m * m * x[2] * (x[0] - 50) - 36 * n * n * n * n * (x[0] + 77) - 0.3 * (x[0] + 54.387);
    }
    void rate(const double* x, double* f) const
    {
        double alpha[3], beta[3];
        rates(x[0], alpha, beta);
        f[0] = current(x);
        for (int i = 0; i < 3; ++i) f[i + 1] = alpha[i] * (1 - x[i + 1]) - beta[i] * x[i + 1];
    }
    /// Rush & Larsen: the gates relax exponentially, V goes forward.
    void exact(double* x, double h) const
    {
        double alpha[3], beta[3];
        rates(x[0], alpha, beta);
        const double V = x[0] + h * current(x);
        for (int i = 0; i < 3; ++i) {
            const double steady = alpha[i] / (alpha[i] + beta[i]);
            x[i + 1] = steady + (x[i + 1] - steady) * std::exp(-h * (alpha[i] + beta[i]));
        }
        x[0] = V;
    }
    bool spike(double* x, double before) const { return before < 0 && x[0] >= 0; }
};

template<class P> void eulerStep(const P& p, double* x, double h)
{
    double f[P::states];
    p.rate(x, f);
    for (std::size_t i = 0; i < P::states; ++i) x[i] += h * f[i];
}

template<class P> void heunStep(const P& p, double* x, double h)
{
    constexpr std::size_t n = P::states;
    double f[n], g[n], y[n];
    p.rate(x, f);
    for (std::size_t i = 0; i < n; ++i) y[i] = x[i] + h * f[i];
    p.rate(y, g);
    for (std::size_t i = 0; i < n; ++i) x[i] += h / 2 * (f[i] + g[i]);
}

template<class P> void rungeKuttaStep(const P& p, double* x, double h)
{
    constexpr std::size_t n = P::states;
    double k[4][n], y[n];
    p.rate(x, k[0]);
    for (int stage = 1; stage < 4; ++stage) {
        for (std::size_t i = 0; i < n; ++i) y[i] = x[i] + (stage < 3 ? h / 2 : h) * k[stage - 1][i];
        p.rate(y, k[stage]);
    }
    for (std::size_t i = 0; i < n; ++i) x[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
}

/// Boost's Dormand–Prince at the same tolerance, asked at every step of the grid.
template<class P> void boostDormandPrince(const P& p, double* x, std::uint64_t steps, double h)
{
    using X = std::array<double, P::states>;
    namespace odeint = boost::numeric::odeint;
    const auto rate = [&](const X& from, X& f, double) { p.rate(from.data(), f.data()); };
    auto stepper = odeint::make_dense_output(1e-9, 1e-9, odeint::runge_kutta_dopri5<X>());
    X start, y;
    std::copy_n(x, P::states, start.begin());
    stepper.initialize(start, 0.0, 0.01);
    for (std::uint64_t step = 1; step <= steps; ++step) {
        const double t = static_cast<double>(step) * h, before = x[0];
        while (stepper.current_time() < t) stepper.do_step(rate);
        stepper.calc_state(t, y);
        std::copy_n(y.begin(), P::states, x);
        if (!p.spike(x, before) || P::states > 1) continue;
        std::copy_n(x, P::states, start.begin());
        stepper.initialize(start, t, 0.01);
    }
}

/// The spikes and the last potential.
template<class P> double plainLoop(SolverKind solver, const Experiment& experiment, std::uint64_t steps)
{
    const P p;
    double x[P::states];
    const Neuron neuron = makeSolver(experiment)->neuron();
    std::ranges::copy(neuron.state, x);
    std::uint64_t spikes = 0;
    const auto loop = [&](auto step) {
        for (std::uint64_t i = 0; i < steps; ++i) {
            const double before = x[0];
            step(p, x, experiment.dt);
            spikes += p.spike(x, before);
        }
    };
    if (solver == SolverKind::dormandPrince) boostDormandPrince(p, x, steps, experiment.dt);
    else if (solver == SolverKind::forwardEuler) loop(eulerStep<P>);
    else if (solver == SolverKind::heun) loop(heunStep<P>);
    else if (solver == SolverKind::rungeKutta4) loop(rungeKuttaStep<P>);
    else loop([](const P& q, double* y, double h) { q.exact(y, h); });
    return static_cast<double>(spikes) + x[0];
}

double plain(SolverKind solver, const Experiment& experiment, std::uint64_t steps)
{
    if (experiment.model->id == "passive") return plainLoop<PlainPassive>(solver, experiment, steps);
    if (experiment.model->id == "perfect-integrate-and-fire") return plainLoop<PlainPerfect>(solver, experiment, steps);
    if (experiment.model->id == "leaky-integrate-and-fire") return plainLoop<PlainLeaky>(solver, experiment, steps);
    return plainLoop<PlainHodgkinHuxley>(solver, experiment, steps);
}

class Counter final : public Recorder {
public:
    std::uint64_t rows = 0;
    double lastTime = 0;
    void record(Mark, double time, double, std::span<const double>, std::span<const double>) override
    {
        ++rows;
        lastTime = time;
    }
};

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double wallSeconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

volatile double kept; // what was computed is used

template<class Work> double seconds(Work work)
{
    const double start = processorSeconds();
    kept = static_cast<double>(work());
    return processorSeconds() - start;
}

/// Both loops in turn, seven times; the ratio is the median of the pairs.
void compareSolver(const Model& model, SolverKind solver, bool tsv)
{
    Experiment experiment = defaultExperiment(model);
    experiment.solver = solver;
    constexpr std::uint64_t steps = 100'000;
    std::vector<double> ours, theirs, ratios;
    for (int round = 0; round < 7; ++round) {
        ours.push_back(seconds([&] {
            Counter rows;
            const auto run = makeSolver(experiment);
            run->advance(steps, 10, rows);
            return rows.rows;
        }));
        theirs.push_back(seconds([&] { return plain(solver, experiment, steps); }));
        ratios.push_back(theirs.back() / ours.back());
    }
    const double ns = 1e9 * median(ours) / steps, plainNs = 1e9 * median(theirs) / steps;
    const std::string_view id = description(solver).id;
    if (tsv) std::printf("%s/%s\t%.1f\t%.1f\n", model.id.data(), id.data(), ns, plainNs);
    else
        std::printf("%-27s %-18s %7.2f M steps/s  %6.1f ns a step, plain loop %6.1f ns: ratio %.2f\n", model.id.data(), id.data(), 1e3 / ns,
                    ns, plainNs, median(ratios));
    std::fflush(stdout);
}

/// From posting an edit until the running neuron has taken it over.
void measureLatency(const Model& model)
{
    Experiment experiment = defaultExperiment(model);
    Runner runner(experiment);
    runner.post(command::Run{});
    std::vector<double> delays;
    Counter rows;
    for (int i = 0; i < 200; ++i) {
        std::this_thread::sleep_for(std::chrono::microseconds(3100 + 37 * i));
        runner.drain(rows);
        experiment.parameters[0] = model.parameters[0].value * (1 + 0.001 * i);
        const double start = wallSeconds();
        const auto serial = runner.post(command::Apply{experiment});
        for (bool done = false; !done; std::this_thread::sleep_for(std::chrono::microseconds(20)))
            for (const Applied& applied : runner.takeApplied()) done |= applied.serial == serial;
        delays.push_back(1e3 * (wallSeconds() - start));
    }
    std::printf("%-27s slider to running neuron: median %.3f ms, longest of %zu %.3f ms\n", model.id.data(), median(delays), delays.size(),
                std::ranges::max(delays));
}

void measureIdle()
{
    Runner runner(defaultExperiment(catalogue().front()));
    const double cpu = processorSeconds(), wall = wallSeconds();
    std::this_thread::sleep_for(std::chrono::seconds(2));
    std::printf("%-27s %.4f %% of a core\n", "paused engine", 100 * (processorSeconds() - cpu) / (wallSeconds() - wall));
}

}

int main(int argc, char** argv)
{
    const bool tsv = argc > 1 && std::string_view(argv[1]) == "--tsv";
    for (const Model& model : catalogue())
        for (const SolverKind solver : solversFor(model)) compareSolver(model, solver, tsv);
    if (tsv) return 0;
    for (const Model& model : catalogue()) measureLatency(model);
    measureIdle();
}
