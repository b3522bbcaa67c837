// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "solver_of.h"

/// The definition of modelOf() with all of a model's solvers: seconds to compile, so that each model has a translation unit of its own.
namespace rheobase {

template<class M> Model modelOf()
{
    static_assert(stateCount<M> <= mostStates, "a model has at most mostStates states (model.h)");
    static_assert(M::terms.size() <= mostTerms, "a model has at most mostTerms terms (model.h)");
    Model model{};
    model.id = M::id;
    model.name = model.brief = M::name;
    if constexpr (requires { M::brief; }) model.brief = M::brief;
    model.source = M::source;
    model.input = M::input;
    model.parameters = M::parameters;
    model.state = M::state;
    model.terms = M::terms;
    model.jumps = Jumping<M>;
    model.runsUp = detail::runsUp<M>();
    model.linear = detail::isLinear<M>();
    model.published = requires { M::published; };
    model.solver = model.linear ? SolverKind::exact : SolverKind::rungeKutta4;
    model.step = model.linear ? 0.05 : 0.01;
    model.spikeLevel = std::numeric_limits<double>::infinity();
    if constexpr (requires { M::spikeLevel; }) model.spikeLevel = M::spikeLevel;
    model.spikeRearm = 10;
    if constexpr (requires { M::spikeRearm; }) model.spikeRearm = M::spikeRearm;
    if constexpr (requires { M::orders; }) model.orders = M::orders;
    if constexpr (requires { M::solver; }) model.solver = M::solver;
    if constexpr (requires { M::step; }) model.step = M::step;
    model.evaluate = [](const double* x, const double* p, double* terms) {
        std::ranges::copy(toArray<double>(M::evaluate(stateFrom<M>(x), parametersFrom<M>(p))), terms);
    };
    model.derivative = [](const double* x, const double* p, double I, double* dxdt) {
        std::ranges::copy(toArray<double>(rateOfChange<M, double>(stateFrom<M>(x), parametersFrom<M>(p), I)), dxdt);
    };
    model.jacobian = &detail::jacobian<M>;
    model.derive = [](const double*, double*) {};
    if constexpr (Deriving<M>) {
        model.derived = M::derived;
        model.derive = [](const double* p, double* out) { std::ranges::copy(toArray<double>(M::derive(parametersFrom<M>(p))), out); };
    }
    model.excess = &detail::excess<M>;
    model.start = &detail::start<M>;
    model.equations = [] {
        static const std::vector<Equation> equations = equationsOf<M>(); // expressions live for ever: once is enough
        return equations;
    };
    model.interval = [] {
        static const Symbol interval = intervalOf<M>();
        return interval;
    };
    model.makeSolver = &makeSolverOf<M>;
    return model;
}

}
