// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealed.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

/// What is calculated from parameters, besides the model's own derived quantities: by the names that lessons hide them by.
constexpr std::string_view calculated[] = {
    "rest", "rheobase", "rheobase.sustained", "chronaxie", "rate.formula", "equation-values", "circuit-values", "rheobase-tick",
    "map",  "phase",    "gate-curves",        "frequency", "strength",     "ladder",          "write",          "why"};

bool isListed(const std::vector<std::string>& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

bool isSame(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Marks in `depends` which of the numbers that `compute` makes of parameters change with a sealed one, at some places of its range.
template<class Compute> std::vector<bool> dependents(const Experiment& e, std::size_t count, Compute compute)
{
    std::vector<bool> depends(count);
    const auto& table = e.model->parameters;
    for (const bool isDefault : {true, false}) {
        const std::vector<double> base = isDefault ? e.model->defaults() : e.parameters;
        const auto before = compute(base);
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (!isSealed(e, table[i])) continue;
            for (const double share : {0.13, 0.37, 0.71}) {
                auto moved = base;
                moved[i] = table[i].min + share * (table[i].max - table[i].min);
                const auto after = compute(moved);
                for (std::size_t k = 0; k < count; ++k) depends[k] = depends[k] || !isSame(before[k], after[k]);
            }
        }
    }
    return depends;
}

}

bool isSealed(const Experiment& e, const Quantity& parameter)
{
    return isSealed(e) && isListed(e.seal.names, identifier(parameter.symbol));
}

std::vector<bool> concealedTerms(const Experiment& e)
{
    const Model& model = *e.model;
    std::vector<bool> tells(model.terms.size());
    if (!isSealed(e)) return tells;
    for (const double share : {0.21, 0.53, 0.86}) { // of the way through each state's range: a term may vanish somewhere
        std::vector<double> x;
        for (const Quantity& q : model.state) x.push_back(q.min + share * (q.max - q.min));
        const auto here = dependents(e, tells.size(), [&](const std::vector<double>& p) { return model.termsAt(x, p); });
        for (std::size_t k = 0; k < tells.size(); ++k) tells[k] = tells[k] || here[k];
    }
    return tells;
}

std::vector<std::string> concealed(const Experiment& e)
{
    if (!isSealed(e)) return {};
    const Model& model = *e.model;
    std::vector<std::string> names = e.seal.names;
    names.insert(names.end(), std::begin(calculated), std::end(calculated));
    const auto derived = dependents(e, model.derived.size(), [&](const std::vector<double>& p) { return model.derivedFrom(p); });
    for (std::size_t i = 0; i < derived.size(); ++i)
        if (derived[i]) names.push_back(identifier(model.derived[i].symbol));
    const auto terms = concealedTerms(e);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!terms[i]) continue;
        names.push_back(identifier(model.terms[i].symbol));
        if (model.terms[i].part == Part::ionicCurrent && !isListed(names, "currents")) names.emplace_back("currents");
    }
    return names;
}

std::vector<std::string> besideSealed(const Experiment& e)
{
    std::vector<std::string> names;
    if (isSealed(e)) names.emplace_back("clamp");
    const auto& table = e.model->parameters;
    for (const Order& order : e.model->orders)
        for (const auto& [one, other] : {std::pair(order.lower, order.upper), std::pair(order.upper, order.lower)})
            if (isSealed(e, table[one])) names.push_back(identifier(table[other].symbol));
    return names;
}

Experiment disguised(const Experiment& experiment)
{
    Experiment e = experiment;
    for (std::size_t i = 0; i < e.parameters.size(); ++i)
        if (isSealed(experiment, e.model->parameters[i])) e.parameters[i] = e.model->parameters[i].value;
    e.seal = {};
    return e;
}

}
