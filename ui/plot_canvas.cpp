// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_canvas.h"

#include "polyline.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double darkness = 0.2; // strokes a pixel

QString number(double value, double step)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    return locale.toString(std::abs(value) < step / 2 ? 0.0 : value, 'f', decimals).replace(u'-', u'−');
}

/// Ticks at the powers of ten.
class DecadeTicker : public QCPAxisTickerLog {
protected:
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return shown(tick, 1); }
};

/// What all but the live traces and what lies over them is drawn on. QCustomPlot's own buffers are transparent, and scaled
/// when they are painted, which takes long where pixels are many.
class Sheet : public QCPAbstractPaintBuffer {
public:
    Sheet(QSize size, double ratio, const QBrush& paper) : QCPAbstractPaintBuffer(size, ratio), m_paper(paper) { reallocateBuffer(); }

    QCPPainter* startPainting() override { return new QCPPainter(&m_image); }
    void draw(QCPPainter* painter) const override
    {
        painter->save();
        painter->scale(1 / mDevicePixelRatio, 1 / mDevicePixelRatio);
        painter->drawImage(QPoint(0, 0), m_plain);
        painter->restore();
    }
    const QImage& pixels() const { return m_plain; }
    void clear(const QColor&) override { m_image.fill(m_paper.color()); }

protected:
    void reallocateBuffer() override
    {
        setInvalidated();
        m_image = QImage(mSize * mDevicePixelRatio, QImage::Format_RGB32);
        m_image.fill(m_paper.color());
        m_plain = QImage(m_image.bits(), m_image.width(), m_image.height(), m_image.bytesPerLine(), m_image.format());
        m_image.setDevicePixelRatio(mDevicePixelRatio);
    }

private:
    const QBrush& m_paper;
    QImage m_image, m_plain; // the same pixels, without the ratio
};

}

void Ticker::setPixels(double length, double spacing, double closest)
{
    setTickCount(std::clamp(static_cast<int>(std::max(length / spacing, std::min(3.0, length / closest))), 1, 20));
}

double Ticker::getTickStep(const QCPRange& range) { return m_step = niceAtLeast(0.93 * std::max(range.size(), 1e-12) / tickCount()); }

QString Ticker::getTickLabel(double tick, const QLocale&, QChar, int) { return number(tick, m_step); }

void scaleAxis(QCPAxis* axis, const QSharedPointer<Ticker>& linear, Scale scale)
{
    const bool decades = scale == Scale::logarithmic;
    axis->setScaleType(decades ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (decades) axis->setTicker(QSharedPointer<DecadeTicker>::create());
    else axis->setTicker(linear);
}

void Trail::drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const
{
    const QRectF place = mKeyAxis->axisRect()->rect();
    const bool vectors = painter->modes().testFlag(QCPPainter::pmVectorized);
    const QVector<QPointF> line = simplified(vectors ? clipped(lines, place) : lines, 0.06 * painter->pen().widthF());
    if (vectors || strokesOf(line) < darkness * place.width()) return QCPGraph::drawLinePlot(painter, line);
    painter->setAntialiasing(false); // a band of ink: fine edges would cost much and show nothing
    painter->setPen(QPen(painter->pen().color(), 0));
    drawPolyline(painter, line);
}

Plot::Canvas::Canvas(Plot& plot) : QCustomPlot(&plot), acrossTicker(new Ticker), upTicker(new Ticker), m_plot(plot)
{
    mPaintBuffers = {QSharedPointer<Sheet>::create(viewport().size(), bufferDevicePixelRatio(), mBackgroundBrush)};
    layer("overlay")->setMode(QCPLayer::lmLogical); // one is enough
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    setNotAntialiasedElements(QCP::AntialiasedElements(QCP::aeAll) & ~QCP::aePlottables);
    setAntialiasedElements(QCP::aePlottables);
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMinimumSize(1, 1);
    plotLayout()->setMargins(QMargins());
    plotLayout()->setRowSpacing(0);
    connect(this, &QCustomPlot::afterReplot, this, [this] { m_grounded = {}; });
    xAxis->setTickLabels(false); // the plot writes them: they scroll with the traces
    xAxis->setTicker(acrossTicker);
    yAxis->setTicker(upTicker);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLength(0, 0);
        axis->setTickPen(Qt::NoPen);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

void Plot::Canvas::drawVectors(QCPPainter& painter, QSize size)
{
    setNotAntialiasedElements({});
    setAntialiasedElements(QCP::aeAll);
    toPainter(&painter, size.width(), size.height());
}

void Plot::Canvas::updateLayout()
{
    const QMargins margins = axisRect()->margins();
    acrossTicker->setPixels(viewport().width() - margins.left() - margins.right(), 7 * em, 5 * em);
    upTicker->setPixels(viewport().height() - margins.top() - margins.bottom(), 3 * em, 1.8 * em);
    QCustomPlot::updateLayout();
}

/// The pixels of the device that the axes hold.
QRect Plot::Canvas::pixels() const
{
    const double ratio = bufferDevicePixelRatio();
    const QRectF place(axisRect()->rect());
    const QPoint corner(qCeil(place.left() * ratio), qCeil(place.top() * ratio));
    return {corner, QPoint(qFloor(place.right() * ratio) - 1, qFloor(place.bottom() * ratio) - 1)};
}

/// The time of a column of the image; the same in spite of rounding.
double Plot::Canvas::columnOf(double length) const
{
    const double column = length / (axisRect()->width() * bufferDevicePixelRatio()), before = m_image.view().column;
    return std::abs(column - before) < 1e-9 * column ? before : column;
}

QVector<double> Plot::Canvas::ticksAcross(QVector<QString>* labels) const
{
    QVector<double> ticks;
    xAxis->ticker()->generate(xAxis->range(), QLocale(), 'g', 6, ticks, nullptr, labels);
    return ticks;
}

void Plot::Canvas::drawSheet(bool hasTraces)
{
    layer("overlay")->setVisible(!hasTraces);
    xAxis->grid()->setVisible(!hasTraces);
    replot(rpQueuedRefresh);
}

void Plot::Canvas::showTraces(std::span<const InkedCurve> curves)
{
    const double ratio = bufferDevicePixelRatio(), column = columnOf(xAxis->range().size());
    const QRect place = pixels();
    const double from = xAxis->pixelToCoord(place.left() / ratio);
    m_image.update(curves, {.size = place.size(),
                            .ratio = ratio,
                            .column = column,
                            .first = columnAt(from + column / 2, column),
                            .values = {yAxis->pixelToCoord((place.bottom() + 1) / ratio), yAxis->pixelToCoord(place.top() / ratio)}});
    update();
}

/// The lines of the grid that scroll, in the columns of the traces.
void Plot::Canvas::stretchTimeLines()
{
    const auto& view = m_image.view();
    const int line = std::max(1, qRound(m_plot.m_style.hairline * view.ratio));
    std::vector<int> places;
    for (const double tick : ticksAcross())
        for (TimeColumn at = columnAt(tick, view.column) - view.first - (line - 1) / 2, end = at + line; at < end; ++at)
            if (at >= 0 && at < m_ground.size().width()) places.push_back(static_cast<int>(at));
    m_ground.rule(places, mBackgroundBrush.color().rgb(), xAxis->grid()->pen().color().rgb());
}

void Plot::Canvas::paintEvent(QPaintEvent*)
{
    QCPPainter painter(this);
    const auto& sheet = static_cast<const Sheet&>(*mPaintBuffers.first());
    if (m_plot.m_traces.empty()) return sheet.draw(&painter);
    const QRect whole = sheet.pixels().rect(), place = QRect(pixels().topLeft(), m_image.view().size) & whole;
    if (m_grounded != place) m_ground.take(sheet.pixels(), m_grounded = place);
    stretchTimeLines();
    painter.save();
    painter.scale(1 / bufferDevicePixelRatio(), 1 / bufferDevicePixelRatio());
    for (const QRect& part : QRegion(whole) - place) painter.drawImage(part, sheet.pixels(), part);
    m_image.paint(painter, place.topLeft(), m_ground);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    m_plot.drawOver(painter);
}

}
