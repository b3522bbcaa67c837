// SPDX-License-Identifier: GPL-3.0-or-later
// The cost of a frame of the whole stack of plots: median (and least) µs of processor time of 60 frames, each
// scrolled or zoomed a little, drawn and painted. On a busy machine the least tells more.
#include "catalogue.h"
#include "session.h"
#include "trace_plot.h"
#include "trace_stack.h"

#include <QApplication>
#include <QKeyEvent>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace rheobase;

namespace {

constexpr int frames = 60;

void press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(widget, &event);
}

double frame(TraceStack& stack)
{
    const std::clock_t start = std::clock(); // of this process alone, whatever else the machine does
    stack.refreshNow();
    QCoreApplication::processEvents();
    return 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Cost {
    double median, least;
};

template<class Change> Cost cost(TraceStack& stack, Change change)
{
    std::vector<double> costs;
    for (int i = 0; i < frames; ++i) {
        change(i);
        costs.push_back(frame(stack));
    }
    std::ranges::sort(costs);
    return {costs[frames / 2], costs.front()};
}

/// At least so many rows, as dense as a run at this speed records them; then paused.
void record(Session& session, std::size_t rows, double speed)
{
    session.setSpeed(speed);
    while (session.trace().rows() < rows) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    session.pause();
    while (session.status().running) QThread::msleep(1);
    QThread::msleep(50);
    QCoreApplication::processEvents();
}

/// rows 0: a window of the usual length, of a run in real time.
void measure(const Model& model, std::size_t rows)
{
    Experiment experiment = defaultExperiment(model);
    if (!model.linear) experiment.dt = 0.05;
    Session session(experiment);
    TraceStack stack(session);
    stack.resize(1500, 800);
    for (const PlotRow& row : stack.rows()) stack.setRowShown(row.id, true);
    stack.show();
    record(session, rows == 0 ? 8000 : rows, rows == 0 ? 1000 : std::numeric_limits<double>::infinity());
    const Trace& trace = session.trace();
    if (rows > 0) stack.setWindowLength(0.9 * (trace.latestTime() - trace.time(trace.rows() - rows)));
    for (int i = 0; i < 3; ++i) frame(stack);
    TracePlot* plot = stack.plot("potential");
    const Cost scrolled = cost(stack, [plot](int i) { press(plot, i < frames / 2 ? Qt::Key_Left : Qt::Key_Right, Qt::ShiftModifier); });
    const Cost zoomed = cost(stack, [plot](int i) { press(plot, i % 2 ? Qt::Key_Minus : Qt::Key_Plus); });
    const QByteArray what = rows == 0 ? "usual window" : QByteArray::number(static_cast<qulonglong>(rows)) + " rows";
    std::printf("%-26s %zu plots, %-13s: scrolled %6.0f µs (%6.0f), zoomed %6.0f µs (%6.0f)\n", model.id.data(), stack.rows().size(),
                what.data(), scrolled.median, scrolled.least, zoomed.median, zoomed.least);
    std::fflush(stdout);
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    for (const char* id : {"leaky-integrate-and-fire", "hodgkin-huxley"})
        for (const std::size_t rows : {std::size_t{0}, std::size_t{10'000}, std::size_t{1'000'000}}) measure(*findModel(id), rows);
}
