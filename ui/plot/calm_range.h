// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"

#include <algorithm>
#include <optional>

namespace rheobase {

/// The range of an axis that fits itself: it grows at once and shrinks only after it has been too wide for a while.
class CalmRange {
public:
    /// The range for what is wanted at a time in seconds.
    Range update(Range wanted, double now)
    {
        if (!m_range) m_range = wanted;
        const bool outgrown = wanted.first < m_range->first || wanted.second > m_range->second;
        const bool roomy = wanted.second - wanted.first < 0.75 * (m_range->second - m_range->first);
        if (outgrown) m_range = Range(std::min(wanted.first, m_range->first), std::max(wanted.second, m_range->second));
        if (outgrown || !roomy) m_fitsSince = now;
        else if (now - m_fitsSince > patience) m_range = wanted;
        return *m_range;
    }
    /// Forgets: the next range is taken as it is.
    void reset() { m_range.reset(); }

private:
    static constexpr double patience = 1.5; // s
    std::optional<Range> m_range;
    double m_fitsSince = 0;
};

}
