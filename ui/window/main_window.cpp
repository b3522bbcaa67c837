// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "calm_wheel.h"
#include "catalogue.h"
#include "circuit_view.h"
#include "column.h"
#include "cursors.h"
#include "document.h"
#include "equation_panel.h"
#include "frequency_plot.h"
#include "gallery.h"
#include "ghosts.h"
#include "ghosts_panel.h"
#include "hints.h"
#include "key_display.h"
#include "keyboard_home.h"
#include "ladder_view.h"
#include "learn_page.h"
#include "lesson_dock.h"
#include "lesson_writer.h"
#include "map_plot.h"
#include "markers.h"
#include "measured_number.h"
#include "measured_panel.h"
#include "notice.h"
#include "phase_plot.h"
#include "presentation.h"
#include "quantity_panel.h"
#include "rate_plot.h"
#include "ruler.h"
#include "scope_bar.h"
#include "spikes_panel.h"
#include "status_line.h"
#include "stimulus_panel.h"
#include "strength_plot.h"
#include "tab_guard.h"
#include "tab_order.h"
#include "theme.h"
#include "top_bar.h"
#include "trace_stack.h"
#include "transport_bar.h"
#include "why_card.h"
#include "why_panel.h"
#include "window_record.h"
#include "words.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace rheobase {

namespace {

constexpr int leastScrolled = 256;  // px, of a view of large text, which scrolls
constexpr QSize usualFrame(16, 48); // of a window, before it has one

}

MainWindow::MainWindow(const Experiment& experiment, QWidget* parent)
    : QMainWindow(parent),
      m_settings(Settings::load()),
      m_session(experiment),
      m_top(new TopBar(m_session)),
      m_notice(new Notice),
      m_stack(new TraceStack(m_session)),
      m_scope(new ScopeBar(*m_stack)),
      m_presetViews(*m_stack),
      m_ghosts(new Ghosts(m_session, this)),
      m_cursors(new Cursors(m_session, *m_stack, this)),
      m_parameters(new QuantityPanel(m_session)),
      m_stimulus(new StimulusPanel(m_session)),
      m_circuit(new CircuitView(m_session)),
      m_equations(new EquationPanel(m_session)),
      m_document(new Document(m_session, *m_notice, m_settings.recent, this)),
      m_status(new StatusLine(m_session))
{
    setAcceptDrops(true);
    new TabGuard(this);
    new CalmWheel(this);
    new KeyboardHome(this, m_stack);
    setDockOptions(AllowTabbedDocks | GroupedDragging);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setMenuWidget(m_top);
    makeMiddle();
    auto* status = new QStatusBar;
    status->setSizeGripEnabled(false);
    status->setMinimumWidth(1); // it keeps no window wide
    status->addWidget(m_status, 1);
    setStatusBar(status);
    addViews();
    addWhy();
    addTools();
    m_views.front()->raise();
    makePresentation();
    makeMenus();
    connect(m_document, &Document::asked, this, &MainWindow::prepareFor);

    linkHighlights();
    for (const auto said : {&Session::diverged, &Session::remarked}) connect(&m_session, said, m_notice, &Notice::say);
    connect(&m_session, &Session::restarted, m_notice, &Notice::clear);
    connect(m_cursors->action(), &QAction::toggled, m_notice, &Notice::clear);
    connect(&m_session, &Session::modelChanged, this, &MainWindow::applyShownRows);
    connect(&m_session, &Session::modelChanged, this, [this] { m_presetViews.end(); });
    connect(m_top, &TopBar::presetChosen, this, &MainWindow::choosePreset);
    connect(m_top, &TopBar::galleryWanted, this, &MainWindow::openGallery);
    applyShownRows();
    qApp->installEventFilter(this);
    m_stack->setFocus();
    takePlaces();
    keepDressed(this, [this] { setMinimumWidth(m_top->minimumSizeHint().width()); });
}

MainWindow::~MainWindow()
{
    m_presentation->end();
    qApp->removeEventFilter(this);
    delete m_lesson;
    delete m_document; // it may still be reading
    // What goes still tells of the pointer that leaves it: to a window of which half is gone.
    for (QObject* part : findChildren<QObject*>()) part->disconnect(this);
    // The panels use the session until they go.
    delete m_why;
    delete m_hints;
    for (QDockWidget* view : m_views) { // out of a window of floating tabs, which goes with its last one
        removeDockWidget(view);
        view->setParent(nullptr);
    }
    qDeleteAll(std::exchange(m_views, {}));
    delete m_learn;
    delete takeCentralWidget();
    delete m_top;
    delete statusBar();
}

/// From above to below: what is moved into a window is styled anew with all that is in it.
void MainWindow::makeMiddle()
{
    auto* pages = new QWidget;
    setCentralWidget(pages);
    auto* page = new QVBoxLayout(pages);
    page->setContentsMargins({});
    m_splitter = new QSplitter(Qt::Horizontal);
    page->addWidget(m_splitter);
    auto* left = new Column({}, tr("Parameters and stimulus"));
    m_splitter->addWidget(left);
    auto* middle = new QWidget;
    m_splitter->addWidget(middle);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    left->add(m_parameters);
    left->add(m_stimulus);
    auto* plots = new QVBoxLayout(middle);
    pad(plots, {10, 10, 10, 10}, 0);
    plots->addWidget(m_notice);
    plots->addWidget(m_scope);
    plots->addWidget(m_stack, 1);
    m_stack->setWhatsThis(
        tr("The potential, the current and what else is recorded, over time. Lines with ↕ can be dragged: threshold, reset, "
           "rest. Time is dragged to look back, and zoomed by the wheel."));
    m_parameters->setWhatsThis(
        tr("What the neuron is, what is done to it, and how it is computed: the whole experiment. Each change is one step "
           "of undo; a tick on the current's slider is the rheobase."));
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
    connect(m_whyPanel, &WhyPanel::titleChanged, m_whyView, [this] { m_whyPanel->setAccessibleName(m_whyPanel->title()); });
}

/// What is asked why goes to the view while that is open.
void MainWindow::customEvent(QEvent* event)
{
    if (event->type() != WhyAsked::kind()) return QMainWindow::customEvent(event);
    event->accept();
    makeWhy();
    const auto& asked = *static_cast<WhyAsked*>(event);
    if (m_whyPanel->isVisible()) m_whyPanel->ask(asked.what);
    else m_why->open(asked);
}

/// What lies over the plots, and its buttons above them.
void MainWindow::addTools()
{
    auto* ruler = new Ruler(m_session, *m_stack, *m_cursors, this);
    new Markers(m_session, *m_stack, *m_cursors, this);
    m_stack->setGhosts(*m_ghosts);
    auto* keep = new QAction(tr("Keep this trace"), this);
    keep->setShortcut(Qt::Key_K);
    keep->setToolTip(tr("Keep what is to be seen as a ghost to compare with (K)"));
    connect(keep, &QAction::triggered, m_ghosts, &Ghosts::keep);
    addActions({keep, m_cursors->action(), ruler->action()});
    for (const auto& [keys, direction] : {std::pair(Qt::CTRL | Qt::Key_F6, 1), std::pair(Qt::CTRL | Qt::SHIFT | Qt::Key_F6, -1)}) {
        auto* go = new QAction(direction > 0 ? tr("Next pane") : tr("Pane before"), this);
        go->setShortcut(keys);
        connect(go, &QAction::triggered, this, [this, direction = direction] { goToPane(direction); });
        addAction(go);
    }
    m_scope->addTool(keep, Sign::keep);
    m_scope->addTool(m_cursors->action(), Sign::cursors);
    m_scope->addTool(ruler->action(), Sign::ruler);
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

void MainWindow::applyShownRows()
{
    for (const PlotRow& row : m_stack->rows()) {
        if (m_settings.hiddenRows.contains(row.id)) m_stack->setRowShown(row.id, false);
        if (m_settings.shownRows.contains(row.id)) m_stack->setRowShown(row.id, true);
    }
}

/// What is pointed at in one place stands out in the others.
void MainWindow::linkHighlights()
{
    connect(m_parameters, &QuantityPanel::parameterHovered, this, [this](int index) { highlight(Role::parameter, index); });
    connect(m_equations, &EquationPanel::hovered, this, &MainWindow::highlight);
    connect(m_circuit, &CircuitView::hovered, this, &MainWindow::highlight);
    connect(m_stack, &TraceStack::traceHovered, this, [this](int column) {
        const int states = static_cast<int>(m_session.model().state.size());
        if (column < 0) highlight(Role::state, -1);
        else if (column == 1) highlight(Role::input, 0);
        else if (column < 2 + states) highlight(Role::state, column - 2);
        else highlight(Role::term, column - 2 - states);
    });
}

void MainWindow::highlight(Role role, int index)
{
    const int states = static_cast<int>(m_session.model().state.size());
    m_parameters->highlightParameter(role == Role::parameter ? index : -1);
    m_equations->highlight(role, index);
    m_circuit->highlight(role, index);
    const int column = index < 0             ? -1
                       : role == Role::input ? 1
                       : role == Role::state ? 2 + index
                       : role == Role::term  ? 2 + states + index
                                             : -1;
    m_stack->setHighlighted(column);
}

/// What the keyboard goes through: the top bar, the parameters, the plots, and the views that are seen.
std::vector<QWidget*> MainWindow::panes() const
{
    std::vector<QWidget*> found{m_top};
    if (m_lesson) found.push_back(m_lesson);
    for (int i = 0; i < m_splitter->count(); ++i) found.push_back(m_splitter->widget(i));
    std::erase_if(found, [](const QWidget* pane) { return pane->isHidden(); });
    for (QDockWidget* dock : m_views)
        if (const QWidget* holder = dock->widget(); holder && dock->isVisible()) // else it is lent out
            if (const QLayoutItem* view = holder->layout()->itemAt(0); view && view->widget()->isVisible()) found.push_back(dock);
    return found;
}

/// Tab goes as the eye does, whatever was made or moved since it went last.
void MainWindow::orderAll()
{
    auto parts = panes();
    const auto tabs = findChildren<QTabBar*>(Qt::FindDirectChildrenOnly);
    const auto isView = [this](QWidget* part) { return std::ranges::find(m_views, part) != m_views.end(); };
    parts.insert(std::ranges::find_if(parts, isView), tabs.begin(), tabs.end());
    orderTabs(parts);
}

/// The keyboard goes from the top bar to the parameters, the plots, the views that are seen, and round.
void MainWindow::goToPane(int direction)
{
    const auto all = panes();
    const auto present = std::ranges::find_if(all, [](const QWidget* pane) { return pane->isAncestorOf(QApplication::focusWidget()); });
    const auto count = std::ssize(all), from = present == all.end() ? direction > 0 ? count - 1 : 0 : present - all.begin();
    QWidget* const pane = all[static_cast<std::size_t>((from + direction + count) % count)];
    pane->window()->activateWindow();
    if (pane->isAncestorOf(m_stack)) return m_stack->setFocus(Qt::OtherFocusReason);
    for (QWidget* next = pane->nextInFocusChain(); next != pane; next = next->nextInFocusChain())
        if (pane->isAncestorOf(next) && next->isVisible() && next->isEnabled() && next->focusPolicy() & Qt::TabFocus)
            return next->setFocus(Qt::TabFocusReason);
}

void MainWindow::choosePreset(const Preset& preset)
{
    m_session.load(preset.experiment, tr("Choose preset “%1”").arg(preset.name));
    m_presetViews.show(preset.view);
}

void MainWindow::openGallery()
{
    if (!m_gallery) {
        m_gallery = new Gallery(this);
        connect(m_gallery, &Gallery::presetChosen, this, &MainWindow::choosePreset);
        connect(m_gallery, &Page::closed, this, &MainWindow::comeBack);
    }
    giveWay();
    m_gallery->open(m_session.experiment());
}

/// The neuron waits as it is while a page stands in its place.
void MainWindow::giveWay()
{
    m_atPage = focusWidget();
    m_ranAtPage = m_session.isRunning();
    m_session.pause();
}

void MainWindow::comeBack()
{
    if (m_ranAtPage) m_session.run();
    if (m_atPage) m_atPage->setFocus();
}

void MainWindow::resetParameters()
{
    Experiment next = m_session.experiment();
    next.parameters = m_session.model().defaults();
    m_session.edit(next, {}, tr("Reset parameters"));
}

void MainWindow::open(const QString& path) { m_document->open(path); }

void MainWindow::openLearnPage()
{
    if (!m_learn) {
        m_learn = new LearnPage(this);
        connect(m_learn, &Page::closed, this, &MainWindow::comeBack);
        connect(m_learn, &LearnPage::chosen, this, &MainWindow::open);
    }
    giveWay();
    m_learn->open();
}

bool MainWindow::spaceInjects(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier) return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (m_gallery && m_gallery->isVisible()) return false;
    if (m_learn && m_learn->isVisible()) return false;
    if (!widget || widget->window() != this || KeyboardHome::takesText(widget) || QApplication::activePopupWidget()) return false;
    if (!key->isAutoRepeat()) m_session.setInjecting(event->type() == QEvent::KeyPress);
    return true;
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (spaceInjects(watched, event)) return true;
    if (event->type() == QEvent::KeyPress && watched->isWidgetType())
        if (const int key = static_cast<QKeyEvent*>(event)->key(); key == Qt::Key_Tab || key == Qt::Key_Backtab) orderAll();
    if (watched == this && event->type() == QEvent::WindowDeactivate) m_session.setInjecting(false);
    // Space injects, so Return presses the focused button.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return)
        if (auto* button = qobject_cast<QAbstractButton*>(watched); button && button->window() == this) {
            button->click();
            return true;
        }
    return QMainWindow::eventFilter(watched, event);
}

/// What was done is said in the status line; what it had failed by before is over.
bool MainWindow::event(QEvent* event)
{
    if (event->type() != QEvent::StatusTip) return QMainWindow::event(event);
    const QString tip = static_cast<QStatusTipEvent*>(event)->tip();
    if (tip.isEmpty()) return true;
    m_status->confirm(tip);
    m_notice->clear();
    return true;
}

void MainWindow::saveSettings()
{
    m_presentation->end();
    leaveLesson(); // its arrangement is not the user's
    m_settings.geometry = saveGeometry();
    m_settings.splitter = m_splitter->saveState();
    m_settings.views = saveState();
    m_settings.save();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    leaveLesson();
    if (!m_document->mayBeLeft() || !m_writer->mayBeLeft()) return event->ignore();
    saveSettings();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty()) open(urls.first().toLocalFile());
}

}
