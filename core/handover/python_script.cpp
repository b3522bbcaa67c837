// SPDX-License-Identifier: GPL-3.0-or-later
#include "python_script.h"

#include "target.h"

namespace rheobase {

namespace {

using enum Tightness;

constexpr Spelling functions[] = {
    {"exp", "np.exp(%1)"},
    {"ln", "np.log(%1)"},
    {"sqrt", "np.sqrt(%1)"},
    {"abs", "abs(%1)"},
    {"sinh", "np.sinh(%1)"},
    {"cosh", "np.cosh(%1)"},
    {"tanh", "np.tanh(%1)"},
    {"sin", "np.sin(%1)"},
    {"sigmoid", "expit(%1)"},
    {"expLinear", "1 / exprel(-%1)", product, product},
    {"pow", "%1**%2", whole, power},
    {"min", "min(%1, %2)"},
    {"max", "max(%1, %2)"},
    {"<", "%1 < %2", sum, comparison},
    {"<=", "%1 <= %2", sum, comparison},
    {"select", "(%2 if %1 else %3)"},
};

// clang-format off
constexpr std::string_view reserved[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield", "match", "abs", "min", "max", "len", "print", "int", "float", "sorted", "np", "sys", "t",
    "x", "run", "main", "rates", "reset", "excess", "rises", "rearms", "restarts", "given", "held", "spikes", "begin", "end", "stop", "pieces",
    "duration", "initial", "expected", "tolerance", "solution", "solutions", "spike_level", "rearm_level", "solve_ivp", "exprel", "expit",
    "compare_until", "compare", "samples", "plt", "value_at", "current", "state", "armed", "fires", "held_until", "free", "simulate",
    "sample_times", "dt", "types", "step", "slopes", "t_all", "states",
};
// clang-format on

constexpr Dialect dialect{"Python", functions, reserved};

}

const Dialect& pythonDialect() { return dialect; }

std::string givenMeaning(const Script& script)
{
    const Quantity q = given(script.experiment);
    const std::string unit(q.unit);
    return inComment(std::string(script.isClamped() ? "The commanded potential" : "The injected current")
                     + (unit.empty() ? "" : " in " + unit));
}

std::string PythonText::docstring(std::string_view purpose, std::span<const Sentence> unsaid) const
{
    std::vector<std::string> texts = headLines(m_script);
    texts[0] += ".";
    texts.insert(texts.end(), {"", std::string(purpose)});
    texts.emplace_back("It prints how far it is off what Rheobase computes, and exits with 1 beyond the tolerance.");
    texts.emplace_back("Times are in ms.");
    texts.emplace_back();
    for (const std::string& text : settingLines(m_script)) texts.push_back(text);
    for (const Sentence& sentence : unsaid) texts.push_back(inComment("Not said here: " + std::string(sentence)));
    return "\"\"\"" + lines(texts, "") + "\"\"\"\n";
}

std::string PythonText::parameters() const
{
    std::string text;
    for (std::size_t i = 0; i < m_script.parameters.size(); ++i)
        text += names().parameter(i) + " = " + m_write(m_script.parameters[i]) + "  # " + described(m_script.model().parameters[i]) + "\n";
    return text;
}

std::string PythonText::initial() const
{
    std::string numbers, what;
    for (std::size_t i = m_script.firstState(); i < m_script.start.size(); ++i) {
        const Quantity& q = m_script.model().state[i];
        numbers += (numbers.empty() ? "" : ", ") + m_write(m_script.start[i]);
        what += (what.empty() ? "" : ", ") + names().state(i) + (q.unit.empty() ? "" : " in " + std::string(q.unit));
    }
    return "initial = [" + numbers + "]  # " + inComment(what) + "\n";
}

std::string PythonText::states() const
{
    std::string text;
    const std::size_t first = m_script.firstState(), n = m_script.start.size();
    for (std::size_t i = first; i < n; ++i) text += (i > first ? ", " : "") + names().state(i);
    return n - first == 1 ? text + "," : text;
}

std::string PythonText::terms(std::string_view indent) const
{
    std::string text;
    for (const Equation& term : m_script.terms) {
        const Quantity& q = m_script.model().terms[term.index];
        text += std::string(indent) + names().of(Role::term, term.index) + " = " + m_write(term.right) + "  # " + described(q) + "\n";
    }
    return text;
}

std::string PythonText::expected() const
{
    const Expected& e = m_script.expected;
    if (e.samples.empty()) {
        std::string text = "expected = [" + (e.spikes.empty() ? "" : "\n" + listed(e.spikes, "    ") + ",\n") + "]  # ms\n";
        text += "tolerance = " + shortest(e.tolerance) + "  # ms\n";
        return text + "compare_until = " + shortest(e.until) + "  # ms"
               + (e.until < m_script.experiment.duration ? "; later spikes depend on the last digits of any solver" : "") + "\n";
    }
    const Quantity& q = m_script.isClamped() ? recordedCurrent(m_script.experiment) : m_script.model().state[0];
    std::string text = "expected = [";
    for (const Sample& s : e.samples) text += "\n    (" + shortest(s.time) + ", " + shortest(s.value) + "),";
    return text + "\n]  # ms, " + inComment(std::string(q.symbol) + (q.unit.empty() ? "" : " in " + std::string(q.unit)))
           + "\ntolerance = " + shortest(e.tolerance) + (q.unit.empty() ? "" : "  # " + inComment(q.unit)) + "\n";
}

}
