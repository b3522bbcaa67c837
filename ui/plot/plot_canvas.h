// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot.h"
#include "trace_image.h"

#include <qcustomplot.h>

namespace rheobase {

/// Ticks at 1-2-5 steps, about one every so many pixels.
class Ticker : public QCPAxisTicker {
public:
    /// At least three where they fit as close as `closest`.
    void setPixels(double length, double spacing, double closest);
    /// What the numbers are multiples of.
    void setUnit(double unit) { m_unit = unit; }

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    double m_step = 1, m_unit = 1;
};

/// Gives an axis ticks: of a linear scale these.
void scaleAxis(QCPAxis* axis, const QSharedPointer<Ticker>& linear, Scale scale);

/// A curve of points: drawn with as few strokes as look the same.
class Trail : public QCPGraph {
public:
    using QCPGraph::QCPGraph;

protected:
    void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override;
};

/// The widget behind a plot: never touched by the mouse, so that a plot's gestures are its own. Curves that are traces are an
/// image, and what lies over them is drawn as the widget is painted.
class Plot::Canvas : public QCustomPlot {
public:
    explicit Canvas(Plot& plot);

    void drawVectors(QCPPainter& painter, QSize size);
    /// Where the axis across has lines, and what stands there.
    QVector<double> ticksAcross(QVector<QString>* labels = nullptr) const;
    /// Draws the sheet anew, on which all is but traces, the lines that scroll with them, and what lies over them.
    void drawSheet(bool hasTraces);
    /// The sheet is one for traces.
    bool hasTraces() const { return !xAxis->grid()->visible(); }
    /// Brings the image of the traces up to date with the axes.
    void showTraces(std::span<const InkedCurve> curves);

    QSharedPointer<Ticker> acrossTicker, upTicker;
    double em = 12;

protected:
    void updateLayout() override;
    void paintEvent(QPaintEvent* event) override;

private:
    double columnOf(double length) const;
    QRect pixels() const;
    int hairline() const;
    Ground ground(const QRect& place, double column);

    const Plot& m_plot;
    TraceImage m_image;
    std::vector<QRgb> m_rows; // of the sheet, where traces are; empty when the sheet is new
};

}
