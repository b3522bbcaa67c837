// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nice.h"
#include "plot_label.h"
#include "quantity.h"
#include "theme.h"
#include "trace_columns.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rheobase {

/// The size of axis numbers and labels, in em.
inline constexpr double numberSize = 0.9;

/// How a plot is drawn; lengths in the plot's own pixels.
struct PlotStyle {
    const Theme* theme = &lightTheme();
    int em = 12;            ///< height of the text
    double lineWidth = 1.5; ///< of traces
    double hairline = 1;    ///< of grid and guides
    bool legend = true;
    bool interactive = false;  ///< guides can be dragged, and say so
    bool labelsBeside = false; ///< those of guides stand at the right of the axes, not among the curves
    int leastText = 1;         ///< no text is smaller

    bool operator==(const PlotStyle&) const = default;
};

/// The look in force for plots of a window with this font.
PlotStyle styleOnScreen(const QFont& font);

/// A line of a plot. `symbol` ("I_Na") names it in the legend; without one it is part of the curve before it.
struct Curve {
    QString symbol;
    QColor colour;
    bool named = false; ///< its symbol stands at its end, too
    double width = 1;   ///< in widths of the style's lines
    Qt::PenStyle style = Qt::SolidLine;
};

/// The colour, or where a curve has it already the first of the theme that none has.
QColor freshColour(const QColor& wanted, std::span<const Curve> curves, const Theme& theme);

/// A horizontal line with a label.
struct Guide {
    double value = 0;
    QString label;
    QColor colour;
    bool faint = false;
    int parameter = -1; ///< of the model, where dragging the line changes it
    bool labelBelow = false;

    bool operator==(const Guide&) const = default;
};

/// What the pointer reads: a vertical line at x, words near the pointer.
struct Readout {
    double x;
    std::optional<QPointF> pointer; ///< where in the widget; empty: the pointer is in another plot of the stack
    QStringList lines;
    std::vector<QRectF> avoided = {}; ///< what it must not cover, in the widget
};

/// The units of both axes, for scale bars.
struct ScaleUnits {
    std::string_view across, up;
};

/// A card with a title, a legend, axes, curves and guides. The one door to QCustomPlot.
class Plot : public QWidget {
    Q_OBJECT
public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot() override;

    const PlotStyle& plotStyle() const { return m_style; }
    void setPlotStyle(const PlotStyle& style);
    const QString& title() const { return m_title; }
    void setTitle(const QString& title) { m_title = title; }
    /// The words below the horizontal axis; without them the axis has no numbers either.
    void setHorizontalLabel(const QString& label);
    const QString& horizontalLabel() const { return m_label; }
    /// What the numbers of the horizontal axis are multiples of: 1000 where milliseconds are told in seconds.
    void setHorizontalUnit(double unit);
    void setHorizontalScale(Scale scale);
    void setVerticalScale(Scale scale);
    /// Bars of a round length stand for the axes and the grid, as in papers of physiology; the one across is there where the
    /// horizontal axis has words.
    void setScaleBars(std::optional<ScaleUnits> units);

    void setCurves(std::vector<Curve> curves);
    std::span<const Curve> curves() const { return m_curves; }
    /// The points of a curve, in order of x; a gap where y is not a number.
    void setPoints(std::size_t curve, std::span<const QPointF> points);
    /// Curves that are columns of traces, one for each curve, instead of points. Drawing them costs what is new in them, however
    /// many rows they have.
    void setTraces(std::vector<TraceCurve> traces) { m_traces = std::move(traces); }
    void setGuides(std::vector<Guide> guides) { m_guides = std::move(guides); }
    std::span<const Guide> guides() const { return m_guides; }
    /// The guide and the curve that are drawn stronger; −1: none.
    void setActiveGuide(int index) { m_activeGuide = index; }
    void setActiveCurve(int index);
    void setReadout(std::optional<Readout> readout) { m_readout = std::move(readout); }

    void setHorizontalRange(Range range);
    void setVerticalRange(Range range);
    Range verticalRange() const;
    /// The room that numbers at the left and symbols at the right need; stacked plots share the greatest.
    int wantedLeftMargin() const;
    int wantedRightMargin() const;
    void setSideMargins(int left, int right);

    double axesWidth() const { return width() - 2 * inset - m_left - m_right; }
    /// Where the axes are, and where values are, in the widget.
    QRectF axes() const;
    QPointF pixelAt(QPointF value) const;
    QPointF valueAt(QPointF pixel) const;
    /// The named curve within some pixels of a point; −1: none.
    int curveNear(QPointF pixel, double distance) const;

    /// Draws what has changed; the widget is painted at the next opportunity.
    void replot();
    /// Draws it over 0,0 … size with another painter, as vectors.
    void render(QPainter& painter, QSize size);

    /// The font of words in the plot.
    Face wordFont() const { return face(numberSize); }

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    /// What a plot of its own kind draws over its curves; in the coordinates of canvasAxes() and canvasPixel().
    virtual void drawInside(QPainter&) const {}
    static QPointF canvasOffset() { return {inset, inset}; }
    QRectF canvasAxes() const { return axes().translated(-inset, -inset); }
    QPointF canvasPixel(QPointF value) const { return pixelAt(value) - QPointF(inset, inset); }
    /// The interface's font, its height in em.
    Face face(double size, bool bold = false) const;

private:
    class Canvas;
    class Decoration;
    static constexpr int inset = 3; // keeps the canvas inside the card's round corners
    void layOut();
    void dress();
    void setRange(bool across, Range range);
    void drawTraces();
    std::vector<QLineF> strokes(std::size_t curve, double left, double right) const;
    void drawGuides(QPainter& painter) const;
    void drawOver(QPainter& painter) const;
    void drawWords(QPainter& painter) const;
    void drawNumbers(QPainter& painter) const;
    void drawLegend(QPainter& painter) const;
    void drawGuideLabels(QPainter& painter) const;
    QRectF labelPlace(const Guide& guide, QSizeF size, std::span<const QRectF> taken) const;
    void drawSymbols(QPainter& painter) const;
    void drawReadout(QPainter& painter) const;
    void drawScaleBars(QPainter& painter) const;
    void drawLabelsBeside(QPainter& painter) const;
    double widestLabelBeside() const;
    double barUp() const;
    Face besideFont() const { return face(numberSize); }
    QRectF readoutPlace(QSizeF size) const;
    std::optional<QPointF> lastPointOf(std::size_t curve) const;
    int pointsWithin(const QRectF& canvasRect) const;

    PlotStyle m_style;
    QString m_title, m_label;
    std::vector<Curve> m_curves;
    std::vector<TraceCurve> m_traces;
    std::vector<Guide> m_guides;
    std::optional<Readout> m_readout;
    std::optional<ScaleUnits> m_scaleUnits;
    int m_activeGuide = -1, m_activeCurve = -1, m_left = 0, m_right = 0;
    double m_unit = 1;
    bool m_stale = true; // more than the curves and the words over them
    Canvas* m_canvas;
};

}
