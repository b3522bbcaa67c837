// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quantity.h"

namespace rheobase {

/// What a quantity that can be set does when it is raised, in a sentence or two: of parameters, of the values of stimuli and noise, of the
/// settings of a run. Empty of what nothing is known of.
std::string_view effectOf(const Quantity& quantity);

}
