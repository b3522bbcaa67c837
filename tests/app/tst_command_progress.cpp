// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QRegularExpression>
#include <QStandardPaths>

using namespace rheobase;

/// How far a long command is stands on a terminal, and nowhere else.
class TestCommandProgress : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable("script").isEmpty()) QSKIP("There is no script, which makes a terminal.");
    }
    void standsOnATerminal_data();
    void standsOnATerminal();
    void isErasedBeforeTheSummary();
    void isNotInPipes();
};

namespace {

/// What a terminal gets from a line for the shell; its standard error is the terminal.
QByteArray seen(const QString& line, const QString& folder = QDir::tempPath())
{
    return shell(QString("script -qec '%1' /dev/null < /dev/null").arg(line), folder).out;
}

/// Some tenths of a second or more.
const QString longRun = QStringLiteral("$R run hodgkin-huxley --stimulus constant:amplitude=10 --duration 40000");
const QByteArray wiped = "\r\033[K";

}

void TestCommandProgress::standsOnATerminal_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("form");
    QTest::newRow("run") << longRun + " --spikes s.txt"
                         << R"(^\[#* *\] +(\d+) %  \d+ of 40000 ms(  \d+ (s|min|h) left)?)";
    QTest::newRow("sweep") << "$R sweep hodgkin-huxley --over I=0:20:400 --threads 1 --duration 1000 --csv s.txt"
                           << R"(^\[#* *\] +(\d+) %(  \d+ (s|min|h) left)?)";
}

void TestCommandProgress::standsOnATerminal()
{
    QFETCH(QString, line);
    QFETCH(QString, form);
    const QTemporaryDir folder;
    const QByteArray text = seen(line, folder.path());
    QVERIFY(text.startsWith("\r[") && text.endsWith(wiped));
    int before = -1, told = 0;
    for (const QByteArray& part : text.first(text.size() - wiped.size()).split('\r')) {
        if (part.isEmpty()) continue;
        const auto match = QRegularExpression(form).match(QString::fromUtf8(part));
        QVERIFY2(match.hasMatch(), part.constData());
        const int percent = match.captured(1).toInt();
        QVERIFY(percent >= before && percent <= 100);
        before = percent;
        told += part.contains("left") ? 1 : 0;
    }
    QVERIFY(told > 0);
    QVERIFY(filesIn(folder).size() == 1);
}

void TestCommandProgress::isErasedBeforeTheSummary()
{
    const QByteArray text = seen(longRun);
    const qsizetype erased = text.lastIndexOf(wiped), summary = text.indexOf("Hodgkin");
    QVERIFY(text.contains("% ") && erased >= 0);
    QVERIFY2(erased < summary && !text.mid(erased + wiped.size()).contains('['), text.constData());
}

void TestCommandProgress::isNotInPipes()
{
    const Outcome piped = shell(longRun + " --spikes -");
    SUCCEEDED(piped);
    const QByteArray json = seen(longRun + " --json | cat");
    QVERIFY(json.startsWith("{") && !json.contains('\033') && !json.contains("left"));
}

QTEST_GUILESS_MAIN(TestCommandProgress)
#include "tst_command_progress.moc"
