// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson_line.h"

#include "progress.h"
#include "theme.h"

#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr int lineHeight = 24, ring = 14, gap = 10; // px

}

LessonLine::LessonLine(const ShelvedLesson& lesson) : m_lesson(lesson)
{
    setObjectName(QStringLiteral("line-") + lesson.id);
    setText(lesson.title);
    QStringList all{lesson.title, told(lesson.minutes)};
    if (const QString state = stateOf(lesson); !state.isEmpty()) all << state;
    setAccessibleName(all.join(QStringLiteral(", ")));
    setToolTip(lesson.goal);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    keepDressed(this, [this] { updateGeometry(); });
}

QSize LessonLine::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + scaled(ring + 2 * gap + 48), std::max(scaled(lineHeight), fontMetrics().height())};
}

void LessonLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOpen = m_lesson.isBegun() && !m_lesson.isDone();
    const QString time = told(m_lesson.minutes);
    const int side = scaled(ring), left = side + scaled(gap), right = fontMetrics().horizontalAdvance(time) + scaled(gap);
    paintRing(painter, QRectF(0, (height() - side) / 2.0, side, side), m_lesson);
    painter.setPen(theme().faint);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, time);
    QFont bold = font();
    if (isOpen) bold.setWeight(QFont::DemiBold);
    if (underMouse()) bold.setUnderline(true);
    painter.setFont(bold);
    painter.setPen(theme().text);
    const QRect place = rect().adjusted(left, 0, -right, 0);
    painter.drawText(place, Qt::AlignVCenter, QFontMetrics(bold).elidedText(text(), Qt::ElideRight, place.width()));
    if (!hasFocus()) return;
    painter.setPen(QPen(theme().accent, exactly(2)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), exactly(4), exactly(4));
}

}
