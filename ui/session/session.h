// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "change.h"
#include "live_search.h"
#include "rheobase.h"
#include "run_status.h"
#include "strength_duration.h"
#include "trace.h"
#include "veil.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <map>
#include <memory>
#include <optional>

namespace rheobase {

class Runner;

/// The one ui class that knows Runner: the experiment, its undo stack, the run, its trace, and the display tick.
/// Panels read experiment() and trace(), call edit(), and listen.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(const Experiment& experiment, QObject* parent = nullptr);
    ~Session() override;

    const Experiment& experiment() const { return m_experiment; }
    const Model& model() const { return *m_experiment.model; }
    const Trace& trace() const { return *m_trace; }
    /// The same for who looks at it for longer than an event: another model has another.
    std::shared_ptr<const Trace> sharedTrace() const { return m_trace; }
    QUndoStack& undoStack() { return m_undo; }
    /// What was undone cannot be done again.
    void forgetRedo();

    /// A gesture of its own.
    Gesture beginGesture() { return Gesture(++m_gestures); }
    /// Makes `next` the experiment, undoably; the step is called after what differs, or by this text. A change of model starts a new
    /// run; any other change keeps the state. What is impossible is ignored: then the sentence that says why.
    Sentence edit(const Experiment& next, Gesture gesture = {}, const QString& text = {});
    /// The same for one parameter.
    Sentence setParameter(std::size_t index, double value, Gesture gesture = {});
    /// A fresh session with this experiment (a model chosen, a file opened): undoable, restarts the run.
    void load(const Experiment& next, const QString& text = {});
    /// What can be seen and changed from now on. Where it refuses, edit() says so, and load() remarks it.
    void setVeil(Veil veil);
    const Veil& veil() const { return m_veil; }
    /// Sets states of the neuron now; what is not given stays. Listed among changes(). Impossible values as in edit().
    Sentence setState(const std::vector<std::optional<double>>& state);
    /// Pauses, and lets the neuron live for this long (ms of model time) as fast as it goes.
    void advanceBy(double milliseconds);

    bool isRunning() const { return m_wanted; }
    double speed() const { return m_speed; } ///< asked, model ms per wall second; infinity: as fast as it goes
    bool isInjecting() const { return m_injecting; }
    RunStatus status() const;
    std::span<const Change> changes() const { return m_changes; }
    /// When the present run was changed last, in ms; 0 where it never was.
    double changedAt() const { return m_changes.empty() ? 0 : m_changes.back().time; }
    /// The rheobase of the present parameters, or for a moment that of the ones before; empty while the first is searched. It, the threshold of
    /// a pulse and the resting potential are empty where they would tell what is sealed.
    std::optional<Rheobase> rheobase() const { return m_rheobase; }
    /// Where the stimulus is a pulse: the threshold of its width, which then tells more than the rheobase; the same for a moment of before.
    std::optional<PulseThreshold> pulseThreshold() const { return m_pulse; }
    /// The stable resting potential in mV; empty where there is none.
    std::optional<double> restingPotential() const { return m_rest; }
    /// Firing rate in Hz from the last inter-spike interval, as the measure rate.last; 0 where there is none.
    double firingRate() const;

public slots:
    void run();
    void pause();
    void toggleRun();
    void singleStep();
    /// Pauses, and lets the neuron live to the end of the step with its next spike; says where there is none for long.
    void stepToSpike();
    void restart();
    void setSpeed(double modelMsPerSecond);
    void setInjecting(bool on);

signals:
    void experimentChanged(); ///< any part of it, also by undo
    void veilChanged();
    void modelChanged();     ///< another model: tables, trace and all; comes before experimentChanged
    void samplesArrived();   ///< at most once a tick: trace() has grown
    void restarted();        ///< trace() begins anew
    void readingsDue();      ///< numbers on screen are out of date; as often as numbers can be read, for all at once
    void picturesDue();      ///< so are pictures of the present state; as often, in another frame
    void transportChanged(); ///< running, speed, injecting
    void rheobaseChanged();  ///< also the resting potential
    void diverged(const QString& sentence);
    void remarked(const QString& sentence); ///< on what was asked for and did not come

private:
    class EditCommand;
    void adopt(const Experiment& next, const QString& text, bool restarts, Gesture gesture = {});
    void veilSealed();
    Sentence refusalOf(const Experiment& next) const;
    void push(const Experiment& next, const QString& text, Gesture gesture, bool restarts);
    QString labelOf(const Experiment& next, const QString& text, Gesture gesture) const;
    void begin();
    template<class Command> void post(const Command& command, const Change& change = {});
    void recordSensibly(double speed);
    void tick();
    void takeChanges();
    void tellOfSpike();
    void reportDivergence(const Divergence& divergence);
    /// What a search finds: the rheobase, unless the model states it, and the threshold of a pulse, where the stimulus is one.
    struct Thresholds {
        std::optional<Rheobase> rheobase;
        std::optional<PulseThreshold> pulse;
    };
    static std::optional<Thresholds> searchThresholds(const Experiment& experiment, const std::stop_token& stop);
    void findRheobase();
    void readingsSoon();
    void tellReadings();

    Experiment m_experiment;
    Veil m_veil;
    QUndoStack m_undo;
    std::shared_ptr<Trace> m_trace;
    std::unique_ptr<Runner> m_runner;
    QTimer m_tick, m_readings;
    bool m_readingsWanted = false, m_picturesWanted = false;
    int m_idleTicks = 0;
    std::map<std::uint64_t, Change> m_pending; // changes that the engine has not confirmed yet
    std::uint64_t m_posted = 0, m_answered = 0;
    /// A step to the next spike: the command, and how many spikes there were, and when.
    struct Awaited {
        std::uint64_t serial;
        std::size_t spikes;
        double time;
    };
    std::optional<Awaited> m_awaited;
    std::vector<Change> m_changes;
    std::optional<Rheobase> m_rheobase;
    std::optional<PulseThreshold> m_pulse;
    std::optional<double> m_rest;
    double m_speed = 100;
    std::uint64_t m_every = 1;
    int m_gestures = 0;
    std::optional<Experiment> m_origin; // where the gesture began that goes on
    Gesture m_originGesture;
    bool m_wanted = true, m_injecting = false, m_reportedDivergence = false;

    LiveSearch<Experiment, Thresholds> m_search; // last: it tells of the rest
};

}
