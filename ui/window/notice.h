// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace rheobase {

/// One sentence across the window on something that went wrong, with its remedy; closed by a button or by clear().
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);
    void say(const QString& sentence);
    void clear();

private:
    QLabel* m_text;
};

}
