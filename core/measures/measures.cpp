// SPDX-License-Identifier: GPL-3.0-or-later
#include "measures.h"

#include "events.h"
#include "fixed_points.h"
#include "frequency.h"
#include "oscillation.h"
#include "spike_features.h"
#include "steady_rate.h"
#include "strength_duration.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace rheobase {

namespace {

using Value = std::optional<double>;

Value finite(double x) { return std::isfinite(x) ? Value(x) : std::nullopt; }

Value countOf(const MeasuredRun& run)
{
    return run.experiment.model->fires() ? Value(static_cast<double>(run.spikes.count())) : std::nullopt;
}

Value latencyOf(const MeasuredRun& run)
{
    const Value spike = run.spikes.firstAnswer();
    return spike ? Value(*spike - lastOnset(run.experiment.stimulus, run.spikes.window().from, *spike)) : std::nullopt;
}

Value rateOf(const MeasuredRun& run)
{
    const Value interval = run.spikes.intervals().mean();
    return interval ? Value(1000 / *interval) : std::nullopt;
}

Value meanRateOf(const MeasuredRun& run)
{
    const MeasureWindow& window = run.spikes.window();
    const double time = std::min(window.to, run.now) - window.settled;
    if (!run.experiment.model->fires() || !(time > 0)) return std::nullopt;
    return 1000 * static_cast<double>(run.spikes.countInWindow()) / time;
}

Value presentRateOf(const MeasuredRun& run)
{
    const Value interval = run.spikes.lastInterval();
    return interval ? rateAfter(*interval, run.now - *run.spikes.last()) : std::nullopt;
}

/// What a statistic tells of the intervals in the window.
template<Value (Statistics::*told)() const> Value ofIntervals(const MeasuredRun& run) { return (run.spikes.intervals().*told)(); }
/// What the tally tells of spikes.
template<Value (SpikeTally::*told)() const> Value ofSpikes(const MeasuredRun& run) { return (run.spikes.*told)(); }

/// Something of the last spike that tells it; of the two last, as one is over when the next begins.
template<class F> Value ofShape(const MeasuredRun& run, F&& told)
{
    if (!run.trace) return std::nullopt;
    const auto spikes = run.trace->spikes();
    Value value;
    for (std::size_t back = 1; back <= std::min<std::size_t>(spikes.size(), 2) && !value; ++back)
        if (spikes[spikes.size() - back] >= run.spikes.window().since) value = told(spikeFeatures(*run.trace, spikes.size() - back));
    return value;
}
Value potentialOf(const std::optional<SpikeFeatures::Point>& point) { return point ? Value(point->potential) : std::nullopt; }
Value thresholdOf(const MeasuredRun& run)
{
    return ofShape(run, [](const SpikeFeatures& f) { return potentialOf(f.begin); });
}
Value peakOf(const MeasuredRun& run)
{
    return ofShape(run, [](const SpikeFeatures& f) { return potentialOf(f.peak); });
}
Value troughOf(const MeasuredRun& run)
{
    return ofShape(run, [](const SpikeFeatures& f) { return potentialOf(f.trough); });
}
Value amplitudeOf(const MeasuredRun& run)
{
    return ofShape(run, [](const SpikeFeatures& f) { return f.amplitude(); });
}
Value halfWidthOf(const MeasuredRun& run)
{
    return ofShape(run, [](const SpikeFeatures& f) { return f.halfWidth; });
}
Value upstrokeOf(const MeasuredRun& run)
{
    return ofShape(run, [](const SpikeFeatures& f) { return f.upstroke; });
}
Value ahpOf(const MeasuredRun& run)
{
    return ofShape(run, [](const SpikeFeatures& f) { return f.ahpDepth(); });
}

/// Of V since the last change.
Extent extentOf(const MeasuredRun& run)
{
    const MeasureWindow& window = run.spikes.window();
    return run.trace ? run.trace->extent(Columns::potential, run.trace->firstAt(window.since), run.trace->firstAfter(window.end))
                     : Extent();
}
Value lowestOf(const MeasuredRun& run) { return finite(extentOf(run).least); }
Value highestOf(const MeasuredRun& run) { return finite(extentOf(run).most); }

/// A neuron that has been silent for a tenth of a second under a current that does not vary.
Value oscillationOf(const MeasuredRun& run)
{
    constexpr double silence = 100;
    const auto last = run.spikes.last();
    if (run.state.empty() || run.now - std::max(run.spikes.window().since, last.value_or(0)) < silence) return std::nullopt;
    Drive drive(run.experiment.stimulus);
    drive.seek(run.now);
    if (!drive.varying().empty() || run.experiment.noise.kind != Noise::Kind::none) return std::nullopt;
    return oscillationBelowLevel(run.experiment, run.state, drive.constant());
}

Value restOf(const Experiment& e, const std::stop_token&) { return restingPotential(*e.model, e.parameters); }

Value tauOf(const Experiment& e, const std::stop_token&)
{
    const Model& model = *e.model;
    const auto rest = restingPoint(model, e.parameters, 0);
    if (!rest && !model.linear) return std::nullopt;
    const std::size_t n = model.state.size();
    std::vector<double> rows(n * n), x = rest ? rest->state : std::vector<double>(n); // that of a linear model is the same everywhere
    model.jacobian(x.data(), e.parameters.data(), 0, rows.data());
    return rows[0] < 0 ? finite(-1 / rows[0]) : std::nullopt;
}

Value spikeRheobaseOf(const Experiment& e, const std::stop_token& stop)
{
    const auto found = rheobaseOf(e, stop);
    return found ? finite(found->spike) : std::nullopt;
}
Value sustainedRheobaseOf(const Experiment& e, const std::stop_token& stop)
{
    const auto found = rheobaseOf(e, stop);
    return found ? finite(found->sustained) : std::nullopt;
}

Value chronaxieOf(const Experiment& e, const std::stop_token& stop)
{
    if (!e.model->fires()) return std::nullopt;
    const auto found = strengthDuration(e, {}, stop);
    return found && !stop.stop_requested() ? finite(found->chronaxie) : std::nullopt;
}

/// At the frequency of the first sine.
Value impedanceOf(const Experiment& e, const std::stop_token&)
{
    const auto pieces = piecesOf(e.stimulus);
    const auto sine = std::ranges::find_if(pieces, [](const Piece& piece) { return piece.amplitude != 0 && piece.omega > 0; });
    if (sine == pieces.end()) return std::nullopt;
    const auto impedance = impedanceAtRest(*e.model, e.parameters, holdingCurrent(e.stimulus, sine->from));
    return impedance ? finite(std::abs(impedance->at(1000 * sine->omega / (2 * std::numbers::pi)))) : std::nullopt;
}

/// Under a current that lasts, without noise.
Value closedRateOf(const Experiment& e, const std::stop_token&)
{
    Drive drive(e.stimulus);
    const bool isConstant = std::isinf(drive.nextEdge()) && drive.varying().empty() && e.noise.kind == Noise::Kind::none;
    const Value rate = isConstant ? steadyRate(*e.model, e.parameters, drive.constant()) : std::nullopt;
    return rate && *rate > 0 ? rate : std::nullopt;
}

// clang-format off
constexpr Measure known[] = {
    {"spikes", "Spikes", "",
     "How many spikes have come since the last change of the experiment. eFEL: Spikecount.",
     countOf},
    {"spike.first", "First spike", "ms",
     "When a spike comes: the potential of an upstroke crosses the spike level, or the neuron is reset; of a run, its first "
     "spike since the last change of the experiment.",
     ofSpikes<&SpikeTally::first>},
    {"spike.last", "Last spike", "ms",
     "When a spike comes: the potential of an upstroke crosses the spike level, or the neuron is reset; of a run, its last "
     "spike.",
     ofSpikes<&SpikeTally::last>},
    {"latency", "Latency", "ms",
     "From the last onset of the stimulus at or before a spike to that spike; of a run, its first spike since the "
     "stimulus came on. An onset is where the current begins or grows.",
     latencyOf},
    {"rate", "Firing rate", "Hz",
     "1000 over the mean inter-spike interval while the stimulus is on, since the last change of the experiment; a "
     "sweep leaves out the settling part.",
     rateOf},
    {"mean-rate", "Mean rate", "Hz",
     "Spikes per second of the time the stimulus is on, since the last change of the experiment; a sweep leaves out "
     "the settling part. In eFEL: mean_frequency, which ends with the last spike.",
     meanRateOf},
    {"rate.last", "Present rate", "Hz",
     "Instantaneous firing rate: 1000 over the interval from the spike before; of a run, of its last spike, and none "
     "once silence has lasted twice that interval. eFEL: inv_ISI_values.",
     presentRateOf},
    {"isi.first", "First inter-spike interval", "ms",
     "Inter-spike interval: from the spike before to a spike; of a run, the first since the stimulus came on. eFEL: "
     "all_ISI_values.",
     ofSpikes<&SpikeTally::firstInterval>},
    {"isi.last", "Last inter-spike interval", "ms",
     "Inter-spike interval: from the spike before to a spike; of a run, the last since the stimulus came on. eFEL: "
     "all_ISI_values.",
     ofSpikes<&SpikeTally::lastInterval>},
    {"isi.mean", "Mean inter-spike interval", "ms",
     "The mean of the inter-spike intervals while the stimulus is on, since the last change of the experiment.",
     ofIntervals<&Statistics::mean>},
    {"isi.shortest", "Shortest inter-spike interval", "ms",
     "The shortest of the inter-spike intervals while the stimulus is on, since the last change of the experiment.",
     ofIntervals<&Statistics::least>},
    {"isi.longest", "Longest inter-spike interval", "ms",
     "The longest of the inter-spike intervals while the stimulus is on, since the last change of the experiment.",
     ofIntervals<&Statistics::most>},
    {"isi.sd", "Spread of intervals", "ms",
     "Sample standard deviation of the inter-spike intervals while the stimulus is on, since the last change of the "
     "experiment; of at least two.",
     ofIntervals<&Statistics::standardDeviation>},
    {"cv", "CV of intervals", "",
     "Coefficient of variation: sample standard deviation over mean of the inter-spike intervals while the stimulus is "
     "on, since the last change of the experiment; of at least three. eFEL: ISI_CV with ignore_first_ISI = 0.",
     ofIntervals<&Statistics::variation>},
    {"adaptation", "Adaptation index", "",
     "The mean of (next − this)/(next + this) over the inter-spike intervals while the stimulus is on, from the second "
     "on, since the last change of the experiment; above 0 where the neuron slows down. eFEL: adaptation_index2.",
     ofIntervals<&Statistics::drift>},
    {"threshold", "Spike threshold", "mV",
     "The potential where dV/dt begins to exceed 10 mV/ms; of a run, in its last spike that is over. eFEL: "
     "AP_begin_voltage.",
     thresholdOf},
    {"peak", "Spike peak", "mV",
     "The greatest potential of a spike; of a run, of its last spike that is over. eFEL: peak_voltage.",
     peakOf},
    {"amplitude", "Spike amplitude", "mV",
     "From the potential where dV/dt begins to exceed 10 mV/ms up to the peak; of a run, of its last spike that is "
     "over. eFEL: AP_amplitude.",
     amplitudeOf},
    {"half-width", "Half-width", "ms",
     "How long the potential stays above half the amplitude of a spike; of a run, of its last spike that is over. "
     "eFEL: AP_duration_half_width.",
     halfWidthOf},
    {"upstroke", "Steepest upstroke", "V/s",
     "The greatest dV/dt of a spike's upstroke, in V/s, which is mV/ms; of a run, of its last spike that is over. "
     "eFEL: AP_peak_upstroke.",
     upstrokeOf},
    {"trough", "Trough after a spike", "mV",
     "The first least potential after the peak of a spike; of a run, of its last spike that is over. eFEL: "
     "min_AHP_values.",
     troughOf},
    {"ahp", "After-hyperpolarisation", "mV",
     "From the first trough after the peak up to the potential where dV/dt began to exceed 10 mV/ms; of a run, of its "
     "last spike that is over. eFEL: fast_AHP.",
     ahpOf},
    {"lowest", "Lowest potential", "mV",
     "The least potential since the last change of the experiment.",
     lowestOf},
    {"highest", "Highest potential", "mV",
     "The greatest potential since the last change of the experiment.",
     highestOf},
    {"oscillation", "Oscillation below the spike level", "Hz",
     "How often in a second the potential swings without a spike, as it does under a current that is too strong to fire: "
     "by upward crossings of the middle of its range, as it goes on under the present current without noise.",
     oscillationOf},
    {"rest", "Resting potential", "mV",
     "The stable potential at which the neuron stays without any current.",
     nullptr, restOf},
    {"tau", "Membrane time constant", "ms",
     "How slowly the potential returns to rest: −1 over the derivative of dV/dt with respect to V there, all gates "
     "held.",
     nullptr, tauOf},
    {"rate.formula", "Firing rate by formula", "Hz",
     "1/(t_ref + T), where T is the exact time from reset to threshold of a linear neuron under a current that lasts, "
     "without noise.",
     nullptr, closedRateOf},
    {"rheobase", "Rheobase", currentUnit,
     "The least lasting current, switched on at rest, that makes the neuron fire once; none where the response is graded "
     "instead of all or none, and below 0 where the neuron fires without input.",
     nullptr, spikeRheobaseOf},
    {"rheobase.sustained", "Rheobase, lasting firing", currentUnit,
     "The least lasting current, switched on at rest, after which the neuron goes on firing.",
     nullptr, sustainedRheobaseOf},
    {"chronaxie", "Chronaxie", "ms",
     "How long a pulse of twice the rheobase must last to make the neuron at rest fire.",
     nullptr, chronaxieOf},
    {"impedance", "Impedance", resistanceUnit,
     "How far the potential swings for each unit of a small sine current of the stimulus's frequency, about where the neuron rests "
     "under the rest of the stimulus: |V|/|I|.",
     nullptr, impedanceOf},
};
// clang-format on

void take(MeasuredRun& run, std::span<const double> spikes)
{
    for (const double t : spikes) run.spikes.addSpike(t);
}

std::size_t firstSpikeFrom(const Trace& trace, double since)
{
    const auto spikes = trace.spikes();
    return static_cast<std::size_t>(std::ranges::lower_bound(spikes, since) - spikes.begin());
}

}

const std::string_view windowDefinition = "The stimulus is on from where its first part that is not zero begins to where its last one "
                                          "ends; where a run has none, all the time.";

std::span<const Measure> measures() { return known; }

const Measure* findMeasure(std::string_view id)
{
    const auto it = std::ranges::find(known, id, &Measure::id);
    return it == std::end(known) ? nullptr : it;
}

const Measure& measure(std::string_view id) { return *findMeasure(id); }

std::string_view unitOf(const Measure& measure, const Model& model)
{
    if (measure.unit == currentUnit) return model.input.unit;
    if (measure.unit == resistanceUnit) return impedanceUnit(model);
    return measure.unit == "mV" ? model.state[0].unit : measure.unit;
}

MeasuredRun measured(const Trace& trace, const Experiment& experiment, double since, double end, double settle)
{
    const MeasureWindow window = measureWindow(experiment.stimulus, since, end, settle, 1e-9 * experiment.dt);
    MeasuredRun run{experiment, SpikeTally(window), std::min(end, trace.latestTime()), &trace, trace.latestState()};
    take(run, trace.spikes().subspan(firstSpikeFrom(trace, since)));
    return run;
}

void LiveMeasures::update(const Trace& trace, const Experiment& experiment, double since)
{
    if (m_serial != trace.serial() || since != m_run.spikes.window().since || experiment != m_run.experiment) {
        m_run = measured(trace, experiment, since);
        m_serial = trace.serial();
    } else take(m_run, trace.spikes().subspan(m_taken));
    m_taken = trace.spikes().size();
    m_run.now = trace.latestTime();
    m_run.trace = &trace;
    m_run.state = trace.latestState();
}

std::optional<Rheobase> rheobaseOf(const Experiment& experiment, const std::stop_token& stop)
{
    if (!experiment.model->fires()) return std::nullopt;
    const auto stated = statedRheobase(*experiment.model, experiment.parameters);
    return stated ? stated : searchRheobase(experiment, stop);
}

std::optional<double> rateAfter(double interval, double silence)
{
    return silence > 2 * interval ? std::nullopt : std::optional(1000 / interval);
}

}
