// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "symbol.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace rheobase {

/// Where a part of a formula stands: quotients are fractions on the line, and have a slash inside fractions and exponents.
enum class Setting { line, fraction, exponent };

/// The rules of setting a formula (brackets, fractions, powers, spaces), for any way of writing one down. A Writer has a type
/// Piece and makes pieces: number, name, letter, function, word, sign, gap, slash, row, fraction, raised, root, inBrackets. One that writes numbers in
/// place of some parts has value(Symbol), empty for the others, and makes pieces of them: valued.
template<class Writer> class Typesetter {
public:
    using Piece = typename Writer::Piece;
    explicit Typesetter(const Writer& writer) : m_writer(writer) {}

    /// The whole expression.
    Piece set(Symbol s, Setting at = Setting::line) const
    {
        const Symbol::Node& node = s.node();
        if constexpr (requires { m_writer.valued(s, 0.0, at); })
            if (const auto value = m_writer.value(s)) return m_writer.valued(s, *value, at);
        switch (node.kind) {
        case Kind::number: return m_writer.number(node.number, at);
        case Kind::name: return m_writer.name(node, at);
        case Kind::negative: return negative(node.left, at);
        case Kind::sum:
            return m_writer.row({set(node.left, at), m_writer.sign('+', false, at), bracketed(node.right, isSigned(node.right), at)});
        case Kind::difference: return m_writer.row({set(node.left, at), m_writer.sign('-', false, at), addend(node.right, at)});
        case Kind::product: return product(s, at);
        case Kind::quotient: return quotient(node, at);
        case Kind::function: return function(node, at);
        }
        return set(Symbol(0), at);
    }

    /// The expression as it stands after a minus: in brackets where it is itself a sum.
    Piece addend(Symbol s, Setting at = Setting::line) const { return bracketed(s, isSum(s), at); }

private:
    using Kind = Symbol::Kind;

    /// What is written as a number.
    std::optional<double> value(Symbol s) const
    {
        if constexpr (requires { m_writer.value(s); })
            if (const auto value = m_writer.value(s)) return value;
        return s.node().kind == Kind::number ? std::optional(s.node().number) : std::nullopt;
    }
    bool isSigned(Symbol s) const { return value(s) ? *value(s) < 0 : s.node().kind == Kind::negative; }
    /// Needs brackets where it is a part.
    bool isSum(Symbol s) const
    {
        const Symbol::Node& node = s.node();
        return node.kind == Kind::sum || node.kind == Kind::difference || node.is(Notation::comparison) || node.is(Notation::cases)
               || isSigned(s);
    }
    bool isPlain(Symbol s) const { return value(s) ? !isSigned(s) : s.node().kind == Kind::name; }
    static bool isRatio(Symbol s) { return s.node().kind == Kind::quotient || (s.node().written && isRatio(s.node().written)); }

    static void collectFactors(Symbol s, std::vector<Symbol>& factors)
    {
        if (s.node().kind != Kind::product) return factors.push_back(s);
        collectFactors(s.node().left, factors);
        collectFactors(s.node().right, factors);
    }

    /// Would it read as a further digit of the number before it?
    bool startsWithDigit(Symbol s) const { return value(s) || (s.node().is(Notation::raised) && startsWithDigit(s.node().left)); }

    Piece bracketed(Symbol s, bool needed, Setting at) const { return needed ? m_writer.inBrackets(set(s, at), at) : set(s, at); }

    Piece negative(Symbol operand, Setting at) const { return m_writer.row({m_writer.sign('-', true, at), addend(operand, at)}); }

    Piece product(Symbol s, Setting at) const
    {
        std::vector<Symbol> factors;
        collectFactors(s, factors);
        std::vector<Piece> pieces;
        for (const Symbol& factor : factors) {
            if (!pieces.empty()) pieces.push_back(startsWithDigit(factor) ? m_writer.sign('*', false, at) : m_writer.gap(at));
            pieces.push_back(bracketed(factor, isSum(factor) || (isRatio(factor) && at != Setting::line), at));
        }
        return m_writer.row(std::move(pieces));
    }

    Piece function(const Symbol::Node& node, Setting at) const
    {
        switch (node.function->notation) {
        case Notation::exponential: return m_writer.raised(m_writer.letter('e', at), set(node.left, Setting::exponent));
        case Notation::raised: return m_writer.raised(bracketed(node.left, !isPlain(node.left), at), set(node.right, Setting::exponent));
        case Notation::root: return m_writer.root(set(node.left, at), at);
        case Notation::bars: return m_writer.row({m_writer.sign('|', true, at), set(node.left, at), m_writer.sign('|', true, at)});
        case Notation::comparison: {
            const char32_t sign = node.function->name == "<" ? U'<' : U'≤';
            return m_writer.row({set(node.left, at), m_writer.sign(sign, false, at), set(node.right, at)});
        }
        case Notation::cases: {
            const auto word = [&](std::string_view text) {
                return m_writer.row({m_writer.gap(at), m_writer.word(text, at), m_writer.gap(at)});
            };
            return m_writer.row(
                {set(node.right, at), word("if"), set(node.left, at), m_writer.word(",", at), word("else"), set(node.third, at)});
        }
        case Notation::expanded: return set(node.written, at);
        case Notation::named: break;
        }
        const Piece name = m_writer.function(node.function->name, at);
        if (node.right)
            return m_writer.row(
                {name, m_writer.inBrackets(
                           m_writer.row({set(node.left, at), m_writer.word(",", at), m_writer.gap(at), set(node.right, at)}), at)});
        const bool isOne =
            isPlain(node.left) || (isRatio(node.left) && at == Setting::line); // a fraction needs no brackets to be seen as one thing
        return m_writer.row({name, m_writer.gap(at), bracketed(node.left, !isOne, at)});
    }

    Piece quotient(const Symbol::Node& node, Setting at) const
    {
        if (at == Setting::line) return m_writer.fraction(set(node.left, Setting::fraction), set(node.right, Setting::fraction));
        const bool compound = isSum(node.right) || isRatio(node.right) || node.right.node().kind == Kind::product;
        const bool isLong = (isSum(node.left) && !isSigned(node.left)) || isRatio(node.left);
        return m_writer.row({bracketed(node.left, isLong, at), m_writer.slash(at), bracketed(node.right, compound, at)});
    }

    const Writer& m_writer;
};

}
