// SPDX-License-Identifier: GPL-3.0-or-later
// What is written for MATLAB, read by SciPy; and what comes back from there.
#include "mat.h"

#include "catalogue.h"
#include "data_file.h"
#include "experiment_file.h"
#include "python.h"
#include "words.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

const QString scipy = QStringLiteral("json, numpy, scipy.io");

QByteArray read(const QString& path, const QString& script)
{
    return python(scipy, "f = scipy.io.loadmat(sys.argv[1], squeeze_me=True)\n" + script, {path});
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray smallFile()
{
    return matOf({.experiment = toLine(defaultExperiment(catalogue()[0])),
                  .spikes = std::vector<double>{1.5, 2.25},
                  .columns = {{"time_ms", "ms", {0, 1, 2}}, {"2 strange-name", "µA/cm²", {0.1, 1e300, -0.0}}}});
}

}

class TestMat : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (pythonWith(scipy).isEmpty()) QSKIP("There is no Python with SciPy.");
    }

    void tablesAreRead()
    {
        const QTemporaryDir folder;
        write(folder.filePath("a.mat"), smallFile());
        QCOMPARE(read(folder.filePath("a.mat"),
                      "print(sorted(n for n in f if n[0] != '_'), list(f['time_ms']), list(f['x2_strange_name']), list(f['spikes_ms']))"),
                 QByteArray("['experiment', 'spikes_ms', 'time_ms', 'units', 'x2_strange_name'] [0.0, 1.0, 2.0] [0.1, 1e+300, -0.0] "
                            "[1.5, 2.25]\n"));
        QCOMPARE(
            read(folder.filePath("a.mat"), "print(ascii(str(f['units']['x2_strange_name'])), json.loads(str(f['experiment']))['format'])"),
            QByteArray("'\\xb5A/cm\\xb2' rheobase-experiment\n"));
    }

    void sameDataAreTheSameFile() { QCOMPARE(smallFile(), smallFile()); }

    /// The same numbers as for NumPy, under legal names, with units.
    void runsAreRead_data()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << fromView(model.id);
    }
    void runsAreRead()
    {
        QFETCH(QString, id);
        const Model& model = *findModel(id.toStdString());
        const Experiment experiment = defaultExperiment(model);
        Trace trace(model);
        const auto solver = makeSolver(experiment);
        solver->recordNow(Mark::start, trace);
        solver->advance(10'000, 1, trace);
        const QTemporaryDir folder;
        QString error;
        for (const char* name : {"a.npz", "a.mat"})
            QVERIFY2(saveData(folder.filePath(name), trace, experiment, 5, 0.75 * trace.latestTime(), &error), qPrintable(error));
        const QString script = "z = numpy.load(sys.argv[1][:-3] + 'npz')\n"
                               "names = [n for n in z.files if n != 'experiment']\n"
                               "legal = all(n.isidentifier() and n.isascii() and n[0] != '_' and len(n) < 64 for n in f if n[:2] != '__')\n"
                               "same = all(numpy.array_equal(z[n], numpy.atleast_1d(f[n])) for n in names)\n"
                               "units = sorted(f['units'].dtype.names) == sorted(n for n in names if n != 'spikes_ms')\n"
                               "print(same, legal, units, len(f['time_ms']) > 1000, f['units']['time_ms'])";
        QCOMPARE(read(folder.filePath("a.mat"), script), QByteArray("True True True True ms\n"));
        QVERIFY(loadExperiment(folder.filePath("a.mat"), &error) == experiment);
    }

    /// As another program saves it again: in another order, packed or not, in its own kind of letters.
    void comesBack_data()
    {
        QTest::addColumn<QString>("packed");
        QTest::newRow("packed") << "True";
        QTest::newRow("plain") << "False";
    }
    void comesBack()
    {
        QFETCH(QString, packed);
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.mat");
        write(path, smallFile());
        const QByteArray said = read(path, "kept = {n: f[n] for n in sorted(f, reverse=True) if n[0] != '_'}\n"
                                           "kept['a_large_one'] = numpy.arange(100000.)\n"
                                           "scipy.io.savemat(sys.argv[1], kept, do_compression="
                                               + packed + ")");
        QVERIFY2(said.isEmpty(), said.constData());
        QString error;
        const auto again = loadExperiment(path, &error);
        QVERIFY2(again, qPrintable(error));
        QVERIFY(*again == defaultExperiment(catalogue()[0]));
    }

    /// Wherever it ends, it is read or refused.
    void isReadWhereverItEnds()
    {
        const QByteArray whole = smallFile();
        int refused = 0;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QByteArray part = whole.first(size);
            QBuffer buffer(&part);
            buffer.open(QIODevice::ReadOnly);
            QString error;
            const auto found = readExperiment(buffer, &error);
            refused += found ? 0 : 1;
            QVERIFY(found || error.endsWith(u'.'));
            QVERIFY(!found || *found == defaultExperiment(catalogue()[0]));
        }
        QVERIFY(refused > 500 && refused < whole.size());
    }
};

QTEST_GUILESS_MAIN(TestMat)
#include "tst_mat.moc"
