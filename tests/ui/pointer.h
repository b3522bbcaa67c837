// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#include <QWidget>
#include <QWindow>

namespace rheobase {

/// Moves the pointer of the robot user. Unlike QTest::mouseMove(QWidget*) it does not warp the X server's own, whose events would come
/// at some later time.
inline void pointAt(const QWidget* widget, QPoint place)
{
    const QWidget* window = widget->window();
    QTest::mouseMove(window->windowHandle(), widget->mapTo(window, place));
}

}
