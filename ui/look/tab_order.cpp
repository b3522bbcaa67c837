// SPDX-License-Identifier: GPL-3.0-or-later
#include "tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace rheobase {

namespace {

void visit(QWidget* widget, std::vector<QWidget*>& found);

void visit(QLayout* layout, std::vector<QWidget*>& found)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (item->widget()) visit(item->widget(), found);
        else if (item->layout()) visit(item->layout(), found);
    }
}

void visit(QWidget* widget, std::vector<QWidget*>& found)
{
    if (widget->focusPolicy() & Qt::TabFocus) found.push_back(widget);
    if (const auto* area = qobject_cast<QScrollArea*>(widget)) return area->widget() ? visit(area->widget(), found) : void();
    if (const auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int i = 0; i < splitter->count(); ++i) visit(splitter->widget(i), found);
        return;
    }
    const std::size_t before = found.size();
    if (widget->layout()) visit(widget->layout(), found);
    if (found.size() != before) return;
    for (QObject* child : widget->children())
        if (auto* part = qobject_cast<QWidget*>(child); part && !part->isWindow()) visit(part, found);
}

}

void orderTabs(const std::vector<QWidget*>& parts)
{
    std::vector<QWidget*> order;
    for (QWidget* part : parts) visit(part, order);
    for (std::size_t i = 1; i < order.size(); ++i) QWidget::setTabOrder(order[i - 1], order[i]);
}

}
