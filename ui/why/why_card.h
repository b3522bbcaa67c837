// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bubble.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;

namespace rheobase {

class Session;
class WhyPanel;
class WhyAsked;

/// A card over the window that explains a number and points at it. It may cover anything but the number. Esc closes it.
class WhyCard : public QWidget {
    Q_OBJECT
public:
    /// Of a window with plots in its middle.
    WhyCard(Session& session, QWidget& window, QWidget& plots);
    /// Explains what is asked.
    void open(const WhyAsked& asked);
    const WhyPanel& panel() const { return *m_panel; }
    /// The card without its shadow and pointer, in the window.
    QRect card() const;

signals:
    void keepWanted(const QString& what);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHeader();
    void place();
    int heightFor(int width) const;
    void leave();

    QWidget &m_window, &m_plots;
    QLabel* m_title;
    QToolButton *m_keep, *m_close;
    WhyPanel* m_panel;
    QScrollArea* m_area;
    QPointer<QWidget> m_from;
    QRect m_number; // in m_from
    Pointer m_pointer = Pointer::none;
    QPoint m_tip; // of the pointer, in this
    QTimer m_placing;
};

}
