// SPDX-License-Identifier: GPL-3.0-or-later
#include "nmodl.h"

#include "syntax.h"
#include "target.h"

namespace rheobase {

namespace {

using enum Tightness;

constexpr Spelling functions[] = {
    {"abs", "fabs(%1)"},          {"expLinear", "exp_linear(%1)"},  {"pow", "pow(%1, %2)"}, // nocmodl does not take the slope of a ^
    {"min", "lesser(%1, %2)"},    {"max", "greater(%1, %2)"},       {"<", "less(%1, %2)"},
    {"<=", "(1 - less(%2, %1))"}, {"select", "choose(%1, %2, %3)"},
};

// clang-format off
constexpr std::string_view reserved[] = {
    "v", "t", "dt", "celsius", "area", "diam", "nseg", "secondorder", "PI", "E", "flag", "w", "i", "x", "y", "a1", "if", "else", "while",
    "for", "do", "return", "int", "double", "float", "char", "void", "short", "long", "struct", "union", "enum", "static", "const",
    "auto", "register", "signed", "unsigned", "switch", "case", "break", "continue", "default", "goto", "sizeof", "typedef", "volatile",
    "extern", "exp", "log", "sqrt", "fabs", "sinh", "cosh", "tanh", "sin", "cos", "tan", "pow", "abs", "ceil", "floor", "fmod",
    "exp_linear", "lesser", "greater", "less", "choose", "states", "rates", "free", "malloc", "printf", "moves", "base", "slope", "begin",
    "e", "amplitude", "omega", "phase", "capped", "net_send", "net_event", "delta_t", "point_process", "get_location", "has_loc", "loc",
    "DONE", "INF", "R", "NULL", "id", "name", "spike", "size", "hname", "baseattr", "allsec", "hoc", "D", "is", "to", "from", "h", "xtra",
    "ghk", "nernst", "erf", "step", "pulse", "ramp", "squarewave",
};
// clang-format on

constexpr Dialect dialect{"NMODL", functions, reserved};

/// The model as a point process of NMODL with states of its own, V among them.
class Mechanism {
public:
    explicit Mechanism(const Script& script) : m_script(script), m_write(script, dialect), m_rates(script, dialect)
    {
        if (script.threshold && script.model().runsUp) m_rates.rename(Role::state, 0, "capped");
    }

    std::string text() const
    {
        return filled(pattern, {{"head", head()},
                                {"range", range()},
                                {"parameters", parameters()},
                                {"states", all(
                                               m_script.start.size(), [&](std::size_t i) { return names().state(i); }, " ")},
                                {"assigned", assigned()},
                                {"initial", initial()},
                                {"spike", spike()},
                                {"rates", rates()},
                                {"receive", receive()},
                                {"functions", helpers()}});
    }
    const Names& names() const { return m_write.names(); }

private:
    template<class F> static std::string all(std::size_t n, F&& f, std::string_view between)
    {
        std::string text;
        for (std::size_t i = 0; i < n; ++i) text += (i ? std::string(between) : "") + f(i);
        return text;
    }

    std::string head() const
    {
        std::vector<std::string> texts = headLines(m_script);
        for (std::string& text : texts) text = inAscii(text);
        return lines(texts, ": ");
    }

    std::string range() const
    {
        return all(
            m_script.parameters.size(), [&](std::size_t i) { return names().parameter(i); }, ", ");
    }

    std::string parameters() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.parameters.size(); ++i)
            text += "    " + names().parameter(i) + " = " + m_write(m_script.parameters[i]) + "  : "
                    + inAscii(described(m_script.model().parameters[i])) + "\n";
        return text;
    }

    std::string assigned() const
    {
        std::string text = "    " + names().input() + " moves capped\n";
        for (const Equation& term : m_script.terms)
            text += "    " + names().of(Role::term, term.index) + "  : " + inAscii(described(m_script.model().terms[term.index])) + "\n";
        return text;
    }

    std::string initial() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.start.size(); ++i)
            text += "    " + names().state(i) + " = " + m_write(m_script.start[i]) + "\n";
        return text + (m_script.event ? "    net_send(0, 1)\n" : "");
    }

    std::string rates() const
    {
        std::string text = "    " + names().input() + " = base + slope * (t - begin) + amplitude * sin(omega * (t - begin) + phase)\n";
        if (m_script.threshold && m_script.model().runsUp)
            text += "    capped = lesser(" + names().state(0) + ", " + m_rates(*m_script.threshold)
                    + ")  : a step may look past the threshold\n";
        for (const Equation& term : m_script.terms)
            text += "    " + names().of(Role::term, term.index) + " = " + m_rates(term.right) + "\n";
        for (std::size_t i = 0; i < m_script.rates.size(); ++i)
            text += "    " + names().state(i) + "' = " + (i == 0 && m_script.refractory ? "moves * (" : "(") + m_rates(m_script.rates[i])
                    + ")\n";
        return text;
    }

    std::string spike() const { return m_script.event ? m_write(m_script.event) : names().state(0); }

    std::string receive() const
    {
        if (!m_script.event) return {};
        std::string resets;
        for (const Equation& r : m_script.resets) resets += "        " + names().state(r.index) + " = " + m_write(r.right) + "\n";
        const std::string hold =
            m_script.refractory ? "        moves = 0\n        net_send(" + names().parameter(*m_script.refractory) + ", 3)\n" : "";
        return "\nNET_RECEIVE (w) {\n    if (flag == 1) {\n        WATCH (" + names().state(0) + " > " + m_write(*m_script.threshold)
               + ") 2\n    } else if (flag == 2) {  : a spike\n        net_event(t)\n" + resets + hold
               + "    } else if (flag == 3) {  : the end of the refractory period\n        moves = 1\n    }\n}\n";
    }

    std::string helpers() const
    {
        std::string text;
        if (uses(m_script, "expLinear"))
            text += "\nFUNCTION exp_linear(x) {  : x / (1 - exp(-x)), also at 0\n    if (fabs(x) < 1e-5) {\n        exp_linear = 1 + x / 2 "
                    "+ x * x / 12\n"
                    "    } else {\n        exp_linear = x / (1 - exp(-x))\n    }\n}\n";
        if (uses(m_script, "min") || (m_script.threshold && m_script.model().runsUp))
            text += "\nFUNCTION lesser(x, y) {\n    if (x < y) {\n        lesser = x\n    } else {\n        lesser = y\n    }\n}\n";
        if (uses(m_script, "max"))
            text += "\nFUNCTION greater(x, y) {\n    if (x > y) {\n        greater = x\n    } else {\n        greater = y\n    }\n}\n";
        if (uses(m_script, "<") || uses(m_script, "<="))
            text += "\nFUNCTION less(x, y) {\n    if (x < y) {\n        less = 1\n    } else {\n        less = 0\n    }\n}\n";
        if (uses(m_script, "select"))
            text += "\nFUNCTION choose(w, x, y) {\n    if (w != 0) {\n        choose = x\n    } else {\n        choose = y\n    }\n}\n";
        return text;
    }

    static constexpr std::string_view pattern = R"(@head@: All numbers are in the units that stand beside them, slopes per ms.
NEURON {
    POINT_PROCESS Handover
    RANGE base, slope, begin, amplitude, omega, phase
    RANGE @range@
    THREADSAFE
}

PARAMETER {
@parameters@    base = 0  : what is injected is base + slope * (t - begin) + amplitude * sin(omega * (t - begin) + phase)
    slope = 0
    begin = 0
    amplitude = 0
    omega = 0
    phase = 0
}

STATE { @states@ }

ASSIGNED {
@assigned@}

INITIAL {
    moves = 1
@initial@}

BREAKPOINT {
    SOLVE states METHOD derivimplicit
}

DERIVATIVE states {
@rates@}
@receive@@functions@)";

    const Script& m_script;
    Writer m_write, m_rates;
};

}

const Dialect& nmodlDialect() { return dialect; }

std::string nmodlMechanism(const Script& script) { return Mechanism(script).text(); }

}
