// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window.
#include "circuit_view.h"
#include "clamp_stage.h"
#include "confirm.h"
#include "cursors.h"
#include "document.h"
#include "export_data.h"
#include "export_dialog.h"
#include "hints.h"
#include "key_display.h"
#include "lesson_writer.h"
#include "main_window.h"
#include "notice.h"
#include "on_screen.h"
#include "overlay_drawing.h"
#include "plot_view.h"
#include "predictor.h"
#include "presentation.h"
#include "script_dialog.h"
#include "theme.h"
#include "top_bar.h"
#include "trace_plot.h"
#include "trace_stack.h"
#include "transport_bar.h"
#include "words.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QMessageBox>
#include <QSplitter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr double textStep = 0.25;
/// Ctrl + and Ctrl =, as on keyboards where plus needs Shift.
const QList<QKeySequence> largerKeys{Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal};

}

void MainWindow::makeMenus()
{
    auto* plots = new QMenu(this);
    plots->setToolTip(tr("Which plots and views are shown"));
    connect(plots, &QMenu::aboutToShow, this, [this, plots] { fillPlotsMenu(plots); });
    m_top->addMenu(QStringLiteral("plots"), Sign::plots, tr("Plots"), plots);
    m_top->addMenu(QStringLiteral("export"), Sign::exported, tr("Export"), makeExportMenu());
    m_top->addMenu(QStringLiteral("help"), Sign::help, QStringLiteral("?"), makeHelpMenu());
    m_top->addMenu(QStringLiteral("menu"), Sign::menu, {}, makeMenu());
}

/// An entry whose shortcut works wherever the focus is.
template<class Slot> QAction* MainWindow::addEntry(QMenu* menu, const QString& text, const QKeySequence& keys, Slot slot)
{
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

QMenu* MainWindow::makeMenu()
{
    auto* menu = new QMenu(this);
    menu->setToolTip(tr("Files, the run, theme and language"));
    addEntry(menu, tr("Open…"), QKeySequence::Open, [this] { m_document->askWhatToOpen(); });
    menu->addMenu(m_document->recentMenu());
    addEntry(menu, tr("Save"), QKeySequence::Save, [this] { m_document->save(); });
    addEntry(menu, tr("Save as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { m_document->saveAs(); });
    addEntry(menu, tr("Gallery of presets…"), Qt::CTRL | Qt::Key_G, [this] { openGallery(); });
    menu->addSeparator();
    QAction* lessons = addEntry(menu, tr("Lessons…"), Qt::CTRL | Qt::Key_L, &MainWindow::openLearnPage);
    m_top->addButton(QStringLiteral("learnButton"), Sign::learn, lessons, tr("Learn"));
    menu->addMenu(makeTeachMenu());
    menu->addSeparator();
    menu->addAction(m_top->transport().runAction());
    menu->addAction(m_top->transport().restartAction());
    menu->addAction(m_top->transport().stepAction());
    menu->addAction(m_top->transport().toSpikeAction());
    menu->addAction(m_predictor->action());
    addEntry(menu, tr("Reset parameters"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, &MainWindow::resetParameters);
    menu->addSeparator();
    addLookMenu(menu);
    addTextSizes(menu->addMenu(tr("Text size")));
    addPresentation(menu);
    addLanguageMenu(menu);
    menu->addSeparator();
    addEntry(menu, tr("Quit"), QKeySequence::Quit, &QWidget::close);
    return menu;
}

QMenu* MainWindow::makeTeachMenu()
{
    auto* menu = new QMenu(tr("Teach"), this);
    menu->setToolTipsVisible(true);
    m_writer->fill(menu);
    menu->addSeparator();
    addEntry(menu, tr("Class…"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] {
        openClass();
    })->setToolTip(tr("The reports of a class, from a folder: who did what, what was expected instead"));
    return menu;
}

void MainWindow::addLookMenu(QMenu* menu)
{
    auto* looks = menu->addMenu(tr("Theme"));
    auto* group = new QActionGroup(this);
    for (const auto& [look, name] :
         {std::pair(Look::system, tr("Like the system")), std::pair(Look::light, tr("Light")), std::pair(Look::dark, tr("Dark"))}) {
        QAction* action = group->addAction(looks->addAction(name));
        action->setCheckable(true);
        action->setChecked(look == m_settings.look);
        connect(action, &QAction::triggered, this, [this, look = look] {
            m_settings.look = look;
            applyLook(*qApp, look);
        });
    }
}

void MainWindow::addTextSizes(QMenu* menu)
{
    const auto resize = [this](double by) { setTextScale(by == 0 ? 1 : textSize().scale + by); };
    addEntry(menu, tr("Larger text"), QKeySequence::ZoomIn, [resize] { resize(textStep); })->setShortcuts(largerKeys);
    addEntry(menu, tr("Smaller text"), QKeySequence::ZoomOut, [resize] { resize(-textStep); });
    addEntry(menu, tr("Normal size"), Qt::CTRL | Qt::Key_0, [resize] { resize(0); });
    m_presentation->addEntries(menu->actions());
}

void MainWindow::addPresentation(QMenu* menu)
{
    QAction* present = menu->addAction(tr("Presentation"));
    present->setShortcut(Qt::Key_F11);
    connect(present, &QAction::triggered, this, [this] {
        delete std::exchange(m_hints, nullptr); // they speak of what goes
        m_predictor->end();
        m_presentation->isOn() ? m_presentation->end() : m_presentation->begin(m_settings.presentedScale);
    });
    QAction* keys = menu->addAction(tr("Show keys and clicks"));
    keys->setCheckable(true);
    connect(keys, &QAction::toggled, m_keys, &KeyDisplay::setOn);
    addActions({present, keys});
    m_presentation->addEntries({keys, present});
}

/// At once, and kept.
void MainWindow::setTextScale(double scale)
{
    scale = std::clamp(scale, leastScale, greatestScale);
    if (m_presentation->isOn()) {
        m_settings.presentedScale = scale;
        return applyTextSize(*qApp, {.scale = scale, .fromAfar = true});
    }
    m_settings.textScale = scale;
    const double growth = scale / textSize().scale;
    QList<int> widths = m_splitter->sizes();
    const auto docked = std::ranges::find_if(m_views, [](const QDockWidget* view) { return isOnTop(*view); });
    const int width = docked == m_views.end() ? 0 : (*docked)->width();
    applyTextSize(*qApp, {.scale = scale});
    widths[0] = qRound(growth * widths[0]);
    m_splitter->setSizes(widths);
    if (width > 0) resizeDocks({*docked}, {qRound(growth * width)}, Qt::Horizontal);
}

void MainWindow::addLanguageMenu(QMenu* menu)
{
    auto* languages = menu->addMenu(tr("Language"));
    auto* group = new QActionGroup(this);
    QStringList codes{QString(), QStringLiteral("en")};
    for (const QString& file : QDir(QStringLiteral(":/translations")).entryList({QStringLiteral("rheobase_*.qm")}))
        codes << file.section(u'_', 1).section(u'.', 0, 0);
    for (const QString& code : codes) {
        const QString name = code.isEmpty()  ? tr("Like the system")
                             : code == u"en" ? QStringLiteral("English")
                                             : QLocale(code).nativeLanguageName();
        QAction* action = group->addAction(languages->addAction(name));
        action->setCheckable(true);
        action->setChecked(code == m_settings.language);
        connect(action, &QAction::triggered, this, [this, code] {
            m_settings.language = code;
            m_notice->say(tr("The language changes when Rheobase is started again."));
        });
    }
}

namespace {

/// What can be exported now: the plots of the trace, or of the clamp, every view that is seen, and in any case `wanted`, which is chosen.
void exportOneOf(const TraceStack& stack, ClampStage* clamp, std::span<QDockWidget* const> views, const PlotView* wanted,
                 const Session& session)
{
    std::vector<Exhibit> exhibits;
    if (clamp) exhibits.push_back(exhibitOf(*clamp, MainWindow::tr("Plots of the clamp")));
    else exhibits.push_back({MainWindow::tr("Plots of the trace"), stack.figure()});
    std::size_t chosen = 0;
    for (const QDockWidget* dock : views) {
        auto* view = dock->findChild<PlotView*>();
        if (!view || !(view->isVisible() || view == wanted)) continue;
        if (view == wanted) chosen = exhibits.size();
        exhibits.push_back(exhibitOf(*view, dock->toggleViewAction()->text()));
    }
    exportFigure(stack.window(), std::move(exhibits), chosen, session);
}

}

void MainWindow::exportPlots(const PlotView* wanted) { exportOneOf(*m_stack, m_isClamped ? m_clamp : nullptr, m_views, wanted, m_session); }

QMenu* MainWindow::makeExportMenu()
{
    auto* menu = new QMenu(this);
    menu->setToolTip(tr("Figures, data and scripts, to files or to the clipboard"));
    addEntry(menu, tr("Figure…"), Qt::CTRL | Qt::Key_E, [this] { exportPlots(nullptr); });
    addEntry(menu, tr("Copy"), QKeySequence::Copy, &MainWindow::copy);
    addEntry(menu, tr("Script…"), {}, [this] { exportScript(this, m_session); });
    menu->addSeparator();
    QAction* visible = addEntry(menu, tr("Visible data…"), {}, [this] {
        const auto [from, to] = shownTimes(*m_stack->plot(QStringLiteral("potential")));
        exportData(this, m_session, from, to);
    });
    QAction* between = addEntry(menu, tr("Data between the cursors…"), {}, [this] {
        if (const auto span = m_cursors->span()) exportData(this, m_session, span->first, span->second);
        else m_notice->say(tr("There are no cursors: press C, and put them around what shall be exported."));
    });
    addEntry(menu, tr("Whole run…"), {}, [this] { exportData(this, m_session); });
    QAction* spikes = addEntry(menu, tr("Spike times as CSV…"), {}, [this] { exportSpikes(this, m_session); });
    menu->addSeparator();
    QMenu* clamp = menu->addMenu(tr("Plots of the clamp"));
    addExports(clamp, m_clamp, m_session, [this] { exportPlots(nullptr); });
    std::vector<std::pair<QAction*, QAction*>> offered; // the entry of a view, and whether there is the view
    const auto offer = [this, visible, between, spikes, clamp](const auto& entries) {
        for (QAction* ofTrace : {visible, between, spikes}) ofTrace->setVisible(!m_isClamped);
        clamp->menuAction()->setVisible(m_isClamped);
        for (const auto& [entry, view] : entries) entry->setVisible(view->isVisible());
    };
    for (QDockWidget* dock : m_views)
        if (auto* view = dock->findChild<PlotView*>()) {
            QMenu* exports = menu->addMenu(dock->toggleViewAction()->text());
            offered.emplace_back(exports->menuAction(), dock->toggleViewAction());
            addExports(exports, view, m_session, [this, view] { exportPlots(view); });
        }
    connect(menu, &QMenu::aboutToShow, this, [offer, offered] { offer(offered); });
    return menu;
}

namespace {

void copyPicture(CircuitView& circuit)
{
    QGuiApplication::clipboard()->setPixmap(circuit.grab());
    confirm(MainWindow::tr("Circuit copied"));
}

}

/// Copies what the keyboard is at: rows of a table, the figure of a view, or else of the plots.
void MainWindow::copy()
{
    for (QWidget* place = focusWidget(); place; place = place->parentWidget()) {
        if (auto* table = place->findChild<QAction*>(QStringLiteral("copyRows"), Qt::FindDirectChildrenOnly)) return table->trigger();
        if (auto* circuit = qobject_cast<CircuitView*>(place)) return copyPicture(*circuit);
        if (auto* view = qobject_cast<PlotView*>(place)) return copyFigure(exhibitOf(*view, {}), m_session);
    }
    if (m_isClamped) return copyFigure(exhibitOf(*m_clamp, {}), m_session);
    copyFigure({{}, m_stack->figure(m_stack->currentPlot() ? m_stack->currentPlot()->objectName() : QString())}, m_session);
}

void MainWindow::fillPlotsMenu(QMenu* menu)
{
    menu->clear();
    for (const PlotRow& row : m_stack->rows()) {
        if (m_isClamped || m_stack->isRowHidden(row)) continue;
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
    menu->addSeparator();
    for (QDockWidget* view : m_views) menu->addAction(view->toggleViewAction());
}

void MainWindow::about()
{
    QMessageBox::about(this, tr("About Rheobase"),
                       tr("<h3>Rheobase %1</h3><p>A live workbench for neuron dynamics.</p><p>Free software under the GNU General Public "
                          "License, version 3 or later.</p><p>This model: %2</p>")
                           .arg(QApplication::applicationVersion(), fromView(m_session.model().source)));
}

}
