// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "measures.h"

#include <QString>

namespace rheobase {

/// What the window says of measures, in the user's language.

/// The name of a measure, "Firing rate".
QString nameOf(const Measure& measure);
/// Its definition as a tool tip, in lines of an easy length.
QString definitionOf(std::string_view measure);
/// A value with the measure's unit for a model, in at most so many significant digits; counts whole, a number without unit with three
/// decimals; "—" where there is none.
QString shown(const std::optional<double>& value, const Measure& measure, const Model& model, int digits = 4);

}
