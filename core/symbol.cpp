// SPDX-License-Identifier: GPL-3.0-or-later
#include "symbol.h"

#include "real.h"

#include <charconv>
#include <deque>
#include <mutex>

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

std::string text(Symbol expression)
{
    const Symbol::Node& node = expression.node();
    switch (node.kind) {
    case Kind::number: {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, node.number).ptr;
        return {digits, end};
    }
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

}
