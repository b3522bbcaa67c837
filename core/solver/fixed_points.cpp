// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixed_points.h"

#include "matrix.h"

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace rheobase {

namespace {

// Parts of the range of V: folds that are closer are not told apart.
constexpr int manyParts = 400, someParts = 90;

/// The state with V held and the others at their steady state for it.
std::vector<double> heldAt(const Model& model, std::span<const double> parameters, double V)
{
    std::vector<double> x(model.state.size());
    model.start(parameters.data(), x.data());
    x[0] = V;
    return steadyState(model, parameters, std::move(x));
}

/// dV/dt at a state.
double rateOf(const Model& model, std::span<const double> parameters, double I, const std::vector<double>& x)
{
    std::array<double, mostStates> rate;
    model.derivative(x.data(), parameters.data(), I, rate.data());
    return rate[0];
}

/// Calls `found` with every root of f between two ends, each to rounding, until it returns false.
template<class F, class Found> void eachRoot(std::pair<double, double> range, int parts, F&& f, Found&& found)
{
    double left = range.first, atLeft = f(left);
    for (int i = 1; i <= parts; ++i) {
        const double right = std::lerp(range.first, range.second, static_cast<double>(i) / parts), atRight = f(right);
        if ((atLeft > 0) != (atRight > 0) && std::isfinite(atLeft) && std::isfinite(atRight)) {
            std::uintmax_t evaluations = 100;
            const auto [low, high] = boost::math::tools::toms748_solve(f, left, right, atLeft, atRight,
                                                                       boost::math::tools::eps_tolerance<double>(50), evaluations);
            if (!found((low + high) / 2)) return;
        }
        left = right;
        atLeft = atRight;
    }
}

FixedPoint fixedPointAt(const Model& model, std::span<const double> parameters, double I, std::vector<double> x)
{
    FixedPoint point{std::move(x), {}, Stability::marginal, false};
    point.eigenvalues = eigenvaluesAt(model, parameters, I, point.state);
    point.stability = classified(point.eigenvalues);
    point.isVirtual = model.jumps && model.excess(point.state.data(), parameters.data()) >= 0;
    return point;
}

/// Calls `found` with every fixed point of a model that is not linear, by rising V, until it returns false.
template<class Found> void eachFixedPoint(const Model& model, std::span<const double> parameters, double I, int parts, Found&& found)
{
    eachRoot(
        potentialRange(model, parameters), parts, [&](double V) { return rateOf(model, parameters, I, heldAt(model, parameters, V)); },
        [&](double V) { return found(fixedPointAt(model, parameters, I, heldAt(model, parameters, V))); });
}

}

std::string_view nameOf(Stability stability)
{
    constexpr std::string_view names[] = {"stable node",   "stable focus",   "saddle",  "saddle-focus",
                                          "unstable node", "unstable focus", "marginal"};
    return names[static_cast<std::size_t>(stability)];
}

Eigenvalues eigenvaluesAt(const Model& model, std::span<const double> parameters, double I, std::span<const double> x)
{
    std::array<double, mostStates * mostStates> rows;
    model.jacobian(x.data(), parameters.data(), I, rows.data());
    const std::span jacobian(rows.data(), x.size() * x.size());
    Eigenvalues values(x.size(), std::numeric_limits<double>::quiet_NaN());
    if (!std::ranges::all_of(jacobian, [](double slope) { return std::isfinite(slope); })) return values;
    findEigenvalues(jacobian, values);
    std::ranges::sort(values, std::greater(), [](const auto& value) { return std::pair(value.real(), value.imag()); });
    return values;
}

Stability classified(std::span<const std::complex<double>> eigenvalues)
{
    double greatest = 0;
    for (const auto& value : eigenvalues) greatest = std::max(greatest, std::abs(value));
    std::size_t stable = 0, unstable = 0;
    bool turns = false;
    for (const auto& value : eigenvalues) {
        stable += value.real() < -1e-9 * greatest;
        unstable += value.real() > 1e-9 * greatest;
        turns |= value.imag() != 0;
    }
    if (stable + unstable < eigenvalues.size()) return Stability::marginal;
    if (unstable == 0) return turns ? Stability::stableFocus : Stability::stableNode;
    if (stable == 0) return turns ? Stability::unstableFocus : Stability::unstableNode;
    return turns ? Stability::saddleFocus : Stability::saddle;
}

std::pair<double, double> potentialRange(const Model& model, std::span<const double> parameters)
{
    const Quantity& V = model.state[0];
    double low = V.min, high = V.max;
    for (std::size_t i = 0; i < parameters.size() && !V.unit.empty(); ++i) {
        if (model.parameters[i].unit != V.unit) continue;
        low = std::min(low, parameters[i]);
        high = std::max(high, parameters[i]);
    }
    const double room = 0.1 * (V.max - V.min);
    return {low - room, high + room};
}

std::vector<FixedPoint> fixedPoints(const Model& model, std::span<const double> parameters, double I)
{
    std::vector<FixedPoint> points;
    if (model.linear) {
        std::vector<double> x = heldAt(model, parameters, model.state[0].value);
        double slope;
        model.jacobian(x.data(), parameters.data(), I, &slope);
        if (slope == 0) return points;
        x[0] -= rateOf(model, parameters, I, x) / slope;
        points.push_back(fixedPointAt(model, parameters, I, std::move(x)));
        return points;
    }
    eachFixedPoint(model, parameters, I, manyParts, [&](FixedPoint&& point) {
        points.push_back(std::move(point));
        return true;
    });
    return points;
}

std::optional<FixedPoint> restingPoint(const Model& model, std::span<const double> parameters, double I)
{
    std::optional<FixedPoint> rest;
    const auto isRest = [](const FixedPoint& point) { return isStable(point.stability) && !point.isVirtual; };
    const auto take = [&](FixedPoint&& point) {
        if (isRest(point)) rest = std::move(point);
        return !rest;
    };
    if (!model.linear) eachFixedPoint(model, parameters, I, someParts, take);
    else
        for (FixedPoint& point : fixedPoints(model, parameters, I)) take(std::move(point));
    return rest;
}

std::vector<StabilityChange> stabilityChanges(const Model& model, std::span<const double> parameters)
{
    std::vector<StabilityChange> changes;
    if (model.linear) return changes;
    std::pair<double, double> range = potentialRange(model, parameters);
    if (model.jumps) range.second = std::min(range.second, -model.excess(std::vector(model.state.size(), 0.0).data(), parameters.data()));
    // At every V there is one current under which the steady state for V is a fixed point.
    const auto currentAt = [&](const std::vector<double>& x) {
        const double without = rateOf(model, parameters, 0, x);
        return -without / (rateOf(model, parameters, 1, x) - without);
    };
    const auto rightmostAt = [&](double V) {
        const std::vector<double> x = heldAt(model, parameters, V);
        return eigenvaluesAt(model, parameters, currentAt(x), x).front();
    };
    eachRoot(
        range, manyParts, [&](double V) { return rightmostAt(V).real(); },
        [&](double V) {
            const double turning = std::abs(rightmostAt(V).imag());
            changes.push_back({currentAt(heldAt(model, parameters, V)), V, turning > 0 ? 2 * std::numbers::pi / turning : 0});
            return true;
        });
    return changes;
}

}
