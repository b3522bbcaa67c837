// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit.h"

#include <algorithm>
#include <utility>

namespace rheobase {

namespace {

using namespace dimension;

/// Units that come about from others.
constexpr Unit usual[] = {"fC", "pC", "nC", "nC/cm²", "kΩ", "MΩ", "GΩ", "kΩ·cm²", "MΩ·cm²", "1/ms", "mV/ms", "ms"};

constexpr std::pair<Dimension, std::string_view> names[] = {
    {number, "a pure number"},
    {volt, "a potential"},
    {ampere, "a current"},
    {ampere / area, "a current per area"},
    {ohm, "a resistance"},
    {ohm * area, "a resistance times area"},
    {siemens, "a conductance"},
    {siemens / area, "a conductance per area"},
    {farad, "a capacitance"},
    {farad / area, "a capacitance per area"},
    {coulomb, "a charge"},
    {coulomb / area, "a charge per area"},
    {second, "a time"},
    {hertz, "a frequency"},
    {metre, "a length"},
    {area, "an area"},
    {celsius, "a temperature"},
    {radian, "an angle"},
    {volt / second, "a potential per time"},
};

Unit usualUnit(const Dimension& dimension, int power)
{
    const auto it = std::ranges::find_if(usual, [&](const Unit& u) { return u.dimension() == dimension && u.power() == power; });
    return it == std::end(usual) ? Unit() : *it;
}

}

Unit product(const Unit& a, const Unit& b) { return usualUnit(a.dimension() * b.dimension(), a.power() + b.power()); }
Unit quotient(const Unit& a, const Unit& b) { return usualUnit(a.dimension() / b.dimension(), a.power() - b.power()); }

std::string perTime(const Unit& unit)
{
    if (unit.empty()) return "1/ms";
    const std::string text(unit);
    return text + (text.ends_with("/ms") ? "²" : "/ms");
}

std::string_view nameOf(const Dimension& dimension)
{
    const auto it = std::ranges::find(names, dimension, &std::pair<Dimension, std::string_view>::first);
    return it == std::end(names) ? std::string_view() : it->second;
}

}
