// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp.h"

#include "experiment.h"
#include "nice.h"

#include <algorithm>
#include <limits>
#include <string>

namespace rheobase {

namespace {

constexpr double forever = std::numeric_limits<double>::infinity();
constexpr Domain times{0, 1e6}, widths{1e-3, 1e6}, shares{0, 100};

/// A potential of this model with a name of its own.
Quantity potential(const Model& model, std::string_view symbol, double value, std::string_view meaning)
{
    const Quantity& V = model.state[0];
    return {symbol, V.unit, value, V.min, V.max, meaning, Part::membranePotential, Scale::linear, V.domain};
}

Quantity duration(std::string_view symbol, double value, double most, std::string_view meaning, Domain domain = times)
{
    return {symbol, "ms", value, 0, most, meaning, Part::width, Scale::linear, domain};
}

/// A resistance that costs a few per cent of the potential at the model's usual currents.
Quantity seriesResistance(const Model& model)
{
    const Quantity &V = model.state[0], &I = model.input;
    const double most = niceAtLeast((V.max - V.min) / (I.max - I.min) / 20);
    return {"R_s",      quotient(V.unit, I.unit), 0, 0, most, "series resistance of the electrode", Part::resistance, Scale::linear,
            nonNegative};
}

double rounded(const Quantity& V, double value) { return roundTo(niceAtMost((V.max - V.min) / 30), value); }

/// The sentence of a quantity within the clamp.
Sentence ofClamp(Sentence sentence)
{
    sentence.parts[0].insert(0, "clamp: ");
    return sentence;
}

Sentence problemOfSteps(const VoltageClamp& clamp, const Model& model)
{
    if (clamp.steps.empty()) return {"%1: name at least one test potential.", {"clamp"}};
    if (clamp.steps.size() > mostClampSteps)
        return {"%1: %2 test potentials are more than the %3 that are possible; leave some out.",
                {"clamp", std::to_string(clamp.steps.size()), std::to_string(mostClampSteps)}};
    for (const double step : clamp.steps)
        if (const Sentence p = problem(testPotential(model), step); !p.empty()) return ofClamp(p);
    if (clamp.chosen >= clamp.steps.size())
        return {"%1: the chosen step must be one of the %2 test potentials.", {"clamp", std::to_string(clamp.steps.size())}};
    return {};
}

}

std::vector<ClampSetting> clampSettings(const Model& model)
{
    using C = VoltageClamp;
    const VoltageClamp c = defaultClamp(model);
    return {
        {potential(model, "V_hold", c.hold, "holding potential"), &C::hold},
        {duration("t_before", c.before, 50, "time at holding before the first change"), &C::before},
        {potential(model, "V_pre", c.prepulse, "potential of the prepulse"), &C::prepulse},
        {duration("t_pre", c.prepulseWidth, 200, "width of the prepulse", widths), &C::prepulseWidth},
        {duration("t_gap", c.gap, 100, "time at holding between prepulse and test"), &C::gap},
        {duration("t_test", c.width, 100, "width of the test", widths), &C::width},
        {potential(model, "V_tail", c.tail, "potential of the tail"), &C::tail},
        {duration("t_tail", c.tailWidth, 100, "width of the tail", widths), &C::tailWidth},
        {duration("t_after", c.after, 50, "time at holding at the end"), &C::after},
        {duration("t_repeat", c.repeat, 500, "time from one step of a run to the next (0: there is one)"), &C::repeat},
        {seriesResistance(model), &C::seriesResistance},
        {potential(model, "V_sub", c.subtractFrom, "holding potential of the quarter steps"), &C::subtractFrom},
    };
}

Quantity testPotential(const Model& model) { return potential(model, "V_test", defaultClamp(model).steps[0], "test potential"); }

std::string_view blockerOf(std::string_view owner)
{
    if (owner == "Na") return "TTX";
    if (owner == "K") return "TEA";
    return {};
}

Quantity blockedShare(const Quantity& conductance)
{
    const std::string_view blocker = blockerOf(owner(conductance));
    return {blocker.empty() ? conductance.symbol : blocker,
            "",
            0,
            0,
            100,
            "blocked share of a conductance in per cent",
            Part::none,
            Scale::linear,
            shares};
}

std::optional<std::size_t> blockable(const Model& model, std::string_view name)
{
    for (std::size_t i = 0; i < model.parameters.size(); ++i) {
        const Quantity& parameter = model.parameters[i];
        if (parameter.part == Part::conductance && (identifier(parameter.symbol) == name || blockedShare(parameter).symbol == name))
            return i;
    }
    return std::nullopt;
}

VoltageClamp defaultClamp(const Model& model)
{
    constexpr int steps = 11;
    const Quantity& V = model.state[0];
    VoltageClamp clamp;
    clamp.hold = clamp.tail = clamp.prepulse = rounded(V, V.value);
    clamp.subtractFrom = V.min;
    const double from = rounded(V, clamp.hold + (V.max - clamp.hold) / 5);
    const double apart = niceAtMost((V.max - from) / (steps - 1));
    for (int i = 0; i < steps; ++i) clamp.steps.push_back(roundTo(apart / 10, from + apart * i));
    clamp.chosen = 4;
    clamp.blocked.assign(model.parameters.size(), 0);
    return clamp;
}

Sentence clampRefusal(const Model& model)
{
    if (model.jumps)
        return {"%1 cannot be voltage-clamped, as its potential jumps after a spike; use current clamp, or choose a model without a reset.",
                {std::string(model.name)}};
    if (model.state[0].part != Part::membranePotential)
        return {"%1 cannot be voltage-clamped, as it has no membrane potential; use current clamp.", {std::string(model.name)}};
    return {};
}

Sentence problem(const VoltageClamp& clamp, const Model& model)
{
    if (const Sentence p = clampRefusal(model); !p.empty()) return p;
    for (const ClampSetting& setting : clampSettings(model))
        if (const Sentence p = problem(setting.quantity, clamp.*setting.member); !p.empty()) return ofClamp(p);
    if (const Sentence p = problemOfSteps(clamp, model); !p.empty()) return p;
    if (clamp.repeat > 0 && clamp.repeat < lengthOf(clamp))
        return {"%1 must be at least as long as an episode of the clamp, %2 ms.", {"t_repeat", shortest(lengthOf(clamp))}};
    for (std::size_t i = 0; i < clamp.blocked.size(); ++i)
        if (const Sentence p = problem(blockedShare(model.parameters[i]), clamp.blocked[i]); !p.empty()) return ofClamp(p);
    return {};
}

double testStart(const VoltageClamp& clamp) { return clamp.before + (clamp.hasPrepulse ? clamp.prepulseWidth + clamp.gap : 0); }

double lengthOf(const VoltageClamp& clamp) { return testStart(clamp) + clamp.width + (clamp.hasTail ? clamp.tailWidth : 0) + clamp.after; }

std::vector<Piece> commandOf(const VoltageClamp& clamp, double test)
{
    std::vector<Piece> pieces;
    double t = 0;
    const auto add = [&](double V, double width) {
        if (width > 0) pieces.push_back({.from = t, .to = t + width, .base = V});
        t += width;
    };
    add(clamp.hold, clamp.before);
    if (clamp.hasPrepulse) {
        add(clamp.prepulse, clamp.prepulseWidth);
        add(clamp.hold, clamp.gap);
    }
    add(test, clamp.width);
    if (clamp.hasTail) add(clamp.tail, clamp.tailWidth);
    add(clamp.hold, forever);
    return pieces;
}

Drive drivenBy(const VoltageClamp& clamp)
{
    if (clamp.repeat == 0) return Drive(commandOf(clamp, clamp.steps[clamp.chosen]), 0);
    std::vector<Piece> pieces;
    double begin = 0;
    for (std::size_t i = 0; i < clamp.steps.size(); ++i, begin += clamp.repeat)
        for (Piece p : commandOf(clamp, clamp.steps[(clamp.chosen + i) % clamp.steps.size()])) {
            p.to = std::min(p.to, clamp.repeat) + begin;
            p.from += begin;
            if (p.from < p.to) pieces.push_back(p);
        }
    return Drive(std::move(pieces), begin);
}

std::vector<double> withBlocked(const Model& model, std::span<const double> parameters, const VoltageClamp& clamp)
{
    std::vector<double> left(parameters.begin(), parameters.end());
    for (std::size_t i = 0; i < clamp.blocked.size(); ++i)
        if (model.parameters[i].part == Part::conductance && clamp.blocked[i] != 0) left[i] *= 1 - clamp.blocked[i] / 100;
    return left;
}

}
