// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_canvas.h"

#include "polyline.h"
#include "words.h"

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

/// Ticks at the powers of ten; where fewer than two are within the range, at 1, 2 and 5 times them, or evenly.
class DecadeTicker : public QCPAxisTickerLog {
protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override
    {
        for (const auto& digits : {std::vector{1.0}, {1.0, 2.0, 5.0}, {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0}}) {
            QVector<double> ticks;
            for (double decade = std::pow(10, std::floor(std::log10(range.lower))); decade <= range.upper; decade *= 10)
                for (const double digit : digits)
                    if (range.contains(digit * decade)) ticks << digit * decade;
            if (ticks.size() > 1) return ticks;
        }
        return QCPAxisTickerLog::createTickVector(step, range);
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return shown(tick, 2); }
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
        m_image = QImage(mSize.expandedTo({1, 1}) * mDevicePixelRatio, QImage::Format_RGB32); // without a pixel nothing can be painted
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

/// So that at least two are within the range.
double Ticker::getTickStep(const QCPRange& wanted)
{
    const QCPRange range(wanted.lower / m_unit, wanted.upper / m_unit);
    m_step = niceAtLeast(0.93 * std::max(range.size(), 1e-12) / tickCount());
    const auto count = [&] { return std::floor(range.upper / m_step + 1e-9) - std::ceil(range.lower / m_step - 1e-9) + 1; };
    while (count() < 2) m_step = niceBelow(m_step);
    return m_step * m_unit;
}

QString Ticker::getTickLabel(double tick, const QLocale&, QChar, int) { return number(tick / m_unit, m_step); }

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
    const QVector<QPointF> line = simplified(vectors ? clipped(lines, place) : lines, looseness(vectors) * painter->pen().widthF());
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
    connect(this, &QCustomPlot::afterReplot, this, [this] { m_rows.clear(); });
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

int Plot::Canvas::hairline() const { return std::max(1, qRound(m_plot.m_style.hairline * bufferDevicePixelRatio())); }

/// The pixels of the device that the axes hold, without their line at the left.
QRect Plot::Canvas::pixels() const
{
    const double ratio = bufferDevicePixelRatio();
    const QRectF place(axisRect()->rect());
    const QPoint corner(qCeil(place.left() * ratio) + (hairline() + 1) / 2, qCeil(place.top() * ratio));
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
    const TimeColumn first = columnAt(xAxis->pixelToCoord(place.left() / ratio) + column / 2, column);
    const Range values{yAxis->pixelToCoord((place.bottom() + 1) / ratio), yAxis->pixelToCoord(place.top() / ratio)};
    m_image.update(curves, {place.size(), ratio, column, first, values}, ground(place, column));
    update();
}

/// The sheet with the lines of the grid that scroll.
Ground Plot::Canvas::ground(const QRect& place, double column)
{
    const QImage& sheet = static_cast<const Sheet&>(*mPaintBuffers.first()).pixels();
    const QRgb paper = mBackgroundBrush.color().rgb();
    const int middle = place.center().x();
    for (int y = place.top() + static_cast<int>(m_rows.size()); y <= place.bottom(); ++y)
        m_rows.push_back(sheet.valid(middle, y) ? sheet.pixel(middle, y) : paper);
    Ground ground{m_rows, {}, paper, xAxis->grid()->pen().color().rgb()};
    for (const double tick : ticksAcross())
        for (int i = 0; i < hairline(); ++i) ground.lines.push_back(columnAt(tick, column) - (hairline() - 1) / 2 + i);
    return ground;
}

void Plot::Canvas::paintEvent(QPaintEvent*)
{
    QCPPainter painter(this);
    const auto& sheet = static_cast<const Sheet&>(*mPaintBuffers.first());
    if (m_plot.m_traces.empty()) return sheet.draw(&painter);
    const QRect whole = sheet.pixels().rect(), place = QRect(pixels().topLeft(), m_image.view().size) & whole;
    painter.save();
    painter.scale(1 / bufferDevicePixelRatio(), 1 / bufferDevicePixelRatio());
    for (const QRect& part : QRegion(whole) - place) painter.drawImage(part, sheet.pixels(), part);
    m_image.paint(painter, place);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    m_plot.drawOver(painter);
}

}
