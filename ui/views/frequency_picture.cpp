// SPDX-License-Identifier: GPL-3.0-or-later
#include "frequency_picture.h"

#include "plot_label.h"
#include "theme.h"
#include "words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rheobase {

namespace {

constexpr double wordSize = 0.9; // in em

std::vector<QPointF> placed(const FrequencyPicture& picture, const std::vector<Response>& responses)
{
    std::vector<QPointF> points;
    for (const Response& response : responses) points.push_back(picture.place(response));
    return points;
}

}

FrequencyPicture::FrequencyPicture(Part part, QWidget* parent) : PointedPlot(parent), m_part(part)
{
    setHorizontalScale(Scale::logarithmic);
    setHorizontalRange(frequencyBand);
    setHorizontalLabel(part == Part::phase ? tr("frequency (Hz)") : QString());
}

QPointF FrequencyPicture::place(const Response& response) const
{
    const auto& Z = response.impedance;
    return {response.frequency, m_part == Part::magnitude ? std::abs(Z) : std::arg(Z) * 180 / std::numbers::pi};
}

void FrequencyPicture::setScene(const FrequencyScene& scene)
{
    m_scene = scene;
    if (!scene.model) return;
    const Theme& theme = *plotStyle().theme;
    const bool isMagnitude = m_part == Part::magnitude;
    const QString unit = fromView(impedanceUnit(*scene.model));
    if (isMagnitude) setTitle(unit.isEmpty() ? tr("Impedance |Z|") : tr("Impedance |Z| (%1)").arg(unit));
    else setTitle(tr("Phase (°)"));
    std::vector<Curve> curves;
    if (!scene.membrane.empty())
        curves.push_back({.symbol = isMagnitude ? QStringLiteral("R/√(1 + (2πfτ)²)") : QString(), .colour = theme.ghost, .width = 3.5});
    curves.push_back({.symbol = isMagnitude ? QStringLiteral("|Z|") : QString(), .colour = theme.potential, .width = 1.15});
    setCurves(std::move(curves));
    if (!scene.membrane.empty()) setPoints(0, placed(*this, scene.membrane));
    const auto points = placed(*this, scene.response);
    setPoints(this->curves().size() - 1, points);
    Range range = isMagnitude ? Range(0, 1e-6) : Range(-90, 0);
    for (const QPointF& p : points) range = {std::min(range.first, p.y()), std::max(range.second, p.y())};
    if (isMagnitude) setVerticalRange({0, points.empty() ? 1 : niceRange(0, 1.12 * range.second).second});
    else setVerticalRange({range.first - 8, range.second + 8});
}

void FrequencyPicture::drawInside(QPainter& painter) const
{
    painter.save();
    const QRectF place = canvasAxes();
    const double zero = canvasPixel({frequencyBand.first, 0}).y();
    if (m_part == Part::phase) {
        painter.setPen(QPen(plotStyle().theme->faint, plotStyle().hairline));
        painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero));
    }
    double row = 0;
    for (const FrequencyMark& mark : m_scene.marks) drawMark(painter, mark, row++);
    if (m_scene.measured) drawDot(painter, *m_scene.measured, plotStyle().theme->current, true);
    painter.restore();
}

/// A line down from the curve, a dot, and above the curves the name.
void FrequencyPicture::drawMark(QPainter& painter, const FrequencyMark& mark, double row) const
{
    const QRectF axes = canvasAxes();
    const QColor& ink = plotStyle().theme->threshold;
    const QPointF at = canvasPixel(place(mark.at));
    QPen pen(ink, plotStyle().hairline);
    pen.setDashPattern({5, 3.5});
    painter.setPen(pen);
    painter.drawLine(QPointF(at.x(), axes.bottom()), QPointF(at.x(), m_part == Part::magnitude ? at.y() : axes.top()));
    drawDot(painter, mark.at, ink, false);
    if (m_part == Part::phase) return;
    const double em = plotStyle().em, width = labelWidth(face(wordSize), mark.label), height = QFontMetricsF(face(wordSize)).height();
    const double left = at.x() + 0.8 * em + width > axes.right() ? at.x() - 0.8 * em - width : at.x() + 0.8 * em;
    const double top = std::max(axes.top(), at.y() - (0.4 + 0.1 * row) * em - height);
    QColor ground = plotStyle().theme->panel;
    ground.setAlphaF(0.75F);
    painter.fillRect(QRectF(left - 0.2 * em, top, width + 0.4 * em, height), ground);
    painter.setPen(plotStyle().theme->text);
    drawLabel(painter, {left, top + QFontMetricsF(face(wordSize)).ascent()}, face(wordSize), mark.label);
}

void FrequencyPicture::drawDot(QPainter& painter, const Response& at, const QColor& colour, bool isFilled) const
{
    const double radius = 0.36 * plotStyle().em;
    painter.setPen(QPen(isFilled ? plotStyle().theme->panel : colour, 0.15 * plotStyle().em));
    painter.setBrush(isFilled ? colour : plotStyle().theme->panel);
    painter.drawEllipse(canvasPixel(place(at)), radius, radius);
    painter.setBrush(Qt::NoBrush);
}

QPointF FrequencyPicture::stride(bool isFine) const
{
    return {std::log(isFine ? 1.005 : 1.05) / std::log(frequencyBand.second / frequencyBand.first), 0};
}

}
