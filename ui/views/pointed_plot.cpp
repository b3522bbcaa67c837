// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointed_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace rheobase {

void PointedPlot::makeInteractive()
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
}

void PointedPlot::point(std::optional<QPointF> value, bool isByKeys)
{
    m_pointed = value;
    m_isByKeys = isByKeys;
    read();
    emit changed();
}

void PointedPlot::mousePressEvent(QMouseEvent* event)
{
    const bool isInside = event->button() == Qt::LeftButton && axes().contains(event->position());
    const auto choice = isInside ? meant(valueAt(event->position()), false) : std::nullopt;
    if (choice) emit chosen(*choice);
    else event->ignore();
}

void PointedPlot::mouseMoveEvent(QMouseEvent* event)
{
    point(axes().contains(event->position()) ? std::optional(valueAt(event->position())) : std::nullopt);
}

void PointedPlot::leaveEvent(QEvent*)
{
    if (!m_isByKeys) point(std::nullopt);
}

void PointedPlot::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape) return point(std::nullopt);
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        const auto choice = m_pointed ? meant(*m_pointed, m_isByKeys) : std::nullopt;
        if (choice) emit chosen(*choice);
        return;
    }
    const QPointF step = stride(event->modifiers().testFlag(Qt::ShiftModifier));
    const double right = step.x() * ((key == Qt::Key_Right) - (key == Qt::Key_Left)),
                 down = step.y() * ((key == Qt::Key_Down) - (key == Qt::Key_Up));
    if (right == 0 && down == 0) return Plot::keyPressEvent(event);
    const QRectF place = axes();
    const QPointF to = pixelAt(m_pointed.value_or(home())) + QPointF(right * place.width(), down * place.height());
    point(valueAt({std::clamp(to.x(), place.left(), place.right()), std::clamp(to.y(), place.top(), place.bottom())}), true);
}

void PointedPlot::focusInEvent(QFocusEvent* event)
{
    Plot::focusInEvent(event);
    emit changed();
}

void PointedPlot::focusOutEvent(QFocusEvent* event)
{
    Plot::focusOutEvent(event);
    if (m_isByKeys) point(std::nullopt);
    emit changed();
}

void PointedPlot::resizeEvent(QResizeEvent* event)
{
    Plot::resizeEvent(event);
    emit changed();
}

}
