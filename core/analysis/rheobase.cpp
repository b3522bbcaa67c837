// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rheobase.h"

#include "analysis/firing_search.h"

#include <boost/math/tools/toms748_solve.hpp>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double accuracy = 1e-3;

bool isStable(const Model& model, std::span<const double> parameters, const std::vector<double>& x)
{
    const auto n = static_cast<Eigen::Index>(x.size());
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> jacobian(n, n);
    model.jacobian(x.data(), parameters.data(), 0, jacobian.data());
    return jacobian.allFinite() && jacobian.eigenvalues().real().maxCoeff() < 0;
}

/// Where V may rest: the slider's range, and around every battery.
std::pair<double, double> voltageRange(const Model& model, std::span<const double> parameters)
{
    double low = model.state[0].min, high = model.state[0].max;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (model.parameters[i].unit != model.state[0].unit) continue;
        low = std::min(low, parameters[i]);
        high = std::max(high, parameters[i]);
    }
    return {low - 10, high + 10};
}

/// Halves an interval at whose upper end, and not at whose lower end, `fires` is true.
template<class F> double bisected(double low, double high, const FiringSearch& search, F&& fires)
{
    while (high - low > accuracy && !search.isStopped()) {
        const double middle = (low + high) / 2;
        (fires(middle) ? high : low) = middle;
    }
    return high;
}

}

std::optional<double> restingPotential(const Model& model, std::span<const double> parameters)
{
    const auto [from, to] = voltageRange(model, parameters);
    const int parts = 1 + static_cast<int>(std::min((to - from) / 0.5, 4000.0));
    const auto rateAt = [&](double V) { return heldAt(model, parameters, V).rate; };
    double V = from, rate = rateAt(from);
    for (int i = 1; i <= parts; ++i) {
        const double next = from + (to - from) * i / parts, nextRate = rateAt(next);
        if (rate > 0 && nextRate <= 0) {
            double root = next;
            if (nextRate < 0) {
                std::uintmax_t evaluations = 100;
                const auto [low, high] = boost::math::tools::toms748_solve(rateAt, V, next, rate, nextRate,
                                                                           boost::math::tools::eps_tolerance<double>(50), evaluations);
                root = (low + high) / 2;
            }
            const std::vector<double> x = heldAt(model, parameters, root).state;
            if (isStable(model, parameters, x) && !(model.jumps && model.excess(x.data(), parameters.data()) >= 0)) return root;
        }
        V = next;
        rate = nextRate;
    }
    return std::nullopt;
}

std::optional<Rheobase> statedRheobase(const Model& model, std::span<const double> parameters)
{
    const auto index = indexOf(model.derived, "I_th");
    if (!index) return std::nullopt;
    const double I = model.derivedFrom(parameters)[*index];
    return Rheobase{I, I};
}

std::optional<Rheobase> searchRheobase(const Experiment& experiment, std::stop_token stop, double duration)
{
    FiringSearch search(experiment, std::move(stop), duration);
    const Quantity& input = experiment.model->input;
    const auto fires = [&](double I) { return search.firesAfter(0, I); };
    const auto keepsFiring = [&](double I) { return search.firesAfter(duration * 2 / 3, I); };
    Rheobase found{none, none};
    if (!fires(input.min) && fires(input.max)) {
        found.spike = bisected(input.min, input.max, search, fires);
        // Too strong a current may block firing, so the first current that keeps it up is looked for from below.
        constexpr int parts = 8;
        double below = found.spike;
        for (int i = 0; i <= parts && std::isnan(found.sustained) && !search.isStopped(); ++i) {
            const double I = found.spike + (input.max - found.spike) * i * i / (parts * parts);
            if (keepsFiring(I)) found.sustained = i == 0 ? I : bisected(below, I, search, keepsFiring);
            below = I;
        }
    }
    if (search.isStopped()) return std::nullopt;
    return found;
}

}
