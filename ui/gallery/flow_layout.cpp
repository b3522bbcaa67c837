// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow_layout.h"

#include <algorithm>

namespace rheobase {

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (!itemAt(index)) return nullptr;
    QLayoutItem* const item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items) size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

/// The height that the rows take; where it moves them, puts them there.
int FlowLayout::place(const QRect& rect, bool moves) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    int top = inside.top(), bottom = top;
    for (std::size_t begin = 0, end = 0; begin < m_items.size(); begin = end) {
        int width = -spacing(), height = 0;
        for (; end < m_items.size(); ++end) {
            const QSize size = m_items[end]->sizeHint();
            if (end > begin && width + spacing() + size.width() > inside.width()) break;
            width += spacing() + size.width();
            height = std::max(height, size.height());
        }
        for (int left = inside.left(); moves && begin < end; ++begin) {
            const QSize size = m_items[begin]->sizeHint();
            m_items[begin]->setGeometry({{left, top + (height - size.height()) / 2}, size});
            left += size.width() + spacing();
        }
        bottom = top + height;
        top = bottom + spacing();
    }
    return bottom - rect.top() + contentsMargins().bottom();
}

}
