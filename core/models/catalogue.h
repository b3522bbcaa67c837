// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <span>
#include <string_view>

namespace rheobase {

/// Every model, in the order of the menu.
std::span<const Model> catalogue();

/// The model with this id; null where there is none.
const Model* findModel(std::string_view id);

}
