// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"
#include "theme.h"

#include <QString>

#include <limits>
#include <memory>

namespace rheobase {

class Trace;

/// A recorded trace as the plots of a stack show it: a part of it, moved in time, in a look of its own.
struct Strand {
    static constexpr int own = -1, faint = -2;

    std::shared_ptr<const Trace> trace{};
    double shift = 0; ///< ms, from the trace's time to the plot's
    Range span{-std::numeric_limits<double>::infinity(),
               std::numeric_limits<double>::infinity()}; ///< of the trace's time: the rest is not shown
    int hue = own;                                       ///< of all its curves: a number among the theme's ghosts, faint, or each its own
    double opacity = 1;                                  ///< 0 … 1
    double width = 1;                                    ///< in widths of the style's lines
    QString name{};                                      ///< in the legend of the potential; empty: none

    /// Of all its curves, where they share one.
    QColor colourIn(const Theme& theme) const { return hue == faint ? theme.faint : theme.ghosts[hue]; }
    bool operator==(const Strand&) const = default;
};

}
