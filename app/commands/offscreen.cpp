// SPDX-License-Identifier: GPL-3.0-or-later
#include "offscreen.h"

#include <QLoggingCategory>

namespace rheobase {

namespace {

int& prepared(int& count)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules("default.warning=false\nqt.*.warning=false"); // a machine without a desktop is no fault
    return count;
}

}

Offscreen::Offscreen() : m_application(prepared(m_count), m_arguments) {}

}
