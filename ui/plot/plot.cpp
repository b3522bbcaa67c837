// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot.h"

#include "plot_canvas.h"
#include "plot_label.h"
#include "words.h"

#include <QFontInfo>
#include <QFontMetrics>
#include <QPainter>
#include <QPicture>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double cornerRadius = 8;

}

PlotStyle styleOnScreen(const QFont& font)
{
    const int least = letters(1), em = std::max(qRound(0.88 * QFontInfo(font).pixelSize()), qRound(least / numberSize));
    return {
        .theme = &theme(), .em = em, .lineWidth = em / 6.0, .hairline = std::max(1.0, exactly(1)), .interactive = true, .leastText = least};
}

/// What the plot paints itself, as a part of the canvas.
class Plot::Decoration : public QCPLayerable {
public:
    Decoration(Canvas* canvas, const Plot& plot) : QCPLayerable(canvas, "overlay"), m_plot(plot) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter* painter) override { m_plot.drawOver(*painter); }

private:
    const Plot& m_plot;
};

Plot::Plot(QWidget* parent) : QWidget(parent), m_canvas(new Canvas(*this))
{
    new Decoration(m_canvas, *this);
    dress();
    keepDressed(this, [this] { setMinimumSize(scaled(QSize(160, 72))); });
}

Plot::~Plot() = default;

Face Plot::face(double size, bool bold) const
{
    QFont font = interfaceFont(9, bold ? QFont::DemiBold : QFont::Normal);
    font.setPixelSize(std::max(m_style.leastText, qRound(size * m_style.em)));
    return {font, m_style.leastText};
}

void Plot::setPlotStyle(const PlotStyle& style)
{
    m_style = style;
    dress();
}

void Plot::dress()
{
    const Theme& t = *m_style.theme;
    m_canvas->em = m_style.em;
    m_canvas->setBackground(QBrush(t.panel));
    for (QCPAxis* axis : {m_canvas->xAxis, m_canvas->yAxis}) {
        axis->setVisible(!m_scaleUnits);
        axis->setBasePen(QPen(t.border, m_style.hairline));
        axis->grid()->setPen(QPen(t.grid, m_style.hairline));
        axis->setTickLabelFont(face(numberSize));
        axis->setTickLabelColor(t.faint);
        axis->setTickLabelPadding(qRound(0.45 * m_style.em));
    }
    setCurves(std::move(m_curves));
    layOut();
    update();
}

void Plot::setHorizontalLabel(const QString& label)
{
    if (std::exchange(m_label, label) == label) return;
    layOut();
}

void Plot::setHorizontalUnit(double unit)
{
    if (std::exchange(m_unit, unit) == unit) return;
    m_canvas->acrossTicker->setUnit(unit);
    m_stale = true;
}

void Plot::setHorizontalScale(Scale scale) { scaleAxis(m_canvas->xAxis, m_canvas->acrossTicker, scale); }

void Plot::setScaleBars(std::optional<ScaleUnits> units)
{
    m_scaleUnits = units;
    dress();
}

void Plot::setVerticalScale(Scale scale) { scaleAxis(m_canvas->yAxis, m_canvas->upTicker, scale); }

void Plot::setCurves(std::vector<Curve> curves)
{
    m_curves = std::move(curves);
    m_traces.clear();
    while (m_canvas->graphCount() > static_cast<int>(m_curves.size())) m_canvas->removeGraph(m_canvas->graphCount() - 1);
    while (m_canvas->graphCount() < static_cast<int>(m_curves.size()))
        (new Trail(m_canvas->xAxis, m_canvas->yAxis))->setAdaptiveSampling(false);
    setActiveCurve(m_activeCurve);
}

void Plot::setActiveCurve(int index)
{
    m_activeCurve = index;
    bool active = false;
    for (int i = 0; i < m_canvas->graphCount(); ++i) {
        const Curve& curve = m_curves[static_cast<std::size_t>(i)];
        active = i == index || (active && curve.symbol.isEmpty());
        m_canvas->graph(i)->setPen(QPen(curve.colour, m_style.lineWidth * curve.width * (active ? 2 : 1), curve.style,
                                        curve.style == Qt::SolidLine ? Qt::SquareCap : Qt::FlatCap, Qt::RoundJoin));
    }
}

void Plot::setPoints(std::size_t curve, std::span<const QPointF> points)
{
    QVector<QCPGraphData> samples(static_cast<qsizetype>(points.size()));
    std::ranges::transform(points, samples.begin(), [](const QPointF& p) { return QCPGraphData(p.x(), p.y()); });
    m_canvas->graph(static_cast<int>(curve))->data()->set(samples, true);
    m_stale = true;
}

void Plot::setRange(bool across, Range range)
{
    QCPAxis* axis = across ? m_canvas->xAxis : m_canvas->yAxis;
    const QCPRange before = axis->range();
    axis->setRange(range.first, range.second);
    m_stale |= axis->range() != before && (!across || m_traces.empty());
}

void Plot::setHorizontalRange(Range range) { setRange(true, range); }

void Plot::setVerticalRange(Range range) { setRange(false, range); }

Range Plot::verticalRange() const { return {m_canvas->yAxis->range().lower, m_canvas->yAxis->range().upper}; }

int Plot::wantedLeftMargin() const
{
    if (m_scaleUnits) return static_cast<int>(std::ceil(labelWidth(besideFont(), shown(barUp(), m_scaleUnits->up)) + 2.2 * m_style.em));
    QVector<double> ticks;
    QVector<QString> labels;
    m_canvas->upTicker->generate(m_canvas->yAxis->range(), QLocale(), 'g', 6, ticks, nullptr, &labels);
    qreal widest = labelWidth(face(numberSize), "−100");
    for (const QString& label : labels) widest = std::max(widest, labelWidth(face(numberSize), label));
    return static_cast<int>(std::ceil(widest + 1.3 * m_style.em));
}

int Plot::wantedRightMargin() const
{
    qreal widest = 0.4 * m_style.em;
    for (const Curve& curve : m_curves)
        if (curve.named) widest = std::max(widest, labelWidth(face(1), curve.symbol));
    if (m_style.labelsBeside) widest = std::max(widest, widestLabelBeside());
    return static_cast<int>(std::ceil(widest + 0.9 * m_style.em));
}

void Plot::setSideMargins(int left, int right)
{
    if (left == m_left && right == m_right) return;
    m_left = left;
    m_right = right;
    layOut();
}

void Plot::layOut()
{
    const double em = m_style.em;
    m_stale = true;
    m_canvas->axisRect()->setMargins(QMargins(m_left, qRound(2.6 * em), m_right, qRound((m_label.isEmpty() ? 0.7 : 3.1) * em)));
}

QRectF Plot::axes() const { return QRectF(m_canvas->axisRect()->rect()).translated(inset, inset); }

QPointF Plot::pixelAt(QPointF value) const
{
    return {m_canvas->xAxis->coordToPixel(value.x()) + inset, m_canvas->yAxis->coordToPixel(value.y()) + inset};
}

QPointF Plot::valueAt(QPointF pixel) const
{
    return {m_canvas->xAxis->pixelToCoord(pixel.x() - inset), m_canvas->yAxis->pixelToCoord(pixel.y() - inset)};
}

/// What is seen of a curve from left to right, in the canvas.
std::vector<QLineF> Plot::strokes(std::size_t curve, double left, double right) const
{
    std::vector<QLineF> found;
    const double from = m_canvas->xAxis->pixelToCoord(left), to = m_canvas->xAxis->pixelToCoord(right);
    if (curve < m_traces.size()) {
        const double column = (to - from) / std::max(1.0, std::round(right - left));
        std::vector<Extent> extents(static_cast<std::size_t>(std::max(1.0, std::round(right - left))));
        const TimeColumn first = columnAt(from, column);
        Reducer(column).reduce(m_traces[curve], first, 1, extents);
        for (std::size_t i = 0; i < extents.size(); ++i) {
            const double t = (static_cast<double>(first) + static_cast<double>(i) + 0.5) * column;
            if (!extents[i].empty()) found.emplace_back(canvasPixel({t, extents[i].least}), canvasPixel({t, extents[i].most}));
        }
        return found;
    }
    const auto points = m_canvas->graph(static_cast<int>(curve))->data();
    const auto end = points->findEnd(to);
    for (auto p = points->findBegin(from); p < end && p + 1 < points->constEnd(); ++p)
        found.emplace_back(canvasPixel({p->key, p->value}), canvasPixel({(p + 1)->key, (p + 1)->value}));
    return found;
}

int Plot::curveNear(QPointF pixel, double distance) const
{
    int nearest = -1, named = -1;
    pixel -= QPointF(inset, inset);
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (!m_curves[i].symbol.isEmpty()) named = static_cast<int>(i);
        for (const QLineF& stroke : strokes(i, pixel.x() - distance, pixel.x() + distance)) {
            const QPointF a = stroke.p1(), ab = stroke.p2() - a, ap = pixel - a;
            const double along = std::clamp(QPointF::dotProduct(ap, ab) / std::max(QPointF::dotProduct(ab, ab), 1e-9), 0.0, 1.0);
            const QPointF off = ap - along * ab;
            if (const double d = std::hypot(off.x(), off.y()); d < distance) nearest = named, distance = d;
        }
    }
    return nearest;
}

/// The last point that is shown.
std::optional<QPointF> Plot::lastPointOf(std::size_t curve) const
{
    if (curve < m_traces.size()) return lastPoint(m_traces[curve], m_canvas->xAxis->range().upper);
    const auto points = m_canvas->graph(static_cast<int>(curve))->data();
    auto end = points->findEnd(m_canvas->xAxis->range().upper, false);
    while (end != points->constBegin() && !std::isfinite((end - 1)->value)) --end;
    if (end == points->constBegin()) return std::nullopt;
    return QPointF((end - 1)->key, (end - 1)->value);
}

/// How much of the curves lies in a part of the canvas.
int Plot::pointsWithin(const QRectF& place) const
{
    int count = 0;
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        for (const QLineF& stroke : strokes(i, place.left(), place.right())) {
            const auto [top, bottom] = std::minmax({stroke.y1(), stroke.y2()});
            count += top <= place.bottom() && bottom >= place.top();
        }
    return count;
}

void Plot::replot()
{
    if (m_canvas->bufferDevicePixelRatio() != devicePixelRatioF()) m_canvas->setBufferDevicePixelRatio(devicePixelRatioF());
    const bool hasTraces = !m_traces.empty();
    if (std::exchange(m_stale, false) || !hasTraces || !m_canvas->hasTraces()) m_canvas->drawSheet(hasTraces);
    if (hasTraces) drawTraces();
}

/// Those of the axis across, as far as there is room for them.
void Plot::drawNumbers(QPainter& painter) const
{
    const Face font = face(numberSize);
    const double baseline = canvasAxes().bottom() - 1 + qRound(0.45 * m_style.em) + QFontMetrics(font).ascent();
    const double ratio = m_canvas->bufferDevicePixelRatio();
    QVector<QString> labels;
    const QVector<double> ticks = m_canvas->ticksAcross(&labels);
    painter.setPen(m_style.theme->faint);
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        const double width = labelWidth(font, labels[i]), left = m_canvas->xAxis->coordToPixel(ticks[i]) - width / 2;
        if (left < 0 || left + width > m_canvas->viewport().width()) continue;
        drawLabel(painter, {std::round(left * ratio) / ratio, baseline}, font, labels[i]);
    }
}

void Plot::drawTraces()
{
    std::vector<InkedCurve> curves;
    for (std::size_t i = 0; i < m_traces.size(); ++i) {
        const QPen pen = m_canvas->graph(static_cast<int>(i))->pen();
        curves.push_back({m_traces[i], pen.color(), pen.widthF() * m_canvas->bufferDevicePixelRatio()});
    }
    m_canvas->showTraces(curves);
}

void Plot::render(QPainter& painter, QSize size)
{
    // QCustomPlot draws with a painter of its own kind only, and a device takes one painter at a time: hence the recording.
    QPicture picture;
    QCPPainter recorder;
    recorder.begin(&picture);
    recorder.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
    m_canvas->drawVectors(recorder, size);
    recorder.end();
    painter.save(); // a picture grows with the resolution of the device; here lengths are the painter's
    painter.scale(double(picture.logicalDpiX()) / painter.device()->logicalDpiX(),
                  double(picture.logicalDpiY()) / painter.device()->logicalDpiY());
    painter.drawPicture(0, 0, picture);
    painter.restore();
}

void Plot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? m_style.theme->accent : m_style.theme->border, (hasFocus() ? 2 : 1) * m_style.hairline));
    painter.setBrush(m_style.theme->panel);
    const double edge = (hasFocus() ? 1 : 0.5) * m_style.hairline, radius = exactly(cornerRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), radius, radius);
}

void Plot::resizeEvent(QResizeEvent*)
{
    m_canvas->setGeometry(rect().adjusted(inset, inset, -inset, -inset));
    m_stale = true;
}

}
