// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace rheobase {

/// On or off, as a knob at one end or the other of a groove. What it switches stands beside it, and is its accessible name.
class Switch : public QAbstractButton {
    Q_OBJECT
public:
    explicit Switch(const QString& name, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}
