// SPDX-License-Identifier: GPL-3.0-or-later
#include "script.h"
#include "solver.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace rheobase {

namespace {

constexpr double leastSpikeTolerance = 1e-4; // ms: what interpolation between the steps of a good solver leaves
constexpr double relativeTolerance = 1e-6;   // of a sample

/// When samples are taken, two of a segment, where there is no edge.
std::vector<double> sampleTimes(const std::vector<Segment>& segments)
{
    constexpr std::size_t most = 12;
    std::vector<double> times;
    for (const Segment& s : segments)
        if (times.size() < 2 * most) times.insert(times.end(), {s.from + 0.2 * (s.to - s.from), s.from + 0.9 * (s.to - s.from)});
    return times;
}

/// Takes in spikes, samples, and how often V rises through the spike level.
class Watch : public Recorder {
public:
    Watch(const Experiment& e, std::vector<double> times) : m_experiment(e), m_times(std::move(times)), m_rearm(rearmLevel(e)) {}

    void record(Mark mark, double time, double I, std::span<const double> x, std::span<const double>) override
    {
        if (mark == Mark::reset || mark == Mark::crossing) spikes.push_back(time);
        if (mark != Mark::sample && mark != Mark::start) return;
        if (m_isArmed && m_before < m_experiment.spikeLevel && x[0] >= m_experiment.spikeLevel) ++crossings, m_isArmed = false;
        m_isArmed |= x[0] < m_rearm;
        m_before = x[0];
        if (samples.size() == m_times.size() || time < m_times[samples.size()]) return;
        samples.push_back({time, isClamped(m_experiment) ? I : x[0]});
    }

    std::vector<double> spikes;
    std::vector<Sample> samples;
    std::size_t crossings = 0;
    std::optional<Divergence> divergence;

private:
    const Experiment& m_experiment;
    std::vector<double> m_times;
    double m_rearm, m_before = std::numeric_limits<double>::infinity();
    bool m_isArmed = true;
};

/// A run of the experiment by a solver, without what other programs cannot repeat.
Watch runBy(SolverKind solver, const Experiment& experiment, const std::vector<Segment>& segments, const std::stop_token& stop,
            bool isNoisy = false)
{
    Watch watch(experiment, sampleTimes(segments));
    Experiment e = experiment;
    e.solver = solver;
    if (!isNoisy) e.noise = {};
    e.clamp.isCapacitive = false;
    e.clamp.seriesResistance = 0;
    const auto run = makeSolver(e);
    run->endAt(e.duration);
    run->recordNow(Mark::start, watch);
    run->advance(stepsTo(e.duration, e.dt), 1, watch, stop);
    watch.divergence = run->divergence();
    return watch;
}

/// How many spikes two runs agree in, to `within` ms.
std::size_t agreement(const std::vector<double>& a, const std::vector<double>& b, double within)
{
    std::size_t n = 0;
    while (n < a.size() && n < b.size() && std::abs(a[n] - b[n]) <= within) ++n;
    return n;
}

double farthest(const std::vector<double>& a, const std::vector<double>& b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}
double farthest(const std::vector<Sample>& a, const std::vector<Sample>& b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) most = std::max(most, std::abs(a[i].value - b[i].value));
    return most;
}

double largest(const std::vector<Sample>& samples)
{
    double most = 1;
    for (const Sample& s : samples) most = std::max(most, std::abs(s.value));
    return most;
}

/// Spikes as far as two solvers agree in them; none that the end of the run may cut off.
void expectSpikes(Expected& expected, const Watch& reference, const Watch& coarse, double duration)
{
    constexpr double sensitive = 0.05, nearEnd = 0.1; // ms
    std::vector<double> spikes = reference.spikes;
    std::size_t n = agreement(spikes, coarse.spikes, sensitive);
    const bool agree = n == spikes.size() && n == coarse.spikes.size();
    if (agree)
        while (n > 0 && spikes[n - 1] > duration - nearEnd) --n;
    expected.until = duration;
    if (!agree || n < spikes.size()) {
        const double next = n < spikes.size() ? spikes[n] : coarse.spikes[n], last = n > 0 ? spikes[n - 1] : 0;
        expected.until = 0.5 * (last + std::min(next, n < coarse.spikes.size() ? coarse.spikes[n] : next));
    }
    spikes.resize(n);
    for (double& t : spikes) t = std::round(t * 1e9) / 1e9;
    expected.spikes = spikes;
    expected.tolerance = roundedUp(std::max(leastSpikeTolerance, farthest(spikes, coarse.spikes)));
}

}

double roundedUp(double x)
{
    if (!(x > 0)) return x;
    const int digits = static_cast<int>(std::floor(std::log10(x))) - 1;
    const std::string text = std::to_string(static_cast<long>(std::ceil(x / std::pow(10, digits) - 1e-9))) + "e" + std::to_string(digits);
    return std::stod(text);
}

bool isPublished(const Experiment& e) { return e.solver == SolverKind::published2003 || e.solver == SolverKind::published2004; }

Expected expectedOfPublished(const Experiment& e, const std::vector<Segment>& segments, const std::stop_token& stop)
{
    constexpr double ofStep = 0.01; // spikes are on the grid
    const Watch run = runBy(e.solver, e, segments, stop);
    Expected expected;
    expected.spikes = run.spikes;
    expected.until = e.duration;
    expected.tolerance = ofStep * e.dt;
    if (!run.spikes.empty()) return expected;
    expected.samples = run.samples;
    expected.tolerance = roundedUp(relativeTolerance * largest(run.samples));
    return expected;
}

Expected expectedOf(const Experiment& e, const std::vector<Segment>& segments, const std::stop_token& stop)
{
    const Watch reference = runBy(SolverKind::dormandPrince, e, segments, stop),
                coarse = runBy(SolverKind::quickDormandPrince, e, segments, stop);
    const Watch own = runBy(e.solver, e, segments, stop);
    Expected expected;
    if (e.noise.kind != Noise::Kind::none) expected.noisySpikes = runBy(e.solver, e, segments, stop, true).spikes.size();
    if (reference.divergence)
        expected.noFurther = {"the equations have no solution beyond %1 ms, because %2; shorten the duration.",
                              {shortest(reference.divergence->time), std::string(reference.divergence->reason)}};
    expected.isEverySpike = e.model->jumps || isClamped(e) || reference.crossings == reference.spikes.size();
    expectSpikes(expected, reference, coarse, e.duration);
    expected.ownError = farthest(expected.spikes, own.spikes);
    if (!expected.spikes.empty()) return expected;
    expected.samples = reference.samples;
    std::erase_if(expected.samples, [&](const Sample& s) { return s.time > expected.until; });
    expected.tolerance = roundedUp(std::max(relativeTolerance * largest(reference.samples), farthest(reference.samples, coarse.samples)));
    expected.ownError = farthest(expected.samples, own.samples);
    return expected;
}

}
