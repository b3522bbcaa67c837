// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboard_home.h"

#include "quantity_editor.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace rheobase {

KeyboardHome::KeyboardHome(QWidget* window, std::function<QWidget*()> home) : QObject(window), m_window(window), m_home(std::move(home))
{
    qApp->installEventFilter(this);
}

KeyboardHome::~KeyboardHome()
{
    if (qApp) qApp->removeEventFilter(this);
}

bool KeyboardHome::takesText(const QObject* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
           || qobject_cast<const QPlainTextEdit*>(widget);
}

bool KeyboardHome::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::FocusIn && type != QEvent::MouseButtonPress && type != QEvent::KeyPress) return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !takesText(widget) || widget->window() != m_window) return false;
    if (type == QEvent::MouseButtonPress) {
        m_clicked = widget;
    } else if (type == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || widget != m_clicked) m_clicked = nullptr;
    } else if (widget == m_clicked) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isLine = !qobject_cast<QPlainTextEdit*>(widget); // else Return goes on in the next
        if ((isLine && (key == Qt::Key_Return || key == Qt::Key_Enter)) || key == Qt::Key_Escape)
            QMetaObject::invokeMethod(this, &KeyboardHome::leave, Qt::QueuedConnection); // once the field has had it
    }
    return false;
}

void KeyboardHome::leave()
{
    if (!m_clicked || !m_clicked->hasFocus()) return;
    const auto* editor = qobject_cast<QuantityEditor*>(m_clicked->parentWidget());
    const bool isOpen = editor ? editor->isOpen() : m_clicked->property("refused").toBool();
    if (!isOpen) m_home()->setFocus(Qt::OtherFocusReason);
}

}
