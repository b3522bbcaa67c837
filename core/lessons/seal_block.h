// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

namespace rheobase {

/// Reads a block `seal`, "R: 12 … 25 MΩ, step 0.1" and "score: within 5 % is 2, within 15 % is 1" below it, into its step, whose
/// experiment is sealed from then on. Throws a Refusal.
void readSeal(const Block& block, const std::string& lesson, Step& step);

/// What can only be seen of the whole lesson: "= sealed" belongs to a seal, what is asked for is sealed, no check tells. Throws a Refusal.
void checkSeals(const Lesson& lesson);

}
