"""One call of one function: what it did to the world, written down and judged."""
import functools
import glob
import os
import re
import struct as packing

import library
from builder import FILL, Builder
from cases import NULL
from values import Text

NUMERIC = range(-49, -39)  # with these statuses, and after a cancelled call, earlier rows may have been written
NONE = -2**31
WROWS, WUNUSUAL = 1, 128
MOST_STEPS = 10**6  # of loops that run until they converge, in one call


@functools.lru_cache(None)
def strict():
    """The functions whose pages say that nothing is written after any error, numerical failures too."""
    found = set()
    for path in glob.glob(os.path.join(library.TOP, "man", "*.3")):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        if re.search(r"(After|On)\s+an\s+error\s+nothing\s+is\s+written", text):
            found.update(re.findall(r"^\.Nm (\w+)", text, re.M))
    return found


class Trial:
    """What a call returned and wrote."""

    def __init__(self, lab, shapes, changes={}, with_rows=True, start=False, fill=FILL, keep_handle=False,
                 look=None):
        line = shapes.line
        self.problems = []
        lab.mark(line.name)
        before = lab.last_error()
        raised = lab.raised()
        b = Builder(lab, shapes, lab.arena, changes, with_rows, start, fill)
        values = [kind.build(b, path, shapes.parameters[path]) for path, kind in line.arguments.items()]
        values = [0 if v is NULL else v for v in values]
        lab.steps()
        self.status = lab.call(lab.function(line.name), values)
        steps = lab.steps()
        self.error = lab.last_error()
        self.gather(b, fill)
        self.judge(lab, line, before)
        lab.most_steps = max(lab.most_steps, (steps, line.name))
        if steps > MOST_STEPS:
            self.problems.append(f"{steps} steps of loops that should converge")
        if lab.raised() != raised:
            self.problems.append(f"{lab.raised() - raised} GSL errors at the host's handler")
        self.handle = None
        if b.made and self.status >= 0:
            path, free = b.made
            self.handle = packing.unpack("P", self.outs[path])[0]
            self.outs[path] = b"a handle" if self.handle else b"no handle"
            if self.handle and not keep_handle:
                lab.function(free)(self.handle)
        if look:
            look(b)  # at handles that end with the call
        b.free()
        printed = lab.printed()
        if printed:
            self.problems.append(f"it prints {printed[:300]!r}")
        lab.arena.clear()

    def gather(self, b, fill):
        self.outs, self.touched, self.letters = {}, [], b.letters
        self.rows = None if b.rows is None else b.rows.now()
        self.written = b.rows is not None and b.rows.touched()
        for path, region in b.regions.items():
            if region.role == "in" and region.touched():
                self.problems.append(f"it changes its input {path}")
            elif region.role != "in" and region.strayed():
                self.problems.append(f"it writes outside {path}")
            elif region.role != "in" and region.touched():
                self.touched.append(path)
        for path, region in b.outs.items():
            now = region.now()
            if isinstance(b.shapes.line.arguments.get(path), Text):
                now = now.partition(b"\0")[0]
            self.outs[path] = now

    def named(self, lab, line):
        """The statuses of the call and of its rows; each must be in the contract, if there is one."""
        rows = packing.unpack(f"{len(self.rows) // 4}i", self.rows) if self.rows and self.written else ()
        for status in {self.status, *rows}:
            for one in [status] if status < 0 else [1 << b for b in range(31) if status >> b & 1]:
                name = lab.name(one).replace("SKPI_", "")
                lab.seen.add((line.name, name))
                if name not in line.contract.possible:
                    self.problems.append(f"it returns {name}, which its contract does not name ({self.error.words})")

    def judge(self, lab, line, before):
        self.named(lab, line)
        if self.status < 0:
            if self.status not in lab.statuses:
                self.problems.append(f"it returns {self.status}, which is no status")
            earlier = self.status == lab.status("ECANCELED") or self.status in NUMERIC and line.name not in strict()
            if self.touched and not earlier:
                self.problems.append(f"it fails and has written {', '.join(self.touched)}")
        if self.status < 0 or self.status & (WROWS | WUNUSUAL):
            if self.error == before:
                self.problems.append("no error words")
            elif self.error.function != line.name or not self.error.words.startswith(line.name + ": "):
                self.problems.append(f"the error names {self.error.function!r} and says {self.error.words!r}")
            elif (self.status < 0 or not self.status & WROWS) and self.error.status != min(self.status, WUNUSUAL):
                self.problems.append(f"it returns {self.status}, the last error has {self.error.status}")
        elif self.error != before:
            self.problems.append(f"the last words have changed to {self.error.words!r}")

    def ended(self):
        """Everything that two equal calls have in common."""
        said = None if self.status >= 0 and not self.status & WROWS else self.error
        written = {p: v for p, v in self.outs.items() if p in self.touched}
        return self.status, said, written, self.rows if self.written and self.status >= 0 else None
