// SPDX-License-Identifier: GPL-3.0-or-later
// Where keys go: from pane to pane, along the panes, and into the neuron.
#include "class_page.h"
#include "gallery.h"
#include "keyboard_home.h"
#include "learn_page.h"
#include "lesson_dock.h"
#include "main_window.h"
#include "tab_order.h"
#include "top_bar.h"
#include "trace_stack.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLayout>
#include <QSplitter>
#include <QTabBar>

#include <algorithm>

namespace rheobase {

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
    if (pane->isAncestorOf(m_stack)) return plotsHome()->setFocus(Qt::OtherFocusReason);
    for (QWidget* next = pane->nextInFocusChain(); next != pane; next = next->nextInFocusChain())
        if (pane->isAncestorOf(next) && next->isVisible() && next->isEnabled() && next->focusPolicy() & Qt::TabFocus)
            return next->setFocus(Qt::TabFocusReason);
}

bool MainWindow::spaceInjects(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Space || key->modifiers() != Qt::NoModifier) return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (m_gallery && m_gallery->isVisible()) return false;
    if ((m_learn && m_learn->isVisible()) || (m_class && m_class->isVisible())) return false;
    if (isClamped(m_session.experiment())) return false; // there is nothing to inject
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

}
