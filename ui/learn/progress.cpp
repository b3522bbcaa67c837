// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress.h"

#include "icons.h"
#include "shelf.h"
#include "theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rheobase::Progress)
};

}

void paintSegments(QPainter& painter, const QRectF& place, const std::vector<bool>& done)
{
    if (done.empty()) return;
    const double gap = exactly(4), width = std::min(exactly(30), (place.width() + gap) / static_cast<double>(done.size()) - gap);
    const double height = std::min(place.height(), exactly(6));
    const auto present = std::ranges::find(done, false);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF segment(place.left(), place.center().y() - height / 2, width, height);
    for (auto it = done.begin(); it != done.end(); ++it, segment.translate(width + gap, 0)) {
        painter.setBrush(*it ? theme().rest : it == present ? theme().accent : theme().border);
        painter.drawRoundedRect(segment, height / 2, height / 2);
    }
    painter.restore();
}

void paintRing(QPainter& painter, const QRectF& place, const ShelvedLesson& lesson)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = exactly(2);
    const QRectF ring = place.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const QColor colour = lesson.isDone() ? theme().rest : lesson.isBegun() ? theme().accent : theme().disabled;
    painter.setPen(QPen(colour, lesson.isBegun() ? line : exactly(1)));
    painter.setBrush(lesson.isDone() ? QBrush(colour) : Qt::NoBrush);
    painter.drawEllipse(ring);
    const double inset = 0.22 * place.width();
    if (lesson.isDone()) icon(Sign::done, theme().panel).paint(&painter, place.adjusted(inset, inset, -inset, -inset).toAlignedRect());
    painter.restore();
}

QString stateOf(const ShelvedLesson& lesson)
{
    if (lesson.isDone()) return Words::tr("done");
    if (!lesson.isBegun()) return {};
    return Words::tr("%1 of %2 steps").arg(std::ranges::count(lesson.done, true)).arg(lesson.done.size());
}

Segments::Segments(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

void Segments::setDone(const std::vector<bool>& done)
{
    m_done = done;
    setVisible(!done.empty());
    updateGeometry();
    update();
}

QSize Segments::sizeHint() const { return {static_cast<int>(m_done.size()) * scaled(34), scaled(8)}; }

void Segments::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSegments(painter, rect(), m_done);
}

}
