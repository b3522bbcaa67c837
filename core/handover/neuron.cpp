// SPDX-License-Identifier: GPL-3.0-or-later
#include "nmodl.h"
#include "python_script.h"
#include "target.h"

#include <algorithm>
#include <optional>

namespace rheobase {

namespace {

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
    const auto p = [&](Part part, std::string_view owner = {}) {
        const auto found = owner.empty() ? indexOf(model.parameters, part) : indexOf(model.parameters, part, owner);
        return python.names().parameter(found.value());
    };
    const std::string area = "soma.L = soma.diam = 100 / math.sqrt(math.pi)  # um; the area is 1e-4 cm2\n";
    if (model.id == "hodgkin-huxley") {
        const std::string C = "soma.cm = " + p(Part::capacitance);
        const auto g = [&](std::string_view of) { return p(Part::conductance, of) + " / 1e3"; };
        return OwnMechanism{area + C + "\nsoma.insert(\"hh\")\nh.usetable_hh = 0  # its tables would be 0.02 ms off and more\nh.celsius = "
                                + p(Part::temperature) + "\nhh = soma(0.5).hh\nhh.gnabar, hh.gkbar, hh.gl = " + g("Na") + ", " + g("K")
                                + ", " + g("L") + "  # S/cm2\nhh.el = " + p(Part::reversal, "L")
                                + "\nsoma.ena, soma.ek = " + p(Part::reversal, "Na") + ", " + p(Part::reversal, "K") + "\n",
                            "0.1  # nA for each uA/cm2 over 1e-4 cm2"};
    }
    if (model.id == "passive")
        return OwnMechanism{area + "soma.cm = " + p(Part::capacitance)
                                + " / 1e3 / 1e-4  # uF/cm2\nsoma.insert(\"pas\")\nsoma(0.5).pas.g = 1 / (" + p(Part::resistance)
                                + " * 1e6) / 1e-4  # S/cm2\nsoma(0.5).pas.e = " + p(Part::reversal) + "\n",
                            "1  # nA"};
    return std::nullopt;
}

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
        cvode.event(piece[0], (give, (piece,)))


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

std::string setParameters(const Script& script, const PythonText& python, const Names& names)
{
    std::string text;
    for (std::size_t i = 0; i < script.parameters.size(); ++i)
        text += "neuron." + names.parameter(i) + " = " + python.names().parameter(i) + "\n";
    return text;
}

}

std::string writeNeuron(const Script& script)
{
    if (script.event && !script.threshold)
        throw CannotSay{
            {"%1 watches for a potential that reaches a threshold, and this model's spike is another event; choose another target.",
             {"NEURON"}}};
    const PythonText python(script, pythonDialect());
    const auto own = ownMechanism(script, python);
    const Names names(script.model(), nmodlDialect());
    const std::string first = names.state(0);
    std::string neuron =
        own ? own->set + "stimulus = h.IClamp(soma(0.5))\nstimulus.delay, stimulus.dur = 0, 1e9\nscale = " + own->currentScale + "\n"
            : filled(build, {{"mod", nmodlMechanism(script)}, {"set", setParameters(script, python, names)}});
    std::string give = "stimulus.amp = scale * piece[2]";
    if (!own)
        give = isConstant(script) ? "neuron.base = piece[2]"
                                  : "neuron.begin, _, neuron.base, neuron.slope, neuron.amplitude, neuron.omega, neuron.phase = piece";
    std::string compare;
    const Quantity& V = script.model().state[0];
    if (script.event) compare = "spikes = np.array(fired)\n";
    else if (script.model().fires())
        compare =
            filled(crossings, {{"level", shortest(script.experiment.spikeLevel)}, {"rearm", shortest(rearmLevel(script.experiment))}});
    compare += script.expected.samples.empty()
                   ? std::string(checkSpikes)
                   : filled(compareSamples, {{"V", inComment(V.symbol)}, {"unit", V.unit.empty() ? "" : " " + inComment(V.unit)}});
    return filled(file, {{"doc", python.docstring("A script for NEURON with its variable-step solver at a tolerance of 1e-9.",
                                                  unsaid(script, *findTarget("neuron")))},
                         {"imports", own ? "import math\nimport sys\n\nimport numpy as np"
                                         : "import atexit\nimport glob\nimport os\nimport shutil\nimport subprocess\nimport sys\nimport "
                                           "tempfile\n\nimport numpy as np"},
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
