// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

using namespace rheobase;

/// The outputs of a command appear together, each at a place of its own, or not at all.
class TestCommandOutputs : public QObject {
    Q_OBJECT

private slots:
    void allOrNone_data();
    void allOrNone();
    void keepsWhatWasThere();
    void followsLinks();
    void refusesTwoNamesOfOneFile_data();
    void refusesTwoNamesOfOneFile();
    void standardOutputHasManyNames();
    void missingFilesAreNoCommands();
};

namespace {

const QStringList shortRun{"run", leaky, "--duration", "100"};

}

void TestCommandOutputs::allOrNone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const QString tooLong = QString(300, 'A'), nowhere = "no/where";
    QTest::newRow("the second name is too long") << QStringList{"--csv", "a.csv", "--spikes", tooLong} << tooLong;
    QTest::newRow("the first has no folder") << QStringList{"--csv", nowhere, "--spikes", "a.txt"} << nowhere;
    QTest::newRow("the plot has no folder") << QStringList{"--csv", "a.csv", "--plot", "no/where.png"} << "no/where.png";
    QTest::newRow("the second is full") << QStringList{"--csv", "a.csv", "--spikes", "/dev/full"} << "/dev/full";
    QTest::newRow("the plot is a folder") << QStringList{"--csv", "a.csv", "--plot", "folder.png"} << "folder.png";
    QTest::newRow("a plot that cannot be drawn")
        << QStringList{"--csv", "a.csv", "--plot", "a.png", "--size", "2000x2000mm", "--dpi", "2400"} << "";
}

void TestCommandOutputs::allOrNone()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir("folder.png");
    const Outcome outcome = run(shortRun + arguments, folder.path());
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains(named.toUtf8()), outcome.error.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

void TestCommandOutputs::keepsWhatWasThere()
{
    const QTemporaryDir folder;
    const QStringList all{"--csv", "a.csv", "--spikes", "a.txt", "--plot", "a.png"};
    SUCCEEDED(run(shortRun + all, folder.path()));
    const QByteArray rows = contentOf(folder.filePath("a.csv")), spikes = contentOf(folder.filePath("a.txt"));
    QVERIFY(rows.size() > 1000 && spikes.count('\n') > 2);
    const Outcome failed =
        run(shortRun + QStringList{"--stimulus", "constant:amplitude=4", "--csv", "a.csv", "--spikes", "/dev/full"}, folder.path());
    QCOMPARE(failed.status, 1);
    QCOMPARE(contentOf(folder.filePath("a.csv")), rows);
    SUCCEEDED(run(shortRun + QStringList{"--stimulus", "constant:amplitude=4"} + all, folder.path()));
    QVERIFY(contentOf(folder.filePath("a.csv")) != rows && contentOf(folder.filePath("a.txt")) != spikes);
    QCOMPARE(filesIn(folder).size(), 3);
}

/// A link stays one, and what it leads to is written.
void TestCommandOutputs::followsLinks()
{
    const QTemporaryDir folder;
    const Outcome outcome = shell("touch there; ln -s there middle; ln -s middle a; ln -s nowhere b; "
                                  "$R run leaky-integrate-and-fire --duration 100 --csv a --spikes b; readlink a b",
                                  folder.path());
    QCOMPARE(outcome.out, "middle\nnowhere\n");
    QVERIFY(contentOf(folder.filePath("there")).contains("V_mV") && contentOf(folder.filePath("nowhere")).count('\n') > 2);
}

void TestCommandOutputs::refusesTwoNamesOfOneFile_data()
{
    QTest::addColumn<QString>("other");
    for (const char* other : {"a.csv", "./a.csv", "b", "folder/../a.csv", "folder/c", "other/a.csv"}) QTest::newRow(other) << other;
}

void TestCommandOutputs::refusesTwoNamesOfOneFile()
{
    QFETCH(QString, other);
    for (const char* before : {"", "touch a.csv; "}) {
        const QTemporaryDir folder;
        const Outcome outcome = shell(before
                                          + QString("mkdir folder; ln -s a.csv b; ln -s ../a.csv folder/c; ln -s . other; "
                                                    "$R run leaky-integrate-and-fire --duration 100 --csv a.csv --spikes %1; echo $?")
                                                .arg(other),
                                      folder.path());
        QCOMPARE(outcome.out, "2\n");
        QVERIFY2(outcome.error.contains("two outputs"), outcome.error.constData());
        QVERIFY(contentOf(folder.filePath("a.csv")).isEmpty());
    }
}

void TestCommandOutputs::standardOutputHasManyNames()
{
    for (const char* name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
        const QStringList table{"--csv", name};
        const Outcome plain = run(shortRun + QStringList{"--csv", "-"}), named = run(shortRun + table);
        SUCCEEDED(named);
        QCOMPARE(named.out, plain.out);
        QCOMPARE(run(shortRun + table + QStringList{"--json"}).status, 2);
        QCOMPARE(run(shortRun + table + QStringList{"--spikes", "-"}).status, 2);
    }
    const QTemporaryDir folder;
    const Outcome mixed = shell("$R run leaky-integrate-and-fire --json --csv a.csv > a.csv; echo $?", folder.path());
    QCOMPARE(mixed.out, "2\n");
}

void TestCommandOutputs::missingFilesAreNoCommands()
{
    for (const char* name : {"nosuch.json", "no/such", "nosuch.png"}) {
        const Outcome outcome = run({name});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.error.contains("no file") && outcome.error.contains(name), outcome.error.constData());
    }
    QCOMPARE(run({"nosuch"}).status, 2);
}

QTEST_GUILESS_MAIN(TestCommandOutputs)
#include "tst_command_outputs.moc"
