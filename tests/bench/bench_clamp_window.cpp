// SPDX-License-Identifier: GPL-3.0-or-later
// A slider is dragged for some seconds while a family of 16 × 30 ms is clamped: from each move of the slider until all plots of the family
// are drawn anew (must: 33 ms, aim: 16), alone and with the current–voltage view open. Offscreen, so drawing is done by the processor.
#include "catalogue.h"
#include "clamp_graphs.h"
#include "clamp_stage.h"
#include "main_window.h"
#include "theme.h"
#include "turns.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QSettings>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace rheobase;

namespace {

constexpr double seconds = 4, frame = 1000.0 / 60; // ms

Experiment family(const Model& model)
{
    Experiment e = defaultExperiment(model);
    e.mode = Mode::voltageClamp;
    e.clamp = withSteps(e, e.model->state[0].min, e.model->state[0].max, mostOverlaidSteps).clamp;
    e.clamp.before = 4;
    e.clamp.width = 20;
    e.clamp.after = 6;
    return e;
}

void measure(const Model& model, const char* parameter, const char* view)
{
    MainWindow window(defaultExperiment(model));
    window.session().load(family(model));
    window.resize(1440, 900);
    window.show();
    window.findChild<QDockWidget*>(QLatin1String(view))->raise();
    auto& stage = *window.findChild<ClampStage*>();
    turns(2, [] {}); // all is computed once
    const auto index = *indexOf(model.parameters, parameter);
    const Quantity& q = model.parameters[index];
    std::vector<double> drawn; // ms from a move to its picture
    QElapsedTimer clock, since;
    clock.start();
    bool isWaiting = false;
    double last = -frame;
    const Gesture drag = window.session().beginGesture();
    const auto turn = [&] {
        const auto now = 1e-6 * static_cast<double>(clock.nsecsElapsed());
        if (isWaiting && stage.isSettled()) {
            drawn.push_back(1e-6 * static_cast<double>(since.nsecsElapsed()));
            isWaiting = false;
        }
        if (isWaiting || now - last < frame) return;
        last = now;
        since.start();
        isWaiting = true;
        window.session().setParameter(index, q.value * (1 + 0.2 * now / (1000 * seconds)), drag);
    };
    const auto [apart, busy] = turns(seconds, turn);
    std::ranges::sort(drawn);
    const auto within = [&](std::size_t part) { return drawn.empty() ? NAN : drawn[drawn.size() * part / 100]; };
    std::printf("%s, %s, view %-16s family of 16 x 30 ms redrawn in %5.1f ms (median), %5.1f in 90 of 100, %5.1f at most; deaf for %5.1f "
                "ms at most\n",
                model.id.data(), parameter, view, within(50), within(90), drawn.empty() ? NAN : drawn.back(),
                *std::ranges::max_element(apart));
    std::fflush(stdout);
}

}

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("RheobaseBench"));
    applyLook(application, Look::light);
    for (const Model& model : catalogue()) {
        if (!clampRefusal(model).empty()) continue;
        const auto g = indexOf(model.parameters, Part::conductance);
        const std::string name = identifier(model.parameters[g.value_or(0)].symbol);
        measure(model, name.c_str(), "circuit");
        measure(model, name.c_str(), "current-voltage");
    }
}
