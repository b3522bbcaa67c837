// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QRect>

#include <cstdlib>
#include <initializer_list>
#include <unistd.h>

namespace rheobase {

/// Gives the platform without a display these screens, in place of one of 800×800; before there is an application.
inline void useScreens(std::initializer_list<QRect> screens)
{
    if (qgetenv("QT_QPA_PLATFORM") != "offscreen") return;
    QByteArray list;
    for (const QRect& r : screens)
        list += QStringLiteral(
                    "%1{\"name\":\"%2\",\"x\":%3,\"y\":%4,\"width\":%5,\"height\":%6,\"logicalDpi\":96,\"logicalBaseDpi\":96,\"dpr\":1}")
                    .arg(list.isEmpty() ? "" : ",")
                    .arg(list.size())
                    .arg(r.x())
                    .arg(r.y())
                    .arg(r.width())
                    .arg(r.height())
                    .toUtf8();
    const QString path = QDir::temp().filePath(QStringLiteral("rheobase-screens-%1.json").arg(::getpid()));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) std::abort();
    file.write("{\"screens\":[" + list + "]}");
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + path.toUtf8());
}

}
