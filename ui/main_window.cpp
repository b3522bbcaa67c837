// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "catalogue.h"
#include "circuit_view.h"
#include "equation_panel.h"
#include "experiment_file.h"
#include "export_dialog.h"
#include "icons.h"
#include "measured_panel.h"
#include "notice.h"
#include "presets.h"
#include "quantity_panel.h"
#include "status_line.h"
#include "stimulus_panel.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "transport_bar.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace rheobase {

namespace {

constexpr int leftWidth = 316, rightWidth = 372;

QScrollArea* column(std::initializer_list<QWidget*> panels, const QString& name)
{
    auto* inside = new QWidget;
    inside->setObjectName(QStringLiteral("column"));
    auto* stack = new QVBoxLayout(inside);
    stack->setContentsMargins(14, 14, 14, 14);
    stack->setSpacing(14);
    for (QWidget* panel : panels) stack->addWidget(panel);
    stack->addStretch();
    auto* area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

QToolButton* menuButton(const QString& text, QMenu* menu)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

bool takesText(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

}

MainWindow::MainWindow(const Experiment& experiment, QWidget* parent)
    : QMainWindow(parent), m_settings(Settings::load()), m_session(experiment), m_notice(new Notice), m_stack(new TraceStack(m_session))
{
    setWindowTitle(tr("Rheobase"));
    setAcceptDrops(true);
    m_splitter = new QSplitter(Qt::Horizontal);
    auto* middle = new QWidget;
    auto* plots = new QVBoxLayout(middle);
    plots->setContentsMargins(10, 10, 10, 10);
    plots->addWidget(m_notice);
    plots->addWidget(m_stack, 1);
    m_splitter->addWidget(makeLeft());
    m_splitter->addWidget(middle);
    m_splitter->addWidget(makeRight());
    m_splitter->setSizes({leftWidth, 900, rightWidth});
    for (const int side : {0, 2}) m_splitter->setStretchFactor(side, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);

    auto* whole = new QWidget;
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(makeTopBar());
    rows->addWidget(m_splitter, 1);
    auto* status = new StatusLine(m_session);
    status->setObjectName(QStringLiteral("statusLine"));
    rows->addWidget(status);
    setCentralWidget(whole);

    linkHighlights();
    connect(&m_session, &Session::diverged, m_notice, &Notice::say);
    connect(&m_session, &Session::restarted, m_notice, &Notice::clear);
    connect(&m_session, &Session::experimentChanged, this, &MainWindow::refreshChoosers);
    connect(&m_session, &Session::modelChanged, this, &MainWindow::applyShownRows);
    connect(&m_session.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::refreshUndo);
    refreshChoosers();
    refreshUndo();
    applyShownRows();
    paintIcons();
    qApp->installEventFilter(this);
    resize(1440, 900);
    m_stack->setFocus();
    restoreGeometry(m_settings.geometry);
    m_splitter->restoreState(m_settings.splitter);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    delete takeCentralWidget(); // the panels use the session until they go
}

QWidget* MainWindow::makeTopBar()
{
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("topBar"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);

    m_models = new QComboBox;
    m_models->setObjectName(QStringLiteral("models"));
    m_models->setAccessibleName(tr("Model"));
    for (const Model& model : catalogue()) {
        m_models->addItem(fromView(model.name));
        m_models->setItemData(m_models->count() - 1, fromView(model.source), Qt::ToolTipRole);
    }
    m_presets = new QComboBox;
    m_presets->setObjectName(QStringLiteral("presets"));
    m_presets->setAccessibleName(tr("Preset"));
    m_presets->setPlaceholderText(tr("Own values"));
    m_presets->setMinimumContentsLength(12);
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_models, &QComboBox::activated, this, &MainWindow::chooseModel);
    connect(m_presets, &QComboBox::activated, this, &MainWindow::choosePreset);

    m_transport = new TransportBar(m_session);
    m_undo = menuButton({}, nullptr);
    m_redo = menuButton({}, nullptr);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    auto* undo = m_session.undoStack().createUndoAction(this);
    auto* redo = m_session.undoStack().createRedoAction(this);
    undo->setShortcuts(QKeySequence::Undo);
    redo->setShortcuts(QKeySequence::Redo);
    addActions({undo, redo});
    connect(m_undo, &QToolButton::clicked, undo, &QAction::trigger);
    connect(m_redo, &QToolButton::clicked, redo, &QAction::trigger);

    auto* plots = new QMenu(this);
    connect(plots, &QMenu::aboutToShow, this, [this, plots] { fillPlotsMenu(plots); });
    m_menuButton = menuButton({}, makeMenu());
    m_menuButton->setObjectName(QStringLiteral("menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu"));
    auto* exports = menuButton(tr("Export"), makeExportMenu());
    exports->setObjectName(QStringLiteral("export"));

    row->addWidget(m_models);
    row->addWidget(m_presets);
    row->addSpacing(4);
    row->addWidget(m_transport);
    row->addStretch();
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(menuButton(tr("Plots"), plots));
    row->addWidget(exports);
    row->addWidget(m_menuButton);
    return bar;
}

QWidget* MainWindow::makeLeft()
{
    m_parameters = new QuantityPanel(m_session);
    m_stimulus = new StimulusPanel(m_session);
    auto* area = column({m_parameters, m_stimulus}, tr("Parameters and stimulus"));
    area->setMinimumWidth(leftWidth - 40);
    return area;
}

QWidget* MainWindow::makeRight()
{
    m_circuit = new CircuitView(m_session);
    m_equations = new EquationPanel(m_session);
    auto* area = column({m_circuit, m_equations, new MeasuredPanel(m_session)}, tr("Circuit, equations and measurements"));
    area->setMinimumWidth(rightWidth - 60);
    return area;
}

QMenu* MainWindow::makeMenu()
{
    auto* menu = new QMenu(this);
    const auto add = [&](const QString& text, const QKeySequence& keys, auto slot) {
        QAction* action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Open experiment…"), QKeySequence::Open, &MainWindow::openDialog);
    add(tr("Save experiment…"), QKeySequence::Save, &MainWindow::saveDialog);
    menu->addSeparator();
    menu->addAction(m_transport->runAction());
    menu->addAction(m_transport->restartAction());
    menu->addAction(m_transport->stepAction());
    add(tr("Reset parameters"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, &MainWindow::resetParameters);
    menu->addSeparator();
    addLookMenu(menu);
    addLanguageMenu(menu);
    menu->addSeparator();
    add(tr("About Rheobase"), {}, &MainWindow::about);
    add(tr("Quit"), QKeySequence::Quit, &QWidget::close);
    return menu;
}

void MainWindow::addLookMenu(QMenu* menu)
{
    auto* looks = menu->addMenu(tr("Theme"));
    auto* group = new QActionGroup(this);
    for (const auto& [look, name] : {std::pair(Look::system, tr("Like the system")), std::pair(Look::light, tr("Light")), std::pair(Look::dark, tr("Dark"))}) {
        QAction* action = group->addAction(looks->addAction(name));
        action->setCheckable(true);
        action->setChecked(look == m_settings.look);
        connect(action, &QAction::triggered, this, [this, look = look] {
            m_settings.look = look;
            applyLook(*qApp, look);
        });
    }
}

void MainWindow::addLanguageMenu(QMenu* menu)
{
    auto* languages = menu->addMenu(tr("Language"));
    auto* group = new QActionGroup(this);
    for (const auto& [code, name] : {std::pair(QString(), tr("Like the system")), std::pair(QStringLiteral("en"), QStringLiteral("English")), std::pair(QStringLiteral("de"), QStringLiteral("Deutsch"))}) {
        QAction* action = group->addAction(languages->addAction(name));
        action->setCheckable(true);
        action->setChecked(code == m_settings.language);
        connect(action, &QAction::triggered, this, [this, code = code] {
            m_settings.language = code;
            m_notice->say(tr("The language changes when Rheobase is started again."));
        });
    }
}

QMenu* MainWindow::makeExportMenu()
{
    auto* menu = new QMenu(this);
    const auto add = [&](const QString& text, const QKeySequence& keys, auto slot) {
        QAction* action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Figure…"), Qt::CTRL | Qt::Key_E, [this] { exportFigure(this, m_stack->figure(), m_session); });
    add(tr("Copy figure"), QKeySequence::Copy, [this] { copyFigure(m_stack->figure(m_stack->currentPlot() ? m_stack->currentPlot()->objectName() : QString())); });
    menu->addSeparator();
    add(tr("Visible data as CSV…"), {}, [this] { exportData(this, m_session, m_stack->figure().from, m_stack->figure().to); });
    add(tr("Whole run as CSV…"), {}, [this] { exportData(this, m_session); });
    add(tr("Spike times as CSV…"), {}, [this] { exportSpikes(this, m_session); });
    return menu;
}

void MainWindow::fillPlotsMenu(QMenu* menu)
{
    menu->clear();
    for (const PlotRow& row : m_stack->rows()) {
        QAction* action = menu->addAction(row.title);
        action->setCheckable(true);
        action->setChecked(m_stack->isRowShown(row.id));
        connect(action, &QAction::toggled, this, [this, id = row.id, first = row.shownAtFirst](bool on) {
            m_stack->setRowShown(id, on);
            m_settings.hiddenRows.removeAll(id);
            m_settings.shownRows.removeAll(id);
            if (on != first) (on ? m_settings.shownRows : m_settings.hiddenRows) << id;
        });
    }
}

void MainWindow::applyShownRows()
{
    for (const PlotRow& row : m_stack->rows()) {
        if (m_settings.hiddenRows.contains(row.id)) m_stack->setRowShown(row.id, false);
        if (m_settings.shownRows.contains(row.id)) m_stack->setRowShown(row.id, true);
    }
}

void MainWindow::refreshChoosers()
{
    const Model& model = m_session.model();
    m_models->setCurrentIndex(static_cast<int>(&model - catalogue().data()));
    const auto presets = presetsFor(model);
    m_presets->clear();
    int present = -1;
    for (const Preset& preset : presets) {
        if (preset.experiment == m_session.experiment()) present = m_presets->count();
        m_presets->addItem(preset.name);
        m_presets->setItemData(m_presets->count() - 1, QStringLiteral("%1\n%2").arg(preset.note, preset.source), Qt::ToolTipRole);
    }
    m_presets->setCurrentIndex(present);
}

void MainWindow::refreshUndo()
{
    const QUndoStack& stack = m_session.undoStack();
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
    m_undo->setText(stack.index() > 0 ? QString::number(stack.index()) : QString());
    paintIcons();
    m_undo->setToolTip(stack.canUndo() ? tr("Undo: %1").arg(stack.undoText()) : tr("Nothing to undo"));
    m_redo->setToolTip(stack.canRedo() ? tr("Redo: %1").arg(stack.redoText()) : tr("Nothing to redo"));
    m_undo->setAccessibleName(m_undo->toolTip());
    m_redo->setAccessibleName(m_redo->toolTip());
}

void MainWindow::paintIcons()
{
    for (const auto& [button, sign] : {std::pair(m_undo, Sign::undo), std::pair(m_redo, Sign::redo), std::pair(m_menuButton, Sign::menu)}) {
        button->setIcon(icon(sign, theme().text));
        button->setToolButtonStyle(button->text().isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
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
    const int column = index < 0 ? -1 : role == Role::input ? 1 : role == Role::state ? 2 + index : role == Role::term ? 2 + states + index : -1;
    m_stack->setHighlighted(column);
}

void MainWindow::chooseModel(int index)
{
    const Model& model = catalogue()[static_cast<std::size_t>(index)];
    if (&model != &m_session.model()) m_session.load(defaultExperiment(model), tr("Choose %1").arg(fromView(model.name)));
}

void MainWindow::choosePreset(int index)
{
    const auto presets = presetsFor(m_session.model());
    if (index < 0 || index >= static_cast<int>(presets.size())) return;
    const Preset& preset = presets[static_cast<std::size_t>(index)];
    m_session.load(preset.experiment, tr("Choose preset “%1”").arg(preset.name));
}

void MainWindow::resetParameters()
{
    Experiment next = m_session.experiment();
    next.parameters = m_session.model().defaults();
    m_session.edit(next, tr("Reset parameters"));
}

bool MainWindow::open(const QString& path)
{
    QString error;
    const auto experiment = loadExperiment(path, &error);
    if (!experiment) {
        m_notice->say(error);
        return false;
    }
    m_notice->clear();
    m_session.load(*experiment, tr("Open %1").arg(QFileInfo(path).fileName()));
    return true;
}

void MainWindow::openDialog()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open experiment"), {}, tr("Experiments and figures (*.rheobase *.json *.png *.svg *.pdf)"));
    if (!path.isEmpty()) open(path);
}

void MainWindow::saveDialog()
{
    const QString name = fromView(m_session.model().id) + QStringLiteral(".rheobase");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save experiment"), name, tr("Experiment (*.rheobase)"));
    QString error;
    if (!path.isEmpty() && !saveExperiment(path, m_session.experiment(), &error)) m_notice->say(error);
}

void MainWindow::about()
{
    QMessageBox::about(this, tr("About Rheobase"),
                       tr("<h3>Rheobase %1</h3><p>A live workbench for neuron dynamics.</p><p>Free software under the GNU General Public "
                          "License, version 3 or later.</p><p>This model: %2</p>")
                           .arg(QApplication::applicationVersion(), fromView(m_session.model().source)));
}

bool MainWindow::spaceInjects(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier) return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != this || takesText(widget) || QApplication::activePopupWidget()) return false;
    if (!key->isAutoRepeat()) m_session.setInjecting(event->type() == QEvent::KeyPress);
    return true;
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (spaceInjects(watched, event)) return true;
    if (watched == this && event->type() == QEvent::WindowDeactivate) m_session.setInjecting(false);
    // Space injects, so Return presses the focused button.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return)
        if (auto* button = qobject_cast<QAbstractButton*>(watched); button && button->window() == this) {
            button->click();
            return true;
        }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_menuButton) paintIcons();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.geometry = saveGeometry();
    m_settings.splitter = m_splitter->saveState();
    m_settings.save();
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
