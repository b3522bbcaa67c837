// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <complex>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace rheobase {

/// What a fixed point is, by the eigenvalues λ of its Jacobian: all Re λ < 0 is stable, all > 0 unstable, both a saddle; a focus has
/// complex ones. marginal: some Re λ = 0, as at a bifurcation or a centre.
enum class Stability { stableNode, stableFocus, saddle, saddleFocus, unstableNode, unstableFocus, marginal };

/// "stable node", "saddle-focus" …, untranslated.
std::string_view nameOf(Stability stability);
constexpr bool isStable(Stability s) { return s == Stability::stableNode || s == Stability::stableFocus; }

using Eigenvalues = std::vector<std::complex<double>>; ///< in 1/ms, the rightmost first
/// The eigenvalues of the model's exact Jacobian at x; not finite where it is not.
Eigenvalues eigenvaluesAt(const Model& model, std::span<const double> parameters, double I, std::span<const double> x);
Stability classified(std::span<const std::complex<double>> eigenvalues);

/// A state that does not change under a constant current.
struct FixedPoint {
    std::vector<double> state;
    Eigenvalues eigenvalues;
    Stability stability;
    bool isVirtual; ///< of a model that jumps: at or beyond the threshold, so that the neuron fires before it gets there
};

/// All fixed points under a current, by rising V, each to rounding: of V within potentialRange(), with the other states at their steady
/// state; that of a linear model wherever it is. None where no state is singled out (a membrane without leak).
std::vector<FixedPoint> fixedPoints(const Model& model, std::span<const double> parameters, double I);
/// The lowest stable fixed point at which the neuron can stay: where it rests. Two that are within a hundredth of the range of V are not
/// told apart.
std::optional<FixedPoint> restingPoint(const Model& model, std::span<const double> parameters, double I);
/// Where V is looked for: the range of its slider and of every battery, and a tenth more.
std::pair<double, double> potentialRange(const Model& model, std::span<const double> parameters);

/// Where the fixed point gains or loses stability as the current changes.
struct StabilityChange {
    double I, V;
    double period; ///< ms of the oscillation that begins there: a Hopf bifurcation; 0: a saddle-node bifurcation
};
/// Every change of stability, by rising V, within potentialRange(), below the threshold of a model that jumps.
std::vector<StabilityChange> stabilityChanges(const Model& model, std::span<const double> parameters);

}
