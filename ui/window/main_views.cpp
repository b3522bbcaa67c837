// SPDX-License-Identifier: GPL-3.0-or-later
// The views beside the plots.
#include "circuit_view.h"
#include "clamp_graphs.h"
#include "column.h"
#include "equation_panel.h"
#include "frequency_plot.h"
#include "gate_plot.h"
#include "ghosts.h"
#include "ghosts_panel.h"
#include "ladder_view.h"
#include "lesson_writer.h"
#include "main_window.h"
#include "map_plot.h"
#include "measured_number.h"
#include "measured_panel.h"
#include "notice.h"
#include "phase_plot.h"
#include "rate_plot.h"
#include "spikes_panel.h"
#include "strength_plot.h"
#include "theme.h"
#include "trace_stack.h"
#include "why_card.h"
#include "why_panel.h"
#include "window_record.h"

#include <QAction>
#include <QDockWidget>
#include <QVBoxLayout>

namespace rheobase {

namespace {

constexpr int leastScrolled = 256; // px, of a view of large text, which scrolls

}

/// The views beside the plots; the last ones are opened when they are wanted.
void MainWindow::addViews()
{
    auto* circuit = new Column({m_circuit, m_equations, new MeasuredPanel(m_session)}, tr("Circuit, equations and measurements"));
    circuit->setScrollingAcross(true);
    addView(QStringLiteral("circuit"), tr("Circuit"), tr("Circuit and equations"),
            tr("The membrane as a circuit with the currents that flow now, its equations with the value of each term, and what is measured "
               "of the run. What is pointed at lights up everywhere; a measured number that is clicked explains itself."),
            circuit);
    addClampedViews();
    auto* rate = new RatePlot(m_session);
    addView(
        QStringLiteral("rate"), tr("f–I", "tab"), tr("f–I curve"),
        tr("How fast the neuron fires under each lasting current, from rest, with the rheobase and the closed form where there is one. The "
           "point is the neuron now: dragged along it takes another current, dragged up or down another rate."),
        rate);
    addView(QStringLiteral("map"), tr("Map", "tab"), tr("Parameter map"),
            tr("One measure over two values, with a neuron for each point. A click takes the neuron there."), new MapPlot(m_session));
    addView(QStringLiteral("phase"), tr("Phase", "tab"), tr("Phase plane"),
            tr("Two states against each other: the way of the neuron, nullclines, and fixed points with their stability. A click puts the "
               "neuron there."),
            new PhasePlot(m_session));
    addView(
        QStringLiteral("gate-curves"), tr("Gates", "tab"), tr("Gate curves"),
        tr("What the gates do over V: how far each opens and how fast, its rates, the channels that are open, their conductances and what "
           "drives their currents. The upright line is the neuron's V, a ring its gates' aim there, a dot where they are."),
        new GatePlot(m_session));
    addView(
        QStringLiteral("frequency"), tr("Z(f)", "tab"), tr("Frequency response (impedance)"),
        tr("How far V swings, and how late, for a small sine current around rest, over its frequency, with resonance and cut-off; and what "
           "a run under a sine shows of it."),
        new FrequencyPlot(m_session));
    addView(QStringLiteral("strength"), tr("Pulse", "tab"), tr("Strength–duration curve"),
            tr("How strong a pulse must be to make the neuron fire, over how long it lasts, with rheobase and chronaxie. A click injects "
               "such a "
               "pulse."),
            new StrengthPlot(m_session));
    auto* spikes = new SpikesPanel(m_session);
    addView(
        QStringLiteral("spikes"), tr("Spikes", "tab"), tr("Spikes and intervals"),
        tr("Every spike with its interval, rate and shape; how often which interval comes; the rate over time. A click shows the spike in "
           "the trace."),
        spikes);
    QDockWidget* kept = addView(QStringLiteral("kept"), tr("Kept", "tab"), tr("Kept traces"),
                                tr("The traces that were kept to compare with, each named by what it has that the neuron now has not."),
                                new GhostsPanel(*m_ghosts, m_session));
    addView(QStringLiteral("ladder"), tr("Ladder", "tab"), tr("Ladder of models"),
            tr("One stimulus into neurons of growing detail, each in units of its own rheobase: what a leak forgets, what a spike adds."),
            new LadderView(m_session))
        ->hide();
    kept->hide();
    addWriter();
    connect(spikes, &SpikesPanel::spikeChosen, m_stack, &TraceStack::showTime);
    connect(m_ghosts, &Ghosts::added, kept, &QWidget::show);
    connect(m_ghosts, &Ghosts::added, rate, &RatePlot::keep);
}

/// What is read off a clamped membrane.
void MainWindow::addClampedViews()
{
    addView(QStringLiteral("current-voltage"), tr("I–V", "tab"), tr("Current over voltage (I–V)"),
            tr("In voltage clamp: the peak and the steady current over the test potential, and how much of a current each potential opens "
               "and leaves to be opened. Lines are computed each mV; circles are the steps, the amber line is the chosen one."),
            new ClampGraphs(m_session, {QStringLiteral("current-voltage"), currentVoltageGraphs, true, true}));
    addView(QStringLiteral("tails"), tr("Tails", "tab"), tr("Tail currents"),
            tr("In voltage clamp: what still flows right after the test, through the channels that it opened, and how fast it falls as "
               "they close."),
            new ClampGraphs(m_session, {QStringLiteral("tails"), tailGraphs, false, true}));
    addView(QStringLiteral("recovery"), tr("Recovery", "tab"), tr("Recovery between two pulses"),
            tr("In voltage clamp: how much of a current a second pulse finds again, over the time at holding since the first one."),
            new ClampGraphs(m_session, {QStringLiteral("recovery"), recoveryGraphs, true, false}));
}

/// Where teachers write; the rest of the window is what they record.
void MainWindow::addWriter()
{
    m_writer = new LessonWriter([this] { return recordOf({m_session, *m_stack, *m_cursors, *m_ghosts, m_views, m_viewed}); });
    QDockWidget* dock = addView(
        QStringLiteral("write"), tr("Write", "tab"), tr("Write a lesson"),
        tr("A lesson as text: the experiment, checks and figures are put in as they are in the window; it is tried, published and printed "
           "from here."),
        m_writer);
    dock->hide();
    for (QDockWidget* other : m_views)
        if (other != dock)
            connect(other, &QDockWidget::visibilityChanged, this, [this, other](bool isSeen) {
                if (isSeen) m_viewed = other;
            });
    connect(m_writer, &LessonWriter::wanted, dock, &QWidget::show);
    connect(m_writer, &LessonWriter::wanted, dock, &QWidget::raise);
}

/// The view that the card which explains a number becomes where it is to stay.
void MainWindow::addWhy()
{
    auto* column = new Column({}, tr("Why a number is what it is"));
    m_whyView =
        addView(QStringLiteral("why"), tr("Why?", "tab"), tr("Why a number is what it is"),
                tr("The formula of a measured number with live values, the samples it rests on, and how it is made another."), column);
    m_whyView->hide();
    connect(m_whyView, &QDockWidget::visibilityChanged, this, [this](bool isSeen) {
        if (isSeen) makeWhy();
    });
}

/// The card and what is in its view, once they are wanted.
void MainWindow::makeWhy()
{
    if (m_why) return;
    m_whyPanel = new WhyPanel(m_session);
    m_whyView->findChild<Column*>()->add(m_whyPanel);
    m_why = new WhyCard(m_session, *this, *m_stack);
    connect(m_why, &WhyCard::keepWanted, this, [this](const QString& what) {
        m_whyPanel->ask(what);
        m_whyView->show();
        m_whyView->raise();
    });
    connect(&m_session, &Session::veilChanged, m_why, [this] {
        if (m_session.veil().hides("why")) m_why->hide();
    });
    connect(m_whyPanel, &WhyPanel::titleChanged, m_whyView, [this] { m_whyPanel->setAccessibleName(m_whyPanel->title()); });
}

/// What is asked why goes to the view while that is open.
void MainWindow::customEvent(QEvent* event)
{
    if (event->type() != WhyAsked::kind()) return QMainWindow::customEvent(event);
    event->accept();
    if (m_session.veil().hides("why")) return m_notice->say(tr("This neuron is sealed: numbers do not explain themselves here."));
    makeWhy();
    const auto& asked = *static_cast<WhyAsked*>(event);
    if (m_whyPanel->isVisible()) m_whyPanel->ask(asked.what);
    else m_why->open(asked);
}

/// A view beside the plots: a tab that can be drawn out, docked elsewhere, closed.
/// `title` stands on the tab, `name` in menus; the help says what it shows.
QDockWidget* MainWindow::addView(const QString& id, const QString& title, const QString& name, const QString& shows, QWidget* view)
{
    auto* dock = new QDockWidget(title);
    dock->setObjectName(id);
    dock->setWhatsThis(shows);
    auto* holder = new QWidget;
    keepDressed(holder, [holder] { holder->setMinimumSize(textSize().scale > 1 ? leastScrolled : rightWidth - 60, 1); });
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins({});
    dock->setWidget(holder);
    dock->toggleViewAction()->setText(name);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    if (!m_views.empty()) tabifyDockWidget(m_views.back(), dock);
    layout->addWidget(view);
    m_views.push_back(dock);
    connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool isOpened) {
        if (isOpened) dock->raise();
    });
    const auto followTab = [dock, view](bool isSeen) { view->setVisible(isSeen || dock->isFloating()); };
    connect(dock, &QDockWidget::visibilityChanged, view, followTab); // a dock behind others is visible to Qt
    connect(dock, &QDockWidget::topLevelChanged, view, followTab);
    connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::showTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::topLevelChanged, this, &MainWindow::showTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::dockLocationChanged, this, &MainWindow::showTitles, Qt::QueuedConnection);
    return dock;
}

/// A view among tabs has its title there already.
void MainWindow::showTitles()
{
    for (QDockWidget* dock : m_views) {
        const bool wanted = dock->isFloating() || tabifiedDockWidgets(dock).isEmpty();
        if (wanted == !dock->titleBarWidget()) continue;
        QWidget* const before = dock->titleBarWidget();
        dock->setTitleBarWidget(wanted ? nullptr : new QWidget);
        delete before;
    }
}

}
