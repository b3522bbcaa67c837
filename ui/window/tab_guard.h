// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rheobase {

/// Ends the dragging of a tab whose bar has got or lost tabs meanwhile, by a shortcut or a menu. Qt (6.4) goes on with the tab's old index
/// and falls. Watches all tab bars of the program while it lives.
class TabGuard : public QObject {
public:
    explicit TabGuard(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
