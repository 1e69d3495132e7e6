"""Faults by what a contract says: conditions made true, triggers of samples, what is sought, and several at once."""
import struct as packing

from cases import ANY, NULL, Refusal
from relations import Broken
from trial import WROWS


class Faults:
    """Part of Session: refusals by conditions and triggers, and by two faults at once."""

    def brings(self, status, name, changes):
        """Whether these changes cause the status at this argument, with and without row statuses."""
        wanted = self.lab.status(status)
        for with_rows in (False,) if wanted > 0 else reversed(self.forms):
            t = self.call(f"{status}, sought: {changes}", changes, with_rows)
            got = self.some_rows(t) if with_rows else t.status
            if got != wanted if wanted < 0 else got < 0 or not got & wanted:
                return False
            if wanted < 0 and t.error.name != name:
                return False
        return True

    def broken(self, b):
        """Changes that make a condition of the contract true."""
        shape = self.shape_of.get(b.name)
        if b.k is None or not shape:
            return Refusal(b.label, b.changes, b.status, b.name, ANY, ANY, by_row=None)
        row, column = self.shapes.place(shape, b.name, b.k)
        by_row = self.shapes.row_of(shape, b.name, b.k)
        return Refusal(b.label, b.changes, b.status, b.name, row, ANY, ANY, by_row)

    def relations(self, told):
        for r in told:
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
        """The row of a cell if the function reports cells by row."""
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
        """With two faults the error is about the first argument in the signature; with two bad rows it is about the
        first one."""
        nulls = [r for r in refusals if list(r.changes.values()) == [NULL] and "[" not in str(r.changes)
                 and not any("->" in str(p) for p in r.changes)]
        for a, b in zip(nulls, nulls[1:]):
            yield Refusal(f"{a.label} and {b.label}", {**a.changes, **b.changes}, a.status, a.names, a.row, a.column)
        seen = {}
        for r in refusals:  # keeps the last way to spoil row 0 of each argument
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
