// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace rheobase {

class MeasuredNumber;
class Session;

/// The line at the foot of the window: model time, spikes, rate, solver and Δt, achieved speed, seed.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(Session& session, QWidget* parent = nullptr);
    /// Says for a while what was done.
    void confirm(const QString& what);

private:
    void refresh();
    void refreshSolver();
    void followMode();
    QString keptText() const;
    QString speedText() const;

    Session& m_session;
    MeasuredNumber *m_time, *m_steps, *m_spikes, *m_rate, *m_solver, *m_speed, *m_seed, *m_kept, *m_done;
    QTimer m_doneFor;
};

}
