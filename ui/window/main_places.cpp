// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window and its parts are, and what takes their place.
#include "key_display.h"
#include "main_window.h"
#include "on_screen.h"
#include "presentation.h"
#include "scope_bar.h"
#include "top_bar.h"
#include "trace_stack.h"
#include "transport_bar.h"

#include <QApplication>
#include <QDockWidget>
#include <QLayout>
#include <QScreen>
#include <QSplitter>

namespace rheobase {

namespace {

constexpr QSize usualFrame(16, 48); // of a window, before it has one

}

/// Where the window and its parts were, or a first arrangement.
void MainWindow::takePlaces()
{
    resize(scaled(QSize(1440, 900)).boundedTo(screen()->availableSize() - usualFrame));
    resizeDocks({m_views.front()}, {scaled(rightWidth)}, Qt::Horizontal);
    m_splitter->setSizes({scaled(leftWidth), scaled(900)});
    restoreGeometry(m_settings.geometry);
    m_splitter->restoreState(m_settings.splitter);
    restoreState(m_settings.views);
    showTitles();
    m_place = geometry();
    for (const auto changed : {&QGuiApplication::screenAdded, &QGuiApplication::screenRemoved})
        connect(qApp, changed, this, &MainWindow::bringBack, Qt::QueuedConnection);
}

/// What is on no screen any more.
void MainWindow::bringBack()
{
    bringOnScreen(*this);
    for (QDockWidget* dock : m_views)
        if (dock->window() != this && dock->window()->isVisible()) bringOnScreen(*dock->window());
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (geometry() == m_place) QMetaObject::invokeMethod(this, &MainWindow::bringBack, Qt::QueuedConnection); // then its frame is known
}

/// Beside the panels and plots, which it takes the place of.
void MainWindow::makePresentation()
{
    m_keys = new KeyDisplay(this);
    m_presentation = new Presentation(m_session, {this, m_splitter, m_scope, m_stack, m_views, m_keys});
    centralWidget()->layout()->addWidget(m_presentation);
    connect(m_presentation, &Presentation::hovered, this, &MainWindow::highlight);
    addActions(m_top->actions() + m_top->transport().actions()); // their shortcuts work where the bar is not seen
}

}
