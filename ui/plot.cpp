// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot.h"

#include "plot_label.h"
#include "polyline.h"

#include <qcustomplot.h>

#include <QPainter>
#include <QPicture>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double cornerRadius = 8;

QString number(double value, double step)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    return locale.toString(std::abs(value) < step / 2 ? 0.0 : value, 'f', decimals).replace(u'-', u'−');
}

/// Ticks at 1-2-5 steps, about one every so many pixels.
class Ticker : public QCPAxisTicker {
public:
    /// At least three where they fit as close as `closest`.
    void setPixels(double length, double spacing, double closest)
    {
        setTickCount(std::clamp(static_cast<int>(std::max(length / spacing, std::min(3.0, length / closest))), 1, 20));
    }

protected:
    double getTickStep(const QCPRange& range) override { return m_step = niceAtLeast(0.93 * std::max(range.size(), 1e-12) / tickCount()); }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return number(tick, m_step); }

private:
    double m_step = 1;
};

/// Ticks at the powers of ten.
class DecadeTicker : public QCPAxisTickerLog {
protected:
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return shown(tick, 1); }
};

}

/// A trace: drawn with as few strokes as look the same.
class Trail : public QCPGraph {
public:
    using QCPGraph::QCPGraph;

protected:
    void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override
    {
        const QRectF place = mKeyAxis->axisRect()->rect();
        const bool vectors = painter->modes().testFlag(QCPPainter::pmVectorized);
        const QVector<QPointF> line = simplified(vectors ? clipped(lines, place) : lines, 0.06 * painter->pen().widthF());
        if (vectors || strokesOf(line) < darkness * place.width()) return QCPGraph::drawLinePlot(painter, line);
        painter->setAntialiasing(false); // a band of ink: fine edges would cost much and show nothing
        painter->setPen(QPen(painter->pen().color(), 0));
        drawPolyline(painter, line);
    }

private:
    static constexpr double darkness = 0.2; // strokes a pixel
};

/// The widget behind: never touched by the mouse, so that a plot's gestures are its own.
class Plot::Canvas : public QCustomPlot {
public:
    explicit Canvas(QWidget* parent) : QCustomPlot(parent), acrossTicker(new Ticker), upTicker(new Ticker)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
        setNotAntialiasedElements(QCP::AntialiasedElements(QCP::aeAll) & ~QCP::aePlottables);
        setAntialiasedElements(QCP::aePlottables);
        layer("overlay")->setMode(QCPLayer::lmLogical); // one buffer is enough
        axisRect()->setAutoMargins(QCP::msNone);
        axisRect()->setMinimumSize(1, 1);
        plotLayout()->setMargins(QMargins());
        plotLayout()->setRowSpacing(0);
        xAxis->setTicker(acrossTicker);
        yAxis->setTicker(upTicker);
        for (QCPAxis* axis : {xAxis, yAxis}) {
            axis->setSubTicks(false);
            axis->setTickLength(0, 0);
            axis->setTickPen(Qt::NoPen);
            axis->grid()->setZeroLinePen(Qt::NoPen);
        }
    }
    void drawVectors(QCPPainter& painter, QSize size)
    {
        setNotAntialiasedElements({});
        setAntialiasedElements(QCP::aeAll);
        toPainter(&painter, size.width(), size.height());
    }

    QSharedPointer<Ticker> acrossTicker, upTicker;
    double em = 12;

protected:
    void updateLayout() override
    {
        const QMargins margins = axisRect()->margins();
        acrossTicker->setPixels(viewport().width() - margins.left() - margins.right(), 7 * em, 5 * em);
        upTicker->setPixels(viewport().height() - margins.top() - margins.bottom(), 3 * em, 1.8 * em);
        QCustomPlot::updateLayout();
    }
};

namespace {

void scaleAxis(QCPAxis* axis, const QSharedPointer<Ticker>& linear, Scale scale)
{
    const bool decades = scale == Scale::logarithmic;
    axis->setScaleType(decades ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (decades) axis->setTicker(QSharedPointer<DecadeTicker>::create());
    else axis->setTicker(linear);
}

}

/// What the plot paints itself, as a part of the canvas.
class Plot::Decoration : public QCPLayerable {
public:
    Decoration(Canvas* canvas, const QString& layer, const Plot& plot, void (Plot::*paint)(QPainter&) const)
        : QCPLayerable(canvas, layer), m_plot(plot), m_paint(paint)
    {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter* painter) override { (m_plot.*m_paint)(*painter); }

private:
    const Plot& m_plot;
    void (Plot::*m_paint)(QPainter&) const;
};

Plot::Plot(QWidget* parent) : QWidget(parent), m_canvas(new Canvas(this))
{
    new Decoration(m_canvas, "grid", *this, &Plot::drawGuides);
    new Decoration(m_canvas, "axes", *this, &Plot::drawInside);
    new Decoration(m_canvas, "overlay", *this, &Plot::drawWords);
    setMinimumSize(160, 72);
    dress();
}

Plot::~Plot() = default;

QFont Plot::face(double size, bool bold) const
{
    QFont result = interfaceFont(9, bold ? QFont::DemiBold : QFont::Normal);
    result.setPixelSize(std::max(1, qRound(size * m_style.em)));
    return result;
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
    setHorizontalLabel(m_label);
    update();
}

void Plot::setHorizontalLabel(const QString& label)
{
    m_label = label;
    m_canvas->xAxis->setTickLabels(!label.isEmpty());
    layOut();
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
}

void Plot::setHorizontalRange(Range range) { m_canvas->xAxis->setRange(range.first, range.second); }

void Plot::setVerticalRange(Range range) { m_canvas->yAxis->setRange(range.first, range.second); }

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

int Plot::curveNear(QPointF pixel, double distance) const
{
    int nearest = -1;
    for (int i = 0, named = -1; i < m_canvas->graphCount(); ++i) {
        if (!m_curves[static_cast<std::size_t>(i)].symbol.isEmpty()) named = i;
        const auto points = m_canvas->graph(i)->data();
        const double left = valueAt(pixel - QPointF(distance, 0)).x(), right = valueAt(pixel + QPointF(distance, 0)).x();
        const auto end = points->findEnd(right);
        for (auto p = points->findBegin(left); p != points->constEnd() && p + 1 != points->constEnd() && p < end; ++p) {
            const QPointF a = pixelAt({p->key, p->value}), ab = pixelAt({(p + 1)->key, (p + 1)->value}) - a, ap = pixel - a;
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
    for (int i = 0; i < m_canvas->graphCount(); ++i) {
        const auto points = m_canvas->graph(i)->data();
        const auto end = points->findEnd(m_canvas->xAxis->pixelToCoord(place.right()));
        for (auto p = points->findBegin(m_canvas->xAxis->pixelToCoord(place.left())); p < end && p + 1 < points->constEnd(); ++p) {
            const QPointF a = canvasPixel({p->key, p->value}), b = canvasPixel({(p + 1)->key, (p + 1)->value});
            const auto [top, bottom] = std::minmax({a.y(), b.y()});
            count += top <= place.bottom() && bottom >= place.top();
        }
    }
    return count;
}

void Plot::replot()
{
    if (m_canvas->bufferDevicePixelRatio() != devicePixelRatioF()) m_canvas->setBufferDevicePixelRatio(devicePixelRatioF());
    m_canvas->replot(QCustomPlot::rpQueuedRefresh);
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
    painter.setPen(hasFocus() ? QPen(m_style.theme->accent, 2) : QPen(m_style.theme->border, 1));
    painter.setBrush(m_style.theme->panel);
    const double edge = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), cornerRadius, cornerRadius);
}

void Plot::resizeEvent(QResizeEvent*) { m_canvas->setGeometry(rect().adjusted(inset, inset, -inset, -inset)); }

}
