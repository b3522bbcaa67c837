// SPDX-License-Identifier: GPL-3.0-or-later
#include "timebase.h"

#include "sealed.h"
#include "session.h"
#include "theme.h"
#include "time_window.h"
#include "trace_plot.h"
#include "words.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double gap = 0.03;           // of the window, between the present sweep and the one before
constexpr double reach = 5;            // pixels around the level within which the mouse takes it
constexpr std::size_t meanRows = 1000; // of an average
constexpr int mostSweepsAtOnce = 1000;

/// Halfway from rest to threshold or spike level, as far as these are told.
double usualLevel(const Session& session)
{
    const Model& model = session.model();
    const Experiment told = disguised(session.experiment());
    const std::vector<double> state = start(told).state;
    const double V = state[0], top = V - model.excess(state.data(), told.parameters.data());
    return std::isfinite(top) ? std::round((V + top) / 2) : V + 5;
}

}

Timebase::Timebase(Session& session, QObject* parent) : QObject(parent), m_session(session), m_level(usualLevel(session))
{
    connect(&session, &Session::samplesArrived, this, &Timebase::follow);
    connect(&session, &Session::restarted, this, [this] { begin(0); });
    connect(&session, &Session::modelChanged, this, [this] {
        m_level = usualLevel(m_session);
        begin(0);
    });
}

/// Forgets what was, and waits for events from a time on.
void Timebase::begin(double since)
{
    m_sweeps.clear();
    m_averaged.clear();
    m_armedAt = since;
    const std::size_t row = m_session.trace().firstAt(since - m_length); // what was before may have armed it
    m_followed = {row, row == 0};
    follow();
    emit stateChanged();
    emit changed();
}

void Timebase::setKind(Kind kind)
{
    if (kind == m_kind) return;
    m_kind = kind;
    arm();
}

void Timebase::setRearm(Rearm rearm)
{
    m_rearm = rearm;
    arm();
}

void Timebase::setLevel(double level)
{
    m_level = level;
    arm();
}

void Timebase::setPersistence(int sweeps)
{
    m_persistence = std::max(1, sweeps);
    follow();
    emit stateChanged();
    emit changed();
}

void Timebase::setAveraging(bool on)
{
    m_isAveraging = on;
    average();
    emit stateChanged();
    emit changed();
}

void Timebase::arm()
{
    const double now = m_session.trace().latestTime();
    begin(m_rearm == Rearm::single ? now : std::max(0.0, now - m_length)); // but for a single sweep what was on screen counts
}

Timebase::State Timebase::state() const
{
    if (m_sweeps.empty()) return State::armed;
    if (m_session.trace().latestTime() < m_sweeps.back() + after()) return State::triggered;
    return m_rearm == Rearm::single ? State::stopped : State::waiting;
}

QString Timebase::stateText() const
{
    switch (state()) {
    case State::armed: return tr("○ armed");
    case State::triggered: return tr("● triggered");
    case State::waiting: return tr("◌ waiting");
    case State::stopped: break;
    }
    return tr("■ stopped");
}

QString Timebase::zeroText() const
{
    switch (m_kind) {
    case Kind::spike: return tr("0 = spike");
    case Kind::rising: return tr("0 = V ↗ %1").arg(shown(m_level, m_session.model().state[0].unit));
    case Kind::falling: return tr("0 = V ↘ %1").arg(shown(m_level, m_session.model().state[0].unit));
    case Kind::onset: return tr("0 = onset");
    case Kind::scroll:
    case Kind::sweep: break;
    }
    return {};
}

std::optional<double> Timebase::sinceEvent(double time) const
{
    for (auto event = m_sweeps.rbegin(); event != m_sweeps.rend(); ++event)
        if (time >= *event - before() && time <= *event + after()) return time - *event;
    return std::nullopt;
}

std::optional<double> Timebase::eventIn(const Trace& trace, const Stimulus& stimulus, double since) const
{
    if (m_kind == Kind::onset) return nextOnset(stimulus, since);
    if (m_kind == Kind::spike) {
        const auto spike = std::ranges::lower_bound(trace.spikes(), since);
        return spike != trace.spikes().end() ? std::optional(*spike) : std::nullopt;
    }
    if (!hasLevel()) return std::nullopt;
    const std::size_t first = trace.firstAt(since - m_length);
    Followed followed{first};
    const Trigger what = trigger(trace.model(), m_level, m_kind == Kind::rising, trace.extent(Columns::potential, first, trace.rows()));
    std::optional<double> found;
    do found = rheobase::nextEvent(trace, what, followed);
    while (found && *found < since);
    return found;
}

/// From when on an event begins a sweep.
double Timebase::readyAt() const { return m_sweeps.empty() ? m_armedAt : m_sweeps.back() + after(); }

/// The next time from `ready` on at which the level is passed; it is armed by what was before, too.
std::optional<double> Timebase::nextPassage(double ready)
{
    const Trace& trace = m_session.trace();
    const Extent ofLate = trace.extent(Columns::potential, trace.firstAt(ready - m_length), trace.rows());
    const Trigger what = trigger(trace.model(), m_level, m_kind == Kind::rising, ofLate);
    std::optional<double> found;
    do found = rheobase::nextEvent(trace, what, m_followed);
    while (found && *found < ready);
    return found;
}

std::optional<double> Timebase::nextEvent()
{
    if (!isTriggered() || (m_rearm == Rearm::single && !m_sweeps.empty())) return std::nullopt;
    const Trace& trace = m_session.trace();
    const double ready = readyAt();
    std::optional<double> found;
    if (m_kind == Kind::spike) {
        const auto spike = std::ranges::lower_bound(trace.spikes(), ready);
        if (spike != trace.spikes().end()) found = *spike;
    } else if (m_kind == Kind::onset) found = nextOnset(m_session.experiment().stimulus, ready);
    else found = nextPassage(ready);
    if (found && *found <= trace.latestTime()) return found;
    if (m_rearm == Rearm::automatic && trace.latestTime() > ready + m_length) return ready + before();
    return std::nullopt;
}

/// Begins the sweeps of the events that have come.
void Timebase::follow()
{
    if (!isTriggered()) return;
    const std::size_t count = m_sweeps.size();
    const double newest = count == 0 ? -1 : m_sweeps.back();
    for (int i = 0; i < mostSweepsAtOnce; ++i) {
        const auto event = nextEvent();
        if (!event) break;
        m_sweeps.push_back(*event);
        while (m_sweeps.size() > static_cast<std::size_t>(m_persistence)) m_sweeps.pop_front();
    }
    if (!m_sweeps.empty() && m_sweeps.back() != newest) average();
    if (std::exchange(m_told, state()) != m_told || count != m_sweeps.size()) emit stateChanged();
}

/// The mean of the sweeps that are complete.
void Timebase::average()
{
    const Trace& trace = m_session.trace();
    std::vector<double> events;
    for (const double event : m_sweeps) {
        const bool isComplete = event + after() <= trace.latestTime() && event - before() >= trace.time(trace.rawFrom(1));
        if (isComplete) events.push_back(event);
    }
    if (!m_isAveraging || events.size() < 2) return m_averaged.clear();
    if (events == m_averaged && m_averagedLength == m_length) return;
    m_averaged = events;
    m_averagedLength = m_length;
    m_mean = std::make_shared<const Trace>(meanAbout(trace, events, {-before(), after()}, meanRows));
}

TimeView Timebase::view(const TimeWindow& window)
{
    if (std::exchange(m_length, window.length()) != m_length) average();
    if (m_kind != Kind::scroll && window.isFollowing() && !m_session.trace().empty()) return isTriggered() ? triggered() : swept();
    return {.across = {window.from(), window.to()}, .strands = {{.trace = m_session.sharedTrace()}}};
}

TimeView Timebase::swept() const
{
    const Trace& trace = m_session.trace();
    const double now = trace.latestTime(), start = std::floor(now / m_length) * m_length;
    TimeView view{.across = {0, m_length}, .isLive = true};
    if (start > 0)
        view.strands.push_back(
            {.trace = m_session.sharedTrace(), .shift = m_length - start, .span = {now - (1 - gap) * m_length, start}, .opacity = 0.5});
    view.strands.push_back({.trace = m_session.sharedTrace(), .shift = -start, .span = {start, now}});
    return view;
}

Strand Timebase::sweepAt(double event) const
{
    return {.trace = m_session.sharedTrace(), .shift = -event, .span = {event - before(), event + after()}};
}

TimeView Timebase::triggered() const
{
    TimeView view{.across = {-before(), after()}, .isLive = true};
    for (std::size_t i = 0; i < m_sweeps.size(); ++i) {
        Strand& strand = view.strands.emplace_back(sweepAt(m_sweeps[i]));
        const double age = static_cast<double>(m_sweeps.size() - 1 - i) / static_cast<double>(m_persistence);
        if (age > 0) strand.opacity = !m_averaged.empty() ? 0.2 : 0.55 * (1 - age) + 0.08;
    }
    if (!m_averaged.empty()) {
        const QString name = tr("mean of %1").arg(m_averaged.size());
        view.strands.insert(view.strands.end() - 1, {.trace = m_mean, .width = 2, .name = name});
        view.strands.back().opacity = 0.4;
    }
    if (view.strands.empty()) // an axis, and nothing on it
        view.strands.push_back({.trace = m_session.sharedTrace(), .span = {-1, -1}});
    return view;
}

QRectF Timebase::stateIn(const TracePlot& plot) const
{
    const double em = plot.plotStyle().em, width = QFontMetricsF(plot.wordFont()).horizontalAdvance(stateText());
    return {plot.axes().right() - 0.5 * em - width, plot.axes().top() + 0.2 * em, width, 1.4 * em};
}

void Timebase::paint(QPainter& painter, const TracePlot& plot) const
{
    if (!isTriggered() || !plot.isLive()) return;
    const Theme& colours = *plot.plotStyle().theme;
    const QRectF place = plot.axes();
    const double x = plot.pixelAt({0, 0}).x(), em = plot.plotStyle().em;
    painter.setFont(plot.wordFont());
    painter.setPen(colours.text);
    if (plot.traces().isPotential()) painter.drawText(stateIn(plot), Qt::AlignRight | Qt::AlignVCenter, stateText());
    painter.setPen(QPen(colours.faint, plot.plotStyle().hairline, Qt::DashLine));
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.faint);
    painter.drawPolygon(QPolygonF({{x - 0.4 * em, place.top()}, {x + 0.4 * em, place.top()}, {x, place.top() + 0.6 * em}}));
    if (!hasLevel() || !plot.traces().isPotential()) return;
    const double y = plot.pixelAt({0, m_level}).y();
    if (y < place.top() || y > place.bottom()) return;
    painter.setPen(QPen(colours.accent, 1.5 * plot.plotStyle().hairline, Qt::DashDotLine));
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    const QString words =
        tr("⇕ trigger %1 %2")
            .arg(m_kind == Kind::rising ? QStringLiteral("↗") : QStringLiteral("↘"), shown(m_level, m_session.model().state[0].unit));
    painter.setPen(colours.accent);
    const double width = painter.fontMetrics().horizontalAdvance(words);
    painter.drawText(QPointF(place.right() - width - 0.4 * em, y - 0.3 * em), words);
}

std::optional<Qt::CursorShape> Timebase::hover(const TracePlot& plot, QPointF at)
{
    const bool isOn = hasLevel() && plot.isLive() && plot.traces().isPotential() && plot.axes().contains(at)
                      && std::abs(plot.pixelAt({0, m_level}).y() - at.y()) <= reach;
    return isOn ? std::optional(Qt::SizeVerCursor) : std::nullopt;
}

bool Timebase::press(TracePlot& plot, const QMouseEvent& event) { return hover(plot, event.position()).has_value(); }

void Timebase::move(TracePlot& plot, QPointF at)
{
    const auto [least, most] = plot.verticalRange();
    const double step = niceBelow((most - least) / std::max(1.0, plot.axes().height()));
    setLevel(roundTo(step, std::clamp(plot.valueAt(at).y(), least, most)));
}

Timebase::Kind timebaseKind(const QString& name)
{
    const QStringList names{"scroll", "sweep", "spike", "rising", "falling", "onset"};
    return static_cast<Timebase::Kind>(std::max<qsizetype>(0, names.indexOf(name)));
}

}
