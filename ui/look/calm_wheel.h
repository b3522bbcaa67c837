// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace rheobase {

/// Over a list, a field or a slider that has not been chosen by click or Tab, the wheel moves what lies behind it and changes no value.
class CalmWheel : public QObject {
    Q_OBJECT
public:
    /// Watches over all widgets of the application as long as `parent` lives.
    explicit CalmWheel(QObject* parent);
    ~CalmWheel() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
