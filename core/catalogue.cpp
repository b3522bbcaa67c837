// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"

#include "models/hodgkin_huxley.h"
#include "models/leaky_integrate_and_fire.h"
#include "models/passive.h"
#include "models/perfect_integrate_and_fire.h"
#include "solver_of.h"

namespace rheobase {

std::span<const Model> catalogue()
{
    static const Model models[] = {
        modelOf<Passive>(),
        modelOf<PerfectIntegrateAndFire>(),
        modelOf<LeakyIntegrateAndFire>(),
        modelOf<HodgkinHuxley>(),
    };
    return models;
}

const Model* findModel(std::string_view id)
{
    const auto it = std::ranges::find(catalogue(), id, &Model::id);
    return it == catalogue().end() ? nullptr : &*it;
}

}
