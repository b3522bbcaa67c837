// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QMainWindow>
#include <QStatusTipEvent>

namespace rheobase {

/// Tells the window that something is done which cannot be seen ("Copied"); its status line says it for a while.
inline void confirm(const QString& what)
{
    for (QWidget* window : QApplication::topLevelWidgets())
        if (qobject_cast<QMainWindow*>(window)) {
            QStatusTipEvent event(what);
            QCoreApplication::sendEvent(window, &event);
        }
}

}
