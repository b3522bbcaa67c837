// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit.h"

namespace rheobase {

/// What a quantity is of a neuron or of its stimulus. Whatever draws, measures or explains a model asks for parts, never for symbols.
enum class Part {
    none,
    // of a model: its input, its states, its parameters
    injectedCurrent,
    membranePotential,
    gate,
    capacitance,
    conductance,
    resistance,
    reversal,
    threshold,
    reset,
    refractoryPeriod,
    temperature,
    // its terms, and what follows from the parameters
    ionicCurrent,
    charge, ///< on the membrane
    rate,
    steadyState,
    timeConstant,
    rheobase,
    restingPotential,
    // of a stimulus: its main current, others, and those that it starts from; its times
    amplitude,
    furtherAmplitude,
    baseline,
    onset,
    end,
    width,
    period,
};

/// True of the parts of a stimulus that are currents: they take unit, default and range from the model's input.
constexpr bool isCurrent(Part part) { return part == Part::amplitude || part == Part::furtherAmplitude || part == Part::baseline; }

/// True where a part may have that unit. Currents and what is made of them may be per area, currents per capacitance too (mV/ms), and any
/// may be a pure number.
constexpr bool fits(Part part, const Unit& unit)
{
    using namespace dimension;
    const Dimension& d = unit.dimension();
    const auto is = [&](const Dimension& wanted) { return d == wanted || d == number; };
    const auto isOrPerArea = [&](const Dimension& wanted) { return is(wanted) || d == wanted / area; };
    switch (part) {
    case Part::membranePotential:
    case Part::reversal:
    case Part::threshold:
    case Part::reset:
    case Part::restingPotential: return is(volt);
    case Part::injectedCurrent:
    case Part::ionicCurrent:
    case Part::rheobase:
    case Part::amplitude:
    case Part::furtherAmplitude:
    case Part::baseline: return isOrPerArea(ampere) || d == ampere / farad;
    case Part::capacitance: return isOrPerArea(farad);
    case Part::conductance: return isOrPerArea(siemens);
    case Part::charge: return isOrPerArea(coulomb);
    case Part::resistance: return is(ohm) || d == ohm * area;
    case Part::refractoryPeriod:
    case Part::timeConstant:
    case Part::onset:
    case Part::end:
    case Part::width:
    case Part::period: return is(second);
    case Part::rate: return is(hertz);
    case Part::temperature: return is(celsius);
    case Part::gate:
    case Part::steadyState: return d == number;
    case Part::none: return true;
    }
    return false;
}

}
