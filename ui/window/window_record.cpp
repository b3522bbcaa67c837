// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_record.h"

#include "course.h"
#include "cursors.h"
#include "ghosts.h"
#include "readings.h"
#include "sealed.h"
#include "session.h"
#include "trace_stack.h"

#include <QAction>
#include <QDockWidget>
#include <QLayout>

#include <algorithm>

namespace rheobase {

namespace {

/// Both cursors on V; else a lesson cannot ask for what they read.
std::optional<Recorded::Reading> readingOf(const Cursors& cursors, const Trace& trace)
{
    const auto &a = cursors.place(Cursors::A), &b = cursors.place(Cursors::B);
    if (!cursors.isShown() || a.column != Columns::potential || b.column != Columns::potential || !cursors.span() || trace.empty())
        return std::nullopt;
    const auto at = [&trace](const Cursors::Place& place) { return trace.value(Columns::potential, nearestRow(trace, place.time)); };
    Recorded::Reading reading{a.time, b.time - a.time, at(b) - at(a)};
    if (cursors.fit().problem.empty()) reading.tau = cursors.fit().tau;
    return reading;
}

/// A lesson is written in the open: what is sealed is no part of it.
Experiment told(const Experiment& experiment) { return isSealed(experiment) ? disguised(experiment) : experiment; }

/// A dock behind others is visible to Qt.
bool isSeen(const QDockWidget& dock) { return dock.isVisible() && dock.widget()->layout()->itemAt(0)->widget()->isVisible(); }

}

Recorded recordOf(const Bearings& window)
{
    Recorded recorded{.experiment = told(window.session.experiment())};
    for (const PlotRow& row : window.stack.rows())
        if (window.stack.isRowShown(row.id)) recorded.seen.push_back({row.id, row.title});
    const auto& known = lessonStage().views;
    for (const QDockWidget* dock : window.views)
        if ((isSeen(*dock) || (dock == window.viewed && dock->isVisible()))
            && std::ranges::find(known, dock->objectName().toStdString()) != known.end())
            recorded.seen.push_back({dock->objectName(), dock->toggleViewAction()->text()});
    for (const Recorded::Seen& seen : recorded.seen) recorded.scene.show.push_back(seen.id.toStdString());
    recorded.scene.trigger = triggers()[static_cast<std::size_t>(window.stack.timebase().kind())];
    recorded.scene.window = window.stack.windowLength();
    recorded.cursors = readingOf(window.cursors, window.session.trace());
    for (std::size_t i = 0; i < window.ghosts.list().size(); ++i)
        recorded.kept.push_back({told(window.ghosts.list()[i].experiment), window.ghosts.label(i)});
    return recorded;
}

}
