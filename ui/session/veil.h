// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"

#include <QtGlobal>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// The sentence by which a lesson refuses to change a setting.
inline constexpr const char* settingIsLocked = QT_TRANSLATE_NOOP("Tables", "%1 is locked in this step.");

/// What a lesson takes out of sight and out of hand, by the names of settings ("R", "two-pulses.gap"), of derived quantities, of measures, and
/// of parts of the window ("equation-values").
struct Veil {
    std::vector<std::string> hidden{};
    /// True of a setting that can be seen and not changed; none: nothing is locked.
    std::function<bool(std::string_view setting)> locks{};
    /// Why an experiment must not become another: a sentence, empty where it may; none: it may.
    std::function<Sentence(const Experiment& now, const Experiment& next)> refuses{};

    bool hides(std::string_view name) const { return std::ranges::find(hidden, name) != hidden.end(); }
    bool isLocked(std::string_view setting) const { return locks && locks(setting); }
};

}
