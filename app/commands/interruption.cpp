// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.h"

#include "failure.h"
#include "system.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Interruption)
};

/// "9 s", "2 min", "3 h".
QString told(std::chrono::duration<double> time)
{
    constexpr double minute = 60, hour = 3600, most = 2; // of a unit, from which on the larger one is told
    const double seconds = time.count();
    if (seconds < most * minute) return Words::tr("%1 s").arg(std::ceil(seconds));
    return seconds < most * hour ? Words::tr("%1 min").arg(std::round(seconds / minute))
                                 : Words::tr("%1 h").arg(std::round(seconds / hour));
}

void wipe()
{
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
}

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
    erase();
}

void Interruption::check() const
{
    if (const int signal = rheobase::interruption(); signal != 0) throw failureBy(signal);
}

Failure Interruption::failureBy(int signal) { return {statusAfter(signal), Words::tr("interrupted; nothing was written.")}; }

void Interruption::expect(std::size_t all, double modelTime)
{
    const std::scoped_lock lock(m_drawing);
    m_modelTime = modelTime;
    m_begin = std::chrono::steady_clock::now();
    m_all = all;
}

void Interruption::erase()
{
    const std::scoped_lock lock(m_drawing);
    m_all = 0;
    if (std::exchange(m_isDrawn, false)) wipe();
}

/// Bar, per cent, model time, time left.
void Interruption::draw()
{
    constexpr std::size_t width = 30;
    const std::scoped_lock lock(m_drawing);
    if (m_all == 0) return;
    m_isDrawn = true;
    const std::size_t all = m_all, done = std::min<std::size_t>(m_done, all);
    const double part = static_cast<double>(done) / static_cast<double>(all);
    const auto full = static_cast<qsizetype>(part * width);
    QString line = QStringLiteral("[%1] %2 %").arg(QString(full, u'#').leftJustified(width)).arg(std::floor(100 * part), 3);
    if (m_modelTime > 0)
        line += QStringLiteral("  ")
                + Words::tr("%1 of %2 ms")
                      .arg(m_modelTime * static_cast<double>(done), 0, 'f', 0)
                      .arg(m_modelTime * static_cast<double>(all), 0, 'f', 0);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - m_begin;
    if (done > 0) line += QStringLiteral("  ") + Words::tr("%1 left").arg(told(passed * (1 / part - 1)));
    std::fprintf(stderr, "\r%s\033[K", line.toUtf8().constData());
    std::fflush(stderr);
}

void Interruption::watch(const std::stop_token& finished)
{
    const bool isSeen = isTerminal(stderr);
    for (int i = 1; !finished.stop_requested(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (rheobase::interruption() != 0) m_stop.request_stop();
        if (isSeen && i % 20 == 0) draw();
    }
}

}
