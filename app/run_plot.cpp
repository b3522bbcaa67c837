// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_plot.h"

#include "command_line.h"
#include "export.h"

#include <QApplication>

namespace rheobase {

void savePlot(const RunOrder& order, const Trace& trace, const Landmarks& landmarks)
{
    // Fonts need an application; a display is not needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) qputenv("XDG_RUNTIME_DIR", "/tmp"); // else Qt remarks on it
    char name[] = "rheobase";
    char* arguments[] = {name, nullptr};
    int count = 1;
    const QApplication application(count, arguments);

    FigureContent content{.trace = &trace, .experiment = &order.experiment, .from = 0, .to = order.duration};
    for (const PlotRow& row : plotRows(*order.experiment.model))
        if (row.shownAtFirst) content.rows.push_back(row.id);
    content.rest = landmarks.rest;
    if (landmarks.rheobase) content.rheobase = landmarks.rheobase->sustained;
    QString error;
    if (!saveFigure(order.plot, content, {order.size, static_cast<double>(order.dpi)}, {}, &error)) throw Failure{Failure::impossible, error};
}

}
