// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointer.h"

#include <QTest>
#include <QWindow>

namespace rheobase {

void pointAt(const QWidget* widget, QPoint place)
{
    const QWidget* window = widget->window();
    QTest::mouseMove(window->windowHandle(), widget->mapTo(window, place));
}

}
