// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace rheobase {

/// Lets Tab go through these parts of a window one after the other, and through each as its layouts have it, whenever what is in them was
/// made.
void orderTabs(const std::vector<QWidget*>& parts);

}
