// SPDX-License-Identifier: GPL-3.0-or-later
// The window in current clamp and in voltage clamp.
#include "clamp_stage.h"
#include "lesson_dock.h"
#include "main_window.h"
#include "on_screen.h"
#include "predictor.h"
#include "presentation.h"
#include "scope_bar.h"
#include "stimulus_panel.h"
#include "trace_stack.h"

#include <QAction>
#include <QDockWidget>

#include <algorithm>

namespace rheobase {

namespace {

/// Views that tell of spikes, or of a V that is free; and those of a V that is commanded.
constexpr const char* ofFreeV[] = {"rate", "map", "frequency", "strength", "spikes", "kept", "ladder"};
constexpr const char* ofClampedV[] = {"current-voltage", "tails", "recovery"};

template<std::size_t n> bool isOne(const char* const (&ids)[n], const QDockWidget& view)
{
    return std::ranges::any_of(ids, [&](const char* id) { return view.objectName() == QLatin1String(id); });
}

bool fits(bool isClamped, const QDockWidget& view) { return isClamped ? !isOne(ofFreeV, view) : !isOne(ofClampedV, view); }

}

void MainWindow::addClamp()
{
    for (QDockWidget* view : m_views)
        if (isOne(ofClampedV, *view)) {
            m_laidAside.push_back(view);
            view->hide();
        }
    listViews();
    connect(&m_session, &Session::experimentChanged, this, &MainWindow::followMode);
    connect(&m_session, &Session::veilChanged, this, &MainWindow::listViews, Qt::QueuedConnection); // a lesson lists views, too
}

void MainWindow::followMode() { showFor(isClamped(m_session.experiment())); }

/// The plots, panels and views of a mode; those of the other one come back with it as they were.
void MainWindow::showFor(bool isClamped)
{
    if (m_isClamped == isClamped) return;
    m_isClamped = isClamped;
    m_presentation->end();
    m_predictor->end();
    m_predictor->action()->setEnabled(!isClamped && !m_lesson);
    m_session.setInjecting(false);
    for (QAction* tool : m_traceTools) tool->setEnabled(!isClamped);
    m_stack->setVisible(!isClamped);
    m_scope->setVisible(!isClamped);
    m_stimulus->setVisible(!isClamped);
    m_clamp->setVisible(isClamped);
    const auto back = std::exchange(m_laidAside, {});
    const auto seenBefore = std::exchange(m_seenBefore, nullptr);
    for (QDockWidget* view : m_views) {
        if (isOnTop(*view)) m_seenBefore = view;
        if (fits(isClamped, *view) || view->isHidden()) continue;
        m_laidAside.push_back(view);
        view->hide();
    }
    for (QDockWidget* view : back) view->show();
    if (seenBefore) seenBefore->raise();
    else if (!back.empty()) back.front()->raise();
    listViews();
    plotsHome()->setFocus();
}

/// What does not fit the mode is in no menu; nor is what would tell what is sealed, and that is gone.
void MainWindow::listViews()
{
    for (QDockWidget* view : m_views) {
        const bool isHidden = m_session.veil().hides(view->objectName().toStdString());
        view->toggleViewAction()->setVisible(fits(m_isClamped, *view) && !isHidden);
        if (isHidden) view->hide();
    }
}

/// Where letters are shortcuts and arrows go along the plots.
QWidget* MainWindow::plotsHome() const
{
    if (m_isClamped) return &m_clamp->command();
    return m_stack;
}

}
