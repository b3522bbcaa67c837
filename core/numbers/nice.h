// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <utility>

namespace rheobase {

/// The least of …, 0.5, 1, 2, 5, 10, … that is at least x > 0.
inline double niceAtLeast(double x)
{
    const double decade = std::pow(10, std::floor(std::log10(x)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * decade >= x * (1 - 1e-9)) return digit * decade;
    return 10 * decade;
}

/// The greatest of …, 0.5, 1, 2, 5, 10, … that is below x > 0.
inline double niceBelow(double x)
{
    const double decade = std::pow(10, std::floor(std::log10(x)));
    for (const double digit : {5.0, 2.0, 1.0})
        if (digit * decade < x * (1 - 1e-9)) return digit * decade;
    return decade / 2;
}

/// The least of …, 0.5, 1, 2, 5, 10, … that is above x > 0.
inline double niceAbove(double x) { return niceAtLeast(x * (1 + 1e-6)); }

/// The greatest of …, 0.5, 1, 2, 5, 10, … that is at most x > 0.
inline double niceAtMost(double x) { return niceBelow(x * (1 + 1e-6)); }

/// x rounded to a multiple of a nice step, without the dust of binary fractions.
inline double roundTo(double step, double x)
{
    if (step >= 1) return std::round(x / step) * step;
    const double inverse = std::round(1 / step);
    return std::round(x * inverse) / inverse;
}

/// Number i of `count` values from … to at equal distances; both ends exactly, and `from` of a single one.
inline double evenly(double from, double to, std::size_t i, std::size_t count)
{
    if (i == 0) return from;
    return i + 1 == count ? to : from + (to - from) * (static_cast<double>(i) / static_cast<double>(count - 1));
}

/// The least and the greatest value of an axis.
using Range = std::pair<double, double>;

/// A range around [least, most] with some room, from one round number to another.
inline Range niceRange(double least, double most)
{
    const double span = most - least;
    const double room = span > 0 ? 0.06 * span : std::fmax(0.1 * std::fabs(most), 1e-9);
    const double step = niceAtLeast((span + 2 * room) / 16);
    return {std::floor((least - room) / step) * step, std::ceil((most + room) / step) * step};
}

}
