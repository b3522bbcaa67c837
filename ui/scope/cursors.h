// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exponential_fit.h"
#include "nice.h"
#include "overlay.h"
#include "readout_box.h"

#include <QAction>

#include <array>
#include <optional>

namespace rheobase {

class Session;
class TraceStack;
class Trace;

/// Two cursors, A and B, on the curves of a stack, and what is read between them. The mouse drags them, to peaks, troughs and
/// threshold crossings near by unless Alt is held. Keys in a plot: A and B choose one, ← → move it by a sample, with Ctrl to the
/// next peak or trough, ↑ ↓ to another curve, Escape puts both away. Under a trigger both stay where they are on its axis, and read the
/// newest sweep that has come by both.
class Cursors : public QObject, public Overlay {
    Q_OBJECT
public:
    enum Name : std::size_t { A, B };
    /// A place on a curve of the trace.
    struct Place {
        double time = 0; ///< ms, of the trace
        std::size_t row = 0, column = 2;
    };

    Cursors(Session& session, TraceStack& stack, QObject* parent = nullptr);

    /// "Cursors", with the key C: shows them or puts them away.
    QAction* action() { return &m_action; }
    bool isShown() const { return m_action.isChecked(); }
    const Place& place(Name name) const { return m_places[name]; }
    Name active() const { return m_active; }
    /// Puts a cursor on the sample nearest to a time.
    void put(Name name, double time, std::size_t column);
    /// From the earlier to the later one, in the trace's time in ms; empty while they are away.
    std::optional<Range> span() const;

    /// The exponential between A and B; its problem says why it means nothing.
    const ExponentialFit& fit() const;
    /// What the readout says.
    QStringList lines() const;
    /// Where a plot has the readout; empty where it has none. It stands above all plots where it would cover a curve in each place.
    std::vector<QRectF> wordsIn(const TracePlot& plot) const override;
    QRectF readoutIn(const TracePlot& plot) const;
    /// True where a drag that begins here moves one of them.
    bool takes(const TracePlot& plot, QPointF position) const { return cursorAt(plot, position).has_value(); }
    const QWidget* strip() const { return m_readout.strip(); }

    void paint(QPainter& painter, const TracePlot& plot) const override;
    std::optional<Qt::CursorShape> hover(const TracePlot& plot, QPointF position) override;
    bool press(TracePlot& plot, const QMouseEvent& event) override;
    void move(TracePlot& plot, QPointF position) override;
    void release(TracePlot& plot, QPointF position) override;
    bool key(TracePlot& plot, const QKeyEvent& event) override;
    QString words() const override;

private:
    void setShown(bool on);
    void choose(Name name);
    void follow();
    void place(Name name, double time, std::size_t column);
    void step(const TracePlot& plot, int direction, bool toExtremum);
    void changeCurve(int direction);
    void moveTo(std::size_t row, std::size_t column);
    const Trace& trace() const;
    std::optional<std::size_t> rowOf(Name name) const;
    std::optional<Name> cursorAt(const TracePlot& plot, QPointF position) const;
    std::size_t snapped(const TracePlot& plot, QPointF position, std::size_t column) const;
    TracePlot* plotOf(std::size_t column) const;
    double readTime(Name name) const;
    QString lineOf(Name name) const;
    ExponentialFit fitted() const;
    QString differences() const;
    QString timeConstant() const;
    QRectF tagIn(const TracePlot& plot, Name name) const;
    void paintCursor(QPainter& painter, const TracePlot& plot, Name name) const;
    void paintFit(QPainter& painter, const TracePlot& plot) const;
    void paintReadout(QPainter& painter, const TracePlot& plot) const;

    Session& m_session;
    TraceStack& m_stack;
    QAction m_action;
    std::array<Place, 2> m_places;
    std::array<std::optional<double>, 2> m_sinceEvent; // ms; under a trigger they stand still, and the sweeps pass below
    Name m_active = A;
    double m_grip = 0; // from the pointer to the line that it drags, in pixels
    ReadoutBox m_readout;
    mutable ExponentialFit m_fit;
    mutable std::array<std::size_t, 5> m_fitted{}; // the run, rows and columns of m_fit
};

}
