// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QFrame>

class QLabel;

namespace rheobase {

/// For those who watch: the key that was pressed, with what it does, for a while; and a ring where the mouse was pressed.
class KeyDisplay : public QFrame {
    Q_OBJECT
public:
    /// Stands at the foot of the window, or where it is put.
    explicit KeyDisplay(QWidget* window);
    ~KeyDisplay() override;
    void setOn(bool on);
    bool isOn() const { return m_isOn; }
    /// Back at the foot of the window.
    void goHome();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void tell(const QString& key, const QString& words);
    QString wordsFor(const QKeySequence& keys) const;

    QWidget* m_window;
    QLabel *m_key, *m_words;
    QWidget* m_ring;
    QBasicTimer m_keyTime, m_ringTime;
    bool m_isOn = false;
};

}
