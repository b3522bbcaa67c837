// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calm_range.h"
#include "change.h"
#include "overlay.h"
#include "plot.h"
#include "time_view.h"
#include "time_window.h"
#include "trace_row.h"

#include <QElapsedTimer>

class QPushButton;

namespace rheobase {

class Session;

/// One plot of a TraceStack. Wheel: time zoom about the pointer; with Shift: zoom of the values. Dragging the ground pans,
/// dragging a line edits its parameter; Tab goes from line to line, ↑ and ↓ move it. Double click: all automatic again.
class TracePlot : public Plot {
    Q_OBJECT
public:
    /// `overlays` are the stack's, as it has them at any time.
    TracePlot(Session& session, TimeWindow& window, const PlotRow& row, const std::vector<Overlay*>& overlays);

    const TraceRow& traces() const { return m_traces; }
    const PlotRow& row() const { return m_traces.row(); }
    /// Brings what is seen in a view, lines and ranges up to date; draws nothing.
    void refresh(const TimeView& view);
    const TimeView& view() const { return m_view; }
    /// Lets go of the traces that it shows.
    void forget() { m_view = {}; }
    /// The axis starts anew with each sweep.
    bool isLive() const { return m_view.isLive; }
    /// The run's time (ms) that stands at a time of the axis; empty where there is none.
    std::optional<double> runTime(double t) const;
    /// Where a time of the run stands on the axis; empty where it is not shown.
    std::optional<double> axisTime(double runTime) const;
    /// A range of values that stays as it is; empty: fitted.
    void setFixedRange(std::optional<Range> range);
    std::optional<Range> fixedRange() const { return m_fixed; }
    /// Draws the trace of a column stronger; −1: none.
    void setHighlighted(int column);
    /// The time under the pointer, while it is in the plot.
    std::optional<double> pointedTime() const;
    /// True while the keyboard moves a line.
    bool isOnGuide() const { return m_focusedGuide >= 0; }
    /// Marks a time that the pointer reads in another plot.
    void setCrosshair(std::optional<double> time) { m_crosshair = time; }
    /// Offers the way back to the newest sample.
    void setReturnShown(bool on);

signals:
    void changed(); ///< the stack has to be drawn again
    void automaticWanted();
    void returnWanted();
    void fixedRangeChanged();
    void traceHovered(int column);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawInside(QPainter& painter) const override;

private:
    /// What the pressed mouse does.
    enum class Drag { none, pan, guide, overlay };

    void restyle();
    void refreshGuides();
    std::vector<Guide> veiled(std::vector<Guide> lines) const;
    void refreshReadout();
    void hover(QPointF position);
    int guideAt(QPointF position) const;
    void dragGuide(QPointF position);
    void pan(QPointF by);
    void moveGuide(std::size_t guide, double value, double step);
    void focusGuide(int guide);
    void zoomValues(double factor, double about);
    void showActive();

    Session& m_session;
    TimeWindow& m_window;
    TimeView m_view;
    TraceRow m_traces;
    const std::vector<Overlay*>& m_overlays;
    Overlay* m_held = nullptr; // the one that is dragged
    CalmRange m_calm;
    QElapsedTimer m_clock;
    std::optional<Range> m_fixed;
    std::optional<QPointF> m_pointer;
    std::optional<double> m_crosshair;
    QPushButton* m_return;
    Drag m_drag = Drag::none;
    QPointF m_dragged; // where the mouse was last, or its distance from the guide
    Gesture m_gesture;
    int m_hoveredGuide = -1, m_focusedGuide = -1, m_hoveredColumn = -1, m_highlighted = -1;
};

}
