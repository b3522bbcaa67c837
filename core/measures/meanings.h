// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace rheobase {

/// What one of the words means that numbers are shown under; the manual, CONTRIBUTING and the window say it in this sentence.
struct Meaning {
    std::string_view word, text;
};

/// Those of spike, rate, latency, threshold and rest: the page "What the numbers mean".
std::span<const Meaning> meanings();
/// The one that a measure is told with, by its id; null where its definition says all.
const Meaning* meaningOf(std::string_view measure);

}
