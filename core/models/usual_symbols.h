// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "part.h"

#include <string_view>

namespace rheobase {

/// How books write a part that a model does not state itself; empty where there is no such habit.
constexpr std::string_view usualSymbol(Part part)
{
    switch (part) {
    case Part::rheobase: return "I_th";
    case Part::restingPotential: return "V_rest";
    default: return {};
    }
}

}
