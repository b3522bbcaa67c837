// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate_curves.h"

#include "nice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rheobase {

namespace {

std::optional<std::size_t> termOf(const Model& model, Part part, std::string_view gate)
{
    for (std::size_t i = 0; i < model.terms.size(); ++i)
        if (model.terms[i].part == part && gateOf(model.terms[i]) == gate) return i;
    return std::nullopt;
}

GateCurve curveOf(const Model& model, std::string_view gate, std::optional<std::size_t> state)
{
    GateCurve curve;
    curve.symbol = gate;
    curve.state = state;
    curve.steadyTerm = termOf(model, Part::steadyState, gate);
    curve.timeTerm = termOf(model, Part::timeConstant, gate);
    for (std::size_t i = 0; i < model.terms.size(); ++i)
        if (model.terms[i].part == Part::rate && gateOf(model.terms[i]) == gate) curve.rateTerms.push_back(i);
    curve.rates.resize(curve.rateTerms.size());
    return curve;
}

/// Every state besides V, and every steady state of a gate that is no state.
std::vector<GateCurve> gatesOf(const Model& model)
{
    std::vector<GateCurve> gates;
    for (std::size_t i = 1; i < model.state.size(); ++i) gates.push_back(curveOf(model, gateOf(model.state[i]), i));
    for (const Quantity& term : model.terms)
        if (term.part == Part::steadyState && std::ranges::find(gates, gateOf(term), &GateCurve::symbol) == gates.end())
            gates.push_back(curveOf(model, gateOf(term), std::nullopt));
    return gates;
}

/// A neuron held at one potential until all has settled.
struct Held {
    std::vector<double> state, terms;
    std::array<double, mostStates * mostStates> jacobian;
};

void append(GateCurve& curve, const Model& model, const Held& held)
{
    const double steady = curve.steadyTerm ? held.terms[*curve.steadyTerm] : held.state[*curve.state];
    curve.steadyState.push_back(steady);
    for (std::size_t i = 0; i < curve.rates.size(); ++i) curve.rates[i].push_back(held.terms[curve.rateTerms[i]]);
    if (!curve.state && !curve.timeTerm) return;
    double tau = std::numeric_limits<double>::quiet_NaN();
    if (curve.timeTerm) tau = held.terms[*curve.timeTerm];
    else if (const double slope = held.jacobian[*curve.state * (model.state.size() + 1)]; slope < 0) tau = -1 / slope;
    curve.timeConstant.push_back(tau);
    if (!isFraction(curve.state ? model.state[*curve.state] : model.terms[*curve.steadyTerm])) return;
    curve.opening.push_back(steady / tau);
    curve.closing.push_back((1 - steady) / tau);
}

void append(ChannelCurve& curve, const Values& values)
{
    const Channel& channel = curve.channel;
    curve.current.push_back(values.terms[channel.current]);
    const double gating = channel.gating ? evaluate(channel.gating, values) : 1;
    if (channel.gating) curve.gating.push_back(gating);
    if (!channel.driving) return;
    curve.drivingForce.push_back(evaluate(channel.driving, values));
    curve.conductance.push_back((channel.maximal ? evaluate(channel.maximal, values) : 1) * gating);
}

}

GateCurves gateCurves(const Model& model, std::span<const double> parameters, double from, double to, std::size_t count)
{
    GateCurves curves{.potentials = {}, .gates = gatesOf(model), .channels = {}};
    for (const Channel& channel : channelsOf(model))
        curves.channels.push_back({.channel = channel, .gating = {}, .conductance = {}, .drivingForce = {}, .current = {}});
    Held held;
    held.state.resize(model.state.size());
    model.start(parameters.data(), held.state.data());
    const auto derived = model.derivedFrom(parameters);
    for (std::size_t i = 0; i < count; ++i) {
        held.state[0] = evenly(from, to, i, count);
        held.state = steadyState(model, parameters, std::move(held.state));
        held.terms = model.termsAt(held.state, parameters);
        model.jacobian(held.state.data(), parameters.data(), 0, held.jacobian.data());
        curves.potentials.push_back(held.state[0]);
        for (GateCurve& gate : curves.gates) append(gate, model, held);
        for (ChannelCurve& channel : curves.channels)
            append(channel, {.parameters = parameters, .state = held.state, .terms = held.terms, .derived = derived});
    }
    return curves;
}

}
