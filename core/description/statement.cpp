// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement.h"

#include "typeset.h"

#include <algorithm>

namespace rheobase {

namespace {

using Kind = Symbol::Kind;

constexpr std::size_t shortEnough = 8; // names and numbers in a definition that is written out

bool isName(Symbol s, Role role) { return s.node().kind == Kind::name && s.node().role == role; }

std::size_t leaves(Symbol s)
{
    if (!s) return 0;
    const std::size_t below = leaves(s.node().left) + leaves(s.node().right) + leaves(s.node().third);
    return below == 0 ? 1 : below;
}

void collect(Symbol s, std::vector<Addend>& addends)
{
    const Symbol::Node& node = s.node();
    if (node.kind == Kind::sum || node.kind == Kind::difference) {
        collect(node.left, addends);
        if (node.kind == Kind::sum && node.right.node().kind == Kind::sum) collect(node.right, addends);
        else addends.push_back({node.kind == Kind::difference, node.right, {}});
    } else if (node.kind == Kind::negative) addends.push_back({true, node.left, {}});
    else addends.push_back({false, s, {}});
}

Statement statementOf(const Equation& equation, std::span<const Equation> equations)
{
    Statement statement{equation.kind, equation.index, {}, tidied(equation.right), {}};
    const bool isDerivative = equation.kind == Equation::Kind::derivative;
    const Symbol::Node& node = statement.right.node();
    if (isDerivative && node.kind == Kind::quotient && isName(node.right, Role::parameter)) {
        statement.factor = node.right;
        statement.right = node.left;
    }
    collect(statement.right, statement.addends);
    for (Addend& addend : statement.addends) {
        if (!isName(addend.symbol, Role::term) && !isName(addend.symbol, Role::input)) continue;
        addend.name = addend.symbol;
        const auto definition = std::ranges::find_if(equations, [&](const Equation& e) {
            return e.kind == Equation::Kind::term && isName(addend.name, Role::term) && e.index == addend.name.node().index;
        });
        if (isDerivative && definition != equations.end() && leaves(definition->right) <= shortEnough)
            addend.symbol = tidied(definition->right);
    }
    return statement;
}

/// The sum of the parts taken away (minus) or added, as text by a writer of expressions.
template<class Write> std::string sumOf(std::span<const Addend> addends, bool minus, Write write)
{
    std::string sum;
    for (const Addend& addend : addends)
        if (addend.minus == minus) sum += (sum.empty() ? "" : " + ") + write(addend.symbol);
    return sum.empty() ? "0" : sum;
}

bool isSum(Symbol s) { return s.node().kind == Kind::sum || s.node().kind == Kind::difference; }

template<class Write> std::string rightSide(const Statement& statement, Write write)
{
    std::string right;
    for (const Addend& addend : statement.addends) {
        right += right.empty() ? (addend.minus ? "-" : "") : (addend.minus ? " - " : " + ");
        right += addend.minus && isSum(addend.symbol) ? "(" + write(addend.symbol) + ")" : write(addend.symbol);
    }
    return right;
}

}

std::vector<Statement> statements(const Model& model)
{
    const std::vector<Equation> equations = model.equations();
    std::vector<Statement> result;
    for (const Equation& equation : equations) result.push_back(statementOf(equation, equations));
    return result;
}

const Quantity& subject(const Statement& statement, const Model& model)
{
    switch (statement.kind) {
    case Equation::Kind::term: return model.terms[statement.index];
    case Equation::Kind::derived: return model.derived[statement.index];
    default: return model.state[statement.index];
    }
}

std::string unitOf(const Statement& statement, const Model& model)
{
    if (statement.kind != Equation::Kind::derivative) return std::string(subject(statement, model).unit);
    for (const Addend& addend : statement.addends)
        if (addend.name) return std::string(addend.name.node().quantity->unit);
    const Unit& unit = subject(statement, model).unit;
    return statement.factor ? std::string(unit) : perTime(unit);
}

bool writesOut(const Statement& statement, std::size_t term)
{
    return std::ranges::any_of(statement.addends, [&](const Addend& addend) {
        return addend.name && isName(addend.name, Role::term) && addend.name.node().index == term && !isName(addend.symbol, Role::term);
    });
}

std::string text(const Statement& statement, const Model& model)
{
    const auto write = [](Symbol s) { return text(s); };
    const std::string name = identifier(subject(statement, model).symbol);
    switch (statement.kind) {
    case Equation::Kind::event:
        return "spike at " + sumOf(statement.addends, false, write) + " >= " + sumOf(statement.addends, true, write);
    case Equation::Kind::reset: return name + " <- " + rightSide(statement, write);
    case Equation::Kind::derivative: {
        const std::string factor = statement.factor ? text(statement.factor) + " " : "";
        return factor + "d" + name + "/dt = " + rightSide(statement, write);
    }
    default: return name + " = " + rightSide(statement, write);
    }
}

std::string latex(const Statement& statement, const Model& model)
{
    const auto write = [](Symbol s) { return latex(s); };
    const std::string name = latex(subject(statement, model).symbol);
    switch (statement.kind) {
    case Equation::Kind::event: return sumOf(statement.addends, false, write) + " \\ge " + sumOf(statement.addends, true, write);
    case Equation::Kind::reset: return name + " \\leftarrow " + rightSide(statement, write);
    case Equation::Kind::derivative: {
        const std::string factor = statement.factor ? latex(statement.factor) + "\\," : "";
        return factor + "\\frac{\\mathrm{d}" + name + "}{\\mathrm{d}t} = " + rightSide(statement, write);
    }
    default: return name + " = " + rightSide(statement, write);
    }
}

}
