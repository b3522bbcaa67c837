// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cursors.h"
#include "markers.h"
#include "pointer.h"
#include "ruler.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "view_desk.h"

namespace rheobase {

/// The plots of a session in a window, with all that measures.
struct MeasuringDesk : ViewDesk<TraceStack> {
    Cursors& cursors;
    Ruler& ruler;
    Markers& markers;

    explicit MeasuringDesk(const Experiment& experiment)
        : ViewDesk(experiment, {1000, 800}),
          cursors(*new Cursors(session, view, &session)), // an overlay outlives its stack
          ruler(*new Ruler(session, view, cursors, &session)),
          markers(*new Markers(session, view, cursors, &session))
    {
        view.activateWindow();
    }
    explicit MeasuringDesk(const char* model) : MeasuringDesk(defaultExperiment(*findModel(model))) {}

    TracePlot& potential() const { return *view.plot("potential"); }
    bool runTo(double time) { return ViewDesk::runTo(time) && focus(); }
    bool focus()
    {
        potential().setFocus();
        return QTest::qWaitFor([&] { return potential().hasFocus(); });
    }
    QPoint at(std::size_t row, std::size_t column = 2) const
    {
        return potential().pixelAt({trace().time(row), trace().value(column, row)}).toPoint();
    }
    QPoint over(double time) const { return {qRound(potential().pixelAt({time, 0}).x()), qRound(potential().axes().top()) + 20}; }
    /// The first row of the window, and the row with the greatest value of the potential in it.
    std::size_t firstRow() const { return trace().firstAt(view.figure().from); }
    std::size_t highest(std::size_t first, std::size_t end) const
    {
        const auto V = trace().values(2, first, end);
        return first + static_cast<std::size_t>(std::ranges::max_element(V) - V.begin());
    }
};

}
