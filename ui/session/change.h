// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rheobase {

/// A parameter change of the present run, as the engine confirmed it.
struct Change {
    double time = 0; ///< model ms
    QString text;
    QString label{}; ///< in short: "R 10 → 14 MΩ"; symbols as in tables, "V_th"
    int gesture = 0; ///< that it belongs to; 0: a step of its own
};

}
