// SPDX-License-Identifier: GPL-3.0-or-later
#include "strength_picture.h"

#include "csv.h"
#include "plot_label.h"
#include "theme.h"
#include "trace.h"
#include "words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double wordSize = 0.9; // in em
constexpr double grip = 8;       // pixels beside the curve that mean the curve

QPen dashed(const QColor& ink, double width)
{
    QPen pen(ink, width);
    pen.setDashPattern({5, 3.5});
    return pen;
}

}

double StrengthScene::thresholdAt(double width) const
{
    const std::vector<double>&widths = curve.widths, &thresholds = curve.thresholds;
    const auto after = std::ranges::lower_bound(widths, width * (1 - 1e-12));
    if (after == widths.end() || (after == widths.begin() && *after > width * (1 + 1e-12))) return std::numeric_limits<double>::quiet_NaN();
    const auto i = static_cast<std::size_t>(after - widths.begin());
    if (i == 0) return thresholds[0];
    const double part = std::log(width / widths[i - 1]) / std::log(widths[i] / widths[i - 1]);
    return thresholds[i - 1] * std::pow(thresholds[i] / thresholds[i - 1], part); // straight on logarithmic axes
}

Range StrengthScene::up() const
{
    double least = INFINITY, most = 0;
    const auto include = [&](double I) {
        if (!(I > 0 && std::isfinite(I))) return;
        least = std::min(least, I);
        most = std::max(most, I);
    };
    std::ranges::for_each(curve.thresholds, include);
    for (const QPointF& p : lapicque) include(p.y());
    include(curve.rheobase);
    if (most == 0) return {0.1, 100};
    return {niceBelow(0.7 * least), niceAtLeast(1.1 * most)};
}

QByteArray strengthTable(const StrengthScene& scene)
{
    const auto column = [](const char* name, const Unit& unit) {
        return ',' + QByteArray::fromStdString(columnName({name, unit, 0, 0, 1, ""}));
    };
    const Unit &unit = scene.model->input.unit, charge = chargeUnit(*scene.model);
    const bool isClosed = !scene.lapicque.isEmpty();
    QByteArray table = "width_ms" + column("threshold", unit);
    if (!charge.empty()) table += column("charge", charge);
    if (isClosed) table += column("lapicque", unit);
    table += '\n';
    for (std::size_t i = 0; i < scene.curve.widths.size(); ++i) {
        const double width = scene.curve.widths[i], I = scene.curve.thresholds[i];
        appendNumber(table, width);
        appendNumber(table += ',', I);
        if (!charge.empty()) appendNumber(table += ',', I * width);
        if (isClosed) appendNumber(table += ',', scene.lapicque[static_cast<qsizetype>(i)].y());
        table += '\n';
    }
    return table;
}

StrengthPicture::StrengthPicture(QWidget* parent) : PointedPlot(parent)
{
    setHorizontalScale(Scale::logarithmic);
    setVerticalScale(Scale::logarithmic);
    setHorizontalLabel(tr("pulse width t (ms)"));
}

void StrengthPicture::setScene(StrengthScene scene)
{
    m_scene = std::move(scene);
    if (!m_scene.model) return;
    const Theme& theme = *plotStyle().theme;
    const QString unit = fromView(m_scene.model->input.unit);
    setTitle(unit.isEmpty() ? tr("Threshold I") : tr("Threshold I (%1)").arg(unit));
    std::vector<Curve> curves;
    const bool isClosed = !m_scene.lapicque.isEmpty();
    if (isClosed) curves.push_back({.symbol = tr("Lapicque"), .colour = theme.ghost, .width = 3.5});
    curves.push_back({.symbol = isClosed ? tr("simulated") : QString(), .colour = theme.potential, .width = 1.15});
    setCurves(std::move(curves));
    if (isClosed) setPoints(0, m_scene.lapicque);
    std::vector<QPointF> points;
    for (std::size_t i = 0; i < m_scene.curve.widths.size(); ++i) {
        const double I = m_scene.curve.thresholds[i];
        points.emplace_back(m_scene.curve.widths[i], I > 0 ? I : std::numeric_limits<double>::quiet_NaN());
    }
    setPoints(this->curves().size() - 1, points);
    setHorizontalRange(m_scene.across);
    setVerticalRange(m_scene.up());
    setSideMargins(wantedLeftMargin(), wantedRightMargin());
    read();
}

void StrengthPicture::drawInside(QPainter& painter) const
{
    if (!m_scene.model) return;
    painter.save();
    painter.setClipRect(canvasAxes().adjusted(-plotStyle().em, -plotStyle().em, plotStyle().em, plotStyle().em));
    if (!m_scene.instead.isEmpty()) {
        painter.setFont(face(1));
        painter.setPen(plotStyle().theme->faint);
        painter.drawText(canvasAxes(), Qt::AlignCenter | Qt::TextWordWrap, m_scene.instead);
    }
    if (m_scene.curve.chronaxie > 0) drawChronaxie(painter);
    if (m_scene.curve.rheobase > 0) drawRheobase(painter); // last: its name may lie over the other line
    if (m_scene.pulse) drawDot(painter, *m_scene.pulse, plotStyle().theme->current, true);
    if (pointed())
        if (const QPointF at(pointed()->x(), m_scene.thresholdAt(pointed()->x())); at.y() > 0)
            drawDot(painter, at, plotStyle().theme->potential, false);
    painter.restore();
}

/// The current below which no pulse is long enough, its name above the line where the curve is far.
void StrengthPicture::drawRheobase(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const double y = canvasPixel({m_scene.across.first, m_scene.curve.rheobase}).y(), em = plotStyle().em;
    painter.setPen(dashed(plotStyle().theme->threshold, plotStyle().hairline));
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    drawNote(painter, {place.left() + 0.4 * em, y - 0.4 * em},
             tr("rheobase %1").arg(shown(m_scene.curve.rheobase, m_scene.model->input.unit)));
}

/// From twice the rheobase to the curve, and down to the width.
void StrengthPicture::drawChronaxie(QPainter& painter) const
{
    const QRectF place = canvasAxes();
    const QPointF value(m_scene.curve.chronaxie, 2 * m_scene.curve.rheobase), at = canvasPixel(value);
    const double em = plotStyle().em, single = canvasPixel({value.x(), m_scene.curve.rheobase}).y();
    painter.setPen(dashed(plotStyle().theme->threshold, plotStyle().hairline));
    painter.drawLine(QPointF(place.left(), at.y()), at);
    painter.drawLine(at, QPointF(at.x(), place.bottom()));
    drawDot(painter, value, plotStyle().theme->threshold, false);
    if (single - at.y() > 1.5 * em) drawNote(painter, {place.left() + 0.4 * em, at.y() - 0.4 * em}, tr("2 × rheobase"));
    const QString words = tr("chronaxie %1").arg(shown(value.x(), "ms", 3));
    const double width = labelWidth(face(wordSize), words);
    const double x = at.x() + 0.4 * em + width > place.right() ? at.x() - 0.4 * em - width : at.x() + 0.4 * em;
    drawNote(painter, {x, place.bottom() - 0.5 * em}, words);
}

/// Words of a line, readable where another line crosses them.
void StrengthPicture::drawNote(QPainter& painter, QPointF baseline, const QString& words) const
{
    const QFontMetricsF metrics(face(wordSize));
    QColor ground = plotStyle().theme->panel;
    ground.setAlphaF(0.75F);
    painter.fillRect(QRectF(baseline - QPointF(0, metrics.ascent()), QSizeF(labelWidth(face(wordSize), words), metrics.ascent())), ground);
    painter.setPen(plotStyle().theme->text);
    drawLabel(painter, baseline, face(wordSize), words);
}

void StrengthPicture::drawDot(QPainter& painter, QPointF value, const QColor& colour, bool isFilled) const
{
    const QPointF at = canvasPixel(value);
    if (!canvasAxes().adjusted(-1, -1, 1, 1).contains(at)) return;
    const double em = plotStyle().em, radius = (isFilled ? 0.48 : 0.36) * em;
    painter.setPen(QPen(isFilled ? plotStyle().theme->panel : colour, 0.15 * em));
    painter.setBrush(isFilled ? colour : plotStyle().theme->panel);
    painter.drawEllipse(at, radius, radius);
    painter.setBrush(Qt::NoBrush);
}

QPointF StrengthPicture::stride(bool isFine) const
{
    return {std::log(isFine ? 1.005 : 1.05) / std::log(m_scene.across.second / m_scene.across.first), 0};
}

std::optional<QPointF> StrengthPicture::meant(QPointF pulse, bool isByKeys) const
{
    const QPointF threshold(pulse.x(), m_scene.thresholdAt(pulse.x()));
    const bool isThere = threshold.y() > 0;
    if (m_scene.curve.widths.empty() || (isByKeys && !isThere)) return std::nullopt;
    return isThere && (isByKeys || std::abs(pixelAt(threshold).y() - pixelAt(pulse).y()) < grip) ? threshold : pulse;
}

void StrengthPicture::read()
{
    setReadout(std::nullopt);
    const double width = pointed() ? pointed()->x() : 0, I = pointed() ? m_scene.thresholdAt(width) : 0;
    if (!(I > 0)) return;
    setReadout(Readout{.x = width,
                       .pointer = pixelAt({width, I}),
                       .lines = {tr("width %1").arg(shown(width, "ms", 3)), tr("threshold %1").arg(shown(I, m_scene.model->input.unit, 3)),
                                 tr("charge %1").arg(shown(I * width, chargeUnit(*m_scene.model), 3))}});
}

}
