// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.h"

#include "system.h"

#include <chrono>
#include <cstdio>

namespace rheobase {

namespace {

void draw(std::size_t done, std::size_t all)
{
    constexpr std::size_t width = 40;
    const auto full = static_cast<int>(width * done / all);
    std::fprintf(stderr, "\r[%.*s%*s] %3zu %%", full, "########################################", static_cast<int>(width) - full, "",
                 100 * done / all);
}

void wipe() { std::fputs("\r\033[K", stderr); }

}

Interruption::Interruption(std::size_t all) : m_all(all), m_thread([this](const std::stop_token& finished) { watch(finished); })
{
    noteInterruptions();
}

Interruption::~Interruption()
{
    m_thread.request_stop();
    m_thread.join();
}

void Interruption::watch(const std::stop_token& finished)
{
    const bool draws = m_all > 0 && isTerminal(stderr);
    bool drawn = false;
    for (int i = 1; !finished.stop_requested(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (rheobase::interruption() != 0) m_stop.request_stop();
        if (!draws || i % 20 != 0) continue;
        draw(m_done, m_all);
        drawn = true;
    }
    if (drawn) wipe();
}

}
