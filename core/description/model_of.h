// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dual.h"
#include "model.h"
#include "real.h"
#include "symbol.h"

#include <algorithm>

/// From one model header to a Model. A model is a struct with id, name, source, input; the structs of numbers
/// Parameters, State, Terms (and Derived) with their tables; evaluate and derivative; and, where it applies:
/// brief, fires and reset (a model that jumps), interval, derive, start, orders, linear, published, spikeLevel, spikeRearm, solver,
/// step.
namespace rheobase {

/// The index of a member in a struct of doubles.
template<class Struct> consteval std::size_t indexOfMember(double Struct::*member)
{
    Struct probe{};
    probe.*member = 1;
    const auto values = toArray<double>(probe);
    return static_cast<std::size_t>(std::find(values.begin(), values.end(), 1.0) - values.begin());
}

/// The demand that one parameter stays below another.
template<class Struct> consteval Order below(double Struct::*lower, double Struct::*upper)
{
    return {indexOfMember(lower), indexOfMember(upper)};
}

template<class M> inline constexpr std::size_t stateCount = M::state.size();
template<class M> inline constexpr std::size_t parameterCount = M::parameters.size();
/// How far a state may leave its physical range: more than a stable method's error, less than an unstable one's first step.
inline constexpr double leeway = 1e-3;

template<class M> concept Jumping = requires { &M::template fires<double>; };
template<class M> concept Spiking = Jumping<M> || requires { M::spikeLevel; };
template<class M> concept Deriving = requires { M::derived; };

/// Parameters and state of a model from arrays, in the order of its tables.
template<class M, class R> typename M::template Parameters<R> parametersFrom(const R* p)
{
    return fromPointer<typename M::template Parameters<R>>(p);
}
template<class M, class R> typename M::template State<R> stateFrom(const R* x) { return fromPointer<typename M::template State<R>>(x); }

/// V up to its threshold: a solver may look past it within a step, where an upstroke would run away. Printed equations say V.
template<class R> R upTo(const R& V, const R& threshold)
{
    if constexpr (isSymbolic<R>) return V;
    else return min(V, threshold);
}

/// dx/dt of a model at x.
template<class M, class R>
typename M::template State<R> rateOfChange(const typename M::template State<R>& x, const typename M::template Parameters<R>& p, const R& I)
{
    return M::derivative(x, M::evaluate(x, p), p, I);
}

/// Every equation of a model, from its code run on symbols.
template<class M> std::vector<Equation> equationsOf();

/// The closed form of a model's inter-spike interval, from its code run on symbols; empty without.
template<class M> Symbol intervalOf();

/// The Model of a model header.
template<class M> Model modelOf();

// ---------------------------------------------------------------------------------------------------------------------

namespace detail {

template<std::size_t n> std::array<Symbol, n> namedAll(Role role, const std::array<Quantity, n>& rows)
{
    std::array<Symbol, n> names;
    for (std::size_t i = 0; i < n; ++i) names[i] = Symbol::named(role, i, rows[i]);
    return names;
}

}

template<class M> std::vector<Equation> equationsOf()
{
    using Kind = Equation::Kind;
    const auto p = fromArray<typename M::template Parameters<Symbol>>(detail::namedAll(Role::parameter, M::parameters));
    const auto x = fromArray<typename M::template State<Symbol>>(detail::namedAll(Role::state, M::state));
    const Symbol I = Symbol::named(Role::input, 0, M::input);
    const auto names = detail::namedAll(Role::term, M::terms);
    const auto definitions = toArray<Symbol>(M::evaluate(x, p));
    const auto rates = toArray<Symbol>(M::derivative(x, fromArray<typename M::template Terms<Symbol>>(names), p, I));

    std::vector<Equation> equations;
    for (std::size_t i = 0; i < rates.size(); ++i) equations.push_back({Kind::derivative, i, rates[i]});
    for (std::size_t i = 0; i < definitions.size(); ++i)
        equations.push_back({Kind::term, i, withNames(definitions[i], definitions, names, false)});
    if constexpr (Deriving<M>) {
        const auto derived = toArray<Symbol>(M::derive(p));
        for (std::size_t i = 0; i < derived.size(); ++i) equations.push_back({Kind::derived, i, derived[i]});
    }
    if constexpr (Jumping<M>) {
        equations.push_back({Kind::event, 0, M::fires(x, p)});
        const auto after = toArray<Symbol>(M::reset(x, p)), before = toArray<Symbol>(x);
        for (std::size_t i = 0; i < after.size(); ++i)
            if (&after[i].node() != &before[i].node()) equations.push_back({Kind::reset, i, after[i]});
    }
    return equations;
}

template<class M> Symbol intervalOf()
{
    if constexpr (requires { &M::template interval<double>; }) {
        const auto p = fromArray<typename M::template Parameters<Symbol>>(detail::namedAll(Role::parameter, M::parameters));
        const auto d = fromArray<typename M::template Derived<Symbol>>(detail::namedAll(Role::derived, M::derived));
        return M::interval(p, d, Symbol::named(Role::input, 0, M::input));
    } else return {};
}

namespace detail {

template<class M> void jacobian(const double* x, const double* p, double I, double* rows)
{
    constexpr std::size_t n = stateCount<M>;
    using D = Dual<n>;
    std::array<D, n> variables;
    std::array<D, parameterCount<M>> constants;
    for (std::size_t i = 0; i < n; ++i) variables[i] = D::variable(x[i], i);
    std::copy_n(p, constants.size(), constants.begin());
    const auto rates = toArray<D>(rateOfChange<M, D>(stateFrom<M>(variables.data()), parametersFrom<M>(constants.data()), D(I)));
    for (std::size_t i = 0; i < n; ++i) std::ranges::copy(rates[i].slope, rows + i * n);
}

template<class M> void start(const double* p, double* x)
{
    std::array<double, stateCount<M>> values;
    std::ranges::transform(M::state, values.begin(), &Quantity::value);
    if constexpr (requires { &M::template start<double>; }) values = toArray<double>(M::start(parametersFrom<M>(p)));
    std::ranges::copy(values, x);
}

template<class M> double excess(const double* x, const double* p)
{
    if constexpr (Jumping<M>) return M::fires(stateFrom<M>(x), parametersFrom<M>(p));
    else if constexpr (Spiking<M>) return x[0] - M::spikeLevel;
    else return -1;
}

/// True where dV/dt grows with V close below the threshold of a model that jumps.
template<class M> bool runsUp()
{
    if constexpr (Jumping<M>) {
        constexpr double close = 1e-3; // of the range of V
        std::array<double, parameterCount<M>> p;
        std::ranges::transform(M::parameters, p.begin(), &Quantity::value);
        std::array<double, stateCount<M>> x;
        start<M>(p.data(), x.data());
        x[0] -= excess<M>(x.data(), p.data()) + close * (M::state[0].max - M::state[0].min);
        std::array<double, stateCount<M> * stateCount<M>> rows;
        jacobian<M>(x.data(), p.data(), 0, rows.data());
        return rows[0] > 0;
    }
    return false;
}

template<class M> constexpr bool isLinear()
{
    if constexpr (requires { M::linear; }) return M::linear;
    else return false;
}

}

}
