// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"
#include "robot.h"
#include "session.h"

#include <cmath>
#include <concepts>

namespace rheobase {

/// A view of a session in a window of its own, the run paused at first; and the hands of a robot user.
template<class View> struct ViewDesk {
    Session session;
    View view;

    explicit ViewDesk(const Experiment& experiment, QSize size = {900, 700}) : session(experiment), view(session)
    {
        session.pause();
        session.setSpeed(2000);
        view.resize(size);
        view.show();
    }
    explicit ViewDesk(std::string_view model, QSize size = {900, 700}) : ViewDesk(defaultExperiment(*findModel(model)), size) {}

    const Trace& trace() const { return session.trace(); }
    /// The time of the newest row in ms; 0 where there is none.
    double newest() const { return trace().empty() ? 0 : trace().latestTime(); }
    std::size_t indexOfParameter(const char* name) const { return *indexOf(session.model().parameters, name); }
    double parameter(const char* name) const { return session.experiment().parameters[indexOfParameter(name)]; }
    template<class Widget> Widget* find(const char* name) const { return view.template findChild<Widget*>(QLatin1String(name)); }

    /// Runs to a time, then pauses and waits until all rows are there.
    bool runTo(double time)
    {
        session.run();
        if (!QTest::qWaitFor([&] { return newest() >= time; }, 60'000)) return false;
        session.pause();
        return isStill() && settle();
    }
    /// Lets the neuron live for so long (ms), and waits until all rows are there.
    bool live(double milliseconds)
    {
        if (!isStill()) return false;
        const double end = session.status().time + milliseconds;
        session.advanceBy(milliseconds);
        return QTest::qWaitFor([&] { return session.status().time > end - session.experiment().dt; }, 60'000) && isStill() && settle();
    }
    /// Waits until a view that can be seen shows how things are.
    bool settle()
    {
        if constexpr (requires { view.isSettled(); })
            if (view.isVisible() && !QTest::qWaitFor([&] { return view.isSettled(); }, 120'000)) return false;
        for (int i = 0; i < 3; ++i) {
            if constexpr (requires { view.refreshNow(); }) view.refreshNow();
            QCoreApplication::processEvents();
        }
        return true;
    }
    /// Presses a key where the focus is.
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* widget = view.window()->focusWidget();
        QTest::keyClick(widget ? widget : &view, static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    void drag(QWidget& widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        rheobase::drag(&widget, from, to, modifiers);
        settle();
    }

private:
    /// Waits until the neuron pauses and all its rows are there.
    bool isStill()
    {
        return QTest::qWaitFor([&] { return !session.status().running && newest() >= session.status().time - 1; }, 60'000);
    }
};

}
