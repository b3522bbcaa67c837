// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

using namespace rheobase;

namespace {

const QString program = RHEOBASE_MPI_PROGRAM;

/// Runs for hours.
const QStringList endless{"sweep", hh, "--over", "I=0:20:5000", "--duration", "1e8", "--csv", "a.csv"};

/// As `run`, under mpirun; as many ranks as asked for, whatever the machine has, and also for root in a container.
Outcome mpirun(const QStringList& arguments, const QString& folder = QDir::tempPath(), const QString& input = {})
{
    QProcess process;
    QProcessEnvironment environment = withoutDisplay();
    for (const char* name : {"OMPI_ALLOW_RUN_AS_ROOT", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "OMPI_MCA_rmaps_base_oversubscribe"})
        environment.insert(name, "1");
    environment.insert("OMPI_MCA_hwloc_base_binding_policy", "none");
    environment.insert("OMPI_MCA_btl", "self,vader");
    environment.insert("OMPI_MCA_btl_vader_single_copy_mechanism", "none");
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    if (!input.isEmpty()) process.setStandardInputFile(input);
    process.start(MPIRUN, arguments);
    return finished(process);
}

/// What the program says on stderr, beside what mpirun says of its end.
QByteArrayList said(const Outcome& outcome)
{
    QByteArrayList lines = outcome.error.split('\n');
    lines.removeIf([](const QByteArray& line) { return !line.startsWith("rheobase: "); });
    return lines;
}

/// A rank that is interrupted once it computes, as by its machine's shutdown.
QStringList interrupted(const QStringList& arguments)
{
    const QString line = "\"$@\" & until grep -q '^SigCgt:.*[4-7c-f]...$' /proc/$!/status; do sleep 0.02; done; kill -TERM $!; wait $!";
    return QStringList{"sh", "-c", line, "sh", program} + arguments;
}

}

/// `mpirun rheobase sweep`, in a program built with MPI.
class TestCommandRanks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void writesTheSameTable_data();
    void writesTheSameTable();
    void writesAFileOnce();
    void refusesOnce();
    void cannotWrite_data();
    void cannotWrite();
    void failsWithAnyRank_data();
    void failsWithAnyRank();
    void failsWithADeadRank();
    void leavesOtherCommandsToOneRank();
    void oneRankReads();
};

void TestCommandRanks::initTestCase()
{
    if (program.isEmpty()) QSKIP("This build found no MPI: Debian's libopenmpi-dev has it.");
    if (!QFileInfo(MPIRUN).isExecutable()) QSKIP("There is no mpirun: Debian's openmpi-bin has it.");
}

void TestCommandRanks::writesTheSameTable_data()
{
    QTest::addColumn<QStringList>("grid");
    const auto row = [](const char* name, const QString& model, const QStringList& rest) {
        QTest::newRow(name) << QStringList{"sweep", model} + rest;
    };
    row("closed form", leaky, {"--over", "R=5:50:7:log", "--over", "I=0:4:43"});
    row("side by side", hh, {"--over", "g_K=30:40:3", "--over", "I=0:20:11", "--duration", "200"});
    row("rate error", hh, {"--over", "I=0:20:13", "--duration", "200", "--rate-error", "1e-4"});
    row("staggered", hh, {"--over", "I=0:20:13", "--duration", "200", "--staggered"});
    row("white noise", leaky, {"--over", "I=1:3:21", "--noise", "white:sigma=0.5", "--seed", "7", "--duration", "300"});
    row("noisy squid axon", hh, {"--over", "I=0:10:9", "--noise", "ou:sigma=2,tau=5", "--duration", "100"});
    row("diverging", hh, {"--over", "I=0:100:9", "--solver", "forward-euler", "--dt", "0.5", "--duration", "100"});
    row("fewer points than ranks", leaky, {"--over", "I=0:4:3", "--threads", "2"});
}

void TestCommandRanks::writesTheSameTable()
{
    QFETCH(QStringList, grid);
    const Outcome plain = run(grid);
    SUCCEEDED(plain);
    QVERIFY(rowsOf(plain.out).size() > 3);
    for (const char* ranks : {"1", "2", "4"}) {
        const Outcome shared = mpirun(QStringList{"-n", ranks, program} + grid);
        SUCCEEDED(shared);
        QVERIFY2(shared.out == plain.out, ranks);
    }
}

void TestCommandRanks::writesAFileOnce()
{
    const QTemporaryDir folder;
    const QStringList grid{"sweep", leaky, "--over", "I=0:4:41", "--csv"};
    SUCCEEDED(run(grid + QStringList{"plain.csv"}, folder.path()));
    SUCCEEDED(mpirun(QStringList{"-n", "4", program} + grid + QStringList{"shared.csv"}, folder.path()));
    QCOMPARE(filesIn(folder), QStringList({"plain.csv", "shared.csv"}));
    QCOMPARE(contentOf(folder.filePath("shared.csv")), contentOf(folder.filePath("plain.csv")));
}

void TestCommandRanks::refusesOnce()
{
    for (const QStringList& wrong : {QStringList{"sweep", leaky, "--over", "Vth=0:1:2"}, QStringList{"swep"}}) {
        const Outcome plain = run(wrong), shared = mpirun(QStringList{"-n", "4", program} + wrong);
        QCOMPARE(shared.status, 2);
        QVERIFY(shared.out.isEmpty());
        QCOMPARE(said(shared), QByteArrayList{plain.error.trimmed()});
    }
}

void TestCommandRanks::cannotWrite_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no folder, which is noticed first") << "no/a.csv";
    QTest::newRow("full, which is noticed last") << "/dev/full";
}

void TestCommandRanks::cannotWrite()
{
    QFETCH(QString, path);
    const QTemporaryDir folder;
    const Outcome outcome = mpirun({"-n", "4", program, "sweep", leaky, "--over", "I=0:4:41", "--csv", path}, folder.path());
    QCOMPARE(outcome.status, 1);
    QCOMPARE(said(outcome).size(), 1);
    QVERIFY2(said(outcome)[0].contains("cannot write \"" + path.toUtf8()), outcome.error.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

void TestCommandRanks::failsWithAnyRank_data()
{
    QTest::addColumn<QStringList>("ranks");
    QTest::addColumn<QByteArray>("why");
    const QStringList one = QStringList{"-n", "1", program} + endless;
    QTest::newRow("before it computes") << one + QStringList{":", "-n", "2", program} + endless + QStringList{"--threads", "5000"}
                                        << QByteArray("--threads is at most 1024, not 5000.");
    QTest::newRow("while it computes") << one + QStringList{":", "-n", "1"} + interrupted(endless)
                                       << QByteArray("interrupted; nothing was written.");
}

/// One sentence says which rank failed, and why; the others, which would compute for hours, end.
void TestCommandRanks::failsWithAnyRank()
{
    QFETCH(QStringList, ranks);
    QFETCH(QByteArray, why);
    const QTemporaryDir folder;
    const Outcome outcome = mpirun(ranks, folder.path());
    QVERIFY2(outcome.status > 0, outcome.error.constData());
    QCOMPARE(said(outcome).size(), 1);
    QVERIFY2(said(outcome)[0].startsWith("rheobase: rank 1 on ") && said(outcome)[0].endsWith(": " + why), outcome.error.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

/// Of a rank that cannot speak any more, mpirun does.
void TestCommandRanks::failsWithADeadRank()
{
    const QTemporaryDir folder;
    const Outcome outcome =
        mpirun(QStringList{"-n", "1", program} + endless + QStringList{":", "-n", "1", "timeout", "-s", "KILL", "1", program} + endless,
               folder.path());
    QVERIFY2(outcome.status > 0 && !outcome.error.isEmpty(), outcome.error.constData());
    QVERIFY(filesIn(folder).isEmpty());
}

void TestCommandRanks::leavesOtherCommandsToOneRank()
{
    for (const QStringList& other : {QStringList{"models"}, QStringList{"--version"}, QStringList{"sweep", "--help"}}) {
        const Outcome shared = mpirun(QStringList{"-n", "2", program} + other);
        SUCCEEDED(shared);
        QCOMPARE(shared.out, run(other).out);
    }
}

/// Standard input is one rank's; what stands there is all ranks'.
void TestCommandRanks::oneRankReads()
{
    const QString document = QStringLiteral(RHEOBASE_SOURCES "/tests/documents/v1/%1.rheobase").arg(hh);
    const QStringList sweep{"sweep", "-", "--over", "I=5:15:5", "--duration", "100"};
    const Outcome shared = mpirun(QStringList{"-n", "3", program} + sweep, QDir::tempPath(), document);
    SUCCEEDED(shared);
    QVERIFY(shared.out.contains("# model: hodgkin-huxley\n"));
    QCOMPARE(shared.out, run(QStringList{"sweep", document} + sweep.mid(2)).out);
    const Outcome broken = mpirun(QStringList{"-n", "3", program} + sweep, QDir::tempPath(), "/dev/null");
    QCOMPARE(said(broken).size(), 1);
    QVERIFY2(said(broken)[0].contains("cannot read standard input"), broken.error.constData());
}

QTEST_APPLESS_MAIN(TestCommandRanks)
#include "tst_command_ranks.moc"
