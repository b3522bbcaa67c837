// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"
#include "sealed.h"

namespace rheobase {

/// True of a lesson in which something is sealed.
bool hasSeals(const Lesson& lesson);

/// The value of a range for a draw: its least value and a number of steps, by the hash of lesson, step, name and draw. Everybody who knows these
/// finds the same.
double drawnValue(const SealedRange& range, std::string_view lesson, std::string_view step, std::string_view draw, const Stage& stage);

/// What a step seals, as those who come to it find it sealed: also by a step before.
std::vector<const SealedRange*> rangesOf(const Lesson& lesson, const Seal& seal);
/// The range of a sealed quantity of a step; null where there is none.
const SealedRange* rangeOf(const Lesson& lesson, const Seal& seal, std::string_view name);

/// Puts the drawn values into a sealed experiment of this lesson; false where it is of another lesson, or sealed otherwise.
bool unseal(Experiment& experiment, const Lesson& lesson, std::string_view draw, const Stage& stage);
/// The same for all that a lesson holds: its steps, and what teachers try.
void drawAll(Lesson& lesson, std::string_view draw, const Stage& stage);

/// 2, 1 or 0 points for an estimate of a drawn value.
int pointsOf(const SealedRange& range, double value, double estimate);

/// A row of what a teacher recomputes.
struct DrawnValue {
    std::string step, name, unit;
    double value;
};
/// All values of a draw, in the order of the lesson.
std::vector<DrawnValue> drawnValues(const Lesson& lesson, std::string_view draw, const Stage& stage);

}
