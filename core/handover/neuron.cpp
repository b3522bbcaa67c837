// SPDX-License-Identifier: GPL-3.0-or-later
#include "python.h"
#include "target.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rheobase {

namespace {

using enum Tightness;

constexpr Spelling functions[] = {
    {"exp", "exp(%1)"},
    {"ln", "log(%1)"},
    {"sqrt", "sqrt(%1)"},
    {"abs", "fabs(%1)"},
    {"sinh", "sinh(%1)"},
    {"cosh", "cosh(%1)"},
    {"tanh", "tanh(%1)"},
    {"expLinear", "exp_linear(%1)"},
    {"pow", "pow(%1, %2)"}, // nocmodl does not take the slope of a ^
    {"min", "lesser(%1, %2)"},
    {"max", "greater(%1, %2)"},
    {"<", "less(%1, %2)"},
    {"<=", "(1 - less(%2, %1))"},
    {"select", "choose(%1, %2, %3)"},
};

constexpr std::string_view reserved[] = {
    // NMODL and C
    "v", "t", "dt", "celsius", "area", "diam", "nseg", "secondorder", "PI", "E", "flag", "w", "i", "x", "y", "a1", "if", "else", "while",
    "for", "do", "return", "int", "double", "float", "char", "void", "short", "long", "struct", "union", "enum", "static", "const", "auto",
    "register", "signed", "unsigned", "switch", "case", "break", "continue", "default", "goto", "sizeof", "typedef", "volatile", "extern",
    "exp", "log", "sqrt", "fabs", "sinh", "cosh", "tanh", "sin", "cos", "tan", "pow", "abs", "ceil", "floor", "fmod", "exp_linear", "lesser",
    "greater", "less", "choose", "states", "rates", "free", "malloc", "printf", "moves", "base", "slope", "begin", "e", "amplitude", "omega", "phase", "capped", "net_send",
    "net_event", "delta_t", "point_process", "get_location", "has_loc", "loc", "DONE", "INF", "R", "NULL", "id", "name", "spike", "size",
    "hname", "baseattr", "allsec", "hoc", "D", "is", "to", "from", "h", "xtra", "ghk", "nernst", "erf", "step", "pulse", "ramp", "squarewave",
};

constexpr Dialect dialect{"NMODL", functions, reserved};

bool isConstant(const Script& script)
{
    return std::ranges::all_of(script.segments, [](const Segment& s) { return s.slope == 0 && s.waves.empty(); });
}

/// The whole cell or membrane as NEURON's own section; `set` has lines of Python on `soma` and `h`.
struct OwnMechanism {
    std::string set, currentScale;
};

/// One of NEURON's own mechanisms, where the model is it and the current is made of steps.
std::optional<OwnMechanism> ownMechanism(const Script& script, const PythonText& python)
{
    const Model& model = script.model();
    if (!isConstant(script)) return std::nullopt;
    const auto p = [&](std::string_view id) { return python.names().parameter(*indexOf(model.parameters, id)); };
    if (model.id == "hodgkin-huxley")
        return OwnMechanism{"soma.L = soma.diam = 100 / math.sqrt(math.pi)  # um; the area is 1e-4 cm2\nsoma.cm = " + p("C")
                                + "\nsoma.insert(\"hh\")\nh.usetable_hh = 0  # its tables would be 0.02 ms off and more\nh.celsius = " + p("T")
                                + "\nhh = soma(0.5).hh\nhh.gnabar, hh.gkbar, hh.gl = " + p("g_Na") + " / 1e3, " + p("g_K") + " / 1e3, " + p("g_L")
                                + " / 1e3  # S/cm2\nhh.el = " + p("E_L") + "\nsoma.ena, soma.ek = " + p("E_Na") + ", " + p("E_K") + "\n",
                            "0.1  # nA for each uA/cm2 over 1e-4 cm2"};
    if (model.id == "passive")
        return OwnMechanism{"soma.L = soma.diam = 100 / math.sqrt(math.pi)  # um; the area is 1e-4 cm2\nsoma.cm = " + p("C")
                                + " / 1e3 / 1e-4  # uF/cm2\nsoma.insert(\"pas\")\nsoma(0.5).pas.g = 1 / (" + p("R")
                                + " * 1e6) / 1e-4  # S/cm2\nsoma(0.5).pas.e = " + p("E_L") + "\n",
                            "1  # nA"};
    return std::nullopt;
}

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
                                {"states", all(m_script.start.size(), [&](std::size_t i) { return names().state(i); }, " ")},
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
        return all(m_script.parameters.size(), [&](std::size_t i) { return names().parameter(i); }, ", ");
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
        for (std::size_t i = 0; i < m_script.start.size(); ++i) text += "    " + names().state(i) + " = " + m_write(m_script.start[i]) + "\n";
        return text + (m_script.event ? "    net_send(0, 1)\n" : "");
    }

    std::string rates() const
    {
        std::string text = "    " + names().input() + " = base + slope * (t - begin) + amplitude * sin(omega * (t - begin) + phase)\n";
        if (m_script.threshold && m_script.model().runsUp)
            text += "    capped = lesser(" + names().state(0) + ", " + m_rates(*m_script.threshold) + ")  : a step may look past the threshold\n";
        for (const Equation& term : m_script.terms)
            text += "    " + names().of(Role::term, term.index) + " = " + m_rates(term.right) + "\n";
        for (std::size_t i = 0; i < m_script.rates.size(); ++i)
            text += "    " + names().state(i) + "' = " + (i == 0 && m_script.refractory ? "moves * (" : "(") + m_rates(m_script.rates[i]) + ")\n";
        return text;
    }

    std::string spike() const { return m_script.event ? m_write(m_script.event) : names().state(0); }

    std::string receive() const
    {
        if (!m_script.event) return {};
        std::string resets;
        for (const Equation& r : m_script.resets) resets += "        " + names().state(r.index) + " = " + m_write(r.right) + "\n";
        const std::string hold = m_script.refractory ? "        moves = 0\n        net_send(" + names().parameter(*m_script.refractory) + ", 3)\n" : "";
        return "\nNET_RECEIVE (w) {\n    if (flag == 1) {\n        WATCH (" + names().state(0) + " > " + m_write(*m_script.threshold)
               + ") 2\n    } else if (flag == 2) {  : a spike\n        net_event(t)\n" + resets + hold
               + "    } else if (flag == 3) {  : the end of the refractory period\n        moves = 1\n    }\n}\n";
    }

    std::string helpers() const
    {
        std::string text;
        if (uses(m_script, "expLinear"))
            text += "\nFUNCTION exp_linear(x) {  : x / (1 - exp(-x)), also at 0\n    if (fabs(x) < 1e-5) {\n        exp_linear = 1 + x / 2 + x * x / 12\n"
                    "    } else {\n        exp_linear = x / (1 - exp(-x))\n    }\n}\n";
        if (uses(m_script, "min") || (m_script.threshold && m_script.model().runsUp))
            text += "\nFUNCTION lesser(x, y) {\n    if (x < y) {\n        lesser = x\n    } else {\n        lesser = y\n    }\n}\n";
        if (uses(m_script, "max")) text += "\nFUNCTION greater(x, y) {\n    if (x > y) {\n        greater = x\n    } else {\n        greater = y\n    }\n}\n";
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

constexpr std::string_view file = R"py(#!/usr/bin/env python3
@doc@
@imports@
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")

# Parameters
@parameters@
# The experiment
duration = @duration@  # ms
@pieces@
# What Rheobase computes of it
@expected@
# The neuron
@neuron@
cvode = h.CVode()
cvode.active(1)
cvode.atol(1e-9)
cvode.rtol(1e-9)
cvode.condition_order(2)
@steps@times = h.Vector().record(h._ref_t)
values = h.Vector().record(@value@)
@record@

def give(piece):
    """Sets what is given from an edge on."""
    @give@
    cvode.re_init()


def schedule():
    for piece in pieces[1:]:
        cvode.event(piece[0], (give, piece))


# The run
starts = h.FInitializeHandler(schedule)
h.finitialize(@v0@)
give(pieces[0])
h.continuerun(duration)
t, V = np.array(times), np.array(values)

# How far it is off
@compare@)py";

constexpr std::string_view build = R"py(
mechanism = r"""
@mod@"""


def load(text):
    """Builds a mechanism in a folder that goes with the script, and loads it."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with open(os.path.join(folder, "handover.mod"), "w") as mod:
        mod.write(text)
    built = subprocess.run(["nrnivmodl"], cwd=folder, capture_output=True, text=True)
    makefile = "/usr/lib/nrn/nrnmech_makefile"  # where Debian 12 has it, and its nrnivmodl does not look
    if built.returncode != 0 and os.path.exists(makefile):
        place = os.path.dirname(glob.glob(os.path.join(folder, "*", "makemod2c_inc"))[0])
        make = ["make", "-f", makefile, "ROOT=/usr", "MODOBJFILES=./handover.o", "UserLDFLAGS=-L/usr/lib/nrn", "special"]
        built = subprocess.run(make, cwd=place, capture_output=True, text=True)
    libraries = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names if name == "libnrnmech.so"]
    if not libraries:
        sys.exit("nrnivmodl did not build the mechanism:\n" + built.stdout + built.stderr)
    h.nrn_load_dll(libraries[0])


load(mechanism)
neuron = h.Handover(soma(0.5))
@set@)py";

constexpr std::string_view crossings = R"py(def crossing(k):
    """When V rose through the spike level in the step that ends at t[k]: by a cubic through four steps."""
    near = slice(max(k - 2, 0), k + 2)
    line = np.polyfit(V[near] - @level@, t[near] - t[k], len(t[near]) - 1)
    return t[k] + line[-1]


spikes, armed = [], True
for k in range(1, len(t)):
    if armed and V[k - 1] < @level@ <= V[k]:
        spikes.append(crossing(k))
        armed = False
    armed = armed or V[k] < @rearm@
spikes = np.array(spikes)
)py";

constexpr std::string_view compareSpikes = R"py(print(f"{len(spikes)} spikes in {duration} ms:", *(f"{s:.5f}" for s in spikes[:20]), "..." if len(spikes) > 20 else "")
compared = spikes[spikes <= compare_until]
if len(compared) != len(expected):
    sys.exit(f"Rheobase finds {len(expected)} spikes up to {compare_until} ms, and here are {len(compared)}.")
off = max(np.abs(compared - expected), default=0)
print(f"At most {off:.2g} ms off those of Rheobase (tolerance {tolerance} ms).")
sys.exit(not off <= tolerance)
)py";

constexpr std::string_view compareSamples = R"py(k = [min(max(np.searchsorted(t, time), 2), len(t) - 2) for time, _ in expected]
there = [np.interp(time, t, V) for time, _ in expected]
off = max(abs(np.array(there) - [value for _, value in expected]))
print(f"@V@ at most {off:.2g}@unit@ off that of Rheobase at {len(expected)} times (tolerance {tolerance}@unit@).")
sys.exit(not off <= tolerance)
)py";

std::string piecesOf(const Script& script, const PythonText& python)
{
    const Writer& write = python.writer();
    const bool plain = isConstant(script);
    std::string text = "# " + givenMeaning(script) + ", from edge to edge in ms"
                       + (plain ? "" : ": base + slope * (t - begin) + amplitude * sin(omega * (t - begin) + phase)") + "\npieces = [\n";
    for (const Segment& s : script.segments) {
        const Wave w = s.waves.empty() ? Wave{} : s.waves[0];
        text += "    (" + write(s.from) + ", " + write(s.to) + ", " + write(s.base);
        if (!plain) text += ", " + write(s.slope) + ", " + write(w.amplitude) + ", " + write(w.omega) + ", " + write(w.phase);
        text += "),\n";
    }
    return text + "]\n";
}

std::string expectedOf(Script script, const Dialect& python)
{
    Expected& e = script.expected;
    e.tolerance = roundedUp(std::max(e.samples.empty() ? 1e-3 : 1e-2, 10 * e.tolerance));
    return PythonText(script, python).expected();
}

std::string setParameters(const Script& script, const PythonText& python, const Mechanism& mechanism)
{
    std::string text;
    for (std::size_t i = 0; i < script.parameters.size(); ++i)
        text += "neuron." + mechanism.names().parameter(i) + " = " + python.names().parameter(i) + "\n";
    return text;
}

}

const Dialect& nmodlDialect() { return dialect; }

std::string writeNeuron(const Script& script)
{
    if (script.event && !script.threshold)
        throw CannotSay{{"%1 watches for a potential that reaches a threshold, and this model's spike is another event; choose another target.",
                         {"NEURON"}}};
    const PythonText python(script, pythonDialect());
    const auto own = ownMechanism(script, python);
    const Mechanism mechanism(script);
    const std::string first = mechanism.names().state(0);
    std::string neuron = own ? own->set + "stimulus = h.IClamp(soma(0.5))\nstimulus.delay, stimulus.dur = 0, 1e9\nscale = " + own->currentScale + "\n"
                             : filled(build, {{"mod", mechanism.text()}, {"set", setParameters(script, python, mechanism)}});
    std::string give = "stimulus.amp = scale * piece[2]";
    if (!own) give = isConstant(script) ? "neuron.base = piece[2]" : "neuron.begin, _, neuron.base, neuron.slope, neuron.amplitude, neuron.omega, neuron.phase = piece";
    std::string compare;
    const Quantity& V = script.model().state[0];
    if (script.event) compare = "spikes = np.array(fired)\n";
    else if (script.model().fires())
        compare = filled(crossings, {{"level", shortest(script.experiment.spikeLevel)}, {"rearm", shortest(rearmLevel(script.experiment))}});
    compare += script.expected.samples.empty()
                   ? std::string(compareSpikes)
                   : filled(compareSamples, {{"V", inComment(V.symbol)}, {"unit", V.unit.empty() ? "" : " " + inComment(V.unit)}});
    return filled(file, {{"doc", python.docstring("A script for NEURON with its variable-step solver at a tolerance of 1e-9.", unsaid(script, *findTarget("neuron")))},
                         {"imports", own ? "import math\nimport sys\n\nimport numpy as np" : "import atexit\nimport glob\nimport os\nimport shutil\nimport subprocess\nimport sys\nimport tempfile\n\nimport numpy as np"},
                         {"parameters", python.parameters()},
                         {"duration", shortest(script.experiment.duration)},
                         {"pieces", piecesOf(script, python)},
                         {"expected", expectedOf(script, pythonDialect())},
                         {"neuron", neuron},
                         {"value", own ? "soma(0.5)._ref_v" : "neuron._ref_" + first},
                         {"record", script.event ? "fired = h.Vector()\nspiking = h.NetCon(neuron, None)\nspiking.record(fired)\n" : ""},
                         {"give", give},
                         {"steps", script.event ? "cvode.maxstep(0.02)  # the threshold is found by a straight line through a step\n" : ""},
                         {"v0", own ? shortest(script.start[0]) : ""},
                         {"compare", compare}});
}

}
