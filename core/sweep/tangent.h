// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../real.h"

namespace rheobase {

/// A number with its derivative by one variable, over any number type. Where it does not vary, which the compiler sees
/// through, the derivative costs nothing; core/dual.h is for many variables.
template<class R> struct Tangent {
    R value, slope;
    bool varies = false;

    Tangent() = default;
    Tangent(double v) : value(v), slope(0.0) {}
    static Tangent constant(const R& v) { return {v, R(0.0), false}; }
    static Tangent variable(const R& v) { return {v, R(1.0), true}; }

    friend Tangent operator-(const Tangent& a) { return {-a.value, a.varies ? -a.slope : a.slope, a.varies}; }
    friend Tangent operator+(const Tangent& a, const Tangent& b)
    {
        return {a.value + b.value, !a.varies ? b.slope : !b.varies ? a.slope : a.slope + b.slope, a.varies || b.varies};
    }
    friend Tangent operator-(const Tangent& a, const Tangent& b)
    {
        return {a.value - b.value, !b.varies ? a.slope : !a.varies ? -b.slope : a.slope - b.slope, a.varies || b.varies};
    }
    friend Tangent operator*(const Tangent& a, const Tangent& b)
    {
        const R result = a.value * b.value;
        if (!a.varies && !b.varies) return constant(result);
        if (!b.varies) return {result, a.slope * b.value, true};
        if (!a.varies) return {result, a.value * b.slope, true};
        return {result, a.slope * b.value + a.value * b.slope, true};
    }
    friend Tangent operator/(const Tangent& a, const Tangent& b)
    {
        const R result = a.value / b.value;
        if (!a.varies && !b.varies) return constant(result);
        if (!b.varies) return {result, a.slope / b.value, true};
        if (!a.varies) return {result, -(result * b.slope) / b.value, true};
        return {result, (a.slope - result * b.slope) / b.value, true};
    }
    friend Tangent exp(const Tangent& x) { return proportional(x, exp(x.value)); }
    friend Tangent exp(const Tangent& x, double bound) { return proportional(x, exp(x.value, bound)); }
    /// The exponent is a constant.
    friend Tangent pow(const Tangent& base, const Tangent& exponent)
    {
        const R p = pow(base.value, exponent.value);
        return {p, base.varies ? exponent.value * p / base.value * base.slope : base.slope, base.varies};
    }
    friend Tangent expLinear(const Tangent& x) { return linear(x, expLinear(x.value)); }
    friend Tangent expLinear(const Tangent& x, const Tangent& decay) { return linear(x, expLinear(x.value, decay.value)); }

private:
    Tangent(const R& v, const R& s, bool does) : value(v), slope(s), varies(does) {}
    static Tangent proportional(const Tangent& x, const R& e) { return {e, x.varies ? e * x.slope : x.slope, x.varies}; }
    static Tangent linear(const Tangent& x, const R& f)
    {
        if (!x.varies) return constant(f);
        const R series = 0.5 + x.value / 6.0 - x.value * x.value * x.value / 180.0;
        return {f, select(x.value * x.value < 1e-4, series, f * (1.0 + x.value - f) / x.value) * x.slope, true};
    }
};

}
