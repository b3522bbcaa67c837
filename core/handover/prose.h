// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "script.h"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// A row of the table of parameters and states: symbol in LaTeX, value, unit, meaning. The unit and meaning are plain text.
struct ProseRow {
    std::string symbol, value, unit, meaning;
};
/// What a text on an experiment says; formulas are in LaTeX, without signs that begin and end them, all else is plain text.
struct Prose {
    std::string title, source;
    std::vector<std::string> equations; ///< of the states
    std::vector<std::string> parts;     ///< what stands in them
    std::string spike;                  ///< when a spike is; empty where there are none
    std::vector<std::string> resets;
    std::string refractory; ///< how long the potential stays after a spike, as a formula; empty where it does not
    std::string given;      ///< what is injected or commanded, as a formula
    std::vector<ProseRow> parameters, start;
    std::string solver, made;
};
Prose proseOf(const Script& script);

/// A number in LaTeX: "1\cdot 10^{-5}".
std::string latexNumber(double value);

}
