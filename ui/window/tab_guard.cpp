// SPDX-License-Identifier: GPL-3.0-or-later
#include "tab_guard.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTabBar>
#include <QVariant>

namespace rheobase {

namespace {

constexpr char countWhenPressed[] = "tabsWhenPressed";

}

TabGuard::TabGuard(QObject* parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

bool TabGuard::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress, isMove = event->type() == QEvent::MouseMove;
    auto* bar = isPress || isMove ? qobject_cast<QTabBar*>(watched) : nullptr;
    if (!bar) return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (isPress && mouse->button() == Qt::LeftButton) bar->setProperty(countWhenPressed, bar->count()); // others do not drag
    const QVariant count = bar->property(countWhenPressed);
    if (!isMove || mouse->buttons() == Qt::NoButton || !count.isValid() || count.toInt() == bar->count()) return false;
    bar->setProperty(countWhenPressed, QVariant());
    QMouseEvent release(QEvent::MouseButtonRelease, mouse->position(), mouse->globalPosition(), Qt::LeftButton, Qt::NoButton,
                        Qt::NoModifier);
    QCoreApplication::sendEvent(bar, &release);
    return true;
}

}
