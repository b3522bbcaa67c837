// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// A sentence to a person: English, with %1, %2 … where its parts go, so that a window can say it in another language.
struct Sentence {
    std::string_view pattern;
    std::vector<std::string> parts;
    bool empty() const { return pattern.empty(); }
    /// In English.
    operator std::string() const;
};

}
