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

    # --- the last row

    def last_rows(self):
        """What is refused in a row is refused in the last one too, when the rows before it could have been written."""
        for (status, name), seen in [(key, dict(rows)) for key, rows in self.refused.items()]:
            n = self.rows_of_array(name)
            tried = [(row, c) for row, every in seen.items() if row < n for c in every if self.of_rows(c, n)]
            if n - 1 in seen or not tried:
                continue
            label = f"{self.lab.name(status)} of {name} in row {n - 1}"
            for row, changes in tried:
                for way in (self.exchanged, self.copied):
                    if n - 1 not in self.refused[status, name]:
                        self.checked += 1
                        self.call(f"{label}, by {changes}", way(changes, row, n), False)
            if n - 1 not in self.refused[status, name]:
                self.fail("last row", f"no call brings {label}, as in {list(seen)}")

    def rows_of_array(self, path):
        shape = self.shape_of.get(path)
        return self.shapes.rows(shape, path) if shape and self.shapes.row_of(shape, path, 0) is not False else 0

    def begins(self, path):
        return self.line.contract.offsets(path) or self.shapes.begins(self.shape_of[path], path)

    def cells(self, changes, n):
        """The changed cells of arrays with a row for each place, and the other changes."""
        cells, rest = {}, {}
        for key, value in changes.items():
            path, k = key if isinstance(key, tuple) else (key, None)
            if self.rows_of_array(path) == n and isinstance(k, int):
                cells[path, k] = value
            elif self.rows_of_array(path) == n and isinstance(value, list):
                cells.update({(path, i): v for i, v in enumerate(value)})
            else:
                rest[key] = value
        return cells, rest

    def of_rows(self, changes, n):
        """Whether cells of rows are changed, and no array that all rows share."""
        cells, rest = self.cells(changes, n)
        return cells and not any(isinstance(key, tuple) or isinstance(value, list) for key, value in rest.items())

    def exchanged(self, changes, row, n):
        """The changes, with those of a row and of the last one exchanged."""
        cells, made = self.cells(changes, n)
        for (path, k), value in cells.items():
            first = self.begins(path)
            at = max(i for i in range(n) if first[i] <= k)
            made[path, first[{row: n - 1, n - 1: row}.get(at, at)] + k - first[at]] = value
        return made

    def copied(self, changes, row, n):
        """A valid call whose last row is the changed row."""
        cells, made = self.cells(changes, n)
        for path, kind in self.shapes.arrays():
            data = getattr(kind, "data", None) if kind.role == "in" and self.rows_of_array(path) == n else None
            if data and isinstance(data[0], (int, float)):
                first = self.begins(path)
                for k in range(min(first[row + 1] - first[row], first[n] - first[n - 1])):
                    made[path, first[n - 1] + k] = cells.get((path, first[row] + k), data[first[row] + k])
        return made
