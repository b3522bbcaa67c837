// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live_search.h"
#include "sketch.h"

#include <QPolygonF>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace rheobase {

class Plot;
class Session;
class SketchPlot;
class WithoutDrawing;

/// Where a prediction is drawn, instead of the plots: tools, the axes, the stimulus below them, and the same without a pencil. Once it is
/// frozen the tools leave, and the run comes over it.
class SketchBench : public QWidget {
    Q_OBJECT
public:
    /// `kept` is what was drawn before.
    SketchBench(Session& session, Sketch sketch, const Stroke& kept, QWidget* parent = nullptr);

    SketchPlot& plot() { return *m_plot; }
    const Sketch& sketch() const { return m_sketch; }
    /// Nothing can be drawn any more, and what the neuron does is shown.
    void freeze();
    bool isFrozen() const;
    /// What the run has come to on the axes, as it was recorded.
    const Stroke& came() const { return m_came; }
    /// What is said above the axes once it is frozen.
    void say(const QString& words);
    QString saying() const;
    /// The axes have been run through: there is nothing more to come.
    bool isRunThrough() const;

signals:
    void taken(const Stroke& stroke);
    void leaveWanted(); ///< back to the plots
    void escaped();     ///< Esc, where nothing else takes it
    void runCame();     ///< the run shows more

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeTools();
    void prepare();
    void showStimulus(const QPolygonF& curve);
    void refresh();
    void take();
    void follow();
    void followRun();
    void askForRates();

    Session& m_session;
    Sketch m_sketch;
    SketchPlot* m_plot = nullptr;
    Plot* m_stimulus = nullptr;
    WithoutDrawing* m_without = nullptr;
    QWidget* m_tools = nullptr;
    QToolButton *m_draw = nullptr, *m_undo = nullptr, *m_again = nullptr;
    QLabel* m_reason = nullptr;
    QPushButton *m_take = nullptr, *m_leave = nullptr;
    Stroke m_came;
    std::uint64_t m_through = 0;            // the run that has gone through the axes
    Experiment m_asked;                     // whose rates are drawn
    LiveSearch<Experiment, Stroke> m_rates; // last: it tells of the rest
};

}
