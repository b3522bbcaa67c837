// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay.h"

#include <QObject>
#include <QRectF>

#include <array>
#include <optional>
#include <vector>

namespace rheobase {

class Cursors;
class Session;
class TraceStack;

/// Markers 1 … 9 of a run and its parameter changes, as lines through all plots and as labels below the lowest one. A number key puts a
/// marker at the active cursor, else at the pointer, else at the newest sample; Delete and the right button take it away; it can be
/// dragged by its label.
class Markers : public QObject, public Overlay {
    Q_OBJECT
public:
    /// A tick on the time axis.
    struct Tick {
        double time;     ///< ms, of the trace
        int marker = 0;  ///< 1 … 9; 0: a change
        QString label{}; ///< as drawLabel() takes it
        QString text{};  ///< all of it, plain
        QRectF place{};  ///< of its label in the plot; empty where there is no room for it
        bool operator==(const Tick&) const = default;
    };

    Markers(Session& session, TraceStack& stack, const Cursors& cursors, QObject* parent = nullptr);

    /// Puts a marker, 1 … 9, where a number key would.
    void drop(int number);
    void remove(int number);
    /// When a marker is, in ms of the trace.
    std::optional<double> time(int number) const { return m_times[static_cast<std::size_t>(number - 1)]; }
    /// The ticks in the window of a plot with the places of their labels; of the changes of one gesture, the last.
    std::vector<Tick> ticks(const TracePlot& plot) const;

    void paint(QPainter& painter, const TracePlot& plot) const override;
    std::optional<Qt::CursorShape> hover(const TracePlot& plot, QPointF position) override;
    bool press(TracePlot& plot, const QMouseEvent& event) override;
    void move(TracePlot& plot, QPointF position) override;
    bool key(TracePlot& plot, const QKeyEvent& event) override;
    QString words() const override;

private:
    void clear();
    void put(int number, std::optional<double> time);
    double wantedTime() const;
    std::vector<Tick> ticksWithin(double from, double to) const;
    std::optional<Tick> tickAt(const TracePlot& plot, QPointF position) const;
    void paintTick(QPainter& painter, const TracePlot& plot, const Tick& tick) const;
    void paintLabel(QPainter& painter, const TracePlot& plot, const Tick& tick) const;

    Session& m_session;
    TraceStack& m_stack;
    const Cursors& m_cursors;
    std::array<std::optional<double>, 9> m_times;
    int m_last = 0;  // that was put last
    int m_under = 0; // below the pointer
};

}
