// SPDX-License-Identifier: GPL-3.0-or-later
#include "speed_field.h"

#include "entry.h"
#include "run_status.h"
#include "theme.h"
#include "transport_bar.h"
#include "words.h"

#include <QKeyEvent>
#include <QStyle>
#include <QToolTip>

#include <cmath>

namespace rheobase {

namespace {

/// The speed as it is typed: the time that a second shows.
Quantity shownTime()
{
    Quantity time = runSpeed;
    time.unit = "ms";
    time.domain = positive;
    return time;
}

const QString fastest = QStringLiteral("max");

}

SpeedField::SpeedField(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("shownSpeed"));
    setProperty("role", QStringLiteral("flat"));
    setAccessibleName(tr("What a second shows"));
    setToolTip(tr("How much of the neuron's life a second shows; type another, such as 70 ms, 2 s or max"));
    connect(this, &QLineEdit::returnPressed, this, &SpeedField::take);
    keepDressed(this, [this] { setFixedWidth(fontMetrics().horizontalAdvance(speedInWords(8.88)) + scaled(20)); });
}

void SpeedField::setSpeed(double speed)
{
    m_speed = speed;
    if (!hasFocus()) showSpeed();
}

void SpeedField::showSpeed()
{
    if (property("refused").toBool()) refuse({});
    setText(speedInWords(m_speed));
    setCursorPosition(0);
}

/// Marks what cannot be a speed, and says why; the mark goes with what caused it.
void SpeedField::refuse(const QString& sentence)
{
    setProperty("refused", !sentence.isEmpty());
    setAccessibleDescription(sentence);
    style()->polish(this);
    if (!sentence.isEmpty()) QToolTip::showText(mapToGlobal(rect().bottomLeft()), sentence, this);
}

void SpeedField::take()
{
    const QString typed = text().trimmed();
    if (typed == fastest || typed == QStringLiteral("∞")) {
        refuse({});
        emit chosen(INFINITY);
        return showSpeed();
    }
    const Entry read = entry(typed.toStdString(), std::isfinite(m_speed) ? m_speed : runSpeed.max, shownTime(), decimalSign());
    if (!read.value || !(*read.value >= runSpeed.min && *read.value <= runSpeed.max))
        return refuse(
            read.problem.empty()
                ? tr("Type a time between %1 and %2 that a second shall show, or max.").arg(duration(runSpeed.min), duration(runSpeed.max))
                : spoken(read.problem));
    refuse({});
    emit chosen(*read.value);
    showSpeed();
}

void SpeedField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    setText(std::isfinite(m_speed) ? duration(m_speed, 6) : fastest);
    QMetaObject::invokeMethod(this, &QLineEdit::selectAll, Qt::QueuedConnection);
}

void SpeedField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    showSpeed();
}

void SpeedField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) refuse({}), setText(std::isfinite(m_speed) ? duration(m_speed, 6) : fastest);
    QLineEdit::keyPressEvent(event);
}

}
