"""Bad input: every exported function is called with everything its arguments must refuse.

usage: badinput.py [--list] [--all] [function...]     --all: every failure is shown, not twelve of each
Each function runs in a child process.  A call must give the right status, words, name, row and value, leave outputs
and canaries alone, print nothing and raise no GSL error; with row statuses the bad row alone fails.
"""
import struct as packing
import sys

sys.dont_write_bytecode = True
import driver
from cases import Accepted, LineError, Refusal, Same, Tried, Usual
from expected import Expected
from faults import Faults
from shapes import Shapes
from sought import Sought
from structs import OutStruct
from trial import NUMERIC, WROWS, WUNUSUAL, Trial


class Session(Expected, Faults):
    """All calls of one function."""

    def __init__(self, lab, line, note):
        self.lab, self.line, self.note = lab, line, note
        self.shapes = Shapes(lab, line)
        self.checked, self.failures = 0, []
        self.refused = {}  # by status and argument: the rows, and what spoils each
        self.forms = (True, False) if self.shapes.row_counts else (False,)
        self.shape_of = dict(self.shapes.shaped())

    def fail(self, label, text):
        self.failures.append(f"{label}: {text}")

    def call(self, label, changes, with_rows, **options):
        label += " (rows)" if with_rows else ""
        self.note.write(label)
        t = Trial(self.lab, self.shapes, changes, with_rows, **options)
        for problem in t.problems:
            self.fail(label, problem)
        if t.status < 0 and t.status not in NUMERIC and t.error.row >= 0 and not with_rows:
            self.refused.setdefault((t.status, t.error.name), {}).setdefault(t.error.row, []).append(changes)
        return t

    # --- the valid call

    def valid(self):
        base = self.base = self.call("valid call", {}, self.forms[0])
        if base.status < 0 or base.status & WROWS:
            raise LineError(f"the valid call gives {self.lab.name(base.status)}: {base.error.words}")
        for path, content in base.outs.items():
            if content and path not in base.touched:
                self.fail("valid call", f"{path} is not written")
        if base.rows is not None:
            self.row_statuses = packing.unpack(f"{len(base.rows) // 4}i", base.rows)
            if any(s < 0 or s & ~base.status for s in self.row_statuses):
                self.fail("valid call", f"row statuses {self.row_statuses}, status {base.status}")
        for label, options in (("valid call again, other bytes in the outputs", {"fill": b"\x3c"}),
                               ("valid call at the start of the page", {"start": True})):
            other = self.call(label, {}, self.forms[0], **options)
            if (other.status, other.outs, other.rows) != (base.status, base.outs, base.rows):
                self.fail(label, "the outputs differ")
        if len(self.forms) > 1:
            other = self.call("valid call without row statuses", {}, False)
            if (other.status, other.outs) != (base.status, base.outs):
                self.fail("valid call without row statuses", "the outputs differ")
        self.shapes.text = lambda path: base.outs[path]

    # --- calls that must be accepted

    def same(self, s):
        for with_rows in self.forms:
            a, b = self.call(s.label, s.changes, with_rows), self.call(s.label + " (other)", s.other, with_rows)
            if a.ended() != b.ended():
                self.fail(s.label, f"{self.lab.name(a.status)} {a.error.words!r} is not as {self.lab.name(b.status)} "
                          f"{b.error.words!r}, or the outputs differ")

    def accepted(self, a):
        for with_rows in self.forms:
            t = self.call(a.label, a.changes, with_rows)
            if t.status < 0 or t.status & WROWS:
                self.fail(a.label, f"{self.lab.name(t.status)}: {t.error.words}")
            elif a.equal and t.status != self.base.status:
                self.fail(a.label, f"{self.lab.name(t.status)}, not {self.lab.name(self.base.status)}")
            for path, content in t.outs.items() if a.equal else ():
                before = self.base.outs[path]
                if isinstance(self.kind(path), OutStruct):  # compared after the size, as far as both structs go
                    content, before = content[4:len(before)], before[4:len(content)]
                if content != before:
                    self.fail(a.label, f"{path} differs from that of the valid call")

    def tried(self, one):
        """The call succeeds, or is refused as a condition of the contract says."""
        t = self.call(one.label, one.changes, False)
        if t.status >= 0 and not t.status & WROWS:
            return
        changed = [k[0] if isinstance(k, tuple) else k for k in one.changes]
        status = self.lab.name(t.status).replace("SKPI_", "")
        if not self.line.contract.explains(status, t.error.name, changed):
            self.fail(one.label, f"{self.lab.name(t.status)}, which no condition explains: {t.error.words}")

    def usual(self, u):
        """An unusual value warns, and a usual one does not."""
        self.tried(u)
        t = self.call(u.label, u.changes, self.forms[0])
        if t.status < 0 or t.status & WROWS:
            return
        if u.warns and not t.status & WUNUSUAL:
            self.fail(u.label, f"it returns {self.lab.name(t.status)}")
        elif t.status & WUNUSUAL and (t.error.name == u.name) != u.warns:
            self.fail(u.label, f"it warns: {t.error.words}")

    def warned(self, r):
        """The warning that these changes cause."""
        bit = self.lab.status(r.status)
        t = self.call(f"{r.status}: {r.changes}", self.shapes.spread(r.changes), False)
        if t.status < 0 or not t.status & bit:
            self.fail(f"{r.status}: {r.changes}", f"{self.lab.name(t.status)}: {t.error.words}")

    def kind(self, path):
        first, *rest = path.split("->")
        kind = self.line.arguments.get(first)
        for name in rest:
            kind = kind and kind.members().get(name)
        return kind

    def run(self):
        self.valid()
        cases = [case for path, kind in self.line.arguments.items()
                 for case in kind.cases(self.shapes, path, self.shapes.parameters[path])]
        refusals = [c for c in cases if isinstance(c, Refusal)]
        for case in cases:
            {Refusal: self.refusal, Same: self.same, Accepted: self.accepted, Tried: self.tried,
             Usual: self.usual}[type(case)](case)
        told = [*self.line.refusals, *Sought(self.line.contract).relations(self.brings)]
        for r in told:
            if r.status.startswith("W"):
                self.warned(r)
        for r in self.relations(told):
            self.refusal(r)
        for r in self.orders(refusals):
            self.refusal(r)
        self.two_rows(refusals)
        self.last_rows()
        self.lab.free_handles()
        return self.checked, self.failures


def bad_input(lab, line, note):
    return Session(lab, line, note).run()


def drive(lab, name):
    return driver.drive(lab, name, bad_input)


if __name__ == "__main__":
    sys.exit(driver.main("bad input", "refusals checked", drive))
