// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adaptive_exponential.h"
#include "hodgkin_huxley.h"
#include "izhikevich.h"
#include "leaky_integrate_and_fire.h"
#include "passive.h"
#include "perfect_integrate_and_fire.h"

namespace rheobase {

template<class... M> struct ModelList {};

/// Every model, in the order of the menu.
using Models = ModelList<Passive, PerfectIntegrateAndFire, LeakyIntegrateAndFire, AdaptiveExponential, Izhikevich, HodgkinHuxley>;

}
