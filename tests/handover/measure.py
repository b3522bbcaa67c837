# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands every model over to every target that can run here, runs what was written, and writes a table of how far each is off.

measure.py PROGRAM TABLE
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

program, table = sys.argv[1:3]
duration = "200"
environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
python = ["/usr/bin/python3", "-W", "ignore"]
notebook = ["jupyter-nbconvert", "--to", "notebook", "--execute", "--output", "executed.ipynb"]
latex = ["pdflatex", "-halt-on-error", "-interaction=nonstopmode"]
targets = {  # the name of the target, how its files end, what runs them
    "scipy": ("SciPy", "py", python),
    "notebook": ("notebook", "ipynb", notebook),
    "octave": ("Octave", "m", ["octave", "--no-gui", "--no-init-file", "--quiet"]),
    "neuron": ("NEURON", "py", python),
    "brian2": ("Brian 2", "py", python),
    "latex": ("LaTeX", "tex", latex),
}


def run(command, folder):
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, errors="replace", timeout=900)


def cell(model, target, folder):
    """What stands in the table for a model and a target, and whether it is within the tolerance."""
    _, suffix, runner = targets[target]
    file = f"{model.replace('-', '_')}_{target}.{suffix}"
    made = run([program, "export", model, "--to", target, "--duration", duration, "-o", file], folder)
    if made.returncode != 0:
        return "refused", False
    done = run(runner + [file], folder)
    said = done.stdout
    if target == "notebook" and done.returncode == 0:
        said = (pathlib.Path(folder) / "executed.ipynb").read_text()
    off = re.search(r"at most ([0-9.e+-]+) ?(ms|mV|)", said, re.IGNORECASE)
    if done.returncode != 0:
        print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
    if target == "latex":
        return ("compiles" if done.returncode == 0 else "fails"), done.returncode == 0
    text = f"{off[1]} {off[2]}".strip() if off else "?"
    return text + ("" if done.returncode == 0 else " (beyond the tolerance)"), done.returncode == 0


def main():
    models = re.findall(r"^([a-z0-9-]+): ", run([program, "models"], ".").stdout, re.MULTILINE)
    rows, fell = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for model in models:
            cells = [cell(model, target, folder) for target in targets]
            fell += sum(not good for _, good in cells)
            rows.append(f"| {model} | " + " | ".join(text for text, _ in cells) + " |")
            print(rows[-1], flush=True)
    head = "| model | " + " | ".join(name for name, _, _ in targets.values()) + " |"
    pathlib.Path(table).write_text(
        "# How far handed-over scripts are off\n\n"
        f"Every model's default experiment over {duration} ms, handed over by `rheobase export` and run as a script runs itself: the largest\n"
        "difference of a spike time from the program's own (ms), or of the potential where there are no spikes (mV). Written by\n"
        "`./dev test handover`, with the versions of Debian 12. NeuroML is not in it, as no program of Debian runs LEMS; its components are\n"
        "checked against the schema by `tst_handover` where NEUROML_SCHEMA names it.\n\n"
        + head + "\n" + "|---" * (1 + len(targets)) + "|\n" + "\n".join(rows) + "\n")
    print(f"Written: {table}; {fell} fell.")
    return fell > 0


if __name__ == "__main__":
    sys.exit(main())
