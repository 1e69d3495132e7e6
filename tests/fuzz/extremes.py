#!/usr/bin/env python3
"""Extreme numbers: every exported function is called with numbers that its kinds allow and that no one has.

usage: extremes.py [--rounds N] [function...]     N calls of each line, 200 by default
A call succeeds with results that are finite, NaN only where the contract speaks of NaN, or it is refused by a status of
its contract in words; it writes nothing outside its outputs, and nothing at all if the numbers are refused.  The
numbers are those of a seed, so that a fault is found again.
"""
import math
import random
import struct as packing
import sys

sys.dont_write_bytecode = True
import children
import driver
import library
from relations import Maker, limits
from shapes import Shapes
from trial import Trial

ROUNDS = 200
SIZES = (5e-324, 2.3e-308, 1e-300, 1e-160, 1e-30, 1e-16, 1e-9, 1e-3, 1e3, 1e9, 1e16, 1e30, 1e150, 1e160, 1e300, 1.7e308)


class Wild:
    """Random calls of one line."""

    def __init__(self, lab, line, note):
        self.lab, self.line, self.note = lab, line, note
        self.shapes = Shapes(lab, line)
        self.shape_of = dict(self.shapes.shaped())
        self.random = random.Random(line.name + line.variant)
        self.failures = []
        self.inputs = []  # (place, value or list)
        maker = Maker(line.contract)
        for p in line.contract.places.values():
            if p.argument.type.base != "double" or p.kind and p.kind.name == "date":
                continue
            value = maker.value(p) if maker.place(p.path) else None
            if isinstance(value, list) and value or isinstance(value, float) and value != 0:
                self.inputs.append((p, value))

    def number(self, p, value):
        """A number that the kind of p allows, far from what it was, or near a bound."""
        low, high = limits(p.argument)
        chance = self.random.random()
        if chance < .15:
            near = [low, high, math.nextafter(low, high), math.nextafter(high, low), low + (high - low) * 1e-9]
            found = self.random.choice([v for v in near if math.isfinite(v)] or [value])
        elif chance < .6:
            found = (value if math.isfinite(value) and value else 1) * self.random.choice(SIZES)
        else:
            found = self.random.choice(SIZES) * self.random.choice((1, -1) if low < 0 else (1,))
        if math.isfinite(high) and math.isfinite(low) and not low <= found <= high:
            found = low + (high - low) * self.random.random() ** self.random.choice((1, 20))
        return found if math.isfinite(found) else 1.7e308

    def changes(self):
        """Changed numbers of one to three arguments: cells, whole arrays, and arrays in another unit."""
        made = {}
        for p, value in self.random.sample(self.inputs, min(self.random.choice((1, 1, 2, 3)), len(self.inputs))):
            if not isinstance(value, list):
                made[p.path] = self.number(p, value)
                continue
            way = self.random.random()
            if way < .4:
                k = self.random.randrange(len(value))
                made[p.path, k] = self.number(p, value[k])
                continue
            unit = self.random.choice(SIZES)
            low, high = limits(p.argument)
            cells = [min(max(v * unit, low), high) if way < .7 else self.number(p, v) for v in value]
            for k, v in enumerate(cells):
                made[p.path, k] = v if math.isfinite(v) else math.copysign(1.7e308, v) if v == v else v
        return made

    def speaks(self, path, word):
        """Whether the contract of an output says that it may be such a value."""
        p = self.line.contract.places.get(path.partition("[")[0])
        c = self.line.contract
        return (p is None or word in p.argument.said or word in c.f.summary
                or p.struct is not None and word in p.struct.summary
                or any(word in one.text for _, one in c.stated if path.partition("->")[2].partition("[")[0]))

    def judge(self, label, t):
        for problem in t.problems:
            self.failures.append(f"{label}: {problem}")
        if t.status < 0:
            return
        rows = packing.unpack(f"{len(t.rows) // 4}i", t.rows) if t.rows and t.written else ()
        for path, content in t.outs.items():
            if t.letters.get(path) != "d" or path not in t.touched:
                continue
            values = packing.unpack(f"{len(content) // 8}d", content)
            width = len(values) // len(rows) if rows and self.shapes.by_row(self.shape_of[path], path) else 0
            for k, v in enumerate(values):
                if not width and 1 & t.status or width and rows[k // width] < 0:
                    continue
                if (math.isinf(v) and not self.speaks(path, "infini")) or (math.isnan(v) and not self.speaks(path, "NaN")):
                    self.failures.append(f"{label}: {self.lab.name(t.status)} with {path}[{k}] = {v}")
                    break

    def run(self):
        rounds = ROUNDS if self.inputs else 0
        for i in range(rounds):
            changes = self.changes()
            label = ", ".join(f"{p if isinstance(p, str) else f'{p[0]}[{p[1]}]'} = {v!r}" for p, v in changes.items())
            self.note.write(label)
            self.judge(label, Trial(self.lab, self.shapes, changes, bool(self.shapes.row_counts) and i % 2 == 0))
        self.lab.free_handles()
        return rounds, self.failures


def wild(lab, line, note):
    return Wild(lab, line, note).run()


def drive(lab, name):
    return driver.drive(lab, name, wild)


def main():
    global ROUNDS
    library.preload_sanitizer(library.module("probe"))  # may start this program again, with all its arguments
    if "--rounds" in sys.argv:
        at = sys.argv.index("--rounds")
        ROUNDS = int(sys.argv[at + 1])
        del sys.argv[at:at + 2]
    children.SECONDS = 120
    return driver.main("extreme numbers", "calls", drive)


if __name__ == "__main__":
    sys.exit(main())
