// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "experiment_file.h"
#include "program.h"

#include <QImage>
#include <QXmlStreamReader>

#include <cmath>

using namespace rheobase;

namespace {

int inkIn(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).lightness() < 160 ? 1 : 0;
    return count;
}

}

class TestCommandPlot : public QObject {
    Q_OBJECT
private slots:
    void carriesItsExperiment_data();
    void carriesItsExperiment();
    void hasTheSizeAskedFor();
    void growsWithItsRows();
    void drawsOddRuns_data();
    void drawsOddRuns();
};

void TestCommandPlot::carriesItsExperiment_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("model");
    for (const char* file : {"a.png", "a.svg", "a.pdf", "A.PNG"})
        for (std::size_t i = 0; i < catalogue().size(); ++i)
            QTest::addRow("%s %s", file, catalogue()[i].id.data()) << file << static_cast<int>(i);
}

void TestCommandPlot::carriesItsExperiment()
{
    QFETCH(QString, file);
    QFETCH(int, model);
    const Model& m = catalogue()[static_cast<std::size_t>(model)];
    const QTemporaryDir folder;
    const std::size_t some = m.parameters.size() - 1;
    const double value = std::lerp(m.parameters[some].value, m.parameters[some].max, 0.25);
    const QString set = QString::fromStdString(identifier(m.parameters[some].symbol) + '=' + shortest(value));
    const Outcome outcome = run({"run", QString::fromUtf8(m.id.data()), "--set", set, "--noise", "white:sigma=0.125", "--seed", "42",
                                 "--duration", "30", "--plot", file, "--dpi", "100"},
                                folder.path());
    SUCCEEDED(outcome);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(filesIn(folder), QStringList{file});
    Experiment e = defaultExperiment(m);
    e.parameters[some] = value;
    e.noise.kind = Noise::Kind::white;
    e.noise.sigma = 0.125;
    e.seed = 42;
    e.duration = 30;
    QString error;
    const auto read = loadExperiment(folder.filePath(file), &error);
    QVERIFY2(read, qPrintable(error));
    QVERIFY(*read == e);
}

void TestCommandPlot::hasTheSizeAskedFor()
{
    const QTemporaryDir folder;
    for (const char* file : {"a.png", "a.svg"})
        SUCCEEDED(run({"run", leaky, "--duration", "100", "--plot", file, "--size", "127x76.2mm", "--dpi", "100"}, folder.path()));
    const QImage image(folder.filePath("a.png"));
    QCOMPARE(image.size(), QSize(500, 300));
    QCOMPARE(image.dotsPerMeterX(), 3937);
    QVERIFY2(inkIn(image) > 1000, "the traces must be seen");
    QXmlStreamReader svg(contentOf(folder.filePath("a.svg")));
    QVERIFY(svg.readNextStartElement());
    QVERIFY2(svg.attributes().value("width").startsWith(QLatin1String("127")), qPrintable(svg.attributes().value("width").toString()));
}

void TestCommandPlot::growsWithItsRows()
{
    const QTemporaryDir folder;
    SUCCEEDED(run({"run", leaky, "--duration", "10", "--plot", "a.png"}, folder.path()));
    SUCCEEDED(run({"run", hh, "--duration", "10", "--plot", "b.png"}, folder.path()));
    const QImage two(folder.filePath("a.png")), three(folder.filePath("b.png"));
    QCOMPARE(two.width(), three.width());
    QVERIFY(std::abs(three.height() - 1.5 * two.height()) < 2);
}

void TestCommandPlot::drawsOddRuns_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("no time") << QStringList{leaky, "--duration", "0"} << 0;
    QTest::newRow("one step") << QStringList{hh, "--duration", "0.01"} << 0;
    QTest::newRow("only jumps") << QStringList{leaky, "--every", "100000"} << 0;
    QTest::newRow("diverged") << QStringList{hh, "--solver", "forward-euler", "--dt", "1"} << 1;
}

void TestCommandPlot::drawsOddRuns()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const QTemporaryDir folder;
    const Outcome outcome = run(QStringList{"run"} + arguments + QStringList{"--plot", "a.png"}, folder.path());
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.error.count('\n'), status);
    QVERIFY(inkIn(QImage(folder.filePath("a.png"))) > 100);
}

QTEST_GUILESS_MAIN(TestCommandPlot)
#include "tst_command_plot.moc"
