// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shelf.h"

#include <QAbstractButton>

namespace rheobase {

/// A line on a card that opens a lesson: its state as a ring, its title, its minutes.
class LessonLine : public QAbstractButton {
    Q_OBJECT
public:
    explicit LessonLine(const ShelvedLesson& lesson);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ShelvedLesson m_lesson;
};

}
