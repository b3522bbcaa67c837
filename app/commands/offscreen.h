// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace rheobase {

/// What a command draws by: an application that needs no display.
class Offscreen {
public:
    Offscreen();

private:
    int m_count = 1;
    char m_name[9] = "rheobase";
    char* m_arguments[2] = {m_name, nullptr};
    QApplication m_application;
};

}
