// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sentence.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// Why a lesson cannot be read: where, and one sentence with the remedy. Within this room it is thrown.
struct Refusal {
    std::size_t line; ///< from 1
    Sentence sentence;
};

/// A sentence of lessons. Its patterns are translated with core's tables, where the tests look for every one of them.
inline Sentence said(std::string_view pattern, std::vector<std::string> parts = {}) { return {pattern, std::move(parts)}; }

/// Throws the refusal of a name that is none of `names`, with the nearest of them.
[[noreturn]] void refuseName(std::size_t line, std::string_view name, std::span<const std::string> names);

}
