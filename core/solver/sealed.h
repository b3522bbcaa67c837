// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// True where something of the experiment is kept secret; where this parameter is.
inline bool isSealed(const Experiment& experiment) { return !experiment.seal.names.empty(); }
bool isSealed(const Experiment& experiment, const Quantity& parameter);

/// The names of all that would tell what is sealed: those parameters; the derived quantities and terms that are computed from them; and the
/// measures, views and parts of the window that calculate with parameters instead of running the neuron. Empty where nothing is sealed.
std::vector<std::string> concealed(const Experiment& experiment);
/// Of each term of the model, whether it would tell.
std::vector<bool> concealedTerms(const Experiment& experiment);
/// What must not be moved: parameters that stop at a sealed one; and the mode, as what is read off a clamp is calculated in part.
std::vector<std::string> besideSealed(const Experiment& experiment);

/// Gives a sealed experiment its values back; false where it cannot.
using Unseal = std::function<bool(Experiment& experiment)>;

/// The experiment as it is told to who must not know: what is sealed is as in the model's table, and nothing is sealed.
Experiment disguised(const Experiment& experiment);

}
