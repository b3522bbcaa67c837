// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QString>

namespace rheobase {

/// What a kept experiment has where the live one has something else, the live value behind the arrow: "R 10 → 14 MΩ"; two
/// differences at most, then "and n more"; "the same experiment" where there is none.
QString difference(const Experiment& kept, const Experiment& live);

}
