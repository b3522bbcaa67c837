// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events.h"
#include "overlay.h"
#include "time_view.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace rheobase {

class Session;
class TimeWindow;

/// How a stack shows the run while it follows it: scrolling; swept from left to right and overwritten, as on an oscilloscope
/// without a trigger; or one sweep for each event, with the event at t = 0, the last ones fading. An overlay: the level is a
/// line that can be dragged.
class Timebase : public QObject, public Overlay {
    Q_OBJECT
public:
    enum class Kind { scroll, sweep, spike, rising, falling, onset };
    /// What follows a sweep: the next event, or after a while none; the next event; nothing until arm().
    enum class Rearm { automatic, normal, single };
    /// Of a triggered time base: no sweep yet; one is being drawn; the next event is waited for; a single sweep is there.
    enum class State { armed, triggered, waiting, stopped };

    explicit Timebase(Session& session, QObject* parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    bool isTriggered() const { return m_kind > Kind::sweep; }
    Rearm rearm() const { return m_rearm; }
    void setRearm(Rearm rearm);
    double level() const { return m_level; } ///< mV
    void setLevel(double level);
    /// How many sweeps stay, the present one included.
    int persistence() const { return m_persistence; }
    void setPersistence(int sweeps);
    /// Shows the mean of the sweeps that stay, too.
    bool isAveraging() const { return m_isAveraging; }
    void setAveraging(bool on);
    /// Forgets the sweeps, and waits for the next event from now on.
    void arm();

    State state() const;
    /// The state in a word, with a sign.
    QString stateText() const;
    /// The times (ms) of the events whose sweeps stay, the newest last.
    const std::deque<double>& sweeps() const { return m_sweeps; }
    /// The event of another run of this kind, the first from a time on: the zero that it shares; empty where it has none.
    std::optional<double> eventIn(const Trace& trace, const Stimulus& stimulus, double since) const;
    /// The time since the event in whose sweep a time of the run lies, the newest one's; empty where it lies in none.
    std::optional<double> sinceEvent(double time) const;
    /// What stands at t = 0, in short.
    QString zeroText() const;
    /// Where a plot has the state.
    QRectF stateIn(const TracePlot& plot) const;
    /// What to show of the run through a window.
    TimeView view(const TimeWindow& window);

    void paint(QPainter& painter, const TracePlot& plot) const override;
    std::optional<Qt::CursorShape> hover(const TracePlot& plot, QPointF at) override;
    bool press(TracePlot& plot, const QMouseEvent& event) override;
    void move(TracePlot& plot, QPointF at) override;

    /// Where on the axis the event stands, as a part of its length.
    static constexpr double eventAt = 0.2;

signals:
    void changed();      ///< something has to be drawn
    void stateChanged(); ///< kind, settings or state

private:
    bool hasLevel() const { return m_kind == Kind::rising || m_kind == Kind::falling; }
    double before() const { return eventAt * m_length; }
    double after() const { return (1 - eventAt) * m_length; }
    double readyAt() const;
    std::optional<double> nextEvent();
    std::optional<double> nextPassage(double ready);
    void follow();
    void begin(double since);
    void average();
    TimeView swept() const;
    TimeView triggered() const;
    Strand sweepAt(double event) const;

    Session& m_session;
    Kind m_kind = Kind::scroll;
    Rearm m_rearm = Rearm::automatic;
    State m_told = State::armed;
    double m_level = 0, m_length = 200, m_armedAt = 0;
    int m_persistence = 8;
    bool m_isAveraging = false;
    std::deque<double> m_sweeps;
    Followed m_followed; // up to where the level has been looked for
    std::shared_ptr<const Trace> m_mean;
    std::vector<double> m_averaged; // the events in it; none: there is no mean
    double m_averagedLength = 0;
};

/// The kind that documents call so: scroll, sweep, spike, rising, falling, onset; of another name scroll.
Timebase::Kind timebaseKind(const QString& name);

}
