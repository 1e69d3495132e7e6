#!/usr/bin/env python3
"""Fingerprints of plans: every number that a call puts into a plan changes its fingerprint, so that shards of other
numbers are never merged.

usage: fingerprint.py [function...]
Each cell of each input of a function that changes a plan is changed alone; a change that is refused does not count.
Histories are left out: what is estimated from one, by a median say, need not move with each of its numbers.
"""
import ctypes
import sys

sys.dont_write_bytecode = True
import driver
from calls.ensemble import bytes_of
from relations import Maker, limits
from shapes import Shapes
from trial import Trial

PLAN = "skpi_ensemble_plan_new"
AT = slice(24, 32)  # the fingerprint's place in the bytes of a result


def of_result(lab, plan, read, run=False):
    """read(result) of a result of this plan, without draws or with all of them; None if there is none."""
    result = ctypes.c_void_p()
    if lab.function("skpi_ensemble_result_new")(plan, ctypes.addressof(result)) < 0:
        return None
    failed = run and lab.function("skpi_ensemble_result_run")(result, plan, None) < 0
    found = None if failed else read(result)
    lab.function("skpi_ensemble_result_free")(result)
    return found


def written(lab, plan, run=False):
    """The bytes of a result."""
    return of_result(lab, plan, lambda result: bytes_of(lab, result), run)


def changes_plan(lab, line):
    return any(p.type.base == "skpi_ensemble_plan" and p.type.depth == 1 and not p.type.const
               for p in lab.abi.SIGNATURES[line.name].parameters)


class Plans:
    """The calls of one line, and the fingerprints of the plans that they leave."""

    def __init__(self, lab, line, note):
        self.lab, self.line, self.note = lab, line, note
        self.shapes, self.maker = Shapes(lab, line), Maker(line.contract)

    def left(self, changes):
        """The fingerprint; None if there is no plan, or none that has a model."""
        found = []
        t = Trial(self.lab, self.shapes, changes, False,
                  look=lambda b: found.append(written(self.lab, b.family[PLAN]) if PLAN in b.family else None))
        return found[0][AT] if t.status >= 0 and found[0] else None

    def changes(self):
        for p, value in self.maker.inputs():
            low, high = limits(p.argument)
            whole = p.argument.type.base != "double"
            for k, v in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(v, (int, float)) or v != v:
                    continue
                others = (v + 1, v - 1) if whole else (v * 1.001 + .001, v * .999 - .001)
                to = next((other for other in others if low <= other <= high), v)
                if to != v:
                    yield f"{p.path}[{k}] = {to}", {(p.path, k) if isinstance(value, list) else p.path: to}

    def run(self):
        before, failures, checked = self.left({}), [], 0
        for label, changes in self.changes() if before else ():
            self.note.write(label)
            now = self.left(changes)
            checked += now is not None
            if now == before:
                failures.append(f"{label}: the fingerprint of the plan stays")
        self.lab.free_handles()
        return checked, failures


def changed(lab, line, note):
    return (0, []) if line.name.endswith("_history") or not changes_plan(lab, line) else Plans(lab, line, note).run()


def drive(lab, name):
    return driver.drive(lab, name, changed, lambda lab, one, note: (0, []))


if __name__ == "__main__":
    sys.exit(driver.main("fingerprints", "numbers changed", drive))
