// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "python_script.h"

namespace rheobase {

/// The sections of a script for SciPy, which a notebook has in cells.
struct ScipySections {
    std::string imports, parameters, experiment, equations, run, expected, compare;
};
ScipySections scipySections(const Script& script);

}
