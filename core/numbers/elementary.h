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

/// The k for which x·2^−k lies between √½ and √2; of positive normal numbers.
constexpr double exponentOf(double x)
{
    constexpr auto least = std::bit_cast<std::uint64_t>(0x1.6a09e667f3bcdp-1), one = std::bit_cast<std::uint64_t>(1.0);
    return static_cast<double>((std::bit_cast<std::uint64_t>(x) - least + one) >> 52) - 1023;
}

namespace elementary {

/// e^x as scale·(1 + rest), scale a power of two.
template<class R> struct Exponential {
    R scale, rest;
};

/// e^r − 1 for |r| ≤ ln 2/2: a polynomial fitted to 1.3·10⁻¹⁷ at Chebyshev's nodes, by halves (Estrin 1960) as its chain is shorter.
template<class R> constexpr R tail(const R& r)
{
    const R s = r * r, q = s * s;
    const R even =
        ((2.7620121717381933e-07 * q + (2.4801521225986432e-05 * s + 0.0013888888917258759)) * q + (0.04166666666662404 * s + 0.5));
    const R odd = ((2.51004110820149e-08 * q + (2.7557268406190795e-06 * s + 0.00019841269863088255)) * q
                   + (0.008333333333330055 * s + 0.16666666666666669));
    return r + s * (even + r * odd);
}

/// Argument reduction by ln 2 in two parts (Cody & Waite 1980), then a polynomial. Saturates beyond ±bound, at most where the result
/// would leave the normal numbers; passes NaN on.
template<class R> constexpr Exponential<R> exponential(R x, double bound = 708)
{
    constexpr double shift = 0x1.8p52, log2e = 1.4426950408889634, high = 0x1.62e42feep-1, low = 1.9082149292705877e-10;
    x = select(x < -bound, R(-bound), x);
    x = select(x > bound, R(bound), x);
    const R shifted = x * log2e + shift, k = shifted - shift;
    return {powerOfTwo(shifted), tail((x - k * high) - k * low)};
}

/// e^x, to 1.1 units in the last place.
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

/// ln x of a positive normal number, to one unit in the last place; by the polynomial of Ng's log (Sun Microsystems' fdlibm, 1993).
template<class R> constexpr R log(const R& x)
{
    constexpr double shift = 0x1.8p52, high = 0x1.62e42feep-1, low = 1.9082149292705877e-10;
    const R k = exponentOf(x), f = x * powerOfTwo(shift - k) - 1.0, s = f / (f + 2.0), z = s * s, w = z * z, half = 0.5 * f * f;
    const R even = w * (w * (w * 0.1531383769920937332 + 0.2222219843214978396) + 0.3999999999940941908);
    const R odd = z * (w * (w * (w * 0.1479819860511658591 + 0.1818357216161805012) + 0.2857142874366239149) + 0.6666666666666735130);
    return k * high - ((half - (s * (half + (even + odd)) + k * low)) - f);
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
