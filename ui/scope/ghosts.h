// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "experiment.h"
#include "strand.h"
#include "trace.h"

#include <QObject>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QUndoCommand;

namespace rheobase {

class Session;
class Timebase;
struct TimeView;

/// A part of a run that was kept, to compare the live one with.
struct Ghost {
    std::shared_ptr<const Trace> trace;
    Experiment experiment;
    Range window;   ///< ms, what was to be seen; the trace reaches beyond it on both sides
    QString name{}; ///< given by the user; empty: what differs is its label
    int hue{};      ///< of its strands
    bool isShown = true, isAutomatic = false;
    double zero{};  ///< ms, of its trace: what stood at the axis' zero, or where its window began
    double since{}; ///< ms, of the run: the first spike from then on is what it is laid by
    double moved{}; ///< ms, from its own time to the run's
    bool isAnchored = false;
};

/// The ghosts of a session: kept by hand, each with a colour of its own, or left at every change, fading. They lie behind the run, and
/// the axes take no notice of them.
class Ghosts : public QObject {
    Q_OBJECT
public:
    /// How a ghost is laid beside a run that scrolls: by its own time; with the onsets of both stimuli at one place; with the first spike of
    /// its window below the run's first one since it was kept, since the last change or the restart. There it stays. Without two spikes, or
    /// two onsets, by its own time. Under a trigger its event stands at t = 0 instead, and in a sweep it lies where it was kept.
    enum class Alignment { time, onset, spike };
    static constexpr int most = 8, mostAutomatic = 4;

    explicit Ghosts(Session& session, QObject* parent = nullptr);

    const std::vector<Ghost>& list() const { return m_ghosts; } ///< oldest first
    /// The name, or what differs from the live experiment now.
    QString label(std::size_t index) const;
    /// "R 10 → 14 MΩ": what differs, also of one with a name.
    QString differenceOf(std::size_t index) const;
    /// One of another model is on no plot until the model is back.
    bool fits(std::size_t index) const;
    QColor colourOf(std::size_t index) const;
    double opacityOf(std::size_t index) const;

    void show(std::size_t index, bool on);
    void rename(std::size_t index, const QString& name);
    void remove(std::size_t index);
    /// Makes the experiment of a ghost the live one, undoably.
    void restore(std::size_t index);

    bool isAutomatic() const { return m_isAutomatic; }
    void setAutomatic(bool on);
    Alignment alignment() const { return m_alignment; }
    /// Lays all anew, by what is to be seen now.
    void setAlignment(Alignment alignment);
    /// True while one of them is to be seen.
    bool areShown() const;

    /// Puts the ghosts in front of the strands of a view; what is to be seen there of the last strand, the main one, is what the next
    /// keep() keeps.
    void lay(TimeView& view, const Timebase& base);

    /// Lays a run beside the live one that is none of its past, as a lesson does, under a name.
    void add(std::shared_ptr<const Trace> trace, const Experiment& experiment, const QString& name);

public slots:
    /// Keeps what is to be seen of the run. Where there are too many, the oldest without a name goes.
    bool keep();

signals:
    void changed();                   ///< which there are, or how they look
    void added();                     ///< one was kept by hand
    void said(const QString& remark); ///< what else a person should know; empty: nothing any more

private:
    void take(const Experiment& experiment, bool isAutomatic);
    bool makeRoom();
    void follow();
    int freshHue() const;
    void layAnew(double since);
    double zeroOf(const Ghost& ghost, const Timebase& base) const;
    double movedBy(Ghost& ghost, double until) const;

    Session& m_session;
    std::vector<Ghost> m_ghosts;
    Experiment m_last; // the experiment before the present gesture
    const QUndoCommand* m_gesture = nullptr;
    int m_steps = 0;
    std::optional<Range> m_window;
    std::optional<double> m_zero; // of the axis, in the run's time; empty while it is the run's own
    Alignment m_alignment = Alignment::spike;
    bool m_isAutomatic = false;
};

}
