// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a run in files: what is read from them is what was recorded, and gives the same pictures.
#include "csv.h"
#include "experiment_file.h"
#include "export.h"
#include "figure_table.h"
#include "short_run.h"

#include <QImage>
#include <QPainter>

using namespace rheobase;

namespace {

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

QImage imageOf(const TraceFigure& content)
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

}

class TestDataFile : public QObject {
    Q_OBJECT
private slots:
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
    void cancelledTablesLeaveNoFile();
};

/// The numbers read back are the trace's, bit for bit: what is plotted from the file is what was on the screen.
void TestDataFile::tablesHoldTheTrace()
{
    QFETCH(QString, id);
    const Run run(modelOf(id));
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.csv");
    QString error;
    QVERIFY2(saveCsv(path, run.trace, run.experiment, 10, 40, &error), qPrintable(error));
    QByteArrayList names;
    const auto rows = tableIn(contentOf(path), &names);
    QCOMPARE(static_cast<std::size_t>(names.size()), run.trace.columns().size());
    for (std::size_t c = 0; c < run.trace.columns().size(); ++c)
        QCOMPARE(names[static_cast<int>(c)].toStdString(), columnName(run.trace.quantity(tracedAs(c))));
    const std::size_t first = run.trace.firstAt(10);
    QVERIFY(rows.size() > 100 && rows.back().front() <= 40 && run.trace.time(first + rows.size()) > 40);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].size(), run.trace.columns().size());
        QVERIFY(rows[i][0] == run.trace.time(first + i));
        for (std::size_t c = 1; c < rows[i].size(); ++c) QVERIFY(static_cast<float>(rows[i][c]) == run.trace.value(tracedAs(c), first + i));
    }
}

/// "All traces": the files alone give the same picture.
void TestDataFile::figuresComeFromTables()
{
    QFETCH(QString, id);
    const Run run(modelOf(id));
    TraceFigure content = run.content();
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
    TraceFigure again = content;
    again.trace = std::make_shared<const Trace>(trace);
    again.experiment = *experiment;
    const QImage live = imageOf(content), replotted = imageOf(again);
    QVERIFY(!live.isNull());
    QCOMPARE(replotted, live);
    Trace other(*experiment->model);
    again.trace = std::make_shared<const Trace>(other);
    QVERIFY(imageOf(again) != live);
}

void TestDataFile::whatIsGivenUpIsLeftEmpty()
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

void TestDataFile::figuresHaveTables()
{
    const Run run(leaky());
    const auto linesOf = [](const QByteArray& table) { return table.trimmed().split('\n'); };
    const QByteArrayList whole = linesOf(figureTable(run.content()));
    QCOMPARE(whole.front(), QByteArray("time_ms,V_mV,I_nA"));
    QVERIFY(whole[1].split(',')[0].toDouble() >= 10 && whole.back().split(',')[0].toDouble() <= 60);
    const QByteArrayList thinned = linesOf(figureTable(run.content(), 100));
    QVERIFY2(thinned.front().startsWith("# rows: one of ") && thinned.size() <= 102, thinned.front().constData());
    TraceFigure potential = run.content();
    potential.rows = {"potential"};
    potential.strands = {{.trace = std::make_shared<const Trace>(run.trace), .span = {0, 30}}};
    const QByteArrayList part = linesOf(figureTable(potential));
    QCOMPARE(part.front(), QByteArray("time_ms,V_mV"));
    QVERIFY(part.back().split(',')[0].toDouble() <= 30);
    potential.strands = {{.trace = std::make_shared<const Trace>(run.trace), .shift = -5}}; // drawn 5 ms to the left
    const QByteArrayList moved = linesOf(figureTable(potential));
    QVERIFY(moved[1].split(',')[0].toDouble() >= 15);
}

void TestDataFile::spreadsheetsTakeNumbers()
{
    const QByteArray csv = "series,I_nA,note\n\"a, b\",1.5,x.y\n,-2e-05,3\n";
    QCOMPARE(toSpreadsheet(csv, QLocale("en")), "series\tI_nA\tnote\na, b\t1.5\tx.y\n\t-2e-05\t3\n");
    QCOMPARE(toSpreadsheet(csv, QLocale("de")), "series\tI_nA\tnote\na, b\t1,5\tx.y\n\t-2e-05\t3\n");
}

void TestDataFile::tablesTellTheExperiment()
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

void TestDataFile::spikesAreListed()
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

void TestDataFile::cancelledTablesLeaveNoFile()
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

QTEST_MAIN(TestDataFile)
#include "tst_data_file.moc"
