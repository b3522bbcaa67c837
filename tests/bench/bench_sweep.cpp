// SPDX-License-Identifier: GPL-3.0-or-later
// The speed of sweeps beside the plain loop over the same model (one double, the C library's exponentials), with spike counts and
// errors. One core unless said; --tsv prints "name<TAB>ns<TAB>spikes" alone; squid, one, leaky, populations, window: only that. ns is for one neuron and 0.01 ms of model time for
// Hodgkin–Huxley, for one neuron and step otherwise. RHEOBASE_SIMD=NAME chooses another instruction set.
#include "catalogue.h"
#include "hodgkin_huxley.h"
#include "lane_methods.h"
#include "lanes.h"
#include "leaky_integrate_and_fire.h"
#include "solver.h"
#include "sweep.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

namespace rheobase {

/// A double whose functions are the C library's, and each exponential its own: a model as it is usually written.
struct Plain {
    double x;
    Plain() = default;
    Plain(double value) : x(value) {}
    friend Plain operator-(Plain a) { return -a.x; }
    friend Plain operator+(Plain a, Plain b) { return a.x + b.x; }
    friend Plain operator-(Plain a, Plain b) { return a.x - b.x; }
    friend Plain operator*(Plain a, Plain b) { return a.x * b.x; }
    friend Plain operator/(Plain a, Plain b) { return a.x / b.x; }
    friend bool operator<(Plain a, Plain b) { return a.x < b.x; }
    friend Plain select(bool choice, Plain yes, Plain no) { return choice ? yes : no; }
    friend Plain exp(Plain a) { return std::exp(a.x); }
    friend Plain pow(Plain a, Plain b) { return std::pow(a.x, b.x); }
    friend Plain expLinear(Plain a) { return std::abs(a.x) < 1e-6 ? 1 + a.x / 2 : a.x / (1 - std::exp(-a.x)); }
};
template<> inline constexpr bool isSymbolic<Plain> = true;

}

using namespace rheobase;

namespace {

bool tsv = false;

double secondsNow() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Processor time of the program, whatever else the machine does.
double secondsUsed() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::size_t spikesOf(const std::vector<SweepPoint>& points)
{
    std::size_t sum = 0;
    for (const SweepPoint& point : points) sum += point.spikes;
    return sum;
}

void report(const char* name, double ns, std::size_t spikes, const char* remark = "")
{
    if (tsv) std::printf("%s\t%.4g\t%zu\n", name, ns, spikes);
    else std::printf("  %-58s %9.4g ns %10zu spikes  %s\n", name, ns, spikes, remark);
    std::fflush(stdout);
}

void title(const char* text)
{
    if (!tsv) std::printf("%s\n", text);
}

/// The least time of some runs, which a busy machine disturbs least; and the answers.
struct Measured {
    double seconds;
    std::vector<SweepPoint> points;
};
Measured measured(const Sweep& sweep, unsigned threads, int repeats = 3)
{
    Measured best{1e300, {}};
    for (int i = 0; i < repeats; ++i) {
        const auto now = threads == 1 ? secondsUsed : secondsNow;
        const double from = now();
        best.points = run(sweep, {}, threads);
        best.seconds = std::min(best.seconds, now() - from);
    }
    return best;
}

/// Neurons of a sweep over I, one after another, in a plain loop.
struct PlainRun {
    double seconds = 0;
    std::size_t spikes = 0;
};
template<template<class, class> class Method> PlainRun plainLoop(const Sweep& sweep, std::size_t every)
{
    using M = HodgkinHuxley;
    PlainRun result;
    const auto steps = static_cast<std::size_t>(std::llround(sweep.experiment.duration / sweep.experiment.dt));
    for (std::size_t k = every / 2; k < sizeOf(sweep); k += every) {
        const Experiment e = experimentAt(sweep, k);
        std::array<Plain, parameterCount<M>> p;
        std::ranges::copy(e.parameters, p.begin());
        StateArray<M, Plain> x;
        std::ranges::copy(start(e).state, x.begin());
        const auto parameters = fromArray<M::Parameters<Plain>>(p);
        const Plain input = e.stimulus[0].values[0];
        const Method<M, Plain> method{{parameters}};
        const Currents<Plain> currents{input, input, input};
        const double from = secondsUsed();
        method.begin(x, e.dt, input);
        for (std::size_t i = 0; i < steps; ++i) {
            const double before = x[0].x;
            x = method.step(x, e.dt, 1, currents, {});
            result.spikes += before < 0 && x[0].x >= 0;
        }
        result.seconds += secondsUsed() - from;
    }
    return result;
}

/// Neurons whose count, and the greatest relative difference of rates, that differ from a reference.
std::string differences(const std::vector<SweepPoint>& points, const std::vector<SweepPoint>& reference)
{
    std::size_t wrong = 0;
    double worst = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        wrong += points[i].spikes != reference[i].spikes;
        if (reference[i].rate > 0) worst = std::max(worst, std::abs(points[i].rate / reference[i].rate - 1));
        else if (points[i].rate != reference[i].rate) worst = 1;
    }
    char text[100];
    std::snprintf(text, sizeof text, "%zu counts wrong, rates within %.1e", wrong, worst);
    return text;
}

/// 1,000 neurons, I over 0–20 µA/cm², 1 s.
void squidAxons()
{
    title("1,000 Hodgkin-Huxley neurons, I over 0-20 uA/cm2, 1 s, Δt 0.01 ms; the reference is Runge-Kutta 4");
    Sweep sweep{.experiment = defaultExperiment(*findModel("hodgkin-huxley")), .axes = {{"I", 0, 20, 1000}}};
    const double work = 1000 * sweep.experiment.duration / 0.01 * 1e-9;
    const auto plainOf = [&](auto loop) {
        const PlainRun plain = loop();
        return std::pair(plain.seconds * 100 / work, plain.spikes);
    };
    const auto [plainRk, plainRkSpikes] = plainOf([&] { return plainLoop<RungeKutta4Lanes>(sweep, 100); });
    const auto [plainStaggered, plainStaggeredSpikes] = plainOf([&] { return plainLoop<StaggeredLanes>(sweep, 100); });
    const auto ratio = [](double plain, double ns) {
        char text[40];
        std::snprintf(text, sizeof text, "%.1f× the plain loop; ", plain / ns);
        return std::string(text);
    };
    report("plain loop, rk4 (10 neurons)", plainRk, plainRkSpikes);
    report("plain loop, staggered (10 neurons)", plainStaggered, plainStaggeredSpikes);
    const Measured exact = measured(sweep, 1, 2);
    report("W rk4", exact.seconds / work, spikesOf(exact.points), ratio(plainRk, exact.seconds / work).c_str());
    sweep.rateError = 3e-8; // too little for a longer step
    const Measured early = measured(sweep, 1);
    report("W rk4, without the periods that repeat", early.seconds / work, spikesOf(early.points),
           (ratio(plainRk, early.seconds / work) + differences(early.points, exact.points)).c_str());
    sweep.rateError = 0;
    sweep.staggered = true;
    const Measured quick = measured(sweep, 1);
    report("W staggered", quick.seconds / work, spikesOf(quick.points),
           (ratio(plainStaggered, quick.seconds / work) + differences(quick.points, exact.points)).c_str());
    const Measured all = measured(sweep, 0);
    char text[100];
    std::snprintf(text, sizeof text, "%.2f× one core on %u", quick.seconds / all.seconds, std::thread::hardware_concurrency());
    report("W staggered, all cores", all.seconds / work, spikesOf(all.points), text);
    title("The same with larger steps");
    for (const auto& [staggered, dt] :
         {std::pair(false, 0.02), std::pair(false, 0.05), std::pair(false, 0.08), std::pair(true, 0.02), std::pair(true, 0.05)}) {
        sweep.staggered = staggered;
        sweep.experiment.dt = dt;
        const Measured coarse = measured(sweep, 1);
        char name[40];
        std::snprintf(name, sizeof name, "%s, Δt %g ms", staggered ? "staggered" : "rk4", dt);
        report(name, coarse.seconds / work, spikesOf(coarse.points), differences(coarse.points, exact.points).c_str());
    }
    sweep.staggered = false;
    sweep.experiment.dt = 0.01;
    sweep.rateError = 1e-4;
    const Measured chosen = measured(sweep, 1);
    report("rk4, step by rate error 1e-4", chosen.seconds / work, spikesOf(chosen.points),
           differences(chosen.points, exact.points).c_str());
}

class LastSpike : public Recorder {
public:
    void record(Mark mark, double time, double, std::span<const double>, std::span<const double>) override
    {
        if (mark != Mark::crossing) return;
        last = time;
        ++count;
    }
    double last = 0;
    std::size_t count = 0;
};

/// One neuron for 10 s at 10 µA/cm²: adaptive, beside Runge–Kutta 4 at 0.01 ms.
void oneSquidAxon()
{
    title("One Hodgkin-Huxley neuron, 10 uA/cm2, 10 s");
    Experiment e = defaultExperiment(*findModel("hodgkin-huxley"));
    double reference = 0;
    for (const SolverKind kind : {SolverKind::rungeKutta4, SolverKind::dormandPrince, SolverKind::quickDormandPrince}) {
        e.solver = kind;
        e.dt = isAdaptive(kind) ? 1 : 0.01;
        double ns = 1e300;
        LastSpike recorder;
        for (int i = 0; i < 3; ++i) {
            recorder = {};
            const double from = secondsUsed();
            const auto solver = makeSolver(e);
            solver->advance(static_cast<std::uint64_t>(10'000 / e.dt), 1'000'000'000, recorder);
            ns = std::min(ns, (secondsUsed() - from) * 1e9 / 1e6);
        }
        if (kind == SolverKind::rungeKutta4) reference = recorder.last;
        char text[100];
        std::snprintf(text, sizeof text, "last spike at %.6f ms, %.1e ms from rk4", recorder.last, recorder.last - reference);
        report(("one neuron, " + std::string(description(kind).id)).c_str(), ns, recorder.count, text);
    }
}

/// Leaky neurons one after another under noise as they are usually written, with spikes at ends of steps.
PlainRun plainNoisyLoop(const Sweep& sweep, std::size_t every)
{
    const Experiment& e = sweep.experiment;
    const auto p = parametersFrom<LeakyIntegrateAndFire>(e.parameters.data());
    std::vector<double> noise(static_cast<std::size_t>(std::llround(sweep.experiment.duration / e.dt)));
    PlainRun result;
    const double from = secondsUsed();
    for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = noiseAt(e.noise, e.dt, e.seed, i, 0);
    const double decay = std::exp(-e.dt / (p.R_ * p.C));
    for (std::size_t k = every / 2; k < sizeOf(sweep); k += every) {
        const double I = sweep.axes[0].at(k);
        double V = p.E_L;
        long held = 0;
        for (const double extra : noise) {
            if (held > 0) {
                --held;
                continue;
            }
            const double towards = p.E_L + p.R_ * (I + extra);
            V = towards + (V - towards) * decay;
            if (V < p.V_th) continue;
            ++result.spikes;
            V = p.V_reset;
            held = std::lround(p.t_ref / e.dt);
        }
    }
    result.seconds = secondsUsed() - from;
    return result;
}

void leaky()
{
    title("10,000 leaky neurons, I over 0-8 nA, 1 s, Δt 0.1 ms");
    Sweep sweep{.experiment = defaultExperiment(*findModel("leaky-integrate-and-fire")), .axes = {{"I", 0, 8, 10'000}}};
    sweep.experiment.dt = 0.1;
    const double work = 10'000 * 10'000 * 1e-9;
    const Measured closed = measured(sweep, 1, 20);
    char text[60];
    std::snprintf(text, sizeof text, "%.1f ns a neuron", closed.seconds * 1e9 / 10'000);
    report("leaky, closed form", closed.seconds / work, spikesOf(closed.points), text);
    sweep.experiment.noise = {Noise::Kind::white, 0.5};
    const auto ratio = [&](double seconds, const PlainRun& plain) {
        std::snprintf(text, sizeof text, "%.1f× the plain loop", plain.seconds * 100 / seconds);
        return text;
    };
    const PlainRun plain = plainNoisyLoop(sweep, 100);
    report("plain loop, noise (100 neurons)", plain.seconds * 100 / work, plain.spikes);
    const Measured noisy = measured(sweep, 1);
    report("leaky, noise", noisy.seconds / work, spikesOf(noisy.points), ratio(noisy.seconds, plain));
}

/// The work of rivals.py: every neuron with a current of its own, up to the model's default one, for 1 s; the noise is one for all. Extremes
/// of V are not asked for, as the rivals keep none. ns is for one neuron and step.
void populations()
{
    title("Populations of 10,000, forward Euler, 1 s, Δt 0.1 ms; of 1,000 with noise, rk4, Δt 0.05 ms");
    const auto measure = [](const char* id, SolverKind solver, double dt, std::size_t count, const Noise& noise) {
        const Model& model = *findModel(id);
        Sweep sweep{.experiment = defaultExperiment(model), .axes = {{"I", 0, model.input.value, count}}};
        sweep.experiment.solver = solver;
        sweep.experiment.dt = dt;
        sweep.experiment.noise = noise;
        sweep.extremes = false;
        const Measured all = measured(sweep, 1, 5);
        const std::string name = "population, " + std::string(id) + (noise.kind == Noise::Kind::none ? "" : ", noise");
        report(name.c_str(), all.seconds * 1e9 / (static_cast<double>(count) * 1000 / dt), spikesOf(all.points));
    };
    measure("izhikevich", SolverKind::forwardEuler, 0.1, 10'000, {});
    measure("adaptive-exponential", SolverKind::forwardEuler, 0.1, 10'000, {});
    measure("hodgkin-huxley", SolverKind::rungeKutta4, 0.05, 1000, {Noise::Kind::white, 1});
}

/// Seconds from a request until the coarsest picture is whole, and until all is; the least of some runs.
struct Shown {
    double first = 1e300, whole = 1e300;
    std::size_t spikes = 0;
};
Shown shown(const Sweep& sweep, std::size_t coarse)
{
    Shown best;
    for (int i = 0; i < 5; ++i) {
        std::mutex mutex;
        std::condition_variable news;
        bool isNew = false;
        SweepTask task(
            [&] {
                const std::lock_guard lock(mutex);
                isNew = true;
                news.notify_one();
            },
            2);
        const double from = secondsNow();
        task.request(sweep);
        for (double first = 0; first == 0 || task.isBusy();) {
            std::unique_lock lock(mutex);
            news.wait_for(lock, std::chrono::milliseconds(1), [&] { return std::exchange(isNew, false); });
            lock.unlock();
            const SweepResults results = task.results();
            if (first == 0 && results.doneCount >= coarse) best.first = std::min(best.first, first = secondsNow() - from);
            if (!results.finished()) continue;
            best.whole = std::min(best.whole, secondsNow() - from);
            best.spikes = spikesOf(results.points);
        }
    }
    return best;
}

/// What SweepTask gives a window: 0.5 s from rest, first as a preview, then by the experiment's own solver (which takes the map long).
void window()
{
    title("In the window, two cores: from the request to the answer");
    const auto show = [](const char* name, const Sweep& sweep, std::size_t coarse) {
        const Shown s = shown(sweep, coarse);
        char text[100];
        std::snprintf(text, sizeof text, "first picture in %.2f ms, whole in %.2f ms", s.first * 1000, s.whole * 1000);
        report(name, s.whole * 1e9 / static_cast<double>(sizeOf(sweep)), s.spikes, text);
    };
    const auto preview = [](Sweep sweep) {
        sweep.rateError = previewError;
        return sweep;
    };
    for (const Model& model : catalogue()) {
        if (!model.fires()) continue;
        Experiment e = defaultExperiment(model);
        e.duration = 500;
        const Sweep curve{.experiment = e, .axes = {{"I", 0, 2 * e.model->input.value, 200}}};
        const std::string name = "f-I of 200 points, " + std::string(model.id);
        show((name + ", preview").c_str(), preview(curve), 200);
        show(name.c_str(), curve, 200);
    }
    Sweep map{.experiment = defaultExperiment(*findModel("hodgkin-huxley")), .axes = {{"g_K", 10, 80, 64}, {"I", 0, 40, 64}}};
    map.experiment.duration = 500;
    show("map of 64 x 64, hodgkin-huxley, preview", preview(map), 81);
}

}

int main(int argc, char** argv)
{
    const std::vector<std::string_view> asked(argv + 1, argv + argc);
    tsv = std::ranges::find(asked, "--tsv") != asked.end();
    const bool isAll = asked.size() == (tsv ? 1u : 0u);
    if (!tsv) std::printf("instruction set: %s\n", instructionSet().name.data());
    constexpr std::pair<std::string_view, void (*)()> sections[] = {
        {"squid", squidAxons}, {"one", oneSquidAxon}, {"leaky", leaky}, {"populations", populations}, {"window", window}};
    for (const auto& [name, measure] : sections)
        if (isAll || std::ranges::find(asked, name) != asked.end()) measure();
}
