// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "real.h"

#include <limits>

namespace rheobase {

/// The closed solution of one linear state, dV/dt = k + a(V − V₀), over any number type.
namespace linear {

/// (e^z − 1)/z
template<class R> R phi1(const R& z) { return select((z < 1e-8) & (-1e-8 < z), R(1.0 + z * 0.5), R(elementary::expm1(z) / z)); }

/// Where dV/dt = k + a(V − V₀): the time in ms in which V goes from V₀, at this excess over threshold, to the threshold; infinity where
/// it does not get there.
template<class R> R timeToThreshold(const R& excess, const R& a, const R& k)
{
    /// V may rest on the threshold at rheobase without ever firing: closer than this, in mV, counts as on it.
    constexpr double touching = 1e-9, never = std::numeric_limits<double>::infinity();
    const R last = select(a < 0.0, R(excess - k / a), select(k > 0.0, R(1.0), excess)); // the excess that V tends to
    const R s = -excess / k, z = a * s, u = 1.0 + z;
    // log1p by one logarithm; Kahan, in the manner of Higham, Accuracy and Stability (2002), 1.14.1
    const R curved = log(u) * (z / (u - 1.0)) / a, straight = s * (1.0 - z * 0.5);
    R time = select((z < 1e-8) & (-1e-8 < z), straight, curved);
    time = select(excess >= 0.0, R(0.0), time);
    time = select((k > 0.0) & (last > touching), time, R(never));
    return select(excess > touching, R(0.0), time);
}

}

}
