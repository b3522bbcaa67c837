// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

namespace rheobase {

/// Gives the keyboard, whose single letters are shortcuts, back to the plots when a field that was clicked is done with: after Return or
/// Escape. A field that was reached by Tab keeps it, and so does one with something to be mended or answered.
class KeyboardHome : public QObject {
    Q_OBJECT
public:
    KeyboardHome(QWidget* window, std::function<QWidget*()> home);
    ~KeyboardHome() override;

    /// Whether the letters typed are a widget's own.
    static bool takesText(const QObject* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leave();

    QWidget* m_window;
    std::function<QWidget*()> m_home;
    QPointer<QWidget> m_clicked;
};

}
