// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to draw 8 traces on 1920 × 1080 points with pens of 2 points, 333 new samples a trace and frame (1/60 s at
// 20 kHz): medians in ms of this processor's time, of the traces alone and of whole frames, while the newest sample is
// followed, while the window is zoomed, and while it is panned; beside a QCPGraph with its default settings that follows.
// One that gives no answer is not asked for longer traces. bench_draw 1e5 takes traces of this length alone.
#include "catalogue.h"
#include "plot.h"
#include "trace.h"
#include "trace_image.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QPainter>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <numeric>
#include <random>

#include <sys/resource.h>

using namespace rheobase;

namespace {

constexpr QSize size(1920, 1080);
constexpr int curveCount = 8, frames = 41, rowsAFrame = 333, patience = 10; // s
constexpr double step = 0.05;
constexpr Range values{-10, 90};

double now() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(const std::function<void()>& append, const std::function<void(int)>& draw)
{
    std::vector<double> costs;
    for (int i = 0; i < frames; ++i) {
        append();
        const double start = now();
        draw(i);
        costs.push_back(now() - start);
        if (std::reduce(costs.begin(), costs.end()) > 3e3) break;
    }
    std::ranges::sort(costs);
    return costs[costs.size() / 2];
}

/// Eight noisy curves: the four columns of two traces.
struct Recording {
    Trace traces[2]{Trace(*findModel("passive")), Trace(*findModel("passive"))};
    std::mt19937 random{1};
    std::size_t rows = 0;

    void add(std::size_t count)
    {
        std::uniform_real_distribution<float> noise(-4, 4);
        for (std::size_t end = rows + count; rows < end; ++rows) {
            const double wave = 5 * std::sin(0.002 * static_cast<double>(rows));
            for (int t = 0; t < 2; ++t) {
                const auto y = [&](int i) { return 40 * t + 10 * i + wave + static_cast<double>(noise(random)); };
                const double V = y(1), terms[] = {y(2), y(3)};
                traces[t].record(rows == 0 ? Mark::start : Mark::sample, step * static_cast<double>(rows), y(0), {&V, 1}, terms);
            }
        }
    }
    TraceCurve curve(int i) const
    {
        return {.trace = {std::shared_ptr<const Trace>(), &traces[i / 4]}, .column = static_cast<std::size_t>(1 + i % 4)};
    }
    double latest() const { return traces[0].latestTime(); }
};

/// The window of a frame.
using Motion = Range (*)(double latest, double length, int frame);

constexpr std::pair<const char*, Motion> motions[] = {
    {"running", [](double latest, double length, int) { return Range(latest - length, latest); }},
    {"zoom", [](double latest, double length, int i) { return Range(latest - length * (1 - 0.01 * i), latest); }},
    {"pan",
     [](double latest, double length, int i) { return Range(latest - length * (1.1 - 0.005 * i), latest - length * (0.1 - 0.005 * i)); }},
};

double tracesAlone(Recording& recording, double length, Motion motion, double ratio)
{
    TraceImage image;
    std::vector<InkedCurve> curves;
    for (int i = 0; i < curveCount; ++i) curves.push_back({recording.curve(i), lightTheme().traces[i % 4], 2 * ratio});
    return median([&] { recording.add(rowsAFrame); },
                  [&](int i) {
                      const auto [from, to] = motion(recording.latest(), length, i);
                      const double column =
                          motion == motions[1].second ? (to - from) / (size.width() * ratio) : length / (size.width() * ratio);
                      image.update(curves, {size * ratio, ratio, column, columnAt(from, column), values});
                  });
}

double wholeFrame(Recording& recording, double length, Motion motion)
{
    Plot plot;
    plot.resize(size);
    plot.setPlotStyle({.lineWidth = 2, .interactive = true});
    plot.setTitle("Membrane potential");
    plot.setHorizontalLabel("time (ms)");
    plot.setSideMargins(50, 20);
    plot.setVerticalRange(values);
    std::vector<Curve> curves;
    std::vector<TraceCurve> traces;
    for (int i = 0; i < curveCount; ++i) {
        curves.push_back({.symbol = QString("x_%1").arg(i), .colour = lightTheme().traces[i % 4]});
        traces.push_back(recording.curve(i));
    }
    plot.setCurves(curves);
    plot.show();
    QCoreApplication::processEvents();
    return median([&] { recording.add(rowsAFrame); },
                  [&](int i) {
                      plot.setTraces(traces);
                      plot.setHorizontalRange(motion(recording.latest(), length, i));
                      plot.replot();
                      QCoreApplication::processEvents();
                  });
}

double plainFrame(std::size_t rows, double pen)
{
    QCustomPlot plot;
    plot.resize(size);
    plot.yAxis->setRange(values.first, values.second);
    std::mt19937 random{1};
    std::uniform_real_distribution<float> noise(-4, 4);
    std::size_t row = 0;
    const auto add = [&](std::size_t count) {
        for (std::size_t end = row + count; row < end; ++row)
            for (int i = 0; i < curveCount; ++i) {
                const double wave = 5 * std::sin(0.002 * static_cast<double>(row));
                plot.graph(i)->addData(step * static_cast<double>(row), 10 * i + wave + static_cast<double>(noise(random)));
            }
    };
    for (int i = 0; i < curveCount; ++i) plot.addGraph()->setPen(QPen(lightTheme().traces[i % 4], pen));
    add(rows);
    plot.show();
    QCoreApplication::processEvents(); // the axes are still elsewhere
    const rlimit time{static_cast<rlim_t>(now() / 1e3 + patience), RLIM_INFINITY};
    setrlimit(RLIMIT_CPU, &time);
    return median([&] { add(rowsAFrame); },
                  [&](int) {
                      plot.xAxis->setRange(step * (static_cast<double>(row) - static_cast<double>(rows)), step * static_cast<double>(row));
                      plot.replot();
                      QCoreApplication::processEvents();
                  });
}

/// What this program prints with other arguments; empty where it takes too long.
QList<double> figures(const QStringList& arguments, int ratio)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_SCALE_FACTOR", QString::number(ratio));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit) return {};
    QList<double> found;
    for (const QByteArray& word : process.readAll().simplified().split(' ')) found << word.toDouble();
    return found;
}

int measureOurs(std::size_t rows, double ratio)
{
    Recording recording;
    recording.add(rows);
    const double length = step * static_cast<double>(rows);
    for (const auto& [name, motion] : motions)
        std::printf("%g %g ", tracesAlone(recording, length, motion, ratio), wholeFrame(recording, length, motion));
    std::printf("%g\n", static_cast<double>(recording.traces[0].bytes()) / (4.0 * static_cast<double>(recording.rows)));
    return 0;
}

/// Leaves of the pens those with which a QCPGraph gives an answer.
void compare(const QString& rows, int ratio, QStringList& pens)
{
    const QList<double> ours = figures({"ours", rows, QString::number(ratio)}, ratio);
    if (ours.size() < 7) return;
    std::printf("%s samples, %d×: traces %.2f ms running, %.1f zoom, %.2f pan; whole frame %.2f ms running (%.0f %% of a core at 60/s), "
                "%.1f zoom, %.1f pan; %.1f bytes a sample\n",
                qPrintable(rows), ratio, ours[0], ours[2], ours[4], ours[1], 6 * ours[1], ours[3], ours[5], ours[6]);
    for (const QString& pen : QStringList(pens)) {
        const QList<double> plain = figures({"plain", rows, pen}, ratio);
        if (plain.isEmpty()) {
            std::printf("    QCPGraph, %s px: no answer in %d s: over %.0f times as long\n", qPrintable(pen), patience,
                        1e3 * patience / ours[1]);
            pens.removeAll(pen);
        } else std::printf("    QCPGraph, %s px: %.1f ms: %.0f times as long\n", qPrintable(pen), plain[0], plain[0] / ours[1]);
    }
    std::fflush(stdout);
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto rows = [&](int i) { return static_cast<std::size_t>(arguments[i].toDouble()); };
    if (argc > 3 && arguments[1] == "ours") return measureOurs(rows(2), arguments[3].toDouble());
    if (argc > 3 && arguments[1] == "plain") return std::printf("%g\n", plainFrame(rows(2), arguments[3].toDouble())) < 0;
    const QStringList lengths = argc > 1 ? arguments.mid(1) : QStringList{"1e4", "1e5", "1e6", "1e7"};
    for (const int ratio : {1, 2}) {
        QStringList pens{"1", "2"};
        for (const QString& length : lengths) compare(length, ratio, pens);
    }
}
