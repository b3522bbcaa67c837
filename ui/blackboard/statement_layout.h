// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "slot.h"
#include "statement.h"

#include <span>

namespace rheobase {

/// Statements laid out for a width: formulas in place, slots for their values. Nothing lies outside size.
struct StatementLayout {
    std::vector<Box> boxes;
    std::vector<Slot> numbers;
    std::vector<Spot> spots; ///< in reading order
    QRectF jump;             ///< the sentence on threshold and reset
    QFont valueFont;
    QSizeF size;
};

/// How large letters are at most, in points: of the change of the membrane potential in one line and where it needs two, of other
/// equations and sentences, of values.
struct LetterSizes {
    double largest = 14, large = 12, values = 10.5;
    bool fill = false; ///< the parts of a sum share what is left of the width
};

/// Lays statements out from top to bottom: the change of the membrane potential in large letters with the values under its parts,
/// over several lines where the width demands it; other equations with their value beside; threshold and reset as a sentence.
StatementLayout layOut(std::span<const Statement> statements, const Model& model, double width, const LetterSizes& sizes = {});

}
