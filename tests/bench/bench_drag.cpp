// SPDX-License-Identifier: GPL-3.0-or-later
// A slider is dragged for some seconds while the neuron runs and the f–I curve, the map and the phase plane are open: how long the
// window was deaf at most (and how much of that its thread was at work: a busy machine is deaf for longer), and how far the curve was
// behind the slider; the same within a lesson, whose check is judged meanwhile. Offscreen, so drawing is done by the processor.
#include "catalogue.h"
#include "lesson_dock.h"
#include "main_window.h"
#include "rate_plot.h"
#include "turns.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

using namespace rheobase;

namespace {

constexpr double seconds = 4, frame = 1000.0 / 60; // ms

void openViews(MainWindow& window)
{
    for (const char* id : {"rate", "map", "phase"}) {
        auto* dock = window.findChild<QDockWidget*>(id);
        dock->setFloating(true);
        dock->resize(400, 480);
        dock->show();
    }
}

void report(const char* what, std::vector<double> times)
{
    std::ranges::sort(times);
    const auto within = [&](std::size_t part) { return times[times.size() * part / 100]; };
    std::printf("  %-14s %5.1f ms at most, %5.1f in 99 of 100 turns, %5.1f in 90\n", what, times.back(), within(99), within(90));
}

/// Goes to the step of the lesson on leaks in which R can be changed.
void openLesson(MainWindow& window)
{
    window.openLesson(":/lessons/05-leak-forgets.lesson.md");
    LessonRun& run = window.findChild<LessonDock*>()->run();
    run.goTo(3);
    run.answer(std::get<Ask>(run.walk().step().parts.front()), std::vector<std::string>{"C-up"});
    run.runAgain();
    run.check();
}

/// Drags the slider of one parameter to and fro.
void measure(const Model& model, const char* parameter, bool isInLesson = false)
{
    MainWindow window(defaultExperiment(model));
    window.resize(1440, 900);
    window.show();
    if (isInLesson) openLesson(window);
    openViews(window);
    turns(2, [] {}); // all is computed once
    const auto index = *indexOf(model.parameters, parameter);
    const Quantity& q = model.parameters[index];
    const auto& rate = *window.findChild<RatePlot*>();
    std::map<double, qint64> setAt; // value → ms
    QElapsedTimer clock;
    clock.start();
    double last = -frame, behind = 0;
    const Gesture drag = window.session().beginGesture();
    const auto turn = [&] {
        const auto now = static_cast<double>(clock.elapsed());
        const double shown = rate.sweep().experiment.parameters[index];
        // A curve is behind from the moment on at which the slider left its value.
        if (const auto next = setAt.upper_bound(shown); next != setAt.end())
            behind = std::max(behind, now - static_cast<double>(next->second));
        if (now - last < frame) return;
        last = now;
        const double value = q.value * (1 + 0.2 * now / (1000 * seconds));
        setAt.emplace(value, clock.elapsed());
        window.session().setParameter(index, value, drag);
    };
    const auto [apart, busy] = turns(seconds, turn);
    std::printf("%s, %s%s: curve behind by at most %3.0f ms\n", model.id.data(), parameter, isInLesson ? ", in a lesson" : "", behind);
    report("deaf", apart);
    report("of it at work", busy);
    std::fflush(stdout);
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("RheobaseBench"));
    applyLook(application, Look::light);
    const QTemporaryDir reports;
    QSettings().setValue("lessons/reports", reports.path());
    measure(*findModel("leaky-integrate-and-fire"), "R");
    measure(*findModel("leaky-integrate-and-fire"), "R", true);
    measure(*findModel("hodgkin-huxley"), "g_Na");
}
