// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rheobase {

/// The powers of volt, ampere, second, metre, degree Celsius and radian in a unit.
struct Dimension {
    int volt = 0, ampere = 0, second = 0, metre = 0, celsius = 0, radian = 0;
    constexpr bool operator==(const Dimension&) const = default;
};
constexpr Dimension operator*(const Dimension& a, const Dimension& b)
{
    return {a.volt + b.volt, a.ampere + b.ampere, a.second + b.second, a.metre + b.metre, a.celsius + b.celsius, a.radian + b.radian};
}
constexpr Dimension power(const Dimension& d, int n)
{
    return {n * d.volt, n * d.ampere, n * d.second, n * d.metre, n * d.celsius, n * d.radian};
}
constexpr Dimension operator/(const Dimension& a, const Dimension& b) { return a * power(b, -1); }

namespace dimension {

inline constexpr Dimension number{}, volt{.volt = 1}, ampere{.ampere = 1}, second{.second = 1}, metre{.metre = 1}, celsius{.celsius = 1},
    radian{.radian = 1};
inline constexpr Dimension coulomb = ampere * second, ohm = volt / ampere, siemens = ampere / volt, farad = coulomb / volt,
                           area = metre * metre, hertz = number / second;

}

/// A unit as it is written, "µA/cm²": a dimension, times a power of ten. A pure number has none.
/// It looks at its text, which must outlive it: a literal, where it is kept.
class Unit {
public:
    constexpr Unit() = default;
    /// From a literal; an unknown unit does not compile.
    consteval Unit(const char* text) : Unit(known(read(text))) {}
    /// A unit as a person may write it: u or μ for µ, Ohm for Ω, ^2 or 2 for ², * for ·. Upper and lower case differ.
    static constexpr std::optional<Unit> read(std::string_view text);

    constexpr const Dimension& dimension() const { return m_dimension; }
    /// The power of ten of volt, ampere, second and metre that it is.
    constexpr int power() const { return m_power; }
    constexpr bool empty() const { return m_text.empty(); }
    constexpr operator std::string_view() const { return m_text; }
    /// Without the prefix of its first factor: "Ω" of "MΩ".
    constexpr std::string_view withoutPrefix() const { return m_text.substr(m_prefix); }
    constexpr bool operator==(const Unit& other) const { return m_text == other.m_text; }

private:
    static constexpr Unit known(const std::optional<Unit>& unit) { return unit ? *unit : throw "an unknown unit"; }

    std::string_view m_text;
    Dimension m_dimension;
    int m_power = 0;
    std::size_t m_prefix = 0;
};

/// The unit that has a usual name for the product of two, or their quotient: "pC" for nA and ms. Empty where it has none.
Unit product(const Unit& a, const Unit& b);
Unit quotient(const Unit& a, const Unit& b);

/// The unit of a rate of change per ms: "mV/ms", "1/ms".
std::string perTime(const Unit& unit);

/// What is measured in a dimension, "a resistance"; empty where it has no usual name.
std::string_view nameOf(const Dimension& dimension);

// ---------------------------------------------------------------------------------------------------------------------

namespace detail {

/// One factor of a unit, "cm²": what it is, and how long its prefix is.
struct Factor {
    Dimension dimension;
    int power = 0;
    std::size_t prefix = 0;
};
struct NamedPower {
    std::string_view symbol;
    int power;
};
struct BaseUnit {
    std::string_view symbol;
    Dimension dimension;
    bool hasPrefixes = true;
};
inline constexpr NamedPower exponents[] = {{"⁻¹", -1}, {"^-1", -1}, {"⁻²", -2}, {"^-2", -2}, {"²", 2}, {"^2", 2}, {"2", 2}};
inline constexpr NamedPower prefixes[] = {{"f", -15}, {"p", -12}, {"n", -9}, {"µ", -6}, {"μ", -6}, {"u", -6},
                                          {"m", -3},  {"c", -2},  {"k", 3},  {"M", 6},  {"G", 9},  {"T", 12}};
inline constexpr BaseUnit bases[] = {
    {"V", dimension::volt},
    {"A", dimension::ampere},
    {"s", dimension::second},
    {"m", dimension::metre},
    {"Ω", dimension::ohm},
    {"\u2126", dimension::ohm},
    {"Ohm", dimension::ohm},
    {"ohm", dimension::ohm},
    {"S", dimension::siemens},
    {"F", dimension::farad},
    {"C", dimension::coulomb},
    {"Hz", dimension::hertz},
    {"rad", dimension::radian},
    {"°C", dimension::celsius, false},
    {"degC", dimension::celsius, false},
};

constexpr std::optional<Factor> factorFrom(std::string_view text)
{
    int exponent = 1;
    for (const NamedPower& e : exponents)
        if (exponent == 1 && text.ends_with(e.symbol)) {
            text.remove_suffix(e.symbol.size());
            exponent = e.power;
        }
    for (const BaseUnit& base : bases) {
        if (text == base.symbol) return Factor{power(base.dimension, exponent)};
        if (!base.hasPrefixes || !text.ends_with(base.symbol)) continue;
        const std::string_view before = text.substr(0, text.size() - base.symbol.size());
        for (const NamedPower& prefix : prefixes)
            if (before == prefix.symbol && (prefix.symbol != "c" || base.dimension == dimension::metre))
                return Factor{power(base.dimension, exponent), exponent * prefix.power, before.size()};
    }
    return std::nullopt;
}

}

constexpr std::optional<Unit> Unit::read(std::string_view text)
{
    Unit unit;
    unit.m_text = text;
    bool isBelow = text.starts_with("1/");
    for (std::size_t begin = isBelow ? 2 : 0; !text.empty();) {
        std::size_t end = text.size(), next = end;
        for (const std::string_view sign : {"/", "·", "*", " "})
            if (const std::size_t at = text.find(sign, begin); at < end) {
                end = at;
                next = at + sign.size();
            }
        const auto factor = detail::factorFrom(text.substr(begin, end - begin));
        if (!factor) return std::nullopt;
        if (begin == 0) unit.m_prefix = factor->prefix;
        unit.m_dimension = isBelow ? unit.m_dimension / factor->dimension : unit.m_dimension * factor->dimension;
        unit.m_power += isBelow ? -factor->power : factor->power;
        if (next == end) break;
        if (isBelow) return std::nullopt; // what a second sign would mean is not clear
        isBelow = text[end] == '/';
        begin = next;
    }
    return unit;
}

}
