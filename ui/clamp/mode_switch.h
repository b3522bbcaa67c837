// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace rheobase {

class Session;

/// Current clamp or voltage clamp: what all that is set below it means. Off where a model cannot be clamped, with the reason as its tip.
class ModeSwitch : public QWidget {
    Q_OBJECT
public:
    explicit ModeSwitch(Session& session, QWidget* parent = nullptr);

private:
    void choose(bool isClamped);
    void refresh();

    Session& m_session;
    QToolButton *m_current, *m_voltage;
};

}
