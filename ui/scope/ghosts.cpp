// SPDX-License-Identifier: GPL-3.0-or-later
#include "ghosts.h"

#include "events.h"

#include "difference.h"
#include "export.h"
#include "session.h"
#include "theme.h"
#include "timebase.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rheobase {

namespace {

constexpr double leastMargin = 1000;      // ms beyond the window, where ghosts reach when they are moved
constexpr std::size_t memory = 24u << 20; // bytes a ghost
constexpr double roundingOfTimes = 1e-6;  // ms
constexpr double fresh = 0.75, faded = 0.2;

/// The time from which so much of a trace, up to a row, needs no more memory than a ghost may.
double boundedFrom(const Trace& trace, double from, double to)
{
    const std::size_t rows = memory / (sizeof(float) * trace.columns().size() + sizeof(double)), end = trace.firstAt(to);
    return end > rows ? std::max(from, trace.time(std::max(trace.oldest(), end - rows))) : from;
}

std::optional<double> firstSpike(const Trace& trace, Range window)
{
    const auto spike = std::ranges::lower_bound(trace.spikes(), window.first);
    return spike != trace.spikes().end() && *spike <= window.second ? std::optional(*spike) : std::nullopt;
}

}

Ghosts::Ghosts(Session& session, QObject* parent) : QObject(parent), m_session(session), m_last(session.experiment())
{
    connect(&session.undoStack(), &QUndoStack::indexChanged, this, &Ghosts::follow);
    connect(&session, &Session::experimentChanged, this, &Ghosts::changed);
    connect(&session, &Session::restarted, this, [this] {
        layAnew(0);
        for (Ghost& ghost : m_ghosts) ghost.moved = 0;
    });
}

/// Each step of undo, which a slider's whole drag is, leaves one ghost: of the run before it.
void Ghosts::follow()
{
    const QUndoStack& stack = m_session.undoStack();
    const int steps = stack.index();
    const auto* gesture = steps > 0 ? stack.command(steps - 1) : nullptr;
    const bool isTakenBack = steps < m_steps && !stack.canRedo(); // a drag that ended where it began
    const bool isNew = gesture != m_gesture && !isTakenBack;
    m_gesture = gesture;
    m_steps = steps;
    if (isNew && !m_session.trace().empty()) layAnew(m_session.trace().latestTime());
    const Experiment before = std::exchange(m_last, m_session.experiment());
    if (isNew && m_isAutomatic && before.model == m_last.model && before != m_last) take(before, true);
}

bool Ghosts::keep()
{
    if (m_session.trace().empty() || !makeRoom()) return false;
    take(m_session.experiment(), false);
    emit added();
    return true;
}

void Ghosts::add(std::shared_ptr<const Trace> trace, const Experiment& experiment, const QString& name)
{
    if (trace->empty() || !makeRoom()) return;
    const Range window{trace->startTime(), trace->latestTime()};
    m_ghosts.push_back(
        {.trace = std::move(trace), .experiment = experiment, .window = window, .name = name, .hue = freshHue(), .zero = window.first});
    emit changed();
}

/// False where all have names.
bool Ghosts::makeRoom()
{
    if (std::ranges::count(m_ghosts, false, &Ghost::isAutomatic) < most) {
        emit said({});
        return true;
    }
    const auto oldest = std::ranges::find_if(m_ghosts, [](const Ghost& g) { return !g.isAutomatic && g.name.isEmpty(); });
    if (oldest == m_ghosts.end()) {
        emit said(tr("There are %1 kept traces, all with names: delete one to keep another.").arg(most));
        return false;
    }
    emit said(tr("More than %1 traces are not kept: the oldest without a name, “%2”, made room.")
                  .arg(most)
                  .arg(label(static_cast<std::size_t>(oldest - m_ghosts.begin()))));
    m_ghosts.erase(oldest);
    return true;
}

void Ghosts::take(const Experiment& experiment, bool isAutomatic)
{
    const Trace& trace = m_session.trace();
    if (trace.empty()) return;
    const double newest = trace.latestTime();
    Range window = m_window.value_or(Range(newest - leastMargin, newest));
    if (window.first >= newest) window = {newest - (window.second - window.first), newest}; // that was before a restart
    const double margin = std::max(leastMargin, window.second - window.first);
    const double to = std::min(newest, window.second + margin);
    const double from = boundedFrom(trace, window.first - margin, to);
    m_ghosts.push_back({.trace = std::make_shared<const Trace>(trace.excerpt(from, to)),
                        .experiment = experiment,
                        .window = window,
                        .hue = isAutomatic ? Strand::faint : freshHue(),
                        .isAutomatic = isAutomatic,
                        .zero = m_zero.value_or(window.first),
                        .since = newest});
    if (std::ranges::count_if(m_ghosts, &Ghost::isAutomatic) > mostAutomatic)
        m_ghosts.erase(std::ranges::find_if(m_ghosts, &Ghost::isAutomatic));
    emit changed();
}

/// The one after the newest ghost's that none has.
int Ghosts::freshHue() const
{
    int hue = 0;
    for (const Ghost& ghost : m_ghosts)
        if (!ghost.isAutomatic) hue = ghost.hue + 1;
    const auto isTaken = [&](const Ghost& g) { return g.hue == hue % most; };
    for (int i = 0; i < most && std::ranges::any_of(m_ghosts, isTaken); ++i) ++hue;
    return hue % most;
}

QString Ghosts::label(std::size_t index) const { return m_ghosts[index].name.isEmpty() ? differenceOf(index) : m_ghosts[index].name; }

QString Ghosts::differenceOf(std::size_t index) const { return difference(m_ghosts[index].experiment, m_session.experiment()); }

bool Ghosts::fits(std::size_t index) const { return m_ghosts[index].experiment.model == &m_session.model(); }

QColor Ghosts::colourOf(std::size_t index) const { return Strand{.hue = m_ghosts[index].hue}.colourIn(theme()); }

double Ghosts::opacityOf(std::size_t index) const
{
    if (!m_ghosts[index].isAutomatic) return 1;
    const auto newer = std::ranges::count_if(std::span(m_ghosts).subspan(index + 1), &Ghost::isAutomatic);
    return fresh - (fresh - faded) * static_cast<double>(newer) / (mostAutomatic - 1);
}

void Ghosts::show(std::size_t index, bool on)
{
    if (std::exchange(m_ghosts[index].isShown, on) != on) emit changed();
}

void Ghosts::rename(std::size_t index, const QString& name)
{
    Ghost& ghost = m_ghosts[index];
    ghost.name = name.trimmed();
    if (ghost.isAutomatic && !ghost.name.isEmpty()) { // who names it wants to keep it
        ghost.hue = freshHue();
        ghost.isAutomatic = false;
    }
    emit changed();
}

void Ghosts::remove(std::size_t index)
{
    m_ghosts.erase(m_ghosts.begin() + static_cast<std::ptrdiff_t>(index));
    emit said({});
    emit changed();
}

void Ghosts::restore(std::size_t index)
{
    const Experiment kept = m_ghosts[index].experiment; // the edit may leave a ghost, and that may end this one
    m_session.edit(kept, {}, tr("Restore “%1”").arg(label(index)));
}

void Ghosts::setAutomatic(bool on)
{
    if (std::exchange(m_isAutomatic, on) == on) return;
    if (!on) std::erase_if(m_ghosts, std::mem_fn(&Ghost::isAutomatic));
    emit changed();
}

void Ghosts::setAlignment(Alignment alignment)
{
    m_alignment = alignment;
    layAnew(m_window ? m_window->first : 0);
    emit changed();
}

/// What they are laid by is looked for from a time of the run on; until it is found each stays where it is.
void Ghosts::layAnew(double since)
{
    for (Ghost& ghost : m_ghosts) {
        ghost.since = since;
        ghost.isAnchored = false;
    }
}

bool Ghosts::areShown() const
{
    return std::ranges::any_of(m_ghosts, [this](const Ghost& g) { return g.isShown && g.experiment.model == &m_session.model(); });
}

/// What of a ghost stands at the zero of an axis that is not the run's.
double Ghosts::zeroOf(const Ghost& ghost, const Timebase& base) const
{
    return base.eventIn(*ghost.trace, ghost.experiment.stimulus, ghost.zero - roundingOfTimes).value_or(ghost.zero);
}

/// From a ghost's own time to the run's, of which is seen what is before `until`.
double Ghosts::movedBy(Ghost& ghost, double until) const
{
    if (m_alignment == Alignment::time) return 0;
    if (m_alignment == Alignment::onset) {
        const auto live = nextOnset(m_session.experiment().stimulus, 0), kept = nextOnset(ghost.experiment.stimulus, 0);
        return live && kept ? *live - *kept : 0;
    }
    if (ghost.isAnchored) return ghost.moved;
    const auto live = firstSpike(m_session.trace(), {ghost.since, until}), kept = firstSpike(*ghost.trace, ghost.window);
    if (!live || !kept) return ghost.moved;
    ghost.isAnchored = true;
    return ghost.moved = *live - *kept;
}

void Ghosts::lay(TimeView& view, const Timebase& base)
{
    const auto& [across, strands, isLive] = view;
    const Strand main = strands.back();
    const Range seen{std::max(across.first - main.shift, main.span.first), std::min(across.second - main.shift, main.span.second)};
    if (seen.first < seen.second) {
        m_window = seen;
        m_zero = isLive ? std::optional(-main.shift) : std::nullopt;
    }
    std::vector<Strand> all;
    for (std::size_t i = 0; i < m_ghosts.size(); ++i) {
        Ghost& ghost = m_ghosts[i];
        if (!ghost.isShown || !fits(i)) continue;
        all.push_back({.trace = ghost.trace,
                       .shift = isLive ? -zeroOf(ghost, base) : movedBy(ghost, across.second),
                       .hue = ghost.hue,
                       .opacity = opacityOf(i),
                       .width = 0.8,
                       .name = ghost.isAutomatic ? QString() : label(i)});
    }
    view.strands.insert(view.strands.begin(), all.begin(), all.end());
}

}
