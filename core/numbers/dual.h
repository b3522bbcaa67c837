// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "real.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <type_traits>

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

    friend bool operator<(const Dual& a, const Dual& b) { return a.value < b.value; }
    friend bool operator>(const Dual& a, const Dual& b) { return a.value > b.value; }
    friend bool operator<=(const Dual& a, const Dual& b) { return a.value <= b.value; }
    friend bool operator>=(const Dual& a, const Dual& b) { return a.value >= b.value; }
    friend Dual select(bool choice, const Dual& yes, const Dual& no) { return choice ? yes : no; }

private:
    static Dual combined(const Dual& a, const Dual& b, double f, double byA, double byB)
    {
        Dual y(f);
        for (std::size_t i = 0; i < n; ++i) y.slope[i] = byA * a.slope[i] + byB * b.slope[i];
        return y;
    }
};

/// A row of functions.h by its slopes. Where an argument does not depend on a variable, its slope plays no part, even if it is not finite.
template<class F, std::size_t n, class... D>
requires(std::is_same_v<D, Dual<n>>&&...) Dual<n> applied(F, const Dual<n>& x, const D&... more)
{
    const double f = F::value(x.value, more.value...);
    if constexpr (sizeof...(D) == 0) return x.mapped(f, F::slope(x.value, f));
    else {
        const auto slopes = F::slopes(x.value, more.value..., f);
        Dual<n> y(f);
        std::size_t k = 0;
        for (const Dual<n>* argument : {&x, &more...}) {
            for (std::size_t i = 0; i < n; ++i)
                if (argument->slope[i] != 0) y.slope[i] += slopes[k] * argument->slope[i];
            ++k;
        }
        return y;
    }
}

template<std::size_t n> Dual<n> exp(const Dual<n>& x, double bound)
{
    const double e = exp(x.value, bound);
    return x.mapped(e, e);
}

template<std::size_t n> Dual<n> expLinear(const Dual<n>& x, const Dual<n>& decay)
{
    const double f = expLinear(x.value, decay.value);
    return x.mapped(f, functions::ExpLinear::slope(x.value, f));
}

}
