// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sketch.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QBoxLayout;
class QDockWidget;
class QWidget;

namespace rheobase {

class Ghosts;
class Session;
class SketchBench;

/// "Predict": what is expected is drawn on the axes of a plot, before the run that is laid over it; then it is kept as a ghost. Until it is
/// taken, Esc leaves without a trace.
class Predictor : public QObject {
    Q_OBJECT
public:
    /// What gives way to the drawing.
    struct Place {
        QBoxLayout& plots;
        std::vector<QWidget*> aside;
        const std::vector<QDockWidget*>& views;
    };
    /// `axes` tells on which plot, as the focus is.
    Predictor(Session& session, Ghosts& ghosts, Place place, std::function<Sketch()> axes, QObject* parent);

    QAction* action() const { return m_action; }
    SketchBench* bench() const { return m_bench; }
    /// Puts all back as it was.
    void end();

private:
    void begin();
    void makeRoom();
    void take(const Stroke& stroke);
    void keep(const Stroke& stroke);
    void compare();

    Session& m_session;
    Ghosts& m_ghosts;
    Place m_place;
    std::function<Sketch()> m_axes;
    QAction* m_action;
    SketchBench* m_bench = nullptr;
    QPointer<QWidget> m_before; // where the keyboard was
    std::vector<QPointer<QWidget>> m_aside;
    std::vector<QPointer<QDockWidget>> m_onTop; // of the views aside, those that were seen
    bool m_ran = false;
};

}
