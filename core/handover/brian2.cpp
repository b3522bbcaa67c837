// SPDX-License-Identifier: GPL-3.0-or-later
#include "python_script.h"
#include "target.h"

#include <algorithm>
#include <cmath>

namespace rheobase {

namespace {

using enum Tightness;

constexpr Spelling functions[] = {
    {"expLinear", "1 / exprel(-%1)", product, product},
    {"pow", "%1**%2", whole, power},
    {"min", "clip(%1, -inf, %2)"},
    {"max", "clip(%1, %2, inf)"},
    {"<", "%1 < %2", sum, comparison},
    {"<=", "%1 <= %2", sum, comparison},
    {"select", "(%2 * int(%1) + %3 * (1 - int(%1)))", power},
};

// clang-format off
constexpr std::string_view reserved[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield", "np", "sys", "b2", "ms", "neuron", "equations", "parameters", "pieces", "expected",
    "tolerance", "duration", "compare_until", "spike_level", "rearm_level", "network", "monitor", "spikes", "begin", "end",
    "held_current", "noise", "base", "slope", "clamp_current", "t", "dt", "t_in_timesteps", "i", "j", "N", "N_pre", "N_post", "xi",
    "lastspike", "not_refractory", "refractory", "pi", "e", "inf", "exp", "log", "sqrt", "abs", "sinh", "cosh", "tanh", "sin", "cos",
    "tan", "arcsin", "arccos", "arctan", "sign", "ceil", "floor", "clip", "int", "rand", "randn", "poisson", "timestep", "exprel",
    "expm1", "log1p", "log10", "mod", "rate", "spike", "restarts", "constant", "shared",
};
// clang-format on

constexpr Dialect dialect{"Brian 2", functions, reserved};

std::size_t waves(const Script& script)
{
    std::size_t most = 0;
    for (const Segment& s : script.segments) most = std::max(most, s.waves.size());
    return most;
}

bool isConstant(const Script& script)
{
    return std::ranges::all_of(script.segments, [](const Segment& s) { return s.slope == 0 && s.waves.empty(); });
}

bool isNoisy(const Script& s) { return !s.isClamped() && s.experiment.noise.kind != Noise::Kind::none && s.experiment.noise.sigma != 0; }

/// Writes the parts of the script.
class BrianText {
public:
    explicit BrianText(const Script& script) : m_script(script), m_text(script, dialect), m_rates(script, dialect)
    {
        if (script.threshold && script.model().runsUp) m_rates.rename(Role::state, 0, capped());
    }

    std::string method() const
    {
        switch (m_script.experiment.solver) {
        case SolverKind::forwardEuler: return "euler";
        case SolverKind::exponentialEuler: return isLinearHere() ? "exponential_euler" : "rk4";
        default: return m_script.model().linear && isConstant(m_script) && isFedBack() ? "exact" : "rk4";
        }
    }

    std::string parameters() const
    {
        std::string text = "parameters = dict(\n";
        for (std::size_t i = 0; i < m_script.parameters.size(); ++i)
            text += "    " + names().parameter(i) + "=" + m_rates(m_script.parameters[i]) + ",  # "
                    + described(m_script.model().parameters[i]) + "\n";
        return text + ")\n";
    }

    std::string equations() const
    {
        std::string text;
        for (std::size_t i = m_script.firstState(); i < m_script.rates.size(); ++i)
            text += "d" + names().state(i) + "/dt = (" + m_rates(m_script.rates[i]) + ") / ms : 1" + (i == 0 ? hold() : "") + "\n";
        for (const Equation& term : m_script.terms)
            text += names().of(Role::term, term.index) + " = " + m_rates(term.right) + " : 1  # "
                    + described(m_script.model().terms[term.index]) + "\n";
        if (m_script.threshold && m_script.model().runsUp)
            text += capped() + " = clip(" + names().state(0) + ", -inf, " + m_rates(*m_script.threshold)
                    + ") : 1  # a step may look past the threshold\n";
        return text + given();
    }

    std::string group() const
    {
        std::string text;
        const auto quoted = [](const std::string& code) { return "\"" + code + "\""; };
        if (m_script.event) {
            text += ", threshold=" + quoted(threshold()) + ", reset=" + quoted(resets());
            if (m_script.refractory)
                text += ",\n                        refractory=parameters[\"" + names().parameter(*m_script.refractory) + "\"] * b2.ms";
        } else if (hasLevel())
            text += ",\n                        threshold=\"" + names().state(0) + " >= " + m_rates(m_script.experiment.spikeLevel)
                    + "\", refractory=\"" + names().state(0) + " >= " + m_rates(rearmLevel(m_script.experiment)) + "\"";
        return text;
    }

    std::string initial() const
    {
        std::string text;
        for (std::size_t i = m_script.firstState(); i < m_script.start.size(); ++i)
            text +=
                "neuron." + names().state(i) + " = " + m_rates(m_script.start[i]) + "  # " + described(m_script.model().state[i]) + "\n";
        return text + noise();
    }

    std::string pieces() const
    {
        std::string text = "# " + givenMeaning(m_script) + ", from edge to edge in ms: " + columns() + "\npieces = [\n";
        for (const Segment& s : m_script.segments) {
            text += "    (" + m_rates(s.from) + ", " + m_rates(s.to) + ", dict(base=" + m_rates(s.base);
            if (!isConstant(m_script)) text += ", begin=" + m_rates(s.from) + ", slope=" + m_rates(s.slope);
            for (std::size_t i = 0; i < waves(m_script); ++i) {
                const Wave w = i < s.waves.size() ? s.waves[i] : Wave{};
                const std::string n = std::to_string(i + 1);
                text += ", amplitude" + n + "=" + m_rates(w.amplitude) + ", omega" + n + "=" + m_rates(w.omega) + ", phase" + n + "="
                        + m_rates(w.phase);
            }
            text += ")),\n";
        }
        text += "]\n";
        if (!m_script.restarts.empty())
            text += "restarts = [\n" + listed(m_script.restarts, "    ") + ",\n]  # ms; every episode begins in the initial state\n";
        return text;
    }

    /// At the beginning of each episode of a family.
    std::string restart() const
    {
        if (m_script.restarts.empty()) return {};
        std::string text = "    if begin in restarts:\n";
        for (std::size_t i = m_script.firstState(); i < m_script.start.size(); ++i)
            text += "        neuron." + names().state(i) + " = " + m_rates(m_script.start[i]) + "\n";
        return text;
    }

    /// What the coarser steps may make of it.
    double tolerance() const
    {
        const Expected& e = m_script.expected;
        const double dt = m_script.experiment.dt, n = static_cast<double>(e.spikes.size());
        const double grid = m_script.event ? dt * (n + 1) : isOffGrid(m_script) ? dt : 0.1 * dt;
        const double own = 3 * e.ownError + 10 * e.tolerance;
        return e.samples.empty() ? own + grid : 10 * own;
    }

    std::string expected() const
    {
        Script wider = m_script;
        wider.expected.tolerance = roundedUp(tolerance());
        return PythonText(wider, dialect).expected();
    }

    bool hasLevel() const { return !m_script.isClamped() && m_script.model().hasSpikeLevel(); }
    const Names& names() const { return m_text.names(); }

private:
    std::string capped() const { return names().state(0) + "_capped"; }
    std::string hold() const { return m_script.refractory ? " (unless refractory)" : ""; }
    /// Brian 2 takes a slope that depends on no state for no equation to be solved exactly; by steps it is exact, too.
    bool isFedBack() const
    {
        const auto mentionsV = [](const Equation& term) { return mentions(term.right, Role::state, 0); };
        return mentions(m_script.rates[0], Role::state, 0) || std::ranges::any_of(m_script.terms, mentionsV);
    }
    bool isLinearHere() const { return !m_script.event && !m_script.isClamped(); }

    std::string threshold() const
    {
        const Writer& write = m_text.writer();
        return m_script.threshold ? names().state(0) + " >= " + write(*m_script.threshold) : write(m_script.event) + " >= 0";
    }

    std::string resets() const
    {
        std::string text;
        for (const Equation& r : m_script.resets)
            text += (text.empty() ? "" : "; ") + names().state(r.index) + " = " + m_text.writer()(r.right);
        return text;
    }

    std::string given() const
    {
        const std::string name = m_script.isClamped() ? names().state(0) : names().input();
        std::string sum = "base", rows = "base : 1\n";
        if (!isConstant(m_script)) {
            sum += " + slope * (t / ms - begin)";
            rows += "slope : 1\nbegin : 1\n";
        }
        for (std::size_t i = 1; i <= waves(m_script); ++i) {
            const std::string n = std::to_string(i);
            sum += " + amplitude" + n + " * sin(omega" + n + " * (t / ms - begin) + phase" + n + ")";
            rows += "amplitude" + n + " : 1\nomega" + n + " : 1\nphase" + n + " : 1\n";
        }
        if (isNoisy(m_script)) {
            sum += " + noise";
            rows += "noise : 1\n";
        }
        std::string text = name + " = " + sum + " : 1  # " + described(rheobase::given(m_script.experiment)) + "\n" + rows;
        if (m_script.isClamped())
            text += "clamp_current = " + m_rates(m_script.clampCurrent) + " : 1  # what keeps the potential as it is\n";
        return text;
    }

    std::string columns() const
    {
        return isConstant(m_script) ? "its value" : "base + slope * (t - begin) + amplitude * sin(omega * (t - begin) + phase)";
    }

    /// Held for a step, as in Rheobase.
    std::string noise() const
    {
        if (!isNoisy(m_script)) return {};
        const Noise& n = m_script.experiment.noise;
        const std::string sigma = m_rates(n.sigma), tau = m_rates(n.tau);
        std::string text = "b2.seed(" + std::to_string(m_script.experiment.seed % 4294967296u) + ")\n";
        if (n.kind == Noise::Kind::white)
            return text + "neuron.run_regularly(\"noise = " + sigma + " / sqrt(dt / ms) * randn()\", when=\"start\")\n";
        text += "neuron.noise = \"" + sigma + " * randn()\"\n";
        return text + "neuron.run_regularly(\"noise = exp(-dt / ms / " + tau + ") * noise + " + sigma + " * sqrt(1 - exp(-2 * dt / ms / "
               + tau + ")) * randn()\", when=\"end\")\n";
    }

    const Script& m_script;
    PythonText m_text;
    Writer m_rates;
};

constexpr std::string_view file = R"(#!/usr/bin/env python3
@doc@
import sys

import brian2 as b2
import numpy as np
from brian2 import ms

b2.prefs.logging.file_log = False
b2.defaultclock.dt = @dt@ * ms

# Parameters
@parameters@
# The experiment
duration = @duration@  # ms
@pieces@
# What Rheobase computes of it
@expected@
# The equations: V and all else as plain numbers in the units above, slopes per ms
equations = """
@equations@"""
neuron = b2.NeuronGroup(1, equations, method="@method@", namespace=parameters@group@)
@initial@
@monitors@network = b2.Network(neuron, @recorders@)
for begin, end, given in pieces:
@restart@    for name, value in given.items():
        setattr(neuron, name, value)
    network.run((end - begin) * ms)

@compare@)";

constexpr std::string_view gridSpikes =
    R"(spikes = np.array(spikes.t / ms) + @dt@  # the threshold is looked at after the step that begins at the time noted
)";

constexpr std::string_view smoothSpikes = R"(
def crossing(k):
    """When the potential rose through the spike level after step k: by a cubic through four steps."""
    steps = np.arange(max(k - 1, 0), min(k + 3, len(monitor.t)))
    rise = np.polyfit(steps - k, monitor.@V@[0][steps] - @level@, len(steps) - 1)
    roots = np.roots(rise)
    return @dt@ * (k + min(roots.real, key=lambda r: abs(np.polyval(rise, r)) + 1e3 * max(0, -r, r - 1)))


spikes = np.array([crossing(int(round(t / b2.defaultclock.dt))) for t in spikes.t])
)";

constexpr std::string_view compareNoisy =
    R"(print(f"{len(spikes)} spikes in {duration} ms; Rheobase, with other random numbers, finds @count@.")
sys.exit(abs(len(spikes) - @count@) > @margin@)  # the random numbers are others, so that times cannot be compared
)";

constexpr std::string_view compareSamples = R"(off = max(abs(monitor.@V@[0][int(round(t / @dt@))] - value) for t, value in expected)
print(f"@V@ at most {off:.2g}@unit@ off that of Rheobase at {len(expected)} times (tolerance {tolerance}@unit@).")
sys.exit(not off <= tolerance)
)";

}

const Dialect& brianDialect() { return dialect; }

std::string writeBrian2(const Script& script)
{
    const BrianText brian(script);
    const Expected& e = script.expected;
    const bool samples = !e.samples.empty() && !isNoisy(script), fires = !script.isClamped() && script.model().fires();
    const std::string V = script.isClamped() ? "clamp_current" : brian.names().state(0), dt = shortest(script.experiment.dt);
    const Quantity q = script.isClamped() ? recordedCurrent(script.experiment) : script.model().state[0];
    const std::string count = std::to_string(e.noisySpikes), margin = std::to_string(3 + static_cast<int>(4 * std::sqrt(e.noisySpikes)));
    const auto put = [&](std::string_view pattern) {
        return filled(pattern, {{"V", V},
                                {"dt", dt},
                                {"level", shortest(script.experiment.spikeLevel)},
                                {"unit", q.unit.empty() ? "" : " " + inComment(q.unit)},
                                {"count", count},
                                {"margin", margin}});
    };
    std::string monitors, recorders, compare;
    if (samples || (fires && !script.event)) {
        monitors += "monitor = b2.StateMonitor(neuron, \"" + V + "\", record=0)\n";
        recorders = "monitor";
    }
    if (fires) {
        monitors += "spikes = b2.SpikeMonitor(neuron)\n";
        recorders += recorders.empty() ? "spikes" : ", spikes";
        compare = put(script.event ? gridSpikes : smoothSpikes);
    }
    compare += put(isNoisy(script) ? compareNoisy : samples ? compareSamples : checkSpikes);
    const PythonText python(script, dialect);
    return filled(file, {{"doc", python.docstring("A script for Brian 2, whose steps are as long as those of Rheobase.",
                                                  unsaid(script, *findTarget("brian2")))},
                         {"dt", dt},
                         {"parameters", brian.parameters()},
                         {"duration", shortest(script.experiment.duration)},
                         {"pieces", brian.pieces()},
                         {"expected", brian.expected()},
                         {"equations", brian.equations()},
                         {"method", brian.method()},
                         {"group", brian.group()},
                         {"restart", brian.restart()},
                         {"initial", brian.initial()},
                         {"monitors", monitors},
                         {"recorders", recorders.empty() ? "" : recorders},
                         {"compare", compare}});
}

}
