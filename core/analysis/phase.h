// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fixed_points.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace rheobase {

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
