// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid.h"

#include "solver.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr std::string_view inputName = "I";

/// The amplitude of the first component; without a stimulus, of a constant current.
std::optional<Grid::Place> inputPlace(const Experiment& e)
{
    if (e.stimulus.empty()) return Grid::Place{Grid::Place::Kind::stimulus, 0, 0};
    const auto key = indexOf(e.stimulus[0].shape->values, Part::amplitude);
    if (!key) return std::nullopt;
    return Grid::Place{Grid::Place::Kind::stimulus, 0, *key};
}

}

std::optional<Grid::Place> Grid::placeOf(const Experiment& e, std::string_view name)
{
    if (const auto parameter = indexOf(e.model->parameters, name)) return Place{Place::Kind::parameter, 0, *parameter};
    if (name == inputName) return inputPlace(e);
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto it = std::ranges::find_if(e.stimulus, [&](const StimulusComponent& c) { return c.shape->id == name.substr(0, dot); });
    if (it == e.stimulus.end()) return std::nullopt;
    const auto key = indexOf(it->shape->values, name.substr(dot + 1));
    if (!key) return std::nullopt;
    return Place{Place::Kind::stimulus, static_cast<std::size_t>(it - e.stimulus.begin()), *key};
}

Grid::Grid(const Sweep& sweep) : m_sweep(sweep), m_base(sweep.experiment)
{
    m_base.mode = Mode::currentClamp; // what is swept is injected or built

    for (const SweepAxis& axis : sweep.axes) {
        m_places.push_back(placeOf(sweep.experiment, axis.name).value());
        if (m_places.back().kind == Place::Kind::stimulus && m_base.stimulus.empty())
            m_base.stimulus = {component(*stimulusShape("constant"), injected(m_base))};
        auto& values = m_values.emplace_back(axis.count);
        for (std::size_t i = 0; i < axis.count; ++i) values[i] = axis.at(i);
        m_size *= axis.count;
    }
}

std::uint64_t Grid::stepsOf(double length) const { return rheobase::stepsTo(m_sweep.experiment.duration, length); }

bool Grid::hasConstantStimulus() const
{
    return std::ranges::all_of(m_base.stimulus, [](const StimulusComponent& c) { return c.shape->id == "constant"; });
}

bool Grid::variesParameters() const
{
    return std::ranges::any_of(m_places, [](const Place& p) { return p.kind == Place::Kind::parameter; });
}

double Grid::valueAt(std::size_t axis, std::size_t index) const
{
    if (m_values.size() == 1) return m_values[0][index];
    const std::size_t columns = m_values[1].size();
    return axis == 0 ? m_values[0][index / columns] : m_values[1][index % columns];
}

Experiment Grid::experimentAt(std::size_t index) const
{
    Experiment e = m_base;
    for (std::size_t axis = 0; axis < m_places.size(); ++axis) {
        const Place& place = m_places[axis];
        auto& values = place.kind == Place::Kind::parameter ? e.parameters : e.stimulus[place.component].values;
        values[place.value] = valueAt(axis, index);
    }
    return e;
}

void Grid::parametersAt(std::size_t index, std::span<double> parameters) const
{
    std::ranges::copy(m_base.parameters, parameters.begin());
    for (std::size_t axis = 0; axis < m_places.size(); ++axis)
        if (m_places[axis].kind == Place::Kind::parameter) parameters[m_places[axis].value] = valueAt(axis, index);
}

double Grid::inputAt(std::size_t index) const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_base.stimulus.size(); ++i) {
        double amplitude = m_base.stimulus[i].values[0];
        for (std::size_t axis = 0; axis < m_places.size(); ++axis)
            if (m_places[axis].kind == Place::Kind::stimulus && m_places[axis].component == i) amplitude = valueAt(axis, index);
        sum += amplitude;
    }
    return sum;
}

}
