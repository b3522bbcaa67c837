// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"
#include "sentence.h"

#include <optional>
#include <string_view>

namespace rheobase {

/// What was typed for a quantity: its value in the quantity's own unit, or a sentence on why it is none.
struct Typed {
    std::optional<double> value;
    Sentence problem{};
};

/// What is said of a unit that measures something else: "R is a resistance; 10 nF is a capacitance."
inline constexpr std::string_view wrongDimension = "%1 is %2; %3 is %4.";

/// Reads a number with "." and perhaps a unit behind it, "200pA", "0.02 GΩ": any unit of the quantity's dimension converts, by shifting the
/// decimal point, so that nothing is rounded. `called` names the quantity in what is said; its identifier where that is empty.
Typed typed(std::string_view text, const Quantity& quantity, std::string_view called = {});

}
