// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot.h"
#include "sketch.h"

#include <QPolygonF>

#include <array>

namespace rheobase {

/// The axes of a sketch, drawn on with mouse, pen or finger. What is given and what the run does lies over the pencil. With the keyboard the
/// line is bent at three handles: ← and → go between them, ↑ and ↓ move one, Shift finely, Return takes the line.
class SketchPlot : public Plot {
    Q_OBJECT
public:
    static constexpr std::size_t handleCount = 3;

    explicit SketchPlot(const Sketch& sketch, QWidget* parent = nullptr);

    const Sketch& sketch() const { return m_sketch; }
    const Drawing& drawing() const { return m_drawing; }
    /// Without the tremor of the hand, in the units of the axes; empty where nothing is drawn.
    Stroke stroke() const;
    /// Shows a line, by points in parts of the axes, or in their units.
    void take(const Stroke& parts);
    void setStroke(const Stroke& stroke);
    void undo();
    void clear();

    /// Where the line is bent, in parts of the axis; and how high it is there, in the unit of its axis.
    double handleX(std::size_t handle) const;
    std::optional<double> handleValue(std::size_t handle) const;
    /// Bends the line, or draws it on to there; beyond the last handle it goes on level.
    void setHandleValue(std::size_t handle, double value);
    void setBending(bool on);
    bool isBending() const { return m_bending; }

    /// The pencil loses its tip: nothing changes any more.
    void freeze();
    bool isFrozen() const { return m_isFrozen; }
    /// What is known before, and what the neuron draws, in the units of the axes.
    void setGiven(const QPolygonF& curve);
    void setRun(const QPolygonF& curve);
    const QPolygonF& run() const { return m_run; }
    /// At least so much room at the left, in line with another plot.
    void setLeastLeftMargin(int margin);
    /// Draws it with another painter, as vectors: a picture of its own.
    void draw(QPainter& painter, QSize size, const PlotStyle& style);
    /// How the line is called, in words.
    QString words() const;

signals:
    void drawn();  ///< the line is another one
    void wanted(); ///< Return: that is it
    void candidateWanted(int index);

protected:
    bool event(QEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawInside(QPainter& painter) const override;

private:
    Drawing::Point partAt(QPointF position) const;
    QPointF pixelOf(Drawing::Point part) const;
    QPolygonF pencilLine() const;
    void penDown(QPointF position);
    void penMoved(QPointF position);
    void penUp();
    int handleAt(QPointF position) const;
    void moveHandle(QPointF by);
    void restyle();
    void name();
    QColor inkColour() const;
    QColor pencilColour() const;
    void tell();
    void drawWash(QPainter& painter) const;
    void drawWords(QPainter& painter, const QPolygonF& line) const;
    void drawTip(QPainter& painter) const;
    void drawHandles(QPainter& painter) const;

    Sketch m_sketch;
    Drawing m_drawing;
    QPolygonF m_given, m_run;
    bool m_isDown = false, m_bending = false, m_isFrozen = false;
    int m_handle = 0, m_held = -1, m_leastLeft = 0;
};

}
