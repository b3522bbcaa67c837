// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measures.h"

#include <array>

namespace rheobase {

/// A formula that tells a number: what it computes, and of which names. It comes to `scale` times the right side, as 1/T in Hz of ms.
struct Formula {
    Quantity left; ///< without a symbol: one that has no letter of its own
    Symbol right;
    double scale = 1;
};

/// What formulas are made of that is measured, the names of Role::given: of the intervals, of the time that the stimulus is on, of a sine,
/// of the closed form. NaN where there is none.
inline constexpr std::size_t givenCount = 7;
std::array<double, givenCount> givenOf(const MeasuredRun& run);

/// How a measure, or what follows from the parameters, comes about; of several the last gives the number. Empty where there is a method
/// and no formula. `isSteady`: under a current that lasts, without noise, under which the interval of some models has a closed form.
std::vector<Formula> formulasOf(std::string_view what, const Model& model, bool isSteady);

/// What a formula comes to.
double valueOf(const Formula& formula, const Values& values);

/// How many spikes a measure needs before it has a value; 0 of one that needs none.
std::size_t spikesNeeded(std::string_view what);
/// True of what is measured of intervals, or of the shape of the last spike.
bool isOfIntervals(std::string_view what);
bool isOfShape(std::string_view what);

}
