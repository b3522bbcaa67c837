// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv.h"
#include "experiment_file.h"
#include "export.h"
#include "figure_presets.h"
#include "short_run.h"
#include "words.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace rheobase;

class TestExport : public QObject {
    Q_OBJECT
private slots:
    void figuresHaveTheirSize_data();
    void figuresHaveTheirSize();
    void presetsAreWhatTheySay();
    void figuresCarryTheExperiment_data();
    void figuresCarryTheExperiment();
    void failuresLeaveNoFile_data();
    void failuresLeaveNoFile();
    void fullDisksAreTold();
    void failuresKeepWhatWasThere();
    void theClipboardHoldsPictureDrawingAndTable();
};

void TestExport::figuresHaveTheirSize_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("dpi");
    for (const char* format : {"png", "svg", "pdf"}) {
        for (const auto& [width, height, dpi] : {std::tuple(85.0, 55.0, 300.0), {180.0, 90.0, 600.0}, {33.3, 123.4, 96.0}})
            QTest::addRow("%s, %g × %g mm at %g dpi", format, width, height, dpi) << format << width << height << dpi;
        QTest::addRow("%s, 1920 × 1080 pixels", format) << format << 1920 * 25.4 / 144 << 1080 * 25.4 / 144 << 144.0;
    }
}

void TestExport::figuresHaveTheirSize()
{
    QFETCH(QString, format);
    QFETCH(double, width);
    QFETCH(double, height);
    QFETCH(double, dpi);
    const Run run(leaky());
    const QTemporaryDir folder;
    const QString path = folder.filePath("figure." + format);
    QString error;
    QVERIFY2(saveFigure(path, run.content(), {{width, height}, dpi}, {}, &error), qPrintable(error));
    QCOMPARE(filesIn(folder).size(), 1);
    if (format == "png") {
        const QImage image(path);
        QCOMPARE(image.size(), QSize(qRound(width / 25.4 * dpi), qRound(height / 25.4 * dpi)));
        QVERIFY(std::abs(image.dotsPerMeterX() * 0.0254 - dpi) < 0.02);
    } else if (format == "svg") {
        const QRegularExpression size("<svg width=\"([\\d.]+)mm\" height=\"([\\d.]+)mm\"");
        const auto found = size.match(QString::fromUtf8(contentOf(path)));
        QVERIFY(found.hasMatch());
        QVERIFY(std::abs(found.captured(1).toDouble() - width) < 0.01 && std::abs(found.captured(2).toDouble() - height) < 0.01);
        QVERIFY(QSvgRenderer(path).isValid());
    } else {
        const QRegularExpression page("/MediaBox \\[0 0\\s+([\\d.]+)\\s+([\\d.]+)\\]");
        const auto found = page.match(QString::fromLatin1(contentOf(path)));
        QVERIFY(found.hasMatch());
        QVERIFY(std::abs(found.captured(1).toDouble() / 72 * 25.4 - width) < 0.01);
        QVERIFY(std::abs(found.captured(2).toDouble() / 72 * 25.4 - height) < 0.01);
    }
}

void TestExport::presetsAreWhatTheySay()
{
    const auto presets = figurePresets();
    QCOMPARE(presets.size(), std::size_t{4});
    QCOMPARE(presets[0].size.millimetres.width(), 85.0);
    QCOMPARE(presets[1].size.millimetres.width(), 180.0);
    QCOMPARE(presets[2].size.pixels(), QSize(1920, 1080));
    for (const FigurePreset& preset : presets) QVERIFY(preset.style.fontSize >= 7 && preset.style.lineWidth > 0);
}

void TestExport::figuresCarryTheExperiment_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    for (const Model& model : catalogue())
        for (const char* name : {"a.png", "a.svg", "a.pdf", "a.csv", "spikes.csv"})
            QTest::addRow("%s, %s", model.id.data(), name) << fromView(model.id) << name;
}

void TestExport::figuresCarryTheExperiment()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    const Run run(modelOf(id));
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QString error;
    const bool saved = name == "spikes.csv" ? saveSpikes(path, run.trace, run.experiment, &error)
                       : name == "a.csv"    ? saveCsv(path, run.trace, run.experiment, 0, 60, &error)
                                            : saveFigure(path, run.content(), {{85, 55}, 150}, {}, &error);
    QVERIFY2(saved, qPrintable(error));
    const auto carried = loadExperiment(path, &error);
    QVERIFY2(carried, qPrintable(error));
    QVERIFY(*carried == run.experiment);
}

void TestExport::failuresLeaveNoFile_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"absent/a.png", "absent/a.svg", "absent/a.pdf", "absent/a.csv", "absent/a.npz", "absent/a.mat",
                             "absent/spikes.csv", "protected/a.png", "protected/a.csv", "a.gif", "a", "huge.png", "", "folder.png/"})
        QTest::newRow(*name ? name : "no name") << name;
}

void TestExport::failuresLeaveNoFile()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    if (name.startsWith("protected")) {
        if (geteuid() == 0) QSKIP("Nothing is protected from root.");
        QVERIFY(QDir(folder.path()).mkdir("protected"));
        QVERIFY(QFile::setPermissions(folder.filePath("protected"), QFile::ReadOwner | QFile::ExeOwner));
    }
    const Run run(leaky());
    const QString path = name.isEmpty() ? QString() : folder.path() + '/' + name;
    const FigureSize size = name.startsWith("huge") ? FigureSize{{2000, 2000}, 2400} : FigureSize{};
    QString error;
    const bool saved = name.endsWith("spikes.csv") ? saveSpikes(path, run.trace, run.experiment, &error)
                       : name.endsWith(".csv") || name.endsWith(".npz") || name.endsWith(".mat")
                           ? saveData(path, run.trace, run.experiment, 0, 60, &error)
                           : saveFigure(path, run.content(), size, {}, &error);
    QVERIFY(!saved);
    QVERIFY2(isOneSentence(error), qPrintable(error));
    QVERIFY(filesIn(folder).isEmpty());
    QVERIFY(!QFileInfo::exists(path) || name.isEmpty());
}

void TestExport::fullDisksAreTold()
{
    if (!QFileInfo::exists("/dev/full")) QSKIP("There is no /dev/full.");
    const Run run(leaky());
    const QTemporaryDir folder;
    QString error;
    QVERIFY(!saveCsv("/dev/full", run.trace, run.experiment, 0, 60, &error));
    QVERIFY2(error.contains("full") && isOneSentence(error), qPrintable(error));
    error.clear();
    for (const char* name : {"a.npz", "a.mat"}) {
        QVERIFY(QFile::link("/dev/full", folder.filePath(name)));
        QVERIFY(!saveData(folder.filePath(name), run.trace, run.experiment, 0, 60, &error));
        QVERIFY2(isOneSentence(error), qPrintable(error));
        error.clear();
    }
    QVERIFY(!saveSpikes("/dev/full", run.trace, run.experiment, &error));
    QVERIFY2(error.contains("full") && isOneSentence(error), qPrintable(error));
    QVERIFY(QFile::link("/dev/full", folder.filePath("a.png")));
    QVERIFY(!saveFigure(folder.filePath("a.png"), run.content(), {}, {}, &error));
    QVERIFY2(isOneSentence(error), qPrintable(error));
}

void TestExport::failuresKeepWhatWasThere()
{
    const Run run(leaky());
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.png");
    QString error;
    QVERIFY(saveFigure(path, run.content(), {}, {}, &error));
    const QByteArray before = contentOf(path);
    QVERIFY(!saveFigure(path, run.content(), {{2000, 2000}, 2400}, {}, &error));
    QVERIFY(contentOf(path) == before);
    QCOMPARE(filesIn(folder), QStringList{"a.png"});
}

void TestExport::theClipboardHoldsPictureDrawingAndTable()
{
    const Run run(leaky());
    const std::unique_ptr<QMimeData> mime(figureMimeData(run.content(), {{100, 60}, 127}, {}, "time_ms,V_mV\n10,-70\n"));
    QCOMPARE(qvariant_cast<QImage>(mime->imageData()).size(), QSize(500, 300));
    QCOMPARE(QImage::fromData(mime->data("image/png"), "PNG").size(), QSize(500, 300));
    QVERIFY(QSvgRenderer(mime->data("image/svg+xml")).isValid());
    QCOMPARE(mime->text(), "time_ms\tV_mV\n10\t-70\n");
    QCOMPARE(mime->data("text/csv"), QByteArray("time_ms,V_mV\n10,-70\n"));
    QString error;
    const QImage png = QImage::fromData(mime->data("image/png"), "PNG");
    const auto carried = fromText(png.text("rheobase").toUtf8(), &error);
    QVERIFY2(carried && *carried == run.experiment, qPrintable(error));
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
