// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace rheobase;

namespace {

/// What clang-format says of files, or of its input; empty where it is content.
QString complaints(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.setWorkingDirectory(RHEOBASE_SOURCES);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("clang-format", QStringList{"--dry-run", "-Werror"} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(-1)) return process.errorString();
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
}

QByteArray version()
{
    QProcess process;
    process.start("clang-format", {"--version"});
    process.waitForFinished(-1);
    return process.readAll();
}

}

/// Sources look as .clang-format says.
class TestFormat : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sources();
    void whatLooksOtherwiseIsFound();
};

void TestFormat::initTestCase()
{
    if (QStandardPaths::findExecutable("clang-format").isEmpty()) QSKIP("clang-format is not installed");
    if (!version().contains("version 14.")) QSKIP("another version of clang-format may have another opinion");
}

void TestFormat::sources()
{
    QStringList paths = sourceFiles().keys();
    paths.removeIf([](const QString& path) { return path.endsWith(".txt"); });
    const QString found = complaints(paths);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestFormat::whatLooksOtherwiseIsFound()
{
    const QStringList likeASource{"--assume-filename=core/run/trace.cpp"};
    QVERIFY(complaints(likeASource, "int f(double* x);\n").isEmpty());
    QVERIFY(complaints(likeASource, "int f(double * x);\n").contains("code should be clang-formatted"));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
