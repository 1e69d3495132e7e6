#!/usr/bin/env python3
"""Kept answers: every function that returns a status gives for the same numbers what it gave when they were kept.

usage: kept.py [--write] [function...]     --write keeps the answers of now, in kept/<module>.txt
The calls are the valid one, those with other choices, some whose numbers a seed changes, and those that must be refused
or warned of, whose words are kept.  A line has a function, what was changed, the status, and for each output its
numbers, or if they are many some of them and a weighted sum of all; a plan of an ensemble is run, and its result summed
up.  A number may differ by CLOSE of its size and FLOOR of the largest beside it: not every machine rounds alike.
Whether an answer is right is said elsewhere, by known answers: here a change of any is seen.  Who means to change one
writes the file again and says so in NEWS.
"""
import ctypes
import glob
import math
import os
import random
import struct as packing
import sys
import zlib

sys.dont_write_bytecode = True
import children
import driver
import fingerprint
import library
from cases import NULL
from relations import Maker, limits
from shapes import Shapes
from structs import OutStruct
from trial import WUNUSUAL, Trial

HERE = os.path.dirname(os.path.abspath(__file__))
CHANGED = ((.01, 3), (.2, 5))  # the part by which numbers are changed at most, and how many calls have such numbers
MOST, SHOWN = 9, 4  # numbers of an output that are all kept, and how many of more
CLOSE, FLOOR, NOTHING = 1e-7, 1e-10, 1e-13
writing = False


def numbers(content, letter):
    """What is kept of an output: texts of numbers."""
    values = packing.unpack(f"{len(content) // packing.calcsize(letter)}{letter}", content)
    if len(values) <= MOST:
        return [f"{v:.9g}" for v in values]
    known = [(k, v) for k, v in enumerate(values) if v == v]
    sums = [sum((1 + k * .6180339887 % 1) * v for k, v in known), sum(abs(v) for _, v in known), len(known)]
    return [f"{values[k * (len(values) - 1) // (SHOWN - 1)]:.9g}" for k in range(SHOWN)] + [f"{v:.9g}" for v in sums]


def number(word):
    """The number that a word is, without the marks after it; None for other words."""
    try:
        return float(word.strip(";,()"))
    except ValueError:
        return None


def close(now, before):
    """Whether the words of two lists are alike."""
    if len(now) != len(before):
        return False
    most = max((abs(v) for v in map(number, before) if v is not None and math.isfinite(v)), default=0)

    def alike(x, y):
        return x is not None and y is not None and math.isfinite(x - y) and (
            abs(x - y) <= CLOSE * abs(y) + FLOOR * most + NOTHING)
    return all(a == b or alike(number(a), number(b)) for a, b in zip(now, before))


class Answers:
    """The calls of one line, and their answers."""

    def __init__(self, lab, line, note):
        self.lab, self.line, self.note = lab, line, note
        self.shapes = Shapes(lab, line)
        self.random = random.Random(line.name + line.variant)
        self.maker = Maker(line.contract)

    def choices(self):
        """(label, changes) of one choice at a time, an input that is left out, a first or last number that is missing
        or 0, and what makes a warning or an error."""
        for p, value in self.maker.inputs():
            if p.kind.name == "enum" and not isinstance(value, list):
                for m in self.line.contract.enums[p.kind.tag].members:
                    yield f"{p.path} = {m.value}", {p.path: m.value}
            if isinstance(value, list) and p.argument.default:
                yield f"{p.path} = NULL", {p.path: NULL}
            if isinstance(value, list) and value and p.argument.type.base == "double":
                others = [math.nan] * bool(p.argument.clauses.missing) + [0.0] * (limits(p.argument)[0] <= 0)
                yield from ((f"{p.path}[{k}] = {v}", {(p.path, k): v}) for v in others for k in {0, len(value) - 1})
        for k, r in enumerate(self.line.refusals):
            yield f"{r.status} {k}", self.shapes.spread(r.changes)

    def near(self, part):
        """All numbers changed by at most this part of their size."""
        made = {}
        for p, value in self.maker.inputs():
            if p.argument.type.base != "double" or p.kind.name in ("date", "axis"):
                continue
            low, high = limits(p.argument)
            for k, v in enumerate(value if isinstance(value, list) else [value]):
                to = v * (1 + part * (2 * self.random.random() - 1))
                if math.isfinite(v) and low <= to <= high:
                    made[(p.path, k) if isinstance(value, list) else p.path] = to
        return made

    def calls(self):
        """(label, changes)"""
        yield "valid", {}
        yield from self.choices()
        for part, n in CHANGED:
            yield from ((f"within {part}, {k}", self.near(part)) for k in range(n))

    def of_struct(self, path, content):
        """The numbers of a struct that is written."""
        base = next(p.type.base for p in self.lab.abi.SIGNATURES[self.line.name].parameters if p.name == path)
        made = self.lab.abi.STRUCTS[base].from_buffer_copy(content)
        values = [getattr(made, name) for name, *_ in made._fields_[2:]]
        return [f"{v:.9g}" for v in values if isinstance(v, (int, float))]

    def result(self, b):
        """What is kept of the plan that a call has changed: all bits, or means of what was estimated from a history."""
        plan = b.family.get(fingerprint.PLAN) if fingerprint.changes_plan(self.lab, self.line) else None
        if plan and self.line.name.endswith("_history"):
            means = fingerprint.of_result(self.lab, plan, self.means, run=True)
            return {"means": means} if means else {}
        content = fingerprint.written(self.lab, plan, run=True) if plan else None
        return {"result": [f"{zlib.crc32(content):08x}"]} if content else {}

    def means(self, result):
        cells = math.prod(self.lab.function(f"skpi_ensemble_result_n_{axis}")(result) for axis in ("places", "years"))
        room = (ctypes.c_double * cells)()
        found = self.lab.function("skpi_ensemble_result_mean")(result, 0, 0, room)
        return numbers(bytes(room), "d") if found >= 0 else None

    def words(self, t):
        """What is kept of a call, by output."""
        found = {"status": [self.lab.name(t.status) if t.status <= 0 else str(t.status)]}
        if t.rows and t.written:
            found["rows"] = numbers(t.rows, "i")
        if t.status < 0 or t.status & WUNUSUAL:
            found["says"] = t.error.words.partition(": ")[2].replace("|", "_").split(" ")
        for path in sorted(t.touched if t.status >= 0 else ()):
            kind, content = self.line.arguments.get(path), t.outs.get(path)
            if content is None:
                continue
            if isinstance(kind, OutStruct):
                found[path] = self.of_struct(path, content)
            elif t.letters.get(path) in ("d", "i", "I", "q", "Q", "N"):
                found[path] = numbers(content, t.letters[path])
            elif content != b"a handle":
                found[path] = [repr(content[:200]).replace(" ", "_")]
        return found

    def run(self):
        """{label: answer}"""
        found = {}
        for label, changes in self.calls():
            self.note.write(label)
            results = []
            t = Trial(self.lab, self.shapes, changes, bool(self.shapes.row_counts),
                      look=lambda b: results.append(self.result(b)))
            words = {**self.words(t), **results[0]}
            if (t.status >= 0 or label[0] == "E") and words not in found.values():
                found[label] = words
        self.lab.free_handles()
        return found


def path_of(name):
    return os.path.join(HERE, "kept", name.split("_")[1] + ".txt")


def line_of(name, label, words):
    return " | ".join([name, label, *(" ".join([path, *values]) for path, values in words.items())])


def kept(name):
    """{label: {output: words}} of a function's file."""
    found = {}
    if os.path.exists(path_of(name)):
        with open(path_of(name), encoding="utf-8") as f:
            for own, label, *outputs in (line.rstrip("\n").split(" | ") for line in f):
                if own == name:
                    found[label] = {path: values for path, *values in (one.split(" ") for one in outputs)}
    return found


def write(name, answers):
    """Puts the answers in place of those that the file has, functions in the order of their names."""
    os.makedirs(os.path.dirname(path_of(name)), exist_ok=True)
    lines = []
    if os.path.exists(path_of(name)):
        with open(path_of(name), encoding="utf-8") as f:
            lines = [line for line in f if line.split(" | ")[0] != name]
    lines += [line_of(name, *one) + "\n" for one in answers.items()]
    with open(path_of(name), "w", encoding="utf-8") as f:
        f.writelines(sorted(lines, key=lambda line: line.split(" | ")[0]))


def differences(answers, before):
    for label in before.keys() | answers.keys():
        now, then = answers.get(label), before.get(label)
        if now is None or then is None:
            yield f"{label}: {'is kept no more' if then is None else 'gives no answer'}"
            continue
        for path in sorted(now.keys() | then.keys()):
            a, b = now.get(path, []), then.get(path, [])
            if not close(a, b):
                yield f"{label}: {path} is {' '.join(a)[:90]}, kept: {' '.join(b)[:90]}"


def compared(lab, line, note):
    name = line.name + (f" [{line.variant}]" if line.variant else "")
    answers = Answers(lab, line, note).run()
    if writing:
        write(name, answers)
    return len(answers), list(differences(answers, kept(name)))


def nothing(lab, one, note):
    return 0, []


def stale():
    """Functions, and variants of calls, of which answers are kept and that are gone."""
    import calls
    import contract
    found = set()
    for path in glob.glob(os.path.join(HERE, "kept", "*.txt")):
        with open(path, encoding="utf-8") as f:
            found.update(line.split(" | ")[0] for line in f)
    return sorted(found - set(calls.samples(contract.headers())))


def drive(lab, name):
    return driver.drive(lab, name, compared, nothing)


def main():
    global writing
    library.preload_sanitizer(library.module("probe"))  # may start this program again, with all its arguments
    writing = "--write" in sys.argv
    sys.argv = [a for a in sys.argv if a != "--write"]
    children.SECONDS = 120
    gone = stale()
    for name in gone:
        print(f"FAIL {name}: answers are kept, and there is no such call")
    return driver.main("kept answers", "answers compared", drive) or bool(gone)


if __name__ == "__main__":
    sys.exit(main())
