// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <ctime>
#include <utility>
#include <vector>

/// Processor time of this thread so far, in ms.
inline double threadTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// The times between turns of the event loop, in ms, by the clock, and how much of it this thread was at work:
/// the rest it waited for events or for a processor.
struct Turns {
    std::vector<double> apart, busy;
};

/// Turns the event loop for so many seconds, and calls `turn` in each turn.
inline Turns turns(double forSeconds, auto&& turn)
{
    Turns found;
    QEventLoop loop;
    QTimer ticks;
    ticks.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock, since;
    clock.start();
    since.start();
    double used = threadTime();
    QObject::connect(&ticks, &QTimer::timeout, [&] {
        found.apart.push_back(1e-6 * static_cast<double>(since.nsecsElapsed()));
        since.start();
        const double now = threadTime();
        found.busy.push_back(now - std::exchange(used, now));
        turn();
        if (static_cast<double>(clock.elapsed()) > 1000 * forSeconds) loop.quit();
    });
    ticks.start(4);
    loop.exec();
    return found;
}
