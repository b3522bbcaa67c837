// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.h"

#include "failure.h"
#include "system.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Interruption)
};

void draw(std::size_t done, std::size_t all)
{
    constexpr std::size_t width = 40;
    const auto full = static_cast<int>(width * done / all);
    std::fprintf(stderr, "\r[%.*s%*s] %3zu %%", full, "########################################", static_cast<int>(width) - full, "",
                 100 * done / all);
}

void wipe() { std::fputs("\r\033[K", stderr); }

}

Interruption::Interruption()
{
    noteInterruptions();
    m_thread = std::jthread([this](const std::stop_token& finished) { watch(finished); });
}

Interruption::~Interruption()
{
    m_thread.request_stop();
    m_thread.join();
}

void Interruption::check() const
{
    if (const int signal = rheobase::interruption(); signal != 0) throw failureBy(signal);
}

Failure Interruption::failureBy(int signal) { return {statusAfter(signal), Words::tr("interrupted; nothing was written.")}; }

void Interruption::watch(const std::stop_token& finished)
{
    const bool isSeen = isTerminal(stderr);
    bool drawn = false;
    for (int i = 1; !finished.stop_requested(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (rheobase::interruption() != 0) m_stop.request_stop();
        if (!isSeen || m_all == 0 || i % 20 != 0) continue;
        draw(m_done, m_all);
        drawn = true;
    }
    if (drawn) wipe();
}

}
