// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "script.h"

#include <string>

namespace rheobase {

/// A script's model in NMODL, NEURON's language of mechanisms: a point process with states of its own, V among them.
std::string nmodlMechanism(const Script& script);

}
