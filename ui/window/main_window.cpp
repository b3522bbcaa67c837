// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "calm_wheel.h"
#include "circuit_view.h"
#include "clamp_panel.h"
#include "clamp_stage.h"
#include "class_page.h"
#include "column.h"
#include "cursors.h"
#include "document.h"
#include "equation_panel.h"
#include "gallery.h"
#include "ghosts.h"
#include "hints.h"
#include "keyboard_home.h"
#include "learn_page.h"
#include "lesson_dock.h"
#include "lesson_writer.h"
#include "markers.h"
#include "mode_switch.h"
#include "notice.h"
#include "predictor.h"
#include "presentation.h"
#include "quantity_panel.h"
#include "ruler.h"
#include "scope_bar.h"
#include "status_line.h"
#include "stimulus_panel.h"
#include "tab_guard.h"
#include "theme.h"
#include "top_bar.h"
#include "trace_stack.h"
#include "why_card.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

#include <utility>

namespace rheobase {

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
      m_mode(new ModeSwitch(m_session)),
      m_clampPanel(new ClampPanel(m_session)),
      m_clamp(new ClampStage(m_session)),
      m_document(new Document(m_session, *m_notice, m_settings.recent, this)),
      m_status(new StatusLine(m_session))
{
    setAcceptDrops(true);
    new TabGuard(this);
    new CalmWheel(this);
    new KeyboardHome(this, [this] { return plotsHome(); });
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
    addPrediction();
    addClamp();
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
    delete m_class;
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
    left->add(m_mode);
    left->add(m_clampPanel);
    left->add(m_parameters);
    left->add(m_stimulus);
    auto* plots = new QVBoxLayout(middle);
    pad(plots, {10, 10, 10, 10}, 0);
    plots->addWidget(m_notice);
    plots->addWidget(m_scope);
    plots->addWidget(m_stack, 1);
    plots->addWidget(m_clamp, 1);
    m_clamp->hide();
    m_stack->setWhatsThis(
        tr("The potential, the current and what else is recorded, over time. Lines with ↕ can be dragged: threshold, reset, "
           "rest. Time is dragged to look back, and zoomed by the wheel."));
    m_parameters->setWhatsThis(
        tr("What the neuron is, what is done to it, and how it is computed: the whole experiment. Each change is one step "
           "of undo; a tick on the current's slider is the rheobase."));
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
    m_traceTools = {keep, m_cursors->action(), ruler->action()};
    addActions(m_traceTools);
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
        if (column < 0) return highlight(Role::state, -1);
        const TraceColumn& pointedAt = m_session.trace().columns()[static_cast<std::size_t>(column)];
        highlight(pointedAt.role, static_cast<int>(pointedAt.index));
    });
}

void MainWindow::highlight(Role role, int index)
{
    m_parameters->highlightParameter(role == Role::parameter ? index : -1);
    m_equations->highlight(role, index);
    m_circuit->highlight(role, index);
    const Columns& columns = m_session.trace().columns();
    const bool isColumn = index >= 0 && columns.count(role) > 0;
    m_stack->setHighlighted(isColumn ? static_cast<int>(columns.of(role, static_cast<std::size_t>(index))) : -1);
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
    m_predictor->end();
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
    showFor(false);
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
