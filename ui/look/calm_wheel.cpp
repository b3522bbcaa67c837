// SPDX-License-Identifier: GPL-3.0-or-later
#include "calm_wheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QWheelEvent>

namespace rheobase {

namespace {

bool holdsValue(QObject* object)
{
    return qobject_cast<QComboBox*>(object) || qobject_cast<QAbstractSpinBox*>(object)
           || (qobject_cast<QAbstractSlider*>(object) && !qobject_cast<QScrollBar*>(object));
}

}

CalmWheel::CalmWheel(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

CalmWheel::~CalmWheel()
{
    if (qApp) qApp->removeEventFilter(this);
}

bool CalmWheel::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() != QEvent::Polish && event->type() != QEvent::Wheel) || !holdsValue(watched)) return false;
    auto* widget = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Polish) {
        if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (widget->hasFocus()) return false;
    event->ignore(); // goes on to the parent
    return true;
}

}
