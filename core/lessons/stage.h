// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// What a lesson may name that core does not know: the program's presets, plots, views and other parts of its window, and how it hashes.
struct Stage {
    std::function<std::vector<std::string>(const Model& model)> presets;
    std::function<std::optional<Experiment>(const Model& model, std::string_view id)> preset;
    std::function<std::vector<std::string>(const Model& model)> plots;
    std::vector<std::string> views; ///< "circuit", "rate"
    std::vector<std::string> parts; ///< what can be hidden besides: "rheobase-tick"
    /// SHA-256, in lower-case hexadecimal.
    std::function<std::string(std::string_view bytes)> hash;
};

}
