// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stimulus.h"

#include <limits>

namespace rheobase {

/// The part of a run that measures are of: the time the stimulus is on, since the last change of the experiment. Times in ms.
struct MeasureWindow {
    static constexpr double endless = std::numeric_limits<double>::infinity();
    double since = 0;     ///< the last change; nothing before it counts
    double from = 0;      ///< from here on the stimulus is on
    double settled = 0;   ///< from here on spikes count for rates, and the intervals that they end
    double to = endless;  ///< the stimulus is off
    double end = endless; ///< of the run; nothing after it counts
    bool operator==(const MeasureWindow&) const = default;
};

/// The window of a run that was changed last at `since` and ends at `end`, without its first part `settle` (0 … 1; of a run that ends).
/// The stimulus is on from where its first part that is not zero begins to where its last one ends; where the run has none, all the time.
/// Spikes count up to `rounding` ms after the end.
MeasureWindow measureWindow(const Stimulus& stimulus, double since = 0, double end = MeasureWindow::endless, double settle = 0,
                            double rounding = 0);

}
