// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "functions.h"

#include <cmath>

/// What a model may use on its number type R besides the functions of functions.h.
namespace rheobase {

/// e^x, for x beyond ±bound that of the bound. Small arguments, which need no reduction, are spared it: to the same bits.
inline double exp(double x, double bound) { return std::abs(x) < 0.34 ? 1 + elementary::tail(x) : elementary::exp(x, bound); }

/// x raised to a small whole power by multiplication.
template<int n, class R> constexpr R power(const R& x)
{
    static_assert(n >= 1);
    if constexpr (n == 1) return x;
    else if constexpr (n % 2 == 0) return power<n / 2>(R(x * x));
    else return R(x * power<n - 1>(x));
}

/// x/(1 − e^−x), given e^−x.
inline double expLinear(double x, double decay) { return elementary::expLinear(x, decay); }

/// True of a number type whose values print themselves.
template<class R> inline constexpr bool isSymbolic = false;

/// A constant base raised to a power.
template<int base, class R> R raised(const R& exponent)
{
    if constexpr (isSymbolic<R>) return pow(R(base), exponent);
    else return exp(exponent * std::log(static_cast<double>(base)));
}

/// A voltage whose exponentials e^(−(V + shift)/k) are all powers of one, e^(−V/unit): `unit` is a multiple of every k.
template<int unit, class R> struct Decaying {
    R V, root;
    explicit Decaying(const R& voltage) : V(voltage)
    {
        constexpr int most = unit / 10; // k is at least 10
        constexpr double bound = 700.0 / most;
        if constexpr (!isSymbolic<R>) root = exp(voltage * (-1.0 / unit), bound);
    }
};

/// e^(−(V + shift)/k)
template<int k, int shift, int unit, class R> R decay(const Decaying<unit, R>& x)
{
    static_assert(unit % k == 0 && k >= 10);
    if constexpr (isSymbolic<R>) return exp(-(x.V + shift) / k);
    else {
        constexpr double factor = elementary::exp(-double(shift) / k);
        return factor * power<unit / k>(x.root);
    }
}

/// z / (1 − e^−z) for z = (V + shift)/k
template<int k, int shift, int unit, class R> R expLinear(const Decaying<unit, R>& x)
{
    if constexpr (isSymbolic<R>) return expLinear((x.V + shift) / k);
    else return expLinear(R((x.V + shift) * (1.0 / k)), decay<k, shift>(x));
}

}
