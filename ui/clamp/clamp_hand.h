// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <functional>

namespace rheobase {

/// What a hand does to a voltage clamp in its plots, undoably: drags, chosen steps and nudges, by round potentials. What cannot be stays as
/// it was.
class ClampHand {
public:
    explicit ClampHand(Session& session);

    /// A drag begins: all up to the next is one change.
    void begin();
    /// Drags the chosen step, or the holding potential, to V (mV).
    void dragStep(double V);
    void dragHold(double V);
    void choose(std::size_t step);
    /// Chooses the next step in order of the potential, up (1) or down (−1).
    void chooseNext(int direction);
    /// Moves the chosen step by about a hundredth of the range of V, or by a tenth of that.
    void nudge(int direction, bool isFine);

private:
    void change(const std::function<void(VoltageClamp&)>& by, Gesture gesture);
    double distance(bool isFine) const;
    double rounded(double V, bool isFine = false) const;

    Session& m_session;
    Gesture m_drag, m_choosing, m_nudging;
};

}
