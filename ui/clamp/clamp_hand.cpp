// SPDX-License-Identifier: GPL-3.0-or-later
#include "clamp_hand.h"

#include "nice.h"

#include <algorithm>
#include <optional>

namespace rheobase {

ClampHand::ClampHand(Session& session) : m_session(session), m_choosing(session.beginGesture()), m_nudging(session.beginGesture()) {}

void ClampHand::begin() { m_drag = m_session.beginGesture(); }

void ClampHand::change(const std::function<void(VoltageClamp&)>& by, Gesture gesture)
{
    Experiment next = m_session.experiment();
    by(next.clamp);
    m_session.edit(next, gesture);
}

void ClampHand::dragStep(double V)
{
    change([V = rounded(V)](VoltageClamp& c) { c.steps[c.chosen] = V; }, m_drag);
}

void ClampHand::dragHold(double V)
{
    change([V = rounded(V)](VoltageClamp& c) { c.hold = V; }, m_drag);
}

void ClampHand::choose(std::size_t step)
{
    change([step](VoltageClamp& c) { c.chosen = std::min(step, c.steps.size() - 1); }, m_choosing);
}

void ClampHand::chooseNext(int direction)
{
    const VoltageClamp& clamp = m_session.experiment().clamp;
    const double present = clamp.steps[clamp.chosen];
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < clamp.steps.size(); ++i) {
        const double away = direction * (clamp.steps[i] - present);
        if (away > 0 && (!next || away < direction * (clamp.steps[*next] - present))) next = i;
    }
    if (next) choose(*next);
}

void ClampHand::nudge(int direction, bool isFine)
{
    const auto by = [&](VoltageClamp& c) { c.steps[c.chosen] = rounded(c.steps[c.chosen] + direction * distance(isFine), isFine); };
    change(by, m_nudging);
}

/// A round number.
double ClampHand::distance(bool isFine) const
{
    const Quantity& V = m_session.model().state[0];
    return niceAtMost((V.max - V.min) / 100) / (isFine ? 10 : 1);
}

double ClampHand::rounded(double V, bool isFine) const
{
    const Domain& domain = m_session.model().state[0].domain;
    return std::clamp(roundTo(distance(isFine), V), domain.leastAllowed(), domain.most);
}

}
