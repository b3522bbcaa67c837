// SPDX-License-Identifier: GPL-3.0-or-later
#include "steady_rate.h"

#include <cmath>

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
    const auto held = indexOf(model.parameters, Part::refractoryPeriod);
    return 1000 / (rising + (held ? parameters[*held] : 0));
}

}
