// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fold.h"

#include <QWidget>

#include <vector>

class QAction;
class QSlider;
class QToolButton;

namespace rheobase {

class Session;
class SpeedField;

/// Run or pause, restart, single step, inject, and the speed with what it means ("1 s shows 100 ms").
class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(Session& session, QWidget* parent = nullptr);

    /// The actions with their shortcuts, for menus.
    QAction* runAction() const { return m_run; }
    QAction* restartAction() const { return m_restart; }
    QAction* stepAction() const { return m_step; }
    QAction* toSpikeAction() const { return m_toSpike; }
    /// What gives way where there is no room, by the orders of TopBar.
    std::vector<Fold> folds() const;

signals:
    void widthChanged(); ///< of what is in it

private:
    void makeInject();
    void offerInjection();
    static QString injectTip();
    void makeSpeed();
    void refresh();
    void dress();
    void paintIcons();

    Session& m_session;
    QAction *m_run, *m_restart, *m_step, *m_toSpike;
    QToolButton *m_runButton, *m_restartButton, *m_stepButton, *m_inject;
    QSlider* m_speed;
    SpeedField* m_shows;
};

/// What a speed means, in words: "1 s shows 100 ms".
QString speedInWords(double modelMsPerSecond);

}
