// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"

#include <QColor>
#include <QString>

#include <limits>

namespace rheobase {

class Trace;

/// A recorded trace as the plots of a stack show it: a part of it, moved in time, in a look of its own.
struct Strand {
    const Trace* trace = nullptr;
    double shift = 0; ///< ms, from the trace's time to the plot's
    Range span{-std::numeric_limits<double>::infinity(),
               std::numeric_limits<double>::infinity()}; ///< of the trace's time: the rest is not shown
    QColor colour{};                                     ///< of all its curves; invalid: each its own
    double opacity = 1;                                  ///< 0 … 1
    double width = 1;                                    ///< in widths of the style's lines
    QString name{};                                      ///< in the legend of the potential; empty: none

    bool operator==(const Strand&) const = default;
};

}
