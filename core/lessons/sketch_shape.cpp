// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen in a stroke, by eyes that forgive what hands do.
#include "nice.h"
#include "sketch.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

using Kind = Feature::Kind;

// In parts of an axis.
constexpr double hand = 0.025;      // how far off along x a place may be
constexpr double wobble = 0.035;    // up and down that mean nothing
constexpr double flatness = 0.07;   // most of a flat part, from its lowest to its highest
constexpr double change = 0.06;     // least of what rises or falls
constexpr double prominence = 0.08; // of a peak
constexpr double bend = 0.03;       // off the chord, on average, where a slope changes
constexpr double piece = 0.1;       // of a path in one direction
constexpr std::size_t grain = 400;  // points of a curve that is judged

struct Span {
    double least, most;
    double length() const { return most - least; }
};

/// A stroke as a function, both in parts of the axes, smoothed.
class Curve {
public:
    Curve(const Sketch& sketch, const Stroke& stroke) : m_begin(sketch.across.part(stroke.front().first))
    {
        m_end = sketch.across.part(stroke.back().first);
        std::size_t right = 0;
        for (std::size_t i = 0; i < grain; ++i) {
            const double x = sketch.across.value(xOf(i));
            while (right + 1 < stroke.size() && stroke[right].first < x) ++right;
            const auto& b = stroke[right];
            const auto& a = stroke[right > 0 ? right - 1 : 0];
            const double along = b.first > a.first ? std::clamp((x - a.first) / (b.first - a.first), 0.0, 1.0) : 1;
            m_values.push_back(sketch.up.part(std::lerp(a.second, b.second, along)));
        }
        m_values = smoothed(m_values, 2);
    }
    /// The part of its values between two places.
    std::span<const double> between(double from, double to) const
    {
        const std::size_t first = indexOf(from), last = indexOf(to);
        return std::span(m_values).subspan(std::min(first, last), std::max(first, last) - std::min(first, last) + 1);
    }
    /// What it comes to at a place, as far as a hand meets it.
    Span near(double x) const { return spanOf(between(x - hand, x + hand)); }
    static Span spanOf(std::span<const double> values)
    {
        const auto [least, most] = std::ranges::minmax(values);
        return {least, most};
    }
    double cell() const { return (m_end - m_begin) / static_cast<double>(grain - 1); }
    bool isDrawnTo(double x) const { return x <= m_end + hand; }
    double xOf(std::size_t i) const { return evenly(m_begin, m_end, i, grain); }
    const std::vector<double>& values() const { return m_values; }

private:
    std::size_t indexOf(double x) const
    {
        const double part = m_end > m_begin ? (x - m_begin) / (m_end - m_begin) : 0;
        return static_cast<std::size_t>(std::lround(std::clamp(part, 0.0, 1.0) * static_cast<double>(grain - 1)));
    }
    double m_begin, m_end;
    std::vector<double> m_values;
};

/// The greatest way down within values, from an earlier to a later one.
double greatestFall(std::span<const double> values)
{
    double highest = values[0], fall = 0;
    for (const double value : values) {
        highest = std::max(highest, value);
        fall = std::max(fall, highest - value);
    }
    return fall;
}

std::vector<double> turned(std::span<const double> values)
{
    std::vector<double> made(values.begin(), values.end());
    for (double& value : made) value = -value;
    return made;
}

bool rises(std::span<const double> values) { return values.back() - values.front() >= change && greatestFall(values) <= wobble; }

/// Above its chord, and in thirds each less steep than the one before.
bool slopeFalls(std::span<const double> values)
{
    const std::size_t count = values.size();
    double above = 0, below = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double off = values[i] - evenly(values.front(), values.back(), i, count);
        above += off / static_cast<double>(count);
        below = std::min(below, off);
    }
    const auto way = [&](std::size_t third) { return values[std::min(count - 1, (third + 1) * count / 3)] - values[third * count / 3]; };
    return above >= bend && below >= -wobble && way(0) >= way(1) - wobble && way(1) >= way(2) - wobble;
}

/// Near the straight line that fits it best.
bool isStraight(std::span<const double> values)
{
    const auto count = static_cast<double>(values.size());
    double meanX = (count - 1) / 2, meanY = 0, sxx = 0, sxy = 0, most = 0;
    for (const double value : values) meanY += value / count;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double dx = static_cast<double>(i) - meanX;
        sxx += dx * dx;
        sxy += dx * (values[i] - meanY);
    }
    const double slope = sxx > 0 ? sxy / sxx : 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        most = std::max(most, std::abs(values[i] - meanY - slope * (static_cast<double>(i) - meanX)));
    return most <= 1.3 * wobble;
}

/// Ways up that are followed by ways down.
int peaksOf(std::span<const double> values)
{
    int peaks = 0;
    bool isUp = false;
    double lowest = values[0], highest = values[0];
    for (const double value : values) {
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
        if (!isUp && value - lowest >= prominence) isUp = true, highest = value;
        if (isUp && highest - value >= prominence) isUp = false, lowest = value, ++peaks;
    }
    return peaks;
}

/// How much of x the curve spends between two values where it leaves the lower one for good.
double widthBetween(const Curve& curve, double lower, double upper)
{
    std::size_t last = 0;
    const auto& values = curve.values();
    while (last < values.size() && values[last] < upper) ++last;
    std::size_t first = last;
    while (first > 0 && values[first - 1] > lower) --first;
    return static_cast<double>(last - first) * curve.cell();
}

/// Where half of its way is behind it.
double halfWay(const Curve& curve)
{
    const auto& values = curve.values();
    const double first = values.front();
    const auto farthest = std::ranges::max_element(values, {}, [&](double value) { return std::abs(value - first); });
    const auto half =
        std::ranges::find_if(values, [&](double value) { return std::abs(value - first) >= std::abs(*farthest - first) / 2; });
    return curve.xOf(static_cast<std::size_t>(half - values.begin()));
}

/// The directions of a path in parts of the axes, one after the other; short ones are turns of others.
std::vector<std::string> directionsOf(const Sketch& sketch, const Stroke& stroke)
{
    std::vector<std::pair<std::string, double>> runs;
    auto from = std::pair(sketch.across.part(stroke[0].first), sketch.up.part(stroke[0].second));
    for (const auto& [x, y] : stroke) {
        const double dx = sketch.across.part(x) - from.first, dy = sketch.up.part(y) - from.second;
        if (std::hypot(dx, dy) < piece / 4) continue; // the tremor of a hand
        const std::string name = std::abs(dx) >= std::abs(dy) ? (dx > 0 ? "right" : "left") : dy > 0 ? "up" : "down";
        if (runs.empty() || runs.back().first != name) runs.emplace_back(name, 0);
        runs.back().second += std::hypot(dx, dy);
        from = {from.first + dx, from.second + dy};
    }
    std::vector<std::string> names;
    for (const auto& [name, length] : runs)
        if (length >= piece && (names.empty() || names.back() != name)) names.push_back(name);
    return names;
}

bool isNear(Span there, double wanted, double tolerance) { return there.least <= wanted + tolerance && there.most >= wanted - tolerance; }

/// Looks for one feature in a function.
class Look {
public:
    Look(const Sketch& sketch, const Curve& curve, const Feature& feature)
        : m_curve(curve),
          m_feature(feature),
          m_from(sketch.across.part(feature.from)),
          m_to(sketch.across.part(feature.to)),
          m_value(sketch.up.part(feature.value)),
          m_tolerance(feature.tolerance / sketch.up.length()),
          m_zero(sketch.up.part(0)),
          m_height(sketch.up.length()),
          m_begin(sketch.across.part(sketch.begin()))
    {}

    bool isThere() const
    {
        if (!m_curve.isDrawnTo(m_to)) return false;
        const auto part = within();
        const std::vector<double> down = turned(part);
        switch (m_feature.kind) {
        case Kind::value: return isNear(m_curve.near(m_to), m_value, m_tolerance);
        case Kind::difference: return isDifferent();
        case Kind::rises: return rises(part);
        case Kind::falls: return rises(down);
        case Kind::slopeFalls: return slopeFalls(part);
        case Kind::slopeRises: return slopeFalls(down);
        case Kind::flat: return Curve::spanOf(part).length() <= flatness;
        case Kind::straight: return isStraight(part);
        case Kind::onePeak: return peaksOf(part) == 1;
        case Kind::below: return isAt() ? m_curve.near(m_to).least <= m_value : Curve::spanOf(part).most <= m_value + wobble / 2;
        case Kind::above: return isAt() ? m_curve.near(m_to).most >= m_value : Curve::spanOf(part).least >= m_value - wobble / 2;
        case Kind::spike: return isSpike(part);
        case Kind::startsBelow: return fires() && widthBetween(m_curve, m_zero + wobble, m_value) >= 0.8 * hand;
        case Kind::jumpsAbove: return fires() && widthBetween(m_curve, m_zero + wobble, m_value) <= 1.5 * hand;
        case Kind::zero: return Curve::spanOf(part).most <= m_zero + wobble;
        default: return false;
        }
    }

private:
    bool isAt() const { return m_from == m_to; }
    bool fires() const { return Curve::spanOf(m_curve.values()).most >= m_value; }
    /// The part that is meant, less what a hand may be off at its ends.
    std::span<const double> within() const
    {
        const double from = m_from > m_begin ? m_from + hand : m_from, to = m_to < 1 ? m_to - hand : m_to;
        return m_curve.between(std::min(from, to), std::max(from, to));
    }
    /// Over steps, which a hand sets down a little earlier or later.
    bool isDifferent() const
    {
        const double there = m_curve.between(m_to + hand, m_to + hand)[0], here = m_curve.between(m_from - hand, m_from - hand)[0];
        return std::abs(there - here - m_feature.value / m_height) <= m_tolerance;
    }
    /// Up past the level from well below.
    bool isSpike(std::span<const double> part) const
    {
        const double level = std::clamp(m_value, 0.0, 1 - wobble);
        const auto top = std::ranges::max_element(part);
        return *top >= level && *top - *std::min_element(part.begin(), top + 1) >= 2 * prominence;
    }

    const Curve& m_curve;
    const Feature& m_feature;
    double m_from, m_to, m_value, m_tolerance, m_zero, m_height, m_begin;
};

}

bool has(const Sketch& sketch, const Stroke& stroke, const Feature& feature, const Strokes& others)
{
    if (stroke.size() < 2) return false;
    if (feature.kind == Kind::path) {
        const auto made = directionsOf(sketch, stroke);
        return made.size() >= feature.directions.size() && std::equal(feature.directions.begin(), feature.directions.end(), made.begin());
    }
    const Curve curve(sketch, stroke);
    if (feature.kind != Kind::before) return Look(sketch, curve, feature).isThere();
    const auto other = others.find(feature.other);
    return other != others.end() && other->second.size() > 1 && halfWay(curve) + hand / 2 < halfWay(Curve(sketch, other->second));
}

Stroke drawn(const Sketch& sketch, const Sketch::Candidate& candidate)
{
    const auto kind = sketch.isFunction() ? Drawing::Kind::function : Drawing::Kind::path;
    Drawing drawing(kind, sketch.across.part(sketch.begin()), sketch.up.part(candidate.points.front().second));
    Stroke parts;
    for (const auto& [x, y] : candidate.points) parts.emplace_back(sketch.across.part(x), sketch.up.part(y));
    drawing.take(parts);
    Stroke made = drawing.smoothed();
    for (auto& [x, y] : made) x = sketch.across.value(x), y = sketch.up.value(y);
    return made;
}

}
