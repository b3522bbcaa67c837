// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "symbol.h"

#include <algorithm>
#include <vector>

namespace rheobase {

/// Where a part of a formula stands: quotients are fractions on the line, and have a slash inside fractions and exponents.
enum class Setting { line, fraction, exponent };

/// The rules of setting a formula (brackets, fractions, powers, spaces), for any way of writing one down. A Writer has a type
/// Piece and makes pieces: number, name, letter, sign, gap, slash, row, fraction, raised, inBrackets.
template<class Writer> class Typesetter {
public:
    using Piece = typename Writer::Piece;
    explicit Typesetter(const Writer& writer) : m_writer(writer) {}

    /// The whole expression.
    Piece set(Symbol s, Setting at = Setting::line) const
    {
        const Symbol::Node& node = s.node();
        switch (node.kind) {
        case Kind::number: return m_writer.number(node.number, at);
        case Kind::name: return m_writer.name(node, at);
        case Kind::negative: return negative(node.left, at);
        case Kind::sum:
            return m_writer.row({set(node.left, at), m_writer.sign('+', false, at), bracketed(node.right, isSigned(node.right), at)});
        case Kind::difference: return m_writer.row({set(node.left, at), m_writer.sign('-', false, at), addend(node.right, at)});
        case Kind::product: return product(s, at);
        case Kind::quotient: return quotient(node, at);
        case Kind::power: return m_writer.raised(bracketed(node.left, !isPlain(node.left), at), set(node.right, Setting::exponent));
        case Kind::exp: return m_writer.raised(m_writer.letter('e', at), set(node.left, Setting::exponent));
        case Kind::expLinear: return expLinear(node.left, at);
        }
        return set(Symbol(0), at);
    }

    /// The expression as it stands after a minus: in brackets where it is itself a sum.
    Piece addend(Symbol s, Setting at = Setting::line) const { return bracketed(s, isSum(s), at); }

private:
    using Kind = Symbol::Kind;

    static bool isSigned(Symbol s) { return s.node().kind == Kind::negative || (s.node().kind == Kind::number && s.node().number < 0); }
    static bool isSum(Symbol s) { return s.node().kind == Kind::sum || s.node().kind == Kind::difference || isSigned(s); }
    static bool isPlain(Symbol s) { return s.node().kind == Kind::name || (s.node().kind == Kind::number && !isSigned(s)); }
    static bool isRatio(Symbol s) { return s.node().kind == Kind::quotient || s.node().kind == Kind::expLinear; }

    static void collectFactors(Symbol s, std::vector<Symbol>& factors)
    {
        if (s.node().kind != Kind::product) return factors.push_back(s);
        collectFactors(s.node().left, factors);
        collectFactors(s.node().right, factors);
    }

    /// Would it read as a further digit of the number before it?
    static bool startsWithDigit(Symbol s)
    {
        const Symbol::Node& node = s.node();
        return node.kind == Kind::number || (node.kind == Kind::power && startsWithDigit(node.left));
    }

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

    Piece quotient(const Symbol::Node& node, Setting at) const
    {
        if (at == Setting::line) return m_writer.fraction(set(node.left, Setting::fraction), set(node.right, Setting::fraction));
        const bool compound = isSum(node.right) || isRatio(node.right) || node.right.node().kind == Kind::product;
        const bool isLong = (isSum(node.left) && !isSigned(node.left)) || isRatio(node.left);
        return m_writer.row({bracketed(node.left, isLong, at), m_writer.slash(at), bracketed(node.right, compound, at)});
    }

    Piece expLinear(Symbol x, Setting at) const
    {
        const Setting inside = at == Setting::line ? Setting::fraction : at;
        const Piece power = m_writer.raised(m_writer.letter('e', inside), negative(x, Setting::exponent));
        const Piece below = m_writer.row({m_writer.number(1, inside), m_writer.sign('-', false, inside), power});
        if (at == Setting::line) return m_writer.fraction(set(x, inside), below);
        return m_writer.row({bracketed(x, isSum(x) || isRatio(x), at), m_writer.slash(at), m_writer.inBrackets(below, at)});
    }

    const Writer& m_writer;
};

}
