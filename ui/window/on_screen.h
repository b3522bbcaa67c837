// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace rheobase {

/// Makes a window no larger than its screen with its frame, and moves it there where it cannot be reached with the mouse: its screen may
/// be gone.
void bringOnScreen(QWidget& window);

}
