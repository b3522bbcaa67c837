// SPDX-License-Identifier: GPL-3.0-or-later
#include "calm_place.h"

#include <QEvent>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int interval = 150; // ms between two measurements of the text, which take longer than to paint it
constexpr int calm = 1000;    // ms without a change
constexpr int grain = 12;     // pixels by which places grow

}

CalmPlace::CalmPlace(QLabel* label) : m_label(label), m_pace(interval, [this] { fit(); }) { label->setParent(this); }

int CalmPlace::heightForWidth(int width) const
{
    return std::max({m_label->heightForWidth(width), m_label->minimumHeight(), width == m_forWidth ? m_height : 0});
}

bool CalmPlace::event(QEvent* event)
{
    if (event->type() == QEvent::Show) fit();
    if (event->type() == QEvent::LayoutRequest) {
        m_pace.ask();
        if (hasHeightForWidth()) m_calm.start(calm, this);
    }
    return QWidget::event(event);
}

void CalmPlace::resizeEvent(QResizeEvent*)
{
    m_label->resize(size());
    m_height = heightForWidth(width());
    m_forWidth = width();
}

void CalmPlace::timerEvent(QTimerEvent*)
{
    m_calm.stop();
    m_forWidth = -1;
    fitHeight();
}

void CalmPlace::fit()
{
    if (hasHeightForWidth()) return fitHeight();
    const QSize room = sizeHint();
    QSize& kept = m_rooms[fontMetrics().height()];
    if (room == kept) return;
    kept = {(room.width() + grain - 1) / grain * grain, room.height()};
    updateGeometry();
}

void CalmPlace::fitHeight()
{
    const int height = heightForWidth(width());
    m_forWidth = width();
    if (height == m_height) return;
    m_height = height;
    updateGeometry();
}

}
