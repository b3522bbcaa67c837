// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace rheobase {

/// The line of the lesson on the leak's memory in which tests exchange nF for MΩ.
inline int brokenLine()
{
    QFile file(QStringLiteral(":/lessons/05-leak-forgets.lesson.md"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the lesson is not among the resources");
    const QByteArray text = file.readAll();
    return static_cast<int>(text.left(text.indexOf("C = 0.8 nF\n")).count('\n')) + 1;
}

}
