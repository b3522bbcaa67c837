// SPDX-License-Identifier: GPL-3.0-or-later
#include "prose.h"

#include "statement.h"
#include "syntax.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace rheobase {

namespace {

/// What is given, by cases; from and to in ms.
std::string givenFormula(const Script& script)
{
    constexpr std::size_t most = 12;
    Quantity t;
    t.symbol = "t";
    const Symbol time = Symbol::named(Role::given, 0, t);
    const std::string name = script.isClamped() ? latex(script.model().state[0].symbol) : latex(script.model().input.symbol);
    if (script.segments.size() == 1) return name + " = " + latex(givenBy(script.segments[0], time));
    std::string cases = name + " = \\begin{cases} ";
    for (std::size_t i = 0; i < std::min(most, script.segments.size()); ++i) {
        const Segment& s = script.segments[i];
        cases += latex(givenBy(s, time)) + " & " + latexNumber(s.from) + " \\le t < " + latexNumber(s.to) + " \\\\ ";
    }
    if (script.segments.size() > most) cases += "\\dots & \\\\ ";
    return cases + "\\end{cases}";
}

std::string spikeOf(const Script& script, const std::vector<Statement>& all)
{
    const Experiment& e = script.experiment;
    if (script.isClamped() || !e.model->fires()) return {};
    for (const Statement& s : all)
        if (s.kind == Equation::Kind::event) return latex(s, *e.model);
    return latex(e.model->state[0].symbol) + " \\ge " + latexNumber(e.spikeLevel);
}

double sixDigits(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return std::strtod(text, nullptr);
}

ProseRow row(const Quantity& q, double value) { return {latex(q.symbol), latexNumber(value), inComment(q.unit), inComment(q.meaning)}; }

}

std::string latexNumber(double value)
{
    std::string text = shortest(value);
    if (const auto e = text.find('e'); e != text.npos)
        text = text.substr(0, e) + " \\cdot 10^{" + std::to_string(std::stoi(text.substr(e + 1))) + "}";
    return text;
}

Prose proseOf(const Script& script)
{
    const Model& model = script.model();
    const Experiment& e = script.experiment;
    const std::vector<Statement> all = statements(model);
    const auto isNeeded = [&](const Statement& s) {
        return std::ranges::any_of(script.terms, [&](const Equation& t) { return t.index == s.index; })
               && !std::ranges::any_of(
                   all, [&](const Statement& other) { return other.kind == Equation::Kind::derivative && writesOut(other, s.index); });
    };
    Prose prose;
    prose.title = inComment(std::string(model.name) + (script.isClamped() ? " in voltage clamp" : ""));
    prose.source = inComment(model.source);
    for (const Statement& s : all) {
        if (s.kind == Equation::Kind::derivative && s.index >= script.firstState()) prose.equations.push_back(latex(s, model));
        if (s.kind == Equation::Kind::term && isNeeded(s)) prose.parts.push_back(latex(s, model));
        if (s.kind == Equation::Kind::reset) prose.resets.push_back(latex(s, model));
    }
    prose.spike = spikeOf(script, all);
    if (script.refractory) prose.refractory = latex(model.parameters[*script.refractory].symbol);
    prose.given = givenFormula(script);
    for (std::size_t i = 0; i < script.parameters.size(); ++i) prose.parameters.push_back(row(model.parameters[i], script.parameters[i]));
    for (std::size_t i = script.firstState(); i < script.start.size(); ++i)
        prose.start.push_back(row(model.state[i], sixDigits(script.start[i])));
    prose.solver = std::string(description(e.solver).name);
    prose.made = inComment("Made by Rheobase " + script.version + ": " + script.made);
    return prose;
}

}
