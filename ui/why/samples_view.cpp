// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples_view.h"

#include "session.h"
#include "theme.h"
#include "words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

SamplesView::SamplesView(const Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setAccessibleName(tr("The piece of the trace that it was measured of"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SamplesView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {30 * line, 5 * line + (m_spikes.size() > 1 ? line : 0)};
}

void SamplesView::setSpikes(std::vector<double> spikes)
{
    if (spikes == m_spikes) return;
    const bool isOther = (spikes.size() > 1) != (m_spikes.size() > 1);
    m_spikes = std::move(spikes);
    if (m_spikes.empty()) return;
    const double length = m_spikes.back() - m_spikes.front(), margin = length > 0 ? 0.04 * length : aroundSpike;
    m_from = m_spikes.front() - margin;
    m_to = m_spikes.back() + margin;
    if (isOther) updateGeometry();
    update();
}

void SamplesView::paintEvent(QPaintEvent*)
{
    if (m_spikes.empty() || m_session.trace().empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = fontMetrics().height();
    QRectF place = QRectF(rect()).adjusted(scaled(8), scaled(4), -scaled(8), -scaled(4));
    if (m_spikes.size() > 1) place.setBottom(place.bottom() - 1.2 * line);
    painter.setPen(theme().border);
    painter.drawLine(place.bottomLeft(), place.topLeft());
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    drawTrace(painter, place);
    if (m_spikes.size() > 1) drawIntervals(painter, place);
}

/// The least and the greatest of each column of pixels; of a neuron that is reset a stroke for its spike, and its threshold.
void SamplesView::drawTrace(QPainter& painter, const QRectF& place) const
{
    const Trace& trace = m_session.trace();
    const Model& model = m_session.model();
    const Extent all = trace.extent(Columns::potential, trace.firstAt(m_from), trace.firstAfter(m_to));
    if (!(all.least < all.most)) return;
    const double low = all.least - 0.15 * (all.most - all.least),
                 high = all.most + (model.spikesAreDrawn() ? 0.35 : 0.1) * (all.most - all.least);
    const auto yOf = [&](double V) { return place.bottom() - (V - low) / (high - low) * place.height(); };
    const auto threshold = indexOf(model.parameters, Part::threshold);
    if (threshold) {
        painter.setPen(QPen(theme().threshold, exactly(1), Qt::DashLine));
        const double y = yOf(m_session.experiment().parameters[*threshold]);
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    }
    QPolygonF line;
    for (double x = place.left(); x < place.right(); x += 0.5) {
        const double t = m_from + (x - place.left()) / place.width() * (m_to - m_from),
                     next = m_from + (x + 0.5 - place.left()) / place.width() * (m_to - m_from);
        const std::size_t first = trace.firstAt(t), end = std::max(trace.firstAfter(next), first + 1);
        if (end > trace.rows()) break;
        const Extent extent = trace.extent(Columns::potential, first, end);
        line << QPointF(x, yOf(extent.most)) << QPointF(x, yOf(extent.least));
    }
    painter.setPen(QPen(theme().potential, exactly(1.6)));
    painter.drawPolyline(line);
    for (const double spike : m_spikes)
        if (model.spikesAreDrawn()) painter.drawLine(QPointF(xOf(spike, place), yOf(all.most)), QPointF(xOf(spike, place), place.top()));
}

void SamplesView::drawIntervals(QPainter& painter, const QRectF& place) const
{
    const double y = place.bottom() + 0.7 * fontMetrics().height(), tick = 3;
    for (std::size_t i = 0; i + 1 < m_spikes.size(); ++i) {
        const double from = xOf(m_spikes[i], place) + 1, to = xOf(m_spikes[i + 1], place) - 1;
        const QString text = shown(m_spikes[i + 1] - m_spikes[i], "ms");
        const double width = fontMetrics().horizontalAdvance(text) + 8.0;
        const bool hasRoom = width < to - from - 8;
        painter.setPen(theme().faint);
        for (const double x : {from, to}) painter.drawLine(QPointF(x, y - tick), QPointF(x, y + tick));
        painter.drawLine(QPointF(from, y), QPointF(hasRoom ? (from + to - width) / 2 : to, y));
        if (hasRoom) painter.drawLine(QPointF((from + to + width) / 2, y), QPointF(to, y));
        painter.setPen(theme().text);
        if (hasRoom) painter.drawText(QRectF(from, y - place.height(), to - from, 2 * place.height()), Qt::AlignCenter, text);
    }
}

}
