// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

void Statistics::add(double value)
{
    m_least = m_count == 0 ? value : std::min(m_least, value);
    m_most = m_count == 0 ? value : std::max(m_most, value);
    const double off = value - m_mean;
    m_mean += off / static_cast<double>(++m_count);
    m_squares += off * (value - m_mean);
    if (m_count > 2) m_changes += (value - m_last) / (value + m_last);
    m_last = value;
}

std::optional<double> Statistics::standardDeviation() const { return told(2, std::sqrt(m_squares / (static_cast<double>(m_count) - 1))); }

std::optional<double> Statistics::variation() const { return m_count < 3 ? std::nullopt : std::optional(*standardDeviation() / m_mean); }

std::optional<double> Statistics::drift() const { return told(3, m_changes / (static_cast<double>(m_count) - 2)); }

}
