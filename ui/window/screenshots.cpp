// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenshots.h"

#include "catalogue.h"
#include "main_window.h"
#include "plot_view.h"
#include "theme.h"
#include "trace_stack.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QDockWidget>
#include <QTextStream>

namespace rheobase {

namespace {

struct Scene {
    QString name, model, view;
    Look look;
    QSize size;
    double current, moment; ///< model's unit; ms
};

/// True once the trace has come as far as the moment, the rheobase is known and the view computed.
bool isReady(const Session& session, double moment, const PlotView* view)
{
    return !session.trace().empty() && session.trace().latestTime() >= moment - session.experiment().dt && session.rheobase()
           && (!view || view->isSettled());
}

bool take(QApplication& application, const Scene& scene, const QDir& folder)
{
    applyLook(application, scene.look);
    Experiment experiment = defaultExperiment(*findModel(scene.model.toStdString()));
    experiment.stimulus = {component(*stimulusShape("step"), injected(experiment))};
    experiment.stimulus[0].values = {15, 1000, scene.current};
    MainWindow window(experiment);
    window.resize(scene.size);
    window.session().pause();
    window.session().restart();
    window.session().advanceBy(scene.moment);
    window.show();
    auto* dock = window.findChild<QDockWidget*>(scene.view);
    dock->raise();
    const auto* view = dock->findChild<PlotView*>();
    for (const QDeadlineTimer deadline(20'000); !isReady(window.session(), scene.moment, view) && !deadline.hasExpired();)
        application.processEvents(QEventLoop::AllEvents, 20);
    for (const QDeadlineTimer settled(600); !settled.hasExpired();) application.processEvents(QEventLoop::AllEvents, 20);
    return isReady(window.session(), scene.moment, view) && window.grab().save(folder.filePath(scene.name + ".png"));
}

}

int makeScreenshots(QApplication& application, const QString& folder)
{
    const QDir target(folder);
    const Scene scenes[] = {
        {"leaky-light", "leaky-integrate-and-fire", "circuit", Look::light, {1440, 900}, 2.4, 120},
        {"rate-light", "hodgkin-huxley", "rate", Look::light, {1440, 900}, 10, 120},
        {"phase-dark", "hodgkin-huxley", "phase", Look::dark, {1440, 900}, 10, 120},
        {"map-light", "leaky-integrate-and-fire", "map", Look::light, {1440, 900}, 2.4, 120},
        {"passive-light", "passive", "circuit", Look::light, {1280, 720}, 1, 80},
    };
    for (const Scene& scene : scenes) {
        if (!QDir().mkpath(folder) || !take(application, scene, target)) {
            QTextStream(stderr)
                << QObject::tr("The picture %1 could not be written; is the folder writable?").arg(target.filePath(scene.name + ".png"))
                << '\n';
            return 1;
        }
        QTextStream(stdout) << target.filePath(scene.name + ".png") << '\n';
    }
    return 0;
}

}
