// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation.h"

#include "calm_place.h"
#include "editor_list.h"
#include "equation_panel.h"
#include "key_display.h"
#include "quantity_editor.h"
#include "session.h"
#include "stimulus_panel.h"
#include "trace_stack.h"
#include "words.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>

namespace rheobase {

namespace {

constexpr int inRow = 3; // sliders, at most

/// A group that is looked at alone.
QFrame* card()
{
    auto* made = new QFrame;
    made->setProperty("role", QStringLiteral("card"));
    return made;
}

}

Presentation::Presentation(Session& session, Parts parts)
    : m_session(session), m_parts(std::move(parts)), m_name(new QLabel), m_column(new QVBoxLayout(this)), m_room(new QScrollArea)
{
    setObjectName(QStringLiteral("presentation"));
    setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addWidget(makeLine());
    m_room->setWidgetResizable(true);
    m_room->setFrameShape(QFrame::NoFrame);
    m_room->setFocusPolicy(Qt::NoFocus);
    m_column->addWidget(m_room, 1);
    m_column->addWidget(makeFoot());
    m_gathering.setSingleShot(true);
    connect(&m_gathering, &QTimer::timeout, this, &Presentation::gather);
    for (EditorList* list : m_parts.splitter->findChildren<EditorList*>())
        connect(list, &EditorList::pinsChanged, this, [this] {
            if (isOn()) m_gathering.start(0);
        });
    connect(&session, &Session::readingsDue, this, &Presentation::refresh);
    connect(&session, &Session::experimentChanged, this, &Presentation::refresh);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &Presentation::end);
    for (int i = 0; i <= static_cast<int>(m_parts.views.size()); ++i)
        connect(new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this), &QShortcut::activated, this, [this, i] {
            const std::vector<int> all = listed();
            if (i < static_cast<int>(all.size())) enlarge(all[static_cast<std::size_t>(i)]);
        });
    qApp->installEventFilter(this);
    hide();
}

QWidget* Presentation::makeLine()
{
    auto* line = new QWidget;
    m_line = new QHBoxLayout(line);
    pad(m_line, {20, 8, 20, 0}, 8);
    m_name->setObjectName(QStringLiteral("presented"));
    m_name->setProperty("role", QStringLiteral("headline"));
    auto* open = new QToolButton;
    open->setObjectName(QStringLiteral("presentationMenu"));
    open->setProperty("role", QStringLiteral("flat"));
    open->setText(QStringLiteral("▾"));
    open->setToolTip(tr("What is shown, and how"));
    open->setAccessibleName(open->toolTip());
    open->setFocusPolicy(Qt::TabFocus);
    open->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(open);
    open->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &Presentation::fillMenu);
    m_line->addWidget(m_name);
    m_line->addWidget(open);
    m_line->addStretch();
    m_line->addStretch();
    m_rate = addReading(m_line, tr("rate"), QStringLiteral("presentedRate"));
    m_spikes = addReading(m_line, tr("spikes"), QStringLiteral("presentedSpikes"));
    m_time = addReading(m_line, QStringLiteral("t"), QStringLiteral("presentedTime"));
    return line;
}

QLabel* Presentation::addReading(QHBoxLayout* row, const QString& name, const QString& id)
{
    auto *caption = new QLabel(name), *value = new QLabel;
    caption->setProperty("role", QStringLiteral("caption"));
    value->setProperty("role", QStringLiteral("headline"));
    value->setObjectName(id);
    value->setAccessibleName(name);
    pad(caption, {16, 0, 0, 0});
    row->addWidget(caption);
    row->addWidget(new CalmPlace(value));
    return value;
}

/// The equation, and the sliders below it.
QWidget* Presentation::makeFoot()
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    pad(column, {10, 0, 10, 10}, 8);
    QFrame *board = card(), *desk = card();
    board->setObjectName(QStringLiteral("blackboard"));
    desk->setObjectName(QStringLiteral("pinned"));
    m_board = new QVBoxLayout(board);
    pad(m_board, {16, 10, 16, 8});
    m_sliders = new QGridLayout(desk);
    pad(m_sliders, {16, 6, 16, 6}, 28);

    column->addWidget(board);
    column->addWidget(desk);
    return foot;
}

void Presentation::begin(double scale)
{
    if (isOn()) return;
    QMainWindow& window = *m_parts.window;
    m_before = Before{window.saveState(),          m_parts.splitter->saveState(), window.windowState(), window.geometry(), textSize(), {},
                      QApplication::focusWidget(), !m_parts.scopeBar->isHidden()};
    for (const PlotRow& row : m_parts.stack->rows())
        if (m_parts.stack->isRowShown(row.id)) m_before->shownRows << row.id;
    window.setUpdatesEnabled(false);
    for (QDockWidget* view : m_parts.views) view->hide();
    window.menuWidget()->hide();
    window.statusBar()->hide();
    m_parts.scopeBar->hide();
    for (const PlotRow& row : m_parts.stack->rows()) m_parts.stack->setRowShown(row.id, row.id == QLatin1String("potential"));
    m_equation = new EquationPanel(m_session, EquationPanel::Extent::membrane);
    m_equation->setObjectName(QStringLiteral("presentedEquation"));
    connect(m_equation, &EquationPanel::hovered, this, &Presentation::hovered);
    m_board->addWidget(m_equation);
    m_line->insertWidget(3, m_parts.keys);
    enlarge(0);
    gather();
    m_parts.splitter->hide();
    show();
    applyTextSize(*qApp, {.scale = scale, .fromAfar = true});
    window.setWindowState(window.windowState() | Qt::WindowFullScreen);
    refresh();
    window.setUpdatesEnabled(true);
    m_parts.stack->setFocus();
}

void Presentation::end()
{
    if (!isOn()) return;
    QMainWindow& window = *m_parts.window;
    const Before before = *m_before;
    window.setUpdatesEnabled(false);
    giveBackEditors();
    giveBackView();
    delete std::exchange(m_equation, nullptr);
    m_parts.keys->goHome();
    for (const PlotRow& row : m_parts.stack->rows()) m_parts.stack->setRowShown(row.id, before.shownRows.contains(row.id));
    hide();
    m_parts.splitter->show();
    m_parts.scopeBar->setVisible(before.hadScopeBar);
    window.menuWidget()->show();
    window.statusBar()->show();
    applyTextSize(*qApp, before.size);
    window.setWindowState(before.state);
    if (!(before.state & (Qt::WindowMaximized | Qt::WindowFullScreen))) window.setGeometry(before.geometry);
    arrange();
    window.setUpdatesEnabled(true);
    if (before.focus) before.focus->setFocus();
    if (window.size() == before.geometry.size()) m_before.reset(); // else once the window has its size again
}

/// Docks and panels as they were.
void Presentation::arrange()
{
    m_parts.window->restoreState(m_before->docks);
    m_parts.splitter->restoreState(m_before->splitter);
}

void Presentation::giveBackView()
{
    if (m_which == 0) m_parts.splitter->insertWidget(1, m_shown);
    if (m_which > 0) m_room->takeWidget()->setMinimumHeight(1);
    if (m_which > 0) m_parts.views[static_cast<std::size_t>(m_which - 1)]->setWidget(m_shown);
    m_which = -1;
}

void Presentation::enlarge(int which)
{
    if (!isOn() || which == m_which) return;
    giveBackView();
    m_which = which;
    m_shown = which == 0 ? m_parts.splitter->widget(1) : m_parts.views[static_cast<std::size_t>(which - 1)]->widget();
    m_room->setVisible(which > 0);
    if (which == 0) m_column->insertWidget(1, m_shown, 1);
    else m_room->setWidget(m_shown), m_shown->setMinimumHeight(0);
    m_shown->show();
    if (which == 0) return;
    for (QWidget* view : m_shown->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) view->show(); // hidden with the dock
}

void Presentation::addEntries(const QList<QAction*>& entries) { addActions(entries); }

/// What can be enlarged now: the plots, and the views that are in menus.
std::vector<int> Presentation::listed() const
{
    std::vector<int> found{0};
    for (std::size_t i = 0; i < m_parts.views.size(); ++i)
        if (m_parts.views[i]->toggleViewAction()->isVisible()) found.push_back(static_cast<int>(i) + 1);
    return found;
}

void Presentation::fillMenu()
{
    m_menu->clear();
    const auto add = [this](const QString& name, int which, int number) {
        QAction* entry = m_menu->addAction(name);
        entry->setCheckable(true);
        entry->setChecked(which == m_which);
        if (number < 9) entry->setShortcut(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number));
        entry->setShortcutContext(Qt::WidgetShortcut); // shown here; it is the page's
        connect(entry, &QAction::triggered, this, [this, which] { enlarge(which); });
    };
    int number = 0;
    for (const int which : listed())
        add(which == 0 ? tr("Membrane potential") : m_parts.views[static_cast<std::size_t>(which - 1)]->toggleViewAction()->text(), which,
            number++);
    m_menu->addSeparator();
    m_menu->addActions(actions());
}

void Presentation::refresh()
{
    if (!isOn()) return;
    const Trace& trace = m_session.trace();
    const double rate = m_session.firingRate();
    m_name->setText(spoken(m_session.model().name));
    m_rate->setText(rate > 0 ? shown(rate, "Hz", 3) : QStringLiteral("—"));
    m_spikes->setText(QLocale().toString(static_cast<qulonglong>(trace.spikes().size())));
    m_time->setText(fixed(trace.empty() ? 0 : trace.latestTime(), 1) + QStringLiteral("\u202fms"));
}

/// A slider that a lesson hides stays hidden.
bool Presentation::isVeiled(const QuantityEditor& editor) const { return m_session.veil().hides(editor.objectName().toStdString()); }

/// The pinned ones, in the order of the panels; where none is, the current's.
std::vector<QuantityEditor*> Presentation::wanted() const
{
    std::vector<QuantityEditor*> pinned;
    for (const EditorList* list : m_parts.splitter->findChildren<EditorList*>())
        for (QuantityEditor* editor : list->editors())
            if (editor->isPinned() && !isVeiled(*editor) && !list->parentWidget()->isHidden()) pinned.push_back(editor);
    if (isClamped(m_session.experiment())) {
        auto* holding = m_parts.splitter->findChild<QuantityEditor*>(QStringLiteral("V_hold"));
        if (pinned.empty() && holding) pinned.push_back(holding);
        return pinned;
    }
    const auto* stimulus = m_parts.splitter->findChild<StimulusPanel*>();
    if (pinned.empty() && stimulus && stimulus->currentEditor()) pinned.push_back(stimulus->currentEditor());
    return pinned;
}

void Presentation::gather()
{
    if (!isOn()) return;
    giveBackEditors();
    for (QuantityEditor* editor : wanted()) {
        auto* place = new QWidget;
        place->setFixedSize(editor->size());
        delete editor->parentWidget()->layout()->replaceWidget(editor, place);
        const int count = static_cast<int>(m_loans.size());
        m_sliders->addWidget(editor, count / inRow, count % inRow);
        editor->show();
        editor->slider().setLarge(true);
        m_loans.push_back({editor, place});
    }
    for (int column = 0; column < inRow; ++column) m_sliders->setColumnStretch(column, column < static_cast<int>(m_loans.size()) ? 1 : 0);
}

void Presentation::giveBackEditors()
{
    for (const Loan& loan : std::exchange(m_loans, {})) {
        if (!loan.editor || !loan.place) continue; // the list was built anew
        loan.editor->slider().setLarge(false);
        m_sliders->removeWidget(loan.editor);
        delete loan.place->parentWidget()->layout()->replaceWidget(loan.place, loan.editor);
        loan.editor->setVisible(!isVeiled(*loan.editor));
        delete loan.place;
    }
}

bool Presentation::eventFilter(QObject* watched, QEvent* event)
{
    if (!isOn()) return false;
    // Escape ends what is typed before it ends this.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape
        && qobject_cast<QLineEdit*>(watched)) {
        event->accept();
        return true;
    }
    const bool isBack = watched == m_parts.window && event->type() == QEvent::Resize && isHidden();
    if (isBack && m_parts.window->size() == m_before->geometry.size()) {
        arrange();
        m_before.reset();
    }
    return false;
}

}
