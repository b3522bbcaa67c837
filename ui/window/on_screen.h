// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDockWidget;
class QWidget;

namespace rheobase {

/// Makes a window no larger than its screen with its frame, and moves it there where it cannot be reached with the mouse: its screen may
/// be gone.
void bringOnScreen(QWidget& window);

/// True of a view beside the plots that no other lies over.
bool isOnTop(const QDockWidget& view);

}
