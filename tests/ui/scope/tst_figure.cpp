// SPDX-License-Identifier: GPL-3.0-or-later
#include "calm_range.h"
#include "catalogue.h"
#include "envelope.h"
#include "figure.h"
#include "figure_presets.h"
#include "polyline.h"
#include "time_window.h"
#include "trace_row.h"
#include "words.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>
#include <random>
#include <set>

using namespace rheobase;

namespace {

const Model& leaky() { return *findModel("leaky-integrate-and-fire"); }

std::vector<QString> firstRows(const Model& model)
{
    std::vector<QString> ids;
    for (const PlotRow& row : plotRows(model))
        if (row.shownAtFirst) ids.push_back(row.id);
    return ids;
}

/// A run of a model's defaults, with what a figure of it needs.
struct Run {
    Experiment experiment;
    Trace trace;

    Run(const Model& model, double duration, std::uint64_t every = 1) : experiment(defaultExperiment(model)), trace(model)
    {
        const auto solver = makeSolver(experiment);
        solver->recordNow(Mark::start, trace);
        solver->advance(static_cast<std::uint64_t>(duration / experiment.dt), every, trace);
    }
    TraceFigure content(double from, double to) const
    {
        return {.trace = std::make_shared<const Trace>(trace),
                .experiment = experiment,
                .from = from,
                .to = to,
                .rows = firstRows(*experiment.model),
                .potential = {},
                .rest = {},
                .rheobase = {},
                .caption = {}};
    }
};

constexpr QSizeF column{85 / 25.4 * 72, 55 / 25.4 * 72};

QByteArray svgOf(const TraceFigure& content, QSizeF size = column, const FigureStyle& style = {})
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(72);
    generator.setViewBox(QRectF({0, 0}, size));
    QPainter painter(&generator);
    drawFigure(painter, size, content, style);
    painter.end();
    return buffer.data();
}

QImage imageOf(const TraceFigure& content, const FigureStyle& style = {}, QSize pixels = {1000, 640})
{
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    const double scale = pixels.width() / column.width();
    painter.scale(scale, scale);
    drawFigure(painter, QSizeF(pixels) / scale, content, style);
    return image;
}

bool isLike(QRgb pixel, const QColor& colour)
{
    return std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green()) + std::abs(qBlue(pixel) - colour.blue()) < 60;
}

/// The words of a picture, in the order they were drawn.
QStringList wordsIn(QByteArray svg)
{
    static const QRegularExpression text("<text[^>]*>([^<]*)<");
    QStringList words;
    for (auto found = text.globalMatch(QString::fromUtf8(svg.replace('\n', ' '))); found.hasNext();)
        words << found.next().captured(1).trimmed();
    return words;
}

/// How many numbers come before a word that is none, from a place in the words on.
int numbersFrom(const QStringList& words, qsizetype at)
{
    int count = 0;
    const auto isNumber = [](QString word) {
        bool is = false;
        word.replace(QChar(0x2212), u'-').toDouble(&is);
        return is;
    };
    for (; at < words.size() && isNumber(words[at]); ++at) ++count;
    return count;
}

/// The highest row of pixels in which a colour is, below `top`.
int highest(const QImage& image, const QColor& colour, int top, QRect within)
{
    for (int y = top; y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            if (isLike(image.pixel(x, y), colour)) return y;
    return -1;
}

}

class TestFigure : public QObject {
    Q_OBJECT

private slots:
    void rowsShowEachColumnOnce_data() { models(); }
    void rowsShowEachColumnOnce()
    {
        QFETCH(QString, id);
        const Model& model = *findModel(id.toStdString());
        std::multiset<std::size_t> columns;
        std::set<QString> ids;
        for (const PlotRow& row : plotRows(model)) {
            columns.insert(row.columns.begin(), row.columns.end());
            QVERIFY2(ids.insert(row.id).second, qPrintable(row.id));
            QVERIFY(!row.title.isEmpty());
        }
        for (std::size_t c = 1; c < Trace(model).columns().size(); ++c) QCOMPARE(columns.count(c), std::size_t{1});
        QCOMPARE(plotRows(model).front().id, QString("potential"));
        Experiment e = defaultExperiment(model);
        QCOMPARE(plotRows(e)[1].title, plotRows(model)[1].title);
        e.mode = Mode::voltageClamp;
        QVERIFY(plotRows(e)[1].title.startsWith("Membrane current I"));
    }

    void figuresOfEveryModelAreDrawn_data() { models(); }
    void figuresOfEveryModelAreDrawn()
    {
        QFETCH(QString, id);
        const Run run(*findModel(id.toStdString()), 100);
        TraceFigure content = run.content(0, 100);
        content.rows.clear();
        for (const PlotRow& row : plotRows(*run.experiment.model)) content.rows.push_back(row.id);
        const QImage image = imageOf(content, {}, {1000, 2000});
        QVERIFY(highest(image, lightTheme().potential, 0, image.rect()) > 0);
        QVERIFY(highest(image, lightTheme().current, 0, image.rect()) > 0);
        QCOMPARE(highest(image, Qt::magenta, 0, image.rect()), -1);
    }

    /// In every preset, of every model, the plots of the window's start and all of them.
    void everyAxisHasTwoNumbers_data() { models(); }
    void everyAxisHasTwoNumbers()
    {
        QFETCH(QString, id);
        const Model& model = *findModel(id.toStdString());
        const Run run(model, 100);
        std::vector<QString> gates = firstRows(model);
        for (const PlotRow& row : plotRows(model))
            if (row.id == u"gates" && std::ranges::find(gates, row.id) == gates.end()) gates.push_back(row.id);
        for (const FigurePreset& preset : figurePresets())
            for (const auto& rows : {firstRows(model), gates, {"current"}})
                for (const Range& window : {Range(0, 100), Range(0, 20), Range(13.37, 57.7), Range(61.3, 62.4)}) {
                    TraceFigure content = run.content(window.first, window.second);
                    content.rows = rows;
                    QSizeF size = preset.size.points();
                    if (preset.heightOfPlot > 0 && rows.size() > 2) size.setHeight(preset.heightOfPlot * double(rows.size()) * 72 / 25.4);
                    const QStringList words = wordsIn(svgOf(content, size, preset.style));
                    const auto told = [&](const QString& axis, qsizetype at) {
                        const QString all = preset.name + ", " + axis + ": " + words.join(" | ");
                        QVERIFY2(at >= 0 && numbersFrom(words, at) >= 2, qPrintable(all));
                    };
                    told("time", words.indexOf("time (ms)") + 1);
                    for (const PlotRow& row : plotRows(model)) {
                        if (std::ranges::find(rows, row.id) == rows.end()) continue;
                        qsizetype first = words.indexOf(row.title) - 1; // the numbers of the axis come before the title
                        while (first > 0 && numbersFrom(words, first - 1) > numbersFrom(words, first)) --first;
                        told(row.title, first);
                    }
                }
    }

    void anyRangeHasTwoNumbers()
    {
        for (const Scale scale : {Scale::linear, Scale::logarithmic})
            for (const Range& range : {Range(0.6, 1.9), Range(1.05, 1.95), Range(-0.05, 1.05), Range(0.11, 0.19), Range(3, 40),
                                       Range(99, 101), Range(0.2, 2000), Range(-80, 40), Range(2, 9), Range(210, 480)}) {
                if (scale == Scale::logarithmic && range.first <= 0) continue;
                Plot plot;
                plot.setPlotStyle({.em = 128, .lineWidth = 12, .hairline = 6});
                plot.setHorizontalScale(scale);
                plot.setVerticalScale(scale);
                plot.setTitle("title");
                plot.setHorizontalLabel("label");
                plot.setHorizontalRange(range);
                plot.setVerticalRange(range);
                plot.setSideMargins(plot.wantedLeftMargin(), plot.wantedRightMargin());
                QBuffer buffer;
                QSvgGenerator generator;
                generator.setOutputDevice(&buffer);
                QPainter painter(&generator);
                plot.render(painter, {1900, 950}); // axes of about three letters' height
                painter.end();
                const QStringList words = wordsIn(buffer.data());
                const QString all = QString("%1 … %2: ").arg(range.first).arg(range.second) + words.join(" | ");
                QVERIFY2(numbersFrom(words, 0) >= 2 && numbersFrom(words, words.indexOf("label") + 1) >= 2, qPrintable(all));
            }
    }

    /// At 600 dpi no corner of a smooth curve stands out by a quarter of a pixel, though rows are several pixels apart.
    void smoothCurvesHaveNoCorners_data()
    {
        QTest::addColumn<int>("every");
        QTest::addColumn<double>("length");
        for (const int every : {1, 5})
            for (const double length : {100.0, 20.0, 5.0}) QTest::addRow("every %d, %g ms", every, length) << every << length;
    }
    void smoothCurvesHaveNoCorners()
    {
        QFETCH(int, every);
        QFETCH(double, length);
        constexpr double pixel = 16 * 72 / 600.0; // in the units of the picture
        const Run run(*findModel("hodgkin-huxley"), 100, static_cast<std::uint64_t>(every));
        TraceFigure content = run.content(0, length);
        content.rows = {"potential"};
        const QString svg = QString::fromUtf8(svgOf(content));
        static const QRegularExpression polyline("<polyline[^>]*points=\"([^\"]*)\"");
        double sharpest = 0;
        qsizetype most = 0;
        for (auto lines = polyline.globalMatch(svg); lines.hasNext();) {
            QPolygonF line;
            for (const QString& point : lines.next().captured(1).split(' ', Qt::SkipEmptyParts))
                line << QPointF(point.section(',', 0, 0).toDouble(), point.section(',', 1, 1).toDouble());
            most = std::max(most, line.size());
            for (qsizetype i = 1; i + 1 < line.size(); ++i) {
                const QLineF before(line[i - 1], line[i]), after(line[i], line[i + 1]);
                const double turn = std::abs(std::remainder(before.angleTo(after), 360)) * std::numbers::pi / 180;
                sharpest = std::max(sharpest, std::min(before.length(), after.length()) * turn / 4);
            }
        }
        QVERIFY2(most > 60, qPrintable(QString::number(most)));
        QVERIFY2(sharpest < 0.25 * pixel, qPrintable(QString::number(sharpest / pixel)));
    }

    void betweenItsPointsALineNeverGoesBeyondThem()
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> any(-1, 1);
        std::vector<QPointF> line;
        for (int i = 0; i < 400; ++i) line.emplace_back(0.1 * (i - i / 50), i % 100 < 30 ? 1 : any(random)); // with jumps and flat parts
        const auto smooth = smoothed(line, 0.01);
        QVERIFY(smooth.size() > 10 * line.size() / 2);
        std::size_t i = 0;
        for (const QPointF& p : smooth) {
            if (i + 1 < line.size() && p == line[i + 1]) ++i;
            const auto [least, most] = std::minmax({line[i].y(), line[std::min(i + 1, line.size() - 1)].y()});
            QVERIFY(p.y() >= least - 1e-12 && p.y() <= most + 1e-12);
        }
        QCOMPARE(i, line.size() - 1); // all are there
    }

    void vectorsStayVectors()
    {
        const Run run(leaky(), 200);
        TraceFigure content = run.content(0, 200);
        content.caption = "A caption below";
        const QByteArray svg = svgOf(content);
        for (const char* words : {"Membrane potential V (mV)", "time (ms)", "threshold", "A caption below"})
            QVERIFY2(svg.contains(words), words);
        QVERIFY(!svg.contains("<image"));
        QTemporaryDir folder;
        QPdfWriter pdf(folder.filePath("a.pdf"));
        pdf.setPageSize(QPageSize(QSizeF(85, 55), QPageSize::Millimeter));
        pdf.setPageMargins({});
        pdf.setResolution(1200);
        QPainter painter(&pdf);
        painter.scale(1200 / 72.0, 1200 / 72.0);
        drawFigure(painter, column, content, {});
        painter.end();
        QFile file(folder.filePath("a.pdf"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 2000 && !bytes.contains("/Subtype /Image"));
    }

    void nothingLeavesTheFigure()
    {
        const Run run(*findModel("hodgkin-huxley"), 60);
        TraceFigure content = run.content(20, 40);
        content.rows = {"potential"};
        content.potential = {-70, -60}; // most of the trace lies outside
        const QString svg = QString::fromUtf8(svgOf(content));
        const QRegularExpression polyline("<polyline[^>]*points=\"([^\"]*)\"");
        int points = 0;
        for (auto lines = polyline.globalMatch(svg); lines.hasNext();)
            for (const QString& point : lines.next().captured(1).split(' ', Qt::SkipEmptyParts)) {
                const double x = point.section(',', 0, 0).toDouble(), y = point.section(',', 1, 1).toDouble();
                QVERIFY2(x >= 0 && x <= column.width() * 16 && y >= 0 && y <= column.height() * 16, qPrintable(point));
                ++points;
            }
        QVERIFY(points > 20);
    }

    void aMillionRowsMakeASmallFile()
    {
        const Run run(leaky(), 10'000'000 * leaky().step);
        QVERIFY(run.trace.rows() >= 10'000'000);
        const QByteArray svg = svgOf(run.content(0, run.trace.latestTime()), {180 / 25.4 * 72, 300});
        QVERIFY2(svg.size() < 2'000'000, qPrintable(QString::number(svg.size())));
        QVERIFY(svg.size() > 20'000);
    }

    void spikesAreDrawnAndNotInTheData()
    {
        const Run run(leaky(), 200);
        const auto V = run.trace.values(2, 0, run.trace.rows());
        QVERIFY(*std::ranges::max_element(V) < -49.99);
        QVERIFY(!run.trace.spikes().empty());
        TraceFigure content = run.content(0, 200);
        content.rows = {"potential"};
        content.potential = {-80, 40};
        const QImage image = imageOf(content);
        const int top = highest(image, lightTheme().potential, 100, QRect(150, 0, 800, 560));
        Run silent(leaky(), 5);
        TraceFigure quiet = silent.content(0, 200);
        quiet.rows = content.rows;
        quiet.potential = content.potential;
        const int flat = highest(imageOf(quiet), lightTheme().potential, 100, QRect(110, 0, 800, 560));
        QVERIFY2(top > 0 && flat > top + 250, qPrintable(QString("%1 %2").arg(top).arg(flat)));
    }

    void scaleBarsAreTrue()
    {
        Plot plot;
        plot.resize(600, 400);
        plot.setPlotStyle({.em = 14, .lineWidth = 2});
        plot.setHorizontalLabel("time (ms)");
        plot.setScaleBars(ScaleUnits{"ms", "mV"});
        plot.setHorizontalRange({0, 200});
        plot.setVerticalRange({-80, 40});
        plot.setSideMargins(plot.wantedLeftMargin(), plot.wantedRightMargin());
        plot.show();
        plot.replot();
        const QImage image = plot.grab().toImage();
        const QRect corner(0, 60, plot.axes().left(), 340);
        const auto longest = [&](int length, int lines, auto pixel) { // unbroken stroke of ink
            int most = 0;
            for (int line = 0; line < lines; ++line)
                for (int i = 0, now = 0; i < length; ++i)
                    most = std::max(most, now = isLike(pixel(line, i), lightTheme().text) ? now + 1 : 0);
            return most;
        };
        const int across = longest(600, 400, [&](int y, int x) { return image.pixel(x, y); });
        const int up = longest(400, corner.width(), [&](int x, int y) { return image.pixel(x, y); });
        QVERIFY2(std::abs(across - (plot.pixelAt({50, 0}).x() - plot.pixelAt({0, 0}).x())) < 3, qPrintable(QString::number(across)));
        QVERIFY2(std::abs(up - (plot.pixelAt({0, 0}).y() - plot.pixelAt({0, 50}).y())) < 3, qPrintable(QString::number(up)));
    }

    void scaleBarsStandForTheAxes()
    {
        const Run run(*findModel("hodgkin-huxley"), 60);
        TraceFigure content = run.content(0, 60);
        const QString axes = QString::fromUtf8(svgOf(content)), bars = QString::fromUtf8(svgOf(content, column, {.scaleBars = true}));
        for (const QString& words : {shown(10, "ms"), shown(50, "mV"), QString("0.2")}) QVERIFY2(bars.contains(words), qPrintable(words));
        for (const char* words : {"time (ms)", "(mV)"}) QVERIFY2(axes.contains(words) && !bars.contains(words), words);
    }

    void figuresHaveTheirOwnTheme()
    {
        const Run run(leaky(), 50);
        QCOMPARE(imageOf(run.content(0, 50)).pixelColor(2, 2), lightTheme().panel);
        QCOMPARE(imageOf(run.content(0, 50), {.theme = &darkTheme()}).pixelColor(2, 2), darkTheme().panel);
    }

    void aSingleSampleIsVisibleAtEachZoom_data()
    {
        QTest::addColumn<double>("length");
        for (const double length : {20'000.0, 5000.0, 700.0, 50.0, 3.0}) QTest::addRow("%g ms", length) << length;
    }
    void aSingleSampleIsVisibleAtEachZoom()
    {
        QFETCH(double, length);
        const Model& model = *findModel("passive");
        Trace trace(model);
        const double terms[2] = {};
        constexpr int rows = 400'000, odd = 271'828;
        for (int i = 0; i < rows; ++i) {
            const double V = i == odd ? 0 : -70 + 2 * std::sin(0.01 * i);
            trace.record(i == 0 ? Mark::start : Mark::sample, 0.05 * i, 0, {&V, 1}, terms);
        }
        const Experiment experiment = defaultExperiment(model);
        Plot plot;
        plot.resize(700, 300);
        TraceRow row(model, plotRows(model).front());
        const Strand whole{.trace = std::make_shared<const Trace>(trace)};
        plot.setSideMargins(40, 10);
        plot.setVerticalRange({-80, 10});
        plot.show();
        for (const double shift : {0.0, 0.013, 0.29}) { // wherever the columns begin
            const double from = 0.05 * odd - length * (0.4 + shift), width = length / plot.axesWidth();
            row.show(plot, {&whole, 1}, {from, from + length}, width);
            plot.setHorizontalRange({from, from + length});
            plot.replot();
            const QImage image = plot.grab().toImage();
            const QPoint peak = plot.pixelAt({0.05 * odd, -1}).toPoint();
            QVERIFY(highest(image, lightTheme().potential, peak.y() - 4, QRect(peak.x() - 3, peak.y() - 4, 7, 12)) > 0);
        }
    }

    void envelopesHoldEveryPeak()
    {
        std::mt19937 random(1);
        std::normal_distribution noise;
        Trace trace(*findModel("passive"));
        double highest = 0;
        for (int i = 0; i < 50'000; ++i) {
            const double time = i < 25'000 ? 0.05 * i : 1250 + 0.001 * (i - 25'000); // sampled ever so differently
            const double V = noise(random), terms[2] = {};
            trace.record(i == 0 ? Mark::start : Mark::sample, time, 0, {&V, 1}, terms);
            highest = std::max(highest, V);
        }
        for (const double width : {0.37, 2.0, 300.0}) {
            const auto points = envelope(trace, 2, {0, 1275}, width);
            QVERIFY(static_cast<double>(points.size()) <= 2 * (1275 / width + 2));
            QVERIFY(std::ranges::is_sorted(points, {}, &QPointF::x));
            QCOMPARE(std::ranges::max_element(points, {}, &QPointF::y)->y(), double(float(highest)));
        }
    }

    void theWindowFollowsUntilItIsMoved()
    {
        TimeWindow window;
        window.setLength(100);
        window.setExtent(0, 40);
        QCOMPARE(window.from(), 0.0); // grows from the left
        QCOMPARE(window.to(), 100.0);
        window.setExtent(0, 250);
        QCOMPARE(window.to(), 250.0);
        window.pan(-30);
        QVERIFY(!window.isFollowing());
        window.setExtent(0, 300);
        QCOMPARE(window.from(), 120.0);
        window.zoom(0.5, 140);
        QCOMPARE(window.from(), 130.0);
        QCOMPARE(window.length(), 50.0);
        window.setExtent(135, 400); // the oldest samples are given up
        QCOMPARE(window.from(), 135.0);
        window.toEnd();
        window.setExtent(135, 410);
        QVERIFY(window.isFollowing());
        QCOMPARE(window.to(), 410.0);
        window.zoom(4, 380);
        QVERIFY(window.isFollowing());
        QCOMPARE(window.to(), 410.0);
    }

    void rangesAreCalm()
    {
        CalmRange calm;
        QCOMPARE(calm.update({0, 10}, 0), Range(0, 10));
        QCOMPARE(calm.update({-5, 8}, 0.1), Range(-5, 10)); // grows at once
        QCOMPARE(calm.update({0, 2}, 0.2), Range(-5, 10));
        QCOMPARE(calm.update({0, 2}, 1.5), Range(-5, 10));
        QCOMPARE(calm.update({0, 2}, 1.9), Range(0, 2)); // shrinks after a while
        QCOMPARE(niceRange(-70, 30), Range(-80, 40));
    }

private:
    static void models()
    {
        QTest::addColumn<QString>("id");
        for (const Model& model : catalogue()) QTest::newRow(std::string(model.id).c_str()) << fromView(model.id);
    }
};

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
