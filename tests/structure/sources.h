// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QMap>

namespace rheobase {

/// The text of each file by its path from the root of the sources ("core/run/trace.h").
using Files = QMap<QString, QString>;

/// What people write in C++ and CMake.
inline Files sourceFiles()
{
    Files files;
    const QDir root(RHEOBASE_SOURCES);
    for (const char* floor : {"core", "ui", "app", "tests"})
        for (QDirIterator it(root.filePath(floor), {"*.cpp", "*.h", "CMakeLists.txt"}, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly)) files[root.relativeFilePath(file.fileName())] = QString::fromUtf8(file.readAll());
        }
    return files;
}

}
