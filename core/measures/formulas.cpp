// SPDX-License-Identifier: GPL-3.0-or-later
#include "formulas.h"

#include "frequency.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// In the order of givenOf().
enum Given : std::size_t { meanInterval, spread, lastInterval, count, window, angular, closedInterval };
constexpr Quantity givenTable[] = {
    {"T", "ms", 0, 0, 1000, "mean inter-spike interval"}, {"s", "ms", 0, 0, 1000, "spread of intervals"},
    {"T", "ms", 0, 0, 1000, "last inter-spike interval"}, {"N", "", 0, 0, 1000, "spikes while the stimulus is on"},
    {"t", "ms", 0, 0, 1e5, "time the stimulus is on"},    {"ω", "1/ms", 0, 0, 10, "angular frequency of the sine"},
    {"T", "ms", 0, 0, 1000, "inter-spike interval"},
};
static_assert(std::size(givenTable) == givenCount);

/// Expressions live for ever: each is made once.
Symbol given(Given which)
{
    static const auto symbols = [] {
        std::array<Symbol, givenCount> made;
        for (std::size_t i = 0; i < givenCount; ++i) made[i] = Symbol::named(Role::given, i, givenTable[i]);
        return made;
    }();
    return symbols[which];
}

constexpr Quantity frequency{"", "Hz", 0, 0, 1000, "frequency"}, number{"", "", 0, 0, 1, "ratio"};

const std::vector<Formula>& ofRates(Given interval)
{
    static const auto made = [] {
        std::array<std::vector<Formula>, givenCount> all;
        for (const Given which : {meanInterval, lastInterval, closedInterval}) all[which] = {{frequency, 1 / given(which), 1000}};
        return all;
    }();
    return made[interval];
}

std::optional<Equation> derivation(const Model& model, std::size_t index)
{
    const auto equations = model.equations();
    const auto isIt = [&](const Equation& e) { return e.kind == Equation::Kind::derived && e.index == index; };
    const auto it = std::ranges::find_if(equations, isIt);
    const bool isComputed = it != equations.end() && it->right.node().kind != Symbol::Kind::number;
    return isComputed ? std::optional(*it) : std::nullopt;
}

std::vector<Formula> ofPart(const Model& model, Part part)
{
    const auto index = indexOf(model.derived, part);
    const auto equation = index ? derivation(model, *index) : std::nullopt;
    return equation ? std::vector<Formula>{{model.derived[*index], equation->right}} : std::vector<Formula>();
}

/// Of a membrane that is a capacitor and a resistor: the pulse that must be twice the rheobase, and the impedance.
struct OfMembrane {
    Symbol chronaxie, impedance;
};
OfMembrane ofMembrane(const Model& model)
{
    const auto tau = indexOf(model.derived, Part::timeConstant), R = indexOf(model.parameters, Part::resistance);
    if (!tau || !R || !model.linear) return {};
    const Symbol t = Symbol::named(Role::derived, *tau, model.derived[*tau]), r = Symbol::named(Role::parameter, *R, model.parameters[*R]);
    return {model.jumps ? t * log(Symbol(2)) : Symbol(), r / sqrt(1 + pow(given(angular) * t, Symbol(2)))};
}

/// Of each model once.
OfMembrane membraneOf(const Model& model)
{
    static std::mutex guard;
    static std::map<std::string_view, OfMembrane> known;
    const std::scoped_lock lock(guard);
    const auto [it, isNew] = known.try_emplace(model.id);
    if (isNew) it->second = ofMembrane(model);
    return it->second;
}

std::vector<Formula> closedRate(const Model& model)
{
    std::vector<Formula> formulas{{givenTable[closedInterval], model.interval()}};
    formulas.push_back(ofRates(closedInterval)[0]);
    return formulas;
}

}

std::array<double, givenCount> givenOf(const MeasuredRun& run)
{
    std::array<double, givenCount> values;
    const Statistics& intervals = run.spikes.intervals();
    const MeasureWindow& on = run.spikes.window();
    values[meanInterval] = intervals.mean().value_or(none);
    values[spread] = intervals.standardDeviation().value_or(none);
    values[lastInterval] = run.spikes.lastInterval().value_or(none);
    values[count] = static_cast<double>(run.spikes.countInWindow());
    values[window] = std::max(0.0, std::min(on.to, run.now) - on.settled);
    const auto pieces = piecesOf(run.experiment.stimulus);
    const auto sine = std::ranges::find_if(pieces, [](const Piece& piece) { return piece.amplitude != 0 && piece.omega > 0; });
    values[angular] = sine == pieces.end() ? none : sine->omega;
    values[closedInterval] = 1000 / measure("rate.formula").ofExperiment(run.experiment, {}).value_or(none);
    return values;
}

std::vector<Formula> formulasOf(std::string_view what, const Model& model, bool isSteady)
{
    if (const auto index = indexOf(model.derived, what)) {
        const auto equation = derivation(model, *index);
        return equation ? std::vector<Formula>{{model.derived[*index], equation->right}} : std::vector<Formula>();
    }
    const bool isClosed = isSteady && model.interval();
    if (what == "rate" || what == "rate.formula")
        return isClosed ? closedRate(model) : what == "rate" ? ofRates(meanInterval) : std::vector<Formula>();
    if (what == "rate.last") return ofRates(lastInterval);
    static const std::vector<Formula> meanRate{{frequency, given(count) / given(window), 1000}},
        variation{{number, given(spread) / given(meanInterval)}};
    if (what == "mean-rate") return meanRate;
    if (what == "cv") return variation;
    if (what.starts_with("rheobase")) return ofPart(model, Part::rheobase);
    if (what == "rest") return ofPart(model, Part::restingPotential);
    if (what == "tau") return ofPart(model, Part::timeConstant);
    const OfMembrane membrane = membraneOf(model);
    if (what == "chronaxie" && membrane.chronaxie) return {{{"", "ms", 0, 0, 1000, "chronaxie"}, membrane.chronaxie}};
    if (what == "impedance" && membrane.impedance)
        return {{{.symbol = "|Z|", .unit = impedanceUnit(model), .meaning = "impedance"}, membrane.impedance}};
    return {};
}

double valueOf(const Formula& formula, const Values& values) { return formula.scale * evaluate(formula.right, values); }

std::size_t spikesNeeded(std::string_view what)
{
    if (what == "cv" || what == "adaptation") return 4;
    if (what == "isi.sd") return 3;
    if (what == "rate" || what == "rate.last" || what.starts_with("isi.")) return 2;
    return what == "latency" || what.starts_with("spike.") || isOfShape(what) ? 1 : 0;
}

bool isOfIntervals(std::string_view what)
{
    return what == "rate" || what == "rate.last" || what == "mean-rate" || what == "rate.formula" || what == "cv" || what == "adaptation"
           || what.starts_with("isi.");
}

bool isOfShape(std::string_view what)
{
    constexpr std::string_view shapes[] = {"threshold", "peak", "amplitude", "half-width", "upstroke", "trough", "ahp"};
    return std::ranges::find(shapes, what) != std::end(shapes);
}

}
