// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adaptive_exponential.h"
#include "adaptive_leaky.h"
#include "connor_stevens.h"
#include "exponential_integrate_and_fire.h"
#include "fitz_hugh_nagumo.h"
#include "hindmarsh_rose.h"
#include "hodgkin_huxley.h"
#include "izhikevich.h"
#include "izhikevich_2007.h"
#include "leaky_integrate_and_fire.h"
#include "morris_lecar.h"
#include "passive.h"
#include "perfect_integrate_and_fire.h"
#include "quadratic_integrate_and_fire.h"
#include "traub_miles.h"
#include "wang_buzsaki.h"

namespace rheobase {

template<class... M> struct ModelList {};

/// Every model, in the order of the menu.
using Models = ModelList<Passive, PerfectIntegrateAndFire, LeakyIntegrateAndFire, AdaptiveLeaky, QuadraticIntegrateAndFire,
                         ExponentialIntegrateAndFire, AdaptiveExponential, Izhikevich, Izhikevich2007, FitzHughNagumo, MorrisLecar,
                         HindmarshRose, HodgkinHuxley, ConnorStevens, WangBuzsaki, TraubMiles>;

}
