// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

namespace rheobase {

/// The file that students get: without the teacher's block, and right answers as salted hashes of their rounded values. `lesson` is what was
/// read of `file`.
std::string published(const Lesson& lesson, std::string_view file, const Stage& stage);

}
