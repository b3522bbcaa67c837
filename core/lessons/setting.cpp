// SPDX-License-Identifier: GPL-3.0-or-later
#include "setting.h"

#include "grid.h"

#include <array>

namespace rheobase {

namespace {

constexpr Quantity seed{"seed", "", 1, 0, 1000, "seed of the noise", Part::none, Scale::linear, {0, 0x1p53, false, true}};
constexpr std::string_view seedName = "seed", noisePrefix = "noise.";

std::optional<std::size_t> noiseIndex(const Experiment& e, std::string_view name)
{
    if (!name.starts_with(noisePrefix)) return std::nullopt;
    return indexOf(noiseQuantities(e.noise.kind, injected(e)), name.substr(noisePrefix.size()));
}

/// Where a setting other than the seed is kept.
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
    return slot(copy, name);
}

void setValue(Experiment& e, std::string_view name, double value)
{
    if (name == seedName) e.seed = static_cast<std::uint64_t>(value);
    else slot(e, name) = value;
}

std::vector<std::string> settingNames(const Experiment& e)
{
    std::vector<std::string> names;
    for (const Quantity& q : e.model->parameters) names.push_back(identifier(q.symbol));
    for (const StimulusComponent& c : e.stimulus)
        for (const Quantity& q : c.shape->values) names.push_back(std::string(c.shape->id) + '.' + identifier(q.symbol));
    for (const Quantity& q : noiseQuantities(e.noise.kind, injected(e))) names.push_back(std::string(noisePrefix) + identifier(q.symbol));
    names.insert(names.end(), {"I", std::string(seedName)});
    return names;
}

}
