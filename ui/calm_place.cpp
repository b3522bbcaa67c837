// SPDX-License-Identifier: GPL-3.0-or-later
#include "calm_place.h"

#include <QEvent>

namespace rheobase {

bool CalmPlace::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) m_room = {};
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) fit();
    return QWidget::event(event);
}

void CalmPlace::resizeEvent(QResizeEvent*)
{
    m_label->resize(size());
    m_height = heightForWidth(width());
}

void CalmPlace::fit()
{
    if (hasHeightForWidth()) {
        if (heightForWidth(width()) == m_height) return;
    } else if (const QSize room = sizeHint(); room == m_room) return;
    else m_room = room;
    updateGeometry();
}

}
