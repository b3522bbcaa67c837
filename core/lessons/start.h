// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson.h"

namespace rheobase {

/// Reads a block `start` into its step, which holds what stood before; throws a Refusal of names and values that do not fit.
void readStart(const Block& block, Step& step, const Stage& stage);

/// All that can be hidden, and revealed, of an experiment and the window.
std::vector<std::string> hideableNames(const Experiment& experiment, const Stage& stage);

/// Reads settings as a teacher's line has them, "set R = 18 MΩ; stimulus step:amplitude=2", into an experiment.
void applyActions(std::string_view text, std::size_t line, Experiment& experiment, std::map<std::string, std::string>& answers,
                  const Stage& stage);

}
