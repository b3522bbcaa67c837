// SPDX-License-Identifier: GPL-3.0-or-later
// The help of the window: its menu, its parts, the hints of a first start.
#include "help_window.h"
#include "hints.h"
#include "main_window.h"
#include "meanings.h"
#include "quantity_editor.h"
#include "quantity_panel.h"
#include "stimulus_panel.h"
#include "top_bar.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "words.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>

namespace rheobase {

namespace {

QString plain(QString text) { return text.remove(u'&').remove(u'…'); }

/// What an action does: in its tool tip, before the shortcut in brackets, or else in its name.
QString sentenceOf(const QAction& action)
{
    const QString tip = plain(action.toolTip()).section(QStringLiteral(" ("), 0, 0);
    return tip.isEmpty() ? plain(action.text()) : tip;
}

}

QMenu* MainWindow::makeHelpMenu()
{
    auto* menu = new QMenu(this);
    menu->setToolTip(tr("Keys, views, what the numbers mean"));
    const auto add = [&](const QString& text, const QKeySequence& keys, const QString& part) {
        QAction* action = menu->addAction(text, this, [this, part] { openHelp(part); });
        action->setShortcut(keys);
        addAction(action);
    };
    add(tr("Keyboard"), QKeySequence::HelpContents, QStringLiteral("keys"));
    add(tr("What each view shows"), {}, QStringLiteral("views"));
    add(tr("What the numbers mean"), {}, QStringLiteral("numbers"));
    menu->addSeparator();
    menu->addAction(tr("Show the hints again"), this, &MainWindow::showHintsAgain);
    menu->addAction(tr("About Rheobase"), this, &MainWindow::about);
    return menu;
}

/// Everything in it stands elsewhere: in the shortcuts of actions, beside the views, in the sentences that tool tips quote.
QList<HelpPart> MainWindow::helpParts() const
{
    HelpPart keys{QStringLiteral("keys"), tr("Keyboard"), {}};
    QStringList known;
    for (const QAction* action : actions() + findChildren<QAction*>()) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        if (key.isEmpty() || action->text().isEmpty() || known.contains(key)) continue;
        known << key;
        keys.topics.append({key, sentenceOf(*action)});
    }
    keys.topics += keysOfWidgets();
    HelpPart views{QStringLiteral("views"), tr("Views"), {}};
    views.topics = {{tr("Plots"), m_stack->whatsThis()}, {tr("Parameters and stimulus"), m_parameters->whatsThis()}};
    for (const QDockWidget* dock : m_views) views.topics.append({dock->toggleViewAction()->text(), dock->whatsThis()});
    HelpPart numbers{QStringLiteral("numbers"), tr("What the numbers mean"), {}};
    for (const Meaning& meaning : meanings()) numbers.topics.append({capitalised(spoken(meaning.word)), spoken(meaning.text)});
    return {keys, views, numbers};
}

void MainWindow::openHelp(const QString& part)
{
    if (!m_help) m_help = new HelpWindow(helpParts(), this);
    m_help->turnTo(part);
}

void MainWindow::showHints()
{
    if (!m_hints) {
        m_hints = new Hints(*this);
        connect(m_hints, &Hints::understood, this, [this](const QString& id) {
            m_settings.seenHints << id;
            m_settings.save();
        });
    }
    const auto add = [this](const char* id, const QString& text, QWidget* target, Pointer pointer) {
        if (target && !m_settings.seenHints.contains(QLatin1String(id))) m_hints->add(QLatin1String(id), text, *target, pointer);
    };
    add("current", tr("Drag the current over the tick, the rheobase: there the neuron begins to fire."), m_stimulus->currentEditor(),
        Pointer::left);
    add("trace", tr("It runs live. Lines with ↕ can be dragged, and so can time, to look back."),
        m_stack->plot(QStringLiteral("potential")), Pointer::top);
    add("undo", tr("Every change can be taken back here. K keeps the trace, to compare with what comes."),
        m_top->findChild<QWidget*>(QStringLiteral("undo")), Pointer::top);
}

void MainWindow::showHintsAgain()
{
    m_settings.seenHints.clear();
    delete m_hints;
    m_hints = nullptr;
    showHints();
}

}
