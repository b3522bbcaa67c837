// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "csv.h"
#include "experiment_file.h"
#include "export.h"
#include "figure_presets.h"
#include "trace_row.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace rheobase;

namespace {

/// A short run of a model, with values that need all their digits.
struct Run {
    Experiment experiment;
    Trace trace;

    explicit Run(const Model& model) : experiment(defaultExperiment(model)), trace(model)
    {
        experiment.parameters[0] *= 1.1;
        experiment.stimulus[0].values[0] = model.input.max / 3;
        experiment.noise = {Noise::Kind::white, model.input.max / 30};
        experiment.seed = 18'446'744'073'709'551'557u;
        const auto solver = makeSolver(experiment);
        solver->recordNow(Mark::start, trace);
        solver->advance(static_cast<std::uint64_t>(60 / experiment.dt), 1, trace);
    }
    FigureContent content() const
    {
        return {.trace = &trace, .experiment = &experiment, .from = 10, .to = 60, .rows = {"potential", "current"}};
    }
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QTemporaryDir& folder) { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }

bool isOneSentence(const QString& text) { return text.endsWith(u'.') && !text.contains(u'\n') && !text.contains(QStringLiteral(". ")); }

/// The numbers of a table, a row a list; the header as `names`.
std::vector<std::vector<double>> tableIn(const QByteArray& csv, QByteArrayList* names)
{
    std::vector<std::vector<double>> rows;
    for (const QByteArray& line : csv.trimmed().split('\n')) {
        if (line.startsWith('#')) continue;
        if (names->isEmpty()) {
            *names = line.split(',');
            continue;
        }
        std::vector<double>& row = rows.emplace_back();
        for (const QByteArray& number : line.split(',')) row.push_back(number.isEmpty() ? std::nan("") : number.toDouble());
    }
    return rows;
}

/// The run that a table and its spikes tell.
Trace traceIn(const Model& model, const QByteArray& csv, const QByteArray& spikes)
{
    QByteArrayList names, spikeNames;
    Trace trace(model);
    const auto rows = tableIn(csv, &names), times = tableIn(spikes, &spikeNames);
    auto spike = times.begin();
    for (const auto& row : rows) {
        std::vector<double> states{row[1]};
        states.insert(states.end(), row.begin() + 3, row.begin() + 2 + static_cast<std::ptrdiff_t>(model.state.size()));
        const std::vector<double> terms(row.begin() + 2 + static_cast<std::ptrdiff_t>(model.state.size()), row.end());
        Mark mark = &row == &rows.front() ? Mark::start : Mark::sample;
        for (; spike != times.end() && spike->front() <= row[0]; ++spike) {
            if (model.jumps) mark = Mark::peak;
            else trace.record(Mark::crossing, spike->front(), row[2], states, terms);
        }
        trace.record(mark, row[0], row[2], states, terms);
    }
    return trace;
}

QImage imageOf(const FigureContent& content)
{
    QImage image(1200, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(4, 4);
    drawFigure(painter, QSizeF(image.size()) / 4, content, {});
    return image;
}

QByteArray timeAt(const Trace& trace, std::size_t row)
{
    QByteArray text;
    appendNumber(text, trace.time(row));
    return text + " ms";
}

/// The column of the trace that a column of the table shows: after the time the potential comes before the current.
std::size_t tracedAs(std::size_t column) { return column == 1 ? 2 : column == 2 ? 1 : column; }

void addModels()
{
    QTest::addColumn<QString>("id");
    for (const Model& model : catalogue()) QTest::newRow(model.id.data()) << fromView(model.id);
}

const Model& modelOf(const QString& id) { return *findModel(id.toStdString()); }
const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

}

class TestExport : public QObject {
    Q_OBJECT
private slots:
    void figuresHaveTheirSize_data();
    void figuresHaveTheirSize();
    void presetsAreWhatTheySay();
    void figuresCarryTheExperiment_data();
    void figuresCarryTheExperiment();
    void tablesHoldTheTrace_data() { addModels(); }
    void tablesHoldTheTrace();
    void figuresComeFromTables_data() { addModels(); }
    void figuresComeFromTables();
    void whatIsGivenUpIsLeftEmpty();
    void figuresHaveTables();
    void spreadsheetsTakeNumbers();
    void tablesTellTheExperiment();
    void spikesAreListed_data() { addModels(); }
    void spikesAreListed();
    void failuresLeaveNoFile_data();
    void failuresLeaveNoFile();
    void fullDisksAreTold();
    void failuresKeepWhatWasThere();
    void cancelledTablesLeaveNoFile();
    void theClipboardHoldsPictureAndDrawing();
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

/// The numbers read back are the trace's, bit for bit: what is plotted from the file is what was on the screen.
void TestExport::tablesHoldTheTrace()
{
    QFETCH(QString, id);
    const Run run(modelOf(id));
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.csv");
    QString error;
    QVERIFY2(saveCsv(path, run.trace, run.experiment, 10, 40, &error), qPrintable(error));
    QByteArrayList names;
    const auto rows = tableIn(contentOf(path), &names);
    QCOMPARE(static_cast<std::size_t>(names.size()), run.trace.columns());
    for (std::size_t c = 0; c < run.trace.columns(); ++c)
        QCOMPARE(names[static_cast<int>(c)].toStdString(), columnName(run.trace.quantity(tracedAs(c))));
    const std::size_t first = run.trace.firstAt(10);
    QVERIFY(rows.size() > 100 && rows.back().front() <= 40 && run.trace.time(first + rows.size()) > 40);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].size(), run.trace.columns());
        QVERIFY(rows[i][0] == run.trace.time(first + i));
        for (std::size_t c = 1; c < rows[i].size(); ++c) QVERIFY(static_cast<float>(rows[i][c]) == run.trace.value(tracedAs(c), first + i));
    }
}

/// "All traces": the files alone give the same picture.
void TestExport::figuresComeFromTables()
{
    QFETCH(QString, id);
    const Run run(modelOf(id));
    FigureContent content = run.content();
    content.from = 0;
    content.rows.clear();
    for (const PlotRow& row : plotRows(run.trace.model())) content.rows.push_back(row.id);
    const QTemporaryDir folder;
    QString error;
    QVERIFY2(saveCsv(folder.filePath("a.csv"), run.trace, run.experiment, 0, 60, &error), qPrintable(error));
    QVERIFY2(saveSpikes(folder.filePath("s.csv"), run.trace, run.experiment, &error), qPrintable(error));
    const auto experiment = loadExperiment(folder.filePath("a.csv"), &error);
    QVERIFY2(experiment, qPrintable(error));
    const Trace trace = traceIn(*experiment->model, contentOf(folder.filePath("a.csv")), contentOf(folder.filePath("s.csv")));
    FigureContent again = content;
    again.trace = &trace;
    again.experiment = &*experiment;
    const QImage live = imageOf(content), replotted = imageOf(again);
    QVERIFY(!live.isNull());
    QCOMPARE(replotted, live);
    Trace other(*experiment->model);
    again.trace = &other;
    QVERIFY(imageOf(again) != live);
}

void TestExport::whatIsGivenUpIsLeftEmpty()
{
    const Model& model = *findModel("hodgkin-huxley");
    const Experiment experiment = defaultExperiment(model);
    Trace trace(model, 4'000'000);
    const auto solver = makeSolver(experiment);
    solver->recordNow(Mark::start, trace);
    const std::size_t term = 2 + model.state.size();
    while (trace.rawFrom(1) == 0 || trace.rawFrom(term) == trace.rawFrom(1)) solver->advance(10'000, 1, trace);
    const QTemporaryDir folder;
    QString error;
    QVERIFY2(saveCsv(folder.filePath("a.csv"), trace, experiment, 0, trace.latestTime(), &error), qPrintable(error));
    const QByteArray csv = contentOf(folder.filePath("a.csv"));
    QVERIFY(csv.contains("\n# not kept: the rows before " + timeAt(trace, trace.rawFrom(1))));
    QVERIFY(csv.contains(" before " + timeAt(trace, trace.rawFrom(term)) + " (left empty)\n"));
    QByteArrayList names;
    const auto rows = tableIn(csv, &names);
    QCOMPARE(rows.size(), trace.rows() - trace.rawFrom(1));
    const std::size_t gone = trace.rawFrom(term) - trace.rawFrom(1);
    for (const std::size_t i : {std::size_t{0}, gone - 1, gone, rows.size() - 1}) {
        QCOMPARE(rows[i][0], trace.time(trace.rawFrom(1) + i));
        QVERIFY(!std::isnan(rows[i][1]));
        QCOMPARE(std::isnan(rows[i].back()), i < gone);
    }
    QVERIFY(loadExperiment(folder.filePath("a.csv"), &error));
}

void TestExport::figuresHaveTables()
{
    const Run run(leaky());
    const auto linesOf = [](const QByteArray& table) { return table.trimmed().split('\n'); };
    const QByteArrayList whole = linesOf(figureTable(run.content()));
    QCOMPARE(whole.front(), QByteArray("time_ms,V_mV,I_nA"));
    QVERIFY(whole[1].split(',')[0].toDouble() >= 10 && whole.back().split(',')[0].toDouble() <= 60);
    const QByteArrayList thinned = linesOf(figureTable(run.content(), 100));
    QVERIFY2(thinned.front().startsWith("# rows: one of ") && thinned.size() <= 102, thinned.front().constData());
    FigureContent potential = run.content();
    potential.rows = {"potential"};
    potential.strands = {{.trace = &run.trace, .span = {0, 30}}};
    const QByteArrayList part = linesOf(figureTable(potential));
    QCOMPARE(part.front(), QByteArray("time_ms,V_mV"));
    QVERIFY(part.back().split(',')[0].toDouble() <= 30);
}

void TestExport::spreadsheetsTakeNumbers()
{
    const QByteArray csv = "series,I_nA,note\n\"a, b\",1.5,x.y\n,-2e-05,3\n";
    QCOMPARE(toSpreadsheet(csv, QLocale("en")), "series\tI_nA\tnote\na, b\t1.5\tx.y\n\t-2e-05\t3\n");
    QCOMPARE(toSpreadsheet(csv, QLocale("de")), "series\tI_nA\tnote\na, b\t1,5\tx.y\n\t-2e-05\t3\n");
}

void TestExport::tablesTellTheExperiment()
{
    const Run run(leaky());
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.csv");
    const Change changes[] = {{12.5, "Change R to 14 MΩ"}};
    QString error;
    QVERIFY2(saveCsv(path, run.trace, run.experiment, 0, 60, &error, changes), qPrintable(error));
    const QByteArrayList lines = contentOf(path).split('\n');
    for (const char* line : {"# model: leaky-integrate-and-fire", "# V_th: -50 mV", "# solver: exact", "# dt: 0.05 ms",
                             "# change at 12.5 ms: Change R to 14 MΩ", "# seed: 18446744073709551557"})
        QVERIFY2(lines.contains(line), line);
    for (const QByteArray& line : lines)
        if (line.startsWith('#')) QVERIFY2(line.startsWith("# ") && line.contains(": "), line.constData());
}

void TestExport::spikesAreListed()
{
    QFETCH(QString, id);
    const Run run(modelOf(id));
    const QTemporaryDir folder;
    const QString path = folder.filePath("spikes.csv");
    QString error;
    QVERIFY2(saveSpikes(path, run.trace, run.experiment, &error), qPrintable(error));
    QByteArrayList names;
    const auto rows = tableIn(contentOf(path), &names);
    QCOMPARE(names, QByteArrayList{"spike_time_ms"});
    QCOMPARE(rows.size(), run.trace.spikes().size());
    for (std::size_t i = 0; i < rows.size(); ++i) QVERIFY(rows[i].front() == run.trace.spikes()[i]);
}

void TestExport::failuresLeaveNoFile_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"absent/a.png", "absent/a.svg", "absent/a.pdf", "absent/a.csv", "absent/a.npz", "absent/spikes.csv",
                             "protected/a.png", "protected/a.csv", "a.gif", "a", "huge.png", "", "folder.png/"})
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
    const bool saved = name.endsWith("spikes.csv")                      ? saveSpikes(path, run.trace, run.experiment, &error)
                       : name.endsWith(".csv") || name.endsWith(".npz") ? saveData(path, run.trace, run.experiment, 0, 60, &error)
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
    QVERIFY(QFile::link("/dev/full", folder.filePath("a.npz")));
    QVERIFY(!saveNpz(folder.filePath("a.npz"), run.trace, run.experiment, 0, 60, &error));
    QVERIFY2(isOneSentence(error), qPrintable(error));
    error.clear();
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

void TestExport::cancelledTablesLeaveNoFile()
{
    const Run run(*findModel("hodgkin-huxley"));
    const QTemporaryDir folder;
    for (const char* name : {"a.csv", "a.npz"}) {
        QString error;
        double last = 0;
        const Progress twice = [&](double part) { return std::exchange(last, part) == 0; };
        QVERIFY(!saveData(folder.filePath(name), run.trace, run.experiment, 0, 60, &error, {}, twice));
        QVERIFY2(last > 0 && error.isEmpty(), name);
        QVERIFY2(filesIn(folder).isEmpty(), name);
        std::vector<double> parts;
        const Progress listen = [&](double part) { return parts.push_back(part), true; };
        QVERIFY2(saveData(folder.filePath(name), run.trace, run.experiment, 0, 60, &error, {}, listen), qPrintable(error));
        QVERIFY(std::ranges::is_sorted(parts) && std::abs(parts.back() - 1) < 1e-9);
        QVERIFY(QFile::remove(folder.filePath(name)));
    }
}

void TestExport::theClipboardHoldsPictureAndDrawing()
{
    const Run run(leaky());
    const std::unique_ptr<QMimeData> mime(figureMimeData(run.content(), {{100, 60}, 127}, {}, {}));
    QCOMPARE(qvariant_cast<QImage>(mime->imageData()).size(), QSize(500, 300));
    QCOMPARE(QImage::fromData(mime->data("image/png"), "PNG").size(), QSize(500, 300));
    QVERIFY(QSvgRenderer(mime->data("image/svg+xml")).isValid());
    QString error;
    const QImage png = QImage::fromData(mime->data("image/png"), "PNG");
    const auto carried = fromText(png.text("rheobase").toUtf8(), &error);
    QVERIFY2(carried && *carried == run.experiment, qPrintable(error));
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
