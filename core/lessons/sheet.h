// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html.h"

namespace rheobase {

/// A lesson on paper, as one page of HTML to print. `handout`: questions, lines for numbers, empty axes. `answers`: the same for the teacher,
/// with right answers, solutions computed now, typical mistakes and their feedback.
enum class Sheet { handout, answers };
std::string sheetOf(const Lesson& lesson, Sheet sheet, const Speaker& speak);

}
