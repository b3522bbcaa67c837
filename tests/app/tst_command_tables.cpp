// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "experiment_file.h"
#include "program.h"
#include "python.h"

using namespace rheobase;

/// The tables that commands write, in every format: other programs read the same numbers, and each is an experiment again.
class TestCommandTables : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void formatsAgree_data();
    void formatsAgree();
    void areExperimentsAgain_data() { formatsAgree_data(); }
    void areExperimentsAgain();
    void sayHowTheyAreRead_data() { formatsAgree_data(); }
    void sayHowTheyAreRead();
    void pandasReadsThem_data() { formatsAgree_data(); }
    void pandasReadsThem();
    void leaveOutRemarks_data() { formatsAgree_data(); }
    void leaveOutRemarks();
    void goToPipes();
    void whatIsReadOffSaysIt();
    void appearTogetherOrNotAtAll_data();
    void appearTogetherOrNotAtAll();
    void refuseOtherEndings_data();
    void refuseOtherEndings();
};

namespace {

const QString numpy = QStringLiteral("numpy"), scipy = QStringLiteral("numpy, scipy.io");

/// How a table says it is read there.
QString remark(const QByteArray& csv, const QByteArray& key)
{
    for (const QByteArray& line : csv.split('\n'))
        if (line.startsWith("# read in " + key + ": ")) return QString::fromUtf8(line.mid(key.size() + 12));
    return {};
}

}

void TestCommandTables::initTestCase()
{
    if (pythonWith(scipy).isEmpty()) QSKIP("There is no Python with NumPy and SciPy.");
}

void TestCommandTables::formatsAgree_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("run") << QStringList{"run", hh, "--duration", "60", "--set", "g_K=30", "--every", "7"};
    QTest::newRow("run with resets") << QStringList{"run", "adaptive-exponential", "--duration", "80"};
    QTest::newRow("sweep") << QStringList{"sweep", leaky, "--over", "I=0:5:6", "--over", "R=5:15:3", "--duration", "100"};
    QTest::newRow("clamp") << QStringList{"clamp", hh, "--hold", "-65", "--step", "-60:40:3", "--every", "20"};
    QTest::newRow("strength-duration") << QStringList{"strength-duration", leaky, "--widths", "1:50:5:log"};
}

void TestCommandTables::formatsAgree()
{
    QFETCH(QStringList, command);
    const QTemporaryDir folder;
    SUCCEEDED(run(command + QStringList{"--csv", "a.csv", "--npz", "a.npz", "--mat", "a.mat"}, folder.path()));
    const QString script =
        "rows = [r for r in open('a.csv', encoding='utf-8') if r[0] != '#']\n"
        "t = numpy.genfromtxt(rows, delimiter=',', names=True, deletechars='')\n"
        "z = numpy.load('a.npz')\n"
        "m = scipy.io.loadmat('a.mat', squeeze_me=True)\n"
        "same = lambda a, b: numpy.array_equal(a, b, equal_nan=True)\n"
        "print(all(same(t[n], z[n]) and same(t[n], m[n]) for n in t.dtype.names), len(t) > 2,\n"
        "      set(z.files) - set(t.dtype.names) - {'spikes_ms'}, str(z['experiment'])[:10] == str(m['experiment'])[:10],\n"
        "      sorted(m['units'].dtype.names) == sorted(t.dtype.names),\n"
        "      'spikes_ms' not in z.files or same(z['spikes_ms'], numpy.atleast_1d(m['spikes_ms'])) and len(z['spikes_ms']) > 1)";
    QCOMPARE(python(scipy, script, {}, folder.path()), QByteArray("True True {'experiment'} True True True\n"));
}

void TestCommandTables::areExperimentsAgain()
{
    QFETCH(QStringList, command);
    const QTemporaryDir folder;
    SUCCEEDED(run(command + QStringList{"--csv", "a.csv", "--npz", "a.npz", "--mat", "a.mat"}, folder.path()));
    QString error;
    const auto csv = loadExperiment(folder.filePath("a.csv"), &error);
    QVERIFY2(csv, qPrintable(error));
    QCOMPARE(QString::fromUtf8(csv->model->id.data()), command[1]);
    if (command.contains("g_K=30")) QVERIFY(*csv != defaultExperiment(*csv->model) && csv->duration == 60);
    QVERIFY(loadExperiment(folder.filePath("a.npz"), &error) == csv);
    QVERIFY(loadExperiment(folder.filePath("a.mat"), &error) == csv);
    if (command[0] != "run") return;
    const QStringList spikes{"--spikes", "-"};
    const Outcome before = run(command + spikes, folder.path());
    for (const char* file : {"a.npz", "a.mat"}) QCOMPARE(run(QStringList{"run", file} + spikes, folder.path()).out, before.out);
    QCOMPARE(shell("$R run - --spikes - < a.mat", folder.path()).out, before.out);
}

/// The lines in the file, run as they stand there.
void TestCommandTables::sayHowTheyAreRead()
{
    QFETCH(QStringList, command);
    const QTemporaryDir folder;
    SUCCEEDED(run(command + QStringList{"--csv", "FILE.csv", "--npz", "a.npz"}, folder.path()));
    const QByteArray csv = contentOf(folder.filePath("FILE.csv"));
    QCOMPARE(
        python(
            numpy,
            "from numpy import *\nt = " + remark(csv, "NumPy")
                + "\nz = load('a.npz')\nprint([array_equal(t[n], z[n], equal_nan=True) for n in t.dtype.names].count(False), len(t) > 2)",
            {}, folder.path()),
        QByteArray("0 True\n"));
    const qsizetype remarks = csv.split('\n').size() - 1 - rowsOf(csv).size();
    QVERIFY(remark(csv, "Octave").endsWith(QString(", \",\", %1, 0)").arg(remarks + 1)));
    QCOMPARE(remark(csv, "R"), QString("read.csv(\"FILE.csv\", comment.char=\"#\")"));
}

void TestCommandTables::pandasReadsThem()
{
    if (pythonWith("pandas").isEmpty()) QSKIP("There is no pandas.");
    QFETCH(QStringList, command);
    const QTemporaryDir folder;
    SUCCEEDED(run(command + QStringList{"--csv", "FILE.csv", "--npz", "a.npz"}, folder.path()));
    const QByteArray csv = contentOf(folder.filePath("FILE.csv"));
    QCOMPARE(python("numpy, pandas",
                    "from pandas import *\nt = " + remark(csv, "pandas")
                        + "\nz = numpy.load('a.npz')\nprint([numpy.array_equal(t[n], z[n], equal_nan=True) for n in "
                          "t.columns].count(False), len(t) > 2)",
                    {}, folder.path()),
             QByteArray("0 True\n"));
}

void TestCommandTables::leaveOutRemarks()
{
    QFETCH(QStringList, command);
    const Outcome with = run(command + QStringList{"--csv", "-"}), without = run(command + QStringList{"--csv", "-", "--no-remarks"});
    SUCCEEDED(without);
    QVERIFY(!without.out.contains('#') && without.out.count('\n') > 3);
    QCOMPARE(rowsOf(without.out), rowsOf(with.out));
}

void TestCommandTables::goToPipes()
{
    const QTemporaryDir folder; // Python reads what lies beside it
    QCOMPARE(shell("$R run passive --duration 10 --npz - | /usr/bin/python3 -c 'import io, numpy, sys\n"
                   "print(len(numpy.load(io.BytesIO(sys.stdin.buffer.read()))[\"V_mV\"]) > 100)'",
                   folder.path())
                 .out,
             QByteArray("True\n"));
    QVERIFY(run({"sweep", leaky, "--over", "I=0:1:2", "--mat", "-"}).out.startsWith("MATLAB 5.0 MAT-file"));
}

void TestCommandTables::whatIsReadOffSaysIt()
{
    const QTemporaryDir folder;
    SUCCEEDED(run({"clamp", hh, "--hold", "-65", "--step", "-40,0,20", "--iv", "FILE.csv"}, folder.path()));
    const QByteArray csv = contentOf(folder.filePath("FILE.csv"));
    QCOMPARE(python(numpy, "from numpy import *\nprint(list((" + remark(csv, "NumPy") + ")['V_mV']))", {}, folder.path()),
             QByteArray("[-40.0, 0.0, 20.0]\n"));
}

void TestCommandTables::appearTogetherOrNotAtAll_data()
{
    QTest::addColumn<QStringList>("outputs");
    QTest::addColumn<QString>("named");
    QTest::newRow("no room for the arrays") << QStringList{"--csv", "a.csv", "--npz", "/dev/full"} << "/dev/full";
    QTest::newRow("no room for the variables") << QStringList{"--npz", "a.npz", "--mat", "/dev/full"} << "/dev/full";
    QTest::newRow("no folder") << QStringList{"--csv", "a.csv", "--mat", "no/a.mat"} << "no/a.mat";
}

void TestCommandTables::appearTogetherOrNotAtAll()
{
    QFETCH(QStringList, outputs);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    for (const QStringList& command : {QStringList{"run", leaky}, QStringList{"sweep", leaky, "--over", "I=0:1:2"},
                                       QStringList{"clamp", hh, "--hold", "-65", "--step", "0"}, QStringList{"strength-duration", leaky}}) {
        const Outcome outcome = run(command + outputs, folder.path());
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains(named.toUtf8()), outcome.error.constData());
        QVERIFY(outcome.out.isEmpty() && filesIn(folder).isEmpty());
    }
}

void TestCommandTables::refuseOtherEndings_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    const QStringList sweep{"sweep", leaky, "--over", "I=0:1:2"};
    QTest::newRow("arrays as CSV") << QStringList{"run", leaky, "--csv", "x.npz"} << QStringList{"--csv", ".npz", "use --npz x.npz"};
    QTest::newRow("variables as CSV") << sweep + QStringList{"--csv", "x.MAT"} << QStringList{"--csv", "use --mat x.MAT"};
    QTest::newRow("CSV as arrays") << sweep + QStringList{"--npz", "x.csv"} << QStringList{"--npz", "use --csv x.csv"};
    QTest::newRow("a picture") << QStringList{"run", leaky, "--csv", "x.png"} << QStringList{"--csv", ".png", "ending"};
    QTest::newRow("spikes") << QStringList{"run", leaky, "--spikes", "x.npz"} << QStringList{"--spikes", "use --npz x.npz"};
    QTest::newRow("a clamp") << QStringList{"clamp", hh, "--hold", "-65", "--step", "0", "--csv", "x.npz"} << QStringList{"use --npz"};
    QTest::newRow("a curve") << QStringList{"strength-duration", leaky, "--csv", "x.npz"} << QStringList{"use --npz"};
    QTest::newRow("reports") << QStringList{"lesson", "reports", "a.html", "--csv", "x.npz"} << QStringList{"--csv", "ending"};
    QTest::newRow("one file for two") << QStringList{"run", leaky, "--npz", "x", "--mat", "./x"} << QStringList{"x", "two"};
    QTest::newRow("two on standard output") << QStringList{"run", leaky, "--npz", "-", "--csv", "-"} << QStringList{"--csv -", "--npz -"};
    QTest::newRow("JSON, too") << sweep + QStringList{"--npz", "-", "--json"} << QStringList{"--npz -", "--json"};
}

void TestCommandTables::refuseOtherEndings()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    refused(arguments, said);
}

QTEST_GUILESS_MAIN(TestCommandTables)
#include "tst_command_tables.moc"
