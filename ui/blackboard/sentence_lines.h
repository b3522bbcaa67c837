// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formula.h"

#include <QString>

#include <span>
#include <vector>

namespace rheobase {

/// A sentence with formulas for %1, %2 …, broken between words into lines of at most `width`; `space` is the width of a space, in pixels.
std::vector<Box> sentenceLines(const FormulaWriter& writer, const QString& pattern, std::span<const Box> values, double width,
                               double space);

}
