// SPDX-License-Identifier: GPL-3.0-or-later
#include "spike_tally.h"

namespace rheobase {

void SpikeTally::addSpike(double t)
{
    if (t > m_window.end) return;
    const double interval = t - m_last;
    if (m_count++ == 0) m_first = t;
    m_last = t;
    if (t < m_window.from) return;
    const bool isInWindow = t >= m_window.settled && t <= m_window.to;
    m_inWindow += isInWindow;
    if (m_sinceOn++ == 0) {
        m_answer = t;
        return;
    }
    if (m_sinceOn == 2) m_firstInterval = interval;
    m_lastInterval = interval;
    if (isInWindow) m_intervals.add(interval);
}

}
