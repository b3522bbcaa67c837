// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"
#include "sentence.h"

#include <optional>
#include <string_view>
#include <vector>

namespace rheobase {

/// What a person wrote in the field of a quantity.
struct Entry {
    std::optional<double> value{}; ///< in the quantity's own unit
    /// What else it may be: "1,000" is one, or a thousand. Where there are two readings there is no value.
    std::vector<double> readings{};
    bool isPlain = false; ///< a number, and nothing to compute
    Sentence problem{};   ///< why it is no value; empty where it is no number in any unit
};

/// Reads a number, perhaps with a unit behind it, or one calculation: "50+5", "20/3"; "+=5", "-=5", "*2" and "/2" change `present`.
/// The language's decimal sign, "." or ",", always is one. The other one is too, unless one to three digits without a leading 0 stand before
/// it and exactly three after: then it may group thousands as well. Groups of three may also be set apart by spaces.
Entry entry(std::string_view text, double present, const Quantity& quantity, char decimalSign);

}
