// SPDX-License-Identifier: GPL-3.0-or-later
#include "scipy.h"

#include "target.h"

namespace rheobase {

namespace {

constexpr std::string_view purpose = "This script solves the equations with SciPy to a relative tolerance of 1e-10.";

constexpr std::string_view publishedPurpose = "This script goes the steps of the published script, which are no exact solution.";

constexpr std::string_view smoothRun = R"(def run():
    """The spike times in ms, and the solution of each piece."""
    state, solutions, spikes, armed = initial, [], [], True
    for begin, end, given in pieces:  # the solver begins anew at every edge
        solution = solve_ivp(rates, (begin, end), state, args=(given,), events=(rises, rearms), **method)
        if not solution.success:
            raise RuntimeError(solution.message)
        passed = [(t, True) for t in solution.t_events[0]] + [(t, False) for t in solution.t_events[1]]
        for t, rise in sorted(passed):
            if rise and armed:
                spikes.append(t)
            armed = not rise
        state = solution.y[:, -1]
        solutions.append(solution)
    return np.array(spikes), solutions
)";

constexpr std::string_view silentRun = R"(def run():
    """The spike times in ms (there are none), and the solution of each piece."""
    state, solutions = initial, []
    for begin, end, given in pieces:  # the solver begins anew at every edge
        @restart@solution = solve_ivp(rates, (begin, end), state, args=(given,), **method)
        if not solution.success:
            raise RuntimeError(solution.message)
        state = solution.y[:, -1]
        solutions.append(solution)
    return np.array([]), solutions
)";

constexpr std::string_view jumpingRun = R"(def run():
    """The spike times in ms, and the solution from edge to edge and spike to spike."""
    state, solutions, spikes, held_until = initial, [], [], -np.inf
    for begin, end, given in pieces:  # the solver begins anew at every edge
        t = begin
        while t < end:
            held = t < held_until
            fires = not held and excess(t, state) >= 0
            if not fires:
                stop = min(end, held_until) if held else end
                solution = solve_ivp(rates, (t, stop), state, args=(given, held), events=None if held else excess, **method)
                @failure@
                t, state = solution.t[-1], solution.y[:, -1]
                solutions.append(solution)
            if fires:
                spikes.append(t)
                state = reset(state)
                @hold@
    return np.array(spikes), solutions
)";

/// As published: on the grid, with currents that change with the first step after their edge.
constexpr std::string_view publishedRun = R"(def run():
    """The spike times in ms and the states, by the steps of the published script."""
    state, spikes, t_all, states = list(initial), [], [0], [initial]
    for k in range(round(duration / dt)):
        t = (k + @first@) * dt  # the script's own count of steps
        current = next(given for begin, end, given in pieces if begin <= t < end)(t)
        @steps@
        t_all.append((k + 1) * dt)
        states.append(list(state))
    return np.array(spikes), [types.SimpleNamespace(t=np.array(t_all), y=np.array(states).T)]


def step(x, current, parts):
    """One step: the potential in so many parts, then the others with the new potential."""
    x = list(x)
    for _ in range(parts):
        x[0] += dt / parts * rates(0, x, lambda t: current, False)[0]
    slopes = rates(0, x, lambda t: current, False)
    return [x[0]] + [value + dt * slope for value, slope in zip(x[1:], slopes[1:])]
)";
constexpr std::string_view steps2003 = R"(if excess(t, state) >= 0:
            spikes.append(t)
            state = reset(state)
        state = step(state, current, 2))";
constexpr std::string_view steps2004 = R"(state = step(state, current, 1)
        if excess(t, state) > 0:
            spikes.append(t)
            state = reset(state))";

constexpr std::string_view plainFailure = R"(if not solution.success:
                    raise RuntimeError(solution.message)
                fires = solution.status == 1)";
/// Near its threshold such a neuron is faster than any step.
constexpr std::string_view runawayFailure =
    R"(# Where the upstroke takes less time than the last digit of t, the solver can only stop: that is the spike.
                fires = solution.status == 1 or (solution.status == -1 and not held))";

constexpr std::string_view valueAt = R"(

def value_at(t, solutions):
    """@what@ at time t."""
    solution = next(s for s in solutions if s.t[0] <= t <= s.t[-1])
    return @value@
)";

constexpr std::string_view compareSpikes = R"(def compare(spikes, solutions):
    """Prints how far the spikes are off the expected ones; True within the tolerance."""
    print(f"{len(spikes)} spikes in {duration} ms:", *(f"{t:.6f}" for t in spikes[:20]), "..." if len(spikes) > 20 else "")
    compared = spikes[spikes <= compare_until]
    if len(compared) != len(expected):
        print(f"Rheobase finds {len(expected)} spikes up to {compare_until} ms, and here are {len(compared)}.")
        return False
    off = max(np.abs(compared - expected), default=0)
    print(f"At most {off:.2g} ms off those of Rheobase (tolerance {tolerance} ms).")
    return bool(off <= tolerance)
)";

constexpr std::string_view compareSamples = R"(def compare(spikes, solutions):
    """Prints how far @what@ is off the expected values; True within the tolerance."""
    off = max(abs(value_at(t, solutions) - value) for t, value in expected)
    print(f"@quantity@ at most {off:.2g}@unit@ off that of Rheobase at {len(expected)} times (tolerance {tolerance}@unit@).")
    if len(spikes) > 0:
        print(f"{len(spikes)} spikes, where Rheobase finds none.")
    return bool(off <= tolerance) and len(spikes) == 0
)";

constexpr std::string_view file = R"(#!/usr/bin/env python3
@doc@
@imports@
# Parameters
@parameters@
# The experiment
@experiment@
# What Rheobase computes of it
@expected@

# The equations
@equations@

@run@

@compare@

def main():
    spikes, solutions = run()
    return 0 if compare(spikes, solutions) else 1


if __name__ == "__main__":
    sys.exit(main())
)";

const Target& scipyTarget() { return *findTarget("scipy"); }

std::string imports(const Script& script)
{
    std::string special;
    if (uses(script, "sigmoid")) special = "expit";
    if (uses(script, "expLinear")) special += special.empty() ? "exprel" : ", exprel";
    if (isPublished(script.experiment)) return "import sys\nimport types\n\nimport numpy as np\n";
    std::string text = "import sys\n\nimport numpy as np\nfrom scipy.integrate import solve_ivp\n";
    return special.empty() ? text : text + "from scipy.special import " + special + "  # exprel(x) = (exp(x) - 1) / x, also at 0\n";
}

bool isOf2003(const Script& script) { return script.experiment.solver == SolverKind::published2003; }

/// Where a script tells one piece from the next. A published one looks at the grid alone, where a step at an edge has what goes on across
/// it: the boundary stands a hair beside such an edge.
double boundary(const Script& script, double edge)
{
    const Experiment& e = script.experiment;
    if (!isPublished(e)) return edge;
    const double hair = 1e-3 * e.dt;
    if (edge == 0) return -e.dt;
    if (edge >= e.duration) return e.duration + 2 * e.dt;
    Drive before(e.stimulus), after(e.stimulus);
    before.seek(edge - hair);
    after.seek(edge);
    return before.within(edge, 1e-9 * e.dt) == after.at(edge) ? edge - hair : edge + hair;
}

std::string experiment(const Script& script, const PythonText& python)
{
    const Writer& write = python.writer();
    std::string text = "duration = " + write(script.experiment.duration) + "  # ms\n" + python.initial();
    if (!script.isClamped() && script.model().hasSpikeLevel()) {
        const std::string unit = inComment(script.model().state[0].unit);
        text += "spike_level = " + write(script.experiment.spikeLevel) + "  # " + unit + "; rising through it is a spike\n";
        text += "rearm_level = " + write(rearmLevel(script.experiment)) + "  # " + unit + "; having been below it comes before another\n";
    }
    text += "# " + givenMeaning(script) + ", from edge to edge in ms\npieces = [\n";
    for (const Segment& s : script.segments)
        text += "    (" + write(boundary(script, s.from)) + ", " + write(boundary(script, s.to)) + ", lambda t: " + write.given(s, "t")
                + "),\n";
    text += "]\n";
    if (!script.restarts.empty())
        text += "restarts = [\n" + listed(script.restarts, "    ") + ",\n]  # ms; every episode begins in the initial state\n";
    const std::string dense = script.expected.samples.empty() ? "" : ", dense_output=True";
    if (isPublished(script.experiment)) return text + "dt = " + write(script.experiment.dt) + "  # ms\n";
    return text + "method = dict(method=\"DOP853\", rtol=1e-10, atol=1e-10" + dense + ")\n";
}

/// The first line of the rates of a model whose upstroke would run away within a step.
std::string upToThreshold(const Script& script, const PythonText& python)
{
    if (!script.threshold || !script.model().runsUp || isPublished(script.experiment)) return {};
    const std::string& V = python.names().state(0);
    return "    " + V + " = min(" + V + ", " + python.writer()(*script.threshold) + ")  # a solver may look past it within a step\n";
}

std::string ratesOf(const Script& script, const PythonText& python)
{
    const Writer& write = python.writer();
    const bool jumps = script.model().jumps;
    std::string text = std::string("def rates(t, x, given") + (jumps ? ", held" : "") + "):\n    \"\"\"The slope of each state, per ms"
                       + (jumps ? "; held: in the refractory period, in which the potential stays" : "") + ".\"\"\"\n";
    text += "    " + python.states() + " = x\n" + upToThreshold(script, python);
    text += "    " + (script.isClamped() ? python.names().state(0) : python.names().input()) + " = given(t)\n" + python.terms("    ");
    text += "    return [\n";
    for (std::size_t i = script.firstState(); i < script.rates.size(); ++i) {
        const std::string rate = write(script.rates[i]), hold = jumps && i == 0 ? "0 if held else " : "";
        text += "        " + hold + rate + ",  # " + inComment("d" + python.names().state(i) + "/dt") + "\n";
    }
    return text + "    ]\n";
}

std::string clampCurrent(const Script& script, const PythonText& python)
{
    const std::string n = "\n\ndef current(t, x, given):\n    \"\"\"" + described(recordedCurrent(script.experiment))
                          + ": what keeps the potential as it is.\"\"\"\n";
    return n + "    " + python.states() + " = x\n    " + python.names().state(0) + " = given(t)\n" + python.terms("    ") + "    return "
           + python.writer()(script.clampCurrent) + "\n";
}

std::string jumps(const Script& script, const PythonText& python)
{
    std::string text = "\n\ndef excess(t, x, *_):\n    \"\"\"Rises through 0 at a spike.\"\"\"\n    " + python.states()
                       + " = x\n    return " + python.writer()(script.event)
                       + "\n\n\nexcess.terminal, excess.direction = True, 1\n\n\ndef reset(x):\n"
                       + "    \"\"\"The state after a spike.\"\"\"\n    " + python.states() + " = x\n    return [";
    for (std::size_t i = 0; i < script.start.size(); ++i) {
        std::string after = python.names().state(i);
        for (const Equation& r : script.resets)
            if (r.index == i) after = python.writer()(r.right);
        text += (i ? ", " : "") + after;
    }
    return text + "]\n";
}

constexpr std::string_view levels = R"(

def rises(t, x, given):
    return x[0] - spike_level


def rearms(t, x, given):
    return x[0] - rearm_level


rises.direction, rearms.direction = 1, -1
)";

std::string runOf(const Script& script, const PythonText& python)
{
    const std::string restart = script.restarts.empty() ? "" : "if begin in restarts:\n            state = initial\n        ";
    if (script.isClamped() || !script.model().fires()) return filled(silentRun, {{"restart", restart}});
    if (!script.model().jumps) return std::string(smoothRun);
    if (isPublished(script.experiment))
        return filled(publishedRun,
                      {{"steps", std::string(isOf2003(script) ? steps2003 : steps2004)}, {"first", isOf2003(script) ? "1" : "0"}});
    const std::string hold = script.refractory ? "held_until = t + " + python.names().parameter(*script.refractory)
                                               : "held_until = t  # there is no refractory period";
    return filled(jumpingRun, {{"failure", std::string(script.model().runsUp ? runawayFailure : plainFailure)}, {"hold", hold}});
}

std::string compareOf(const Script& script)
{
    if (script.expected.samples.empty()) return std::string(compareSpikes);
    const Quantity& q = script.isClamped() ? recordedCurrent(script.experiment) : script.model().state[0];
    const std::string unit = q.unit.empty() ? "" : " " + inComment(q.unit);
    return filled(
        compareSamples,
        {{"what", script.isClamped() ? "the clamp's current" : "the potential"}, {"quantity", inComment(q.symbol)}, {"unit", unit}});
}

}

ScipySections scipySections(const Script& script)
{
    const PythonText python(script, pythonDialect());
    ScipySections made{imports(script),       python.parameters(), experiment(script, python), ratesOf(script, python),
                       runOf(script, python), python.expected(),   compareOf(script)};
    if (script.isClamped()) made.equations += clampCurrent(script, python);
    else if (script.model().jumps) made.equations += jumps(script, python);
    else if (script.model().fires()) made.equations += levels;
    const std::string given = "next(piece[2] for piece in pieces if piece[0] <= t <= piece[1])";
    if (!script.expected.samples.empty())
        made.run += filled(valueAt, {{"what", script.isClamped() ? "The clamp's current" : "The potential"},
                                     {"value", isPublished(script.experiment) ? "np.interp(t, solution.t, solution.y[0])"
                                               : script.isClamped()           ? "current(t, solution.sol(t), " + given + ")"
                                                                              : "solution.sol(t)[0]"}});
    return made;
}

std::string writeScipy(const Script& script)
{
    const PythonText python(script, pythonDialect());
    const ScipySections s = scipySections(script);
    return filled(file,
                  {{"doc", python.docstring(isPublished(script.experiment) ? publishedPurpose : purpose, unsaid(script, scipyTarget()))},
                   {"imports", s.imports},
                   {"parameters", s.parameters},
                   {"experiment", s.experiment},
                   {"expected", s.expected},
                   {"equations", s.equations},
                   {"run", s.run},
                   {"compare", s.compare}});
}

}
