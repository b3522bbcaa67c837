# SPDX-License-Identifier: GPL-3.0-or-later
"""The work of bench_sweep by NEURON and Brian 2 as they are usually used, on one core of this machine: what its nanoseconds are worth.

Prints name, ns (for one neuron and 0.01 ms of model time; of leaky neurons for one neuron and step) and spikes, with tabs between.
"""

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


def brian_run(name, make, dt, work):
    """1 s of a group at a step in ms, as a C++ program of its own; `work` is what its nanoseconds are divided by."""
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
        report(f"Brian 2, {name}", device._last_run_time * 1e9 / work, spikes.num_spikes)


def brian():
    brian2.set_device("cpp_standalone", build_on_run=False)
    brian_run("W, exponential Euler", lambda: squid("exponential_euler"), 0.01, 1e8)
    brian_run("W, Runge-Kutta 4 at 0.05 ms", lambda: squid("rk4"), 0.05, 1e8)
    brian_run("leaky with noise", leaky, 0.1, 1e8)


import sys
if not sys.argv[1:]: neuron()
brian()
