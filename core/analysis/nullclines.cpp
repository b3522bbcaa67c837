// SPDX-License-Identifier: GPL-3.0-or-later
// Marching squares on a plane through state space.
#include "phase.h"

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

using Point = PhasePlane::Point;
using Line = PhasePlane::Line;

/// The zero lines of one rate on a grid. An edge of the grid that a line crosses is a node, which joins at most two pieces.
class Tracing {
public:
    Tracing(PhasePlane& plane, std::size_t rate, std::span<const double> xs, std::span<const double> ys, std::span<const Point> rates)
        : m_plane(plane), m_rate(rate), m_xs(xs), m_ys(ys), m_rates(rates), m_nodes(2 * xs.size() * ys.size())
    {}

    std::vector<Line> lines()
    {
        for (std::size_t j = 0; j + 1 < m_ys.size(); ++j)
            for (std::size_t i = 0; i + 1 < m_xs.size(); ++i) joinCell(i, j);
        std::vector<Line> found;
        for (const int ends : {1, 2}) // what is left after the open lines is closed
            for (std::size_t node = 0; node < m_nodes.size(); ++node)
                if (m_nodes[node].count == ends) found.push_back(followed(node));
        return found;
    }

private:
    struct Node {
        std::size_t next[2] = {};
        int count = 0; // of pieces that are not yet part of a line
    };

    double at(std::size_t i, std::size_t j) const { return m_rates[j * m_xs.size() + i][m_rate]; }
    bool isPositive(std::size_t i, std::size_t j) const { return at(i, j) > 0; }
    std::size_t horizontal(std::size_t i, std::size_t j) const { return 2 * (j * m_xs.size() + i); }
    std::size_t vertical(std::size_t i, std::size_t j) const { return horizontal(i, j) + 1; }

    void join(std::size_t a, std::size_t b)
    {
        m_nodes[a].next[m_nodes[a].count++] = b;
        m_nodes[b].next[m_nodes[b].count++] = a;
    }

    void joinCell(std::size_t i, std::size_t j)
    {
        const bool corners[] = {isPositive(i, j), isPositive(i + 1, j), isPositive(i + 1, j + 1), isPositive(i, j + 1)};
        const std::size_t edges[] = {horizontal(i, j), vertical(i + 1, j), horizontal(i, j + 1), vertical(i, j)};
        std::vector<std::size_t> crossed;
        for (std::size_t k = 0; k < 4; ++k) {
            if (!std::isfinite(at(i + k % 2, j + k / 2))) return;
            if (corners[k] != corners[(k + 1) % 4]) crossed.push_back(edges[k]);
        }
        if (crossed.size() == 2) join(crossed[0], crossed[1]);
        if (crossed.size() < 4) return;
        const Point centre{(m_xs[i] + m_xs[i + 1]) / 2, (m_ys[j] + m_ys[j + 1]) / 2};
        const bool first = (m_plane.rates(centre)[m_rate] > 0) != corners[0]; // a piece cuts off the first corner
        join(crossed[0], crossed[first ? 3 : 1]);
        join(crossed[2], crossed[first ? 1 : 3]);
    }

    Line followed(std::size_t node)
    {
        Line line{crossing(node)};
        while (m_nodes[node].count > 0) {
            const std::size_t next = m_nodes[node].next[--m_nodes[node].count];
            Node& other = m_nodes[next];
            if (other.next[0] == node && other.count == 2) std::swap(other.next[0], other.next[1]);
            --other.count;
            line.push_back(crossing(next));
            node = next;
        }
        return line;
    }

    /// Where the line crosses an edge of the grid.
    Point crossing(std::size_t node)
    {
        const std::size_t i = node / 2 % m_xs.size(), j = node / 2 / m_xs.size(), up = node % 2, right = 1 - up;
        const Point from{m_xs[i], m_ys[j]}, to{m_xs[i + right], m_ys[j + up]};
        const auto along = [&](double part) { return Point{std::lerp(from[0], to[0], part), std::lerp(from[1], to[1], part)}; };
        const auto rate = [&](double part) { return m_plane.rates(along(part))[m_rate]; };
        std::uintmax_t evaluations = 8;
        const auto [low, high] = boost::math::tools::toms748_solve(rate, 0.0, 1.0, at(i, j), at(i + right, j + up),
                                                                   boost::math::tools::eps_tolerance<double>(14), evaluations);
        return along((low + high) / 2);
    }

    PhasePlane& m_plane;
    std::size_t m_rate;
    std::span<const double> m_xs, m_ys;
    std::span<const Point> m_rates;
    std::vector<Node> m_nodes;
};

std::vector<double> evenly(const PhasePlane::Axis& axis, std::size_t cells)
{
    std::vector<double> values(cells + 1);
    for (std::size_t i = 0; i <= cells; ++i) values[i] = std::lerp(axis.from, axis.to, static_cast<double>(i) / static_cast<double>(cells));
    return values;
}

}

PhasePlane::PhasePlane(const Model& model, std::span<const double> parameters, double I, std::vector<double> state, Axis across, Axis up,
                       Rest rest)
    : m_model(model),
      m_parameters(parameters.begin(), parameters.end()),
      m_state(std::move(state)),
      m_rate(m_state.size()),
      m_I(I),
      m_across(across),
      m_up(up),
      m_follows(rest == Rest::followsPotential && m_state.size() > 2 && (across.state == 0 || up.state == 0))
{}

PhasePlane::Point PhasePlane::rates(Point at)
{
    const double V = m_across.state == 0 ? at[0] : at[1];
    if (m_follows && m_followed != V) {
        m_state[0] = V;
        m_state = steadyState(m_model, m_parameters, std::move(m_state));
        m_followed = V;
    }
    m_state[m_across.state] = at[0];
    m_state[m_up.state] = at[1];
    m_model.derivative(m_state.data(), m_parameters.data(), m_I, m_rate.data());
    return {m_rate[m_across.state], m_rate[m_up.state]};
}

PhasePlane::Nullclines PhasePlane::nullclines(std::size_t cells)
{
    const auto xs = evenly(m_across, cells), ys = evenly(m_up, cells);
    std::vector<Point> grid(xs.size() * ys.size());
    for (std::size_t k = 0; k < grid.size(); ++k) { // V changes as rarely as can be: the steady state for it is dear
        const std::size_t outer = k / xs.size(), inner = k % xs.size(), i = m_up.state == 0 ? inner : outer,
                          j = m_up.state == 0 ? outer : inner;
        grid[j * xs.size() + i] = rates({xs[i], ys[j]});
    }
    return {Tracing(*this, 0, xs, ys, grid).lines(), Tracing(*this, 1, xs, ys, grid).lines()};
}

}
