// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <utility>

namespace rheobase {

/// Pictures that take long to draw take turns, so that no two of them fall into one frame: true for who may draw now; the others ask
/// again after waitForTurn ms.
constexpr int waitForTurn = 4;
inline bool takesTurn()
{
    constexpr qint64 apart = 8; // ms
    static QElapsedTimer sinceLast;
    if (sinceLast.isValid() && sinceLast.elapsed() < apart) return false;
    sinceLast.start();
    return true;
}

/// Does something whenever it is asked to, but not twice within an interval: then once more at its end.
class Pace : public QObject {
public:
    /// `interval` in ms.
    Pace(int interval, std::function<void()> act) : m_interval(interval), m_act(std::move(act)) {}

    void ask()
    {
        if (m_timer.isActive()) m_isDue = true;
        else go();
    }

protected:
    void timerEvent(QTimerEvent*) override
    {
        m_timer.stop();
        if (std::exchange(m_isDue, false)) go();
    }

private:
    void go()
    {
        m_timer.start(m_interval, this);
        m_act();
    }

    int m_interval;
    std::function<void()> m_act;
    QBasicTimer m_timer;
    bool m_isDue = false;
};

}
