"""What a refusal must look like: status, words, argument, row and value; of row statuses the bad row alone."""
import math
import struct as packing

from cases import ANY, NAN
from trial import NONE, WROWS


class Expected:
    """Part of Session: whether a refusal is as it must be."""

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
        """The call has failed, or some rows have, all with one status."""
        failed = {s for s in packing.unpack(f"{len(t.rows) // 4}i", t.rows) if s < 0} if t.status >= 0 else ()
        return failed.pop() if len(failed) == 1 else t.status

    def one_row(self, label, t, row, wanted):
        """Only the bad row has failed; gives its status."""
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
                if part != before and not self.line.contract.compared:
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
        row = row or (column and "[*]")  # the error is about a whole column
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
