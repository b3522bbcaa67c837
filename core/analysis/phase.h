// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"

#include <array>
#include <complex>
#include <optional>
#include <span>
#include <string_view>
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
/// The first stable fixed point at which the neuron can stay.
std::optional<FixedPoint> restingPoint(const Model& model, std::span<const double> parameters, double I);
/// Where V is looked for: the range of its slider and of every battery, and a tenth more.
std::pair<double, double> potentialRange(const Model& model, std::span<const double> parameters);

/// Where the fixed point gains or loses stability as the current changes.
struct StabilityChange {
    double I, V;
    double period; ///< ms of the oscillation that begins there: a Hopf bifurcation; 0: a saddle-node bifurcation
};
/// Every change of stability of a model that does not jump, by rising V, within potentialRange().
std::vector<StabilityChange> stabilityChanges(const Model& model, std::span<const double> parameters);

/// What the states do that a plane does not show.
enum class Rest { held, followsPotential };

/// A plane through state space under a constant current: two states vary; the rest are held as they are, or are at their
/// steady state for the potential (where that is one of the two).
class PhasePlane {
public:
    struct Axis {
        std::size_t state;
        double from, to;
    };
    using Point = std::array<double, 2>;
    using Line = std::vector<Point>;
    struct Nullclines {
        std::vector<Line> across, up; ///< where the rate of the horizontal, of the vertical state is 0
    };

    PhasePlane(const Model& model, std::span<const double> parameters, double I, std::vector<double> state, Axis across, Axis up,
               Rest rest = Rest::held);

    /// The rates of change per ms of the horizontal and the vertical state at a point.
    Point rates(Point at);
    /// The nullclines within the axes, by marching squares with `cells` cells a side; a point of a line lies where it crosses the
    /// grid, to 1/10,000 of a cell.
    Nullclines nullclines(std::size_t cells = 64);

private:
    const Model& m_model;
    std::vector<double> m_parameters, m_state, m_rate;
    double m_I;
    Axis m_across, m_up;
    bool m_follows;
    std::optional<double> m_followed; // the potential for which the rest are at their steady state
};

}
