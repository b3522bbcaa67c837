// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sketch.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>

namespace rheobase {

/// How somebody draws.
enum class Hand { noisy, shaky, slow, fast, backTracking };
inline constexpr Hand hands[] = {Hand::noisy, Hand::shaky, Hand::slow, Hand::fast, Hand::backTracking};

inline std::string nameOf(Hand hand)
{
    static const char* const names[] = {"noisy", "shaky", "slow", "fast", "backtracking"};
    return names[static_cast<int>(hand)];
}

/// A line through corners, in the units of the axes, as this hand draws it.
inline Stroke drawnBy(Hand hand, unsigned seed, const Sketch& sketch, const Stroke& corners)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    const auto part = [&](std::pair<double, double> p) { return std::pair(sketch.across.part(p.first), sketch.up.part(p.second)); };
    const double grain = hand == Hand::slow ? 0.0015 : hand == Hand::fast ? 0.035 : 0.006; // between events of a mouse
    const double noise = hand == Hand::noisy ? 0.006 : hand == Hand::fast ? 0.004 : 0.002;
    const double tremor = hand == Hand::shaky ? 0.012 : hand == Hand::slow ? 0.005 : 0.0;
    const double phase = 6 * std::abs(normal(random)), driftX = 0.006 * normal(random), driftY = 0.008 * normal(random);
    Stroke events;
    double way = 0;
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const auto a = part(corners[i - 1]), b = part(corners[i]);
        const double length = std::hypot(b.first - a.first, b.second - a.second);
        const int count = std::max(1, static_cast<int>(length / grain));
        for (int k = i == 1 ? 0 : 1; k <= count; ++k) {
            const double along = static_cast<double>(k) / count,
                         wave = std::sin(2 * std::numbers::pi * (way + along * length) / 0.025 + phase);
            const double settle = std::min(1.0, (way + along * length) / 0.05); // it is set down where it should be
            events.emplace_back(std::lerp(a.first, b.first, along) + settle * (driftX + noise * normal(random)),
                                std::lerp(a.second, b.second, along) + settle * (driftY + tremor * wave + noise * normal(random)));
        }
        way += length;
    }
    const auto kind = sketch.isFunction() ? Drawing::Kind::function : Drawing::Kind::path;
    Drawing drawing(kind, sketch.across.part(sketch.begin()), sketch.givenY ? std::optional(sketch.up.part(*sketch.givenY)) : std::nullopt);
    drawing.begin(events[0]);
    for (std::size_t i = 1; i < events.size(); ++i) {
        drawing.moveTo(events[i]);
        if (hand != Hand::backTracking || i % 25 != 24 || !sketch.isFunction()) continue;
        const auto back = events[i - 8]; // a wrong way, which is taken back
        drawing.moveTo({events[i].first + 0.03, events[i].second + 0.05});
        drawing.moveTo(back);
        for (std::size_t k = i - 7; k <= i; ++k) drawing.moveTo(events[k]);
    }
    drawing.moveTo({std::max(1.0, events.back().first), events.back().second}); // to the edge
    if (!sketch.isFunction()) drawing.undo(), drawing.begin(events[0]);
    for (std::size_t i = 1; i < events.size() && !sketch.isFunction(); ++i) drawing.moveTo(events[i]);
    Stroke made = drawing.smoothed();
    for (auto& [x, y] : made) x = sketch.across.value(x), y = sketch.up.value(y);
    return made;
}

}
