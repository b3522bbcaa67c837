// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presets.h"
#include "timebase.h"

namespace rheobase {

class TraceStack;

/// Shows the plots as presets wish. What was set before comes back with the first preset that wishes nothing, unless a hand has changed
/// how the plots follow the run.
class PresetViews {
public:
    explicit PresetViews(TraceStack& stack) : m_stack(stack) {}
    void show(const std::optional<PresetView>& wish);
    /// Ends what a preset wished, where there is another model, whose own window is there already.
    void end();

private:
    struct Setting {
        Timebase::Kind kind;
        Timebase::Rearm rearm;
        int sweeps;
        double length; ///< ms
    };
    bool isInForce() const;
    void follow(const Setting& setting);

    TraceStack& m_stack;
    std::optional<Setting> m_before, m_wished;
};

}
