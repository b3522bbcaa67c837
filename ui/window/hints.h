// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bubble.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace rheobase {

/// A small bubble that points at a part of the window and says what can be done there.
class HintCard : public QWidget {
    Q_OBJECT
public:
    /// `side` of the target on which it stands: right of it, or below.
    HintCard(const QString& id, const QString& text, QWidget& target, Pointer pointer, QWidget& window);
    /// Beside its target, which it never covers; hidden while that cannot be seen.
    void place();
    /// Without its shadow and pointer, in the window.
    QRect body() const;
    const QWidget* target() const { return m_target; }

signals:
    void understood();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointer<QWidget> m_target;
    Pointer m_pointer;
    QPoint m_tip;
};

/// The hints of a first start. Each stays until it is understood, by its button or Esc, and then for ever.
class Hints : public QObject {
    Q_OBJECT
public:
    explicit Hints(QWidget& window);
    ~Hints() override;
    /// Adds one; it is shown at once.
    void add(const QString& id, const QString& text, QWidget& target, Pointer pointer);

signals:
    void understood(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeAll();

    QWidget& m_window;
    std::vector<QPointer<HintCard>> m_hints;
    QTimer m_placing;
};

}
