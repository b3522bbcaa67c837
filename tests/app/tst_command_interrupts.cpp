// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "catalogue.h"

#include <csignal>
#include <sys/types.h>

using namespace rheobase;

/// SIGINT and SIGTERM end every command soon, whatever it is at: with status 130 or 143, one sentence, and no file.
class TestCommandInterrupts : public QObject {
    Q_OBJECT

private slots:
    void endsSoon_data();
    void endsSoon();
    void endsWhileItWaitsForInput();
    void endsWhileNobodyReads();
};

namespace {

/// Enough for a slow machine under sanitizers; without a stop they would take hours.
constexpr int patience = 5'000;

/// True once a process notes the signal instead of being ended by it.
bool catches(qint64 process, int signal)
{
    QFile status(QString("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly)) return false;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("SigCgt:")) return line.mid(7).trimmed().toULongLong(nullptr, 16) >> (signal - 1) & 1;
    return false;
}

void addRow(const char* name, const QStringList& arguments) { QTest::newRow(name) << arguments; }

/// Interrupts a process that computes, and looks at its end.
void interrupt(QProcess& process, int signal)
{
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(catches(process.processId(), signal), 30'000);
    QTest::qSleep(100); // so that it is somewhere in the middle
    QVERIFY2(process.state() == QProcess::Running, "it came to its end too soon");
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY2(process.waitForFinished(patience), "it is deaf");
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 128 + signal);
    const QByteArray error = process.readAllStandardError();
    QVERIFY2(error.count('\n') == 1 && error.contains("interrupted"), error.constData());
}

}

void TestCommandInterrupts::endsSoon_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const Model& model : catalogue())
        for (const SolverKind kind : solversFor(model)) {
            const QString solver = QString::fromUtf8(description(kind).id.data());
            QStringList steps{"1e-6", "0.01"};
            if (isAdaptive(kind)) steps << "100";
            for (const QString& dt : steps)
                QTest::addRow("run %s, %s, %s", model.id.data(), qPrintable(solver), qPrintable(dt))
                    << QStringList{"run", model.id.data(), "--solver", solver,   "--dt",  dt,        "--duration",
                                   "1e9", "--csv",         "a.csv",    "--plot", "a.png", "--every", "1000000000000"};
        }
    const QString sine = "sine:start=0,end=1e9,frequency=1e5,amplitude=3";
    addRow("a fast sine", {"run", leaky, "--stimulus", sine, "--dt", "100", "--duration", "1e9", "--csv", "a.csv", "--every", "1000000"});
    addRow("a fast sine, adaptive", {"run", hh, "--stimulus", sine, "--dt", "100", "--solver", "dormand-prince", "--duration", "1e9"});
    addRow("nearly without end", {"run", leaky, "--set", "C=3.7e-6", "--set", "t_ref=0", "--dt", "100", "--duration", "1e9"});
    addRow("sweep", {"sweep", hh, "--over", "I=0:20:2000", "--duration", "1e6", "--csv", "a.csv"});
    addRow("sweep, one by one", {"sweep", hh, "--over", "I=0:20:20", "--solver", "dormand-prince", "--dt", "100", "--duration", "1e9"});
    addRow("sweep with noise", {"sweep", leaky, "--over", "I=0:20:20", "--noise", "white:sigma=1", "--duration", "1e9", "--csv", "a.csv"});
    addRow("sweep with noise, nearly without end", {"sweep", leaky, "--over", "I=2.1:2.1:20", "--noise", "white:sigma=1e-9", "--set",
                                                    "C=3.7e-6", "--set", "t_ref=0", "--dt", "100", "--duration", "1e9"});
    addRow("sweep to a rate error", {"sweep", hh, "--over", "I=0:20:2000", "--rate-error", "1e-9", "--duration", "1e9"});
    addRow("a table of a large sweep", {"sweep", leaky, "--over", "I=0:8:4000000", "--csv", "a.csv"});
    addRow("strength-duration", {"strength-duration", hh, "--set", "g_Na=206.6", "--set", "g_K=0", "--set", "E_L=-28.8", "--set", "T=25",
                                 "--widths", "0.1:100:10000", "--csv", "a.csv"});
}

void TestCommandInterrupts::endsSoon()
{
    QFETCH(QStringList, arguments);
    const QTemporaryDir folder;
    QProcess process;
    process.setProcessEnvironment(withoutDisplay());
    process.setWorkingDirectory(folder.path());
    process.start(RHEOBASE_PROGRAM, arguments);
    interrupt(process, arguments.size() % 2 == 0 ? SIGINT : SIGTERM);
    QVERIFY2(filesIn(folder).isEmpty(), qPrintable(filesIn(folder).join(u' ')));
}

void TestCommandInterrupts::endsWhileItWaitsForInput()
{
    for (const QString command : {"run", "rheobase", "strength-duration"}) {
        QProcess process;
        process.setProcessEnvironment(withoutDisplay());
        process.start(RHEOBASE_PROGRAM, {command, "-"});
        interrupt(process, SIGINT);
    }
}

void TestCommandInterrupts::endsWhileNobodyReads()
{
    const QTemporaryDir folder;
    const Outcome outcome = shell("mkfifo p; $R run leaky-integrate-and-fire --csv p & "
                                  "until [ $((0x$(awk '/SigCgt/ { print $2 }' /proc/$!/status) & 2)) != 0 ]; do sleep 0.02; done; "
                                  "sleep 0.1; kill -INT $!; wait $!; echo $? >&2",
                                  folder.path());
    QVERIFY2(outcome.error.contains("interrupted") && outcome.error.endsWith("130\n"), outcome.error.constData());
}

QTEST_GUILESS_MAIN(TestCommandInterrupts)
#include "tst_command_interrupts.moc"
