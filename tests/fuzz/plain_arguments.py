"""Counts, texts and numbers of a call: their values, what they refuse and what they may be."""
import math

import fill
import library  # must come first: it finds the reader of contracts
from cases import NULL, LineError
from interface import kinds
from measures import Measures
from told import Absent, AbsentCount, FirstYear, One, Texts, Told, ToldCount
from values import Room


class PlainArguments(Measures):
    """Part of Contract: the kinds of arguments that contain no other arguments."""

    def lines(self, status, path, *templates):
        return [c for s, c in self.stated if c.subject == path and (not status or s == status)
                and (not templates or c.template in templates)]

    def count(self, p):
        a, path = p.argument, p.path
        if p.kind.name == "room":
            return Room(self.counts[path])
        if self.left_out(p) and not self.counts[path]:
            return AbsentCount(False, "1", 1)
        axis = None
        if p.kind.name == "axis":
            axis = next(name for name in a.shared if name != a.name)
        sized = self.api.sized_by(self.f, path)
        arrays = [q.path for q in sized if q.role == "in" and q.argument.axes and not self.left_out(q)
                  and self.given.get(q.path) is not NULL]
        zero = a.clauses.zero
        meaning = zero.text if zero and zero.text != "none" else ""
        otherwise = next((s for s, c in self.stated if c.subject == path and c.template == "0 although given"
                          and c.other in arrays), "EINVAL")
        made = ToldCount(self.counts[path], axis, a.clauses.at_least, a.clauses.at_most, meaning,
                         arrays if self.counts[path] else [], any(q.role == "out" for q in sized), otherwise)
        made.ranged = made.ranged or bool(self.lines("ERANGE", path))
        return made

    def text(self, p):
        a, path = p.argument, p.path
        if self.given.get(path) is NULL or self.left_out(p):
            return Absent(True, self.shape(path))
        if path not in self.given:
            raise LineError(f"{self.f.name}: {path} wants a sample")
        unknown = next((s for s, c in self.stated if c.subject == path and c.template in ("not known", "not in")), None)
        if a.axes:
            return Texts(self.given[path], self.shape(path), unknown, bool(a.clauses.null))
        return One(self.given[path], unknown, bool(a.clauses.null))

    def numbers(self, p):
        a, path, c = p.argument, p.path, p.argument.clauses
        shape = self.shape(path)
        if self.given.get(path) is NULL or self.left_out(p):
            size = math.prod(self.measure(t) for t in shape.split("*")) or 1
            wrong = fill.cells(p, size, 0, self.enums) if self.left_out(p) else None
            if wrong and not a.axes:
                wrong = next((v for v in wrong + [e for e in kinds.allowed_ends(a, self.enums)] if v), None)
            return Absent(bool(a.axes), shape, wrong)
        if p.kind.name in ("progress", "user"):
            return Absent(bool(a.type.depth), shape)
        data = self.array(p, shape) if a.axes else self.scalar(p)
        bad, ends = self.bad(p), [] if p.kind.name == "zero" else kinds.allowed_ends(a, self.enums)
        foreign = {v: n for n, v in self.constants.items() if 3101 <= v} if p.kind.name == "enum" else {}
        null, zero = self.meaning(c.null), self.meaning(c.zero)
        if c.both_zero and not a.axes:
            zero = True
        if zero is not False and data == 0 and zero is not True and not a.axes:
            ends = [e for e in ends if e != 0]
        if p.kind.name == "axis":
            made = FirstYear(data, shape, bad, ends)
            made.years = next(name for name in a.shared if name != a.name)
            return made
        made = Told(data, shape, bad, ends, null=null, zero=zero, missing=c.missing,
                    increasing=p.kind.name in ("years", "horizons"), foreign=foreign)
        made.unread = {k for path_, k in self.unread if path_ == path}
        made.usual, made.unusual = kinds.around(a)
        if p.struct and p.struct.name == "skpi_basis":
            made.in_basis = True
            if "->" in p.parent:  # a few rows are enough inside a table or set
                made.bad, made.ends = bad[-3:], []
        return made

    def bad(self, p):
        bad = kinds.bad_values(p.argument, self.enums)
        if p.kind.name == "index" and self.lines("ENOTFOUND", p.path, "not in"):
            bad = [(v, "ENOTFOUND" if s == "ERANGE" else s) for v, s in bad]
        return bad

    def meaning(self, default):
        if default is None:
            return False
        if default.constant:
            return self.constants[default.constant]
        return True if default.number is None else default.number
