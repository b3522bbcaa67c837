// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strand.h"

#include <vector>

namespace rheobase {

/// Which stretch of time the plots show, and which parts of the run in it.
struct TimeView {
    Range across;                  ///< ms, of the plots' time axis
    std::vector<Strand> strands{}; ///< the main one last
    bool isLive = false;           ///< the axis is not the run's time but starts anew with each sweep
};

}
