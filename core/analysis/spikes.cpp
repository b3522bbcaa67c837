// SPDX-License-Identifier: GPL-3.0-or-later
#include "spikes.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace rheobase {

namespace {

/// The parameter-dependent potentials of a jump, for a model whose threshold condition is linear in the potential.
double thresholdOf(const Model& model, std::span<const double> parameters)
{
    const double zero = 0, one = 1;
    const double atZero = model.excess(&zero, parameters.data()), atOne = model.excess(&one, parameters.data());
    return -atZero / (atOne - atZero);
}

std::optional<double> resetOf(const Model& model, std::span<const double> parameters)
{
    for (const Equation& equation : model.equations())
        if (equation.kind == Equation::Kind::reset && equation.index == 0)
            return evaluate(equation.right, {.parameters = parameters, .state = {}, .terms = {}, .derived = {}});
    return std::nullopt;
}

}

std::optional<double> lastInterval(std::span<const double> spikes)
{
    if (spikes.size() < 2) return std::nullopt;
    return spikes.back() - spikes[spikes.size() - 2];
}

std::optional<double> variationOfIntervals(std::span<const double> spikes, std::size_t most)
{
    const std::size_t count = std::min(most, spikes.empty() ? 0 : spikes.size() - 1);
    if (count < 3) return std::nullopt;
    std::vector<double> intervals;
    for (std::size_t i = spikes.size() - count; i < spikes.size(); ++i) intervals.push_back(spikes[i] - spikes[i - 1]);
    const double n = static_cast<double>(count);
    const double mean = std::reduce(intervals.begin(), intervals.end()) / n;
    double squares = 0;
    for (const double interval : intervals) squares += (interval - mean) * (interval - mean);
    return std::sqrt(squares / (n - 1)) / mean;
}

std::optional<double> steadyRate(const Model& model, std::span<const double> parameters, double I)
{
    if (!model.linear || !model.jumps) return std::nullopt;
    const auto reset = resetOf(model, parameters);
    if (!reset) return std::nullopt;
    const double threshold = thresholdOf(model, parameters);
    double slope = 0, first = 0, last = 0; // dV/dt goes from `first` at the reset to `last` at the threshold, and is linear in V
    model.jacobian(&*reset, parameters.data(), I, &slope);
    model.derivative(&*reset, parameters.data(), I, &first);
    model.derivative(&threshold, parameters.data(), I, &last);
    if (!(first > 0) || !(last > 0)) return 0;
    const double change = (last - first) / first;
    const double rising = std::abs(change) < 1e-12 ? (threshold - *reset) / first : std::log1p(change) / slope;
    const auto held = indexOf(model.parameters, "t_ref");
    return 1000 / (rising + (held ? parameters[*held] : 0));
}

}
