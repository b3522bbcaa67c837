// SPDX-License-Identifier: GPL-3.0-or-later
#include "tried_values.h"

#include "judge.h"
#include "session.h"
#include "shadow_run.h"

#include <algorithm>

namespace rheobase {

namespace {

constexpr double leastTime = 20; // ms of model time
constexpr std::size_t most = 100;

}

TriedValues::TriedValues() : m_search(&tryOut, [this](const Tried& tried) { take(tried); }) {}

void TriedValues::clear()
{
    m_search.cancel();
    m_tried.clear();
}

void TriedValues::follow(const Session& session, double duration)
{
    const Trace& trace = session.trace();
    const double since = std::max(session.changedAt(), trace.startTime());
    if (m_tried.size() == most || trace.latestTime() - since < leastTime || isKnown(session.experiment())) return;
    m_search.ask({session.experiment(), duration});
}

std::optional<TriedValues::Tried> TriedValues::tryOut(const Trial& trial, const std::stop_token& stop)
{
    if (isClamped(trial.experiment)) return Tried{trial.experiment, std::nullopt};
    const Deadline deadline(std::chrono::milliseconds(patience), stop);
    const auto run = shadowRun(trial.experiment, trial.duration, false, deadline.token());
    return run ? std::optional(Tried{trial.experiment, !run->spikes.empty()}) : std::nullopt;
}

bool TriedValues::isKnown(const Experiment& experiment) const
{
    return std::ranges::find(m_tried, experiment, &Tried::experiment) != m_tried.end();
}

void TriedValues::take(const Tried& tried)
{
    if (isKnown(tried.experiment)) return;
    m_tried.push_back(tried);
    emit changed();
}

}
