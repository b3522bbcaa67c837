// SPDX-License-Identifier: GPL-3.0-or-later
#include "strength_duration.h"

#include "firing_search.h"
#include "rheobase.h"

#include <cmath>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double accuracy = 1e-6; // relative
constexpr double longest = 600;   // ms: a pulse without end, where the model does not state its rheobase
constexpr double after = 200;     // ms after a pulse in which its spike must come

struct Threshold {
    double I;
    bool isGraded;
};

Stimulus pulse(double width, double I) { return {{stimulusShape("step"), {0, width, I}}}; }

/// The least x > 0 for which `fires` is true, if it is for all greater ones; NaN where it is for none up to `most`.
template<class F> double threshold(double guess, double most, const FiringSearch& search, F&& fires)
{
    double low = 0, high = guess;
    while (!fires(high)) {
        low = high;
        high *= 2;
        if (high > most || search.isStopped()) return none;
    }
    while (high - low > accuracy * high && !search.isStopped()) {
        const double middle = (low + high) / 2;
        (fires(middle) ? high : low) = middle;
    }
    return high;
}

Threshold thresholdOf(const Experiment& experiment, double width, const std::stop_token& stop)
{
    FiringSearch search(experiment, stop, width + after);
    // What is asked of a smooth model grows with the current, and where a thousand times the charge of a strong pulse does nothing, a
    // stronger one blocks.
    const double strong = injected(experiment).max;
    const double most = strong * (experiment.model->linear ? 1e6 : std::max(100.0, 1e3 / width));
    const auto stimulus = [&](double I) { return pulse(width, I); };
    const double found = threshold(strong, most, search, [&](double I) { return search.firesAfter(-1, stimulus(I), width); });
    const bool isNone = std::isfinite(found) && !search.isAllOrNone(found, stimulus, width);
    return {isNone ? none : found, isNone};
}

/// True of a neuron that does not wait for a pulse.
bool firesAlone(const Experiment& experiment, const std::stop_token& stop)
{
    return FiringSearch(experiment, stop, longest).firesAfter(-1, 0);
}

/// The width from which a pulse of this current makes a spike.
double leastWidth(const Experiment& experiment, double I, const std::stop_token& stop)
{
    FiringSearch search(experiment, stop, longest + after);
    return threshold(1, longest, search, [&](double width) { return search.firesAfter(-1, pulse(width, I), width); });
}

/// Without a model's own word for it, the threshold of a long pulse.
Threshold rheobaseOf(const Experiment& experiment, const std::stop_token& stop)
{
    if (const auto stated = statedRheobase(*experiment.model, experiment.parameters)) return {stated->spike, false};
    return thresholdOf(experiment, longest, stop);
}

}

std::optional<StrengthDuration> strengthDuration(const Experiment& experiment, std::span<const double> widths, std::stop_token stop,
                                                 const std::function<void(std::size_t done)>& progress)
{
    StrengthDuration found{.widths = {widths.begin(), widths.end()}, .thresholds = {}, .rheobase = none, .chronaxie = none};
    if (firesAlone(experiment, stop)) {
        found.thresholds.resize(widths.size());
        const auto stated = statedRheobase(*experiment.model, experiment.parameters);
        const auto keepsQuiet = stated ? stated : searchRheobase(experiment, stop);
        if (keepsQuiet) found.rheobase = keepsQuiet->spike;
        return found;
    }
    const Threshold rheobase = rheobaseOf(experiment, stop);
    found.rheobase = rheobase.I;
    found.isGraded = rheobase.isGraded;
    if (found.rheobase > 0) found.chronaxie = leastWidth(experiment, 2 * found.rheobase, stop);
    for (const double width : widths) {
        found.thresholds.push_back(thresholdOf(experiment, width, stop).I);
        if (stop.stop_requested()) return std::nullopt;
        if (progress) progress(found.thresholds.size());
    }
    return found;
}

std::optional<double> pulseWidthOf(const Stimulus& stimulus)
{
    constexpr double mostOfStep = 100;
    if (stimulus.empty()) return std::nullopt;
    const StimulusComponent& first = stimulus.front();
    const auto valueOf = [&first](Part part) {
        const auto index = indexOf(first.shape->values, part);
        return index ? std::optional(first.values[*index]) : std::nullopt;
    };
    if (const auto width = valueOf(Part::width)) return width;
    const auto start = valueOf(Part::onset), end = valueOf(Part::end);
    const bool isStep = start && end && first.shape->values.size() == 3;
    return isStep && *end - *start < mostOfStep ? std::optional(*end - *start) : std::nullopt;
}

std::optional<PulseThreshold> pulseThreshold(const Experiment& experiment, double width, const std::stop_token& stop)
{
    const double I = firesAlone(experiment, stop) ? none : thresholdOf(experiment, width, stop).I;
    if (stop.stop_requested()) return std::nullopt;
    return PulseThreshold{width, I};
}

std::optional<double> lapicqueThreshold(const Model& model, std::span<const double> parameters, double width)
{
    if (!model.linear || !model.jumps) return std::nullopt;
    std::vector<double> x(model.state.size());
    model.start(parameters.data(), x.data());
    if (const auto rest = restingPotential(model, parameters)) x[0] = *rest;
    double leak = 0, still = 0, driven = 0; // dV/dt = leak·(V − rest) + gain·I
    model.jacobian(x.data(), parameters.data(), 0, &leak);
    model.derivative(x.data(), parameters.data(), 0, &still);
    model.derivative(x.data(), parameters.data(), 1, &driven);
    const double gain = driven - still, distance = -model.excess(x.data(), parameters.data());
    return distance / gain / (leak == 0 ? width : std::expm1(leak * width) / leak);
}

Unit chargeUnit(const Model& model) { return product(model.input.unit, "ms"); }

}
