// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace rheobase {

namespace {

using Kind = Symbol::Kind;

constexpr std::string_view called = "%1";

std::string inBrackets(const std::string& text, bool needed) { return needed ? "(" + text + ")" : text; }

/// What nearly every language calls so.
constexpr Spelling usual[] = {
    {"exp", "exp(%1)"},   {"ln", "log(%1)"},    {"sqrt", "sqrt(%1)"}, {"abs", "abs(%1)"},
    {"sinh", "sinh(%1)"}, {"cosh", "cosh(%1)"}, {"tanh", "tanh(%1)"},
};

const Spelling* spellingOf(const Dialect& dialect, std::string_view function)
{
    const auto it = std::ranges::find(dialect.functions, function, &Spelling::function);
    if (it != dialect.functions.end()) return &*it;
    const auto* const common = std::ranges::find(usual, function, &Spelling::function);
    return common == std::end(usual) ? nullptr : common;
}

/// Letters, digits and bars, with a letter first.
std::string legal(std::string_view symbol)
{
    const std::string name = identifier(symbol);
    const bool begins = !name.empty() && std::isalpha(static_cast<unsigned char>(name.front())) != 0;
    return begins ? name : "x" + name;
}

}

Names::Names(const Model& model, const Dialect& dialect)
{
    std::set<std::string> taken(dialect.reserved.begin(), dialect.reserved.end());
    const auto add = [&](Role role, std::span<const Quantity> table) {
        for (std::size_t i = 0; i < table.size(); ++i) {
            std::string name = legal(table[i].symbol);
            while (!taken.insert(name).second) name += 'x';
            m_names[{role, i}] = name;
        }
    };
    add(Role::state, model.state);
    add(Role::input, {&model.input, 1});
    add(Role::parameter, model.parameters);
    add(Role::term, model.terms);
    add(Role::derived, model.derived);
}

std::string Writer::operator()(double number) const
{
    std::string text = shortest(number);
    if (!m_dialect.writesSignedExponents)
        if (const auto plus = text.find("e+"); plus != text.npos) text.erase(plus + 1, 1);
    return text;
}

std::string Writer::between(Symbol left, std::string_view sign, Symbol right, Tightness own, Tightness rightAtLeast,
                            Tightness atLeast) const
{
    return inBrackets(write(left, own) + std::string(sign) + write(right, rightAtLeast), own < atLeast);
}

std::string Writer::write(Symbol expression, Tightness atLeast) const
{
    const Symbol::Node& node = expression.node();
    switch (node.kind) {
    case Kind::number: return inBrackets((*this)(node.number), node.number < 0 && atLeast > Tightness::sum);
    case Kind::name: {
        const auto renamed = m_renamed.find({node.role, node.index});
        if (renamed != m_renamed.end()) return renamed->second;
        return node.role == Role::given ? std::string(node.quantity->symbol) : m_names.of(node.role, node.index);
    }
    case Kind::negative: return inBrackets("-" + write(node.left, Tightness::product), atLeast > Tightness::sum);
    case Kind::sum: return between(node.left, " + ", node.right, Tightness::sum, Tightness::product, atLeast);
    case Kind::difference: return between(node.left, " - ", node.right, Tightness::sum, Tightness::product, atLeast);
    case Kind::product: return between(node.left, m_dialect.product, node.right, Tightness::product, Tightness::power, atLeast);
    case Kind::quotient: return between(node.left, m_dialect.quotient, node.right, Tightness::product, Tightness::power, atLeast);
    case Kind::function: return function(node, atLeast);
    }
    return {};
}

std::string Writer::function(const Symbol::Node& node, Tightness atLeast) const
{
    const Spelling* spelling = spellingOf(m_dialect, node.function->name);
    if (!spelling && node.written) return write(node.written, atLeast);
    if (!spelling)
        throw CannotSay{{"%1 has no function %2, which the model's equations use; choose another target.",
                         {std::string(m_dialect.language), std::string(node.function->name)}}};
    std::string text;
    const Symbol arguments[] = {node.left, node.right, node.third};
    for (std::size_t i = 0; i < spelling->text.size(); ++i) {
        if (spelling->text[i] != called[0]) text += spelling->text[i];
        else text += write(arguments[spelling->text[++i] - '1'], spelling->inside);
    }
    return inBrackets(text, spelling->outside < atLeast);
}

Symbol givenBy(const Segment& segment, Symbol t)
{
    const Symbol since = segment.from == 0 ? t : t - Symbol(segment.from);
    Symbol sum = segment.base;
    const auto add = [&](Symbol part) { sum = segment.base == 0 && sum.node().kind == Kind::number ? part : sum + part; };
    if (segment.slope != 0) add(Symbol(segment.slope) * since);
    static constexpr SymbolicFunction sine{"sin", Notation::named, [](const double* x) { return std::sin(x[0]); }};
    for (const Wave& w : segment.waves) {
        const Symbol angle = w.phase == 0 ? Symbol(w.omega) * since : Symbol(w.omega) * since + Symbol(w.phase);
        add(Symbol(w.amplitude) * Symbol::of(sine, {angle, {}, {}}, {}));
    }
    return tidied(sum);
}

std::string Writer::given(const Segment& segment, std::string_view t) const
{
    Quantity time;
    time.symbol = t;
    return (*this)(givenBy(segment, Symbol::named(Role::given, 0, time)));
}

bool uses(Symbol expression, std::string_view function)
{
    if (!expression) return false;
    const Symbol::Node& node = expression.node();
    if (node.function && node.function->name == function) return true;
    return uses(node.left, function) || uses(node.right, function) || uses(node.third, function);
}

bool uses(const Script& script, std::string_view function)
{
    const auto does = [&](Symbol s) { return uses(s, function); };
    const auto inEquation = [&](const Equation& e) { return does(e.right); };
    return std::ranges::any_of(script.rates, does) || std::ranges::any_of(script.terms, inEquation)
           || std::ranges::any_of(script.resets, inEquation) || does(script.event) || does(script.clampCurrent);
}

}
