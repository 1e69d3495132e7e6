#!/usr/bin/env python3
"""Hosts whose numbers round another way: the calls of extremes.py in a thread that rounds upward, downward or toward
zero, or that takes numbers below the smallest normal one for 0.

usage: modes.py [--rounds N] [function...]     N calls of each line in each mode, 10 by default
Each call ends, writes nothing outside its outputs, and nothing at all if it is refused.  Where numbers round to nearest
the results are finite too, and the calls of kept.py, whose numbers are ordinary, give the same bits as ever.  Elsewhere
a sum beyond the range of a double may be the largest double, which is no sign of an overflow.
"""
import sys

sys.dont_write_bytecode = True
import children
import driver
import extremes
import kept
import library
from trial import Trial

MODES = {"upward": 1, "downward": 2, "toward zero": 3, "without subnormals": 4}
FLUSHED = MODES["without subnormals"]
ROUNDS = 10


class Elsewhere(extremes.Wild):
    """Random calls of one line in a mode."""

    def judge(self, label, t):
        if self.lab.mode == FLUSHED:
            super().judge(label, t)
        else:
            self.failures.extend(f"{label}: {problem}" for problem in t.problems)


def prepare(lab):
    lab.mode = 0
    lab.modes = {name: mode for name, mode in MODES.items() if lab.library.probe_mode(mode)}
    lab.library.probe_mode(0)

    def call(function, values):
        lab.library.probe_mode(lab.mode)
        try:
            return function(*values)
        finally:
            lab.library.probe_mode(0)

    lab.call = call


def same(lab, line, note):
    """(calls, failures): calls with ordinary numbers, which subnormals do not change."""
    answers, checked, failures = kept.Answers(lab, line, note), 0, []
    for label, changes in answers.calls():
        if label[0] == "E":
            continue  # a refusal
        note.write(label)
        found = []
        for lab.mode in (0, FLUSHED):
            t = Trial(lab, answers.shapes, changes, bool(answers.shapes.row_counts))
            found.append((t.status, t.rows, {path: t.outs.get(path) for path in t.touched}))
        lab.mode = 0
        checked += 1
        failures += [f"{label}: another answer"] * (found[0] != found[1])
    lab.free_handles()
    return checked, failures


def session(lab, line, note):
    checked, failures = same(lab, line, note) if FLUSHED in lab.modes.values() else (0, [])
    for name, mode in lab.modes.items():
        lab.mode = mode
        n, found = Elsewhere(lab, line, note).run()
        lab.mode = 0
        checked += n
        failures += [f"{name}: {text}" for text in found]
    return checked, failures


def drive(lab, name):
    return driver.drive(lab, name, session)


def main():
    library.preload_sanitizer(library.module("probe"))  # may start this program again, with all its arguments
    extremes.ROUNDS = ROUNDS
    if "--rounds" in sys.argv:
        at = sys.argv.index("--rounds")
        extremes.ROUNDS = int(sys.argv[at + 1])
        del sys.argv[at:at + 2]
    children.SECONDS = 120
    return driver.main("other modes", "calls", drive, prepare)


if __name__ == "__main__":
    sys.exit(main())
