// SPDX-License-Identifier: GPL-3.0-or-later
// What is written for NumPy, read by NumPy.
#include "catalogue.h"
#include "data_file.h"
#include "npz.h"
#include "python.h"
#include "whole_file.h"
#include "words.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rheobase;

namespace {

/// What a script prints; arrays are in `f`.
QByteArray read(const QString& path, const QByteArray& script)
{
    return python("numpy, zipfile",
                  "assert zipfile.ZipFile(sys.argv[1]).testzip() is None\n"
                  "f = numpy.load(sys.argv[1])\n"
                      + QString::fromUtf8(script),
                  {path});
}

}

class TestNpz : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (pythonWith("numpy").isEmpty()) QSKIP("There is no Python with NumPy.");
    }

    void arraysAreRead_data()
    {
        QTest::addColumn<quint64>("far");
        QTest::newRow("short places") << quint64{0xffffffff};
        QTest::newRow("long places") << quint64{200};
    }
    void arraysAreRead()
    {
        QFETCH(quint64, far);
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.npz");
        WholeFile file(path);
        NpzWriter npz(file, far);
        std::vector<double> numbers(1000);
        for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = 0.1 + static_cast<double>(i);
        npz.beginNumbers<double>("time_ms", numbers.size());
        npz.add(std::span<const double>(numbers).first(300));
        npz.add(std::span<const double>(numbers).subspan(300));
        const float values[] = {-70.1f, std::numeric_limits<float>::quiet_NaN(), 1e-30f};
        npz.beginNumbers<float>("V_mV", 3);
        npz.add(std::span<const float>(values));
        npz.beginNumbers<double>("spikes_ms", 0);
        npz.addText("experiment", QString::fromUtf8("{\"τ\": \"µ𝄞\"}"));
        QVERIFY2(npz.finish() && file.commit(), qPrintable(file.problem()));
        QCOMPARE(read(path, "print(sorted(f.files), f['time_ms'].dtype, f['time_ms'].shape, f['V_mV'].dtype, f['spikes_ms'].shape)"),
                 QByteArray("['V_mV', 'experiment', 'spikes_ms', 'time_ms'] float64 (1000,) float32 (0,)\n"));
        QCOMPARE(read(path, "print((f['time_ms'] == 0.1 + numpy.arange(1000)).all(), f['V_mV'][0] == numpy.float32(-70.1), "
                            "numpy.isnan(f['V_mV'][1]), f['V_mV'][2])"),
                 QByteArray("True True True 1e-30\n"));
        QCOMPARE(read(path, "print(ascii(str(f['experiment'])))"), QByteArray("'{\"\\u03c4\": \"\\xb5\\U0001d11e\"}'\n"));
    }

    /// The same numbers as in the table, under the same names.
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
        const double to = 0.75 * trace.latestTime();
        const QTemporaryDir folder;
        QString error;
        QVERIFY2(saveData(folder.filePath("a.csv"), trace, experiment, 5, to, &error), qPrintable(error));
        QVERIFY2(saveData(folder.filePath("a.npz"), trace, experiment, 5, to, &error), qPrintable(error));
        const QByteArray script =
            "import json\n"
            "rows = [r for r in open(sys.argv[1][:-3] + 'csv', encoding='utf-8') if r[0] != '#']\n"
            "t = numpy.genfromtxt(rows, delimiter=',', names=True, deletechars='')\n"
            "same = all(numpy.array_equal(t[n].astype(f[n].dtype), f[n]) for n in t.dtype.names)\n"
            "print(same, len(f['time_ms']) > 1000, sorted(f.files) == sorted(list(t.dtype.names) + ['experiment', 'spikes_ms']), "
            "len(f['spikes_ms']), json.loads(str(f['experiment']))['model'])";
        QCOMPARE(read(folder.filePath("a.npz"), script),
                 QStringLiteral("True True True %1 %2\n").arg(trace.spikes().size()).arg(id).toUtf8());
    }
};

QTEST_GUILESS_MAIN(TestNpz)
#include "tst_npz.moc"
