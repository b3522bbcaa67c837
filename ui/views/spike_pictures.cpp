// SPDX-License-Identifier: GPL-3.0-or-later
#include "spike_pictures.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr double dotRoom = 0.7; // em between two spikes that are drawn as dots

}

IntervalPicture::IntervalPicture(QWidget* parent) : Plot(parent)
{
    setTitle(tr("Inter-spike intervals"));
    setHorizontalLabel(tr("interval (ms)"));
}

void IntervalPicture::setHistogram(const IntervalHistogram& histogram)
{
    m_histogram = histogram;
    const std::size_t most = histogram.counts.empty() ? 0 : *std::ranges::max_element(histogram.counts);
    const double width = histogram.counts.empty() ? 1 : histogram.width;
    const double room = std::max(width, 5 * width - width * static_cast<double>(histogram.counts.size()) / 2);
    setHorizontalRange(histogram.counts.empty() ? Range(0, 100) : Range(std::max(0.0, histogram.first - room), histogram.end() + room));
    setVerticalRange({0, most == 0 ? 10 : niceAtLeast(1.05 * static_cast<double>(most))});
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
}

void IntervalPicture::drawInside(QPainter& painter) const
{
    const double hair = plotStyle().hairline, em = plotStyle().em;
    painter.setPen(Qt::NoPen);
    painter.setBrush(plotStyle().theme->potential);
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        const double from = m_histogram.first + static_cast<double>(i) * m_histogram.width;
        QRectF bar(canvasPixel({from, static_cast<double>(m_histogram.counts[i])}), canvasPixel({from + m_histogram.width, 0}));
        if (m_histogram.counts[i] == 0) continue;
        if (bar.width() > 4 * hair) bar.setWidth(bar.width() - hair);
        painter.drawRect(bar);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(plotStyle().theme->faint);
    painter.setFont(face(0.9));
    if (m_histogram.counts.empty()) painter.drawText(canvasAxes(), Qt::AlignCenter, tr("two spikes make an interval"));
    if (m_histogram.beyond == 0) return;
    const QString words = tr("%n longer", nullptr, static_cast<int>(std::min<std::size_t>(m_histogram.beyond, 1'000'000'000)));
    painter.drawText(canvasAxes().adjusted(0, 0.2 * em, -0.4 * em, 0), Qt::AlignRight | Qt::AlignTop, words);
}

RateHistoryPicture::RateHistoryPicture(QWidget* parent) : Plot(parent)
{
    setTitle(tr("Instantaneous firing rate (Hz)"));
    setHorizontalLabel(tr("time (s)"));
}

void RateHistoryPicture::setRates(std::span<const RatePoint> rates)
{
    m_points.clear();
    for (const RatePoint& p : rates) m_points.emplace_back(p.time / 1000, p.rate);
    setCurves({{.symbol = {}, .colour = plotStyle().theme->current, .width = 0.8}});
    setPoints(0, m_points);
    double most = 0;
    for (const QPointF& p : m_points) most = std::max(most, p.y());
    const double from = m_points.empty() ? 0 : m_points.front().x(), to = m_points.empty() ? 1 : m_points.back().x();
    const double room = to > from ? 0.02 * (to - from) : 0.05;
    setHorizontalRange({from - room, to + room});
    setVerticalRange({0, most > 0 ? niceAtLeast(1.05 * most) : 100});
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
}

/// A dot for each spike, where there is room.
void RateHistoryPicture::drawInside(QPainter& painter) const
{
    const double em = plotStyle().em;
    if (m_points.empty() || static_cast<double>(m_points.size()) * dotRoom * em > canvasAxes().width()) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(plotStyle().theme->current);
    for (const QPointF& p : m_points) painter.drawEllipse(canvasPixel(p), 0.22 * em, 0.22 * em);
    painter.setBrush(Qt::NoBrush);
}

}
