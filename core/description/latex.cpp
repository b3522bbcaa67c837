// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rheobase {

namespace {

constexpr std::pair<std::string_view, std::string_view> letters[] = {
    {"α", "\\alpha "},  {"β", "\\beta "},   {"γ", "\\gamma "}, {"δ", "\\delta "}, {"ε", "\\varepsilon "}, {"η", "\\eta "},
    {"θ", "\\theta "},  {"λ", "\\lambda "}, {"µ", "\\mu "},    {"μ", "\\mu "},    {"σ", "\\sigma "},      {"τ", "\\tau "},
    {"φ", "\\varphi "}, {"ω", "\\omega "},  {"Δ", "\\Delta "}, {"Ω", "\\Omega "}, {"∞", "\\infty "},
};

/// LaTeX for each letter that has a command; what would be one itself is left out.
std::string spelled(std::string_view symbol)
{
    constexpr std::string_view commanding = "\\{}$&#%^~<>\"`\n\r\t";
    std::string written;
    while (!symbol.empty()) {
        const auto it = std::ranges::find_if(letters, [&](const auto& letter) { return symbol.starts_with(letter.first); });
        const std::size_t length = it == std::end(letters) ? 1 : it->first.size();
        if (it != std::end(letters)) written += it->second;
        else if (commanding.find(symbol.front()) == commanding.npos) written += symbol.front();
        symbol.remove_prefix(length);
    }
    if (written.ends_with(' ')) written.pop_back();
    return written;
}

/// Writes formulas in LaTeX.
struct LatexWriter {
    using Piece = std::string;
    Piece number(double value, Setting) const { return shortest(value); }
    Piece name(const Symbol::Node& node, Setting) const { return latex(node.quantity->symbol); }
    Piece letter(char c, Setting) const { return "\\mathrm{" + std::string(1, c) + "}"; }
    Piece sign(char32_t c, bool unary, Setting) const
    {
        const std::string sign = c == '*' ? "\\cdot" : c == U'≤' ? "\\le" : std::string(1, static_cast<char>(c));
        return unary ? sign : ' ' + sign + ' ';
    }
    Piece gap(Setting) const { return "\\,"; }
    Piece slash(Setting) const { return "/"; }
    Piece row(const std::vector<Piece>& pieces) const { return std::accumulate(pieces.begin(), pieces.end(), std::string()); }
    Piece fraction(const Piece& over, const Piece& under) const { return "\\frac{" + over + "}{" + under + "}"; }
    Piece raised(const Piece& base, const Piece& exponent) const { return base + "^{" + exponent + "}"; }
    Piece root(const Piece& inner, Setting) const { return "\\sqrt{" + inner + "}"; }
    Piece function(std::string_view name, Setting) const { return '\\' + std::string(name); }
    Piece word(std::string_view text, Setting) const { return text == "," ? "," : "\\text{" + std::string(text) + "}"; }
    Piece inBrackets(const Piece& inner, Setting at) const
    {
        return at == Setting::line && inner.find("\\frac") != std::string::npos ? "\\left(" + inner + "\\right)" : "(" + inner + ")";
    }
};

}

std::string latex(Symbol expression)
{
    const LatexWriter writer;
    return Typesetter(writer).set(expression);
}

std::string latex(std::string_view symbol)
{
    const auto [letters, below] = setApart(symbol);
    if (below.empty()) return spelled(letters);
    return spelled(letters) + "_{" + (isWord(below) ? "\\mathrm{" + std::string(below) + "}" : spelled(below)) + "}";
}

}
