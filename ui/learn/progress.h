// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QPainter;

namespace rheobase {

struct ShelvedLesson;

/// Draws the steps of a lesson as segments: done, present, to come.
void paintSegments(QPainter& painter, const QRectF& place, const std::vector<bool>& done);
/// Draws a ring that tells of a lesson: empty; open, where it is begun; filled with a check, where it is done.
void paintRing(QPainter& painter, const QRectF& place, const ShelvedLesson& lesson);
/// "done", "2 of 6 steps"; empty of what is not begun.
QString stateOf(const ShelvedLesson& lesson);

/// The steps of a lesson as segments.
class Segments : public QWidget {
    Q_OBJECT
public:
    explicit Segments(QWidget* parent = nullptr);
    void setDone(const std::vector<bool>& done);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<bool> m_done;
};

}
