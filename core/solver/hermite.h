// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rheobase {

/// Where between 0 and 1 the cubic with these values, e0 < 0 ≤ e1, and slopes at 0 and 1 rises through zero: by Newton's method, kept
/// within the interval that halving leaves. Always inlined, since the code of every instruction set has it.
[[gnu::always_inline]] inline double hermiteZero(double e0, double e1, double s0, double s1)
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
