// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../models/all.h"
#include "grid.h"

namespace rheobase {

/// Answers points without a step.
using ClosedForm = void (*)(const Grid& grid, std::span<const std::size_t> indices, std::span<SweepPoint> points,
                            const std::stop_token& stop);

/// What `choose` gives for the linear model with this id, told by a null pointer to it; null where there is none.
template<class... M, class Choose> ClosedForm ofLinearModel(std::string_view id, ModelList<M...>, Choose&& choose)
{
    ClosedForm chosen = nullptr;
    const auto look = [&]<class Candidate>(Candidate* candidate) {
        if constexpr (detail::isLinear<Candidate>())
            if (Candidate::id == id) chosen = choose(candidate);
    };
    (look(static_cast<M*>(nullptr)), ...);
    return chosen;
}

/// The closed form of linear models under constant currents with the exact solver; null for other sweeps.
ClosedForm closedFormOf(const Grid& grid);

}
