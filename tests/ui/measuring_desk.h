// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "cursors.h"
#include "markers.h"
#include "pointer.h"
#include "ruler.h"
#include "session.h"
#include "trace_plot.h"
#include "trace_stack.h"

#include <QTest>

#include <cmath>

namespace rheobase {

/// The plots of a session in a window, with all that measures; and the hands of a robot user.
struct MeasuringDesk {
    Session session;
    TraceStack stack;
    Cursors& cursors;
    Ruler& ruler;
    Markers& markers;

    explicit MeasuringDesk(const Experiment& experiment)
        : session(experiment),
          stack(session),
          cursors(*new Cursors(session, stack, &session)), // an overlay outlives its stack
          ruler(*new Ruler(session, stack, cursors, &session)),
          markers(*new Markers(session, stack, cursors, &session))
    {
        session.setSpeed(2000);
        stack.resize(1000, 800);
        stack.show();
        stack.activateWindow();
    }
    explicit MeasuringDesk(const char* model) : MeasuringDesk(defaultExperiment(*findModel(model))) {}

    const Trace& trace() const { return session.trace(); }
    TracePlot& potential() const { return *stack.plot("potential"); }
    /// Runs to a time, then pauses and waits until all rows are there.
    bool runTo(double time)
    {
        session.run();
        if (!QTest::qWaitFor([&] { return !trace().empty() && trace().latestTime() >= time; }, 20'000)) return false;
        session.pause();
        if (!QTest::qWaitFor([&] { return !session.status().running && trace().latestTime() >= session.status().time - 1; })) return false;
        settle();
        return focus();
    }
    bool focus()
    {
        potential().setFocus();
        return QTest::qWaitFor([&] { return potential().hasFocus(); });
    }
    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            stack.refreshNow();
            QCoreApplication::processEvents();
        }
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* widget = stack.window()->focusWidget();
        QTest::keyClick(widget ? widget : &potential(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    QPoint at(std::size_t row, std::size_t column = 2) const
    {
        return potential().pixelAt({trace().time(row), trace().value(column, row)}).toPoint();
    }
    QPoint over(double time) const { return {qRound(potential().pixelAt({time, 0}).x()), qRound(potential().axes().top()) + 20}; }
    void drag(TracePlot& plot, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&plot, Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 10; ++i) QTest::mouseEvent(QTest::MouseMove, &plot, Qt::LeftButton, modifiers, from + (to - from) * i / 10);
        QTest::mouseRelease(&plot, Qt::LeftButton, modifiers, to);
        settle();
    }
    /// The first row of the window, and the row with the greatest value of the potential in it.
    std::size_t firstRow() const { return trace().firstAt(stack.figure().from); }
    std::size_t highest(std::size_t first, std::size_t end) const
    {
        const auto V = trace().values(2, first, end);
        return first + static_cast<std::size_t>(std::ranges::max_element(V) - V.begin());
    }
};

}
