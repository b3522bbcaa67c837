// SPDX-License-Identifier: GPL-3.0-or-later
#include "symbol.h"

#include "real.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
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
    case Kind::quotient: return 2;
    case Kind::number: return node.number < 0 ? 2 : 4;
    case Kind::function:
        if (node.written) return precedence(node.written.node());
        return node.is(Notation::comparison) ? 0 : node.is(Notation::raised) ? 3 : 4;
    default: return 4;
    }
}

std::string inBrackets(const std::string& inner, bool needed) { return needed ? "(" + inner + ")" : inner; }

std::string operand(Symbol s, int atLeast) { return inBrackets(text(s), precedence(s.node()) < atLeast); }

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
Symbol operator*(Symbol a, Symbol b)
{
    // A number times itself is its square, (a x) x is a x².
    if (&a.node() == &b.node()) return pow(a, Symbol(2));
    if (a.node().kind == Kind::product && &a.node().right.node() == &b.node()) return a.node().left * pow(b, Symbol(2));
    return Symbol::made({.kind = Kind::product, .left = a, .right = b});
}
Symbol operator/(Symbol a, Symbol b) { return Symbol::made({.kind = Kind::quotient, .left = a, .right = b}); }
Symbol operator<(Symbol a, Symbol b) { return applied(functions::Less(), a, b); }
Symbol operator<=(Symbol a, Symbol b) { return applied(functions::AtMost(), a, b); }
Symbol select(Symbol condition, Symbol yes, Symbol no) { return applied(functions::Select(), condition, yes, no); }

Symbol Symbol::of(const SymbolicFunction& function, const std::array<Symbol, 3>& arguments, Symbol written)
{
    return made({.kind = Kind::function,
                 .function = &function,
                 .left = arguments[0],
                 .right = arguments[1],
                 .third = arguments[2],
                 .written = written});
}

Symbol Symbol::with(Symbol left, Symbol right, Symbol third) const
{
    Node node = *m_node;
    if (node.written) node.written = withNames(node.written, std::array{node.left}, std::array{left});
    node.left = left, node.right = right, node.third = third;
    return made(node);
}

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
        case Role::given: return values.given[node.index];
        }
        return 0;
    case Kind::negative: return -left();
    case Kind::sum: return left() + right();
    case Kind::difference: return left() - right();
    case Kind::product: return left() * right();
    case Kind::quotient: return left() / right();
    case Kind::function: {
        const auto value = [&](Symbol argument) { return argument ? evaluate(argument, values) : 0; };
        const double arguments[] = {left(), value(node.right), value(node.third)};
        if (node.is(Notation::raised)) return std::pow(arguments[0], arguments[1]); // a whole power of a negative number is one, too
        return node.function->value(arguments);
    }
    }
    return 0;
}

Symbol tidied(Symbol expression)
{
    const Symbol::Node& node = expression.node();
    if (node.kind == Kind::name) return expression;
    if (node.kind == Kind::number) return node.number < 0 ? -Symbol(-node.number) : expression;
    const auto part = [](Symbol s) { return s ? tidied(s) : s; };
    const Symbol a = part(node.left), b = part(node.right);
    switch (node.kind) {
    case Kind::negative: return isNegative(a) ? magnitude(a) : -a;
    case Kind::sum: return isNegative(b) ? a - magnitude(b) : a + b;
    case Kind::difference: return isNegative(b) ? a + magnitude(b) : a - b;
    case Kind::product:
    case Kind::quotient: {
        const Symbol size = node.kind == Kind::product ? magnitude(a) * magnitude(b) : magnitude(a) / magnitude(b);
        return isNegative(a) != isNegative(b) ? -size : size;
    }
    case Kind::function: return expression.with(a, b, part(node.third));
    default: return expression;
    }
}

std::string text(Symbol expression)
{
    const Symbol::Node& node = expression.node();
    switch (node.kind) {
    case Kind::number: return shortest(node.number);
    case Kind::name: return identifier(node.quantity->symbol);
    case Kind::negative: return "-" + operand(node.left, 2);
    case Kind::sum: return operand(node.left, 1) + " + " + operand(node.right, 1);
    case Kind::difference: return operand(node.left, 1) + " - " + operand(node.right, 2);
    case Kind::product: return operand(node.left, 2) + " * " + operand(node.right, 2);
    case Kind::quotient: return operand(node.left, 2) + " / " + operand(node.right, 3);
    case Kind::function: break;
    }
    if (node.written) return text(node.written);
    if (node.is(Notation::raised)) return operand(node.left, 4) + "^" + operand(node.right, 4);
    if (node.is(Notation::comparison)) return text(node.left) + " " + std::string(node.function->name) + " " + text(node.right);
    std::string arguments = text(node.left);
    for (const Symbol more : {node.right, node.third})
        if (more) arguments += ", " + text(more);
    return std::string(node.function->name) + "(" + arguments + ")";
}

const Symbol::Node* findName(Symbol expression, const std::function<bool(const Symbol::Node& name)>& holds)
{
    if (!expression) return nullptr;
    const Symbol::Node& node = expression.node();
    if (node.kind == Kind::name) return holds(node) ? &node : nullptr;
    for (const Symbol part : {node.left, node.right, node.third})
        if (const Symbol::Node* found = findName(part, holds)) return found;
    return nullptr;
}

bool mentions(Symbol expression, Role role, std::size_t index)
{
    return findName(expression, [&](const Symbol::Node& name) { return name.role == role && name.index == index; }) != nullptr;
}

Symbol withNames(Symbol expression, std::span<const Symbol> definitions, std::span<const Symbol> names, bool whole)
{
    if (!expression) return expression;
    const Symbol::Node& node = expression.node();
    if (whole && node.kind != Kind::name && node.kind != Kind::number)
        for (std::size_t i = 0; i < definitions.size(); ++i)
            if (&definitions[i].node() == &node) return names[i];
    if (node.kind == Kind::name || node.kind == Kind::number) return expression;
    const auto inside = [&](Symbol part) { return withNames(part, definitions, names); };
    return expression.with(inside(node.left), inside(node.right), inside(node.third));
}

bool isWord(std::string_view subscript)
{
    const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
    return std::ranges::all_of(subscript, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; })
           && !(subscript.size() == 1 && isSmall(subscript.front()));
}

}
