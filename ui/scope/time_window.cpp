// SPDX-License-Identifier: GPL-3.0-or-later
#include "time_window.h"

#include <algorithm>

namespace rheobase {

double TimeWindow::latest() const { return std::max(m_start, m_newest - m_length); }

void TimeWindow::moveTo(double from)
{
    m_from = std::clamp(from, m_start, latest());
    m_following = m_from >= latest() - 1e-6 * m_length;
}

void TimeWindow::setExtent(double start, double newest)
{
    m_start = start;
    m_newest = newest;
    m_from = m_following ? latest() : std::clamp(m_from, m_start, latest());
}

void TimeWindow::restart()
{
    m_start = m_newest = m_from = 0;
    m_following = true;
}

void TimeWindow::setLength(double ms)
{
    const double middle = m_from + m_length / 2;
    m_length = std::clamp(ms, leastLength, greatestLength);
    moveTo(m_following ? latest() : middle - m_length / 2);
}

void TimeWindow::zoom(double factor, double about)
{
    const double length = std::clamp(m_length * factor, leastLength, greatestLength);
    const double from = about - (about - m_from) * length / m_length;
    m_length = length;
    moveTo(from);
}

void TimeWindow::pan(double ms) { moveTo(m_from + ms); }

void TimeWindow::toStart() { moveTo(m_start); }

void TimeWindow::toEnd() { moveTo(latest()); }

}
