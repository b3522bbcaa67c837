// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a spike of a smooth neuron is, the same in runs, in sweeps and in the searches for thresholds.
///
/// An event begins where V crosses the spike level upwards, and none begins again before V has been below the level at which it is armed
/// anew: noise about the level makes one event, not many. There is no dead time, which would lose spikes.
///
/// An event is a spike if, since it was armed or since the last edge of the stimulus, there was a step in which V rose and dV/dt, both times
/// without noise and under one and the same current, was greater at its end than at its beginning. An upstroke speeds itself up; a membrane
/// that is charged only slows down, however high it is driven.
namespace rheobase {

/// True where V, rising from V0 to V1 (mV), is driven faster at the end (f1) than at the beginning (f0, mV/ms), by more than rounding.
template<class R> auto speedsUp(const R& V0, const R& f0, const R& V1, const R& f1)
{
    constexpr double leastFeedback = 1e-6, rounding = 1e-9; // 1/ms; mV/ms
    return (V1 > V0) & (f1 > f0 + (V1 - V0) * leastFeedback + rounding);
}

/// Where a neuron stands between events.
struct SpikePhase {
    bool isArmed = true, hasSpedUp = false;
    bool operator==(const SpikePhase&) const = default;
};

}
