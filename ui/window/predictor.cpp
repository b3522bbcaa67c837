// SPDX-License-Identifier: GPL-3.0-or-later
#include "predictor.h"

#include "ghosts.h"
#include "on_screen.h"
#include "session.h"
#include "sketch_bench.h"
#include "sketch_plot.h"
#include "words.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QDockWidget>

namespace rheobase {

namespace {

constexpr std::size_t mostMemory = 16 << 20;

}

Predictor::Predictor(Session& session, Ghosts& ghosts, Place place, std::function<Sketch()> axes, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_ghosts(ghosts),
      m_place(std::move(place)),
      m_axes(std::move(axes)),
      m_action(new QAction(tr("Predict"), this))
{
    m_action->setShortcut(Qt::Key_P);
    m_action->setToolTip(tr("Draw what you expect on the axes of a plot, before the run shows it (P)"));
    connect(m_action, &QAction::triggered, this, &Predictor::begin);
    for (const auto change : {&Session::experimentChanged, &Session::modelChanged})
        connect(&session, change, this, [this] {
            if (m_bench && !m_bench->isFrozen()) end();
        });
}

void Predictor::begin()
{
    if (m_bench) return end();
    m_before = QApplication::focusWidget();
    m_ran = m_session.isRunning();
    const Sketch sketch = m_axes();
    m_session.pause();
    makeRoom();
    m_bench = new SketchBench(m_session, sketch, {});
    m_place.plots.insertWidget(1, m_bench, 1);
    connect(m_bench, &SketchBench::taken, this, &Predictor::take);
    connect(m_bench, &SketchBench::runCame, this, &Predictor::compare);
    for (const auto leave : {&SketchBench::escaped, &SketchBench::leaveWanted})
        connect(m_bench, leave, this, &Predictor::end, Qt::QueuedConnection);
    m_bench->setFocus();
}

void Predictor::makeRoom()
{
    for (QDockWidget* view : m_place.views)
        if (isOnTop(*view)) m_onTop.emplace_back(view);
    std::vector<QWidget*> aside = m_place.aside;
    std::ranges::copy_if(m_place.views, std::back_inserter(aside), [](QDockWidget* view) { return !view->isFloating(); });
    for (QWidget* widget : aside)
        if (!widget->isHidden()) m_aside.emplace_back(widget), widget->hide();
}

void Predictor::end()
{
    if (!m_bench) return;
    const bool wasTaken = m_bench->isFrozen();
    delete std::exchange(m_bench, nullptr);
    for (const auto& widget : std::exchange(m_aside, {}))
        if (widget) widget->show();
    for (const auto& view : std::exchange(m_onTop, {}))
        if (view) view->raise();
    if (m_ran || wasTaken) m_session.run();
    if (m_before) m_before->setFocus();
}

void Predictor::take(const Stroke& stroke)
{
    keep(stroke);
    m_bench->freeze();
    if (m_bench->sketch().plane == Sketch::Plane::rate) return; // its neurons are others
    m_session.restart();
    m_session.run();
}

/// A trace that was never run: the potential as it was drawn, all else as at the start.
void Predictor::keep(const Stroke& stroke)
{
    const Experiment& e = m_session.experiment();
    if (m_bench->sketch().plane != Sketch::Plane::trace || m_bench->sketch().up.name != identifier(e.model->state[0].symbol)) return;
    auto trace = std::make_shared<Trace>(*e.model, mostMemory);
    std::vector<double> state = start(e).state;
    for (const auto& [t, V] : stroke) {
        state[0] = V;
        trace->record(t == stroke.front().first ? Mark::start : Mark::sample, t, 0, state, e.model->termsAt(state, e.parameters));
    }
    m_ghosts.add(std::move(trace), e, tr("prediction"));
}

void Predictor::compare()
{
    if (!m_bench || !m_bench->isRunThrough()) return;
    const Sentence sentence = comparison(m_bench->sketch(), m_bench->plot().stroke(), m_bench->came());
    if (!sentence.empty()) m_bench->say(typeset(spoken(sentence)));
}

}
