// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot has in figures: scale bars for axes, and labels beside the curves.
#include "plot.h"
#include "plot_label.h"
#include "words.h"

#include <QPainter>

#include <algorithm>

namespace rheobase {

namespace {

constexpr double partAcross = 0.25, partUp = 0.5; // of the axes, that a bar takes at most

}

double Plot::barUp() const { return niceAtMost(partUp * (verticalRange().second - verticalRange().first)); }

/// In the lower left corner, where axes would cross: one up with its length at the left, one across with its length below.
void Plot::drawScaleBars(QPainter& painter) const
{
    const double em = m_style.em;
    const QRectF place = canvasAxes();
    const QPointF corner(place.left() - 0.8 * em, place.bottom() + (m_label.isEmpty() ? 0 : 0.5 * em));
    const double perMs = place.width() / (valueAt({axes().right(), 0}).x() - valueAt({axes().left(), 0}).x());
    const double across = niceAtMost(partAcross * place.width() / perMs);
    const double right = across * perMs, up = pixelAt({0, 0}).y() - pixelAt({0, barUp()}).y();
    QPolygonF bars{{corner.x(), corner.y() - up}, corner};
    if (!m_label.isEmpty()) bars << corner + QPointF(right, 0);
    painter.setPen(QPen(m_style.theme->text, 1.4 * m_style.lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(bars);

    const QString upward = shown(barUp(), m_scaleUnits->up), acrossLabel = shown(across, m_scaleUnits->across);
    drawLabel(painter, {corner.x() - 0.5 * em - labelWidth(besideFont(), upward), corner.y() - up / 2 + 0.32 * em}, besideFont(), upward);
    if (m_label.isEmpty()) return;
    drawLabel(painter, {corner.x() + (right - labelWidth(besideFont(), acrossLabel)) / 2, corner.y() + 1.35 * em}, besideFont(),
              acrossLabel);
}

double Plot::widestLabelBeside() const
{
    double widest = 0;
    for (const Guide& guide : m_guides) widest = std::max(widest, labelWidth(besideFont(), guide.label));
    return widest;
}

void Plot::drawLabelsBeside(QPainter& painter) const
{
    struct Label {
        const Guide* guide;
        double y;
    };
    const QRectF place = canvasAxes();
    std::vector<Label> labels;
    for (const Guide& guide : m_guides)
        if (const double y = canvasPixel({0, guide.value}).y(); y >= place.top() && y <= place.bottom()) labels.push_back({&guide, y});
    std::ranges::sort(labels, {}, &Label::y);
    keepApart(labels, &Label::y, 1.05 * m_style.em, place.bottom());
    for (const Label& label : labels) {
        painter.setPen(label.guide->faint ? m_style.theme->faint : label.guide->colour);
        drawLabel(painter, {place.right() + 0.4 * m_style.em, label.y + 0.32 * m_style.em}, besideFont(), label.guide->label);
    }
}

}
