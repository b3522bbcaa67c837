// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_view.h"

#include "export_data.h"
#include "export_dialog.h"
#include "pace.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr qint64 interval = 33; // ms between two pictures: half the frames are left to the traces
constexpr qint64 quickInterval = 14;

}

PlotView::PlotView(QWidget* parent, Cost cost) : QWidget(parent), m_cost(cost)
{
    setFocusPolicy(Qt::ClickFocus); // what is clicked is what is copied
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &PlotView::refreshInTurn);
    keepDressed(this, [this] { refresh(); });
}

QByteArray PlotView::longTable(const Progress&) { return table(); }

PlotView::~PlotView()
{
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly)); // who loses the focus still asks for a refresh
}

void PlotView::refresh()
{
    if (m_pace.isActive() || !isVisible()) return;
    const qint64 least = m_cost == Cost::low ? quickInterval : interval;
    m_pace.start(static_cast<int>(m_drawn.isValid() ? std::max<qint64>(0, least - m_drawn.elapsed()) : 0));
}

void PlotView::refreshInTurn()
{
    if (m_cost == Cost::low || takesTurn()) refreshNow();
    else m_pace.start(waitForTurn);
}

void PlotView::refreshNow()
{
    m_pace.stop();
    if (isVisible()) prepare();
}

void PlotView::prepare()
{
    draw();
    m_drawn.start();
}

void PlotView::restyle(Plot* plot) const
{
    const PlotStyle style = styleOnScreen(font());
    if (plot->plotStyle() != style) plot->setPlotStyle(style);
}

void PlotView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void renderStacked(QPainter& painter, QSize size, Plot& first, Plot& second, double share)
{
    const int above = qRound(share * size.height());
    first.render(painter, {size.width(), above});
    painter.save();
    painter.translate(0, above);
    second.render(painter, {size.width(), size.height() - above});
    painter.restore();
}

Exhibit exhibitOf(PlotView& view, const QString& name)
{
    view.prepare();
    return {name, view.figure(), view.table()};
}

void addExports(QMenu* menu, PlotView* view, const Session& session, const std::function<void()>& exportFigure)
{
    menu->addAction(PlotView::tr("Figure…"), view, exportFigure);
    menu->addAction(PlotView::tr("Copy figure"), view, [view, &session] { copyFigure(exhibitOf(*view, {}), session); });
    menu->addAction(PlotView::tr("Data as CSV…"), view, [view, &session] {
        view->prepare();
        exportTable(view->window(), session, view->objectName(), [view](const Progress& progress) { return view->longTable(progress); });
    });
}

}
