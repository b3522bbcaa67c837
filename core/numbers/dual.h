// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "real.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace rheobase {

/// A number with its exact partial derivatives by n variables (forward automatic differentiation).
template<std::size_t n> struct Dual {
    double value = 0;
    std::array<double, n> slope{};

    Dual() = default;
    Dual(double v) : value(v) {}
    /// The variable number `index`, whose derivative by itself is 1.
    static Dual variable(double v, std::size_t index)
    {
        Dual x(v);
        x.slope[index] = 1;
        return x;
    }
    /// f(this), given f's value and its derivative here. What does not depend on a variable has no slope by it, even
    /// where the derivative overflows.
    Dual mapped(double f, double derivative) const
    {
        Dual y(f);
        for (std::size_t i = 0; i < n; ++i) y.slope[i] = slope[i] == 0 ? 0 : derivative * slope[i];
        return y;
    }

    friend Dual operator-(const Dual& a) { return a.mapped(-a.value, -1); }
    friend Dual operator+(const Dual& a, const Dual& b) { return combined(a, b, a.value + b.value, 1, 1); }
    friend Dual operator-(const Dual& a, const Dual& b) { return combined(a, b, a.value - b.value, 1, -1); }
    friend Dual operator*(const Dual& a, const Dual& b) { return combined(a, b, a.value * b.value, b.value, a.value); }
    friend Dual operator/(const Dual& a, const Dual& b)
    {
        const double quotient = a.value / b.value;
        return combined(a, b, quotient, 1 / b.value, -quotient / b.value);
    }

private:
    static Dual combined(const Dual& a, const Dual& b, double f, double byA, double byB)
    {
        Dual y(f);
        for (std::size_t i = 0; i < n; ++i) y.slope[i] = byA * a.slope[i] + byB * b.slope[i];
        return y;
    }
};

template<std::size_t n> Dual<n> exp(const Dual<n>& x)
{
    const double e = exp(x.value);
    return x.mapped(e, e);
}

template<std::size_t n> Dual<n> exp(const Dual<n>& x, double bound)
{
    const double e = exp(x.value, bound);
    return x.mapped(e, e);
}

/// base^exponent for a positive constant or variable base.
template<std::size_t n> Dual<n> pow(const Dual<n>& base, const Dual<n>& exponent)
{
    const double p = std::pow(base.value, exponent.value);
    Dual<n> y(p);
    for (std::size_t i = 0; i < n; ++i)
        y.slope[i] = p * (exponent.slope[i] * std::log(base.value) + exponent.value * base.slope[i] / base.value);
    return y;
}

namespace detail {

/// The derivative of x/(1 − e^−x), whose value there is f.
inline double expLinearSlope(double x, double f)
{
    // f' = (f (1 + e^-x (−1)) …)/x cancels near zero; there the series f' = 1/2 + x/6 − x³/180 is exact to rounding.
    return std::abs(x) < 1e-2 ? 0.5 + x / 6 - x * x * x / 180 : f * (1 + x - f) / x;
}

}

template<std::size_t n> Dual<n> expLinear(const Dual<n>& x)
{
    const double f = expLinear(x.value);
    return x.mapped(f, detail::expLinearSlope(x.value, f));
}
template<std::size_t n> Dual<n> expLinear(const Dual<n>& x, const Dual<n>& decay)
{
    const double f = expLinear(x.value, decay.value);
    return x.mapped(f, detail::expLinearSlope(x.value, f));
}

}
