// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

namespace rheobase {

/// Reads "WORD", or "sha256 HASH" of a student's file; throws a Refusal.
Gate gateFrom(std::string_view text, std::size_t line);
/// The line of a start by which a student's file holds the gate of a step.
std::string hiddenGate(const Step& step, std::string_view lesson, const Stage& stage);
/// True of the word that opens the gate of a step; case and spaces do not matter.
bool opens(std::string_view word, const Step& step, std::string_view lesson, const Stage& stage);

}
