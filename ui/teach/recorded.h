// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

#include <QString>

#include <optional>
#include <vector>

namespace rheobase {

/// What the window has that a teacher may record.
struct Recorded {
    /// Where the cursors are, and what they read.
    struct Reading {
        double A, dt, dV;            ///< ms, ms, mV
        std::optional<double> tau{}; ///< ms, of the exponential between them
    };
    /// A kept trace, under its name on screen.
    struct Kept {
        Experiment experiment;
        QString name;
    };
    /// A plot or a view that is seen: its name in lessons, and on screen.
    struct Seen {
        QString id, name;
    };
    Experiment experiment;
    Scene scene{};
    std::optional<Reading> cursors{};
    std::vector<Kept> kept{};
    std::vector<Seen> seen{};
};

}
