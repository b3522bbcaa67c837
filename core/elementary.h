// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

/// Elementary functions from sums and products alone, the same operations in the same order for a double and for a pack of
/// them: so that a neuron gives the same bits alone, in a sweep, and on every instruction set.
namespace rheobase {

constexpr double select(bool choice, double yes, double no) { return choice ? yes : no; }

/// Two to the power k, given 1.5·2⁵² + k.
constexpr double powerOfTwo(double shifted)
{
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) << 52) + std::bit_cast<std::uint64_t>(1.0));
}

namespace elementary {

/// e^x as scale·(1 + rest), scale a power of two.
template<class R> struct Exponential {
    R scale, rest;
};

/// Argument reduction by ln 2 in two parts (Cody & Waite 1980), then a polynomial fitted to 1.3·10⁻¹⁷ at Chebyshev's nodes.
/// Saturates beyond ±bound, at most where the result would leave the normal numbers; passes NaN on.
template<class R> constexpr Exponential<R> exponential(R x, double bound = 708)
{
    constexpr double shift = 0x1.8p52, log2e = 1.4426950408889634, high = 0x1.62e42feep-1, low = 1.9082149292705877e-10;
    x = select(x < -bound, R(-bound), x);
    x = select(x > bound, R(bound), x);
    const R shifted = x * log2e + shift, k = shifted - shift;
    const R r = (x - k * high) - k * low, s = r * r;
    const R even =
        (((2.7620121717381933e-07 * s + 2.4801521225986432e-05) * s + 0.0013888888917258759) * s + 0.04166666666662404) * s + 0.5;
    const R odd = (((2.51004110820149e-08 * s + 2.7557268406190795e-06) * s + 0.00019841269863088255) * s + 0.008333333333330055) * s
                  + 0.16666666666666669;
    return {powerOfTwo(shifted), r + s * (even + r * odd)};
}

/// e^x, to less than one unit in the last place.
template<class R> constexpr R exp(const R& x, double bound = 708)
{
    const auto e = exponential(x, bound);
    return e.scale + e.scale * e.rest;
}

/// e^x − 1, precise near zero too.
template<class R> constexpr R expm1(const R& x)
{
    const auto e = exponential(x);
    return (e.scale - 1.0) + e.scale * e.rest;
}

/// x/(1 − e^−x) with 1 in its removable singularity.
template<class R> constexpr R expLinear(const R& x) { return select(x == 0.0, R(1.0), -x / expm1(-x)); }

/// x/(1 − e^−x), given e^−x; by its series where the difference would cancel.
template<class R> constexpr R expLinear(const R& x, const R& decay)
{
    const R s = x * x;
    const R series =
        ((((((1 / 74724249600.) * s - 691 / 1307674368000.) * s + 1 / 47900160.) * s - 1 / 1209600.) * s + 1 / 30240.) * s - 1 / 720.) * s
        + 1 / 12.;
    return select(s < 0.25, series * s + (x * 0.5 + 1.0), x / (1.0 - decay));
}

}

}
