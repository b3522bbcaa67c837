// SPDX-License-Identifier: GPL-3.0-or-later
// The program's window, as the system sees it: it starts with whatever file, and ends by signals with its settings kept.
#include "window_program.h"

#include <QFile>
#include <QStandardPaths>

using namespace rheobase;

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void aSignalKeepsTheSettingsAndEndsIt_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("status");
        QTest::newRow("SIGTERM") << SIGTERM << 143;
        QTest::newRow("SIGINT") << SIGINT << 130;
        QTest::newRow("SIGHUP") << SIGHUP << 129;
    }
    void aSignalKeepsTheSettingsAndEndsIt()
    {
        QFETCH(int, signal);
        QFETCH(int, status);
        const QTemporaryDir folder;
        WindowProgram program(folder.path());
        QVERIFY(program.isUp());
        QCOMPARE(program.endBy(signal), status);
        QVERIFY(contentOf(folder.filePath("rheobase/rheobase.conf")).contains("geometry=@ByteArray("));
    }

    /// nohup's SIGHUP.
    void aSignalThatIsIgnoredStaysSo()
    {
        const QTemporaryDir folder;
        const Outcome outcome = shell(QString("export QT_QPA_PLATFORM=offscreen XDG_CONFIG_HOME=%1; trap '' HUP; $R & "
                                              "until grep -q 'SigCgt:.*[4567cdef]...$' /proc/$!/status; do sleep 0.02; done; "
                                              "kill -HUP $!; kill -0 $! && kill -TERM $!; wait $!; echo $?")
                                          .arg(folder.path()));
        QCOMPARE(outcome.out, QByteArray("143\n"));
    }

    /// Qt draws nothing there.
    void aScreenOfFewColoursIsRefusedInOneSentence()
    {
        if (QStandardPaths::findExecutable("xvfb-run").isEmpty()) QSKIP("there is no xvfb-run");
        const Outcome outcome = shell("QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 640x480x8' $R");
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains("8 bits a pixel"), outcome.error.constData());
    }

    void theStartNeverWaitsForAFile_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"broken", "sparse", "innocent"}) QTest::newRow(kind) << QString(kind);
    }
    void theStartNeverWaitsForAFile()
    {
        QFETCH(QString, kind);
        const QTemporaryDir folder;
        const QString path = folder.filePath(kind);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        if (kind == "broken") file.write("{\"format\":");
        if (kind == "sparse") file.write("# experiment: "), file.flush(), file.resize(2LL << 30);
        if (kind == "innocent") file.write(contentOf(RHEOBASE_SOURCES "/resources/presets/hodgkin-huxley/01-rest.json"));
        file.close();
        WindowProgram program(folder.path(), {path});
        QVERIFY(program.isUp());
        QCOMPARE(program.endBy(SIGTERM), 143);
    }
};

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
