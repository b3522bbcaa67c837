// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

/// What the tests of commands share: the program run as a person runs it.
namespace rheobase {

/// What a run of the program came to.
struct Outcome {
    int status = -1;
    QByteArray out, error;
};

inline const QString leaky = "leaky-integrate-and-fire", hh = "hodgkin-huxley";

inline QProcessEnvironment withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(name);
    return environment;
}

inline Outcome finished(QProcess& process)
{
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Runs the program in a folder, with no display.
inline Outcome run(const QStringList& arguments, const QString& folder = QDir::tempPath())
{
    QProcess process;
    process.setProcessEnvironment(withoutDisplay());
    process.setWorkingDirectory(folder);
    process.start(RHEOBASE_PROGRAM, arguments);
    return finished(process);
}

/// The same with a line for the shell, where $R is the program.
inline Outcome shell(const QString& line, const QString& folder = QDir::tempPath())
{
    QProcess process;
    QProcessEnvironment environment = withoutDisplay();
    environment.insert("R", RHEOBASE_PROGRAM);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start("bash", {"-c", line});
    return finished(process);
}

inline QList<double> spikesOf(const Outcome& outcome)
{
    QList<double> times;
    for (const QByteArray& line : outcome.out.trimmed().split('\n'))
        if (!line.isEmpty()) times.append(line.toDouble());
    return times;
}

/// The table without the lines that tell the experiment: the header first.
inline QList<QByteArray> rowsOf(const QByteArray& csv)
{
    QList<QByteArray> rows;
    for (const QByteArray& line : csv.split('\n'))
        if (!line.isEmpty() && !line.startsWith('#')) rows.append(line);
    return rows;
}

/// Fails unless the program refuses in one sentence, which has these words, with status 2 and without a file.
inline void refused(const QStringList& arguments, const QStringList& said)
{
    const QTemporaryDir folder;
    const Outcome outcome = run(arguments, folder.path());
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.endsWith(".\n"), outcome.error.constData());
    for (const QString& word : said) QVERIFY2(outcome.error.contains(word.toUtf8()), outcome.error.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

inline QJsonValue jsonOf(const Outcome& outcome) { return QJsonDocument::fromJson(outcome.out).object(); }

}

#define SUCCEEDED(outcome) QVERIFY2((outcome).status == 0 && (outcome).error.isEmpty(), (outcome).error.constData())
