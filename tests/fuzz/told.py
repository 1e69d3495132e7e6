"""Kinds of arguments as contracts tell them."""
import struct as packing

from cases import ANY, NAN, NULL, Kind, Refusal, Same, Tried, Usual
from values import Count, String, Strings, Values


class Told(Values):
    """Numbers. bad: (value, status) that are refused; ends: the outermost values that are accepted; foreign: constants
    of other enums, {value: name}; zero: the meaning of 0 if it may be left out (a number, or True for words); null: the
    same for NULL. in_basis: the error names the basis; unread: cells that a call does not read; usual, unusual: values
    that do not warn, and that do."""

    def __init__(self, data, shape, bad, ends, *, null=False, zero=False, missing=False, increasing=False, foreign=()):
        super().__init__(data, shape)
        self.bad, self.missing = list(bad), missing
        self.ends, self.null, self.zero, self.increasing = ends, null, zero, increasing
        self.foreign, self.in_basis, self.unread = dict(foreign), False, ()
        self.usual, self.unusual = [], []

    def wrong(self, k):
        """(value, status) to be tried at place k; all are tried at the first place."""
        if k in self.unread:
            return []
        bad = self.bad if not k else [b for b in self.bad if b[0] not in self.foreign]
        return bad + (self.neighbours(k) if self.increasing and k else [])

    def neighbours(self, k):
        return [(self.data[k - 1], "EDUPLICATE"), (self.data[k - 1] - 1, "ENOTSORTED")]

    def cases(self, c, path, type):
        if self.scalar:
            name = path.rpartition("->")[0] if self.in_basis else path
            for value, status in self.bad:
                yield Refusal(f"{path} = {value}", {path: value}, status, name, value=ANY if self.in_basis else value,
                              says=self.foreign.get(value, ""))
            for value in self.ends:
                yield Tried(f"{path} = {value}, an allowed end", {path: value})
            yield from self.warnings(path, path, path)
            if self.zero is True:
                yield Tried(f"{path} = 0", {path: 0})
            elif self.zero is not False:
                yield Same(f"{path} = 0 is {self.zero}", {path: 0}, {path: self.zero})
            return
        size = c.size(self.shape, path)
        if self.null is True:
            yield Tried(f"{path} = NULL", {path: NULL})
        elif self.null is not False:
            yield Same(f"{path} = NULL is {self.null}", {path: NULL}, {path: [self.null] * size})
        elif size:
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for k in c.spots(size):
            row, column = c.place(self.shape, path, k)
            if self.missing:
                yield Tried(f"{path}[{k}] missing", {(path, k): NAN})
            for value, status in self.wrong(k):
                yield Refusal(f"{path}[{k}] = {value}", {(path, k): value}, status, path, row, column, value,
                              c.row_of(self.shape, path, k), self.foreign.get(value, ""))
        for value in self.ends if size else ():
            yield Tried(f"{path}[{size - 1}] = {value}, an allowed end", {(path, size - 1): value})
        for k in c.spots(size):
            if k not in self.unread:
                yield from self.warnings(f"{path}[{k}]", path, (path, k))

    def warnings(self, label, path, place):
        for values, warns in ((self.usual, False), (self.unusual, True)):
            for value in values:
                yield Usual(f"{label} = {value}, {'un' if warns else ''}usual", {place: value}, path, warns)


class FirstYear(Told):
    """first_year of an axis of years, whose count has this path."""
    years = ""

    def cases(self, c, path, type):
        yield from super().cases(c, path, type)
        if c.size(self.years, path) > 1:
            yield Refusal(f"{path} = 2400", {path: 2400}, "ERANGE", path, value=2400)


class ToldCount(Count):
    """least: a smaller count is ENODATA; most: a larger one is ERANGE; zero: the meaning of 0, "" if it has no other;
    arrays: inputs with this length; outputs: it also sizes outputs; otherwise: status of a 0 whose array is given."""

    def __init__(self, value, axis, least, most, zero, arrays, outputs, otherwise):
        super().__init__(value, axis)
        self.least, self.most, self.meaning, self.arrays = least, most, zero, arrays
        self.outputs, self.otherwise = outputs, otherwise
        self.ranged = most is not None  # a count that is too large may be ERANGE

    def cases(self, c, path, type):
        yield from super().cases(c, path, type)
        few = {v for v in (0, (self.least or 0) - 1) if 0 <= v < (self.least or 0)}
        without = {path: 0, **{a: NULL for a in self.arrays}}
        if self.meaning:
            few -= {0}
            if self.arrays:
                yield Refusal(f"{path} = 0, arrays given", {path: 0}, self.otherwise, path)
            if not self.outputs:
                yield Tried(f"{path} = 0, arrays NULL", without)
        elif not few:
            yield Tried(f"{path} = 0", {path: 0})
            yield Tried(f"{path} = 0, arrays NULL", {path: 0, "empty": NULL})
        for v in sorted(few):
            yield Refusal(f"{path} = {v}", {path: v}, "ENODATA", path)
        if self.most is not None:
            yield Refusal(f"{path} = {self.most + 1}", {path: self.most + 1}, "ERANGE", path)


class Absent(Kind):
    """Members that are absent from this call; given: values for them, which are refused with EINVAL; None: they are
    ignored."""
    role = "in"

    def __init__(self, array, shape, given=None, base="double"):
        self.array, self.shape, self.given, self.base = array, shape, given, base
        self.scalar = not array

    def build(self, b, path, type):
        data = b.changed(path, NULL if self.array else 0)
        if not self.array or data is NULL:
            return 0 if data is NULL else data
        letter = {"double": "d", "int32_t": "i", "size_t": "N", "uint64_t": "Q"}.get(type.base, "P")
        return b.place(path, self.role, packing.pack(f"{len(data)}{letter}", *data), 8)

    def cases(self, c, path, type):
        if self.given is not None:
            yield Refusal(f"{path} given", {path: self.given}, "EINVAL", path)


class AbsentCount(Absent):
    def counts(self, path, found):
        found[path] = 0


class Texts(Strings):
    """null: NULL is accepted."""

    def __init__(self, data, shape, unknown, null):
        super().__init__(data, shape, unknown)
        self.null = null

    def cases(self, c, path, type):
        for case in super().cases(c, path, type):
            if isinstance(case, Refusal) and case.changes == {path: NULL} and self.null:
                yield Tried(case.label, case.changes)
            elif not isinstance(case, Refusal) or case.status:
                yield case


class One(String):
    def __init__(self, value, unknown, null):
        super().__init__(value, unknown)
        self.null = null

    def cases(self, c, path, type):
        for case in super().cases(c, path, type):
            yield Tried(case.label, case.changes) if case.changes == {path: NULL} and self.null else case
