// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "part.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace rheobase {

enum class Scale { linear, logarithmic };

/// The values that physics allows, whatever a slider shows; `open` leaves out `least` itself and what is nearer to it than `nearest`,
/// `whole` all but whole numbers. No quantity of a neuron is beyond `farthest` in its unit, so that what is computed of allowed values is
/// finite.
struct Domain {
    static constexpr double nearest = 1e-9, farthest = 1e9;
    double least = -farthest;
    double most = farthest;
    bool open = false, whole = false;
    /// True where `value` is allowed.
    constexpr bool contains(double value) const
    {
        if (!(value >= leastAllowed() && value <= most)) return false;
        return !whole || static_cast<double>(static_cast<long long>(value)) == value;
    }
    constexpr double leastAllowed() const { return open ? least + nearest : least; }
    bool operator==(const Domain&) const = default;
};

inline constexpr Domain anyReal{};
inline constexpr Domain positive{0, Domain::farthest, true};
inline constexpr Domain nonNegative{0};
/// Beyond this a state without a range of its own (mV, for a potential) is none of a neuron: its run diverges. What equations make of such
/// states and of allowed parameters is finite.
inline constexpr double mostOfState = 1e12;
/// A number of things, at least one.
constexpr Domain countUpTo(double most) { return {1, most, false, true}; }

/// One named number: its symbol (as in the paper, "V_th"), unit, default, slider range, meaning, what it is of a neuron.
/// Sliders, spin boxes, tool tips, command-line names, file keys, documents and tests all read it.
struct Quantity {
    std::string_view symbol;
    Unit unit;
    double value = 0, min = 0, max = 1;
    std::string_view meaning;
    Part part = Part::none;
    Scale scale = Scale::linear;
    Domain domain = anyReal;
    std::string_view effect{}; ///< what more of it does, in a sentence, where the part does not say so (see effects.h)

    /// The same, with its effect.
    constexpr Quantity doing(std::string_view sentence) const
    {
        Quantity q = *this;
        q.effect = sentence;
        return q;
    }
};

/// True of what lies between 0 and 1 without a unit, as gates do.
constexpr bool isFraction(const Quantity& q) { return q.unit.empty() && q.min == 0 && q.max == 1; }

/// The ASCII name of a symbol in files and commands: "τ_m" is "tau_m", "m_∞" is "m_inf".
std::string identifier(std::string_view symbol);

/// The letters of a symbol and what is written below them, which follows a bar or is a number: "V_th" is V and th, "k2" is k and 2.
std::pair<std::string_view, std::string_view> setApart(std::string_view symbol);

/// A number in the fewest digits that read back as the same number.
std::string shortest(double value);

/// Index of the quantity whose identifier or symbol is `name`.
std::optional<std::size_t> indexOf(std::span<const Quantity> table, std::string_view name);
/// Index of the first quantity that is this part.
std::optional<std::size_t> indexOf(std::span<const Quantity> table, Part part);

/// What a quantity belongs to, by its subscript, which quantities of one thing share: "Na" of g_Na, E_Na and I_Na, "m" of α_m and
/// τ_m. Empty where it has none.
std::string_view owner(const Quantity& quantity);
/// Index of the first quantity that is this part and belongs to `owner`.
std::optional<std::size_t> indexOf(std::span<const Quantity> table, Part part, std::string_view owner);

/// The one of `names` that is nearest to a mistyped `name` (by edit distance, among those that begin with it if any do);
/// empty where there is none.
std::string nearest(std::string_view name, std::span<const std::string> names);

/// Calls f with each of 0 … n − 1 as a constant: a loop that leaves arrays in registers.
template<std::size_t n, class F> constexpr void eachOf(F&& f)
{
    [&]<std::size_t... i>(std::index_sequence<i...>) { (f(std::integral_constant<std::size_t, i>()), ...); }
    (std::make_index_sequence<n>());
}

/// Nothing but members of type R: the members of a struct of numbers, in order.
template<class Struct, class R> constexpr std::size_t fieldCount = std::is_empty_v<Struct> ? 0 : sizeof(Struct) / sizeof(R);

/// The members of a struct of numbers as an array, in order of declaration. Number by number, as the processor must wait where it reads
/// several that were just written one by one.
template<class R, class Struct> constexpr auto toArray(const Struct& fields)
{
    constexpr std::size_t n = fieldCount<Struct, R>;
    if constexpr (n == 0) return std::array<R, 0>{};
    else if (std::is_constant_evaluated()) return std::bit_cast<std::array<R, n>>(fields);
    std::array<R, n> values;
    eachOf<n>([&](auto i) { std::memcpy(&values[i], reinterpret_cast<const char*>(&fields) + i * sizeof(R), sizeof(R)); });
    return values;
}

/// A struct of numbers from its members in order of declaration.
template<class Struct, class R> constexpr Struct fromPointer(const R* values)
{
    return [&]<std::size_t... i>(std::index_sequence<i...>) { return Struct{values[i]...}; }
    (std::make_index_sequence<fieldCount<Struct, R>>());
}
template<class Struct, class R, std::size_t n> constexpr Struct fromArray(const std::array<R, n>& values)
{
    static_assert(n == fieldCount<Struct, R>);
    return fromPointer<Struct>(values.data());
}

/// One row of a table: which member, and what it is.
template<class Struct> struct Row {
    double Struct::*member;
    Quantity quantity;
};

/// The quantities of a struct of doubles, in order; a missing, extra or misplaced row does not compile.
template<class Struct, std::size_t n> consteval std::array<Quantity, n> table(const Row<Struct> (&rows)[n])
{
    static_assert(n == fieldCount<Struct, double>, "a table needs one row for each member");
    std::array<Quantity, n> quantities;
    for (std::size_t i = 0; i < n; ++i) {
        Struct probe{};
        probe.*rows[i].member = 1;
        if (toArray<double>(probe)[i] != 1) throw "a row is not at its member's place";
        const Quantity& q = rows[i].quantity;
        if (q.symbol.empty() || q.meaning.empty()) throw "a row lacks its symbol or its meaning";
        if (!fits(q.part, q.unit)) throw "a part is not measured in that unit";
        if (!(q.min < q.max) || q.value < q.min || q.value > q.max) throw "a default lies outside its range";
        if (q.scale == Scale::logarithmic && q.min <= 0) throw "a logarithmic range starts above zero";
        if (!q.domain.contains(q.min) || !q.domain.contains(q.max)) throw "a range leaves the physical domain";
        quantities[i] = q;
    }
    return quantities;
}

/// The table of a struct without members.
inline constexpr std::array<Quantity, 0> emptyTable{};

}
