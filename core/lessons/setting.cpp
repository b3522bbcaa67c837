// SPDX-License-Identifier: GPL-3.0-or-later
#include "setting.h"

#include "grid.h"

#include <array>

namespace rheobase {

namespace {

constexpr Quantity seed{"seed", "", 1, 0, 1000, "seed of the noise", Part::none, Scale::linear, {0, 0x1p53, false, true}};
constexpr std::string_view seedName = "seed", noisePrefix = "noise.", clampPrefix = "clamp.";

std::optional<std::size_t> noiseIndex(const Experiment& e, std::string_view name)
{
    if (!name.starts_with(noisePrefix)) return std::nullopt;
    return indexOf(noiseQuantities(e.noise.kind, injected(e)), name.substr(noisePrefix.size()));
}

/// What of a voltage clamp has a name: its numbers, "V_test" (that of the chosen step), what is on (1) or off (0), the blocked share of each
/// conductance ("g_Na" or "TTX").
struct ClampName {
    Quantity quantity;
    double* number = nullptr;
    bool* isOn = nullptr;
};
std::optional<ClampName> clampName(Experiment& e, std::string_view name)
{
    if (!isClamped(e) || !name.starts_with(clampPrefix)) return std::nullopt;
    name.remove_prefix(clampPrefix.size());
    for (const auto& [quantity, member] : clampSettings(*e.model))
        if (identifier(quantity.symbol) == name) return ClampName{quantity, &(e.clamp.*member)};
    for (const auto& [id, member] : clampSwitches)
        if (id == name)
            return ClampName{{id, "", 0, 0, 1, "on or off", Part::none, Scale::linear, {0, 1, false, true}}, nullptr, &(e.clamp.*member)};
    if (name == identifier(testPotential(*e.model).symbol)) return ClampName{testPotential(*e.model), &e.clamp.steps[e.clamp.chosen]};
    if (const auto i = blockable(*e.model, name)) return ClampName{blockedShare(e.model->parameters[*i]), &e.clamp.blocked[*i]};
    return std::nullopt;
}

std::vector<std::string> clampNames(const Experiment& e)
{
    std::vector<std::string> names;
    if (!isClamped(e)) return names;
    const auto add = [&](std::string_view name) { names.push_back(std::string(clampPrefix) + std::string(name)); };
    for (const ClampSetting& setting : clampSettings(*e.model)) add(identifier(setting.quantity.symbol));
    for (const ClampSwitch& each : clampSwitches) add(each.name);
    add(identifier(testPotential(*e.model).symbol));
    for (const Quantity& q : e.model->parameters)
        if (q.part == Part::conductance) add(identifier(q.symbol));
    return names;
}

/// Where a setting other than the seed and those of a clamp is kept.
double& slot(Experiment& e, std::string_view name)
{
    if (const auto index = noiseIndex(e, name)) return *index == 0 ? e.noise.sigma : e.noise.tau;
    const Grid::Place place = Grid::placeOf(e, name).value();
    if (place.kind == Grid::Place::Kind::parameter) return e.parameters[place.value];
    if (e.stimulus.empty()) e.stimulus = {component(*stimulusShape("constant"), injected(e))};
    return e.stimulus[place.component].values[place.value];
}

}

std::optional<Quantity> settingOf(const Experiment& e, std::string_view name)
{
    if (name == seedName) return seed;
    Experiment copy = e;
    if (const auto found = clampName(copy, name)) return found->quantity;
    if (const auto index = noiseIndex(e, name)) return noiseQuantities(e.noise.kind, injected(e))[*index];
    const auto place = Grid::placeOf(e, name);
    if (!place) return std::nullopt;
    if (place->kind == Grid::Place::Kind::parameter) return e.model->parameters[place->value];
    const StimulusShape& shape = e.stimulus.empty() ? *stimulusShape("constant") : *e.stimulus[place->component].shape;
    return quantities(shape, injected(e))[place->value];
}

double valueOf(const Experiment& e, std::string_view name)
{
    if (name == seedName) return static_cast<double>(e.seed);
    Experiment copy = e;
    if (const auto found = clampName(copy, name)) return found->number ? *found->number : *found->isOn;
    return slot(copy, name);
}

void setValue(Experiment& e, std::string_view name, double value)
{
    if (name == seedName) e.seed = static_cast<std::uint64_t>(value);
    else if (const auto found = clampName(e, name)) found->number ? void(*found->number = value) : void(*found->isOn = value != 0);
    else slot(e, name) = value;
}

std::string usualName(const Experiment& e, std::string_view name)
{
    if (!isClamped(e) || !name.starts_with(clampPrefix)) return std::string(name);
    const auto conductance = blockable(*e.model, name.substr(clampPrefix.size()));
    return std::string(conductance ? clampPrefix : name) + (conductance ? identifier(e.model->parameters[*conductance].symbol) : "");
}

std::vector<std::string> settingNames(const Experiment& e)
{
    std::vector<std::string> names;
    for (const Quantity& q : e.model->parameters) names.push_back(identifier(q.symbol));
    for (const StimulusComponent& c : e.stimulus)
        for (const Quantity& q : c.shape->values) names.push_back(std::string(c.shape->id) + '.' + identifier(q.symbol));
    for (const Quantity& q : noiseQuantities(e.noise.kind, injected(e))) names.push_back(std::string(noisePrefix) + identifier(q.symbol));
    names.insert(names.end(), {"I", std::string(seedName)});
    const auto ofClamp = clampNames(e);
    names.insert(names.end(), ofClamp.begin(), ofClamp.end());
    return names;
}

}
