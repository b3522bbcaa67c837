// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

/// The functions that a model may use on its number type R, here for double.
/// core/dual.h and core/symbol.h give the same names for their types.
namespace rheobase {

inline double exp(double x) { return std::exp(x); }
inline double pow(double base, double exponent) { return std::pow(base, exponent); }

/// x raised to a small whole power by multiplication.
template<int n, class R> constexpr R power(const R& x)
{
    static_assert(n >= 1);
    if constexpr (n == 1) return x;
    else if constexpr (n % 2 == 0) return power<n / 2>(R(x * x));
    else return R(x * power<n - 1>(x));
}

/// x / (1 − e^−x), continued by 1 through its removable singularity at x = 0.
/// The rate of an opening gate that grows linearly with voltage (Hodgkin & Huxley 1952, eqs. 12 and 20).
inline double expLinear(double x) { return x == 0 ? 1 : x / -std::expm1(-x); }

}
