// SPDX-License-Identifier: GPL-3.0-or-later
#include "quantity.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>
#include <vector>

namespace rheobase {

namespace {

constexpr std::pair<std::string_view, std::string_view> spelled[] = {
    {"α", "alpha"},  {"β", "beta"}, {"γ", "gamma"}, {"δ", "delta"}, {"ε", "epsilon"}, {"η", "eta"},   {"θ", "theta"},
    {"λ", "lambda"}, {"µ", "u"},    {"μ", "mu"},    {"σ", "sigma"}, {"τ", "tau"},     {"φ", "phi"},   {"ω", "omega"},
    {"Δ", "Delta"},  {"∞", "inf"},  {"Ω", "Ohm"},   {"²", "2"},     {"·", ""},        {"/", "_per_"},
};

// The locale has no say in files and commands.
bool isNameCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lowered(a[i - 1]) == lowered(b[j - 1]);
            const std::size_t replaced = diagonal + (same ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.back();
}

}

std::string identifier(std::string_view symbol)
{
    std::string name;
    while (!symbol.empty()) {
        const auto greek = std::ranges::find_if(spelled, [&](const auto& s) { return symbol.starts_with(s.first); });
        if (greek != std::end(spelled)) {
            name += greek->second;
            symbol.remove_prefix(greek->first.size());
            continue;
        }
        const char c = symbol.front();
        if (isNameCharacter(c)) name += c;
        symbol.remove_prefix(1);
    }
    return name;
}

std::pair<std::string_view, std::string_view> setApart(std::string_view symbol)
{
    if (const auto bar = symbol.find('_'); bar != symbol.npos) return {symbol.substr(0, bar), symbol.substr(bar + 1)};
    const auto last = symbol.find_last_not_of("0123456789");
    const std::size_t length = last == symbol.npos ? symbol.size() : last + 1;
    return {symbol.substr(0, length), symbol.substr(length)};
}

std::string shortest(double value)
{
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

std::optional<std::size_t> indexOf(std::span<const Quantity> table, std::string_view name)
{
    const auto it = std::ranges::find_if(table, [&](const Quantity& q) { return q.symbol == name || identifier(q.symbol) == name; });
    if (it == table.end()) return std::nullopt;
    return static_cast<std::size_t>(it - table.begin());
}

std::optional<std::size_t> indexOf(std::span<const Quantity> table, Part part)
{
    const auto it = std::ranges::find(table, part, &Quantity::part);
    if (it == table.end()) return std::nullopt;
    return static_cast<std::size_t>(it - table.begin());
}

std::string_view owner(const Quantity& quantity)
{
    const auto underscore = quantity.symbol.find('_');
    return underscore == quantity.symbol.npos ? std::string_view() : quantity.symbol.substr(underscore + 1);
}

std::optional<std::size_t> indexOf(std::span<const Quantity> table, Part part, std::string_view owner)
{
    const auto it = std::ranges::find_if(table, [&](const Quantity& q) { return q.part == part && rheobase::owner(q) == owner; });
    if (it == table.end()) return std::nullopt;
    return static_cast<std::size_t>(it - table.begin());
}

std::string nearest(std::string_view name, std::span<const std::string> names)
{
    // A name that is only begun is near, too: "leaky" means "leaky-integrate-and-fire".
    const auto distance = [name](const std::string& n) {
        return std::min(editDistance(name, n), editDistance(name, n.substr(0, name.size())) + 1);
    };
    const auto it = std::ranges::min_element(names, {}, distance);
    return it == names.end() ? std::string() : *it;
}

}
