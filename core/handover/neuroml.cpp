// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntax.h"
#include "target.h"

#include <algorithm>

namespace rheobase {

namespace {

using enum Tightness;

/// LEMS has neither conditions in an expression nor min and max, but a step, H(x).
constexpr Spelling functions[] = {
    {"ln", "ln(%1)"},
    {"sin", "sin(%1)"},
    // Where x/(1 - e^-x) is 0/0 it is taken a millionth beside it.
    {"expLinear", "((%1 + 1e-6 * H(1e-6 - abs(%1))) / (1 - exp(-(%1 + 1e-6 * H(1e-6 - abs(%1))))))", product},
    {"pow", "%1^%2", whole, power},
    {"min", "(0.5 * (%1 + %2 - abs(%1 - %2)))", product},
    {"max", "(0.5 * (%1 + %2 + abs(%1 - %2)))", product},
    {"<", "H(%2 - %1)", product},
    {"<=", "(1 - H(%1 - %2))", product},
    {"select", "(%1 * %2 + (1 - %1) * %3)", power},
};

// clang-format off
constexpr std::string_view reserved[] = {
    "t", "v", "exp", "ln", "log", "sqrt", "abs", "sinh", "cosh", "tanh", "sin", "cos", "tan", "random", "H", "ceil", "factorial", "and",
    "or", "gt", "lt", "geq", "leq", "eq", "neq", "id", "type", "MS", "now", "synapses", "iSyn", "ISyn", "iMemb", "spiking", "spike",
    "armed", "lastSpike", "held", "select", "name", "value", "Lems",
};
// clang-format on

constexpr Dialect dialect{"LEMS", functions, reserved, " * ", " / ", false};

std::string inAttribute(std::string_view text)
{
    std::string safe;
    for (const char c : inComment(text)) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\'': safe += "&apos;"; break;
        default: safe += c;
        }
    }
    return safe;
}

/// XML's comments end at two hyphens.
std::string inXmlComment(std::string_view text)
{
    std::string safe;
    for (const char c : inComment(text)) safe += c == '-' && safe.ends_with('-') ? " -" : std::string(1, c);
    return safe.ends_with('-') ? safe + " " : safe;
}

/// Writes the parts of the file.
class LemsText {
public:
    explicit LemsText(const Script& script) : m_script(script), m_write(script, dialect), m_rates(script, dialect)
    {
        if (script.threshold && script.model().runsUp) m_rates.rename(Role::state, 0, "capped");
    }
    const Names& names() const { return m_write.names(); }

    std::string head() const
    {
        std::vector<std::string> texts = headLines(m_script);
        texts.pop_back(); // a comment must not have a command's hyphens: how it was made stands in the description
        for (const std::string& text : settingLines(m_script)) texts.push_back(text);
        for (const Sentence& left : unsaid(m_script, *findTarget("neuroml"))) texts.push_back("Not said here: " + std::string(left));
        texts.insert(texts.end(), {"", "All numbers are in the units of the descriptions; slopes are per ms, which MS makes of them."});
        texts.push_back("The spikes go to spikes.dat, in s; what Rheobase computes, in ms, to compare them with:");
        std::string text;
        for (std::string& line : texts) text += "    " + inXmlComment(line) + "\n";
        text += m_script.expected.spikes.empty() ? "    (none)\n" : listed(m_script.expected.spikes, "    ") + "\n";
        return text + "    Tolerance: " + m_write(tolerance()) + " ms.\n";
    }

    std::string parameters() const
    {
        std::string text;
        const auto add = [&](const std::string& name, const Quantity& q, std::string_view more) {
            text += "        <Parameter name=\"" + name + "\" dimension=\"none\" description=\""
                    + inAttribute(described(q) + std::string(more)) + "\"/>\n";
        };
        for (std::size_t i = 0; i < m_script.parameters.size(); ++i) add(names().parameter(i), m_script.model().parameters[i], "");
        for (std::size_t i = 0; i < m_script.start.size(); ++i)
            add(names().state(i) + "_start", m_script.model().state[i], ", at the start");
        return text;
    }

    std::string states() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.start.size(); ++i)
            text += "        <Exposure name=\"" + names().state(i) + "\" dimension=\"none\" description=\""
                    + inAttribute(described(m_script.model().state[i])) + "\"/>\n";
        return text;
    }

    std::string dynamics() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.start.size(); ++i)
            text +=
                "            <StateVariable name=\"" + names().state(i) + "\" dimension=\"none\" exposure=\"" + names().state(i) + "\"/>\n";
        text += "            <StateVariable name=\"armed\" dimension=\"none\"/>\n";
        if (m_script.refractory) text += "            <StateVariable name=\"lastSpike\" dimension=\"none\"/>\n";
        text += derived("now", "t / MS");
        if (m_script.threshold && m_script.model().runsUp)
            text += derived("capped", "0.5 * (" + names().state(0) + " + " + m_write(*m_script.threshold) + " - abs(" + names().state(0)
                                          + " - " + m_write(*m_script.threshold) + "))");
        if (m_script.refractory) text += derived("held", "H(lastSpike + " + names().parameter(*m_script.refractory) + " - now)");
        for (const Equation& term : m_script.terms) text += derived(names().of(Role::term, term.index), m_rates(term.right));
        text += given();
        for (std::size_t i = 0; i < m_script.rates.size(); ++i)
            text += "            <TimeDerivative variable=\"" + names().state(i) + "\" value=\""
                    + (i == 0 && m_script.refractory ? "(1 - held) * (" : "(") + m_rates(m_script.rates[i]) + ") / MS\"/>\n";
        return text + onStart() + conditions();
    }

    std::string component() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.parameters.size(); ++i)
            text += " " + names().parameter(i) + "=\"" + m_write(m_script.parameters[i]) + "\"";
        for (std::size_t i = 0; i < m_script.start.size(); ++i)
            text += " " + names().state(i) + "_start=\"" + m_write(m_script.start[i]) + "\"";
        return text;
    }

    std::string columns() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_script.start.size(); ++i)
            text += "            <OutputColumn id=\"" + names().state(i) + "\" quantity=\"neurons[0]/" + names().state(i) + "\"/>\n";
        return text;
    }

    std::string number(double x) const { return m_write(x); }

private:
    /// A fixed step of the fourth order that sees a threshold at its end.
    double tolerance() const
    {
        const Expected& e = m_script.expected;
        return roundedUp(3 * e.ownError + 10 * e.tolerance + m_script.experiment.dt * static_cast<double>(e.spikes.size() + 1));
    }

    std::string derived(const std::string& name, const std::string& value) const
    {
        return "            <DerivedVariable name=\"" + name + "\" dimension=\"none\" value=\"" + inAttribute(value) + "\"/>\n";
    }

    std::string given() const
    {
        if (m_script.segments.size() == 1) return derived(names().input(), m_write.given(m_script.segments[0], "now"));
        std::string text = "            <ConditionalDerivedVariable name=\"" + names().input() + "\" dimension=\"none\">\n";
        for (const Segment& s : m_script.segments) {
            const std::string condition = &s == &m_script.segments.back() ? "" : "condition=\"now .lt. " + m_write(s.to) + "\" ";
            text += "                <Case " + condition + "value=\"" + inAttribute(m_write.given(s, "now")) + "\"/>\n";
        }
        return text + "            </ConditionalDerivedVariable>\n";
    }

    std::string onStart() const
    {
        std::string text = "            <OnStart>\n";
        const auto assign = [&](const std::string& name, const std::string& value) {
            text += "                <StateAssignment variable=\"" + name + "\" value=\"" + value + "\"/>\n";
        };
        for (std::size_t i = 0; i < m_script.start.size(); ++i) assign(names().state(i), names().state(i) + "_start");
        assign("armed", "1");
        if (m_script.refractory) assign("lastSpike", "-1e9");
        return text + "            </OnStart>\n";
    }

    std::string conditions() const
    {
        const auto assign = [](const std::string& name, const std::string& value) {
            return "                <StateAssignment variable=\"" + name + "\" value=\"" + inAttribute(value) + "\"/>\n";
        };
        const auto when = [](const std::string& test, const std::string& acts) {
            return "            <OnCondition test=\"" + test + "\">\n" + acts + "            </OnCondition>\n";
        };
        const std::string spike = "                <EventOut port=\"spike\"/>\n";
        if (m_script.event) {
            std::string acts;
            for (const Equation& r : m_script.resets) acts += assign(names().state(r.index), m_write(r.right));
            if (m_script.refractory) acts += assign("lastSpike", "now");
            return when(m_write(m_script.event) + " .geq. 0" + (m_script.refractory ? " .and. held .lt. 0.5" : ""), acts + spike);
        }
        if (!m_script.model().fires()) return when("armed .lt. 0", spike); // a port must have an event
        const std::string& V = names().state(0);
        return when(V + " .geq. " + m_write(m_script.experiment.spikeLevel) + " .and. armed .gt. 0.5", assign("armed", "0") + spike)
               + when(V + " .lt. " + m_write(rearmLevel(m_script.experiment)), assign("armed", "1"));
    }

    const Script& m_script;
    Writer m_write, m_rates;
};

constexpr std::string_view file = R"(<?xml version="1.0" encoding="UTF-8"?>
<!--
@head@-->
<Lems>
    <Target component="simulation"/>
    <Include file="Cells.xml"/>
    <Include file="Networks.xml"/>
    <Include file="Simulation.xml"/>

    <ComponentType name="handoverCell" extends="baseSpikingCell" description="@description@">
@parameters@        <Constant name="MS" dimension="time" value="1 ms"/>
@states@        <Dynamics>
@dynamics@        </Dynamics>
    </ComponentType>

    <handoverCell id="neuron"@component@/>

    <network id="net">
        <population id="neurons" component="neuron" size="1"/>
    </network>

    <Simulation id="simulation" length="@length@ms" step="@step@ms" target="net">
        <OutputFile id="states" fileName="states.dat">
@columns@        </OutputFile>
        <EventOutputFile id="spikes" fileName="spikes.dat" format="TIME_ID">
            <EventSelection id="0" select="neurons[0]" eventPort="spike"/>
        </EventOutputFile>
    </Simulation>
</Lems>
)";

}

const Dialect& lemsDialect() { return dialect; }

std::string writeNeuroml(const Script& script)
{
    const LemsText lems(script);
    return filled(file, {{"head", lems.head()},
                         {"description", inAttribute(std::string(script.model().name) + ". " + std::string(script.model().source) + ". "
                                                     + headLines(script).back())},
                         {"parameters", lems.parameters()},
                         {"states", lems.states()},
                         {"dynamics", lems.dynamics()},
                         {"component", lems.component()},
                         {"length", lems.number(script.experiment.duration)},
                         {"step", lems.number(script.experiment.dt)},
                         {"columns", lems.columns()}});
}

}
