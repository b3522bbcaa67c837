// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay.h"
#include "readings.h"
#include "readout_box.h"

#include <QAction>

#include <array>

namespace rheobase {

class Cursors;
class Session;
class TraceStack;

/// A band over a stretch of the plots, and what the curve does in it. Dragged with Shift, or without in the mode of its action;
/// Return in a plot lays it between the cursors. It stays until Escape or the next one.
class Ruler : public QObject, public Overlay {
    Q_OBJECT
public:
    Ruler(Session& session, TraceStack& stack, const Cursors& cursors, QObject* parent = nullptr);

    /// "Ruler", with the key M: while it is checked, dragging measures instead of panning.
    QAction* action() { return &m_action; }
    bool isShown() const { return m_shown; }
    /// Lays it from one time of the trace to another, over the curve of a column.
    void lay(double from, double to, std::size_t column);
    void putAway();
    /// What it measures; brought up to date with the trace.
    const Measurement& measurement() const;
    QStringList lines() const;
    /// Where the plot that was measured has the readout; empty in the others. Where there is no room it stands above all plots.
    QRectF readoutIn(const TracePlot& plot) const;

    void paint(QPainter& painter, const TracePlot& plot) const override;
    std::optional<Qt::CursorShape> hover(const TracePlot& plot, QPointF position) override;
    bool press(TracePlot& plot, const QMouseEvent& event) override;
    void move(TracePlot& plot, QPointF position) override;
    void release(TracePlot& plot, QPointF position) override;
    bool key(TracePlot& plot, const QKeyEvent& event) override;
    QString words() const override;

private:
    bool isWanted(Qt::KeyboardModifiers modifiers) const;
    bool isOver(const TracePlot& plot) const;
    QRectF band(const TracePlot& plot) const;

    Session& m_session;
    TraceStack& m_stack;
    const Cursors& m_cursors;
    QAction m_action;
    double m_from = 0, m_to = 0; // ms, of the trace; in the order they were dragged
    std::size_t m_column = 2;
    bool m_shown = false;
    mutable Measurement m_measurement{};
    mutable std::array<double, 4> m_measuredFor{}; // run, column, and how far m_measurement was recorded
    ReadoutBox m_readout;
};

}
