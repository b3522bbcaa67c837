// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever call of the system fails while files are written: all of them are the new ones, or all stay what they were.
#include "program.h"

#include <QTemporaryDir>

using namespace rheobase;

namespace {

/// A program that writes files.
struct Writer {
    QString program;
    QStringList arguments, outputs;
};

/// What a run of it with a fault came to.
struct Fall {
    int status = 0; ///< −1: a signal ended it
    QByteArray error;
    bool met = false; ///< the fault was met
    QStringList files;
    QList<QByteArray> contents; ///< of the outputs; null where there is none
};

/// Runs writers in a folder of its own.
class Workshop {
public:
    explicit Workshop(Writer writer) : m_writer(std::move(writer)) {}

    /// As long as nothing fails; then the outputs are known.
    QString learn()
    {
        const Fall fall = run("", "", false);
        m_new = fall.contents;
        return fall.status == 0 && !m_new.contains(QByteArray()) ? QString() : QString::fromUtf8(fall.error);
    }

    /// How many calls of a kind there are.
    long count(const QByteArray& kind)
    {
        run(kind, "0", false);
        QFile file(m_notes.filePath("count"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toLong() : 0;
    }

    /// `old`: the outputs are there before.
    Fall run(const QByteArray& kind, const QByteArray& at, bool old)
    {
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
        for (const QString& name : old ? m_writer.outputs : QStringList()) write(name);
        QFile::remove(m_notes.filePath("met"));
        QProcess process;
        process.setProcessEnvironment(environment(kind, at));
        process.setWorkingDirectory(m_folder.path());
        process.start(m_writer.program, m_writer.arguments);
        const bool ended = process.waitForFinished(20'000);
        if (!ended) process.kill();
        process.waitForFinished();
        Fall fall{.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                  .error = process.readAllStandardError(),
                  .met = QFile::exists(m_notes.filePath("met")),
                  .files = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
                  .contents = {}};
        for (const QString& name : m_writer.outputs) fall.contents.append(read(name));
        return fall;
    }

    /// What is wrong with a run, a sentence; empty where nothing is.
    QString complaint(const Fall& fall, bool old) const
    {
        const bool isOld = isAll(fall, [&](qsizetype i) { return fall.contents[i] == (old ? before(m_writer.outputs[i]) : QByteArray()); });
        const bool isNew = isAll(fall, [&](qsizetype i) { return isSame(fall.contents[i], m_new[i]); });
        if (fall.status < 0) return "crashes: " + fall.error.left(200).trimmed();
        if (!isOld && !isNew) return "leaves a mixture: " + fall.files.join(' ');
        for (const QString& name : fall.files)
            if (!m_writer.outputs.contains(name)) return "leaves " + name;
        if (fall.status == 0) return isNew ? "" : "says it is done, but it is not";
        if (fall.status != 1) return QString("ends with %1").arg(fall.status);
        if (fall.error.count('\n') != 1 || !fall.error.endsWith(".\n")) return "says " + fall.error;
        return {};
    }

private:
    static QByteArray before(const QString& name) { return "what was in " + name.toUtf8() + " before\n"; }

    void write(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly)) file.write(before(name));
    }
    QByteArray read(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QProcessEnvironment environment(const QByteArray& kind, const QByteArray& at) const
    {
        QProcessEnvironment environment = withoutDisplay();
        environment.insert("LD_PRELOAD", FAULTS);
        environment.insert("FAULT", kind);
        environment.insert("FAULT_AT", at);
        environment.insert("FAULT_FOLDER", QFileInfo(m_folder.path()).canonicalFilePath());
        environment.insert("FAULT_MET", m_notes.filePath("met"));
        environment.insert("FAULT_COUNT", m_notes.filePath("count"));
        return environment;
    }

    bool isAll(const Fall& fall, const std::function<bool(qsizetype)>& holds) const
    {
        for (qsizetype i = 0; i < fall.contents.size(); ++i)
            if (!holds(i)) return false;
        return true;
    }

    /// A PDF tells when it was written.
    static bool isSame(const QByteArray& is, const QByteArray& expected)
    {
        if (expected.startsWith("%PDF")) return is.startsWith("%PDF") && is.trimmed().endsWith("%%EOF");
        return is == expected;
    }

    Writer m_writer;
    QTemporaryDir m_folder, m_notes;
    QList<QByteArray> m_new;
};

const QStringList firing{"run", leaky, "--duration", "100", "--csv", "a.csv", "--spikes", "b.txt"};

QList<Writer> tables()
{
    QList<Writer> all{
        {RHEOBASE_PROGRAM, firing, {"a.csv", "b.txt"}},
        {RHEOBASE_PROGRAM, {"sweep", leaky, "--over", "I=0:4:5", "--duration", "50", "--csv", "a.csv"}, {"a.csv"}},
        {RHEOBASE_PROGRAM, {"strength-duration", leaky, "--widths", "1:10:3", "--npz", "a.npz", "--mat", "b.mat"}, {"a.npz", "b.mat"}},
    };
    for (const QString saved : {"a.rheobase", "a.csv", "a.npz", "a.mat"}) all.append({SAVE_DOCUMENT, {saved}, {saved}});
    return all;
}

QList<Writer> figures()
{
    QList<Writer> all;
    for (const QString plot : {"c.png", "c.svg", "c.pdf"})
        all.append({RHEOBASE_PROGRAM, firing + QStringList{"--plot", plot}, {"a.csv", "b.txt", plot}});
    return all;
}

}

Q_DECLARE_METATYPE(Writer)

class TestFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void files_data();
    void files();
    void memory_data();
    void memory();
};

void TestFaults::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer has its own malloc, and does not like to be loaded second");
#endif
}

void TestFaults::files_data()
{
    QTest::addColumn<Writer>("writer");
    for (const Writer& writer : tables() + figures()) QTest::newRow(qPrintable(writer.arguments.join(' '))) << writer;
}

void TestFaults::files()
{
    QFETCH(Writer, writer);
    Workshop workshop(writer);
    const QString problem = workshop.learn();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QStringList complaints;
    for (const QByteArray kind : {"create", "write", "sync", "rename"})
        for (const bool old : {true, false})
            for (int n = 1; n < 200; ++n) {
                const Fall fall = workshop.run(kind, QByteArray::number(n), old);
                QString complaint = workshop.complaint(fall, old);
                // What goes another way, as Qt does where a link fails, may be done; what is not known to be on the disk may not.
                if (complaint.isEmpty() && fall.met && fall.status == 0 && kind == "sync") complaint = "tells nobody";
                if (!complaint.isEmpty())
                    complaints.append(QString("%1 %2%3: %4").arg(QLatin1String(kind)).arg(n).arg(old ? " over old files" : "", complaint));
                if (!fall.met) break;
            }
    QVERIFY2(complaints.isEmpty(), qPrintable('\n' + complaints.join('\n')));
}

/// Qt draws on without memory, only less: figures are left out.
void TestFaults::memory_data()
{
    QTest::addColumn<Writer>("writer");
    for (const Writer& writer : tables()) QTest::newRow(qPrintable(writer.arguments.join(' '))) << writer;
}

/// Memory that is short may be done without, as libraries do at some places; else it ends the program in order.
void TestFaults::memory()
{
    QFETCH(Writer, writer);
    Workshop workshop(writer);
    const QString problem = workshop.learn();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    constexpr long runs = 40;
    const long every = std::max(workshop.count("memory") / runs, 1L);
    QStringList complaints;
    for (long n = 1; n <= runs * every; n += every)
        for (const char* also : {"", "+"}) {
            const QByteArray at = QByteArray::number(qlonglong(n)) + also;
            const QString complaint = workshop.complaint(workshop.run("memory", at, true), true);
            if (!complaint.isEmpty()) complaints.append(QString("memory %1: %2").arg(QLatin1String(at), complaint));
        }
    QVERIFY2(complaints.isEmpty(), qPrintable('\n' + complaints.join('\n')));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
