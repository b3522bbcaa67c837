// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QString>

#include <vector>

namespace rheobase {

/// One thing in which two experiments differ: of a number its new value, of a choice the step that makes it.
struct Difference {
    QString label;  ///< "V_th −50 → −40 mV"; symbols as in tables
    QString value;  ///< "Vth to −40 mV"
    QString choice; ///< "Solve by Heun"
};

/// All in which they differ, in the order of the model's tables.
std::vector<Difference> differences(const Experiment& before, const Experiment& after);

/// What the step of undo is called that makes the one the other: "Change Vth to −40 mV and R to 14 MΩ".
QString editText(const Experiment& before, const Experiment& after);

/// What a kept experiment has where the live one has something else, the live value behind the arrow: "R 10 → 14 MΩ"; two
/// differences at most, then "and n more"; "the same experiment" where there is none.
QString difference(const Experiment& kept, const Experiment& live);

/// "Vth to −40 mV"
QString assignment(std::string_view symbol, double value, std::string_view unit, int digits = 4);

}
