// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

constexpr double tremor = 1.2;       // columns, of the bell that takes it away
constexpr double near = 0.05;        // of an axis: where a path goes on
constexpr double step = 0.004;       // between points of a path
constexpr double wantedLength = 0.3; // of a path
constexpr std::size_t mostUndone = 100, mostPoints = 2000;

double distance(Drawing::Point a, Drawing::Point b) { return std::hypot(a.first - b.first, a.second - b.second); }

double lengthOf(const Stroke& path)
{
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += distance(path[i - 1], path[i]);
    return length;
}

}

std::vector<double> smoothed(const std::vector<double>& values, double width)
{
    const auto reach = static_cast<std::ptrdiff_t>(std::ceil(3 * width)), count = std::ssize(values);
    std::vector<double> made(values.size());
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const std::ptrdiff_t there = std::min({reach, i, count - 1 - i}); // both ends stay
        double sum = 0, weights = 0;
        for (std::ptrdiff_t k = -there; k <= there; ++k) {
            const double weight = std::exp(-0.5 * static_cast<double>(k * k) / (width * width));
            sum += weight * values[static_cast<std::size_t>(i + k)];
            weights += weight;
        }
        made[static_cast<std::size_t>(i)] = sum / weights;
    }
    return made;
}

Drawing::Drawing(Kind kind, double beginX, std::optional<double> beginY) : m_kind(kind), m_beginX(beginX), m_beginY(beginY) { clear(); }

void Drawing::clear()
{
    m_line = {};
    m_before.clear();
    m_tip.reset();
    if (m_kind == Kind::function) {
        m_line.values.resize(columns + 1);
        m_line.values[0] = m_beginY;
    } else if (m_beginY) m_line.path = {{m_beginX, *m_beginY}};
}

std::size_t Drawing::columnOf(double x) const
{
    const double part = std::clamp((x - m_beginX) / (1 - m_beginX), 0.0, 1.0);
    return static_cast<std::size_t>(std::lround(part * static_cast<double>(columns)));
}

double Drawing::xOf(std::size_t column) const
{
    return m_beginX + (1 - m_beginX) * static_cast<double>(column) / static_cast<double>(columns);
}

void Drawing::begin(Point at)
{
    m_before.push_back(m_line);
    if (m_before.size() > mostUndone) m_before.erase(m_before.begin());
    m_tip = at;
    if (m_kind == Kind::function) {
        const std::size_t column = columnOf(at.first);
        std::size_t left = column;
        while (left > 0 && !m_line.values[left]) --left;
        return lineTo(m_line.values[left] ? Point{xOf(left), *m_line.values[left]} : Point{m_beginX, at.second}, at);
    }
    const auto nearest = std::ranges::min_element(m_line.path, {}, [&](Point p) { return distance(p, at); });
    if (nearest == m_line.path.end()) m_line.path = {at};
    else if (distance(*nearest, at) < near) m_line.path.erase(nearest + 1, m_line.path.end());
    else if (m_beginY) m_line.path.resize(1);
    else m_line.path = {at};
    lineTo(m_line.path.back(), at);
}

void Drawing::moveTo(Point to)
{
    if (!m_tip) return begin(to);
    lineTo(*m_tip, to);
    m_tip = to;
}

void Drawing::lineTo(Point from, Point to)
{
    if (m_kind == Kind::path) {
        if (distance(m_line.path.back(), to) >= step && m_line.path.size() < mostPoints) m_line.path.push_back(to);
        return;
    }
    const auto first = static_cast<std::ptrdiff_t>(columnOf(from.first)), last = static_cast<std::ptrdiff_t>(columnOf(to.first));
    const std::ptrdiff_t direction = last >= first ? 1 : -1;
    for (std::ptrdiff_t c = first; c != last; c += direction) {
        const double part = static_cast<double>(c - first) / static_cast<double>(last - first);
        if (c != first) m_line.values[static_cast<std::size_t>(c)] = std::lerp(from.second, to.second, part);
    }
    if (last > 0 || !m_beginY) m_line.values[static_cast<std::size_t>(last)] = to.second;
    if (!m_line.values[0]) m_line.values[0] = from.second;
}

void Drawing::take(const Stroke& points)
{
    m_before.push_back(m_line);
    const auto before = std::move(m_before);
    clear();
    m_before = before;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i == 0 && m_kind == Kind::path && m_line.path.empty()) m_line.path.push_back(points[0]);
        const Point from = i > 0 ? points[i - 1] : Point{m_beginX, m_beginY.value_or(points[0].second)};
        const int pieces = m_kind == Kind::path ? std::max(1, static_cast<int>(distance(from, points[i]) / (2 * step))) : 1;
        for (int k = 1; k <= pieces; ++k) {
            const double a = static_cast<double>(k - 1) / pieces, b = static_cast<double>(k) / pieces;
            lineTo({std::lerp(from.first, points[i].first, a), std::lerp(from.second, points[i].second, a)},
                   {std::lerp(from.first, points[i].first, b), std::lerp(from.second, points[i].second, b)});
        }
    }
    if (!points.empty()) m_tip = points.back();
}

void Drawing::bend(double x, double y, double reach)
{
    const auto there = at(x);
    if (!there || m_kind == Kind::path) return;
    m_before.push_back(m_line);
    for (std::size_t c = m_beginY ? 1 : 0; c <= columns; ++c) {
        const double near = std::max(0.0, 1 - std::abs(xOf(c) - x) / reach);
        if (m_line.values[c]) *m_line.values[c] += (y - *there) * near * near * (3 - 2 * near);
    }
}

void Drawing::undo()
{
    if (m_before.empty()) return;
    m_line = std::move(m_before.back());
    m_before.pop_back();
    m_tip.reset();
}

bool Drawing::isEmpty() const { return m_kind == Kind::path ? m_line.path.size() < 2 : !m_line.values[1]; }

double Drawing::reached() const
{
    if (m_kind == Kind::path) return std::min(1.0, lengthOf(m_line.path) / wantedLength);
    const auto gap = std::ranges::find(m_line.values, std::optional<double>());
    return gap == m_line.values.begin() ? m_beginX : xOf(static_cast<std::size_t>(gap - m_line.values.begin()) - 1);
}

std::optional<double> Drawing::at(double x) const { return m_kind == Kind::path ? std::nullopt : m_line.values[columnOf(x)]; }

Stroke Drawing::smoothed() const
{
    Stroke stroke;
    std::vector<double> xs, ys;
    if (m_kind == Kind::path)
        for (const Point& p : m_line.path) xs.push_back(p.first), ys.push_back(p.second);
    else
        for (std::size_t c = 0; c <= columns && m_line.values[c]; ++c) xs.push_back(xOf(c)), ys.push_back(*m_line.values[c]);
    if (m_kind == Kind::path) xs = rheobase::smoothed(xs, 2 * tremor);
    ys = rheobase::smoothed(ys, m_kind == Kind::path ? 2 * tremor : tremor);
    for (std::size_t i = 0; i < xs.size(); ++i) stroke.emplace_back(xs[i], ys[i]);
    return stroke;
}

}
