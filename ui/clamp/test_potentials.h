// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clamp.h"

#include <QString>

#include <variant>

namespace rheobase {

/// Test potentials as a person writes them: "from:to:count" where they are evenly spaced, else a list.
QString written(const std::vector<double>& steps);
/// What was typed, from:to:count or a list; or the sentence that says why it cannot be.
std::variant<std::vector<double>, QString> readSteps(const QString& text, const Model& model);

}
