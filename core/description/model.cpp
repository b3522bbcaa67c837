// SPDX-License-Identifier: GPL-3.0-or-later
#include "model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace rheobase {

std::span<const SolverDescription> solverDescriptions()
{
    static constexpr SolverDescription descriptions[] = {
        {SolverKind::exact, "exact", "Exact", 0},
        {SolverKind::forwardEuler, "forward-euler", "Forward Euler", 1},
        {SolverKind::heun, "heun", "Heun", 2},
        {SolverKind::rungeKutta4, "rk4", "Runge–Kutta 4", 4},
        {SolverKind::exponentialEuler, "exponential-euler", "Exponential Euler", 1},
        {SolverKind::dormandPrince, "dormand-prince", "Dormand–Prince (adaptive)", 5},
        // for the last spike of 10 s of the squid axon's lasting firing to within 0.01 ms
        {SolverKind::quickDormandPrince, "dormand-prince-quick", "Dormand–Prince (adaptive, quick)", 5},
        {SolverKind::published2003, "published-2003", "Script of 2003, Δt 1 ms", 1},
        {SolverKind::published2004, "published-2004", "Script of 2004", 1},
    };
    return descriptions;
}

const SolverDescription& description(SolverKind kind) { return solverDescriptions()[static_cast<std::size_t>(kind)]; }

std::vector<double> Model::defaults() const
{
    std::vector<double> values;
    for (const Quantity& q : parameters) values.push_back(q.value);
    return values;
}

std::vector<double> Model::termsAt(std::span<const double> x, std::span<const double> p) const
{
    std::vector<double> values(terms.size());
    evaluate(x.data(), p.data(), values.data());
    return values;
}

std::vector<double> Model::derivedFrom(std::span<const double> p) const
{
    std::vector<double> values(derived.size());
    derive(p.data(), values.data());
    return values;
}

bool canRun(const Model& model, SolverKind kind)
{
    const bool isScript = kind == SolverKind::published2003 || kind == SolverKind::published2004;
    return isScript ? model.published : kind != SolverKind::exact || model.linear;
}

std::vector<SolverKind> solversFor(const Model& model)
{
    std::vector<SolverKind> kinds;
    for (const SolverDescription& d : solverDescriptions())
        if (canRun(model, d.kind)) kinds.push_back(d.kind);
    return kinds;
}

const Order* brokenOrder(const Model& model, std::span<const double> parameters)
{
    const auto it = std::ranges::find_if(model.orders, [&](const Order& o) { return !(parameters[o.lower] < parameters[o.upper]); });
    return it == model.orders.end() ? nullptr : &*it;
}

std::pair<double, double> orderLimits(const Model& model, std::span<const double> parameters, std::size_t parameter)
{
    double above = -std::numeric_limits<double>::infinity(), below = std::numeric_limits<double>::infinity();
    for (const auto& [lower, upper] : model.orders) {
        if (lower == parameter) below = std::min(below, parameters[upper]);
        if (upper == parameter) above = std::max(above, parameters[lower]);
    }
    return {above, below};
}

std::vector<double> steadyState(const Model& model, std::span<const double> parameters, std::vector<double> x)
{
    const std::size_t n = x.size();
    if (n == 1) return x;
    std::array<double, mostStates> rate;
    std::array<double, mostStates * mostStates> jacobian;
    LinearSystem<double> slopes; // of the states that are not held, by each other
    const std::span<double> step(rate.data() + 1, n - 1);
    double before = 0, change = std::numeric_limits<double>::infinity(); // of an iteration
    for (int iteration = 0; iteration < 50 && change > 1e-14; ++iteration) {
        model.derivative(x.data(), parameters.data(), 0, rate.data());
        if (!(change < before / 10)) { // gates depend on themselves linearly: then the first Jacobian does
            model.jacobian(x.data(), parameters.data(), 0, jacobian.data());
            slopes.factor(jacobian.data() + n + 1, n - 1, n);
        }
        slopes.solve(step);
        before = std::exchange(change, 0);
        for (std::size_t i = 1; i < n; ++i) {
            x[i] -= rate[i];
            change = std::max(change, std::abs(rate[i]));
        }
    }
    return x;
}

}
