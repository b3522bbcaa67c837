// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rheobase {

namespace hermite {

/// The cubic with these values and slopes at 0 and 1, at u.
inline double between(double x0, double x1, double s0, double s1, double u)
{
    const double v = 1 - u;
    return v * v * ((1 + 2 * u) * x0 + u * s0) + u * u * ((3 - 2 * u) * x1 - v * s1);
}

/// Where between 0 and 1 the cubic with these values, e0 < 0 ≤ e1, and slopes at 0 and 1 rises through zero: by Newton's method, kept
/// within the interval that halving leaves.
[[gnu::always_inline]] inline double zero(double e0, double e1, double s0, double s1)
{
    constexpr double bit = 0x1p-52;
    constexpr int most = 100;
    const double rise = e1 - e0, c3 = s0 + s1 - 2 * rise, c2 = 3 * rise - 2 * s0 - s1;
    double low = 0, high = 1, u = -e0 / rise;
    for (int i = 0; i < most; ++i) {
        const double value = e0 + u * (s0 + u * (c2 + u * c3)), slope = s0 + u * (2 * c2 + u * (3 * c3));
        if (value < 0) low = u;
        else high = u;
        const double newton = u - value / slope, next = newton >= low && newton <= high ? newton : 0.5 * (low + high);
        const double moved = next < u ? u - next : next - u;
        u = next;
        if (moved <= bit) break;
    }
    return u;
}

}

/// The part of a step, between 0 and 1, after which an excess rises through zero that is e0 < 0 ≤ e1 at its ends, with slopes s0 and s1
/// (times the step): by cubic Hermite interpolation, to an error of order h⁴. Where it rises all the time it is the time that is
/// interpolated over the excess, which is smooth where an upstroke runs away; else the excess over the time. Always inlined, since the
/// code of every instruction set has it.
[[gnu::always_inline]] inline double partToZero(double e0, double e1, double s0, double s1)
{
    constexpr double most = 3; // so that it is monotonic: Fritsch & Carlson, SIAM J. Numer. Anal. 17:238 (1980)
    const double rise = e1 - e0, part = -e0 / rise, left = 1 - part, a = rise / s0, b = rise / s1;
    if (a >= 0 && a <= most && b >= 0 && b <= most) {
        const double found = part * (part * (3 - 2 * part) + left * (left * a - part * b));
        return found < 1 ? found : 1;
    }
    return hermite::zero(e0, e1, s0, s1);
}

}
