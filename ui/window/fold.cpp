// SPDX-License-Identifier: GPL-3.0-or-later
#include "fold.h"

#include <QToolButton>

namespace rheobase {

Fold toSign(int order, QToolButton* button, Qt::ToolButtonStyle otherwise)
{
    return {order, [button, otherwise](bool isFolded) { button->setToolButtonStyle(isFolded ? Qt::ToolButtonIconOnly : otherwise); }};
}

Fold away(int order, QWidget* widget)
{
    return {order, [widget](bool isFolded) { widget->setVisible(!isFolded); }};
}

}
