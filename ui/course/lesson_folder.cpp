// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::LessonFolder)
};

const QString key = QStringLiteral("lessons/reports");

}

QString lessonFolder()
{
    const QString habit = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Rheobase");
    return QSettings().value(key, habit).toString();
}

void setLessonFolder(const QString& folder) { QSettings().setValue(key, QDir(folder).absolutePath()); }

QString nameOfFolder(const QString& folder)
{
    const QString above = QFileInfo(folder).dir().dirName();
    return above.isEmpty() ? QDir::toNativeSeparators(folder) : Words::tr("%1, in %2").arg(QFileInfo(folder).fileName(), above);
}

}
