// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels.h"

#include <algorithm>

namespace rheobase {

namespace {

using Kind = Symbol::Kind;

struct Factor {
    Symbol symbol;
    bool divides;
};

void collect(Symbol s, bool divides, std::vector<Factor>& factors)
{
    const Symbol::Node& node = s.node();
    if (node.kind == Kind::product || node.kind == Kind::quotient) {
        collect(node.left, divides, factors);
        collect(node.right, divides != (node.kind == Kind::quotient), factors);
    } else if (node.kind == Kind::negative) {
        factors.push_back({Symbol(-1), false});
        collect(node.left, divides, factors);
    } else factors.push_back({s, divides});
}

bool isConstant(Symbol s)
{
    return !findName(
        s, [](const Symbol::Node& name) { return name.role == Role::state || name.role == Role::term || name.role == Role::input; });
}

/// The first parameter of this part within an expression.
std::optional<std::size_t> parameterIn(Symbol s, Part part)
{
    const auto* found = findName(s, [&](const Symbol::Node& name) { return name.role == Role::parameter && name.quantity->part == part; });
    return found ? std::optional(found->index) : std::nullopt;
}

/// V − E
bool isDriving(const Factor& factor)
{
    const Symbol::Node& node = factor.symbol.node();
    if (factor.divides || node.kind != Kind::difference) return false;
    const Symbol::Node &V = node.left.node(), &E = node.right.node();
    return V.kind == Kind::name && V.role == Role::state && V.index == 0 && E.kind == Kind::name && E.role == Role::parameter
           && E.quantity->part == Part::reversal;
}

void multiply(Symbol& product, const Factor& factor)
{
    if (factor.divides) product = (product ? product : Symbol(1)) / factor.symbol;
    else product = product ? product * factor.symbol : factor.symbol;
}

Channel channelOf(std::size_t term, Symbol definition)
{
    Channel channel{.current = term, .conductance = {}, .reversal = {}, .maximal = {}, .gating = {}, .driving = {}};
    std::vector<Factor> factors;
    collect(definition, false, factors);
    for (const Factor& factor : factors) {
        if (isConstant(factor.symbol)) multiply(channel.maximal, factor);
        else if (!channel.driving && isDriving(factor)) channel.driving = factor.symbol;
        else multiply(channel.gating, factor);
    }
    channel.conductance = parameterIn(channel.maximal, Part::conductance);
    if (channel.driving) channel.reversal = channel.driving.node().right.node().index;
    return channel;
}

}

std::vector<Channel> channelsOf(const Model& model)
{
    std::vector<Channel> channels;
    for (const Equation& equation : model.equations())
        if (equation.kind == Equation::Kind::term && model.terms[equation.index].part == Part::ionicCurrent)
            channels.push_back(channelOf(equation.index, equation.right));
    return channels;
}

std::string_view gateOf(const Quantity& quantity)
{
    switch (quantity.part) {
    case Part::rate:
    case Part::timeConstant: return owner(quantity);
    case Part::steadyState: return quantity.symbol.substr(0, quantity.symbol.find('_'));
    default: return quantity.symbol;
    }
}

}
