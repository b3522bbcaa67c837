# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of bench_sweep by NEURON and Brian 2 as they are usually used, on one core of this machine: what its nanoseconds are worth.

Prints name, ns (for one neuron and 0.01 ms of model time; of leaky neurons and of populations for one neuron and step), spikes and a
remark, with tabs between. Given the path of bench_sweep, that runs before and after each population, and the remark is by how much faster
it is. Both carry 10,000 (or 1,000) neurons that differ in their currents, up to the same one, with spikes counted; bench_sweep finds them
within their steps, and a rival at the ends of steps. Noise is one series for all of bench_sweep's neurons; Brian 2's is one for each of
them, then one for all of them; NEURON's is one for all, and its method the implicit one, as it has no Runge-Kutta.
"""

import subprocess
import sys
import tempfile
import time

import brian2
import numpy as np
from neuron import h

AREA = 1e-5  # of a membrane, in cm²

SQUID = """
dv/dt = (I - 120*m**3*q*(v - 50) - 36*n**4*(v + 77) - 0.3*(v + 54.387))/ms : 1
dm/dt = (0.1*(v + 40)/(1 - exp(-(v + 40)/10))*(1 - m) - 4*exp(-(v + 65)/18)*m)/ms : 1
dq/dt = (0.07*exp(-(v + 65)/20)*(1 - q) - 1/(1 + exp(-(v + 35)/10))*q)/ms : 1
dn/dt = (0.01*(v + 55)/(1 - exp(-(v + 55)/10))*(1 - n) - 0.125*exp(-(v + 65)/80)*n)/ms : 1
I : 1 (constant)
"""
LEAKY = """
dv/dt = (-(v + 70) + 10*(I + 0.5*xi*sqrt(ms)))/(8*ms) : 1 (unless refractory)
I : 1 (constant)
"""


IZHIKEVICH = """
dv/dt = (0.04*v**2 + 5*v + 140 - u + I)/ms : 1
du/dt = a*(b*v - u)/ms : 1
I : 1 (constant)
a : 1 (constant)
b : 1 (constant)
c : 1 (constant)
d : 1 (constant)
"""
ADEX = """
dv/dt = (I - 30*(v + 70.6) + 60*exp((v + 50.4)/2) - w)/281/ms : 1
dw/dt = (4*(v + 70.6) - w)/144/ms : 1
I : 1 (constant)
"""


def report(name, ns, spikes, remark=""):
    print(f"{name}\t{ns:.4g}\t{spikes}\t{remark}", flush=True)


class Axon:
    """A squid axon in NEURON under a lasting current in µA/cm²; its spikes are counted at 0 mV."""

    def __init__(self, current):
        self.section = h.Section(name="axon")
        self.section.L = self.section.diam = (AREA * 1e8 / np.pi) ** 0.5  # µm
        self.section.insert("hh")
        self.section(0.5).hh.el = -54.387
        self.clamp = h.IClamp(self.section(0.5))
        self.clamp.delay, self.clamp.dur, self.clamp.amp = 0, 1e9, current * AREA * 1e3  # nA
        self.counter = h.APCount(self.section(0.5))
        self.counter.thresh = 0
        self.times = h.Vector()
        self.counter.record(self.times)


def neuron_seconds(duration):
    h.finitialize(-65)
    begin = time.process_time()
    h.continuerun(duration)
    return time.process_time() - begin


def neuron():
    h.load_file("stdrun.hoc")
    h.dt, h.celsius = 0.01, 6.3
    for tables in (1, 0):
        h.usetable_hh = tables
        axons = [Axon(current) for current in np.linspace(0, 20, 1000)]
        seconds = neuron_seconds(1000)
        report(f"NEURON, W, {'tables of rates' if tables else 'no tables'}", seconds * 10, int(sum(a.counter.n for a in axons)))
    del axons
    cvode = h.CVode()
    cvode.active(1)
    for tolerance in (1e-4, 1e-5, 1e-6):
        cvode.atol(tolerance)
        axon = Axon(10)
        seconds = neuron_seconds(10_000)
        report(f"NEURON, one neuron by CVODE, atol {tolerance:g}", seconds * 1e3, int(axon.counter.n), f"last spike at {axon.times[-1]:.6f} ms")


def squid(method):
    group = brian2.NeuronGroup(1000, SQUID, threshold="v > 0", refractory="v > 0", method=method)
    group.v, group.m, group.q, group.n = -65, 0.05293, 0.59612, 0.31768
    group.I = np.linspace(0, 20, 1000)
    return group


def leaky():
    group = brian2.NeuronGroup(10_000, LEAKY, threshold="v > -50", reset="v = -65", refractory=2 * brian2.ms, method="euler")
    group.v = -70
    group.I = np.linspace(0, 8, 10_000)
    return group


def izhikevich():
    group = brian2.NeuronGroup(10_000, IZHIKEVICH, threshold="v >= 30", reset="v = c; u += d", method="euler")
    group.v, group.u, group.a, group.b, group.c, group.d = -65, -13, 0.02, 0.2, -65, 8
    group.I = np.linspace(0, 10, 10_000)
    return group


def adaptive_exponential():
    group = brian2.NeuronGroup(10_000, ADEX, threshold="v >= 20", reset="v = -70.6; w += 80.5", method="euler")
    group.v = -70.6
    group.I = np.linspace(0, 800, 10_000)
    return group


def noisy_squid(shared):
    """White noise of 1 µA/cm²·√ms, held for a step of 0.05 ms. (rk4 takes no stochastic equations.)"""
    noisy = SQUID.replace("(I -", "(I + noise -") + f"noise : 1{' (shared)' if shared else ''}\n"
    group = brian2.NeuronGroup(1000, noisy, threshold="v > 0", refractory="v > 0", method="rk4")
    group.v, group.m, group.q, group.n = -65, 0.05293, 0.59612, 0.31768
    group.I = np.linspace(0, 10, 1000)
    group.run_regularly("noise = randn()/sqrt(0.05)", dt=0.05 * brian2.ms)
    return group


def brian_seconds(make, dt):
    """Seconds and spikes of 1 s of a group at a step in ms, as a C++ program of its own."""
    device = brian2.device
    device.reinit()
    device.activate(build_on_run=False)
    brian2.defaultclock.dt = dt * brian2.ms
    group = make()
    spikes = brian2.SpikeMonitor(group, record=False)
    network = brian2.Network(group, spikes)
    with tempfile.TemporaryDirectory() as folder:
        network.run(1000 * brian2.ms)
        device.build(directory=folder, with_output=False)
        best = device._last_run_time
        for _ in range(2):
            device.run(folder, with_output=False, run_args=[])
            best = min(best, device._last_run_time)
        return best, spikes.num_spikes


def brian_run(name, make, dt, work):
    """`work` is what the nanoseconds are divided by."""
    seconds, spikes = brian_seconds(make, dt)
    report(f"Brian 2, {name}", seconds * 1e9 / work, spikes)


def ours(program):
    """The nanoseconds of bench_sweep's populations by name."""
    rows = subprocess.run([program, "--tsv", "populations"], check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: float(ns) for name, ns, _ in (row.split("\t") for row in rows)}


def compare(program, model, rival, seconds_and_spikes, work):
    """A population by a rival, between two runs of bench_sweep."""
    name = f"population, {model}"
    before = ours(program)[name] if program else None
    seconds, spikes = seconds_and_spikes()
    ns = seconds * 1e9 / work
    mine = min(before, ours(program)[name]) if program else None
    report(f"{rival}, {name}", ns, spikes, f"bench_sweep {mine:.4g} ns: {ns / mine:.2f} times as fast" if program else "")


def neuron_population():
    h.dt, h.celsius = 0.05, 6.3
    h.usetable_hh = 1
    axons = [Axon(current) for current in np.linspace(0, 10, 1000)]
    noise = h.Vector(np.random.default_rng(1).standard_normal(20_001) / 0.05**0.5 * AREA * 1e3)
    clamps = []
    for axon in axons:
        clamps.append(h.IClamp(axon.section(0.5)))
        clamps[-1].delay, clamps[-1].dur = 0, 1e9
        noise.play(clamps[-1]._ref_amp, h.dt)
    return neuron_seconds(1000), int(sum(axon.counter.n for axon in axons))


def populations(program):
    for model, make in (("izhikevich", izhikevich), ("adaptive-exponential", adaptive_exponential)):
        compare(program, model, "Brian 2", lambda: brian_seconds(make, 0.1), 1e8)
    for shared in (False, True):
        rival = f"Brian 2, {'one noise for all' if shared else 'a noise for each'}"
        compare(program, "hodgkin-huxley, noise", rival, lambda: brian_seconds(lambda: noisy_squid(shared), 0.05), 2e7)
    compare(program, "hodgkin-huxley, noise", "NEURON, one noise for all", neuron_population, 2e7)


def brian():
    brian2.set_device("cpp_standalone", build_on_run=False)
    brian_run("W, exponential Euler", lambda: squid("exponential_euler"), 0.01, 1e8)
    brian_run("W, Runge-Kutta 4 at 0.05 ms", lambda: squid("rk4"), 0.05, 1e8)
    brian_run("leaky with noise", leaky, 0.1, 1e8)


neuron()
brian()
populations(sys.argv[1] if len(sys.argv) > 1 else None)
