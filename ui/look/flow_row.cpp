// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow_row.h"

#include <QWidget>

#include <algorithm>

namespace rheobase {

FlowRow::~FlowRow() = default;

void FlowRow::insertWidget(int index, QWidget* widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + index, std::make_unique<QWidgetItemV2>(widget));
    if (index <= m_right) ++m_right;
    invalidate();
}

void FlowRow::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem* FlowRow::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowRow::takeAt(int index)
{
    if (index < 0 || index >= count()) return nullptr;
    const auto place = m_items.begin() + index;
    QLayoutItem* taken = place->release();
    m_items.erase(place);
    if (index < m_right) --m_right;
    return taken;
}

/// What is seen, cut into rows of a width.
std::vector<FlowRow::Row> FlowRow::rows(int width) const
{
    std::vector<Row> rows(1);
    for (int i = 0; i < count(); ++i) {
        QLayoutItem* item = itemAt(i);
        if (item->isEmpty()) continue;
        const QSize size = item->sizeHint();
        const int gap = rows.back().items.empty() ? 0 : spacing();
        if (gap > 0 && rows.back().width + gap + size.width() > width) rows.emplace_back();
        Row& row = rows.back();
        row.width += (row.items.empty() ? 0 : gap) + size.width();
        row.height = std::max(row.height, size.height());
        row.items.push_back(item);
        row.right += i >= m_right ? 1 : 0;
    }
    return rows;
}

int FlowRow::heightForWidth(int width) const
{
    const QMargins m = contentsMargins();
    int height = m.top() + m.bottom() - spacing();
    for (const Row& row : rows(width - m.left() - m.right())) height += row.height + spacing();
    return height;
}

QSize FlowRow::sizeHint() const
{
    const QMargins m = contentsMargins();
    const Row whole = rows(1 << 20).front();
    return QSize(whole.width, whole.height) + QSize(m.left() + m.right(), m.top() + m.bottom());
}

QSize FlowRow::minimumSize() const
{
    const QMargins m = contentsMargins();
    int widest = 0, height = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty()) continue;
        widest = std::max(widest, item->sizeHint().width());
        height = std::max(height, item->sizeHint().height());
    }
    return {widest + m.left() + m.right(), height + m.top() + m.bottom()};
}

void FlowRow::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    const QRect room = rect.marginsRemoved(contentsMargins());
    int y = room.top();
    for (const Row& row : rows(room.width())) {
        int x = room.left();
        const auto firstRight = row.items.size() - static_cast<std::size_t>(row.right);
        for (std::size_t i = 0; i < row.items.size(); ++i) {
            const QSize size = row.items[i]->sizeHint();
            if (i == firstRight) x += std::max(0, room.width() - row.width);
            row.items[i]->setGeometry({x, y + (row.height - size.height()) / 2, size.width(), size.height()});
            x += size.width() + spacing();
        }
        y += row.height + spacing();
    }
}

}
