// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QWidget>

namespace rheobase {

/// Moves the pointer of the robot user. Unlike QTest::mouseMove(QWidget*) it does not warp the X server's own, whose events would come
/// at some later time.
void pointAt(const QWidget* widget, QPoint place);

}
