"""Kinds of numbers, arrays, counts, outputs and text: what each must refuse."""
import struct as packing

from cases import ANY, HUGE, INF, INT32_MAX, INT32_MIN, NAN, NULL, Accepted, Kind, Refusal, Same


class Values(Kind):
    role = "in"

    def __init__(self, data, shape="n", *, bad=(), finite=True, missing=False, optional=False):
        self.data, self.shape, self.optional, self.missing = data, shape, optional, missing
        self.scalar = not isinstance(data, (list, tuple))
        self.bad = list(bad)
        if finite:
            self.bad += [(INF, "ENOTFINITE"), (-INF, "ENOTFINITE")] + [(NAN, "ENOTFINITE")] * (not missing)

    def build(self, b, path, type):
        if self.scalar:
            return b.changed(path, self.data)
        return b.array(path, "in", type.base, self.data, self.shape)

    def cases(self, c, path, type):
        if self.scalar:
            for value, status in self.bad:
                yield Refusal(f"{path} = {value}", {path: value}, status, path, value=value)
            return
        size = c.size(self.shape, path)
        if self.optional is False:
            if size:
                yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        elif self.optional is True:
            yield Accepted(f"{path} = NULL", {path: NULL})
        else:
            yield Same(f"{path} = NULL is {self.optional}", {path: NULL}, {path: [self.optional] * size})
        for k in c.spots(size):
            row, column = c.place(self.shape, path, k)
            if self.missing:
                yield Accepted(f"{path}[{k}] missing", {(path, k): NAN})
            for value, status in self.bad + self.more(k):
                yield Refusal(f"{path}[{k}] = {value}", {(path, k): value}, status, path, row, column, value,
                              c.row_of(self.shape, path, k))

    def more(self, k):
        """Values that are bad at place k because of their neighbours."""
        return []


def finite(data, shape="n", **options):
    return Values(data, shape, **options)


def share(data, shape="n", **options):
    """[0,1]"""
    return Values(data, shape, bad=[(-0.1, "ERANGE"), (1.0000001, "ERANGE"), (41.5, "ERANGE")], **options)


def open_share(data, shape="n", **options):
    """(0,1): 0 and 1 are undefined"""
    return Values(data, shape, bad=[(0.0, "EDOM"), (1.0, "EDOM"), (-1e-9, "ERANGE"), (1.0000001, "ERANGE"),
                                    (41.5, "ERANGE")], **options)


def probability(data, shape="n", **options):
    """(0,1)"""
    return Values(data, shape, bad=[(0.0, "ERANGE"), (1.0, "ERANGE"), (-0.1, "ERANGE"), (95.0, "ERANGE")], **options)


def quantity(data, shape="n", **options):
    """at least 0"""
    return Values(data, shape, bad=[(-1.0, "ERANGE"), (-1e-300, "ERANGE")], **options)


def positive(data, shape="n", **options):
    """above 0; 0 is undefined"""
    return Values(data, shape, bad=[(0.0, "EDOM"), (-1.0, "ERANGE"), (-1e-300, "ERANGE")], **options)


def divisor(data, shape="n", **options):
    """above 0; 0 is a division by zero"""
    return Values(data, shape, bad=[(0.0, "EZERODIV"), (-1.0, "ERANGE"), (-1e-300, "ERANGE")], **options)


def date(data, shape="n", **options):
    """a decimal year in the window"""
    return Values(data, shape, bad=[(1499.0, "ERANGE"), (2401.5, "ERANGE"), (2567.5, "ERANGE"), (-1e300, "ERANGE")],
                  **options)


BAD_YEARS = [(1499, "ERANGE"), (2401, "ERANGE"), (2567, "ERANGE"), (INT32_MIN, "ERANGE"), (INT32_MAX, "ERANGE")]


def year(data, shape="n", **options):
    """a whole year in the window, int32_t"""
    return Values(data, shape, bad=BAD_YEARS, finite=False, **options)


class Increasing(Values):
    def more(self, k):
        return [(self.data[k - 1], "EDUPLICATE"), (self.data[k - 1] - 1, "ENOTSORTED")] if k else []


def years(data, shape="m", **options):
    """years in the window, each after the one before, int32_t"""
    return Increasing(data, shape, bad=BAD_YEARS, finite=False, **options)


def horizons(data, shape, **options):
    """numbers of years from 1 on, each above the one before, int32_t"""
    return Increasing(data, shape, bad=[(0, "ERANGE"), (-1, "ERANGE"), (INT32_MIN, "ERANGE")], finite=False, **options)


def choice(data, shape="n", *, ok=(), **options):
    """constants of an enum, int32_t; ok names values that are allowed besides those of the valid call and must not be
    tried, status another one than EINVAL"""
    status = options.pop("status", "EINVAL")
    allowed = set(ok) | (set(data) if isinstance(data, (list, tuple)) else {data})
    return Values(data, shape, bad=[(v, status) for v in (-1, 0, 7777, INT32_MIN, INT32_MAX) if v not in allowed],
                  finite=False, **options)


def integer(data, shape="n", **options):
    """any int32_t"""
    return Values(data, shape, finite=False, **options)


class Axis(Values):
    def __init__(self, data, years):
        super().__init__(data, bad=BAD_YEARS, finite=False)
        self.years = years

    def cases(self, c, path, type):
        yield from super().cases(c, path, type)
        if c.size(self.years, path) > 1:
            yield Refusal(f"{path} = 2400", {path: 2400}, "ERANGE", path, value=2400)


def axis(first_year, years="n_years"):
    """first_year of an axis; years is its count, of kind n_years"""
    return Axis(first_year, years)


class Count(Kind):
    def __init__(self, value, zero="OK", axis=None, nulls=True):
        self.value, self.zero, self.axis, self.nulls = value, zero, axis, nulls

    def counts(self, path, found):
        found[path] = self.value

    def build(self, b, path, type):
        return b.changed(path, self.value)

    def cases(self, c, path, type):
        if self.zero == "OK":
            yield Accepted(f"{path} = 0", {path: 0})
            if self.nulls:
                yield Accepted(f"{path} = 0, arrays NULL", {path: 0, "empty": NULL})
        elif self.zero:
            yield Refusal(f"{path} = 0", {path: 0}, self.zero, path, value=ANY)
        # refused at the count itself, at an array of that many values, or at the first year of the axis
        names = [path] + c.sized_by(path) + ([self.axis] if self.axis else [])
        status = ("ENOMEM", "ERANGE") if self.axis or getattr(self, "ranged", False) else "ENOMEM"
        for huge in HUGE:
            yield Refusal(f"{path} = {huge}", {path: huge}, status, names, row=-1)
        for changes, arrays in c.products(path) if "[" not in path else ():  # several tables differ first
            yield Refusal(" = ".join(changes) + f" = {changes[path]}", changes, ("ENOMEM", "ERANGE"),
                          names + arrays + c.axes(), row=-1)


def count(value, zero="OK", nulls=True):
    """zero: what a count of 0 gives, "OK" or the status; nulls=False: its arrays may not be NULL then, because that
    NULL says something else"""
    return Count(value, zero, None, nulls)


def n_years(value, axis="first_year", zero="OK"):
    """count of years of an axis; too many are refused at first_year (or as too much for memory)"""
    return Count(value, zero, axis)


class Out(Kind):
    role = "out"

    def __init__(self, shape="n", optional=False, over=()):
        self.shape, self.optional, self.over = shape, optional, (over,) if isinstance(over, str) else over

    def build(self, b, path, type):
        return b.output(path, type.base, self.shape)

    def cases(self, c, path, type):
        if self.optional:
            yield Accepted(f"{path} = NULL", {path: NULL}, equal=True)
        elif c.size(self.shape, path):
            yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for source in self.over:
            yield Accepted(f"{path} = {source}", {(path, "over"): source}, equal=True)


def out(shape="n", optional=False, over=()):
    """an array that the call fills; over: inputs that may be the same array"""
    return Out(shape, optional, over)


class Rows(Kind):
    def __init__(self, dimensions):
        self.dimensions = dimensions

    def build(self, b, path, type):
        return b.row_status(path, self.dimensions[0])

    def cases(self, c, path, type):
        return ()


def rows(*dimensions):
    """int32_t *status; dimensions are the counts of rows, "n" or those of the tables ("digital->n", "gdp->n")"""
    return Rows(dimensions or ("n",))


class Text(Kind):
    def __init__(self, room):
        self.room = room

    def build(self, b, path, type):
        return b.output(path, "char", self.room)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        length = len(c.text(path)) + 1
        for room in {0, 1, length // 2, length - 1}:
            yield Refusal(f"{self.room} = {room}", {self.room: room}, "EBUFFER", self.room, value=room)
        yield Accepted(f"{self.room} = {length}", {self.room: length}, equal=True)


def text(room="room"):
    """char * with room for that many bytes"""
    return Text(room)


class Room(Kind):
    def __init__(self, value):
        self.value = value

    def counts(self, path, found):
        found[path] = self.value

    def build(self, b, path, type):
        return b.changed(path, self.value)

    def cases(self, c, path, type):
        return ()


def room(value):
    """size of a text buffer"""
    return Room(value)


class String(Kind):
    def __init__(self, value, unknown):
        self.value, self.unknown = value, unknown

    def build(self, b, path, type):
        value = b.changed(path, self.value)
        return 0 if value is NULL else b.place(path, "in", value.encode() + b"\0", 1)

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for value in ("", "no such name", self.value[:-1], self.value + "x", "x" * 5000, "\u6570\u5b57"):
            if self.unknown:
                yield Refusal(f"{path} = {value[:20]!r}", {path: value}, self.unknown, path, value=NAN)


def string(value, unknown=None):
    """const char *; unknown: the status of a name that there is not"""
    return String(value, unknown)


class Strings(Kind):
    """const char *const *: an array of texts; a NULL among them is refused as the array's."""
    role = "in"

    def __init__(self, data, shape, unknown):
        self.data, self.shape, self.unknown = data, shape, unknown

    def build(self, b, path, type):
        size = b.shapes.size(self.shape, path, b.changes)
        if b.vacant(path, size):
            return 0
        texts = list(b.changed(path, self.data))
        for k, text in b.cells.get(path, {}).items():
            texts[k] = text
        each = [0 if t is NULL else b.place(f"{path}[{i}]", "in", t.encode() + b"\0", 1) for i, t in enumerate(texts)]
        return b.place(path, "in", packing.pack(f"{size}P", *each[:size]), packing.calcsize("P"))

    def cases(self, c, path, type):
        yield Refusal(f"{path} = NULL", {path: NULL}, "EINVAL", path, value=NAN)
        for k in c.spots(c.size(self.shape, path)):
            yield Refusal(f"{path}[{k}] = NULL", {(path, k): NULL}, "EINVAL", path, k, value=NAN)
            for text in ("", "no such name", self.data[k] + "x", "x" * 5000, "\u6570\u5b57"):
                yield Refusal(f"{path}[{k}] = {text[:20]!r}", {(path, k): text}, self.unknown, path, k, value=NAN)


def strings(data, shape="n", unknown="ENOTFOUND"):
    """array of texts; unknown: the status of a name that there is not"""
    return Strings(data, shape, unknown)
