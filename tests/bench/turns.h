// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <vector>

/// Turns the event loop for so many seconds, and calls `turn` in each turn; the times between two, in ms.
inline std::vector<double> gaps(double forSeconds, auto&& turn)
{
    std::vector<double> found;
    QEventLoop loop;
    QTimer ticks;
    ticks.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock, since;
    clock.start();
    since.start();
    QObject::connect(&ticks, &QTimer::timeout, [&] {
        found.push_back(1e-6 * static_cast<double>(since.nsecsElapsed()));
        since.start();
        turn();
        if (static_cast<double>(clock.elapsed()) > 1000 * forSeconds) loop.quit();
    });
    ticks.start(4);
    loop.exec();
    return found;
}
