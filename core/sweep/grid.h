// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sweep.h"

#include <span>

namespace rheobase {

/// A sweep with its names resolved: what each of its neurons is.
class Grid {
public:
    /// Where an axis puts its value.
    struct Place {
        enum class Kind { parameter, stimulus } kind;
        std::size_t component, value;
        bool operator==(const Place&) const = default;
    };
    static std::optional<Place> placeOf(const Experiment& experiment, std::string_view name);

    /// Every axis names something.
    explicit Grid(const Sweep& sweep);

    const Sweep& sweep() const { return m_sweep; }
    const Model& model() const { return *m_base.model; }
    std::size_t size() const { return m_size; }
    /// Steps of this length, in ms, that reach the duration.
    std::uint64_t stepsOf(double length) const;
    /// True where the stimulus is constant, at every point.
    bool hasConstantStimulus() const;
    /// True where the current is constant and without noise, at every point.
    bool hasConstantInput() const { return hasConstantStimulus() && m_base.noise.kind == Noise::Kind::none; }
    /// True where an axis is a parameter.
    bool variesParameters() const;

    Experiment experimentAt(std::size_t index) const;
    /// The parameters at a point.
    void parametersAt(std::size_t index, std::span<double> parameters) const;
    /// The sum of a stimulus of constant currents at a point.
    double inputAt(std::size_t index) const;

private:
    double valueAt(std::size_t axis, std::size_t index) const;

    Sweep m_sweep;
    Experiment m_base;
    std::vector<Place> m_places;
    std::vector<std::vector<double>> m_values;
    std::size_t m_size = 1;
};

}
