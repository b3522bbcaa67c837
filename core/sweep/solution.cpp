// SPDX-License-Identifier: GPL-3.0-or-later
#include "solution.h"

#include "sweep.h"

#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace rheobase {

namespace {

constexpr double tolerance = 1e-3; // of the goal

/// "52.1 Hz".
std::string told(double value, std::string_view unit)
{
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), "%.4g", std::abs(value) < 1e-12 ? 0 : value);
    return std::string(text.data()) + (unit.empty() ? "" : " ") + std::string(unit);
}

/// What an experiment gives, over one of its values.
class Relation {
public:
    struct Point {
        double x, y; ///< y: NaN where it is undefined
    };

    Relation(const Experiment& experiment, const Goal& goal, const std::stop_token& stop)
        : m_experiment(experiment),
          m_goal(goal),
          m_stop(stop),
          m_quantity(*sweptQuantity(experiment, goal.by)),
          m_cost(costOf(experiment, goal.what))
    {
        m_present = sweptValue(experiment, goal.by);
        m_low = std::min(m_quantity.min, m_present);
        m_high = std::max(m_quantity.max, m_present);
        if (const auto parameter = indexOf(experiment.model->parameters, goal.by)) {
            const auto [above, below] = orderLimits(*experiment.model, experiment.parameters, *parameter);
            const double margin = 1e-6 * (m_high - m_low);
            m_low = std::max(m_low, above + margin);
            m_high = std::min(m_high, below - margin);
        }
    }

    double present() const { return m_present; }
    double low() const { return m_low; }
    double high() const { return m_high; }
    const Quantity& quantity() const { return m_quantity; }
    /// Where a value lies on its slider, and the value there.
    double place(double x) const
    {
        return isLogarithmic() ? std::log(x / m_low) / std::log(m_high / m_low) : (x - m_low) / (m_high - m_low);
    }
    double valueAt(double part) const
    {
        return part <= 0         ? m_low
               : part >= 1       ? m_high
               : isLogarithmic() ? m_low * std::pow(m_high / m_low, part)
                                 : m_low + (m_high - m_low) * part;
    }
    /// How near two values are for which it is worth while.
    double resolution() const { return (m_cost == GoalCost::none ? 1e-13 : m_cost == GoalCost::run ? 1e-8 : 1e-5) * (m_high - m_low); }
    std::size_t scanned() const { return m_cost == GoalCost::none ? 257 : m_cost == GoalCost::run ? 65 : 13; }

    double at(double x) const
    {
        const Experiment e = experimentAt({m_experiment, {{m_goal.by, x, x, 1, false}}}, 0);
        return problem(e).empty() ? answerOf(e, m_goal.what, m_stop) : std::numeric_limits<double>::quiet_NaN();
    }
    bool isReachedBy(double y) const { return std::abs(y - m_goal.value) <= tolerance * std::max(std::abs(m_goal.value), 1e-9); }
    double distance(double y) const { return std::isnan(y) ? std::numeric_limits<double>::infinity() : std::abs(y - m_goal.value); }

    /// The relation at so many places of the slider, and at the present value, in order.
    std::vector<Point> scan() const
    {
        std::vector<double> values{m_present};
        const double last = static_cast<double>(scanned() - 1);
        for (std::size_t i = 0; i < scanned(); ++i) values.push_back(valueAt(static_cast<double>(i) / last));
        for (double n = std::ceil(m_low); m_quantity.domain.whole && n <= m_high && values.size() < 1000; ++n) values.push_back(n);
        if (m_quantity.domain.whole) std::erase_if(values, [](double x) { return x != std::floor(x); });
        std::ranges::sort(values);
        values.erase(std::unique(values.begin(), values.end()), values.end());
        std::vector<Point> points;
        for (const double x : values)
            if (!m_stop.stop_requested()) points.push_back({x, at(x)});
        return points;
    }

private:
    bool isLogarithmic() const { return m_quantity.scale == Scale::logarithmic && m_low > 0; }
    Experiment m_experiment;
    Goal m_goal;
    std::stop_token m_stop;
    Quantity m_quantity;
    GoalCost m_cost;
    double m_present = 0, m_low = 0, m_high = 0;
};

using Point = Relation::Point;

/// The two points that enclose the goal in an interval, as near each other as is worth while; of a jump its two sides. What is undefined
/// is beyond.
std::pair<Point, Point> enclosed(const Relation& relation, const Goal& goal, Point a, Point b, const std::stop_token& stop)
{
    const double beyond = b.y - goal.value;
    const auto off = [&](double y) { return std::isnan(y) ? beyond : y - goal.value; };
    const auto f = [&](double x) {
        if (stop.stop_requested()) return 0.0; // which ends it
        const Point p{x, relation.at(x)};
        const bool isLikeA = (off(p.y) < 0) == (off(a.y) < 0);
        (isLikeA ? a : b) = p;
        return off(p.y);
    };
    std::uintmax_t most = 100;
    const auto isNear = [&](double x, double y) { return std::abs(y - x) <= relation.resolution(); };
    boost::math::tools::toms748_solve(f, a.x, b.x, off(a.y), off(b.y), isNear, most);
    return {a, b};
}

/// The point between a point's neighbours that comes nearest to the goal, where nothing passes through it.
Point nearestAbout(const Relation& relation, Point left, Point best, Point right, const std::stop_token& stop)
{
    constexpr int rounds = 12;
    for (int i = 0; i < rounds && !stop.stop_requested(); ++i) {
        const Point before{(left.x + best.x) / 2, relation.at((left.x + best.x) / 2)},
            after{(best.x + right.x) / 2, relation.at((best.x + right.x) / 2)};
        if (relation.distance(before.y) < relation.distance(best.y)) right = std::exchange(best, before);
        else if (relation.distance(after.y) < relation.distance(best.y)) left = std::exchange(best, after);
        else left = before, right = after;
    }
    return best;
}

class Seeker {
public:
    Seeker(const Experiment& experiment, const Goal& goal, const std::stop_token& stop)
        : m_relation(experiment, goal, stop), m_goal(goal), m_stop(stop), m_unit(goalQuantity(experiment, goal.what)->unit)
    {}

    Solution solution()
    {
        m_points = m_relation.scan();
        if (m_stop.stop_requested()) return {};
        m_best = *std::ranges::find(m_points, m_relation.present(), &Point::x);
        for (const Point& p : m_points)
            if (m_relation.distance(p.y) < m_relation.distance(m_best.y)) m_best = p;
        if (!m_relation.quantity().domain.whole) seekWithin();
        return {m_best.x, m_best.y, m_relation.isReachedBy(m_best.y), m_relation.isReachedBy(m_best.y) ? Sentence() : reason()};
    }

private:
    /// In the intervals of the scan in which the goal lies, from the nearest one on.
    void seekWithin()
    {
        std::vector<std::size_t> crossings;
        for (std::size_t i = 0; i + 1 < m_points.size(); ++i)
            if (isCrossed(m_points[i].y, m_points[i + 1].y)) crossings.push_back(i);
        const auto distance = [&](std::size_t i) {
            const double from = m_relation.place(m_points[i].x), to = m_relation.place(m_points[i + 1].x),
                         at = m_relation.place(m_relation.present());
            return std::max({from - at, at - to, 0.0});
        };
        std::ranges::stable_sort(crossings, {}, distance);
        for (const std::size_t i : crossings) {
            const auto [a, b] = enclosed(m_relation, m_goal, m_points[i], m_points[i + 1], m_stop);
            const Point nearer = m_relation.distance(a.y) <= m_relation.distance(b.y) ? a : b;
            if (m_relation.isReachedBy(nearer.y)) return void(m_best = nearer);
            if (!m_jump && !std::isnan(a.y) && !std::isnan(b.y)) m_jump = {a, b};
            if (m_relation.distance(nearer.y) < m_relation.distance(m_best.y)) m_best = nearer;
        }
        if (crossings.empty()) improve();
    }
    bool isCrossed(double a, double b) const { return (a < m_goal.value && b >= m_goal.value) || (a >= m_goal.value && b < m_goal.value); }
    void improve()
    {
        const auto at = std::ranges::find(m_points, m_best.x, &Point::x);
        if (at == m_points.end() || std::isnan(m_best.y)) return;
        const Point left = at == m_points.begin() ? *at : *(at - 1), right = at + 1 == m_points.end() ? *at : *(at + 1);
        m_best = nearestAbout(m_relation, left, *at, right, m_stop);
    }

    Sentence reason() const
    {
        const std::string_view unit = m_relation.quantity().unit;
        const std::string from = told(m_relation.low(), unit), to = told(m_relation.high(), unit), by = m_goal.by;
        double least = std::numeric_limits<double>::infinity(), most = -least;
        for (const Point& p : m_points)
            if (!std::isnan(p.y)) least = std::min(least, p.y), most = std::max(most, p.y);
        if (!(least <= most)) return {"it has no value for any %1 from %2 to %3.", {by, from, to}};
        if (m_jump)
            return {"it jumps from %1 to %2 at %3.",
                    {told(m_jump->first.y, m_unit), told(m_jump->second.y, m_unit), by + " = " + told(m_jump->second.x, unit)}};
        if (most - least <= 1e-9 * std::max(std::abs(most), 1e-9)) return {"it does not depend on %1.", {by}};
        least = std::min(least, m_best.y), most = std::max(most, m_best.y);
        return {"with %1 from %2 to %3 it lies between %4 and %5.", {by, from, to, told(least, m_unit), told(most, m_unit)}};
    }

    Relation m_relation;
    Goal m_goal;
    std::stop_token m_stop;
    std::string_view m_unit;
    std::vector<Point> m_points;
    Point m_best{};
    std::optional<std::pair<Point, Point>> m_jump;
};

}

std::optional<Solution> solve(const Experiment& experiment, const Goal& goal, const std::stop_token& stop)
{
    Solution found = Seeker(experiment, goal, stop).solution();
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(found));
}

}
