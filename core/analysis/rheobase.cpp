// SPDX-License-Identifier: GPL-3.0-or-later
#include "rheobase.h"

#include "firing_search.h"
#include "fixed_points.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double spikeAccuracy = 1e-5, sustainedAccuracy = 1e-3; // in the model's unit

/// Halves an interval at whose upper end, and not at whose lower end, `fires` is true, down to a width.
template<class F> double bisected(double low, double high, double width, const FiringSearch& search, F&& fires)
{
    while (high - low > width && !search.isStopped()) {
        const double middle = (low + high) / 2;
        (fires(middle) ? high : low) = middle;
    }
    return high;
}

/// A current of the input's range under which a neuron does not fire, looked for from 0 downwards, as the stronger ones below take the
/// longest; NaN where it fires under all.
template<class F> double silentCurrent(const Quantity& input, F&& fires)
{
    double I = std::max(0.0, input.min);
    for (double step = (input.max - input.min) / 64; fires(I); step *= 2) {
        if (I <= input.min) return none;
        I = std::max(input.min, I - step);
    }
    return I;
}

/// Firing ceases the later the nearer a current comes to what keeps it up, from below: so the current found with short runs is
/// too low, and sought again from there with long ones.
double soughtAgain(double sustained, const Experiment& experiment, const std::stop_token& stop, double duration)
{
    FiringSearch search(experiment, stop, 3 * duration);
    const auto keepsFiring = [&](double I) { return search.firesAfter(search.duration() * 2 / 3, I); };
    double low = sustained, width = sustainedAccuracy;
    if (keepsFiring(low)) return low;
    while (width < 100 * sustainedAccuracy && !keepsFiring(low + width) && !search.isStopped()) {
        low += width;
        width *= 2;
    }
    return bisected(low, low + width, sustainedAccuracy / 5, search, keepsFiring);
}

}

std::optional<double> restingPotential(const Model& model, std::span<const double> parameters)
{
    const auto point = restingPoint(model, parameters, 0);
    return point ? std::optional(point->state[0]) : std::nullopt;
}

std::optional<Rheobase> statedRheobase(const Model& model, std::span<const double> parameters)
{
    const auto index = indexOf(model.derived, Part::rheobase);
    if (!index) return std::nullopt;
    const double I = model.derivedFrom(parameters)[*index];
    return Rheobase{I, I};
}

std::optional<Rheobase> searchRheobase(const Experiment& experiment, std::stop_token stop, double duration)
{
    FiringSearch search(experiment, stop, duration);
    const Quantity& input = injected(experiment);
    const auto fires = [&](double I) { return search.firesAfter(0, I); };
    const auto keepsFiring = [&](double I) { return search.firesAfter(duration * 2 / 3, I); };
    Rheobase found{none, none};
    const double silent = silentCurrent(input, fires);
    if (std::isfinite(silent) && fires(input.max)) {
        found.spike = bisected(silent, input.max, spikeAccuracy, search, fires);
        const auto lasting = [](double I) { return Stimulus{{stimulusShape("constant"), {I}}}; };
        if (!search.isAllOrNone(found.spike, lasting)) return search.isStopped() ? std::nullopt : std::optional(Rheobase{none, none, true});
        // Too strong a current may block firing, so the first current that keeps it up is looked for from below.
        constexpr int parts = 8;
        double below = found.spike;
        for (int i = 0; i <= parts && std::isnan(found.sustained) && !search.isStopped(); ++i) {
            const double I = found.spike + (input.max - found.spike) * i * i / (parts * parts);
            if (keepsFiring(I)) found.sustained = i == 0 ? I : bisected(below, I, sustainedAccuracy, search, keepsFiring);
            below = I;
        }
        if (found.sustained > found.spike) found.sustained = soughtAgain(found.sustained, experiment, stop, duration);
    }
    if (search.isStopped()) return std::nullopt;
    return found;
}

}
