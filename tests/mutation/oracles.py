"""The tests that may tell a mutant: unit programs, closed formulas, drivers and known answers."""
import glob
import os
import re
import shutil
import sys
from collections import namedtuple

from sandbox import PLAIN, SANITIZED, SRC, WATCHED

MOST_KEPT = 12  # functions whose kept answers are compared
MOST_FUNCTIONS = 8  # of the closed formulas
MOST_SANITIZED = 25  # unit programs
MOST_DRIVEN = 3  # functions for each driver
MOST_LONG, MOST_WATCHED = 3, 2  # unit programs in their long form, and for valgrind
INPUTS = "300"  # of each closed formula
CASES = os.environ.get("SMARTKPI_CASES")


class Test(namedtuple("Test", "kind name arguments")):
    @property
    def key(self):
        return " ".join([self.kind, self.name, *self.arguments])

    def command(self, variant):
        if self.kind in ("unit", "long"):
            return [variant.unit(self.name)]
        if self.kind == "valgrind":
            return ["valgrind", "-q", "--error-exitcode=9", variant.unit(self.name)]
        if self.kind == "closed":
            return [variant.closed(), *self.arguments]
        variant.library()
        return [sys.executable, os.path.join(SRC, self.name), *self.arguments]


def public(graph, steps):
    """The public functions that are reached, nearest first."""
    found = sorted((n, name) for s, n in steps.items() for name in graph.defined.get(s, ())
                   if name.startswith("skpi_") and not name.startswith("skpi__"))
    return [name for _, name in found]


def units(sandbox, sources, steps):
    """The unit programs that reach these sources: those of the module first, then the nearest, then the fastest."""
    modules = {s.split("/")[1] for s in sources}
    name = lambda u: os.path.basename(u)[:-2]
    near = lambda u: (not any(name(u).startswith(m) for m in modules), steps[u],
                      sandbox.seconds.get((f"unit {u}", PLAIN), 0))
    return [Test("unit", u, ()) for u in sorted((s for s in steps if s in sandbox.units), key=near)]


def scripts(functions):
    """The scripts of known answers that say the name of one of these functions, as Python has it."""
    names = {re.sub(r"^skpi_[a-z]+_", "", f) for f in functions}
    words = {w for n in names for w in (rf"\b{n}\b", rf"\.{n.split('_')[-1]}\(")}
    found = []
    for path in sorted(glob.glob(os.path.join(SRC, "tests", "conformance", "*.py"))):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        if re.search(r"subprocess|programs|examples", text):
            continue  # it runs programs of the build, with the library of the build
        if "finish()" in text and re.search("|".join(words), text):
            found.append(Test("script", os.path.relpath(path, SRC), ()))
    return found


def answers(sandbox, sources):
    """Short tests that compare results."""
    steps = sandbox.graph.reaching(sources)
    functions = public(sandbox.graph, steps)
    yield from units(sandbox, sources, steps)
    if functions:
        yield Test("driver", "tests/fuzz/kept.py", tuple(functions[:MOST_KEPT]))
    plans = [f for f in functions if "_ensemble_plan_" in f or "_ensemble_add" in f][:MOST_KEPT]
    if plans:
        yield Test("driver", "tests/fuzz/fingerprint.py", tuple(plans))
    closed = [f for f in functions if f in sandbox.compared][:MOST_FUNCTIONS]
    if closed:
        yield Test("closed", "tests/truth/closed", ("--inputs", INPUTS, *closed))
    if CASES and functions:
        yield from scripts(functions)


def memory(sandbox, sources):
    """The unit programs again, for a sanitizer."""
    yield from units(sandbox, sources, sandbox.graph.reaching(sources))[:MOST_SANITIZED]


def calls(sandbox, sources):
    """The drivers of bad input and of failing allocations, which take longer than all else."""
    functions = public(sandbox.graph, sandbox.graph.reaching(sources))[:MOST_DRIVEN]
    for driver in ("allocation.py", "badinput.py"):
        yield from (Test("driver", f"tests/fuzz/{driver}", (f,)) for f in functions)


def nearest(sandbox, sources, most, kind, among):
    """Some of the unit programs, by the steps from them to these sources alone."""
    steps = sandbox.graph.reaching(sources)
    programs = [unit for unit in units(sandbox, sources, steps) if unit.name in among]
    return [Test(kind, unit.name, ()) for unit in sorted(programs, key=lambda unit: steps[unit.name])[:most]]


def long(sandbox, sources):
    """The long form of unit programs."""
    return nearest(sandbox, sources, MOST_LONG, "long", sandbox.long)


def unset(sandbox, sources):
    """Unit programs again, for valgrind, which sees what nobody has set."""
    return nearest(sandbox, sources, MOST_WATCHED, "valgrind", sandbox.units) if shutil.which("valgrind") else []


# (tests, how their objects are compiled, whether they are among those of a quick run)
STAGES = ((answers, PLAIN, True), (memory, SANITIZED, True), (calls, PLAIN, True), (long, PLAIN, False),
          (unset, WATCHED, False))
