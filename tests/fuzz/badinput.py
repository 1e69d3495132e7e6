"""Bad input: every exported function is called with everything its arguments must refuse.

usage: badinput.py [--list] [--all] [function...]     --all: every failure is shown, not twelve of each
Each function runs in a child process.  A call must give the right status, words, name, row and value, leave outputs
and canaries alone, print nothing and raise no GSL error; with row statuses the bad row alone fails.
"""
import math
import struct as packing
import sys

sys.dont_write_bytecode = True
import children
import contract
import library
import record
from cases import ANY, NAN, NULL, Accepted, LineError, Refusal, Same, Tried, Usual
from relations import Broken
from structs import OutStruct
from trial import NONE, WROWS, WUNUSUAL, Shapes, Trial

SHOWN = 12  # failures of one function


class Session:
    """All calls of one function."""

    def __init__(self, lab, line, note):
        self.lab, self.line, self.note = lab, line, note
        self.shapes = Shapes(lab, line)
        self.checked, self.failures = 0, []
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

    # --- what a refusal must look like

    def refusal(self, r):
        wanted = [self.lab.status(s) for s in ([r.status] if isinstance(r.status, str) else r.status)]
        for with_rows in self.forms:
            self.checked += 1
            t = self.call(r.label, r.changes, with_rows)
            label = r.label + (" (rows)" if with_rows else "")
            got = t.status
            if with_rows and r.by_row is None:
                got = self.some_rows(t)
            elif with_rows and r.by_row is not False:
                got = self.one_row(label, t, r.by_row, wanted)
            if got not in wanted:
                self.fail(label, f"{self.lab.name(got)}, not {' or '.join(map(self.lab.name, wanted))}"
                          + (f" ({t.error.words})" if got < 0 else ""))
            else:
                self.words(label, r, t.error)
                self.lab.pairs.add((self.line.name, t.error.name, self.lab.statuses[got]))

    def some_rows(self, t):
        """The call has failed, or rows have, all with one status."""
        failed = {s for s in packing.unpack(f"{len(t.rows) // 4}i", t.rows) if s < 0} if t.status >= 0 else ()
        return failed.pop() if len(failed) == 1 else t.status

    def one_row(self, label, t, row, wanted):
        """The bad row alone has failed; its status."""
        statuses = packing.unpack(f"{len(t.rows) // 4}i", t.rows)
        if t.status < 0 or not t.status & WROWS:
            self.fail(label, f"it returns {self.lab.name(t.status)}, not SKPI_WROWS")
            return t.status if t.status < 0 else wanted[0]
        others = [s for i, s in enumerate(self.row_statuses) if i != row]
        if [s for i, s in enumerate(statuses) if i != row] != others:
            self.fail(label, f"row statuses {statuses}: a good row has changed")
        for path, content in t.outs.items():
            shape = self.shape_of.get(path)
            if not shape or not self.shapes.by_row(shape, path):
                continue
            self.rows_of(label, path, content, t.letters[path], len(statuses), {row})
        return statuses[row]

    def rows_of(self, label, path, content, letter, n, bad):
        size = len(content) // n
        for i in range(n):
            part, before = content[i * size:(i + 1) * size], self.base.outs[path][i * size:(i + 1) * size]
            if i not in bad:
                if part != before:
                    self.fail(label, f"{path}: the good row {i} has changed")
                continue
            values = packing.unpack(f"{size // packing.calcsize(letter)}{letter}", part)
            if not all(math.isnan(v) if letter == "d" else v == NONE for v in values):
                self.fail(label, f"{path}: the bad row {i} holds {values[:4]}")

    def words(self, label, r, e):
        names = [r.names] if isinstance(r.names, str) else list(r.names)
        if e.name not in names:
            self.fail(label, f"the error names {e.name!r}, not {' or '.join(names)} ({e.words})")
            return
        for what, got, wanted in (("row", e.row, r.row), ("column", e.column, r.column)):
            if wanted is not ANY and got != wanted:
                self.fail(label, f"{what} {got}, not {wanted} ({e.words})")
        if r.says and r.says not in e.words:
            self.fail(label, f"the words do not name {r.says}: {e.words!r}")
        value = NAN if e.value is None else e.value
        if r.value is not ANY and not (value == r.value or (math.isnan(value) and math.isnan(r.value))):
            self.fail(label, f"the error has the value {value}, not {r.value} ({e.words})")
        row, column = (f"[{p}]" if p >= 0 else "" for p in (e.row, e.column))
        row = row or (column and "[*]")  # a whole column
        named = e.name.replace("[i]", row) if row and "[i]" in e.name else e.name + row
        start = f"{self.line.name}: {named}{column} "
        if not e.words.startswith(start) or len(e.words) <= len(start):
            self.fail(label, f"the words do not begin with {start!r}: {e.words!r}")
        elif not math.isnan(value):
            said = e.words[len(start):].split(" ")
            try:
                right = said[0] == "=" and float(said[1]) == value
            except (IndexError, ValueError):
                right = False
            if not right:
                self.fail(label, f"the words do not give the value {value}: {e.words!r}")

    # --- what must be accepted

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
                if isinstance(self.kind(path), OutStruct):  # behind its size, as far as both go
                    content, before = content[4:len(before)], before[4:len(content)]
                if content != before:
                    self.fail(a.label, f"{path} differs from that of the valid call")

    def tried(self, one):
        """Fine, or refused as a condition of the contract says."""
        t = self.call(one.label, one.changes, False)
        if t.status >= 0 and not t.status & WROWS:
            return
        changed = [k[0] if isinstance(k, tuple) else k for k in one.changes]
        status = self.lab.name(t.status).replace("SKPI_", "")
        if not self.line.contract.explains(status, t.error.name, changed):
            self.fail(one.label, f"{self.lab.name(t.status)}, which no condition explains: {t.error.words}")

    def usual(self, u):
        """A value that is unusual warns; one that is not, does not."""
        self.tried(u)
        t = self.call(u.label, u.changes, self.forms[0])
        if t.status < 0 or t.status & WROWS:
            return
        if u.warns and not t.status & WUNUSUAL:
            self.fail(u.label, f"it returns {self.lab.name(t.status)}")
        elif t.status & WUNUSUAL and (t.error.name == u.name) != u.warns:
            self.fail(u.label, f"it warns: {t.error.words}")

    def warned(self, r):
        """A warning that these changes bring."""
        bit = self.lab.status(r.status)
        changes = {}
        for key, value in r.changes.items():
            whole = self.is_array(key) and not isinstance(value, list) and value is not NULL
            changes.update({(key, k): value for k in range(self.shapes.size(self.shape_of[key], key))} if whole else {key: value})
        t = self.call(f"{r.status}: {r.changes}", changes, False)
        if t.status < 0 or not t.status & bit:
            self.fail(f"{r.status}: {r.changes}", f"{self.lab.name(t.status)}: {t.error.words}")

    def broken(self, b):
        """A condition made true."""
        shape = self.shape_of.get(b.name)
        if b.k is None or not shape:
            return Refusal(b.label, b.changes, b.status, b.name, ANY, ANY, by_row=None)
        row, column = self.shapes.place(shape, b.name, b.k)
        by_row = self.shapes.row_of(shape, b.name, b.k)
        return Refusal(b.label, b.changes, b.status, b.name, row, ANY, ANY, by_row)

    def kind(self, path):
        first, *rest = path.split("->")
        kind = self.line.arguments.get(first)
        for name in rest:
            kind = kind and kind.members().get(name)
        return kind

    # --- conditions made true, and triggers

    def relations(self):
        for r in self.line.refusals:
            if isinstance(r, Broken):
                yield self.broken(r)
                continue
            if r.status.startswith("W"):
                continue
            cells = {p: v for p, v in r.changes.items() if self.is_array(p) and not isinstance(v, list)
                     and v is not NULL}
            rest = {p: v for p, v in r.changes.items() if p not in cells}
            label = f"{r.status}: " + ", ".join(f"{p} = {v}" for p, v in r.changes.items())
            if not cells:
                row, by_row = (ANY, self.told_row(r)) if r.row is None else (r.row, r.row)
                yield Refusal(label, rest, r.status, r.name, row, ANY, ANY, by_row)
                continue
            lead = next(iter(cells))
            size = self.shapes.size(self.shape_of[lead], lead)
            for k in self.shapes.spots(size) if r.row is None else [r.row]:
                changes = {**rest, **{(p, k): v for p, v in cells.items()}}
                row, column = self.shapes.place(self.shape_of[lead], lead, k)
                if r.name != lead:
                    column = ANY
                by_row = self.shapes.row_of(self.shape_of[lead], lead, k)
                yield Refusal(f"{label} at {k}", changes, r.status, r.name, row if by_row is not False else ANY,
                              column if r.column is None else r.column, ANY, by_row)

    def told_row(self, r):
        """The row of cells that are told one by one."""
        for key in r.changes:
            if isinstance(key, tuple) and self.is_array(key[0]):
                by_row = self.shapes.row_of(self.shape_of[key[0]], *key)
                if by_row is not False:
                    return by_row
        return None

    def is_array(self, path):
        return path in self.shape_of

    # --- several faults at once

    def orders(self, refusals):
        """Of two faults the first in the order of the signature is named; of two bad rows the first."""
        nulls = [r for r in refusals if list(r.changes.values()) == [NULL] and "[" not in str(r.changes)
                 and not any("->" in str(p) for p in r.changes)]
        for a, b in zip(nulls, nulls[1:]):
            yield Refusal(f"{a.label} and {b.label}", {**a.changes, **b.changes}, a.status, a.names, a.row, a.column)
        seen = {}
        for r in refusals:  # the last way to spoil row 0 of each argument
            if r.by_row == 0 and r.by_row is not False and isinstance(r.names, str):
                seen[r.names] = r
        spoilt = list(seen.values())
        for a, b in zip(spoilt, spoilt[1:]):
            yield Refusal(f"{a.label} and {b.label}", {**a.changes, **b.changes}, a.status, a.names, a.row, a.column,
                          a.value, a.by_row)

    def two_rows(self, refusals):
        by_row = [r for r in refusals if r.by_row is not False and len(r.changes) == 1]
        last = max((r.by_row for r in by_row), default=0)
        if not self.shapes.row_counts or last == 0:
            return
        a = next(r for r in by_row if r.by_row == last)
        b = [r for r in by_row if r.by_row == 0 and r.names != a.names] or [r for r in by_row if r.by_row == 0]
        b = b[-1]
        changes = {**a.changes, **b.changes}
        label = f"{a.label} and {b.label}"
        self.checked += 1
        t = self.call(label, changes, True)
        if t.status < 0 or not t.status & WROWS:
            self.fail(label, f"it returns {self.lab.name(t.status)}, not SKPI_WROWS")
            return
        statuses = packing.unpack(f"{len(t.rows) // 4}i", t.rows)
        if sorted(i for i, s in enumerate(statuses) if s < 0) != [0, last]:
            self.fail(label, f"row statuses {statuses}: rows 0 and {last} are bad")
        self.words(label, b, t.error)
        for path, content in t.outs.items():
            shape = self.shape_of.get(path)
            if shape and self.shapes.by_row(shape, path):
                self.rows_of(label, path, content, t.letters[path], len(statuses), {0, last})

    def run(self):
        self.valid()
        cases = [case for path, kind in self.line.arguments.items()
                 for case in kind.cases(self.shapes, path, self.shapes.parameters[path])]
        refusals = [c for c in cases if isinstance(c, Refusal)]
        for case in cases:
            {Refusal: self.refusal, Same: self.same, Accepted: self.accepted, Tried: self.tried,
             Usual: self.usual}[type(case)](case)
        for r in self.line.refusals:
            if r.status.startswith("W"):
                self.warned(r)
        for r in self.relations():
            self.refusal(r)
        for r in self.orders(refusals):
            self.refusal(r)
        self.two_rows(refusals)
        self.lab.free_handles()
        return self.checked, self.failures


def bad_input(lab, line, note):
    return Session(lab, line, note).run()


def plain(lab, one, note):
    """A function without a status: its answers."""
    signature = lab.abi.SIGNATURES[one.name]
    failures = ["it returns a status: it needs a call"] if signature.result.base == "skpi_status" else []
    for arguments, wanted in one.answers:
        label = f"({', '.join(map(repr, arguments))})"
        note.write(label)
        lab.mark(one.name)
        before = lab.last_error()
        given = [lab.ctypes_text(a) for a in arguments]
        got = lab.function(one.name)(*given)
        got = got.decode() if isinstance(got, bytes) else got
        if not (wanted(lab, got) if callable(wanted) else got == wanted):
            failures.append(f"{label} gives {got!r}" + ("" if callable(wanted) else f", not {wanted!r}"))
        if lab.last_error() != before:
            failures.append(f"{label}: the last words have changed")
        if lab.printed():
            failures.append(f"{label}: it prints")
    return len(one.answers), failures


def drive(lab, name, session=bad_input, plain=plain):
    """(what was checked, faults found) of one function, in a child."""
    def work(note, capture):
        lab.silence(capture)
        one = session(lab, lab.lines[name], note) if name in lab.lines else plain(lab, lab.plain[name], note)
        return one, lab.pairs, lab.seen
    answer, death = children.run(work)
    if not answer:
        return 0, [death]
    one, pairs, seen = answer
    lab.pairs |= pairs
    lab.seen |= seen
    return one


def report(lab, names, drive, what="refusals checked"):
    """Drives the functions, prints a line each; how many failed, what was checked in all."""
    failed = checked = 0
    for name in names:
        if name in lab.lines or name in lab.plain:
            n, failures = drive(lab, name)
        else:
            n, failures = 0, ["it has no contract and no answers in tests/fuzz/calls"]
        print(f"{'FAIL' if failures else 'ok'} {name}: {n} {what}", flush=True)
        for text in failures[:SHOWN]:
            print(f"    {text}")
        if len(failures) > SHOWN:
            print(f"    and {len(failures) - SHOWN} more")
        failed += bool(failures)
        checked += n
    for name in sorted({n.partition(" [")[0] for n in {*lab.lines, *lab.plain}} - set(library.exported())):
        print(f"FAIL {name}: has a sample or answers in tests/fuzz/calls and is not exported")
        failed += 1
    return failed, checked


def named(lab, name, variants):
    """All lines of a function."""
    found = [name] if name in lab.lines or name in lab.plain else []
    return found + [n for n in variants if n.partition(" [")[0] == name] or [name]


def main(title, what, drive, prepare=lambda lab: None):
    import calls
    if "--list" in sys.argv:
        print(*sorted({n.partition(" [")[0] for n in {*calls.samples(contract.headers()), *calls.plain()}}), sep="\n")
        return 0
    if "--all" in sys.argv:
        global SHOWN
        SHOWN = 10000
        sys.argv.remove("--all")
    path = library.module("probe")
    library.preload_sanitizer(path)
    lab = library.Lab(path)
    calls.into(lab)
    prepare(lab)
    variants = sorted(n for n in lab.lines if " [" in n)  # further lines of a function
    names = [n for name in sys.argv[1:] or library.exported()
             for n in named(lab, name, variants)]
    failed, checked = report(lab, names, drive, what)
    record.write(title, lab.seen)
    print(f"{title}: {len(names)} functions, {checked} {what}, {len(lab.pairs)} pairs of argument and status, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main("bad input", "refusals checked", drive))
