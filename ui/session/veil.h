// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "sealed.h"

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
    /// Draws the values of a sealed experiment anew; false where it is of another lesson. None: no lesson is running.
    Unseal unseals{};
    /// What would tell a sealed parameter, and what must not be moved towards one; the session keeps them with its experiment.
    std::vector<std::string> sealed{}, held{};

    bool hides(std::string_view name) const { return isListed(hidden, name) || isListed(sealed, name); }
    bool isLocked(std::string_view setting) const { return (locks && locks(setting)) || isListed(held, setting); }

private:
    static bool isListed(const std::vector<std::string>& names, std::string_view name)
    {
        return std::ranges::find(names, name) != names.end();
    }
};

}
