// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lanes.h"

#include <limits>
#include <memory>

namespace rheobase {

/// The numbers of neurons side by side, a row each with a place for every lane, as Lanes has them.
struct LaneRows {
    LaneRows(std::size_t states, std::size_t parameterCount, std::size_t width)
        : stride(width),
          state(states * stride),
          before(state),
          parameters(parameterCount * stride),
          pace(stride, 1),
          lowest(stride),
          highest(stride),
          lastV(stride),
          lastSlope(stride),
          armed(stride),
          spedUp(stride),
          lowered(stride),
          heldUntil(stride, -std::numeric_limits<double>::infinity()),
          release(stride, -1),
          strayed(std::make_unique<bool[]>(stride))
    {}

    std::size_t stride;
    std::vector<double> state, before; ///< … before the steps at hand
    std::vector<double> parameters, pace, lowest, highest, lastV, lastSlope, armed, spedUp, lowered, heldUntil, release;
    std::unique_ptr<bool[]> strayed;

    /// Closes a gap.
    void move(std::size_t from, std::size_t to)
    {
        for (auto* values :
             {&state, &before, &parameters, &pace, &lowest, &highest, &lastV, &lastSlope, &armed, &spedUp, &lowered, &heldUntil, &release})
            for (std::size_t row = 0; row < values->size(); row += stride) (*values)[row + to] = (*values)[row + from];
        strayed[to] = strayed[from];
    }
    void tell(Lanes& lanes)
    {
        lanes.stride = stride;
        lanes.state = state.data();
        lanes.parameters = parameters.data();
        lanes.pace = pace.data();
        lanes.lowest = lowest.data();
        lanes.highest = highest.data();
        lanes.lastV = lastV.data();
        lanes.lastSlope = lastSlope.data();
        lanes.armed = armed.data();
        lanes.spedUp = spedUp.data();
        lanes.lowered = lowered.data();
        lanes.heldUntil = heldUntil.data();
        lanes.release = release.data();
        lanes.strayed = strayed.get();
    }
};

}
