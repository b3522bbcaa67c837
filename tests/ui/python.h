// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QProcess>
#include <QStringList>

/// What tests share that read what was written as Python does.
namespace rheobase {

/// A Python that has these modules ("numpy, scipy.io"); empty where there is none.
inline QString pythonWith(const QString& modules)
{
    static QHash<QString, QString> known;
    if (known.contains(modules)) return known[modules];
    for (const QString& candidate : {QStringLiteral("/usr/bin/python3"), QStringLiteral("python3")}) {
        QProcess process;
        process.start(candidate, {"-c", "import " + modules});
        if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
            return known[modules] = candidate;
    }
    return known[modules] = QString();
}

/// What a script prints, and what it complains of; its arguments are in sys.argv[1:].
inline QByteArray python(const QString& modules, const QString& script, const QStringList& arguments, const QString& folder = {})
{
    QProcess process;
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(pythonWith(modules), QStringList{"-c", "import sys, " + modules + '\n' + script} + arguments);
    process.waitForFinished();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

}
