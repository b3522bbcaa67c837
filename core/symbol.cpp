// SPDX-License-Identifier: GPL-3.0-or-later
#include "symbol.h"

#include "real.h"
#include "typeset.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <deque>
#include <mutex>
#include <numeric>
#include <utility>

namespace rheobase {

namespace {

using Kind = Symbol::Kind;

int precedence(const Symbol::Node& node)
{
    switch (node.kind) {
    case Kind::sum:
    case Kind::difference: return 1;
    case Kind::negative:
    case Kind::product:
    case Kind::quotient:
    case Kind::expLinear: return 2; // it is written as a quotient
    case Kind::power: return 3;
    case Kind::number: return node.number < 0 ? 2 : 4;
    default: return 4;
    }
}

std::string inBrackets(const std::string& inner, bool needed) { return needed ? "(" + inner + ")" : inner; }

std::string operand(Symbol s, int atLeast) { return inBrackets(text(s), precedence(s.node()) < atLeast); }

std::string digits(double number)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

bool isNegative(Symbol s) { return s.node().kind == Kind::negative; }

Symbol magnitude(Symbol s) { return isNegative(s) ? s.node().left : s; }

}

Symbol Symbol::made(const Node& node)
{
    static std::mutex guard;
    static std::deque<Node> nodes;
    const std::scoped_lock lock(guard);
    Symbol symbol;
    symbol.m_node = &nodes.emplace_back(node);
    return symbol;
}

Symbol::Symbol(double number) { *this = made(Node{.kind = Kind::number, .number = number}); }

Symbol Symbol::named(Role role, std::size_t index, const Quantity& quantity)
{
    return made(Node{.kind = Kind::name, .role = role, .index = index, .quantity = &quantity});
}

Symbol operator-(Symbol a) { return Symbol::made({.kind = Kind::negative, .left = a}); }
Symbol operator+(Symbol a, Symbol b) { return Symbol::made({.kind = Kind::sum, .left = a, .right = b}); }
Symbol operator-(Symbol a, Symbol b) { return Symbol::made({.kind = Kind::difference, .left = a, .right = b}); }
Symbol operator*(Symbol a, Symbol b) { return Symbol::made({.kind = Kind::product, .left = a, .right = b}); }
Symbol operator/(Symbol a, Symbol b) { return Symbol::made({.kind = Kind::quotient, .left = a, .right = b}); }
Symbol exp(Symbol x) { return Symbol::made({.kind = Kind::exp, .left = x}); }
Symbol pow(Symbol base, Symbol exponent) { return Symbol::made({.kind = Kind::power, .left = base, .right = exponent}); }
Symbol expLinear(Symbol x) { return Symbol::made({.kind = Kind::expLinear, .left = x}); }

double evaluate(Symbol expression, const Values& values)
{
    const Symbol::Node& node = expression.node();
    const auto left = [&] { return evaluate(node.left, values); };
    const auto right = [&] { return evaluate(node.right, values); };
    switch (node.kind) {
    case Kind::number: return node.number;
    case Kind::name:
        switch (node.role) {
        case Role::input: return values.input;
        case Role::parameter: return values.parameters[node.index];
        case Role::state: return values.state[node.index];
        case Role::term: return values.terms[node.index];
        case Role::derived: return values.derived[node.index];
        }
        return 0;
    case Kind::negative: return -left();
    case Kind::sum: return left() + right();
    case Kind::difference: return left() - right();
    case Kind::product: return left() * right();
    case Kind::quotient: return left() / right();
    case Kind::power: return pow(left(), right());
    case Kind::exp: return exp(left());
    case Kind::expLinear: return expLinear(left());
    }
    return 0;
}

Symbol tidied(Symbol expression)
{
    const Symbol::Node& node = expression.node();
    if (node.kind == Kind::name) return expression;
    if (node.kind == Kind::number) return node.number < 0 ? -Symbol(-node.number) : expression;
    const Symbol a = tidied(node.left), b = node.right ? tidied(node.right) : Symbol();
    switch (node.kind) {
    case Kind::negative: return isNegative(a) ? magnitude(a) : -a;
    case Kind::sum: return isNegative(b) ? a - magnitude(b) : a + b;
    case Kind::difference: return isNegative(b) ? a + magnitude(b) : a - b;
    case Kind::product:
    case Kind::quotient: {
        const Symbol size = node.kind == Kind::product ? magnitude(a) * magnitude(b) : magnitude(a) / magnitude(b);
        return isNegative(a) != isNegative(b) ? -size : size;
    }
    case Kind::power: return pow(a, b);
    case Kind::exp: return exp(a);
    case Kind::expLinear: return expLinear(a);
    default: return expression;
    }
}

std::string text(Symbol expression)
{
    const Symbol::Node& node = expression.node();
    switch (node.kind) {
    case Kind::number: return digits(node.number);
    case Kind::name: return identifier(node.quantity->symbol);
    case Kind::negative: return "-" + operand(node.left, 2);
    case Kind::sum: return operand(node.left, 1) + " + " + operand(node.right, 1);
    case Kind::difference: return operand(node.left, 1) + " - " + operand(node.right, 2);
    case Kind::product: return operand(node.left, 2) + " * " + operand(node.right, 2);
    case Kind::quotient: return operand(node.left, 2) + " / " + operand(node.right, 3);
    case Kind::power: return operand(node.left, 4) + "^" + operand(node.right, 4);
    case Kind::exp: return "exp(" + text(node.left) + ")";
    case Kind::expLinear: {
        const std::string x = operand(node.left, 3);
        return x + " / (1 - exp(-" + x + "))";
    }
    }
    return {};
}

bool mentions(Symbol expression, Role role, std::size_t index)
{
    if (!expression) return false;
    const Symbol::Node& node = expression.node();
    if (node.kind == Kind::name) return node.role == role && node.index == index;
    return mentions(node.left, role, index) || mentions(node.right, role, index);
}

namespace {

constexpr std::pair<std::string_view, std::string_view> letters[] = {
    {"α", "\\alpha "},  {"β", "\\beta "},  {"γ", "\\gamma "}, {"δ", "\\delta "}, {"η", "\\eta "}, {"θ", "\\theta "},
    {"λ", "\\lambda "}, {"µ", "\\mu "},    {"μ", "\\mu "},    {"σ", "\\sigma "}, {"τ", "\\tau "}, {"φ", "\\varphi "},
    {"ω", "\\omega "},  {"Δ", "\\Delta "}, {"Ω", "\\Omega "}, {"∞", "\\infty "},
};

/// LaTeX for each letter that has a command.
std::string spelled(std::string_view symbol)
{
    std::string written;
    while (!symbol.empty()) {
        const auto it = std::ranges::find_if(letters, [&](const auto& letter) { return symbol.starts_with(letter.first); });
        const std::size_t length = it == std::end(letters) ? 1 : it->first.size();
        written += it == std::end(letters) ? symbol.substr(0, 1) : it->second;
        symbol.remove_prefix(length);
    }
    if (written.ends_with(' ')) written.pop_back();
    return written;
}

/// Writes formulas in LaTeX.
struct LatexWriter {
    using Piece = std::string;
    Piece number(double value, Setting) const { return digits(value); }
    Piece name(const Symbol::Node& node, Setting) const { return latex(node.quantity->symbol); }
    Piece letter(char c, Setting) const { return "\\mathrm{" + std::string(1, c) + "}"; }
    Piece sign(char c, bool unary, Setting) const { return c == '*' ? " \\cdot " : unary ? std::string(1, c) : std::string{' ', c, ' '}; }
    Piece gap(Setting) const { return "\\,"; }
    Piece slash(Setting) const { return "/"; }
    Piece row(const std::vector<Piece>& pieces) const { return std::accumulate(pieces.begin(), pieces.end(), std::string()); }
    Piece fraction(const Piece& over, const Piece& under) const { return "\\frac{" + over + "}{" + under + "}"; }
    Piece raised(const Piece& base, const Piece& exponent) const { return base + "^{" + exponent + "}"; }
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
    const std::size_t bar = symbol.find('_');
    if (bar == std::string_view::npos) return spelled(symbol);
    const std::string_view below = symbol.substr(bar + 1);
    return spelled(symbol.substr(0, bar)) + "_{" + (isWord(below) ? "\\mathrm{" + std::string(below) + "}" : spelled(below)) + "}";
}

bool isWord(std::string_view subscript)
{
    const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
    return std::ranges::all_of(subscript, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; })
           && !(subscript.size() == 1 && isSmall(subscript.front()));
}

}
