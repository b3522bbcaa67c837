// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "elementary.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>
#include <type_traits>

/// The functions that a model may use on its number type: a row each, from which every number type has them (dual.h by their slopes,
/// symbol.h by their names, core/sweep/pack.h by their values, which are sums and products), and below the row its name.
namespace rheobase {

/// How a function stands in a formula: tanh x, e^x, a^b, a root, |x|, a < b, one value or the other, or written out by others.
enum class Notation { named, exponential, raised, root, bars, comparison, cases, expanded };

inline double squareRoot(double x) { return __builtin_sqrt(x); }

/// The number type of mixed arguments: that of the one that is no plain number, else double.
template<class A, class... B> struct NumberOfArguments {
    using type = A;
};
template<class A>
requires std::is_arithmetic_v<A>
struct NumberOfArguments<A> {
    using type = double;
};
template<class A, class B, class... C>
requires std::is_arithmetic_v<A>
struct NumberOfArguments<A, B, C...> {
    using type = typename NumberOfArguments<B, C...>::type;
};
template<class... A> using NumberOf = typename NumberOfArguments<A...>::type;

/// A function of a plain number.
template<class F, class... A>
requires(std::is_arithmetic_v<A>&&...) double applied(F, A... x) { return F::value(double(x)...); }

// clang-format off

namespace functions {

/// e^x, saturating beyond ±700: what a model makes of it is still a number.
struct Exp {
    static constexpr std::string_view name = "exp";
    static constexpr Notation notation = Notation::exponential;
    template<class R> static constexpr R value(const R& x) { return elementary::exp(x, 700); }
    static double slope(double, double f) { return f; }
};
/// The natural logarithm: −∞ of 0, not a number of less.
struct Log {
    static constexpr std::string_view name = "ln";
    static constexpr Notation notation = Notation::named;
    template<class R> static constexpr R value(const R& x)
    {
        constexpr double least = std::numeric_limits<double>::min(), most = std::numeric_limits<double>::max();
        constexpr double none = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
        const R normal = select(x < least, R(x * 0x1p54), x), shift = select(x < least, R(54 * 0.69314718055994531), R(0.0));
        return select(x > 0.0, select(x > most, x, R(elementary::log(normal) - shift)), select(x == 0.0, R(-infinity), R(none)));
    }
    static double slope(double x, double) { return 1 / x; }
};
/// The square root.
struct Sqrt {
    static constexpr std::string_view name = "sqrt";
    static constexpr Notation notation = Notation::root;
    template<class R> static R value(const R& x) { return squareRoot(x); }
    static double slope(double, double f) { return 0.5 / f; }
};
/// |x|
struct Abs {
    static constexpr std::string_view name = "abs";
    static constexpr Notation notation = Notation::bars;
    template<class R> static constexpr R value(const R& x) { return select(x < 0.0, R(-x), x); }
    static double slope(double x, double) { return x < 0 ? -1 : 1; }
};
/// The hyperbolic functions.
struct Sinh {
    static constexpr std::string_view name = "sinh";
    static constexpr Notation notation = Notation::named;
    template<class R> static constexpr R value(const R& x)
    {
        const R e = elementary::expm1(Abs::value(x)), size = 0.5 * (e + e / (e + 1.0));
        return select(x < 0.0, R(-size), size);
    }
    static double slope(double x, double) { const double e = elementary::exp(x); return 0.5 * (e + 1 / e); }
};
struct Cosh {
    static constexpr std::string_view name = "cosh";
    static constexpr Notation notation = Notation::named;
    template<class R> static constexpr R value(const R& x)
    {
        const R e = elementary::exp(Abs::value(x));
        return 0.5 * (e + 1.0 / e);
    }
    static double slope(double x, double) { return Sinh::value(x); }
};
struct Tanh {
    static constexpr std::string_view name = "tanh";
    static constexpr Notation notation = Notation::named;
    template<class R> static constexpr R value(const R& x)
    {
        const R e = elementary::expm1(R(-2.0 * Abs::value(x))), size = -e / (e + 2.0);
        return select(x < 0.0, R(-size), size);
    }
    static double slope(double x, double) { const double c = Cosh::value(x); return 1 / (c * c); }
};
/// 1/(1 + e^−x)
struct Sigmoid {
    static constexpr std::string_view name = "sigmoid";
    static constexpr Notation notation = Notation::expanded;
    template<class R> static constexpr R value(const R& x) { return 1.0 / (1.0 + elementary::exp(R(-x))); }
    static double slope(double, double f) { return f * (1 - f); }
    template<class R> static R expansion(const R& x) { return 1 / (1 + exp(-x)); }
};
/// x/(1 − e^−x), continued by 1 through its removable singularity at x = 0: the rate of an opening gate that grows linearly with
/// voltage (Hodgkin & Huxley 1952, eqs. 12 and 20).
struct ExpLinear {
    static constexpr std::string_view name = "expLinear";
    static constexpr Notation notation = Notation::expanded;
    template<class R> static constexpr R value(const R& x) { return elementary::expLinear(x); }
    static double slope(double x, double f)
    {
        // f' = (f (1 + e^-x (−1)) …)/x cancels near zero; there the series f' = 1/2 + x/6 − x³/180 is exact to rounding.
        return std::abs(x) < 1e-2 ? 0.5 + x / 6 - x * x * x / 180 : f * (1 + x - f) / x;
    }
    template<class R> static R expansion(const R& x) { return x / (1 - exp(-x)); }
};
/// A positive base raised to any power, to 2 + 2|ln f| units in the last place.
struct Pow {
    static constexpr std::string_view name = "pow";
    static constexpr Notation notation = Notation::raised;
    template<class R> static R value(const R& base, const R& exponent) { return elementary::exp(R(exponent * Log::value(base))); }
    static std::array<double, 2> slopes(double base, double exponent, double f)
    {
        return {exponent * std::pow(base, exponent - 1), f * std::log(base)};
    }
};
/// The lesser and the greater of two.
struct Min {
    static constexpr std::string_view name = "min";
    static constexpr Notation notation = Notation::named;
    template<class R> static constexpr R value(const R& a, const R& b) { return select(b < a, b, a); }
    static std::array<double, 2> slopes(double a, double b, double) { return b < a ? std::array{0., 1.} : std::array{1., 0.}; }
};
struct Max {
    static constexpr std::string_view name = "max";
    static constexpr Notation notation = Notation::named;
    template<class R> static constexpr R value(const R& a, const R& b) { return select(a < b, b, a); }
    static std::array<double, 2> slopes(double a, double b, double) { return a < b ? std::array{0., 1.} : std::array{1., 0.}; }
};
/// What select() chooses by, 1 or 0; for numbers that compare themselves it is their own sign.
struct Less {
    static constexpr std::string_view name = "<";
    static constexpr Notation notation = Notation::comparison;
    static double value(double a, double b) { return a < b; }
};
struct AtMost {
    static constexpr std::string_view name = "<=";
    static constexpr Notation notation = Notation::comparison;
    static double value(double a, double b) { return a <= b; }
};
/// One value where a condition holds, else the other.
struct Select {
    static constexpr std::string_view name = "select";
    static constexpr Notation notation = Notation::cases;
    static double value(double condition, double yes, double no) { return condition != 0 ? yes : no; }
};

}

template<class A> auto exp(const A& x) { return applied(functions::Exp(), NumberOf<A>(x)); }
template<class A> auto log(const A& x) { return applied(functions::Log(), NumberOf<A>(x)); }
template<class A> auto sqrt(const A& x) { return applied(functions::Sqrt(), NumberOf<A>(x)); }
template<class A> auto abs(const A& x) { return applied(functions::Abs(), NumberOf<A>(x)); }
template<class A> auto sinh(const A& x) { return applied(functions::Sinh(), NumberOf<A>(x)); }
template<class A> auto cosh(const A& x) { return applied(functions::Cosh(), NumberOf<A>(x)); }
template<class A> auto tanh(const A& x) { return applied(functions::Tanh(), NumberOf<A>(x)); }
template<class A> auto sigmoid(const A& x) { return applied(functions::Sigmoid(), NumberOf<A>(x)); }
template<class A> auto expLinear(const A& x) { return applied(functions::ExpLinear(), NumberOf<A>(x)); }
template<class A, class B> auto pow(const A& base, const B& exponent)
{
    return applied(functions::Pow(), NumberOf<A, B>(base), NumberOf<A, B>(exponent));
}
template<class A, class B> auto min(const A& a, const B& b) { return applied(functions::Min(), NumberOf<A, B>(a), NumberOf<A, B>(b)); }
template<class A, class B> auto max(const A& a, const B& b) { return applied(functions::Max(), NumberOf<A, B>(a), NumberOf<A, B>(b)); }

// clang-format on

}
