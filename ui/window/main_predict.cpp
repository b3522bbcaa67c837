// SPDX-License-Identifier: GPL-3.0-or-later
// Predictions that are drawn outside of lessons.
#include "main_window.h"
#include "phase_picture.h"
#include "phase_plot.h"
#include "predictor.h"
#include "rate_plot.h"
#include "scope_bar.h"
#include "trace_plot.h"
#include "trace_stack.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QSplitter>

namespace rheobase {

namespace {

/// The plot of a kind that has the keyboard.
template<class View> View* focused()
{
    QWidget* widget = QApplication::focusWidget();
    while (widget && !qobject_cast<View*>(widget)) widget = widget->parentWidget();
    return qobject_cast<View*>(widget);
}

SketchAxis axisOf(const Quantity& quantity, Range range) { return {identifier(quantity.symbol), quantity, range.first, range.second}; }

}

void MainWindow::addPrediction()
{
    auto* plots = static_cast<QBoxLayout*>(m_splitter->widget(1)->layout());
    m_predictor = new Predictor(
        m_session, *m_ghosts, {*plots, {m_scope, m_stack}, m_views}, [this] { return predictionAxes(); }, this);
    addAction(m_predictor->action());
}

/// Those of the f–I curve or the phase plane where it has the keyboard, else of the potential over the window from the start of a run.
Sketch MainWindow::predictionAxes() const
{
    Sketch sketch;
    const Columns columns(m_session.model());
    if (auto* rate = focused<RatePlot>()) {
        const RateScene& scene = rate->picture().scene();
        sketch.plane = Sketch::Plane::rate;
        sketch.across = axisOf(m_session.model().input, scene.across);
        sketch.up = {"rate", rateOfSketches(), std::max(0.0, scene.up.first), scene.up.second};
        return sketch;
    }
    if (auto* phase = focused<PhasePlot>(); phase && phase->choice().up) {
        const PhaseScene& scene = phase->picture().scene();
        sketch.plane = Sketch::Plane::phase;
        sketch.across = axisOf(m_session.model().state[phase->choice().across], scene.across);
        sketch.up = axisOf(m_session.model().state[*phase->choice().up], scene.up);
        return sketch;
    }
    const TracePlot* potential = m_stack->plot(QStringLiteral("potential"));
    const double length = m_stack->windowLength();
    sketch.across = axisOf(columns[Columns::time].quantity, {0, length});
    sketch.up = axisOf(columns[Columns::potential].quantity, potential->verticalRange());
    sketch.givenX = 0;
    return sketch;
}

}
