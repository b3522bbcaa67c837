// SPDX-License-Identifier: GPL-3.0-or-later
#include "column.h"

#include "theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace rheobase {

Column::Column(std::initializer_list<QWidget*> panels, const QString& name, QWidget* parent) : QScrollArea(parent)
{
    auto* inside = new QWidget;
    inside->setObjectName(QStringLiteral("column"));
    auto* stack = new QVBoxLayout(inside);
    pad(stack, {14, 14, 14, 14}, 14);
    stack->addStretch();
    setWidget(inside);
    for (QWidget* panel : panels) add(panel);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    // Its room is kept: a bar that came and went would change the width, and so the height, and so the bar, without end.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto* bar = verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, bar, [bar](int least, int most) { bar->setEnabled(most > least); });
    bar->setEnabled(false);
    setAccessibleName(name);
    setFocusPolicy(Qt::NoFocus);
    keepDressed(this, [this] { fit(); });
}

void Column::setScrollingAcross(bool on)
{
    m_scrollsAcross = on;
    fit();
}

void Column::add(QWidget* panel)
{
    auto* stack = static_cast<QVBoxLayout*>(widget()->layout());
    stack->insertWidget(stack->count() - 1, panel);
}

bool Column::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) QMetaObject::invokeMethod(this, &Column::fit, Qt::QueuedConnection);
    // The area watches the panels, too. They are higher where they are wider: what it does about their size must not ask for it again.
    if (std::exchange(m_isFitting, true)) return false;
    const bool isTaken = QScrollArea::eventFilter(watched, event);
    m_isFitting = false;
    return isTaken;
}

void Column::fit()
{
    const bool scrolls = m_scrollsAcross && textSize().scale > 1;
    setHorizontalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int least = scrolls ? 0 : widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    if (least != minimumWidth()) setMinimumWidth(least);
}

}
