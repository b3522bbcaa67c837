// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QComboBox>
#include <QScrollBar>

namespace rheobase {

/// A list to choose from that opens as wide as its longest entry, however narrow it stands.
class Chooser : public QComboBox {
    Q_OBJECT
public:
    explicit Chooser(QWidget* parent = nullptr) : QComboBox(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setMaxVisibleItems(20);
    }
    void showPopup() override
    {
        view()->setTextElideMode(Qt::ElideNone);
        view()->setMinimumWidth(view()->sizeHintForColumn(0) + view()->verticalScrollBar()->sizeHint().width());
        QComboBox::showPopup();
    }
};

}
