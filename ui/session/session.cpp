// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "difference.h"
#include "measures.h"
#include "pace.h"
#include "runner.h"
#include "words.h"

#include <QUndoCommand>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rheobase {

namespace {

constexpr int tickInterval = 16;       // ms
constexpr int readingInterval = 66;    // ms: faster than this, numbers cannot be read
constexpr double longestWait = 10'000; // ms of model time for a spike
constexpr std::size_t traceMemory = 1000u << 20;
constexpr double rowSpacing = 0.05; // ms: finer rows than this show nothing more
constexpr double mostRowsPerSecond = 60'000;
constexpr const char* sealStays = QT_TRANSLATE_NOOP("Tables", "This neuron is sealed: measure it, do not change it.");

/// True where the neuron that lives feels no difference.
bool feelTheSame(Experiment a, const Experiment& b)
{
    a.duration = b.duration;
    return a == b;
}

}

/// One step of undo: from one experiment to another.
class Session::EditCommand : public QUndoCommand {
public:
    EditCommand(Session& session, const Experiment& next, const QString& text, Gesture gesture, bool restarts)
        : QUndoCommand(text), m_session(session), m_before(session.experiment()), m_after(next), m_gesture(gesture), m_restarts(restarts)
    {}
    void undo() override { m_session.adopt(m_before, tr("Undo: %1").arg(text()), m_restarts); }
    void redo() override { m_session.adopt(m_after, text(), m_restarts, m_gesture); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const EditCommand*>(other);
        if (!m_gesture || next->m_gesture != m_gesture) return false;
        m_after = next->m_after;
        setText(next->text());
        setObsolete(m_before == m_after);
        return true;
    }

private:
    Session& m_session;
    Experiment m_before, m_after;
    Gesture m_gesture;
    bool m_restarts;
};

template<class Command> void Session::post(const Command& command, const Change& change)
{
    const auto serial = m_runner->post(command);
    m_posted = serial;
    if (!change.text.isEmpty()) m_pending[serial] = change;
    m_idleTicks = 0;
    if (!m_tick.isActive()) m_tick.start();
}

Session::Session(const Experiment& experiment, QObject* parent)
    : QObject(parent), m_experiment(experiment), m_search(&searchThresholds, [this](const Thresholds& found) {
          if (found.rheobase) m_rheobase = found.rheobase;
          m_pulse = pulseWidthOf(m_experiment.stimulus) ? found.pulse : std::nullopt;
          emit rheobaseChanged();
      })
{
    m_undo.setUndoLimit(1000);
    m_tick.setInterval(tickInterval);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &Session::tick);
    m_readings.setSingleShot(true);
    connect(&m_readings, &QTimer::timeout, this, &Session::tellReadings);
    for (const auto change : {&Session::samplesArrived, &Session::restarted, &Session::transportChanged, &Session::experimentChanged,
                              &Session::rheobaseChanged})
        connect(this, change, this, &Session::readingsSoon);
    veilSealed();
    begin();
}

Session::~Session() { m_undo.disconnect(); } // whoever listened may be gone

void Session::push(const Experiment& next, const QString& text, Gesture gesture, bool restarts)
{
    m_undo.push(new EditCommand(*this, next, text.isEmpty() ? editText(m_experiment, next) : text, gesture, restarts));
}

Sentence Session::edit(const Experiment& next, Gesture gesture, const QString& text)
{
    if (next == m_experiment) return {};
    if (Sentence impossible = problem(next); !impossible.empty()) return impossible;
    if (Sentence refusal = refusalOf(next); !refusal.empty()) return refusal;
    if (gesture != std::exchange(m_originGesture, gesture) || !m_origin) m_origin = m_experiment;
    push(next, text, gesture, false);
    return {};
}

Sentence Session::setParameter(std::size_t index, double value, Gesture gesture)
{
    Experiment next = m_experiment;
    next.parameters[index] = value;
    return edit(next, gesture);
}

void Session::forgetRedo()
{
    auto* nothing = new QUndoCommand; // what is pushed ends what could be redone
    nothing->setObsolete(true);
    m_undo.push(nothing);
}

void Session::load(const Experiment& next, const QString& text)
{
    if (next == m_experiment) return restart();
    if (const Sentence refusal = refusalOf(next); !refusal.empty()) emit remarked(spoken(refusal));
    else push(next, text, {}, true);
}

/// A sealed value is changed by nobody but who draws it.
Sentence Session::refusalOf(const Experiment& next) const
{
    const auto& table = next.model->parameters;
    bool isOther = next.seal != m_experiment.seal;
    for (std::size_t i = 0; i < table.size() && !isOther; ++i)
        isOther = isSealed(next, table[i]) && next.parameters[i] != m_experiment.parameters[i];
    if (m_veil.unseals && isSealed(m_experiment) && isOther) return {sealStays, {}};
    return m_veil.refuses ? m_veil.refuses(m_experiment, next) : Sentence();
}

void Session::setVeil(Veil veil)
{
    m_veil = std::move(veil);
    veilSealed();
    if (m_veil.isLocked(injectionName)) setInjecting(false);
    emit veilChanged();
}

Sentence Session::setState(const std::vector<std::optional<double>>& state)
{
    if (m_veil.isLocked(stateName)) return {settingIsLocked, {std::string(stateName)}};
    QStringList values;
    for (std::size_t i = 0; i < state.size(); ++i) {
        if (!state[i]) continue;
        const Quantity& q = model().state[i];
        if (Sentence impossible = problem(q, *state[i]); !impossible.empty()) return impossible;
        values << assignment(q.symbol, *state[i], q.unit);
    }
    m_reportedDivergence = false;
    const QString text = tr("Set %1").arg(values.join(QStringLiteral(", ")));
    post(command::SetState{state}, {.text = text, .label = text});
    return {};
}

void Session::advanceBy(double milliseconds)
{
    if (m_wanted) pause();
    post(command::SingleStep{static_cast<std::uint64_t>(std::round(milliseconds / m_experiment.dt))});
}

double Session::firingRate() const
{
    const auto spikes = m_trace->spikes();
    if (spikes.size() < 2) return 0;
    const double last = spikes.back();
    return rateAfter(last - spikes[spikes.size() - 2], m_trace->latestTime() - last).value_or(0);
}

void Session::run()
{
    m_wanted = true;
    post(command::Run{});
    emit transportChanged();
}

void Session::pause()
{
    m_wanted = false;
    post(command::Pause{});
    emit transportChanged();
}

RunStatus Session::status() const { return m_runner->status(); }

void Session::toggleRun() { m_wanted ? pause() : run(); }

void Session::singleStep()
{
    if (m_wanted) pause();
    post(command::SingleStep{});
}

void Session::stepToSpike()
{
    if (m_wanted) pause();
    post(command::ToNextSpike{longestWait});
    m_awaited = {m_posted, m_trace->spikes().size(), status().time};
}

void Session::readingsSoon()
{
    m_readingsWanted = true;
    if (!m_readings.isActive()) m_readings.start(readingInterval / 2);
}

void Session::tellReadings()
{
    if (!takesTurn()) return m_readings.start(waitForTurn);
    const bool arePictures = std::exchange(m_picturesWanted, !m_picturesWanted);
    if (!arePictures) m_readingsWanted = false;
    if (!arePictures || m_readingsWanted) m_readings.start(readingInterval / 2);
    if (arePictures) emit picturesDue();
    else emit readingsDue();
}

void Session::restart()
{
    m_reportedDivergence = false;
    post(command::Restart{});
    if (m_wanted) post(command::Run{});
}

void Session::setSpeed(double modelMsPerSecond)
{
    if (modelMsPerSecond == m_speed || !(modelMsPerSecond > 0)) return;
    m_speed = modelMsPerSecond;
    post(command::SetSpeed{m_speed});
    recordSensibly(m_speed);
    emit transportChanged();
}

void Session::setInjecting(bool on)
{
    if (on == m_injecting || (on && (isClamped(m_experiment) || m_veil.isLocked(injectionName)))) return;
    m_injecting = on;
    post(command::Inject{on});
    emit transportChanged();
}

/// "R 10 → 14 MΩ" where one thing is another than before, or than at the start of the gesture.
QString Session::labelOf(const Experiment& next, const QString& text, Gesture gesture) const
{
    const auto found = differences(gesture && m_origin && gesture == m_originGesture ? *m_origin : m_experiment, next);
    return found.size() == 1 ? found.front().label : text;
}

void Session::adopt(const Experiment& next, const QString& text, bool restarts, Gesture gesture)
{
    const Change change{.text = text, .label = labelOf(next, text, gesture), .gesture = gesture};
    if (!gesture) m_origin.reset();
    const bool otherModel = next.model != m_experiment.model;
    const bool otherParameters = otherModel || next.parameters != m_experiment.parameters || next.spikeLevel != m_experiment.spikeLevel
                                 || next.spikeRearm != m_experiment.spikeRearm || next.mode != m_experiment.mode
                                 || pulseWidthOf(next.stimulus) != pulseWidthOf(m_experiment.stimulus);
    const bool otherSeal = otherModel || next.seal != m_experiment.seal;
    const bool otherStep = next.dt != m_experiment.dt, isFelt = !feelTheSame(next, m_experiment);
    m_experiment = next;
    if (otherSeal) veilSealed();
    if (otherModel) {
        begin();
        emit modelChanged();
        emit transportChanged();
    } else {
        if (isFelt) post(command::Apply{m_experiment}, restarts ? Change() : change); // a new run begins with it
        if (otherStep) recordSensibly(m_speed);
        if (otherParameters || otherSeal) findRheobase();
        if (restarts) restart();
    }
    if (otherSeal) emit veilChanged();
    emit experimentChanged();
}

void Session::veilSealed()
{
    m_veil.sealed = concealed(m_experiment);
    m_veil.held = besideSealed(m_experiment);
}

void Session::begin()
{
    m_pending.clear();
    m_changes.clear();
    m_posted = m_answered = 0;
    m_injecting = m_reportedDivergence = false;
    m_awaited.reset();
    m_search.cancel();
    m_rheobase.reset();
    m_pulse.reset();
    m_trace = std::make_shared<Trace>(model(), traceMemory);
    m_runner = std::make_unique<Runner>(m_experiment);
    post(command::SetSpeed{m_speed});
    recordSensibly(m_speed);
    if (m_wanted) post(command::Run{});
    findRheobase();
}

/// Rows about as dense as a display can use, and no more a second than the window can take; the run itself does not change.
void Session::recordSensibly(double speed)
{
    const double assumed = std::isfinite(speed) ? speed : 1e5;
    const double spacing = std::max(rowSpacing, assumed / mostRowsPerSecond);
    m_every = static_cast<std::uint64_t>(std::max(1.0, std::round(spacing / m_experiment.dt)));
    post(command::RecordEvery{m_every});
}

void Session::tick()
{
    const std::size_t runs = m_trace->runs();
    const bool any = m_runner->drain(*m_trace) > 0;
    if (m_trace->runs() != runs) m_changes.clear();
    tellOfSpike();
    takeChanges();
    const RunStatus now = status();
    if (m_trace->runs() != runs) emit restarted();
    if (any) emit samplesArrived();
    if (now.divergence && !m_reportedDivergence) reportDivergence(*now.divergence);
    m_idleTicks = any || now.running || m_answered != m_posted ? 0 : m_idleTicks + 1;
    if (m_idleTicks > 10) m_tick.stop();
}

/// Once all rows of the step are there.
void Session::tellOfSpike()
{
    if (!m_awaited || m_answered < m_awaited->serial) return;
    const bool isThere = m_trace->spikes().size() != m_awaited->spikes, waitedLong = m_trace->latestTime() >= m_awaited->time + longestWait;
    m_awaited.reset();
    if (!isThere && waitedLong) emit remarked(tr("No spike within %1: inject more current, and try again.").arg(duration(longestWait)));
}

void Session::takeChanges()
{
    for (const Applied& applied : m_runner->takeApplied()) {
        m_answered = applied.serial;
        if (const auto it = m_pending.find(applied.serial); it != m_pending.end()) {
            it->second.time = applied.time;
            m_changes.push_back(it->second);
            m_pending.erase(it);
        }
    }
}

void Session::reportDivergence(const Divergence& divergence)
{
    m_reportedDivergence = true;
    m_wanted = false;
    emit transportChanged();
    emit diverged(tr("The run stopped at %1: %2. %3").arg(moment(divergence.time), spoken(divergence.reason), spoken(divergence.remedy)));
}

std::optional<Session::Thresholds> Session::searchThresholds(const Experiment& experiment, const std::stop_token& stop)
{
    Thresholds found;
    if (!statedRheobase(*experiment.model, experiment.parameters)) {
        found.rheobase = searchRheobase(experiment, stop);
        if (!found.rheobase) return std::nullopt;
    }
    if (const auto width = pulseWidthOf(experiment.stimulus); width && experiment.model->fires())
        found.pulse = rheobase::pulseThreshold(experiment, *width, stop);
    return stop.stop_requested() ? std::nullopt : std::optional(found);
}

/// Nothing is calculated from what is sealed.
void Session::findRheobase()
{
    if (isSealed(m_experiment)) {
        m_search.cancel();
        m_rheobase.reset();
        m_pulse.reset();
        m_rest.reset();
        return emit rheobaseChanged();
    }
    m_rest = rheobase::restingPotential(model(), m_experiment.parameters);
    const auto stated = statedRheobase(model(), m_experiment.parameters);
    const auto width = pulseWidthOf(m_experiment.stimulus);
    if (!width) m_pulse.reset();
    if (stated) m_rheobase = stated;
    if (isClamped(m_experiment)) m_search.cancel();        // nothing fires
    else if (!stated || width) m_search.ask(m_experiment); // the answer of before is shown until this one is there
    emit rheobaseChanged();
}

}
