// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <functional>

class QToolButton;
class QWidget;

namespace rheobase {

/// Something in a row that gives way where there is no room for all: what it does without, or has again. Of lower order goes first.
struct Fold {
    int order;
    std::function<void(bool isFolded)> apply;
};

/// A button that shows only its sign; its tool tip says the rest.
Fold toSign(int order, QToolButton* button, Qt::ToolButtonStyle otherwise = Qt::ToolButtonTextBesideIcon);
/// What can be done without.
Fold away(int order, QWidget* widget);

}
